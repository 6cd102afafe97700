"""A small workspace on real storage in memory, and people who say, press and fill in."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.chat.cards import Action, Button, Buttons, Card, Form, Menu
from bot.chat.effects import Answer, Found, KeepForm, Revise, Say, Show, Unfold, Whisper
from bot.chat.events import Commanded, Dismissed, Event, Mention, Opened, Origin, Place, Pressed, Said, Submitted
from bot.chat.speech import say as in_words
from bot.okr.model import CheckIn, KeyResult, Language
from bot.turns import TurnReport, Turns
from storage import Storage, memory_storage

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass
class Office:
    """Ada leads the growth team; Bo is in it; 李明 reads Chinese; Eve works elsewhere, in a workspace of her own."""

    storage: Storage = field(default_factory=memory_storage)
    now: datetime = MONDAY
    reports: list[TurnReport] = field(default_factory=list)

    def __post_init__(self) -> None:
        directory = self.storage.directory
        self.workspace = directory.workspace("test", "acme", name="Acme", now=self.now)
        self.ada = self._meet("ada", "Ada Park", "en")
        self.bo = self._meet("bo", "Bo Lind", "en")
        self.li = self._meet("liming", "李明", "zh")
        directory.channel(self.workspace, "test", "growth", name="growth")
        directory.team(self.workspace, "Growth", lead=self.ada, members=(self.ada, self.bo), channel="growth")
        self.elsewhere = directory.workspace("test", "other", name="Other", now=self.now)
        for n in range(10):  # so that Eve's id is nobody's here
            directory.meet(self.elsewhere, "test", f"other-{n}", name=f"Other {n}", handle=f"other-{n}", now=self.now)
        self.eve = directory.meet(self.elsewhere, "test", "eve", name="Eve", handle="eve", now=self.now)
        self.turns = Turns(self.storage.units, self.reports.append)
        self._keys = itertools.count(1)

    def _meet(self, handle: str, name: str, language: Language) -> int:
        return self.storage.directory.meet(
            self.workspace, "test", handle, name=name, handle=handle, now=self.now, language=language, greeted=True
        )

    def origin(self, person: int, *, place: Place | None = None, key: str | None = None) -> Origin:
        """Where and when that person speaks."""
        workspace = self.elsewhere if person == self.eve and place is None else self.workspace
        return Origin(
            workspace,
            "test",
            place or Place(f"@{person}", "direct"),
            person,
            self.now,
            key or f"event-{next(self._keys)}",
        )

    def take(self, event: Event) -> tuple[Answer, ...]:
        """One turn; a test fails where the core did."""
        answers = self.turns.take(event)
        last = self.reports[-1]
        if last.error is not None:
            raise AssertionError(f"the turn failed: {last.error!r}") from last.error
        self.turns.said(event)
        self.now += timedelta(seconds=1)
        return answers

    def say(self, person: int, text: str, *, key: str | None = None, mentions: tuple[Mention, ...] = ()) -> Seen:
        """Typed words and what came back."""
        return Seen(self.take(Said(self.origin(person, key=key), text, mentions)))

    def command(self, person: int, text: str) -> Seen:
        """``/okr`` and what came back."""
        return Seen(self.take(Commanded(self.origin(person), text)))

    def press(self, person: int, action: Action, *, key: str | None = None) -> Seen:
        """A press and what came back."""
        return Seen(self.take(Pressed(self.origin(person, key=key), action)))

    def submit(self, person: int, form: Form, **values: str) -> Seen:
        """A form sent with these values over the ones that stand in it."""
        standing = {one.name: str(one.value or "") for one in form.fields}
        return Seen(self.take(Submitted(self.origin(person), form.action, tuple({**standing, **values}.items()))))

    def dismiss(self, person: int, form: Form, **values: str) -> Seen:
        """A form closed."""
        return Seen(self.take(Dismissed(self.origin(person), form.action, tuple(values.items()))))

    def open(self, person: int) -> Seen:
        """The first sight of the bot."""
        return Seen(self.take(Opened(self.origin(person))))

    def okr(self, person: int, sentence: str) -> int:
        """Draft and save; the objective's number."""
        drafted = self.say(person, sentence)
        save = drafted.button("Save")
        self.press(person, save)
        return int(save.get("objective"))


@dataclass(frozen=True)
class Seen:
    """What came back from one turn, in words and in parts."""

    answers: tuple[Answer, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card among the answers."""
        said = tuple(one.card for one in self.answers if isinstance(one, Say | Whisper | Revise | Unfold))
        found = tuple(result.card for one in self.answers if isinstance(one, Found) for result in one.results)
        return said + found

    @property
    def form(self) -> Form:
        """The one form among the answers."""
        (found,) = [one.form for one in self.answers if isinstance(one, Show | KeepForm)]
        return found

    @property
    def text(self) -> str:
        """All that is said, in English, every element's words in order."""
        return "\n".join(part for card in self.cards for part in text_of(card, "en"))

    @property
    def chinese(self) -> str:
        """All that is said, in Chinese."""
        return "\n".join(part for card in self.cards for part in text_of(card, "zh"))

    def actions(self) -> dict[str, Action]:
        """Every button's action by its English label."""
        return {
            in_words(button.label, "en", "UTC"): button.action
            for card in self.cards
            for element in card.elements
            if isinstance(element, Buttons)
            for button in element.buttons
        }

    def button(self, label: str) -> Action:
        """The action of the button with that English label."""
        actions = self.actions()
        assert label in actions, f"no button {label!r} among {list(actions)}"
        return actions[label]

    def menus(self) -> tuple[Menu, ...]:
        """Every menu."""
        return tuple(element for card in self.cards for element in card.elements if isinstance(element, Menu))


def text_of(card: Card, language: Language) -> list[str]:
    """Every word on a card, by walking its values: nothing on it can hide from a test."""
    found: list[str] = []

    def walk(value: object) -> None:
        from bot.chat.words import Amount, Bar, Day, Listing, Moment, Msg, Share

        if isinstance(value, Action):
            return
        if isinstance(value, Msg | Amount | Share | Day | Moment | Bar | Listing):
            found.append(in_words(value, language, "UTC") if isinstance(value, Msg) else "")
        elif isinstance(value, Button):
            walk(value.label)
        elif isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            for one in value:
                walk(one)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                if name not in ("kind", "tone", "version"):
                    walk(getattr(value, name))

    for element in (card.summary, *card.elements):
        walk(element)
    return [one for one in found if one]


def stands(office: Office, id: int) -> KeyResult:
    """A key result as Ada sees it."""
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        found = book.key_result(id)
    assert found is not None
    return found


def history(office: Office, id: int) -> tuple[CheckIn, ...]:
    """Its check-ins that count, the newest first."""
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        return book.check_ins(id)


def growing() -> Office:
    """An office in which Ada has sign-ups in thousands, a refund rate in per cent, and a study to publish."""
    office = Office()
    office.okr(
        office.ada,
        "My objective is grow as measured by increase sign-ups from 250k to 350k; "
        "reduce refund rate from 8% to 4%; publish the pricing study",
    )
    return office
