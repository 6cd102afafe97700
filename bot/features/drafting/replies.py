"""Short answers that several parts of drafting give."""

from __future__ import annotations

from bot.chat.cards import plain_card
from bot.chat.events import Event
from bot.chat.words import Listing, Words, t
from bot.features.outcome import Outcome, to_person
from bot.okr.model import KeyResult, Objective
from bot.ports.book import Book


def say(event: Event, words: Words) -> Outcome:
    return Outcome((to_person(event.origin, plain_card(words)),))


def not_for_everybody(book: Book) -> Words:
    """Why the viewer does not save an objective of the organisation, and what to do instead."""
    admins = Listing(tuple(one.name for one in book.admins()[:3]) or (t("nobody-yet"),))
    if book.workspace.makers == "leads":
        return t("drafting-organisation-leads", people=admins)
    return t("drafting-organisation-admins", people=admins)


def may_change(objective: Objective, book: Book) -> bool:
    """Its author, its owner, its team's lead and admins may change an objective; a draft is its author's alone."""
    team = book.team(objective.team) if objective.team is not None else None
    if book.viewer.id in (objective.author, objective.owner, team.lead if team else None):
        return True
    return book.viewer.admin and objective.state != "draft"


def may_measure(kr: KeyResult, objective: Objective, book: Book) -> bool:
    """Whoever may change the objective may say what a key result is measured by, and so may its owner."""
    return kr.owner == book.viewer.id or may_change(objective, book)


def gone(id: int, event: Event, book: Book) -> Outcome:
    """A press or word about a draft that is none any more: what became of it."""
    found = book.objective(id)
    if found is not None and found.state == "active":
        return say(event, t("drafting-already-saved", label=found.label, title=found.title))
    return say(event, t("drafting-gone", label=f"O{id}"))
