"""Whether a payload keeps to what Teams takes: its size, and the official schema of Adaptive Cards where that is at hand.

The schema is Microsoft's and no part of this project. It is read from beside the checkout; where it is not, only what we
know ourselves is checked, and the run says so.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from adapters.teams.limits import MOST_BYTES, Json, size
from tests.teams.activities import card_of, elements, inputs

SCHEMA = next(
    (
        found
        for parent in Path(__file__).resolve().parents
        if (found := parent / "shared" / "schemas" / "adaptive-card-1.5.0.json").exists()
    ),
    None,
)


def problems(payload: Json) -> tuple[str, ...]:
    """What is wrong with a message, a dialog or a card."""
    card = card_of(payload)
    found = [f"{size(payload)} bytes"] if size(payload) > MOST_BYTES * 1.05 else []
    ids = [one["id"] for one in inputs(card)]
    found += ["two inputs of one name"] if len(ids) != len(set(ids)) else []
    for one in elements(card):
        if one["type"] in ("TextBlock", "FactSet"):
            found.append(f"{one['type']} reads Markdown")
        if one["type"] == "RichTextBlock" and not one["inlines"]:
            found.append("a line of nothing")
        if one["type"] == "ActionSet" and not 1 <= len(one["actions"]) <= 6:
            found.append(f"{len(one['actions'])} buttons in a row")
        if one["type"].startswith("Action.") and not one["title"].strip():
            found.append("a button of nothing")
    return (*found, *_against_schema(json.dumps(shape(plain(card)), sort_keys=True)))


@cache
def _against_schema(card: str) -> tuple[str, ...]:
    validator = _validator()
    if validator is None:
        return ()
    error = best_match(validator.iter_errors(json.loads(card)))
    return () if error is None else (f"{list(error.absolute_path)}: {error.message[:300]}",)


_WORDS = frozenset({"text", "title", "label", "value", "verb", "fallbackText", "id", "data"})


def shape(value: Any) -> Any:
    """A card with the same words everywhere, and of things that are alike but one: what a schema can tell apart."""
    if isinstance(value, list):
        alike = {json.dumps(one, sort_keys=True): one for one in map(shape, value)}
        return list(alike.values())
    if not isinstance(value, dict):
        return value
    return {
        name: ("words" if isinstance(one, str) else {}) if name in _WORDS else shape(one) for name, one in value.items()
    }


def plain(value: Any) -> Any:
    """A card as the schema knows cards: charts by their fallbacks, without what is Teams' own."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    if str(value.get("type", "")).startswith("Chart."):
        return plain(value["fallback"])
    return {name: plain(one) for name, one in value.items() if name != "msteams"}


@cache
def _validator() -> Draft6Validator | None:
    return None if SCHEMA is None else Draft6Validator(json.loads(SCHEMA.read_text()))
