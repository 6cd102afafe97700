"""``read``: what the readers make of a file of JSON lines, one prediction a line, for scoring them against a labelled
sample.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final, TextIO

from bot.reading.key_result import read_key_result
from bot.reading.predictions import Prediction, key_result_prediction, reply_prediction, template_prediction
from bot.reading.reply import read_reply
from bot.reading.template import read_template
from bot.reading.types import KeyResultHint, TemplateText

Item = Mapping[str, object]

PROGRESS_EVERY: Final = 2.0
"""Seconds between two words on how far it is."""


class BadLine(ValueError):
    """A line that is no item; says which and why."""


def read_key_results(item: Item) -> Prediction:
    """A key result from its ``text``."""
    return key_result_prediction(_text(item, "id"), read_key_result(_text(item, "text")))


def read_okr_sets(item: Item) -> Prediction | None:
    """An OKR from its ``sentence``; None for an item that has none."""
    if item.get("sentence") is None:
        return None
    return template_prediction(_text(item, "id"), read_template(_text(item, "sentence")) or TemplateText(None))


def read_checkins(item: Item) -> Prediction:
    """A reply from its ``text``, and the key results and the one asked about from its ``context``."""
    context = item.get("context")
    given = context if isinstance(context, dict) else {}
    asked = given.get("asked")
    key_results = given.get("krs")
    hints = [_hint(one) for one in key_results] if isinstance(key_results, list) else []
    reply = read_reply(_text(item, "text"), hints, asked if isinstance(asked, int) else None)
    return reply_prediction(_text(item, "id"), reply)


READERS: Final[Mapping[str, Callable[[Item], Prediction | None]]] = {
    "key-results": read_key_results,
    "okr-sets": read_okr_sets,
    "checkins": read_checkins,
}


def read(what: str, file: Path, out: TextIO, err: TextIO) -> int:
    """Write what the readers make of each item of a file, one prediction a line. Returns 0, or 2 where the file cannot be read."""
    try:
        predict(what, file, out, err)
    except (OSError, UnicodeDecodeError, BadLine) as error:
        print(f"{file} cannot be read: {error}", file=err)
        return 2
    return 0


def predict(
    what: str, file: Path, out: TextIO, progress: TextIO, *, elapsed: Callable[[], float] = time.monotonic
) -> int:
    """Write a prediction for each item of ``file`` to ``out``; returns how many. ``what`` is a key of `READERS`.

    Raises:
        OSError: the file cannot be read.
        BadLine: one of its lines is no item.
    """
    reader = READERS[what]
    lines = [line for line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if line[1].strip()]
    written, told_at = 0, elapsed()
    for done, prediction in enumerate(_predictions(lines, reader, file), 1):
        if prediction is not None:
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
            written += 1
        if elapsed() - told_at >= PROGRESS_EVERY:
            told_at = elapsed()
            progress.write(f"read {done} of {len(lines)}\n")
            progress.flush()
    return written


def _predictions(
    lines: Sequence[tuple[int, str]], read: Callable[[Item], Prediction | None], file: Path
) -> Iterator[Prediction | None]:
    for number, line in lines:
        try:
            item = json.loads(line, parse_float=Decimal)
            if not isinstance(item, dict):
                raise BadLine('an item is a JSON object, like {"id": ..., "text": ...}')
            prediction = read(item)
        except ValueError as error:
            raise BadLine(f"{file}, line {number}: {error}") from error
        yield prediction


def _hint(one: object) -> KeyResultHint:
    if not isinstance(one, dict):
        raise BadLine("a key result in the context is a JSON object with a title")
    unit = one.get("unit")
    return KeyResultHint(
        title=_text(one, "title"),
        start=_number(one, "start"),
        target=_number(one, "target"),
        current=_number(one, "current"),
        unit=unit if isinstance(unit, str) else None,
    )


def _text(item: Item, name: str) -> str:
    value = item.get(name)
    if not isinstance(value, str):
        raise BadLine(f'it has no text under "{name}"')
    return value


def _number(item: Item, name: str) -> Decimal | None:
    value = item.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise BadLine(f'"{name}" is no number')
    return Decimal(value)
