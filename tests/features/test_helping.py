"""Help: what it says can be typed is understood, in both languages, and everything unreadable gets a kind answer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.cards import Quote
from bot.chat.events import Place
from bot.chat.speech import say
from bot.chat.words import t
from bot.features import helping, reassuring
from bot.features.helping import GIVEN_BACK, IN_A_BUTTON, WISHES
from bot.features.outcome import Outcome
from bot.okr.model import Language
from bot.reading.command import read_command
from bot.reading.reply import read_reply
from bot.reading.resting import read_rest
from bot.reading.types import Command, DidYouMean, KeyResultHint, Verb
from tests.features.desk import Desk, button, cards, lines, measured


def help_card(desk: Desk, person: int) -> Outcome:
    with desk.book(person) as book:
        return helping.help(desk.commanded(person, "help"), book)


def test_help_is_three_examples_and_the_rest_a_click_away(desk: Desk) -> None:
    outcome = help_card(desk, desk.ada)
    text = lines(outcome)
    assert text.count("“") == 4
    with desk.book(desk.ada) as book:
        more = helping.pressed(desk.pressed(desk.ada, button(outcome, "Everything you can type").action), book)
    assert "list @ada" in lines(more)
    assert "列出 @小陈" in lines(more, "zh")


def test_the_example_is_of_ones_own_key_result_in_ones_own_figures(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "250000", "350000", word="sign-ups", written_in="k"))
    assert "“KR1 250k, on track”" in lines(help_card(desk, desk.ada))
    assert "「KR1 250k，进展顺利」" in lines(help_card(desk, desk.ada), "zh")
    assert "KR3 310k" in lines(help_card(desk, desk.bo))


def test_a_milestone_has_an_example_without_a_number(desk: Desk) -> None:
    desk.objective("At home", replace(measured("Certified", None, None), kind="milestone"))
    assert "“KR1 on track”" in lines(help_card(desk, desk.ada))


def documented(language: Language) -> list[tuple[str, str]]:
    """Every phrase that help says can be typed, by what it is for."""
    return [
        (name, phrase.strip())
        for name in ("new", "drafts", "edit", "walk", "home", "list", "show", "tree", "summary", "settings", "nudges")
        for phrase in re.split("[,、]", say(t(f"helping-typed-{name}"), language, "UTC"))
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_help_says_can_be_typed_is_understood(language: Language) -> None:
    phrases = documented(language)
    assert len(phrases) >= 14
    for name, phrase in phrases:
        read = read_command(phrase.removeprefix("/okr"), slash=True)
        assert isinstance(read, Command), phrase
        assert read.verb == {"walk": "check_in"}.get(name, name), phrase


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_way_to_be_left_alone_that_help_names_is_understood(language: Language) -> None:
    wishes = [
        (name, phrase.strip())
        for name in ("away", "snooze", "stop")
        for phrase in re.split("[,、]", say(t(f"helping-typed-{name}"), language, "UTC"))
    ]
    kinds = [(name, rest.kind) for name, phrase in wishes if (rest := read_rest(phrase, today=date(2027, 1, 12)))]
    assert kinds == [
        ("away", "away"), ("away", "away"), ("snooze", "snooze"), ("snooze", "snooze"), ("stop", "stop"), ("stop", "start"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_update_is_read_as_help_says_it_is(desk: Desk, language: Language) -> None:
    hint = KeyResultHint("Sign-ups", Decimal(0), Decimal(500000), Decimal(0), "count", "KR3")
    update = read_reply(say(t("helping-typed-update"), language, "UTC"), [hint], today=desk.now.date())
    assert update.intent == "checkin"
    assert [(one.status, one.value) for one in update.updates] == [("on_track", Decimal(310_000))]
    nothing = read_reply(say(t("helping-typed-no-change"), language, "UTC"), [hint], today=desk.now.date())
    assert nothing.intent == "no_change"


@pytest.mark.parametrize("verb", get_args(Verb))
def test_every_wish_has_a_button_that_does_it(desk: Desk, verb: Verb) -> None:
    desk.objective("A draft", state="draft")
    with desk.book(desk.ada) as book:
        outcome = helping.did_you_mean(desk.said(desk.ada, "lits"), book, DidYouMean((verb,)))
        action = button(outcome, say(WISHES[verb], "en", "UTC")).action
        if verb == "help":
            assert action.verb == "help.show"
            return
        typed = helping.typed(desk.pressed(desk.ada, action))
    read = read_command(typed.text, slash=True)
    assert isinstance(read, Command)
    assert read.verb == verb


def test_a_mistyped_wish_keeps_what_it_was_about(desk: Desk) -> None:
    with desk.book(desk.ada) as book:
        event = desk.said(desk.ada, "lsit growth")
        outcome = helping.did_you_mean(event, book, DidYouMean(("list", "help", "discard"), "growth"))
        typed = helping.typed(desk.pressed(desk.ada, button(outcome, "List: growth").action))
    assert typed.text == "list growth"
    assert lines(outcome).count("[Help]") == 1
    assert "draft" not in lines(outcome)


def test_what_a_button_cannot_carry_is_given_back(desk: Desk) -> None:
    rest = "My objective is " + "x" * IN_A_BUTTON
    with desk.book(desk.ada) as book:
        outcome = helping.did_you_mean(desk.said(desk.ada, f"nwe {rest}"), book, DidYouMean(("new",), rest))
    (quote,) = [one for one in cards(outcome)[0].elements if isinstance(one, Quote)]
    assert quote.words == rest
    assert button(outcome, "New OKR").action.get("text") == "new"


@given(text=st.text(max_size=2 * GIVEN_BACK))
def test_what_is_not_understood_is_quoted_to_the_letter(standing_desk: Desk, text: str) -> None:
    desk = standing_desk
    with desk.book(desk.ada) as book:
        outcome = helping.not_understood(desk.said(desk.ada, text), book)
    quoted = [one.words for one in cards(outcome)[0].elements if isinstance(one, Quote)]
    words = text.strip()
    assert quoted == ([] if not words else [words] if len(words) <= GIVEN_BACK else [words[: GIVEN_BACK - 1] + "…"])
    assert "nothing was recorded" in lines(outcome)


def test_every_dead_end_has_its_own_words_and_a_way_on(desk: Desk) -> None:
    with desk.book(desk.ada) as book:
        outcomes = [
            helping.empty(desk.said(desk.ada, "  "), book),
            helping.emoji_only(desk.said(desk.ada, "👍🏽"), book),
            helping.too_long(desk.said(desk.ada, "x" * 20_001), book),
            helping.not_understood(desk.said(desk.ada, "blue"), book),
        ]
    firsts = {lines(outcome).splitlines()[0] for outcome in outcomes}
    assert len(firsts) == len(outcomes)
    assert all(button(outcome, "Start an OKR").opens_form for outcome in outcomes)
    assert "👍🏽" in lines(outcomes[1])
    assert "20,001" in lines(outcomes[2])


def test_an_emoji_from_an_owner_is_no_update_and_says_what_would_be(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "1", "2"))
    with desk.book(desk.ada) as book:
        text = lines(helping.emoji_only(desk.said(desk.ada, "👍"), book))
    assert "Nothing was recorded" in text
    assert "“KR1 1, on track”" in text


def test_the_first_minute_says_how_to_be_left_alone(desk: Desk) -> None:
    with desk.book(desk.li) as book:
        outcome = helping.welcome(desk.opened(desk.li), book)
    assert "once a week" in lines(outcome)
    assert "李明，您好" in lines(outcome, "zh")


def test_help_is_for_the_one_who_asked(desk: Desk) -> None:
    with desk.book(desk.ada) as book:
        outcome = helping.help(desk.commanded(desk.ada, "help", Place("c-growth", "channel", "growth")), book)
    assert outcome.answers[0].kind == "whisper"


def test_whoever_asks_who_is_told_hears_of_every_lead_that_is(desk: Desk) -> None:
    mine = [measured(f"Count {n}", "1", "9", owner=desk.cas) for n in range(8)]
    desk.objective("Alone", *mine)
    desk.objective("Grow", measured("Sign-ups", "1", "9", owner=desk.cas), team=desk.growth)
    with desk.book(desk.cas) as book:
        answer = reassuring.asked(desk.said(desk.cas, "who sees this?"), book)
    assert answer is not None
    assert "Ada Park hears of it" in lines(answer)
