"""Whatever stands in a card or form: it keeps to the limits, Slack's own models know it, and nothing that was typed does anything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from adapters.slack.limits import CHART_POINTS, FALLBACK, MESSAGE_SIZE, TEXT_INPUT, Json, problems, size
from adapters.slack.parse_values import values_of
from adapters.slack.pressing import pack, squeeze, stretch, unpack
from adapters.slack.render import draw_card, draw_form, draw_home, draw_unfurl, keep_form
from adapters.slack.render_adding import with_entry
from adapters.slack.render_chart import thinned
from adapters.slack.render_fit import fit
from adapters.slack.render_text import fallback, pieces
from adapters.slack.stood import Stood
from adapters.slack.stood import pack as pack_stood
from adapters.slack.stood import unpack as unpack_stood
from bot.chat.cards import (
    Action,
    Button,
    Buttons,
    Card,
    ChartPoint,
    ChoiceField,
    DayField,
    Form,
    Heading,
    Menu,
    Option,
    Paragraph,
    PersonField,
    Progress,
    TextField,
    action,
)
from bot.chat.charting import sparks
from bot.chat.events import Place
from bot.chat.shown import cut, visible
from tests.contract import worst
from tests.slack import payloads
from tests.slack.samples import CHINESE, ELEMENTS, ENGLISH, FIELDS, READERS, TYPED, card, form
from tests.slack.seen import texts

STOOD = Stood(Place("U1ADA", "direct"))
TYPED_ANYHOW = st.one_of(st.text(max_size=400), st.text(alphabet="<>&*_~`!@#|: \nax/htps长", max_size=400))
LONG = st.integers(0, 8000).flatmap(lambda count: st.sampled_from("x长 \n😀&").map(lambda one: one * count))


def everything(words: str) -> Card:
    """Every element of a card, with those words wherever words can be."""
    return Card(words, (*worst.elements(words), Buttons((Button(words, action("view.show", id=words)),))))


def all_drawn(words: str) -> Iterator[Json]:
    """Every sort of payload with those words."""
    for reader in READERS:
        yield draw_card(everything(words), reader)
        yield draw_home((everything(words), everything(words)), reader)
        yield {"text": "-", **draw_unfurl(everything(words), reader)}
        yield draw_form(
            Form(words, action("a.b"), worst.fields(words), words, words, (("text", words),)), reader, STOOD
        )


@settings(max_examples=60)
@given(st.one_of(TYPED_ANYHOW, LONG))
def test_any_words_anywhere_keep_to_the_limits_and_do_nothing(words: str) -> None:
    for payload in all_drawn(words):
        assert problems(payload) == ()
        assert_harmless(payload)


@pytest.mark.parametrize("words", worst.WORDS, ids=lambda words: repr(words[:20]))
def test_the_worst_words_keep_to_the_limits_and_do_nothing(words: str) -> None:
    for payload in all_drawn(words):
        assert problems(payload) == ()
        assert_harmless(payload)


def assert_harmless(payload: Json) -> None:
    """Nothing in it is markup, a mention, or a link that shows another address than its own."""
    assert not re.search(r"[<>]|&(?!(?:amp|lt|gt);)", str(payload["text"]) if "text" in payload else "")
    for node in _nodes(payload):
        assert node.get("type") not in ("mrkdwn", "markdown", "user", "usergroup", "channel", "broadcast")
        if node.get("type") == "link":
            assert set(node) <= {"type", "url", "style"}
            assert node["url"].lower().startswith(("http://", "https://"))


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200).filter(str.strip))
def test_what_people_typed_is_shown_to_the_letter(words: str) -> None:
    words = visible(words).strip()
    shown = "".join(texts(draw_card(Card("-", (Paragraph(words),)), ENGLISH)["blocks"]))
    assert shown.strip() == words or not words


def test_slacks_own_models_know_every_block() -> None:
    for reader in READERS:
        for elements in ELEMENTS.values():
            blocks = draw_card(card(elements), reader)["blocks"]
            modelled = [block for block in blocks if block["type"] != "data_visualization"]
            assert [block.to_dict() for block in Block.parse_all(modelled)] == modelled
        home = draw_home((card(tuple(one for elements in ELEMENTS.values() for one in elements)),), reader)
        assert View(**home).to_dict() == home
        modal = draw_form(form(*FIELDS.values()), reader, STOOD)
        assert View(**modal).to_dict() == modal


def test_slacks_own_models_know_the_worst() -> None:
    for shown in worst.cards():
        modelled = [one for one in draw_card(shown, CHINESE)["blocks"] if one["type"] != "data_visualization"]
        assert [block.to_dict() for block in Block.parse_all(modelled)] == modelled
    for asked in worst.forms():
        modal = draw_form(asked, ENGLISH, STOOD)
        assert View(**modal).to_dict() == modal


def test_drawn_twice_it_is_the_same() -> None:
    assert draw_card(everything(TYPED), ENGLISH) == draw_card(everything(TYPED), ENGLISH)


def test_too_much_is_counted_and_what_can_be_pressed_stays() -> None:
    shown = Card("many", (*(Paragraph("word " * 100) for _ in range(200)), Buttons((Button("Go", action("a.b")),))))
    for reader, words in ((ENGLISH, "more"), (CHINESE, "还有")):
        drawn = draw_card(shown, reader)
        assert problems(drawn) == ()
        assert words in drawn["blocks"][-1]["elements"][0]["text"]
        assert [press["value"] for press in payloads.presses(drawn)] == ['["a.b",{}]']


def test_what_fits_is_left_alone() -> None:
    drawn = draw_card(Card("-", tuple(Paragraph(f"paragraph {number}") for number in range(50))), ENGLISH)
    assert ["".join(texts(block)).strip() for block in drawn["blocks"]] == [
        f"paragraph {number}" for number in range(50)
    ]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["text", "long", "press", "line"]), st.integers(0, 3000)), max_size=120))
def test_whatever_is_made_fit_fits(parts: list[tuple[str, int]]) -> None:
    blocks: list[Json] = []
    for number, (kind, length) in enumerate(parts):
        match kind:
            case "press":
                button = {"type": "button", "action_id": f"a{number}", "value": "[]", "text": {"type": "plain_text"}}
                button["text"] = {"type": "plain_text", "text": "Go", "emoji": True}
                blocks.append({"type": "actions", "elements": [button]})
            case "line":
                blocks.append({"type": "divider"})
            case "long":
                blocks.append({"type": "context", "elements": [{"type": "plain_text", "text": "长" * (length + 1)}]})
            case _:
                inner = pieces("word " * (length + 1))
                blocks.append({"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": inner}]})
    pressable = sum(kind == "press" for kind, _ in parts)
    more: Json = {"type": "context", "elements": [{"type": "plain_text", "text": "and more"}]}
    fitting = fit(blocks, most=50, longest=MESSAGE_SIZE, more=lambda count: more) or [more]
    assert problems({"text": "-", "blocks": fitting}) == ()
    kept = sum(len(block["elements"]) for block in fitting if block["type"] == "actions")
    assert kept == pressable


def test_a_bar_is_said_in_numbers_as_well() -> None:
    line = Progress("KR1", "Orders", "on_track", "on track", percent=Decimal(28), expected=Decimal(25))
    assert "▰▰▱▱▱▱▱▱▱▱ 28%, expected 25%" in "".join(texts(draw_card(Card("-", (line,)), ENGLISH)["blocks"]))
    assert "▰▰▱▱▱▱▱▱▱▱ 28%，按进度应为 25%" in "".join(texts(draw_card(Card("-", (line,)), CHINESE)["blocks"]))


def test_what_opens_lines_parts_no_text() -> None:
    def line(number: int) -> Progress:
        return Progress(f"KR{number}", "Orders", "on_track", "on track", opens=action("view.show", id=number))

    go = Buttons((Button("Check in", action("check_in.walk"), "primary"),))
    few = draw_card(Card("-", (line(1), Paragraph("a"), line(2), go, Paragraph("b"))), ENGLISH)
    rows = [block for block in few["blocks"] if block["type"] == "actions"]
    assert [[one["text"]["text"] for one in row["elements"]] for row in rows] == [["Check in", "Show KR1", "Show KR2"]]
    many = draw_card(Card("-", tuple(line(number) for number in (1, 2, 3, 4, 4))), ENGLISH)
    (menu,) = [one for block in many["blocks"] if block["type"] == "actions" for one in block["elements"]]
    assert [one["text"]["text"] for one in menu["options"]] == [f"KR{number} Orders" for number in (1, 2, 3, 4)]


def test_a_menu_of_many_is_grouped_and_one_of_long_meanings_is_buttons() -> None:
    many = Menu("Post to", tuple(Option(f"C{number}", f"#c{number}") for number in range(250)), action("a.b"))
    (menu,) = draw_home((Card("-", (many,)),), ENGLISH)["blocks"][0]["elements"]
    assert [len(group["options"]) for group in menu["option_groups"]] == [100, 100, 50]
    assert menu["option_groups"][2]["label"]["text"] == "#c200 – #c249"
    shortened = draw_card(Card("-", (many, Paragraph("below"))), ENGLISH)
    assert problems(shortened) == ()
    assert 100 < len(payloads.presses(shortened)) < 250
    assert "more" in "".join(texts(shortened["blocks"][-1]))
    long = Menu("Post to", (Option("C" * 300, "#growth"),), action("a.b"))
    drawn = draw_card(Card("-", (long,)), ENGLISH)
    assert [press["type"] for press in payloads.presses(drawn)] == ["button"]


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


@given(
    st.lists(
        st.tuples(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.decimals(-(10**9), 10**9, places=2)), max_size=90
    )
)
def test_any_history_is_thinned_to_what_slack_draws(history: list[tuple[date, Decimal]]) -> None:
    points = tuple(ChartPoint(on, value) for on, value in sorted(history))
    kept = thinned(points)
    assert len(kept) <= CHART_POINTS
    assert len({point.on for point in kept}) == len(kept)
    assert [point.on for point in kept] == sorted(point.on for point in kept)
    if points:
        assert (kept[0].on, kept[-1]) == (points[0].on, points[-1])


def test_days_of_two_years_are_told_apart() -> None:
    points = tuple(
        ChartPoint(date(2025, 11, 20) + timedelta(days=365 * number), Decimal(number)) for number in range(3)
    )
    assert len({point.on.year for point in points}) == 3
    assert sparks([point.value for point in points]) == "▁▄█"
    assert sparks([Decimal(5)] * 3) == "▄▄▄"


@given(TYPED_ANYHOW | LONG)
def test_the_fallback_is_never_empty_never_long_and_never_markup(words: str) -> None:
    text = fallback(words)
    assert 1 <= len(text) < FALLBACK
    assert not re.search(r"[<>]|&(?!(?:amp|lt|gt);)", text)


@given(st.text(max_size=60), st.integers(1, 40))
def test_a_cut_never_parts_what_belongs_together(text: str, most: int) -> None:
    short = cut(text, most)
    assert len(short) <= most or most == 1
    assert not short.removesuffix("…").endswith("\u200d")
    assert text.startswith(short.removesuffix("…")) or short == text


def test_a_heading_too_long_for_a_header_is_bold() -> None:
    assert draw_card(Card("-", (Heading("x" * 150),)), ENGLISH)["blocks"][0]["type"] == "header"
    assert draw_card(Card("-", (Heading("x" * 151),)), ENGLISH)["blocks"][0]["type"] == "rich_text"


def test_a_card_without_elements_says_its_summary() -> None:
    drawn = draw_card(Card("short & <sweet>", ()), ENGLISH)
    assert drawn["text"] == "short &amp; &lt;sweet&gt;"
    assert "".join(texts(drawn["blocks"])).strip() == "short & <sweet>"
    assert size(drawn["blocks"]) == len(json.dumps(drawn["blocks"], separators=(",", ":")))
