"""Drafting: an OKR in one sentence, in a form, or asked for piece by piece. A draft is an objective row; conversations only point at it."""

from bot.features.drafting.asking import Draft, from_template, review
from bot.features.drafting.redrafting import redrafted
from bot.features.drafting.replies import may_change, may_measure
from bot.features.drafting.steps import answer, command, drafts, left, pressed, start
from bot.features.drafting.submitting import dismissed, submitted
from bot.features.drafting.telling import change_of

__all__ = [
    "Draft",
    "answer",
    "change_of",
    "command",
    "dismissed",
    "drafts",
    "from_template",
    "left",
    "may_change",
    "may_measure",
    "pressed",
    "redrafted",
    "review",
    "start",
    "submitted",
]
