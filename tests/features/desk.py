"""A workspace on real storage in memory with records put straight into it, and its cards read back as lines of text."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import assert_never

from bot.chat.cards import (
    Action,
    Button,
    Buttons,
    Card,
    Chart,
    Divider,
    Element,
    Facts,
    Heading,
    Menu,
    Paragraph,
    Progress,
    Quote,
    Remark,
)
from bot.chat.effects import Found, KeepForm, Revise, Say, Show, Unfold, Whisper
from bot.chat.events import Commanded, Dismissed, Mention, Opened, Origin, Place, Pressed, Said, Submitted
from bot.chat.speech import say
from bot.chat.words import Words
from bot.features.outcome import Outcome
from bot.okr.model import CheckIn, Initiative, KeyResult, Language, Objective, SaidStatus
from bot.ports.book import Book
from bot.ports.changes import AddCheckIn, AddPost, Change, PutObjective
from bot.ports.unit import Commit
from storage import Storage, memory_storage

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class Desk:
    """Ada leads Growth, Bo is in it, 李明 reads Chinese in Shanghai and is in Platform, Cas is in no team."""

    storage: Storage = field(default_factory=memory_storage)
    now: datetime = MONDAY

    def __post_init__(self) -> None:
        directory = self.storage.directory
        self.workspace = directory.workspace("test", "acme", name="Acme", now=self.now)
        self.ada = self.meet("ada", "Ada Park")
        self.bo = self.meet("bo", "Bo Lind")
        self.li = self.meet("liming", "李明", "zh", "Asia/Shanghai")
        self.cas = self.meet("cas", "Cas Ray")
        for channel in ("growth", "general"):
            directory.channel(self.workspace, "test", f"c-{channel}", name=channel)
        self.growth = directory.team(
            self.workspace, "Growth", lead=self.ada, members=(self.ada, self.bo), channel="c-growth"
        )
        self.platform = directory.team(self.workspace, "Platform", lead=self.li, members=(self.li,))
        self._keys = itertools.count(1)

    def meet(self, handle: str, name: str, language: Language = "en", zone: str = "UTC") -> int:
        """A person of this workspace."""
        return self.storage.directory.meet(
            self.workspace,
            "test",
            handle,
            name=name,
            handle=handle,
            now=self.now,
            zone=zone,
            language=language,
            greeted=True,
        )

    def origin(self, person: int, place: Place | None = None) -> Origin:
        """Where and when that person speaks; a direct message unless said otherwise."""
        where = place or Place(f"@{person}", "direct")
        return Origin(self.workspace, "test", where, person, self.now, f"event-{next(self._keys)}")

    def said(self, person: int, text: str, *mentions: Mention, place: Place | None = None) -> Said:
        """Typed words."""
        return Said(self.origin(person, place), text, mentions)

    def commanded(self, person: int, text: str = "", place: Place | None = None) -> Commanded:
        """Words after the slash."""
        return Commanded(self.origin(person, place), text)

    def pressed(self, person: int, action: Action, choice: str = "") -> Pressed:
        """A button, or a menu with its choice."""
        return Pressed(self.origin(person), action, (("choice", choice),) if choice else ())

    def submitted(self, person: int, action: Action, **values: str) -> Submitted:
        """A form sent."""
        return Submitted(self.origin(person), action, tuple(values.items()))

    def dismissed(self, person: int, action: Action) -> Dismissed:
        """A form closed."""
        return Dismissed(self.origin(person), action)

    def opened(self, person: int) -> Opened:
        """The first sight of the bot."""
        return Opened(self.origin(person))

    @contextmanager
    def book(self, person: int) -> Iterator[Book]:
        """The records as that person sees them."""
        with self.storage.units.read_as(self.workspace, person) as book:
            yield book

    def write(self, person: int, *changes: Change) -> None:
        """Commit changes as that person."""
        origin = self.origin(person)
        with self.storage.units.open(origin) as unit:
            seen = unit.conversation().version
            unit.commit(Commit(origin, None, seen, changes, "[]", ()))

    def carry_out(self, person: int, outcome: Outcome) -> None:
        """Commit what a step decided."""
        origin = self.origin(person)
        with self.storage.units.open(origin) as unit:
            seen = unit.conversation().version
            unit.commit(Commit(origin, None, seen, outcome.changes, "[]", outcome.tells))

    def objective(
        self,
        title: str,
        *key_results: KeyResult,
        author: int | None = None,
        owner: int | None = None,
        team: int | None = None,
        level: str = "team",
        state: str = "active",
        parents: tuple[int, ...] = (),
        cycle: str = "2026 Q4",
        initiatives: tuple[str, ...] = (),
        days_ago: int = 30,
    ) -> int:
        """An objective with its key results, put straight into the records; returns its number."""
        by = author or self.ada
        with self.book(by) as book:
            number = book.next_objective()
            first_key_result, first_initiative = book.next_key_result(), book.next_initiative()
            within = next(one for one in book.cycles() if one.name == cycle)
        objective = Objective(
            id=number,
            title=title,
            state=state,  # type: ignore[arg-type]
            level=level,  # type: ignore[arg-type]
            ambition="committed",
            cycle=within.id,
            author=by,
            owner=owner or by,
            created_at=self.now - timedelta(days=days_ago),
            team=team,
            parents=parents,
        )
        placed = tuple(
            replace(
                kr,
                id=first_key_result + n,
                objective=number,
                position=n + 1,
                owner=kr.owner or by,
                starts_on=kr.starts_on or within.starts_on,
                due=kr.due or within.ends_on,
            )
            for n, kr in enumerate(key_results)
        )
        work = tuple(Initiative(first_initiative + n, number, words, n + 1) for n, words in enumerate(initiatives))
        self.write(by, PutObjective(objective, placed, work, seen=0))
        return number

    def check_in(
        self,
        key_result: int,
        value: str | None,
        *,
        days_ago: int = 0,
        status: SaidStatus | None = None,
        note: str | None = None,
        by: int | None = None,
    ) -> None:
        """One check-in, so many days ago."""
        person = by or self.ada
        with self.book(person) as book:
            kr = book.key_result(key_result)
            assert kr is not None
            number = book.next_check_in()
        at = self.now - timedelta(days=days_ago)
        stands = Decimal(value) if value is not None else kr.current
        entry = CheckIn(number, kr.id, person, at, stands, kr.current, status=status, note=note)
        self.write(person, AddCheckIn(entry, seen=kr.version))

    def let_go(self, key_result: int) -> None:
        """The key result has no owner any more."""
        with self.book(self.ada) as book:
            kr = book.key_result(key_result)
            assert kr is not None
            objective = book.objective(kr.objective)
            assert objective is not None
            those = book.key_results([objective.id])
        left = tuple(replace(one, owner=None) if one.id == key_result else one for one in those)
        self.write(self.ada, PutObjective(objective, left, (), seen=objective.version))

    def amend(self, entry: int, key_result: int, value: str, *, note: str | None = None) -> None:
        """An earlier check-in of Ada's put right."""
        with self.book(self.ada) as book:
            (old,) = [one for one in book.check_ins(key_result) if one.id == entry]
            kr, number = book.key_result(key_result), book.next_check_in()
        assert kr is not None
        mended = replace(old, id=number, at=self.now, value=Decimal(value), note=note, supersedes=entry)
        self.write(self.ada, AddCheckIn(mended, seen=kr.version))

    def posted(self, team: int, *, days_ago: int) -> None:
        """A summary that went out."""
        self.write(self.ada, AddPost(team, self.now - timedelta(days=days_ago), self.ada, ""))


