"""Summarising: a team's week in one message, looked over by a person before it goes to a channel, and posted once."""

from bot.features.summarising.posting import looked, redraw, refused
from bot.features.summarising.steps import answer, cancelled, decided, dismissed, pressed, start, submitted

__all__ = [
    "answer",
    "cancelled",
    "decided",
    "dismissed",
    "looked",
    "pressed",
    "redraw",
    "refused",
    "start",
    "submitted",
]
