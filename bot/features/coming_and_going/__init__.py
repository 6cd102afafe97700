"""Coming and going: who brings the bot in, what a platform tells of people, and what becomes of what was theirs."""

from bot.features.coming_and_going.arriving import installed, profile_changed
from bot.features.coming_and_going.leaving import left, pressed, submitted

__all__ = ["installed", "left", "pressed", "profile_changed", "submitted"]