def measured(
    title: str,
    start: str | None,
    target: str | None,
    *,
    owner: int | None = None,
    unit: str | None = "count",
    word: str | None = None,
    written_in: str | None = None,
    starts_on: date | None = None,
) -> KeyResult:
    """A key result that rises or falls from a start to a target; its place is given when it is stored."""
    begins = Decimal(start) if start is not None else None
    ends = Decimal(target) if target is not None else None
    falling = begins is not None and ends is not None and ends < begins
    return KeyResult(
        id=0,
        objective=0,
        title=title,
        kind="decrease" if falling else "increase" if begins is not None else "reach",
        owner=owner,
        position=0,
        start=begins,
        target=ends,
        unit=unit,
        unit_word=word,
        written_in=written_in,
        starts_on=starts_on,
    )


def lines(outcome: Outcome, language: Language = "en", zone: str = "UTC") -> str:
    """All answers as text, the way they are read from top to bottom."""
    found: list[str] = []
    for answer in outcome.answers:
        match answer:
            case Say(card) | Whisper(card) | Revise(card) | Unfold(card=card):
                found.append(drawn(card, language, zone))
            case Show(form) | KeepForm(form):
                found.append(f"<{say(form.title, language, zone)}>")
                found += [f"! {say(words, language, zone)}" for _, words in form.errors]
            case Found(words, results):
                found += [say(words, language, zone), *(drawn(result.card, language, zone) for result in results)]
            case _:
                assert_never(answer)
    return "\n\n".join(found)


def drawn(card: Card, language: Language = "en", zone: str = "UTC") -> str:
    """A card as text."""
    assert say(card.summary, language, zone).strip()
    return "\n".join(_drawn(element, language, zone) for element in card.elements)


def _drawn(element: Element, language: Language, zone: str) -> str:
    def words(one: Words | None) -> str:
        return "" if one is None else say(one, language, zone)

    match element:
        case Heading():
            return f"# {words(element.words)}"
        case Paragraph():
            return words(element.words)
        case Quote():
            return f"> {element.words}" + (f" ({words(element.by)})" if element.by else "")
        case Remark():
            return f"~ {words(element.words)}"
        case Facts():
            return "\n".join(f"{words(name)}: {words(value)}" for name, value in element.rows)
        case Progress():
            bar = "" if element.percent is None else f" {element.percent:.0f}%"
            parts = [words(element.status), words(element.detail), words(element.owner)]
            return "  " * element.depth + f"{element.label} {element.title}{bar} | " + " | ".join(filter(None, parts))
        case Chart():
            values = " ".join(f"{point.on:%m-%d}={point.value:f}" for point in element.points)
            return f"[{words(element.title)}: {values}; {words(element.alt)}]"
        case Divider():
            return "---"
        case Buttons():
            return " ".join(f"[{words(button.label)}]" for button in element.buttons)
        case Menu():
            return f"({words(element.label)}: {' / '.join(words(option.label) for option in element.options)})"
        case _:
            assert_never(element)


def cards(outcome: Outcome) -> tuple[Card, ...]:
    """Every card among the answers."""
    return tuple(one.card for one in outcome.answers if isinstance(one, Say | Whisper | Revise))


def button(outcome: Outcome, label: str) -> Button:
    """The button with that English label."""
    found = {
        say(one.label, "en", "UTC"): one
        for card in cards(outcome)
        for element in card.elements
        if isinstance(element, Buttons)
        for one in element.buttons
    }
    assert label in found, f"no button {label!r} among {sorted(found)}"
    return found[label]


def menu(outcome: Outcome) -> Menu:
    """The one menu among the answers."""
    (found,) = [one for card in cards(outcome) for one in card.elements if isinstance(one, Menu)]
    return found
