"""What holds for everybody: language, zone, rhythm, the year, who may do what; and who looks after it."""

from bot.features.organising.pressing import pressed, submitted
from bot.features.organising.setting_up import first_minute
from bot.features.organising.wishing import wished

__all__ = ["first_minute", "pressed", "submitted", "wished"]
