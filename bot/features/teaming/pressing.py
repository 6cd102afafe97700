"""The buttons of a team's card and of the list."""

from __future__ import annotations

from bot.chat.effects import Revise, Show
from bot.chat.events import Pressed
from bot.chat.words import t
from bot.features.lines import carried
from bot.features.outcome import Outcome, to_person
from bot.features.teaming.card import list_card, team_card
from bot.features.teaming.changing import join, leave, refused, said
from bot.features.teaming.form import team_form
from bot.ports.book import Book


def pressed(event: Pressed, book: Book) -> Outcome:
    """The verbs ``team.list``, ``team.new``, ``team.show``, ``team.join``, ``team.leave`` and ``team.open``."""
    verb = event.action.verb
    if verb == "team.list":
        after = carried(event.action.get("after"))
        card = list_card(book, after)
        return Outcome((Revise(card) if after else to_person(event.origin, card),))
    if verb == "team.new":
        return Outcome((Show(team_form(None, book)),))
    team = book.team(carried(event.action.get("team") or dict(event.values).get("choice", "")))
    if team is None:
        return said(t("teaming-gone"), event)
    match verb:
        case "team.join":
            return join(team, event, book)
        case "team.leave":
            return leave(team, event, book)
        case "team.open":
            return refused(team, event, book) or Outcome((Show(team_form(team, book)),))
        case _:
            return Outcome((to_person(event.origin, team_card(team, book)),))
