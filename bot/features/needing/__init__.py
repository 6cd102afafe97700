"""Help: asked for in one line, by a button or along with a check-in, it reaches one person at once and stands until it is over."""

from bot.features.needing.along import beside, called_along, help_fields
from bot.features.needing.calling import (
    asked_of_viewer,
    call,
    chosen_helper,
    heard,
    may_call,
    need_button,
    need_form,
    open_needs,
    pressed,
    submitted,
)

__all__ = [
    "asked_of_viewer",
    "beside",
    "call",
    "called_along",
    "chosen_helper",
    "heard",
    "help_fields",
    "may_call",
    "need_button",
    "need_form",
    "open_needs",
    "pressed",
    "submitted",
]
