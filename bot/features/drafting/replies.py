"""Short answers that several parts of drafting give."""

from __future__ import annotations

from bot.chat.cards import Card, Paragraph
from bot.chat.events import Event
from bot.chat.words import Listing, Words, t
from bot.features.outcome import Outcome, to_person
from bot.okr.model import Objective
from bot.ports.book import Book


def say(event: Event, words: Words) -> Outcome:
    return Outcome((to_person(event.origin, Card(words, (Paragraph(words),))),))


def not_for_everybody(book: Book) -> Words:
    """Why the viewer does not save an objective of the organisation, and what to do instead."""
    admins = Listing(tuple(one.name for one in book.admins()[:3]) or (t("nobody-yet"),))
    if book.workspace.makers == "leads":
        return t("drafting-organisation-leads", people=admins)
    return t("drafting-organisation-admins", people=admins)


def may_change(objective: Objective, book: Book) -> bool:
    """Its author, its owner and its team's lead may change an objective."""
    team = book.team(objective.team) if objective.team is not None else None
    return book.viewer.id in (objective.author, objective.owner, team.lead if team else None)


def gone(id: int, event: Event, book: Book) -> Outcome:
    """A press or word about a draft that is none any more: what became of it."""
    found = book.objective(id)
    if found is not None and found.state == "active":
        return say(event, t("drafting-already-saved", label=found.label, title=found.title))
    return say(event, t("drafting-gone", label=f"O{id}"))
