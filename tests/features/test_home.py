"""What waits for somebody, before what is theirs."""

from __future__ import annotations

from datetime import timedelta

from bot.chat.cards import Action
from bot.features import viewing
from bot.features.viewing.home import DUE
from bot.okr.model import HelpRequest
from bot.ports.changes import AddHelp, ResolveHelp
from tests.features.desk import Desk, button, lines, measured
from tests.features.viewed import home, listed


def test_somebody_with_nothing_is_shown_how_to_begin(desk: Desk) -> None:
    outcome = home(desk, desk.ada)
    assert "as measured by" in lines(outcome)
    assert button(outcome, "Start an OKR").opens_form
    assert "来衡量" in lines(outcome, "zh")


def test_what_is_due_comes_before_what_is_mine(desk: Desk) -> None:
    desk.objective("Calm mornings", measured("Pages at night", "30", "10"), measured("Sleep", "6", "8"), owner=desk.bo)
    desk.check_in(2, "7", days_ago=1)
    outcome = home(desk, desk.ada)
    assert listed(outcome) == ["KR1", "O1", "KR2"]
    assert "One check-in is waiting" in lines(outcome)
    assert button(outcome, "Check in").action == Action("check_in.walk")


def test_what_has_not_moved_is_one_tap_away(desk: Desk) -> None:
    desk.objective(
        "Calm mornings", measured("Pages", "30", "10"), measured("Sleep", "6", "8"), measured("Tea", "1", "2")
    )
    desk.check_in(1, "20", days_ago=9)
    desk.check_in(2, "7", days_ago=9)
    text = lines(home(desk, desk.ada))
    assert "[Check in] [KR1: no change] [KR2: no change]\n" in text


def test_the_lead_is_told_of_a_week_that_nobody_has_posted(desk: Desk) -> None:
    desk.objective("Ours", measured("A", "0", "10", owner=desk.bo), team=desk.growth)
    desk.objective("Theirs", measured("B", "0", "10"), author=desk.li, team=desk.platform)
    assert "has news" not in lines(home(desk, desk.ada))
    desk.check_in(1, "3", by=desk.bo)
    outcome = home(desk, desk.ada)
    assert "The week of Growth has news that nobody has posted yet." in lines(outcome)
    assert "增长" not in lines(outcome, "zh")
    assert button(outcome, "Preview Growth").action == Action("summary.start", (("team", "Growth"),))
    assert "has news" not in lines(home(desk, desk.bo))  # who does not lead
    desk.check_in(2, "3", by=desk.li)
    assert "has news" not in lines(home(desk, desk.li))  # a team without a channel
    desk.posted(desk.growth, days_ago=0)
    assert "has news" not in lines(home(desk, desk.ada))
    desk.now += timedelta(days=8)
    assert "has news" not in lines(home(desk, desk.ada))  # nothing new since
    desk.check_in(1, "4", by=desk.bo)
    assert "has news" in lines(home(desk, desk.ada))


def test_who_was_asked_for_help_sees_it_until_it_is_settled(desk: Desk) -> None:
    desk.objective("Calm mornings", measured("Pages", "30", "10"))
    asked = HelpRequest(1, 1, desk.ada, desk.cas, "Who knows the pager?", desk.now)
    desk.write(desk.ada, AddHelp(asked))
    outcome = home(desk, desk.cas)  # who has nothing else here
    assert "Ada Park needs your help with KR1, Pages\n> Who knows the pager?" in lines(outcome)
    assert button(outcome, "It is resolved").action.get("request") == "1"
    assert "needs your help" not in lines(home(desk, desk.ada))
    desk.write(desk.cas, ResolveHelp(1, desk.cas, desk.now))
    assert "needs your help" not in lines(home(desk, desk.cas))


def test_nothing_is_waiting_after_a_fresh_check_in(desk: Desk) -> None:
    desk.objective("Calm mornings", measured("Pages at night", "30", "10"))
    desk.check_in(1, "20", days_ago=2)
    text = lines(home(desk, desk.ada))
    assert "Nothing is waiting for you" in text
    assert "[Check in]" not in text


def test_drafts_wait_for_their_author_alone(desk: Desk) -> None:
    desk.objective("Still thinking", state="draft")
    assert "Still thinking" in lines(home(desk, desk.ada))
    assert "Still thinking" not in lines(home(desk, desk.bo))


def test_home_shows_only_the_viewers_key_results_under_an_objective(desk: Desk) -> None:
    desk.objective("Calm mornings", measured("Pages", "30", "10"), measured("Sleep", "6", "8", owner=desk.bo))
    desk.check_in(1, "20")
    assert listed(home(desk, desk.ada)) == ["O1", "KR1"]


def test_many_due_check_ins_stay_readable(desk: Desk) -> None:
    desk.objective("Much", *(measured(f"Number {n}", "1", "2") for n in range(DUE + 2)))
    outcome = home(desk, desk.ada)
    assert listed(outcome)[: DUE + 1] == [*(f"KR{n + 1}" for n in range(DUE)), "O1"]
    assert f"{DUE + 2} check-ins are waiting" in lines(outcome)
    assert "and 2 more" in lines(outcome)


def test_home_is_new_only_to_somebody_with_nothing(desk: Desk) -> None:
    desk.objective("Thinking", state="draft")
    desk.objective("Ours", measured("A", "1", "2", owner=desk.bo), author=desk.li)
    found = {}
    for person in (desk.ada, desk.bo, desk.li, desk.cas):
        with desk.book(person) as book:
            found[person] = viewing.has_nothing(book)
    assert found == {desk.ada: False, desk.bo: False, desk.li: False, desk.cas: True}
