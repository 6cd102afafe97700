"""Two doors, one organisation: joining a Slack workspace and a Teams organisation, and people who are on both."""

from bot.features.joining.people import vouched
from bot.features.joining.steps import heard, pressed

__all__ = ["heard", "pressed", "vouched"]
