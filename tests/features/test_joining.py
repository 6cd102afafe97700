"""Two doors, one organisation: codes, e-mails that platforms vouch for, and everything that must not join anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

import pytest

from bot.chat.cards import Action, Buttons, Card, Facts, Heading, Paragraph, Remark, action
from bot.chat.effects import Revise, Say, Whisper
from bot.chat.events import Event, Installed, Left, Origin, Place, Pressed, Said, Vouched
from bot.chat.speech import say
from bot.okr.model import Objective
from bot.ports.changes import MarkLeft, PutAdmin, PutObjective
from bot.ports.unit import Commit
from bot.turns import Turns
from storage import Storage, memory_storage, open_storage
from tests.features.desk import MONDAY

QUARTER = timedelta(minutes=15)


@dataclass
class Docks:
    """Harbour on Slack, whose admin is ada; Dock on Teams, whose admin is mei. Ben and tom are in one each."""

    storage: Storage = field(default_factory=memory_storage)
    now: datetime = MONDAY

    def __post_init__(self) -> None:
        self.turns = Turns(self.storage.units)
        self._keys = count(1)
        for door, external, name, people in (
            ("slack", "T1", "Harbour", ("ada", "ben")),
            ("teams", "tenant", "Dock", ("mei", "tom")),
        ):
            self.storage.directory.workspace(door, external, name=name, now=self.now)
            for person in people:
                self.meet(door, person)
        for door, who in (("slack", "ada"), ("teams", "mei")):
            self.take(Installed(self.origin(door, who)))

    def workspace(self, door: str) -> str:
        external = {"slack": "T1", "teams": "tenant", "other": "third"}[door]
        return self.storage.directory.workspace(door, external, name=door, now=self.now)

    def meet(self, door: str, who: str) -> int:
        meet = self.storage.directory.meet
        return meet(self.workspace(door), door, who, name=who.capitalize(), handle=who, now=self.now, greeted=True)

    def origin(self, door: str, who: str) -> Origin:
        person = self.meet(door, who)
        return Origin(self.workspace(door), door, Place(who, "direct"), person, self.now, f"event {next(self._keys)}")

    def take(self, event: Event) -> str:
        """The answer, in words."""
        answers = self.turns.take(event)
        return "\n".join(line for one in answers if isinstance(one, Say | Whisper | Revise) for line in words(one.card))

    def says(self, door: str, who: str, text: str) -> str:
        return self.take(Said(self.origin(door, who), text))

    def presses(self, door: str, who: str, pressed: Action) -> str:
        return self.take(Pressed(self.origin(door, who), pressed))

    def code(self, door: str = "slack", who: str = "ada") -> str:
        """A new code, as it is shown."""
        assert "[join.code]" in self.says(door, who, "/okr connect")
        return self.presses(door, who, action("join.code")).partition("\n")[0]

    def join(self) -> None:
        code = self.code()
        assert "[join.do]" in self.says("teams", "mei", f"/okr connect {code}")
        assert "one organisation now" in self.presses("teams", "mei", action("join.do", code=code.replace("-", "")))

    def vouch(self, door: str, who: str, email: str) -> None:
        assert self.take(Vouched(self.origin(door, who), email)) == ""

    def lets_join(self) -> None:
        """Joined, and people are joined by e-mail."""
        self.join()
        assert "joined by e-mail" in self.says("slack", "ada", "join people by e-mail")

    def one(self, slack: str, teams: str) -> bool:
        known, workspace = self.storage.directory.known, self.workspace("slack")
        return known(workspace, "slack", slack) == known(workspace, "teams", teams)

    def told(self) -> list[tuple[str, str, str]]:
        """What is said elsewhere: the door, to whom, and its first words."""
        return [
            (door, parcel.address, say(parcel.card.summary, "en", "UTC"))
            for door in ("slack", "teams")
            for parcel in self.storage.ledger.lease(door, self.now, owner="me", limit=99)
        ]

    def objective(self, door: str, who: str) -> None:
        origin = self.origin(door, who)
        with self.storage.units.open(origin) as unit:
            book = unit.book
            made = Objective(
                book.next_objective(), "Grow", "draft", "individual", "committed", book.cycle_on(self.now.date()).id,
                origin.person, origin.person, self.now,
            )  # fmt: skip
            unit.commit(Commit(origin, None, 0, (PutObjective(made, (), (), 0),), "[]", ()))


def words(card: Card) -> Iterator[str]:
    for element in card.elements:
        if isinstance(element, Buttons):
            yield from (f"[{one.action.verb}]" for one in element.buttons)
        elif isinstance(element, Facts):
            yield from (f"{say(name, 'en', 'UTC')}: {say(value, 'en', 'UTC')}" for name, value in element.rows)
        elif isinstance(element, Heading | Paragraph | Remark):
            yield say(element.words, "en", "UTC")


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
