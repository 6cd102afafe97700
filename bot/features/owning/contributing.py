"""Contributors: who helps with a key result, with which part. Told once, never asked; they may check in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Remark, TextField, action, plain_card
from bot.chat.events import Event
from bot.chat.words import Listing, Msg, Words, t
from bot.features.greeting import greeting_for
from bot.features.lines import key_result_line, today_of, who
from bot.features.outcome import Outcome, to_person
from bot.features.owning.giving import refused, said
from bot.features.who import named_person, person_in
from bot.okr.model import Contributor, KeyResult, Objective, Person
from bot.ports.book import Book
from bot.ports.changes import Change, DropContributor, MarkGreeted, PutContributor
from bot.ports.unit import Tell, ToPerson
from bot.reading.handing import Helping, NotHelping, read_helpers

MOST = 12
"""How many people may help with one key result."""


def helping(event: Event, book: Book, wish: Helping) -> Outcome:
    """These people help from now on, or with another part than before."""
    things = _key_results(wish.ids, event, book)
    if isinstance(things, Outcome):
        return things
    wanted: list[Contributor] = []
    for named, part in wish.people:
        person = named_person(named, event, book)
        if not isinstance(person, Person):
            return said(person, event)
        wanted.append(Contributor(person.id, part))
    changes: list[Change] = []
    tells: list[Tell] = []
    elements: list[Element] = []
    today = today_of(event.origin, book)
    for objective, kr in things:
        owners = [one for one in wanted if one.person == kr.owner]
        if owners:
            return said(t("owning-helper-owns", name=who(book, kr.owner), label=kr.label), event)
        present = book.contributors([kr.id]).get(kr.id, ())
        kept = [one for one in present if one.person not in {new.person for new in wanted}]
        after = (*kept, *wanted)
        if len(after) > MOST:
            return said(t("owning-helpers-many", most=MOST), event)
        more, told, helped = brought(kr, objective, after, event, book)
        changes += more
        tells += told
        elements += [key_result_line(helped, book, today), *helpers_remark(after, book)]
    people = Listing(
        tuple(who(book, one.person) if one.person != book.viewer.id else t("owning-you") for one in wanted)
    )
    labels = Listing(tuple(kr.label for _, kr in things))
    if not changes:
        return said(t("owning-helps-already", people=people, labels=labels), event, *elements)
    words = t("owning-helps", people=people, labels=labels)
    note = (Remark(t("owning-helps-told")),) if tells else ()
    card = Card(words, (Heading(words), *elements, *note))
    return Outcome((to_person(event.origin, card),), "keep", tuple(changes), tuple(tells))


def not_helping(event: Event, book: Book, wish: NotHelping) -> Outcome:
    """These people help no longer. Whoever helps may end that for themselves."""
    people: list[Person] = []
    for named in wish.people:
        person = named_person(named, event, book, left=True)
        if not isinstance(person, Person):
            return said(person, event)
        people.append(person)
    return drop(wish.ids, people, event, book)


def drop(ids: Sequence[str], people: Sequence[Person], event: Event, book: Book) -> Outcome:
    """Take these people off, where the viewer may, or is the one."""
    oneself = all(one.id == book.viewer.id for one in people)
    things = _key_results(ids, event, book, anybody=oneself)
    if isinstance(things, Outcome):
        return things
    changes: list[Change] = []
    tells: list[Tell] = []
    for _, kr in things:
        helping_now = [one for one in people if one.id in kr.contributors]
        changes += [DropContributor(kr.id, one.id, kr.version + n) for n, one in enumerate(helping_now)]
        if oneself and helping_now and kr.owner is not None:
            tells.append(_gone(kr, book))
    names = Listing(tuple(one.name if one.id != book.viewer.id else t("owning-you") for one in people))
    labels = Listing(tuple(kr.label for _, kr in things))
    if not changes:
        return said(t("owning-helps-not", people=names, labels=labels), event)
    words = t("owning-helps-no-more", people=names, labels=labels)
    card = plain_card(words)
    return Outcome((to_person(event.origin, card),), "keep", tuple(changes), tuple(tells))


def brought(
    kr: KeyResult, objective: Objective, wanted: Sequence[Contributor], event: Event, book: Book
) -> tuple[tuple[Change, ...], tuple[Tell, ...], KeyResult]:
    """What brings a key result's helpers to these, who is told of it (once and for all), and the key result afterwards."""
    present = book.contributors([kr.id]).get(kr.id, ())
    there = {one.person for one in present}
    changes: list[Change] = []
    tells: list[Tell] = []
    version = kr.version
    for gone in there - {one.person for one in wanted}:
        changes.append(DropContributor(kr.id, gone, version))
        version += 1
    for one in wanted:
        if one in present:
            continue
        changes.append(PutContributor(kr.id, one, version))
        version += 1
        person = book.person(one.person)
        if (
            one.person not in there
            and person is not None
            and person.id != book.viewer.id
            and objective.state == "active"
        ):
            tells.append(_told(kr, one, person, event, book))
            if not person.greeted:
                changes.append(MarkGreeted(person.id))
    helpers = tuple(sorted(one.person for one in wanted))
    return tuple(changes), tuple(tells), replace(kr, contributors=helpers, version=version)


