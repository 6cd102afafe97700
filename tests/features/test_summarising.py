"""The summary: right figures, kind words, looked over before it goes out, and out once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.chat.cards import Action, Paragraph, Progress, Quote
from bot.chat.effects import KeepForm, Revise, Show, Whisper
from bot.chat.events import Place
from bot.features import summarising
from bot.features.outcome import Outcome
from bot.features.states import AskingLeadIn, AskingTeam, Previewing, Reporting, State
from bot.features.summarising.card import TOLD
from bot.features.summarising.preview import LEAD_IN
from bot.okr.model import HelpRequest, Settings
from bot.ports.changes import AddHelp, AddPost, PutSettings, ResolveHelp
from bot.ports.unit import Tell, ToPlace
from bot.reading.types import Command
from tests.core.office import MONDAY, Office
from tests.features.desk import Desk, button, cards, drawn, lines, measured, menu


def start(desk: Desk, person: int, words: str = "", place: Place | None = None) -> Outcome:
    with desk.book(person) as book:
        return summarising.start(desk.commanded(person, "summary", place), book, Command("summary", words))


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


@pytest.fixture
def week(desk: Desk) -> Desk:
    """Growth in the middle of its quarter: one key result moved, one fell behind, one was never checked in."""
    desk.objective(
        "At home in a week",
        measured("Sign-ups", "250000", "350000", word="sign-ups", written_in="k"),
        measured("Calls a day", "120", "30", owner=desk.bo),
        measured("Activation", "40", "60", unit="%"),
        team=desk.growth,
    )
    desk.check_in(1, "290000", days_ago=13)
    desk.check_in(1, "310000", days_ago=2, note="The outage is behind us")
    desk.check_in(2, "110", days_ago=3, by=desk.bo, note="Two big imports pending")
    return desk


def test_the_preview_says_what_has_happened(week: Desk) -> None:
    text = lines(start(week, week.ada))
    for part in (
        "Only you see it so far",
        "# Growth, the week to 23 Nov",
        "One key result is off track and could use a hand.",
        "O1 At home in a week 24% | off track | +10 points since 16 Nov | Ada Park",
        "# What moved\nKR1, Sign-ups, went from 290k to 310k and is on track.\n> The outage is behind us (Ada Park)",
        "# What could use a hand\nKR2, Calls a day, went from 120 to 110 and is well behind. By now",
        "> Two big imports pending (Bo Lind)",
        "# What comes next\nStill to hear from Ada Park (KR3).",
        "3 key results: 1 on track, 1 off track and 1 without a recent check-in. Compared with Mon 16 Nov, a week ago.",
        "[Post to #growth] [Edit the first line] [Not now]",
        "(Another channel: #general)",
    ):
        assert part in text, part


def test_the_preview_reads_the_same_in_chinese(week: Desk) -> None:
    text = lines(start(week, week.ada), "zh")
    for part in (
        "一周小结 · Growth · 截至11月23日",
        "有 1 个关键结果严重落后，需要大家搭把手。",
        "有进展的\nKR1「Sign-ups」从",
        "需要搭把手的\nKR2「Calls a day」从 120 到了 110，落后较多。按进度现在应为",
        "较11月16日 +10 个百分点",
        "还在等消息：Ada Park（KR3）。",
        "[发到 #growth] [修改开头] [先不发]",
    ):
        assert part in text, part


def test_change_counts_from_the_last_summary(week: Desk) -> None:
    week.posted(week.growth, days_ago=20)
    text = lines(start(week, week.ada))
    assert "went from 250k to 310k" in text
    assert "Tue 3 Nov, when the last summary went out" in text
    week.posted(week.growth, days_ago=1)
    after = lines(start(week, week.ada))
    assert "What moved" not in after
    assert "went from" not in after
    assert "outage" not in after


def test_a_first_value_is_news_even_with_nothing_to_compare_it_to(desk: Desk) -> None:
    desk.objective("Loved", replace(measured("NPS", None, "60", unit="score"), kind="maintain_above"), team=desk.growth)
    desk.check_in(1, "41")
    text = lines(start(desk, desk.ada))
    assert "KR1, NPS, has its first number, 41, and is well behind." in text


def test_order_is_that_of_the_objectives_whoever_did_best(desk: Desk) -> None:
    desk.objective(
        "First", measured("Worst", "0", "100", owner=desk.bo), measured("Best", "0", "100"), team=desk.growth
    )
    desk.objective("Second", measured("Middle", "0", "100", owner=desk.li), team=desk.growth)
    for key_result, value in ((1, "1"), (2, "99"), (3, "50")):
        desk.check_in(key_result, value)
    card = cards(start(desk, desk.ada))[0]
    assert [one.label for one in card.elements if isinstance(one, Progress)] == ["O1", "O2"]
    text = lines(start(desk, desk.ada))
    moved, hand = text.index("What moved"), text.index("What could use a hand")
    assert moved < text.index("KR2, Best") < hand < text.index("KR1, Worst") < text.index("KR3, Middle")


def test_a_call_for_help_is_told_until_it_is_over(week: Desk) -> None:
    request = HelpRequest(1, 1, week.ada, week.cas, "keys", week.now)
    week.write(week.ada, AddHelp(request))
    text = lines(start(week, week.ada))
    hand = text.index("What could use a hand")
    assert hand < text.index("KR1, Sign-ups") < text.index("Ada Park has asked Cas Ray for help.\n> keys (Ada Park)")
    week.write(week.ada, ResolveHelp(1, week.cas, week.now))
    assert "asked Cas Ray" not in lines(start(week, week.ada))


@pytest.mark.parametrize(
    ("covered", "said"),
    [
        (False, "Ada Park (KR3) is away until Wed 25 Nov."),
        (True, "Ada Park (KR3) is away until Wed 25 Nov; Cas Ray checks in meanwhile."),
    ],
)
def test_nobody_is_waited_for_who_is_away(week: Desk, covered: bool, said: str) -> None:
    away = Settings(away_from=date(2026, 11, 20), away_to=date(2026, 11, 25), stand_in=week.cas if covered else None)
    week.write(week.ada, PutSettings(week.ada, away, week.now))
    text = lines(start(week, week.ada))
    assert f"# What comes next\n{said}" in text
    assert "Still to hear" not in text
    week.objective("More", measured("Pages", "30", "10", owner=week.bo), team=week.growth)
    assert f"Still to hear from Bo Lind (KR4). {said}" in lines(start(week, week.ada))
    week.now += timedelta(days=4)
    back = lines(start(week, week.ada))
    assert "and Ada Park (KR3)." in back
    assert "away until" not in back


def test_what_is_due_soon_and_what_goes_on_is_said_in_a_line(desk: Desk) -> None:
    soon = replace(measured("Soon", "0", "100"), due=date(2026, 12, 1))
    desk.objective("Aim", soon, measured("Calm", "0", "100"), team=desk.growth)
    desk.check_in(1, "90", days_ago=8)
    desk.check_in(2, "90", days_ago=8)
    desk.posted(desk.growth, days_ago=7)
    desk.check_in(2, "90", days_ago=1)
    desk.posted(desk.growth, days_ago=0)
    desk.now += timedelta(hours=1)
    text = lines(start(desk, desk.ada))
    assert "Due soon: KR1 on 1 Dec." in text
    assert "One key result goes on as before." in text


@pytest.mark.parametrize(
    ("values", "opening"),
    [
        (("90", "95"), "A good week: everything we measure is where it should be."),
        (("40", "95"), "Going well, with an eye on one key result at risk."),
        (("1", "2"), "2 key results are off track and could use a hand."),
        ((None, None), "A quiet week: no news from any key result yet."),
        (("90", None), "What we know so far looks good; more news is still to come."),
    ],
)
def test_the_first_line_fits_the_week(desk: Desk, values: tuple[str | None, ...], opening: str) -> None:
    desk.objective("Aim", measured("A", "0", "100"), measured("B", "0", "100"), team=desk.growth)
    for n, value in enumerate(values):
        if value is not None:
            desk.check_in(n + 1, value)
    assert opening in lines(start(desk, desk.ada))


def test_a_long_summary_only_counts_what_is_as_before(desk: Desk) -> None:
    many = TOLD + 3
    desk.objective("Much", *(measured(f"Number {n}", "0", "100") for n in range(many)), team=desk.growth)
    for n in range(many):
        desk.check_in(n + 1, "90", days_ago=8)
    desk.check_in(4, "95", note="Good news")
    text = lines(start(desk, desk.ada))
    assert "KR4, Number 3, went from 90 to 95" in text
    assert text.count(" Number ") == 1
    assert "from Ada Park (KR1, KR2" in text
    assert "and 2 more." in text


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


def test_a_draft_of_the_team_is_not_in_it(week: Desk) -> None:
    week.objective("Secret plan", measured("Secret", "1", "2"), team=week.growth, state="draft")
    assert "Secret" not in lines(start(week, week.ada))


def test_an_edited_check_in_counts_from_where_it_stood_before_both(week: Desk) -> None:
    week.amend(2, 1, "300000", note="Miscounted")
    text = lines(start(week, week.ada))
    assert "went from 290k to 300k" in text
    assert "Miscounted" in text
    assert "outage" not in text


def test_a_week_with_news_is_not_called_quiet_because_all_are_due_again() -> None:
    office = Office()
    office.okr(office.ada, "My objective is grow as measured by sign-ups from 10 to 20; leads from 5 to 9")
    office.say(office.ada, "KR1 12, the fair helped; KR2 6")
    office.now = MONDAY + timedelta(days=7)
    preview = office.command(office.ada, "summary growth").text
    assert "the fair helped" in preview
    assert "Still to hear" in preview
    assert "no news" not in preview
