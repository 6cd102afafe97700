"""Drafting: an OKR in one sentence, in a form, or asked for piece by piece. A draft is an objective row; conversations only point at it."""

from bot.features.drafting.asking import from_template
from bot.features.drafting.steps import answer, command, drafts, left, pressed, start
from bot.features.drafting.submitting import dismissed, submitted

__all__ = ["answer", "command", "dismissed", "drafts", "from_template", "left", "pressed", "start", "submitted"]
