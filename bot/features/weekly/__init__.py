"""The week's rhythm: who is asked how often, what goes to a team's channel by itself, who follows whom, and what was sent."""

from bot.features.weekly.digest import digest
from bot.features.weekly.posts import own_post
from bot.features.weekly.steps import heard, pressed, submitted

__all__ = ["digest", "heard", "own_post", "pressed", "submitted"]