def helpers_words(helpers: Sequence[Contributor], book: Book) -> Words:
    """ "Li (design) and Bo"."""
    return t("owning-helpers", people=Listing(tuple(_helper(one, book) for one in helpers)))


def helpers_remark(helpers: Sequence[Contributor], book: Book) -> tuple[Element, ...]:
    """Who helps, on a line of its own; nothing where nobody does."""
    return (Remark(t("owning-helped-by", people=helpers_words(helpers, book))),) if helpers else ()


def helpers_field(kr: KeyResult, book: Book) -> TextField:
    """Who helps, one a line, as it can be typed back."""
    rows = []
    for one in book.contributors([kr.id]).get(kr.id, ()):
        person = book.person(one.person)
        rows.append(f"@{person.handle} {one.role}".strip() if person else "")
    return TextField("helpers", t("owning-field-helpers"), "\n".join(rows), lines=3, hint=t("owning-hint-helpers"))


def read_lines(text: str, book: Book) -> tuple[Contributor, ...] | Msg:
    """What stands in that field; in words, whom nobody knows."""
    found: dict[int, Contributor] = {}
    for named, part in read_helpers(text):
        person, rest = person_in(named.words, book)
        if person is None:
            return t("who-unknown", name=named.words.lstrip("@")[:60])
        found[person.id] = Contributor(person.id, f"{rest} {part}".strip())
    return tuple(found.values()) if len(found) <= MOST else t("owning-helpers-many", most=MOST)


def _key_results(
    ids: Sequence[str], event: Event, book: Book, *, anybody: bool = False
) -> Outcome | tuple[tuple[Objective, KeyResult], ...]:
    objective = next((one for one in ids if not one.startswith("KR")), None)
    if objective is not None:
        return said(t("owning-helpers-key-results", label=objective), event)
    if anybody:
        found = [
            kr for one in ids if (kr := book.key_result(int(one[2:]))) is not None and book.viewer.id in kr.contributors
        ]
        above = [(book.objective(kr.objective), kr) for kr in found]
        mine = tuple((objective, kr) for objective, kr in above if objective is not None)
        if mine:
            return mine
    things = refused(ids, event, book)
    if isinstance(things, Outcome):
        return things
    return tuple((objective, kr) for objective, kr in things if kr is not None)


def _helper(one: Contributor, book: Book) -> Words:
    name = who(book, one.person)
    return t("owning-helper-part", name=name, part=one.role) if one.role else name


def _told(kr: KeyResult, one: Contributor, person: Person, event: Event, book: Book) -> Tell:
    words = (
        t("owning-you-help-part", by=book.viewer.name, label=kr.label, part=one.role)
        if one.role
        else t("owning-you-help", by=book.viewer.name, label=kr.label)
    )
    off = Button(t("owning-button-off"), action("own.off", key_result=kr.id))
    card = Card(
        words,
        (
            Heading(words),
            key_result_line(kr, book, today_of(event.origin, book)),
            Paragraph(t("owning-you-help-how", label=kr.label)),
            Buttons((Button(t("check-in-show", label=kr.label), action("view.show", id=kr.label)), off)),
            *greeting_for(person),
        ),
    )
    return Tell(ToPerson(person.id), card, f"helps:{kr.id}:{person.id}")


def _gone(kr: KeyResult, book: Book) -> Tell:
    words = t("owning-helper-gone", name=book.viewer.name, label=kr.label, title=kr.title)
    card = plain_card(words)
    return Tell(ToPerson(kr.owner or 0), card, f"helps:{kr.id}:{book.viewer.id}:not:{kr.version}")
