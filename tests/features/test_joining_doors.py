"""Two doors become one organisation, by an admin of each and a code."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.cards import action
from bot.chat.events import Installed, Said
from bot.features.joining.codes import code_of
from bot.ports.changes import MarkLeft, PutAdmin
from bot.ports.unit import Commit
from bot.reading.joining import ALPHABET, is_mixed
from storage import open_storage
from tests.features.docks import QUARTER, Docks


@pytest.fixture
def docks() -> Docks:
    return Docks()


def test_two_admins_join_their_doors(docks: Docks) -> None:
    docks.objective("slack", "ben")
    code = docks.code()
    assert len(code) == 14
    assert docks.workspace("slack") != docks.workspace("teams")
    sure = docks.says("teams", "mei", code.lower().replace("0", "o"))
    assert "Become one with Harbour?" in sure
    assert docks.workspace("slack") != docks.workspace("teams")
    docks.presses("teams", "mei", action("join.do", code=code.replace("-", "")))
    assert docks.workspace("slack") == docks.workspace("teams")
    assert [one[:2] for one in docks.told()] == [("slack", "ada")]
    assert "[join.by_email]" in docks.says("teams", "mei", "/okr workspace")
    for door, who in (("slack", "ada"), ("teams", "mei")):
        with docks.storage.units.read_as(docks.workspace(door), docks.meet(door, who)) as book:
            assert book.viewer.admin
            assert len(book.admins()) == 2


@pytest.mark.parametrize("who", ["tom", "mei"])
def test_only_admins_join(docks: Docks, who: str) -> None:
    code = docks.code()
    if who == "tom":
        assert "changed by Mei" in docks.says("teams", "tom", f"connect {code}")
        assert "changed by Mei" in docks.presses("teams", "tom", action("join.do", code=code))
        assert "changed by Mei" in docks.says("teams", "tom", "connect Slack")
        assert "changed by Ada" in docks.presses("slack", "ben", action("join.code"))
        assert "changed by Ada" in docks.says("slack", "ben", "join people by e-mail")
        assert docks.workspace("slack") != docks.workspace("teams")
    else:
        docks.presses("teams", "mei", action("join.do", code=code))
        assert docks.workspace("slack") == docks.workspace("teams")


def test_who_is_no_admin_any_more_by_the_press_joins_nothing(docks: Docks) -> None:
    code = docks.code()
    origin = docks.origin("teams", "mei")
    with docks.storage.units.open(origin) as unit:
        puts = (
            PutAdmin(docks.meet("teams", "tom"), True, origin.person, docks.now),
            PutAdmin(origin.person, False, origin.person, docks.now),
        )
        unit.commit(Commit(origin, None, 0, puts, "[]", ()))
    assert "changed by Tom" in docks.presses("teams", "mei", action("join.do", code=code))
    assert docks.workspace("slack") != docks.workspace("teams")


@pytest.mark.parametrize("gone", [False, True])
def test_a_code_is_worth_nothing_once_whoever_asked_for_it_is_no_admin(docks: Docks, gone: bool) -> None:
    code = docks.code()
    origin = docks.origin("slack", "ada")
    with docks.storage.units.open(origin) as unit:
        puts = (
            PutAdmin(docks.meet("slack", "ben"), True, origin.person, docks.now),
            MarkLeft(origin.person) if gone else PutAdmin(origin.person, False, origin.person, docks.now),
        )
        unit.commit(Commit(origin, None, 0, puts, "[]", ()))
    assert "does not work" in docks.says("teams", "mei", f"/okr connect {code}")
    assert "does not work" in docks.presses("teams", "mei", action("join.do", code=code.replace("-", "")))
    assert docks.workspace("slack") != docks.workspace("teams")


def test_a_code_is_good_for_a_quarter_of_an_hour_and_once(docks: Docks) -> None:
    code = docks.code()
    docks.now += QUARTER
    assert "does not work" in docks.says("teams", "mei", f"connect {code}")
    assert "no code that still works" in docks.presses("slack", "ada", action("join.code"))
    code = docks.code()
    docks.now += QUARTER - timedelta(seconds=1)
    docks.presses("teams", "mei", action("join.do", code=code))
    assert docks.workspace("slack") == docks.workspace("teams")
    directory = docks.storage.directory
    third = directory.workspace("other", "third", name="Third", now=docks.now)
    docks.meet("other", "eve")
    docks.take(Installed(docks.origin("other", "eve")))
    assert "does not work" in docks.says("other", "eve", f"connect {code}")
    assert "does not work" in docks.presses("other", "eve", action("join.do", code=code))
    assert docks.workspace("other") == third


def test_a_newer_code_takes_the_place_of_an_older_one(docks: Docks) -> None:
    old = docks.code()
    docks.now += timedelta(minutes=1)
    new = docks.code()
    assert old != new
    assert "does not work" in docks.says("teams", "mei", f"connect {old}")
    assert "Become one" in docks.says("teams", "mei", f"connect {new}")


def test_a_code_belongs_on_the_other_door(docks: Docks) -> None:
    assert "belongs to this organisation" in docks.says("slack", "ada", f"connect {docks.code()}")
    other = docks.storage.directory.workspace("slack", "T2", name="Rival", now=docks.now)
    meet = docks.storage.directory.meet
    eve = meet(other, "slack", "eve", name="Eve", handle="eve", now=docks.now, greeted=True)
    origin = replace(docks.origin("slack", "ada"), workspace=other, person=eve)
    docks.take(Installed(replace(origin, key="installed")))
    code = docks.code()
    assert "nothing changed" in docks.take(Said(replace(origin, key="typed"), f"connect {code}"))
    assert docks.storage.directory.workspace("slack", "T2", name="Rival", now=docks.now) == other


def test_nobody_guesses_codes(docks: Docks) -> None:
    code = docks.code()
    for number in range(5):
        assert "does not work" in docks.says("teams", "mei", f"connect 0000-0000-000{number}")
    assert "one wrong code too many" in docks.says("teams", "mei", f"connect {code}")
    assert "one wrong code too many" in docks.presses("teams", "mei", action("join.do", code=code))
    docks.now += timedelta(minutes=61)
    assert "Become one" in docks.says("teams", "mei", f"connect {docks.code()}")


@given(st.binary(max_size=40))
def test_every_code_has_letters_and_digits(typed: bytes) -> None:
    code = code_of(sha256(typed).hexdigest())
    assert code is not None
    assert (len(code), is_mixed(code), set(code) <= set(ALPHABET)) == (12, True, True)


def test_okrs_on_both_sides_are_left_where_they_are(docks: Docks) -> None:
    code = docks.code()
    assert "Become one" in docks.says("teams", "mei", f"connect {code}")
    docks.objective("teams", "tom")
    answer = docks.presses("teams", "mei", action("join.do", code=code))
    assert "There are OKRs here already" in answer
    assert docks.workspace("slack") != docks.workspace("teams")
    code = docks.code("teams", "mei")
    docks.presses("slack", "ada", action("join.do", code=code))
    assert docks.workspace("slack") == docks.workspace("teams")


def test_the_code_is_kept_nowhere(docks: Docks) -> None:
    code = docks.code()
    with docks.storage.database.reading() as connection:
        everything = "\n".join(connection.connection.driver_connection.iterdump())  # type: ignore[union-attr]
    assert "join_offer" in everything
    assert code not in everything
    assert code.replace("-", "") not in everything


def test_a_repeated_wish_makes_no_second_code(docks: Docks) -> None:
    wish = Said(docks.origin("slack", "ada"), "connect Teams")
    assert docks.take(wish) == docks.take(wish)


def test_without_a_key_nothing_is_joined() -> None:
    storage = open_storage("sqlite://")
    storage.migrate()
    docks = Docks(storage)
    assert "needs a key" in docks.says("slack", "ada", "/okr connect")
    assert "needs a key" in docks.says("teams", "mei", "/okr connect 0000-0000-0000")
