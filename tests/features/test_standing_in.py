"""A stand-in checks in while the owner is away, and only then; the owner hears it once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.chat.cards import action
from bot.chat.events import Mention
from bot.okr.model import CheckIn
from tests.core.office import Office
from tests.features.test_owning import give, told


@pytest.fixture
def office() -> Office:
    made = Office()
    made.okr(
        made.ada,
        "My objective is grow as measured by increase sign-ups from 250k to 350k; reduce refunds from 8% to 4%",
    )
    told(made)
    return made


def stand_in(office: Office, words: str = "I'm away until Friday, @bo checks in for me") -> str:
    return give(office, office.ada, words, ("@bo", office.bo)).text


def history(office: Office, key_result: int) -> tuple[CheckIn, ...]:
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        return book.check_ins(key_result)


def test_while_the_owner_is_away_it_is_recorded_by_one_for_the_other(office: Office) -> None:
    assert "belongs to Ada Park" in office.say(office.bo, "KR1 300k").text
    assert "Bo Lind checks in for you while you are away" in stand_in(office)
    assert "asks you to check in for them" in told(office)["bo"]
    assert "Recorded for Ada Park, who is away" in office.say(office.bo, "KR1 300k").text
    (entry,) = history(office, 1)
    assert (entry.person, entry.on_behalf_of) == (office.bo, office.ada)
    assert "Bo Lind for Ada Park" in office.say(office.ada, "show KR1").text


def test_a_stand_in_does_nothing_while_the_owner_is_here(office: Office) -> None:
    assert "Nothing changes until then" in stand_in(office, "@bo checks in for me while I'm away")
    assert "belongs to Ada Park" in office.say(office.bo, "KR1 300k").text
    office.say(office.ada, "I'm away until Friday")
    office.now += timedelta(days=6)
    assert "belongs to Ada Park" in office.say(office.bo, "KR1 300k").text
    assert history(office, 1) == ()


def test_nobody_else_checks_in_meanwhile_and_nobody_of_another_workspace(office: Office) -> None:
    stand_in(office)
    assert "belongs to Ada Park" in office.say(office.li, "KR1 300k").text
    assert "no KR1 here" in office.say(office.eve, "KR1 300k").text
    assert history(office, 1) == ()


def test_check_in_walks_through_the_owners_due_ones_too(office: Office) -> None:
    stand_in(office)
    asked = office.command(office.bo, "check in")
    assert "KR1" in asked.text
    office.say(office.bo, "300k")
    assert "That was all" in office.say(office.bo, "7%").text
    assert [one.on_behalf_of for one in (*history(office, 1), *history(office, 2))] == [office.ada, office.ada]


def test_the_home_of_a_stand_in_says_for_whom(office: Office) -> None:
    assert "waiting for you" not in office.command(office.bo, "").text
    stand_in(office)
    home = office.command(office.bo, "").text
    assert "2 check-ins are waiting for you" in home
    assert "Ada Park" in home


def test_a_helper_speaks_for_themselves(office: Office) -> None:
    give(office, office.ada, "KR1 contributor @bo copy", ("@bo", office.bo))
    stand_in(office)
    office.say(office.bo, "KR1 300k")
    (entry,) = history(office, 1)
    assert entry.on_behalf_of is None


def test_the_stand_in_may_say_no_and_a_stale_no_changes_nothing(office: Office) -> None:
    stand_in(office)
    told(office)
    no = action("settings.decline", person=office.ada)
    assert "nothing changed" in office.press(office.li, no).text
    assert "hears that you cannot" in office.press(office.bo, no).text
    assert "Bo Lind cannot check in for you" in told(office)["ada"]
    assert "nothing changed" in office.press(office.bo, no).text
    assert "belongs to Ada Park" in office.say(office.bo, "KR1 300k").text


def test_who_is_back_early_hears_it_with_the_answer_and_not_again(office: Office) -> None:
    stand_in(office)
    office.say(office.bo, "KR1 300k, a good week")
    told(office)
    back = office.say(office.ada, "I'm back")
    assert "While you were away, Bo Lind recorded for you" in back.text
    assert "a good week" in back.text
    assert office.storage.units.due_returns(office.now + timedelta(days=30)) == ()


def test_who_is_back_hears_it_once_even_where_nothing_is_due(office: Office) -> None:
    stand_in(office, "I'm away until Tuesday, @bo checks in for me")
    office.say(office.bo, "KR1 300k")
    told(office)
    due = office.storage.units.due_returns(office.now + timedelta(days=30))
    assert [one.person for one in due] == [office.ada]
    office.now = due[0].back_at
    office.turns.tick(office.now)
    assert "While you were away, Bo Lind recorded for you" in told(office)["ada"]
    office.turns.tick(office.now + timedelta(hours=1))
    assert told(office) == {}


def test_nothing_recorded_nothing_told(office: Office) -> None:
    stand_in(office, "I'm away until Tuesday, @bo checks in for me")
    told(office)
    due = office.storage.units.due_returns(office.now + timedelta(days=30))
    office.now = due[0].back_at
    office.turns.tick(office.now)
    assert told(office) == {}


def test_the_form_names_a_stand_in_as_well(office: Office) -> None:
    form = office.press(office.ada, action("settings.open")).form
    saved = office.submit(office.ada, form, stand_in=str(office.bo))
    assert "While you are away\nBo Lind" in saved.text
    assert "asks you to check in" in told(office)["bo"]
    assert "nobody checks in" in office.say(office.ada, "no stand-in").text
    forged = office.submit(office.ada, form, stand_in="99")
    assert "nobody checks in" in forged.text


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("@ada checks in for me", "That is you"),
        ("I'm away until the rain stops, @bo checks in for me", "could not read"),
        ("stand-in @zoe", "I know nobody"),
    ],
)
def test_what_cannot_be_is_said(office: Office, words: str, part: str) -> None:
    people = (Mention("@ada", office.ada), Mention("@bo", office.bo))
    assert part in office.say(office.ada, words, mentions=people).text
