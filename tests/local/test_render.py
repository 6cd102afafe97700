from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.local.drawn import CARD as DRAWN_CARD
from adapters.local.drawn import FORM as DRAWN_FORM
from adapters.local.render import draw_answer, draw_card, draw_form
from bot.chat.cards import Card, Chart, ChartPoint, Element, FormField, Progress
from bot.chat.effects import KeepForm, Revise, Say, Show, Whisper
from bot.chat.words import t
from bot.ports.door import Reader
from tests.local.everything import CARD, CHINESE, ENGLISH, FORM, NASTY

READERS = (ENGLISH, CHINESE)


def test_the_examples_leave_no_element_and_no_field_out() -> None:
    assert {type(element) for element in CARD.elements} == set(get_args(Element))
    assert {type(field) for field in FORM.fields} == set(get_args(FormField))


@pytest.mark.parametrize("reader", READERS)
def test_what_is_drawn_is_plain_json_and_comes_back_the_same(reader: Reader) -> None:
    card, form = draw_card(CARD, reader), draw_form(FORM, reader)
    assert DRAWN_CARD.validate_json(json.dumps(card)) == card
    assert DRAWN_FORM.validate_json(json.dumps(form)) == form


@pytest.mark.parametrize("reader", READERS)
def test_what_people_typed_stays_to_the_letter(reader: Reader) -> None:
    card, form = draw_card(CARD, reader), draw_form(FORM, reader)
    assert card["elements"][1] == {"kind": "paragraph", "text": NASTY}
    assert card["elements"][2] == {"kind": "quote", "text": NASTY, "by": "Ada"}
    assert form["intro"] == NASTY
    assert form["fields"][0]["value"] == NASTY
    assert form["fields"][1]["label"] == NASTY


def test_every_word_of_ours_is_in_the_readers_language() -> None:
    english, chinese = draw_card(CARD, ENGLISH), draw_card(CARD, CHINESE)
    assert (english["summary"], chinese["summary"]) == ("on track", "进展顺利")
    assert (english["language"], chinese["language"]) == ("en", "zh")
    for one, other in zip(english["elements"], chinese["elements"], strict=True):
        if one["kind"] == "buttons" and other["kind"] == "buttons":
            assert [button["label"] for button in one["buttons"]] == ["Save", "Edit", "Discard"]
            assert [button["label"] for button in other["buttons"]] == ["保存", "修改", "放弃"]


def test_a_bar_says_in_words_what_it_shows() -> None:
    drawn = draw_card(CARD, ENGLISH)["elements"][6]
    assert drawn["kind"] == "progress"
    assert (drawn["percent"], drawn["expected"], drawn["share"]) == (55, 58, "55%")
    assert drawn["alt"] == "55% done, 58% expected by now"
    assert drawn["opens"] == {"verb": "view.show", "args": {"id": "KR3"}}


def test_errors_stand_at_their_fields_and_the_rest_above_them() -> None:
    drawn = draw_form(FORM, ENGLISH)
    assert [field["error"] for field in drawn["fields"]] == ["no date yet", None, None, None, None]
    assert drawn["errors"] == ["nobody yet"]
    assert drawn["fields"][3]["value"] == "2026-12-31"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Say(CARD), "say"),
        (Whisper(CARD), "whisper"),
        (Revise(CARD), "revise"),
        (Show(FORM), "show"),
        (KeepForm(FORM), "keep_form"),
    ],
)
def test_answers_keep_what_they_are(answer: Say | Whisper | Revise | Show | KeepForm, kind: str) -> None:
    drawn = draw_answer(answer, ENGLISH)
    assert drawn["kind"] == kind
    if drawn["kind"] == "show" or drawn["kind"] == "keep_form":
        assert drawn["form"] == draw_form(FORM, ENGLISH)
    else:
        assert drawn["card"] == draw_card(CARD, ENGLISH)


@given(st.one_of(st.none(), st.decimals(allow_nan=False, allow_infinity=False)), st.integers(-3, 9))
def test_any_progress_fits_its_bar(percent: Decimal | None, depth: int) -> None:
    line = Progress("O1", "", "pending", "", percent=percent, expected=percent, depth=depth)
    drawn = draw_card(Card("x", (line,)), ENGLISH)["elements"][0]
    assert drawn["kind"] == "progress"
    assert 0 <= drawn["depth"] <= 4
    assert (drawn["percent"] is None) == (percent is None)
    assert drawn["percent"] is None or 0 <= drawn["percent"] <= 100


_VALUES = st.decimals(min_value=-(10**12), max_value=10**12, places=3)


@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2030, 1, 1)), _VALUES, st.none() | _VALUES), max_size=60))
def test_any_history_fits_its_picture(history: list[tuple[date, Decimal, Decimal | None]]) -> None:
    points = tuple(ChartPoint(on, value, expected) for on, value, expected in sorted(history, key=lambda one: one[0]))
    chart = Chart(t("no-date"), points, t("no-date"), target=points[0].value if points else None)
    drawn = draw_card(Card("x", (chart,)), ENGLISH)["elements"][0]
    assert drawn["kind"] == "chart"
    across = [point["across"] for point in drawn["points"]]
    assert across == sorted(across)
    for point in drawn["points"]:
        assert 0 <= point["across"] <= 1000
        assert 0 <= point["height"] <= 1000
        assert point["expected"] is None or 0 <= point["expected"] <= 1000
    highest = max((point.value for point in points), default=None)
    for given_point, drawn_point in zip(points, drawn["points"], strict=True):
        if given_point.value == highest:
            assert drawn_point["height"] == max(one["height"] for one in drawn["points"])
