"""A team on one card, and all teams on one list."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.cards import Button, Buttons, Card, Element, Facts, Heading, Menu, Option, Paragraph, Remark, action
from bot.chat.words import Listing, Words, t
from bot.features.rights import lead_of, leaders, may_lead
from bot.features.viewing.query import Query, list_action
from bot.okr.model import Team
from bot.ports.book import Book

PAGE = 20
"""How many teams one list shows."""
NAMED = 25
"""How many people a team's card names."""


def team_card(team: Team, book: Book, headline: Words | None = None, *notes: Words) -> Card:
    """Who is in it, who leads it, where its summaries go, and what the viewer can do."""
    viewer = book.viewer.id
    lead = lead_of(team, book)
    rows: tuple[tuple[Words, Words], ...] = (
        (t("teaming-lead"), _name(lead, book) if lead is not None else t("teaming-lead-none")),
        (t("teaming-people"), _people(team, book)),
        (t("teaming-channel"), channel_words(team, book)),
    )
    buttons: list[Button] = []
    if viewer in team.members:
        buttons.append(Button(t("teaming-button-leave"), action("team.leave", team=team.id)))
    else:
        buttons.append(Button(t("teaming-button-join"), action("team.join", team=team.id), "primary"))
    buttons.append(Button(t("teaming-button-okrs"), list_action(Query("team", team.id))))
    if may_lead(team, book):
        buttons.append(Button(t("teaming-button-change"), action("team.open", team=team.id), opens_form=True))
    buttons.append(Button(t("teaming-button-all"), action("team.list")))
    title = headline or t("teaming-team", name=team.name)
    elements: list[Element] = [Heading(title)]
    if headline is not None:
        elements.append(Paragraph(t("teaming-team", name=team.name)))
    elements += [Facts(rows), *map(Remark, notes)]
    if not may_lead(team, book):
        elements.append(Remark(t("teaming-changed-by", people=whom_to_ask(team, book))))
    return Card(title, (*elements, Buttons(tuple(buttons))))


def list_card(book: Book, after: int = 0) -> Card:
    """All teams, a page at a time: the viewer's own first. ``after`` counts those already shown."""
    viewer = book.viewer.id
    teams = sorted(book.teams(), key=lambda team: (viewer not in (team.lead, *team.members), team.name.casefold()))
    shown = teams[after : after + PAGE]
    title = t("teaming-teams", count=len(teams))
    new = Button(t("teaming-button-new"), action("team.new"), "primary" if not teams else "plain", opens_form=True)
    if not shown:
        words = t("teaming-none") if not teams else t("teaming-end")
        return Card(title, (Heading(title), Paragraph(words), Buttons((new,))))
    rows: list[tuple[Words, Words]] = [(team.name, _line(team, book)) for team in shown]
    menu = Menu(t("teaming-menu"), tuple(Option(str(team.id), team.name) for team in shown), action("team.show"))
    further = after + PAGE
    more = (Button(t("button-more"), action("team.list", after=further)),) if further < len(teams) else ()
    return Card(title, (Heading(title), Facts(tuple(rows)), menu, Remark(t("teaming-typed")), Buttons((*more, new))))


def whom_to_ask(team: Team, book: Book) -> Listing:
    """Who may change it, as a refusal names them."""
    people = leaders(team, book)
    return Listing(tuple(one.name for one in people) or (t("teaming-its-members"),))


def channel_words(team: Team, book: Book) -> Words:
    """Where its summaries go."""
    if team.channel is None:
        return t("teaming-channel-none")
    found = next((one for one in book.channels() if one.id == team.channel), None)
    return t("teaming-channel-name", name=found.name) if found else t("teaming-channel-gone")


def _line(team: Team, book: Book) -> Words:
    lead = lead_of(team, book)
    count = len(_active(team.members, book)) if len(team.members) <= NAMED else len(team.members)
    mine = int(book.viewer.id in team.members)
    if lead is None:
        return t("teaming-line-no-lead", count=count, mine=mine)
    return t("teaming-line", lead=_name(lead, book), count=count, mine=mine)


def _people(team: Team, book: Book) -> Words:
    active = _active(team.members[:NAMED], book)
    if not active:
        return t("teaming-people-none")
    names: tuple[Words, ...] = tuple(active)
    left = len(team.members) - NAMED
    if left > 0:
        names = (*names, t("viewing-and-more", count=left))
    return t("teaming-listing", people=Listing(names))


def _active(people: Sequence[int], book: Book) -> list[str]:
    found = (book.person(one) for one in people)
    return [one.name for one in found if one is not None and one.active]


def _name(person: int, book: Book) -> str:
    found = book.person(person)
    return found.name if found else ""
