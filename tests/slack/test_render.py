"""Whatever stands in a card or form: it keeps to the limits, Slack's own models know it, and nothing that was typed does anything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from adapters.slack.limits import CHART_POINTS, FALLBACK, MESSAGE_SIZE, Json, problems, size
from adapters.slack.render import draw_card, draw_form, draw_home, draw_unfurl
from adapters.slack.render_chart import chart_blocks, thinned
from adapters.slack.render_fit import fit
from adapters.slack.render_text import fallback, pieces, speaker
from adapters.slack.stood import Stood
from bot.chat.cards import (
    Button,
    Buttons,
    Card,
    Chart,
    ChartPoint,
    Divider,
    Form,
    Heading,
    Menu,
    Option,
    Paragraph,
    Progress,
    action,
)
from bot.chat.events import Place
from bot.chat.shown import visible
from bot.chat.words import t
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


@pytest.mark.parametrize(("years", "days"), [((2025, 2026), ["1 Mar 2025", "1 Mar 2026"]), ((2026,), ["1 Mar"])])
def test_days_of_two_years_are_told_apart(years: tuple[int, ...], days: list[str]) -> None:
    points = tuple(ChartPoint(date(year, 3, 1), Decimal(year)) for year in years)
    chart, *_ = chart_blocks(Chart("History", points, "as it went"), speaker(ENGLISH))
    assert chart["chart"]["axis_config"]["categories"] == days


@given(TYPED_ANYHOW | LONG)
def test_the_fallback_is_never_empty_never_long_and_never_markup(words: str) -> None:
    text = fallback(words)
    assert 1 <= len(text) < FALLBACK
    assert not re.search(r"[<>]|&(?!(?:amp|lt|gt);)", text)


def test_a_heading_too_long_for_a_header_is_bold() -> None:
    assert draw_card(Card("-", (Heading("x" * 150),)), ENGLISH)["blocks"][0]["type"] == "header"
    assert draw_card(Card("-", (Heading("x" * 151),)), ENGLISH)["blocks"][0]["type"] == "rich_text"


def test_a_card_without_elements_says_its_summary() -> None:
    drawn = draw_card(Card("short & <sweet>", ()), ENGLISH)
    assert drawn["text"] == "short &amp; &lt;sweet&gt;"
    assert "".join(texts(drawn["blocks"])).strip() == "short & <sweet>"
    assert size(drawn["blocks"]) == len(json.dumps(drawn["blocks"], separators=(",", ":")))


def test_what_opens_a_line_stands_in_the_part_of_that_line() -> None:
    words = t("button-more")
    line = Progress("KR1", "Sign-ups", "on_track", words, opens=action("view.show", id="KR1"))
    more = Buttons((Button(words, action("view.list", scope="all")),))
    blocks = draw_card(Card(words, (Heading(words), line, Divider(), Heading(words), more)), ENGLISH)["blocks"]
    assert [block["type"] for block in blocks] == ["header", "rich_text", "actions", "divider", "rich_text", "actions"]
