"""Teams: made, joined, led, and where their summaries go. Anybody makes one or joins one; the lead and admins change it."""

from bot.features.teaming.form import submitted
from bot.features.teaming.pressing import pressed
from bot.features.teaming.wishing import wished

__all__ = ["pressed", "submitted", "wished"]
