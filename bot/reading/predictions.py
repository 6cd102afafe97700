"""Readings in the form of the sample's scorer: plain values, numbers as JSON has them."""

from __future__ import annotations

from decimal import Decimal

from bot.reading.types import KeyResultText, Reply, TemplateText, Update

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


def template_prediction(id: str, read: TemplateText | None) -> Prediction:
    """One OKR sentence as the scorer wants it; only the id where it was read as none."""
    if read is None:
        return {"id": id}
    return {
        "id": id,
        "objective": read.objective,
        "key_results": [key_result.text for key_result in read.key_results],
        "initiatives": list(read.initiatives),
        "sure": read.sure,
    }


def reply_prediction(id: str, read: Reply) -> Prediction:
    """One reply as the scorer wants it: the first update in the open, the others under ``more``."""
    nothing = Update(None)
    first, *more = read.updates or (nothing,)
    return {
        "id": id,
        **_update_prediction(first, read),
        "intent": read.intent,
        "more": [_update_prediction(update, read) for update in more],
        "sure": read.sure,
    }


def _update_prediction(update: Update, read: Reply) -> Prediction:
    return {
        "kr": update.key_result,
        "value": _number(update.value),
        "delta": update.delta,
        "status": update.status,
        "note": update.note,
        "intent": "no_change" if update.unchanged else read.intent,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
