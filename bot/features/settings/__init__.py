"""Settings: how somebody is asked, and how they are left alone. What is set is said; what is wrong in a form is named and kept."""

from bot.features.settings.card import quiet_line, rhythm_words
from bot.features.settings.form import submitted
from bot.features.settings.pausing import pressed, rest, snooze, wished

__all__ = ["pressed", "quiet_line", "rest", "rhythm_words", "snooze", "submitted", "wished"]
