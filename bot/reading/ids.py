"""Short ids in running text: KR34, kr 34, KR#34, full-width or not."""

from __future__ import annotations

import re
import unicodedata

_KEY_RESULT = re.compile(r"(?<![a-z0-9])kr ?#?(\d{1,9})(?!\d)(?!\.\d)", re.IGNORECASE)


def key_result_ids(text: str) -> tuple[int, ...]:
    """The numbers of the key results named in the text, in the order named, each once."""
    return tuple(dict.fromkeys(int(found[1]) for found in _KEY_RESULT.finditer(unicodedata.normalize("NFKC", text))))


def without_ids(text: str) -> str:
    """What else is said: the text without the key results it names."""
    return _KEY_RESULT.sub(" ", unicodedata.normalize("NFKC", text))
