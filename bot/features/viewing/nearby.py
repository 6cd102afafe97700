"""What an id that is not there may have been: a slip of the finger away, else the numbers next to it."""

from __future__ import annotations

import re

from bot.okr.model import KeyResult, Objective
from bot.ports.book import Book

OFFERED = 3

_ID = re.compile(r"(?P<sort>KR|O)(?P<number>[0-9]{1,5})")


def near_ids(label: str, book: Book) -> tuple[Objective | KeyResult, ...]:
    """At most three records with an id near this one, best first, as the viewer may see them.

    Looks up a dozen at most.
    """
    read = _ID.fullmatch(label.upper())
    if read is None:
        return ()
    find = _objective if read["sort"] == "O" else _key_result
    found: list[Objective | KeyResult] = []
    for number in slips(read["number"]):
        record = find(book, number)
        if record is not None and len(found) < OFFERED:
            found.append(record)
    return tuple(found)


def slips(digits: str) -> tuple[int, ...]:
    """Numbers that somebody may have meant: neighbours swapped, a digit too many, the number beside."""
    swapped = [digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)]
    shorter = [digits[:i] + digits[i + 1 :] for i in range(len(digits)) if len(digits) > 1]
    number = int(digits)
    slipped = (*(int(text) for text in (*swapped, *shorter)), number - 1, number + 1)
    return tuple(dict.fromkeys(one for one in slipped if one > 0 and one != number))


def _objective(book: Book, number: int) -> Objective | None:
    found = book.objective(number)
    return found if found is not None and found.state == "active" else None


def _key_result(book: Book, number: int) -> KeyResult | None:
    found = book.key_result(number)
    above = book.objective(found.objective) if found is not None else None
    return found if above is not None and above.state == "active" else None
