"""Settings: how somebody is asked, and how they are left alone. What is set is said; what is wrong in a form is named and kept."""

from bot.features.settings.card import cadence_words, every_words, quiet_line, rhythm_words, weekday_words
from bot.features.settings.form import read_time, submitted
from bot.features.settings.pausing import pressed, put_rhythm, rest, snooze, wished
from bot.features.settings.places import place_words, read_place
from bot.features.settings.standing_in import stand_in

__all__ = [
    "cadence_words",
    "every_words",
    "place_words",
    "pressed",
    "put_rhythm",
    "quiet_line",
    "read_place",
    "read_time",
    "rest",
    "rhythm_words",
    "snooze",
    "stand_in",
    "submitted",
    "weekday_words",
    "wished",
]
