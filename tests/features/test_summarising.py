"""The summary: right figures, kind words, looked over before it goes out, and out once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.chat.cards import Action, Paragraph, Quote
from bot.chat.effects import KeepForm, Revise, Show, Whisper
from bot.chat.events import Place
from bot.features import summarising
from bot.features.outcome import Outcome
from bot.features.states import AskingLeadIn, AskingTeam, Previewing, Reporting, State
from bot.features.summarising.preview import LEAD_IN
from bot.ports.changes import AddPost
from bot.ports.unit import Tell, ToPlace
from tests.features.desk import Desk, button, cards, drawn, lines, measured, menu
from tests.features.previews import start


def press(desk: Desk, person: int, action: Action, choice: str = "", state: State | None = None) -> Outcome:
    with desk.book(person) as book:
        return summarising.pressed(state, desk.pressed(person, action, choice), book)


def answer(desk: Desk, person: int, state: Previewing | AskingTeam | AskingLeadIn, text: str) -> Outcome | None:
    with desk.book(person) as book:
        return summarising.answer(state, desk.said(person, text), book)


def state_of(outcome: Outcome) -> State | None:
    assert outcome.state != "keep"
    return outcome.state


def posted(outcome: Outcome) -> Tell:
    (tell,) = outcome.tells
    return tell


def nothing_done(outcome: Outcome) -> bool:
    """Nothing is written and nothing goes out."""
    return not outcome.tells and not outcome.changes


def test_it_goes_out_once_however_often_it_is_pressed(week: Desk) -> None:
    post = button(start(week, week.ada), "Post to #growth").action
    first = press(week, week.ada, post, state=Previewing(week.growth))
    assert isinstance(first.answers[0], Revise)
    assert "Posted to #growth" in lines(first)
    assert state_of(first) is None
    assert posted(first).to == ToPlace("test", "c-growth")
    sent = posted(first)
    assert first.changes == (AddPost(week.growth, week.now, week.ada, "", "test", "c-growth", sent.occurrence),)
    assert (sent.author, sent.under, sent.revises) == (week.ada, None, None)
    week.carry_out(week.ada, first)
    second = press(week, week.ada, post)
    assert nothing_done(second)
    assert "This press posted nothing more" in lines(second)


def test_two_presses_at_once_are_one_post(week: Desk) -> None:
    post = button(start(week, week.ada), "Post to #growth").action
    assert posted(press(week, week.ada, post)).occurrence == posted(press(week, week.ada, post)).occurrence


def test_what_is_posted_is_what_was_previewed(week: Desk) -> None:
    preview = start(week, week.ada)
    card = posted(press(week, week.ada, button(preview, "Post to #growth").action)).card
    for language in ("en", "zh"):
        assert drawn(card, language) in lines(preview, language)


def test_news_between_preview_and_post_are_shown_first(week: Desk) -> None:
    post = button(start(week, week.ada), "Post to #growth").action
    week.check_in(3, "55")
    again = press(week, week.ada, post)
    assert nothing_done(again)
    assert "Something has changed since that preview" in lines(again)
    assert posted(press(week, week.ada, button(again, "Post to #growth").action)).to == ToPlace("test", "c-growth")


def test_another_channel_can_be_chosen(week: Desk) -> None:
    choice = menu(start(week, week.ada))
    outcome = press(week, week.ada, choice.action, choice.options[0].value)
    assert posted(outcome).to == ToPlace("test", "c-general")
    gone = press(week, week.ada, choice.action, "test:c-nowhere")
    assert gone.tells == ()
    assert "no longer post to that channel" in lines(gone)


def test_without_a_home_channel_the_place_it_was_asked_in_is_offered(desk: Desk) -> None:
    desk.objective("Up", measured("Pages", "30", "10", owner=desk.li), author=desk.li, team=desk.platform)
    here = start(desk, desk.li, "platform", Place("c-general", "channel", "general"))
    assert isinstance(here.answers[0], Whisper)
    assert "[Post to #general]" in lines(here)
    direct = start(desk, desk.li)
    assert "[Post to" not in lines(direct)
    assert len(menu(direct).options) == 2


def test_only_the_teams_people_post(week: Desk) -> None:
    outcome = start(week, week.cas, "growth")
    assert "up to the people of Growth: Ada Park and Bo Lind can" in lines(outcome)
    assert "[" not in lines(outcome)
    assert state_of(outcome) is None
    forged = button(start(week, week.ada), "Post to #growth").action
    refused = press(week, week.cas, forged)
    assert nothing_done(refused)
    assert "up to the people of Growth" in lines(refused)


def test_a_team_that_names_nobody_is_everybodys(desk: Desk) -> None:
    everyone = desk.storage.directory.team(desk.workspace, "Everyone")
    desk.objective("Up", measured("Pages", "30", "10"), team=everyone)
    assert len(menu(start(desk, desk.cas, "everyone")).options) == 2


def test_the_first_line_is_written_in_a_form(week: Desk) -> None:
    opened = press(week, week.ada, button(start(week, week.ada), "Edit the first line").action)
    (show,) = opened.answers
    assert isinstance(show, Show)
    assert opened.state == AskingLeadIn(week.growth)
    with week.book(week.ada) as book:
        event = week.submitted(week.ada, show.form.action, lead_in="  We are back!\n Thanks all. ")
        outcome = summarising.submitted(opened.state, event, book)
    assert "We are back! Thanks all.\nO1 At home" in lines(outcome)
    state = state_of(outcome)
    assert isinstance(state, Previewing)
    assert state.lead_in == "We are back! Thanks all."
    sent = posted(press(week, week.ada, button(outcome, "Post to #growth").action))
    assert Paragraph("We are back! Thanks all.") in sent.card.elements


def test_a_line_that_is_too_long_stays_in_the_form(week: Desk) -> None:
    typed = "x" * (LEAD_IN + 1)
    with week.book(week.ada) as book:
        event = week.submitted(week.ada, Action("summary.lead_in", (("team", str(week.growth)),)), lead_in=typed)
        (kept,) = summarising.submitted(AskingLeadIn(week.growth), event, book).answers
    assert isinstance(kept, KeepForm)
    assert kept.form.fields[0].value == typed
    assert kept.form.errors


def test_the_first_line_can_be_typed(week: Desk) -> None:
    outcome = answer(week, week.ada, AskingLeadIn(week.growth), "We are back!")
    assert outcome is not None
    assert "We are back!\nO1 At home" in lines(outcome)
    too_long = answer(week, week.ada, AskingLeadIn(week.growth), "y" * (LEAD_IN + 1))
    assert too_long is not None
    assert too_long.state == "keep"
    assert [one.words for one in cards(too_long)[0].elements if isinstance(one, Quote)] == ["y" * (LEAD_IN + 1)]


def test_a_closed_form_leads_back_to_the_preview(week: Desk) -> None:
    preview = start(week, week.ada)
    with week.book(week.ada) as book:
        action = Action("summary.lead_in", (("lead_in", "Old"), ("team", str(week.growth))))
        closed = summarising.dismissed(week.dismissed(week.ada, action), book)
    assert closed.answers == ()
    state = state_of(closed)
    assert isinstance(state, Previewing)
    shown = state_of(preview)
    assert isinstance(shown, Previewing)
    assert state == replace(shown, lead_in="Old")


@pytest.mark.parametrize("words", ["yes", "Post it!", "发吧", "looks good, thanks"])
def test_yes_posts_it(week: Desk, words: str) -> None:
    state = state_of(start(week, week.ada))
    assert isinstance(state, Previewing)
    outcome = answer(week, week.ada, state, words)
    assert outcome is not None
    assert posted(outcome).to == ToPlace("test", "c-growth")
    week.check_in(3, "55")
    stale = answer(week, week.ada, state, words)
    assert stale is not None
    assert stale.tells == ()


@pytest.mark.parametrize("words", ["not now", "先不发", "no"])
def test_no_leaves_it_and_says_so(week: Desk, words: str) -> None:
    outcome = answer(week, week.ada, Previewing(week.growth), words)
    assert outcome is not None
    assert state_of(outcome) is None
    assert "Nothing was posted" in lines(outcome)
    assert "# Growth" in lines(press(week, week.ada, button(outcome, "New summary").action))


def test_other_words_are_left_to_others(week: Desk) -> None:
    assert answer(week, week.ada, Previewing(week.growth), "KR1 320k") is None


def test_which_team_is_asked_and_any_answer_is_answered(week: Desk) -> None:
    asked = start(week, week.cas)
    assert asked.state == AskingTeam()
    assert [option.label for option in menu(asked).options] == ["Growth", "Platform"]
    chosen = press(week, week.cas, menu(asked).action, menu(asked).options[0].value)
    assert "# Growth" in lines(chosen)
    for typed, part in (
        ("the growth team", "# Growth"),
        ("Sales", "no team called “Sales”"),
        ("取消", "Nothing was posted"),
    ):
        outcome = answer(week, week.cas, AskingTeam(), typed)
        assert outcome is not None
        assert part in lines(outcome)


def test_the_channel_says_which_team(week: Desk) -> None:
    outcome = start(week, week.cas, place=Place("c-growth", "channel", "growth"))
    assert "# Growth" in lines(outcome)


def test_a_team_without_objectives_is_told_how_to_have_one(desk: Desk) -> None:
    outcome = start(desk, desk.li)
    assert "Platform has no objective in this cycle yet" in lines(outcome)
    assert state_of(outcome) is None


def test_other_questions_stay_open(week: Desk) -> None:
    post = button(start(week, week.ada), "Post to #growth").action
    outcome = press(week, week.ada, post, state=Reporting(1))
    assert outcome.state == Reporting(1)


@pytest.mark.parametrize("verb", ["summary.post", "summary.edit", "summary.drop", "summary.team", "summary.start"])
@pytest.mark.parametrize(
    "args", [(), (("team", "77"),), (("as_of", "soon"), ("team", "1")), (("as_of", "2026-11-23"), ("team", "1"))]
)
def test_a_press_that_no_card_of_ours_made_posts_nothing(
    week: Desk, verb: str, args: tuple[tuple[str, str], ...]
) -> None:
    outcome = press(week, week.ada, Action(verb, args))
    assert outcome.answers
    assert nothing_done(outcome)
