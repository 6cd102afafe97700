"""My teams on the page that is opened: how each stands, and who is still to be heard from. What a command answers leaves it out."""

from __future__ import annotations

from datetime import date

from bot.chat.cards import Button, Buttons, Divider, Element, Heading, Paragraph, Remark, action
from bot.chat.events import Event
from bot.chat.words import t
from bot.features.summarising.card import awaited_words, counted, opening
from bot.features.summarising.week import Week, week_of
from bot.features.viewing.query import Query, list_action
from bot.ports.book import Book

LOOKED_AT = 5
"""How many of somebody's teams the page looks at."""
TOLD = 3
"""How many it tells of; the others are on the list of teams."""


def my_teams(event: Event, book: Book, today: date) -> tuple[Element, ...]:
    """The part about the teams that the viewer leads or is in, those led first. A team that measures nothing just now is not in it."""
    teams = book.teams_of(book.viewer.id)
    weeks = [week_of(team, book, event.origin.at, today) for team in teams[:LOOKED_AT]]
    told = [week for week in weeks if week.key_results][:TOLD]
    if not told:
        return ()
    elements: list[Element] = [Divider(), Heading(t("viewing-home-teams", count=len(teams)))]
    for week in told:
        elements += _team(week, book)
    further = len(teams) - len(told)
    if further:
        elements.append(Remark(t("viewing-home-more-teams", count=further)))
    okrs = tuple(
        Button(t("viewing-button-team", name=week.team.name), list_action(Query("team", week.team.id))) for week in told
    )
    every = (Button(t("teaming-button-all"), action("team.list")),) if further else ()
    return (*elements, Buttons((*okrs, *every)))


def _team(week: Week, book: Book) -> list[Element]:
    """The viewer's own check-ins stand further up on that page."""
    state: list[Element] = [
        Paragraph(t("viewing-home-team", name=week.team.name, state=opening(week))),
        Remark(counted(week)),
    ]
    awaited = [one for one in week.key_results if one.awaited and one.key_result.owner != book.viewer.id]
    return [*state, Remark(awaited_words(awaited, book))] if awaited else state
