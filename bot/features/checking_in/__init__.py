"""Checking in: by typing, by buttons, by form. What is not certain is asked; a guess is never recorded."""

from bot.features.checking_in.mending import deleted, edited, take_back, undo
from bot.features.checking_in.pressing import answered_by_sign, cancelled, pressed, submitted
from bot.features.checking_in.replying import answer, not_an_answer, unsolicited, walk
from bot.features.checking_in.session import may_check_in
from bot.features.checking_in.when import when

__all__ = [
    "answer",
    "answered_by_sign",
    "cancelled",
    "deleted",
    "edited",
    "may_check_in",
    "not_an_answer",
    "pressed",
    "submitted",
    "take_back",
    "undo",
    "unsolicited",
    "walk",
    "when",
]
