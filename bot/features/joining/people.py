"""People who are on two doors: joined by an e-mail that both platforms vouch for, where the admin allows it; put apart again; and where they are
written to.
"""

from __future__ import annotations

from dataclasses import replace

from bot.chat.cards import Button, Buttons, Card, Heading, Paragraph, Remark, action
from bot.chat.events import Event, Vouched
from bot.chat.words import t
from bot.features.doors import door_words, doors_words
from bot.features.joining.codes import said
from bot.features.organising.pressing import refused
from bot.features.outcome import Outcome, to_person
from bot.ports.book import Book, Identity
from bot.ports.changes import PutWorkspace
from bot.ports.joining import ChooseDoor, JoinPerson, LetJoin, PartPerson, PutMail
from bot.ports.unit import Tell, ToPerson


def vouched(event: Vouched, book: Book) -> Outcome:
    """A platform says which e-mail is certainly this person's, or that none is. Its mark is kept, and they are joined with the one other person
    on another door who has the same; where anything about that is not plain, they stay two.
    """
    viewer, door = book.viewer, event.origin.door
    address = event.email.strip().casefold()
    mark = book.mark(f"mail:{address}") if address and allowed(book) and viewer.active else None
    here = [one for one in book.identities(viewer.id) if one.door == door]
    if len(here) != 1:
        return Outcome(())
    put = PutMail(viewer.id, door, mark)
    if mark is None:
        return Outcome((), changes=(put,) if here[0].vouched else ())
    same = [one for one in book.with_mail(mark) if (one.door, one.person) != (door, viewer.id)]
    known = len(same) < len(book.with_mail(mark))
    other = same[0] if len(same) == 1 else None
    if other is None or not _joins(here[0], other, book):
        return Outcome((), changes=() if known else (put,))
    person, joined = sorted((viewer.id, other.person))
    told = t("joining-one", doors=doors_words((door, other.door)))
    card = Card(
        told,
        (
            Heading(told),
            Paragraph(t("joining-one-what")),
            Paragraph(t("joining-one-nudges")),
            Remark(t("joining-one-apart")),
        ),
    )
    tell = Tell(ToPerson(person), card, f"one:{joined}:{event.origin.key}")
    return Outcome((), "keep", (put, JoinPerson(person, joined, event.origin.at)), (tell,))


def allowed(book: Book) -> bool:
    """Whether people are joined by e-mail here at all."""
    return book.workspace.by_email and len(book.doors()) > 1


def _joins(here: Identity, other: Identity, book: Book) -> bool:
    """Whether these two may be one: both are here, on different doors, neither is on the other's door already, and nobody wants them apart."""
    if not other.active or here.door == other.door or here.person == other.person or here.apart or other.apart:
        return False
    ours = {one.door for one in book.identities(here.person)}
    theirs = {one.door for one in book.identities(other.person)}
    return not ours & theirs


def by_email(wanted: bool, event: Event, book: Book) -> Outcome:
    """An admin lets people be joined by e-mail, or no longer."""
    if (no := refused(event, book)) is not None:
        return no
    if len(book.doors()) < 2:
        return said(t("joining-one-door"), event)
    if book.mark("") is None:
        return said(t("joining-no-key"), event)
    before = book.workspace
    words = t("joining-by-email-on") if wanted else t("joining-by-email-off")
    what = t("joining-by-email-on-what") if wanted else t("joining-by-email-off-what")
    again = Button(
        t("joining-button-not-by-email") if wanted else t("joining-button-by-email"),
        action("join.not_by_email" if wanted else "join.by_email"),
    )
    card = Card(words, (Heading(words), Paragraph(what), Buttons((again,))))
    changes: tuple[PutWorkspace, ...] = ()
    if before.by_email != wanted:
        changes = (PutWorkspace(replace(before, by_email=wanted), before, book.viewer.id, event.origin.at),)
    return Outcome((to_person(event.origin, card),), "keep", changes)


def choose_door(door: str, event: Event, book: Book) -> Outcome:
    """Everything for them alone goes there from now on."""
    name = door_words(door)
    mine = book.identities(book.viewer.id)
    if not any(one.door == door and not one.shut for one in mine):
        return said(t("joining-not-there", door=name), event)
    if len({one.door for one in mine}) == 1:
        return said(t("joining-only-there", door=name), event)
    words = t("joining-door-chosen", door=name)
    return replace(said(words, event), changes=(ChooseDoor(book.viewer.id, door),))


def any_door(event: Event, book: Book) -> Outcome:
    """Everything for them alone goes where they were last."""
    return replace(said(t("joining-any-door"), event), changes=(ChooseDoor(book.viewer.id, None),))


def part(event: Event, book: Book) -> Outcome:
    """They are two people again."""
    if book.joined_at(book.viewer.id) is None:
        return said(t("joining-not-joined"), event)
    doors = doors_words(tuple(one.door for one in book.identities(book.viewer.id)))
    words = t("joining-apart", doors=doors)
    card = Card(words, (Heading(words), Paragraph(t("joining-apart-what")), Remark(t("joining-apart-again"))))
    return Outcome((to_person(event.origin, card),), None, (PartPerson(book.viewer.id, event.origin.at),))


def let_join(event: Event, book: Book) -> Outcome:
    """They may be joined by e-mail again, once they have said so on both doors."""
    doors = {one.door for one in book.identities(book.viewer.id)}
    if len(doors) > 1:
        return said(t("joining-one-already"), event)
    if not allowed(book):
        return said(t("joining-by-hand-not"), event)
    return replace(said(t("joining-same"), event), changes=(LetJoin(book.viewer.id),))
