"""The check of limits finds what Slack would refuse; each of these is one thing wrong with a payload that is right otherwise."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from adapters.slack.limits import Json, problems


def text(words: str = "words", type: str = "plain_text") -> Json:
    """A text object."""
    return {"type": type, "text": words}


def button(id: str = "a", **more: Any) -> Json:
    """A button."""
    return {"type": "button", "text": text(), "action_id": id, "value": "[]", **more}


def options(count: int) -> list[Json]:
    """So many options."""
    return [{"text": text(str(number)), "value": str(number)} for number in range(count)]


def select(**more: Any) -> Json:
    """A menu."""
    return {"type": "static_select", "action_id": "s", "placeholder": text(), "options": options(3), **more}


def rich(*pieces: Json) -> Json:
    """A rich text."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(pieces)}]}


def field(element: Json, id: str = "f", **more: Any) -> Json:
    """An input."""
    return {"type": "input", "block_id": id, "label": text(), "element": {"action_id": id, **element}, **more}


def chart(points: int = 3, names: tuple[str, ...] = ("actual",)) -> Json:
    """A chart."""
    days = [f"{number} Nov" for number in range(points)]
    series = [{"name": name, "data": [{"label": day, "value": 1} for day in days]} for name in names]
    axis = {"categories": days}
    return {
        "type": "data_visualization",
        "title": "t",
        "chart": {"type": "line", "series": series, "axis_config": axis},
    }


MESSAGE: Json = {
    "text": "fallback",
    "blocks": [
        {"type": "header", "text": text()},
        rich({"type": "text", "text": "words"}, {"type": "link", "url": "https://a.example"}),
        {"type": "section", "text": text(), "fields": [text()], "accessory": button("b")},
        {"type": "context", "elements": [text()]},
        {"type": "actions", "elements": [button(), select()]},
        {"type": "image", "image_url": "https://a.example", "alt_text": "a"},
        chart(),
        {"type": "divider"},
    ],
}
MODAL: Json = {
    "type": "modal",
    "title": text(),
    "submit": text(),
    "close": text(),
    "callback_id": "form",
    "private_metadata": "{}",
    "blocks": [
        field({"type": "plain_text_input", "initial_value": "x"}, hint=text()),
        field({"type": "datepicker"}, "g"),
        field(select(), "h"),
        field({"type": "radio_buttons", "options": options(10)}, "i"),
    ],
}
HOME: Json = {"type": "home", "blocks": [{"type": "header", "text": text()}]}

Break = Callable[[Json], Any]

