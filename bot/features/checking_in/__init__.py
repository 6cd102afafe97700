"""Checking in: by typing, by buttons, by form. What is not certain is asked; a guess is never recorded."""

from bot.features.checking_in.mending import deleted, edited, undo
from bot.features.checking_in.pressing import cancelled, pressed, submitted
from bot.features.checking_in.replying import answer, not_an_answer, unsolicited, walk
from bot.features.checking_in.when import when

__all__ = [
    "answer",
    "cancelled",
    "deleted",
    "edited",
    "not_an_answer",
    "pressed",
    "submitted",
    "undo",
    "unsolicited",
    "walk",
    "when",
]
