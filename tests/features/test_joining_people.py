"""People who are on both doors: joined by an e-mail that both vouch for, put apart again, and written to where they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.chat.events import Left, Said, Vouched
from tests.features.docks import Docks


@pytest.fixture
def docks() -> Docks:
    return Docks()


def test_people_are_joined_by_an_e_mail_that_both_platforms_vouch_for(docks: Docks) -> None:
    docks.lets_join()
    docks.objective("slack", "ben")
    docks.told()
    docks.vouch("slack", "ben", "Ben@Harbour.example")
    assert not docks.one("ben", "tom")
    docks.vouch("teams", "tom", "ben@harbour.EXAMPLE ")
    assert docks.one("ben", "tom")
    ((_, _, told),) = docks.told()
    assert told in {
        "You are one person here now, on Microsoft Teams and Slack",
        "You are one person here now, on Slack and Microsoft Teams",
    }
    with docks.storage.units.read_as(docks.workspace("teams"), docks.meet("teams", "tom")) as book:
        assert [one.title for one in book.drafts()] == ["Grow"]
    docks.vouch("teams", "tom", "ben@harbour.example")
    assert docks.told() == []


def test_nobody_is_joined_before_the_admin_says_so(docks: Docks) -> None:
    docks.join()
    for door, who in (("slack", "ben"), ("teams", "tom")):
        docks.vouch(door, who, "ben@harbour.example")
    assert not docks.one("ben", "tom")
    docks.says("slack", "ada", "join people by email")
    docks.vouch("teams", "tom", "ben@harbour.example")
    assert not docks.one("ben", "tom")  # nothing was kept of what came before
    docks.says("teams", "mei", "don't join people by email")
    docks.vouch("slack", "ben", "ben@harbour.example")
    assert not docks.one("ben", "tom")


@pytest.mark.parametrize(
    ("slack", "teams"),
    [
        ("ben@harbour.example", "ben@harbour.example.evil"),
        ("ben@harbour.example", "ben+x@harbour.example"),
        ("ben@harbour.example", ""),
        ("", ""),
        ("ben@harbour.example", "bеn@harbour.example"),  # a Cyrillic letter
    ],
)
def test_what_is_not_exactly_the_same_joins_nobody(docks: Docks, slack: str, teams: str) -> None:
    docks.lets_join()
    docks.vouch("slack", "ben", slack)
    docks.vouch("teams", "tom", teams)
    assert not docks.one("ben", "tom")


def test_what_people_say_of_themselves_joins_nobody(docks: Docks) -> None:
    docks.lets_join()
    docks.vouch("slack", "ben", "ben@harbour.example")
    docks.says("teams", "tom", "my e-mail is ben@harbour.example")
    docks.says("teams", "tom", "I am the same on Slack and Teams")
    assert not docks.one("ben", "tom")


def test_an_e_mail_that_two_have_joins_nobody(docks: Docks) -> None:
    docks.lets_join()
    docks.vouch("slack", "ben", "shared@harbour.example")
    docks.vouch("slack", "cleo", "shared@harbour.example")
    docks.vouch("teams", "tom", "shared@harbour.example")
    assert not docks.one("ben", "tom")
    assert not docks.one("cleo", "tom")


def test_an_e_mail_that_is_given_to_somebody_new_brings_them_nothing(docks: Docks) -> None:
    docks.lets_join()
    docks.vouch("slack", "ben", "ben@harbour.example")
    docks.vouch("teams", "tom", "ben@harbour.example")
    docks.vouch("teams", "new", "ben@harbour.example")
    assert docks.one("ben", "tom")
    assert not docks.one("ben", "new")
    docks.take(Left(docks.origin("teams", "tom")))
    docks.vouch("teams", "newer", "ben@harbour.example")
    assert not docks.one("ben", "newer")


def test_who_is_on_both_already_is_joined_with_nobody_else(docks: Docks) -> None:
    docks.lets_join()
    docks.vouch("slack", "ben", "ben@harbour.example")
    docks.vouch("teams", "tom", "ben@harbour.example")
    docks.vouch("slack", "ben", "new@harbour.example")
    docks.vouch("teams", "new", "new@harbour.example")
    assert docks.one("ben", "tom")
    assert not docks.one("ben", "new")


def test_who_left_is_joined_with_nobody(docks: Docks) -> None:
    docks.lets_join()
    docks.vouch("slack", "ben", "ben@harbour.example")
    docks.take(Left(docks.origin("slack", "ben")))
    docks.vouch("teams", "tom", "ben@harbour.example")
    assert not docks.one("ben", "tom")


def test_whom_the_platform_no_longer_vouches_for_is_joined_with_nobody(docks: Docks) -> None:
    docks.lets_join()
    docks.vouch("slack", "ben", "ben@harbour.example")
    docks.vouch("slack", "ben", "")
    docks.vouch("teams", "tom", "ben@harbour.example")
    assert not docks.one("ben", "tom")


def test_what_is_vouched_for_again_writes_nothing(docks: Docks) -> None:
    docks.lets_join()
    docks.vouch("slack", "ben", "ben@harbour.example")

    def handled() -> int:
        with docks.storage.database.reading() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM handled_event").scalar() or 0)

    before = handled()
    for door, who, email in (("slack", "ben", "ben@harbour.example"), ("teams", "tom", ""), ("slack", "cleo", "")):
        docks.vouch(door, who, email)
    assert handled() == before


def test_two_who_are_put_apart_stay_so_until_both_say_otherwise(docks: Docks) -> None:
    docks.lets_join()

    def both() -> None:
        docks.vouch("slack", "ben", "ben@harbour.example")
        docks.vouch("teams", "tom", "ben@harbour.example")

    both()
    assert docks.one("ben", "tom")
    assert "two people again" in docks.says("teams", "tom", "keep Slack and Teams apart")
    both()
    assert not docks.one("ben", "tom")
    assert "as you came" in docks.says("teams", "tom", "unjoin me")
    docks.says("teams", "tom", "I'm the same person on Slack and Teams")
    both()
    assert not docks.one("ben", "tom")
    docks.says("slack", "ben", "I am the same on Teams and Slack")
    both()
    assert docks.one("ben", "tom")
    assert "one person here already" in docks.says("slack", "ben", "I am the same on Teams and Slack")


def test_people_say_where_they_are_written_to(docks: Docks) -> None:
    docks.lets_join()
    assert "cannot write to you on Microsoft Teams yet" in docks.says("slack", "ben", "nudge me on Teams")
    assert "on Slack alone" in docks.says("slack", "ben", "nudge me on Slack")
    docks.vouch("slack", "ben", "ben@harbour.example")
    docks.vouch("teams", "tom", "ben@harbour.example")
    assert "I write to you: where you were last" in docks.says("teams", "tom", "settings")
    assert "write to you on Slack" in docks.says("teams", "tom", "nudge me on slack")
    assert "I write to you: Slack" in docks.says("teams", "tom", "settings")
    assert "I write to you" not in docks.says("teams", "mei", "settings")
    assert "where you were last" in docks.says("teams", "tom", "nudge me where I was last")


def test_who_leaves_one_door_is_here_by_the_other(docks: Docks) -> None:
    docks.lets_join()
    docks.vouch("slack", "ben", "ben@harbour.example")
    docks.vouch("teams", "tom", "ben@harbour.example")
    person = docks.meet("slack", "ben")
    docks.take(Left(docks.origin("slack", "ben")))
    workspace = docks.workspace("slack")
    with docks.storage.units.read_as(workspace, person) as book:
        assert book.viewer.active
        assert [(one.door, one.shut) for one in book.identities(person)] == [("slack", True), ("teams", False)]
    docks.take(Left(docks.origin("teams", "tom")))
    with docks.storage.units.read_as(workspace, person) as book:
        assert not book.viewer.active


def test_a_late_event_of_before_is_asked_for_again(docks: Docks) -> None:
    before = docks.origin("teams", "tom")
    docks.join()
    answer = docks.take(Said(before, "Our churn went down"))
    assert "just joined" in answer
    assert docks.take(Vouched(replace(before, key="v"), "tom@dock.example")) == ""
