"""Readings in the form of the sample's scorer: plain values, numbers as JSON has them."""

from __future__ import annotations

from decimal import Decimal

from bot.reading.types import KeyResultText

Prediction = dict[str, object]


def key_result_prediction(id: str, read: KeyResultText) -> Prediction:
    """One key result as the scorer wants it."""
    return {
        "id": id,
        "kind": read.kind,
        "start": _number(read.start),
        "target": _number(read.target),
        "unit": read.unit,
        "unit_word": read.unit_word,
        "due": read.due.words if read.due else None,
        "relative": read.relative,
        "sure": read.sure,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
