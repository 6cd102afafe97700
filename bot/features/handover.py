"""What people are told when something becomes theirs, or is theirs no longer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Remark, action
from bot.chat.words import Listing, Moment, Words, t
from bot.features.greeting import greeting_for
from bot.features.lines import day, key_result_line, objective_line
from bot.features.rhythms import rhythm_of
from bot.okr.asking import next_asked
from bot.okr.model import Handover, KeyResult, Objective
from bot.ports.book import Book
from bot.ports.changes import AddHandover, Change, MarkGreeted
from bot.ports.unit import Tell, ToPerson


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that changes hands, as it stands afterwards: a key result with its objective, or with None the objective itself."""

    objective: Objective
    key_result: KeyResult | None
    before: int | None

    @property
    def label(self) -> str:
        """KR3 or O12."""
        return self.objective.label if self.key_result is None else self.key_result.label

    @property
    def title(self) -> str:
        """What it is called."""
        return self.objective.title if self.key_result is None else self.key_result.title

    @property
    def owner(self) -> int | None:
        """Whose it is now."""
        return self.objective.owner if self.key_result is None else self.key_result.owner


def handed_out(
    given: Sequence[Given], book: Book, at: datetime, today: date
) -> tuple[tuple[Change, ...], tuple[Tell, ...]]:
    """What remembers these givings, and what those hear whom they concern: each one message, however much it is. The giver hears nothing."""
    giver, first = book.viewer.id, book.next_handover()
    changes: list[Change] = []
    tells: list[Tell] = []
    owners = dict.fromkeys(one.owner for one in given)
    number = first
    for owner in owners:
        theirs = [one for one in given if one.owner == owner]
        handovers = [
            Handover(
                number + n,
                one.objective.id,
                None if one.key_result is None else one.key_result.id,
                giver,
                one.before,
                owner,
                at,
            )
            for n, one in enumerate(theirs)
        ]
        number += len(theirs)
        changes += map(AddHandover, handovers)
        person = None if owner is None else book.person(owner)
        if person is None or person.id == giver or not person.active:
            continue
        greeting = greeting_for(person)
        card = _given_card(theirs, person.id, (handovers[0].id, handovers[-1].id), book, at, today, greeting)
        tells.append(Tell(ToPerson(person.id), card, f"own:{handovers[0].id}"))
        if greeting:
            changes.append(MarkGreeted(person.id))
    tells += _no_longer(given, book, today, first)
    return tuple(changes), tuple(tells)


def labels_of(given: Iterable[Given]) -> Listing:
    """KR3, KR4 and O2."""
    return Listing(tuple(one.label for one in given))


def lines_of(given: Sequence[Given], book: Book, today: date, *, most: int = 20) -> list[Element]:
    """Each on its line."""
    return [
        key_result_line(one.key_result, book, today)
        if one.key_result is not None
        else objective_line(one.objective, book.key_results([one.objective.id]), book, today)
        for one in given[:most]
    ]


def _given_card(
    given: Sequence[Given],
    owner: int,
    handovers: tuple[int, int],
    book: Book,
    at: datetime,
    today: date,
    greeting: Sequence[Element],
) -> Card:
    words = t("owning-yours-now", by=book.viewer.name, labels=labels_of(given), count=len(given))
    elements: list[Element] = [Heading(words)]
    for one, line in zip(given, lines_of(given, book, today, most=len(given)), strict=True):
        elements.append(line)
        elements += _what(one, today)
    elements.append(Paragraph(_what_next(given, owner, book, at)))
    first, last = handovers
    keep = Button(t("owning-keep", count=len(given)), action("own.keep", first=first, last=last), "primary")
    back = Button(t("owning-back", count=len(given)), action("own.back", first=first, last=last))
    return Card(words, (*elements, Buttons((keep, back)), *greeting))


def _what(one: Given, today: date) -> list[Element]:
    if one.key_result is None:
        return []
    kr = one.key_result
    objective = t("viewing-title", label=one.objective.label, title=one.objective.title)
    return [Remark(t("owning-what", objective=objective, due=day(kr.due, today)))]


def _what_next(given: Sequence[Given], owner: int, book: Book, at: datetime) -> Words:
    key_results = [one.key_result for one in given if one.key_result is not None]
    if not key_results:
        return t("owning-next-objective", count=len(given))
    person = book.person(owner)
    rhythms = tuple(rhythm_of(kr, book).cadence for kr in key_results)
    moment = next_asked(book.settings(owner), person.zone if person else "UTC", at, rhythms)
    label = key_results[0].label
    if moment is None:
        return t("owning-next-never", label=label)
    return t("owning-next", moment=Moment(moment), label=label, count=len(key_results))


def _no_longer(given: Sequence[Given], book: Book, today: date, first: int) -> list[Tell]:
    """Who had it before hears so, unless they gave it themselves."""
    found: list[Tell] = []
    for before in dict.fromkeys(one.before for one in given):
        person = None if before is None else book.person(before)
        if person is None or not person.active or person.id == book.viewer.id:
            continue
        theirs = [one for one in given if one.before == person.id]
        words = t("owning-no-longer", by=book.viewer.name, labels=labels_of(theirs), count=len(theirs))
        card = Card(words, (Heading(words), *lines_of(theirs, book, today), Remark(t("owning-no-longer-asked"))))
        found.append(Tell(ToPerson(person.id), card, f"own:{first}:not:{person.id}"))
    return found
