"""A Slack workspace and a Teams organisation on one memory, for what is said about their joining."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from bot.chat.cards import Action, Buttons, Card, Facts, Heading, Paragraph, Remark, action
from bot.chat.effects import Revise, Say, Whisper
from bot.chat.events import Event, Installed, Origin, Place, Pressed, Said, Vouched
from bot.chat.speech import say
from bot.okr.model import Objective
from bot.ports.changes import PutObjective
from bot.ports.unit import Commit
from bot.turns import Turns
from storage import Storage, memory_storage
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
