"""Changing what is saved: a field in one sentence, dropped and put in order, closed with a score; and who changed what."""

from bot.features.editing.closing import score_words
from bot.features.editing.restoring import dropped_card
from bot.features.editing.steps import edit, pressed, submitted

__all__ = ["dropped_card", "edit", "pressed", "score_words", "submitted"]