WRONG_MESSAGES: dict[str, Break] = {
    "no text": lambda one: one.update(text=""),
    "a long text": lambda one: one.update(text="x" * 4001),
    "no blocks": lambda one: one["blocks"].clear(),
    "51 blocks": lambda one: one["blocks"].extend([{"type": "divider"}] * 43),
    "a long header": lambda one: one["blocks"][0]["text"].update(text="x" * 151),
    "an empty header": lambda one: one["blocks"][0]["text"].update(text=""),
    "markup": lambda one: one["blocks"][0]["text"].update(type="mrkdwn"),
    "an empty piece": lambda one: one["blocks"].append(rich({"type": "text", "text": ""})),
    "an empty section of rich text": lambda one: one["blocks"].append(rich()),
    "an empty rich text": lambda one: one["blocks"].append({"type": "rich_text", "elements": []}),
    "a long rich text": lambda one: one["blocks"].append(rich({"type": "text", "text": "x" * 3001})),
    "a long link": lambda one: one["blocks"].append(rich({"type": "link", "url": "x" * 3001})),
    "a deep list": lambda one: one["blocks"][1]["elements"][0].update(indent=9),
    "an empty section": lambda one: one["blocks"].append({"type": "section"}),
    "a long section": lambda one: one["blocks"][2]["text"].update(text="x" * 3001),
    "11 fields": lambda one: one["blocks"][2].update(fields=[text()] * 11),
    "a long field": lambda one: one["blocks"][2].update(fields=[text("x" * 2001)]),
    "11 in a context": lambda one: one["blocks"][3].update(elements=[text()] * 11),
    "an empty context": lambda one: one["blocks"][3].update(elements=[]),
    "no actions": lambda one: one["blocks"][4].update(elements=[]),
    "26 actions": lambda one: one["blocks"][4].update(elements=[button(str(number)) for number in range(26)]),
    "an action id twice": lambda one: one["blocks"][4].update(elements=[button(), button()]),
    "an action id of an accessory twice": lambda one: one["blocks"][4].update(elements=[button("b")]),
    "a block id twice": lambda one: [block.update(block_id="x") for block in one["blocks"][:2]],
    "a long block id": lambda one: one["blocks"][0].update(block_id="x" * 256),
    "a long action id": lambda one: one["blocks"][4].update(elements=[button("x" * 256)]),
    "a long button": lambda one: one["blocks"][4].update(elements=[button(text=text("x" * 76))]),
    "a long value": lambda one: one["blocks"][4].update(elements=[button(value="x" * 2001)]),
    "a long url": lambda one: one["blocks"][4].update(elements=[button(url="x" * 3001)]),
    "no options": lambda one: one["blocks"][4].update(elements=[select(options=[])]),
    "101 options": lambda one: one["blocks"][4].update(elements=[select(options=options(101))]),
    "a long option": lambda one: one["blocks"][4].update(
        elements=[select(options=[{"text": text("x" * 76), "value": "1"}])]
    ),
    "a long option value": lambda one: one["blocks"][4].update(
        elements=[select(options=[{"text": text(), "value": "x" * 151}])]
    ),
    "a long placeholder": lambda one: one["blocks"][4].update(elements=[select(placeholder=text("x" * 151))]),
    "a choice that is none": lambda one: one["blocks"][4].update(elements=[select(initial_option=options(9)[8])]),
    "101 groups": lambda one: one["blocks"][4].update(
        elements=[select(option_groups=[{"label": text(), "options": options(1)}] * 101)]
    ),
    "a long group": lambda one: one["blocks"][4].update(
        elements=[select(option_groups=[{"label": text("x" * 76), "options": options(1)}])]
    ),
    "6 in an overflow": lambda one: one["blocks"][4].update(
        elements=[{"type": "overflow", "action_id": "o", "options": options(6)}]
    ),
    "an unknown element": lambda one: one["blocks"][4].update(elements=[{"type": "knob", "action_id": "k"}]),
    "no alt text": lambda one: one["blocks"][5].update(alt_text=""),
    "a long title": lambda one: one["blocks"][6].update(title="x" * 51),
    "21 points": lambda one: one["blocks"].__setitem__(6, chart(21)),
    "7 series": lambda one: one["blocks"].__setitem__(6, chart(3, tuple("abcdefg"))),
    "a series twice": lambda one: one["blocks"].__setitem__(6, chart(3, ("a", "a"))),
    "a long series name": lambda one: one["blocks"].__setitem__(6, chart(3, ("x" * 21,))),
    "a series with a gap": lambda one: one["blocks"][6]["chart"]["series"][0]["data"].pop(),
    "3 charts": lambda one: one["blocks"].extend([chart(), chart()]),
    "an input": lambda one: one["blocks"].append(field({"type": "datepicker"})),
    "an unknown block": lambda one: one["blocks"].append({"type": "poem"}),
    "too much in all": lambda one: one["blocks"].extend(rich({"type": "text", "text": "x" * 2900}) for _ in range(5)),
}
WRONG_MODALS: dict[str, Break] = {
    "no title": lambda one: one.pop("title"),
    "a long title": lambda one: one["title"].update(text="x" * 25),
    "a long submit": lambda one: one["submit"].update(text="x" * 25),
    "a long close": lambda one: one["close"].update(text="x" * 25),
    "no submit": lambda one: one.pop("submit"),
    "much metadata": lambda one: one.update(private_metadata="x" * 3001),
    "a long callback id": lambda one: one.update(callback_id="x" * 256),
    "101 blocks": lambda one: one["blocks"].extend([{"type": "divider"}] * 97),
    "a long label": lambda one: one["blocks"][0]["label"].update(text="x" * 2001),
    "a long hint": lambda one: one["blocks"][0]["hint"].update(text="x" * 2001),
    "a long initial value": lambda one: one["blocks"][0]["element"].update(initial_value="x" * 3001),
    "11 radio buttons": lambda one: one["blocks"][3]["element"].update(options=options(11)),
    "a chart": lambda one: one["blocks"].append(chart()),
}


@pytest.mark.parametrize("payload", [MESSAGE, MODAL, HOME], ids=["message", "modal", "home"])
def test_what_is_right_is_let_through(payload: Json) -> None:
    assert problems(payload) == ()


@pytest.mark.parametrize("what", WRONG_MESSAGES)
def test_a_wrong_message_is_found(what: str) -> None:
    payload = deepcopy(MESSAGE)
    WRONG_MESSAGES[what](payload)
    assert problems(payload), what


@pytest.mark.parametrize("what", WRONG_MODALS)
def test_a_wrong_modal_is_found(what: str) -> None:
    payload = deepcopy(MODAL)
    WRONG_MODALS[what](payload)
    assert problems(payload), what


def test_a_home_holds_no_chart() -> None:
    assert problems({**HOME, "blocks": [chart()]})
