"""Block Kit as it goes to Slack, one file an element and language. ``GOLDEN=write`` in the environment writes them anew; read the diff."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import get_args

import pytest

from adapters.slack.limits import Json, problems
from adapters.slack.render import draw_card, draw_form, draw_home, draw_unfurl
from adapters.slack.stood import Stood
from bot.chat.cards import Element, FormField
from bot.chat.events import Place
from bot.ports.door import Reader
from tests.slack.samples import ELEMENTS, FIELDS, READERS, card, form

GOLDEN = Path(__file__).parent / "golden"
STOOD = Stood(Place("C1GROWTH", "channel", "growth"), "1795510800.000100")
CASES = [
    (reader, name)
    for reader in READERS
    for name in (*ELEMENTS, *(f"field-{name}" for name in FIELDS), "home", "unfurl")
]


def drawn(name: str, reader: Reader) -> Json:
    """The payload of that case."""
    everything = tuple(element for elements in ELEMENTS.values() for element in elements)
    match name:
        case "home":
            return draw_home((card(everything), card(ELEMENTS["progress"])), reader)
        case "unfurl":
            return {"text": "-", **draw_unfurl(card(everything), reader)}
        case _ if name in ELEMENTS:
            return draw_card(card(ELEMENTS[name]), reader)
        case _:
            return draw_form(form(FIELDS[name.removeprefix("field-")]), reader, STOOD)


@pytest.mark.parametrize(("reader", "name"), CASES, ids=lambda one: one if isinstance(one, str) else one.language)
def test_it_is_drawn_as_it_was(reader: Reader, name: str) -> None:
    payload = drawn(name, reader)
    assert problems(payload) == ()
    file = GOLDEN / reader.language / f"{name}.json"
    text = json.dumps(payload, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == text, "GOLDEN=write accepts what is drawn now"


def test_no_file_is_left_behind() -> None:
    assert {(file.parent.name, file.stem) for file in GOLDEN.rglob("*.json")} == {
        (one.language, name) for one, name in CASES
    }


def test_the_samples_leave_no_element_and_no_field_out() -> None:
    assert {type(element) for elements in ELEMENTS.values() for element in elements} == set(get_args(Element))
    assert {type(field) for field in FIELDS.values()} == set(get_args(FormField))
