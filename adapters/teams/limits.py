"""What Teams takes, and how much of it we use."""

from __future__ import annotations

import json
from typing import Any, Final

Json = dict[str, Any]

CARD_TYPE: Final = "application/vnd.microsoft.card.adaptive"
CARD_VERSION: Final = "1.5"
"""The newest that Teams draws everywhere (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference)."""

UNFURL_VERSION: Final = "1.3"
"""The newest in what unfurls beneath a link."""

MOST_BYTES: Final = 80 * 1024
"""Teams refuses a message of 100 KB, counted as UTF-16 and with what it adds itself."""

FOUND_BYTES: Final = 6 * MOST_BYTES
"""All that a search answers, cards and all: it is one body, and Teams waits five seconds for it. Forty ordinary cards fit in whole."""

FOUND_VIEWERS: Final = 10
"""So many people get a view of their own of a card that a search offers: their ids would be most of it."""

ROW: Final = 6
"""Buttons that Teams draws side by side; more of one row hide behind a menu."""

MENU_AS_BUTTONS: Final = 5
"""A choice of up to so many is a row of buttons, one tap; of more a list and a button."""

BUTTON: Final = 80
OPTION: Final = 200
LABEL: Final = 300
TITLE: Final = 200
SUMMARY: Final = 400
INDENT: Final = 4
LINE: Final = 400
"""Characters of what stands on one line: a title, a status, a fact."""


def size(value: object) -> int:
    """Bytes of a value on its way, by the larger of the two ways in which it may be counted."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return max(len(text.encode("utf-16-le", "surrogatepass")), len(text.encode("utf-8", "surrogatepass")))
