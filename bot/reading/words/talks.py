"""The languages that conversations are understood in. A further one is a module like ``talk_en`` and one entry here."""

from __future__ import annotations

from bot.reading.words.talk import Talk
from bot.reading.words.talk_en import ENGLISH
from bot.reading.words.talk_zh import CHINESE

TALKS: tuple[Talk, ...] = (ENGLISH, CHINESE)
