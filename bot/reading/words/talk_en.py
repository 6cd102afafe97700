"""English, as spoken in a conversation about objectives."""

from __future__ import annotations

from bot.reading.words.command_en import COMMAND
from bot.reading.words.listing_en import LISTING
from bot.reading.words.reply_en import REPLY
from bot.reading.words.talk import Talk
from bot.reading.words.template_en import TEMPLATE

ENGLISH = Talk("en", TEMPLATE, REPLY, COMMAND, LISTING)
