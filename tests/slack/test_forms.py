"""Modals and presses: what stands in a form comes back as it was, what is wrong stands beneath its field, and what is long goes on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack.limits import TEXT_INPUT, problems
from adapters.slack.parse_values import values_of
from adapters.slack.pressing import pack, squeeze, stretch, unpack
from adapters.slack.render import draw_card, draw_form, keep_form
from adapters.slack.render_adding import with_entry
from adapters.slack.stood import Stood
from adapters.slack.stood import pack as pack_stood
from adapters.slack.stood import unpack as unpack_stood
from bot.chat.cards import (
    Action,
    Button,
    Buttons,
    Card,
    ChoiceField,
    DayField,
    Form,
    Option,
    PersonField,
    TextField,
    action,
)
from bot.chat.events import Place
from tests.slack import payloads
from tests.slack.samples import ENGLISH
from tests.slack.seen import texts

STOOD = Stood(Place("U1ADA", "direct"))


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=300), max_size=5), st.none() | st.text(max_size=100))
def test_a_press_comes_back_as_it_was(args: dict[str, str], choice: str | None) -> None:
    meant = Action("a.b", tuple(sorted(args.items())))
    packed = pack(meant, choice, room=100_000)
    assert packed is not None
    assert unpack(packed) == (meant, choice)
    shorter = pack(meant, choice, room=2000)
    assert not set("&<>") & set(f"{packed}{shorter}"), "Slack escapes these in some places"
    assert shorter is None or unpack(shorter) == (meant, choice)


def test_what_is_too_long_even_compressed_has_no_place() -> None:
    noise = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(3000))
    assert pack(action("a.b", words=noise), room=2000) is None
    assert draw_card(Card("-", (Buttons((Button("Go", action("a.b", words=noise)),)),)), ENGLISH)["blocks"]


def test_a_value_from_elsewhere_cannot_grow_without_end() -> None:
    bomb = squeeze("x" * 10_000_000, room=100_000)
    assert bomb is not None
    with pytest.raises(ValueError, match="longer"):
        stretch(bomb)


def test_where_a_modal_was_opened_comes_back() -> None:
    stood = Stood(Place("C1", "channel", "growth"), "1.2", "3.4", "C1")
    meant = action("summary.lead_in", team=1, words="as it was typed " * 150)
    assert unpack_stood(pack_stood(meant, stood)) == (meant, stood)


@given(st.text(alphabet="ab\n长😀", max_size=30).map(lambda text: text * 400))
@settings(max_examples=30)
def test_a_text_longer_than_one_input_goes_on_in_the_next(text: str) -> None:
    field = TextField("a", "A", text, lines=5, hint="one a line")
    view = draw_form(Form("-", action("a.b"), (field, TextField("b", "B", "b")), "Send"), ENGLISH, STOOD)
    assert problems(view) == ()
    assert dict(values_of(payloads.filled(view, {}))) == {"a": text, "b": "b"}
    assert len(view["blocks"]) >= -(-len(text) // TEXT_INPUT) + 1


def test_one_more_entry_is_one_more_line() -> None:
    field = TextField("a", "Key results", "one\ntwo", lines=5, adds="Add a key result")
    view = payloads.through_json(
        draw_form(Form("-", action("a.b"), (field, TextField("b", "B", "b")), "Send"), ENGLISH, STOOD)
    )
    button = next(block["elements"][0] for block in view["blocks"] if block["type"] == "actions")
    assert button["text"]["text"] == "+ Add a key result"
    for number in (2, 3):
        body = payloads.view_press(button, payloads.filled(view, {"a": "one\ntwo"}))
        grown = with_entry(body)
        assert grown is not None
        assert set(grown) == set(view)
        assert problems(grown) == ()
        view = payloads.through_json(grown)
        assert [b["label"]["text"] for b in view["blocks"] if b["type"] == "input"][
            number - 1
        ] == f"Key results {number}"
    state = payloads.filled(view, {"a": "one\ntwo\n"})
    last = [block["block_id"] for block in view["blocks"] if block["type"] == "input"][2]
    state["state"]["values"][last][last]["value"] = "three"
    assert dict(values_of(state)) == {"a": "one\ntwo\nthree", "b": "b"}
    state = payloads.filled(view, {"a": ""})
    state["state"]["values"][last][last]["value"] = "three"
    assert dict(values_of(state))["a"] == "three"


def test_only_the_button_that_adds_adds() -> None:
    view = payloads.filled(
        draw_form(Form("-", action("a.b"), (TextField("a", "A", adds="Add"),), "Send"), ENGLISH, STOOD), {}
    )
    assert with_entry(payloads.view_press({"action_id": "a.b", "value": "[]"}, view)) is None
    assert with_entry(payloads.block_actions({"action_id": "adds:a", "value": "adds:"}, {})) is None
    full = {**view, "blocks": [*view["blocks"], *[{"type": "divider"}] * 98]}
    grown = with_entry(payloads.view_press({"action_id": "adds:a", "value": "adds:"}, full))
    assert grown is not None
    assert len(grown["blocks"]) == len(full["blocks"])


def test_in_a_company_of_thousands_the_owner_stays_and_no_field_goes() -> None:
    people = tuple(Option(str(number), f"Somebody Quite Ordinary {number}") for number in range(6_000))
    fields = (
        PersonField("owner", "Owner", people, "5432"),
        PersonField("next", "Next", people),
        TextField("a", "A", "x"),
    )
    view = draw_form(Form("-", action("a.b"), fields, "Send"), ENGLISH, STOOD)
    assert problems(view) == ()
    assert dict(values_of(payloads.filled(view, {}))) == {"owner": "5432", "next": "", "a": "x"}


def mended(*fields: TextField | DayField | ChoiceField, errors: tuple[tuple[str, str], ...]) -> Form:
    """A form that came back."""
    return Form("New", action("a.b"), fields, "Send", errors=errors)


def test_errors_stand_beneath_their_fields_and_what_was_typed_stays() -> None:
    asked = mended(TextField("a", "A"), DayField("d", "D"), errors=())
    view = draw_form(asked, ENGLISH, STOOD)
    sent = payloads.filled(view, {"a": "a lot", "d": "2026-12-31"})
    again = mended(
        TextField("a", "A", "a lot"), DayField("d", "D", date(2026, 12, 31)), errors=(("a", "which number?"),)
    )
    assert keep_form(again, ENGLISH, STOOD, sent) == {
        "response_action": "errors",
        "errors": {view["blocks"][0]["block_id"]: "which number?"},
    }


@pytest.mark.parametrize(
    "again",
    [
        mended(TextField("a", "A", "changed"), DayField("d", "D"), errors=(("a", "no"),)),
        mended(TextField("a", "A", "a lot"), TextField("d", "D"), errors=(("d", "no"),)),
        mended(TextField("a", "A", "a lot"), DayField("d", "D"), errors=(("nowhere", "no"),)),
        mended(TextField("a", "A", "a lot"), DayField("d", "D"), errors=()),
        Form(
            "New",
            action("a.b", version=2),
            (TextField("a", "A", "a lot"), DayField("d", "D")),
            "Send",
            errors=(("a", "no"),),
        ),
    ],
    ids=["other words", "another sort of field", "no field of its own", "nothing wrong", "a later version"],
)
def test_a_form_that_has_changed_is_drawn_anew(again: Form) -> None:
    view = draw_form(mended(TextField("a", "A"), DayField("d", "D"), errors=()), ENGLISH, STOOD)
    told = keep_form(again, ENGLISH, STOOD, payloads.filled(view, {"a": "a lot", "d": ""}))
    assert told == {"response_action": "update", "view": draw_form(again, ENGLISH, STOOD)}
    for _, words in again.errors:
        assert any(str(words) in text for text in texts(told["view"]))


def test_what_is_typed_anew_into_a_block_of_the_same_name_shows() -> None:
    before = draw_form(mended(TextField("a", "A", "one"), errors=()), ENGLISH, STOOD)["blocks"][0]["block_id"]
    after = draw_form(mended(TextField("a", "A", "two"), errors=()), ENGLISH, STOOD)["blocks"][0]["block_id"]
    assert before != after, "Slack keeps what was typed where the id stays"
