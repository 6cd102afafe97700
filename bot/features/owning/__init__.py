"""Owning: who has what, who helps, and giving it back. Whoever gets something is told once and can hand it back."""

from bot.features.owning.contributing import helpers_words
from bot.features.owning.form import button, submitted
from bot.features.owning.giving import give_all, handed, owned_by
from bot.features.owning.pressing import pressed
from bot.features.owning.wishing import wished

__all__ = ["button", "give_all", "handed", "helpers_words", "owned_by", "pressed", "submitted", "wished"]
