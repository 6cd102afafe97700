"""Who may do what to what is shared, and whom to ask where it is not oneself."""

from __future__ import annotations

from collections.abc import Iterable

from bot.okr.model import KeyResult, Objective, Person, Team
from bot.ports.book import Book

NAMED = 4
"""How many people a refusal names."""


def may_give(objective: Objective, kr: KeyResult | None, book: Book) -> bool:
    """Its owner, its objective's owner and author, the team's lead and admins decide whose a key result is, or with none its objective."""
    return book.viewer.admin or book.viewer.id in _givers(objective, kr, book)


def givers(objective: Objective, kr: KeyResult | None, book: Book) -> tuple[Person, ...]:
    """Whom to ask to give it to somebody: the same people without the viewer, the nearest first."""
    return _present((*_givers(objective, kr, book), *(one.id for one in book.admins())), book)


def may_lead(team: Team, book: Book) -> bool:
    """A team's lead and admins change it; while it has no lead, its members do."""
    viewer = book.viewer
    if viewer.admin or viewer.id == lead_of(team, book):
        return True
    return lead_of(team, book) is None and viewer.id in team.members


def leaders(team: Team, book: Book) -> tuple[Person, ...]:
    """Whom to ask to change a team."""
    lead = lead_of(team, book)
    return _present((*(() if lead is None else (lead,)), *(one.id for one in book.admins())), book)


def lead_of(team: Team | None, book: Book) -> int | None:
    """The lead of a team, where there is one and they are still here."""
    person = book.person(team.lead) if team is not None and team.lead is not None else None
    return person.id if person is not None and person.active else None


def may_make_organisation(book: Book) -> bool:
    """Whether the viewer may save objectives of the whole organisation."""
    match book.workspace.makers:
        case "anyone":
            return True
        case "leads":
            viewer = book.viewer
            return viewer.admin or any(team.lead == viewer.id for team in book.teams_of(viewer.id))
        case "admins":
            return book.viewer.admin


def _givers(objective: Objective, kr: KeyResult | None, book: Book) -> tuple[int, ...]:
    team = book.team(objective.team) if objective.team is not None else None
    owner = objective.owner if kr is None else kr.owner
    people = (owner, objective.owner, objective.author, lead_of(team, book), *_leads_of_who_left(owner, book))
    return tuple(dict.fromkeys(one for one in people if one is not None))


def _leads_of_who_left(owner: int | None, book: Book) -> tuple[int | None, ...]:
    """Whoever led somebody decides about what they left behind."""
    person = None if owner is None else book.person(owner)
    if person is None or person.active:
        return ()
    return tuple(lead_of(team, book) for team in book.teams_of(person.id))


def _present(people: Iterable[int], book: Book) -> tuple[Person, ...]:
    found = (book.person(one) for one in dict.fromkeys(people) if one != book.viewer.id)
    return tuple(one for one in found if one is not None and one.active)[:NAMED]
