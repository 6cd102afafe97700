"""The part of the home page about one's teams: none, one, many; and nothing of it in what a command answers."""

from __future__ import annotations

import pytest

from bot.chat.events import Event
from bot.features import viewing
from tests.features.desk import Desk, lines, measured


def page(desk: Desk, event: Event) -> str:
    with desk.book(event.origin.person) as book:
        return lines(viewing.home(event, book))


def a_team(desk: Desk, name: str, *members: int) -> None:
    team = desk.storage.directory.team(desk.workspace, name, lead=members[0], members=members)
    desk.objective(f"{name} ships", measured("Releases", "0", "10", owner=desk.bo), team=team)


def test_one_team_with_its_state_and_whose_news_is_to_come(desk: Desk) -> None:
    desk.objective(
        "At home", measured("Sign-ups", "0", "10"), measured("Churn", "9", "3", owner=desk.bo), team=desk.growth
    )
    desk.check_in(1, "9")
    text = page(desk, desk.opened(desk.ada))
    assert "Your team\n" in text
    assert "Growth: What we know so far looks good; more news is still to come." in text
    assert "2 key results: 1 on track and 1 without a recent check-in." in text
    assert "Still to hear from Bo Lind (KR2)." in text
    assert "more of your teams" not in text
    own = page(desk, desk.opened(desk.bo))
    assert "Growth:" in own
    assert "Still to hear" not in own, "what one owes stands above"


def test_a_command_is_answered_without_it(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "0", "10"), team=desk.growth)
    assert "Your team" not in page(desk, desk.commanded(desk.ada))


@pytest.mark.parametrize("nobody", ["in no team", "in a team that measures nothing"])
def test_nothing_is_said_of_nothing(desk: Desk, nobody: str) -> None:
    person = desk.cas if nobody == "in no team" else desk.ada
    desk.objective("Alone", measured("Runs", "0", "10"), author=person, level="individual")
    assert "Your team" not in page(desk, desk.opened(person))


def test_of_many_teams_a_few_and_the_way_to_the_others(desk: Desk) -> None:
    desk.objective("Mine", measured("Runs", "0", "10"), author=desk.cas)
    for number in range(8):
        a_team(desk, f"Team {number}", desk.cas, desk.bo)
    text = page(desk, desk.opened(desk.cas))
    assert [f"Team {number}:" in text for number in range(8)] == [True] * 3 + [False] * 5
    assert "5 more of your teams are on the list of teams." in text
    assert "All teams" in text
