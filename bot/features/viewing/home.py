"""Home: what I must do now, then what is mine. For somebody with nothing yet, how to begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.chat.cards import Button, Buttons, Card, Divider, Element, Heading, Paragraph, Progress, Remark, action
from bot.chat.events import Event, Opened
from bot.chat.words import Listing, Msg, t
from bot.features.examples import example_update
from bot.features.lines import draft_line, key_result_line, objective_line, today_of
from bot.features.needing import asked_of_viewer
from bot.features.nudging import one_tap
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import plan_of
from bot.features.settings import quiet_line
from bot.features.standing_in import in_place
from bot.features.viewing.my_teams import my_teams
from bot.okr.model import KeyResult, Objective, Team
from bot.ports.book import Book

OBJECTIVES = 5
"""How many objectives home shows before it leads on to the list."""
LED = 5
"""How many teams one may lead for home to look whether their summaries are due."""
DUE = 10
"""How many due check-ins home lists; "check in" goes through all of them."""


def home(event: Event, book: Book) -> Outcome:
    """``/okr``: due check-ins and waiting drafts first, then what is mine with its progress."""
    return Outcome((to_person(event.origin, home_card(event, book)),))


def has_nothing(book: Book) -> bool:
    """Whether the viewer owns nothing and has no draft: everything here is still new to them."""
    return not (book.owned(book.viewer.id, limit=1) or book.drafts() or book.objectives("mine", limit=1).items)


def home_card(event: Event, book: Book) -> Card:
    """The card of `home`."""
    today = today_of(event.origin, book)
    viewer = book.viewer
    due = (*plan_of(viewer.id, book).due(today), *in_place(book, event.origin.at))
    drafts = book.drafts()
    mine = book.objectives("mine", limit=OBJECTIVES)
    calls = asked_of_viewer(book)
    if not due and not drafts and not calls and not mine.items:
        return _nothing_yet(book)
    summaries = _summaries(event, book)
    headline = _headline(len(due), other=bool(summaries or drafts or calls))
    elements: list[Element] = [Heading(headline)]
    elements += [_own_line(kr, book, today) for kr in due[:DUE]]
    if len(due) > DUE:
        elements.append(Remark(t("nudging-more", count=len(due) - DUE)))
    if due:
        elements.append(Buttons(one_tap(due)))
        elements.append(Remark(t("viewing-home-type", example=example_update(due[0]))))
    elements += [*calls, *summaries]
    if mine.items and (quiet := quiet_line(event, book)) is not None:
        elements.append(quiet)
    if drafts:
        elements += [Heading(t("viewing-home-drafts", count=len(drafts))), *map(draft_line, drafts[:OBJECTIVES])]
        elements.append(Buttons(tuple(_open(draft) for draft in drafts[:OBJECTIVES])))
    if mine.items:
        listed = {kr.id for kr in due}
        key_results = book.key_results([one.id for one in mine.items])
        elements += [Divider(), Heading(t("viewing-home-mine"))]
        for objective in mine.items:
            under = [kr for kr in key_results if kr.objective == objective.id]
            elements.append(objective_line(objective, under, book, today))
            elements += [_own_line(kr, book, today, depth=1) for kr in _own(under, viewer.id) if kr.id not in listed]
    if isinstance(event, Opened):
        elements += my_teams(event, book, today)
    elements.append(Buttons(_ways_on(more=mine.more)))
    return Card(headline, tuple(elements))


def _headline(due: int, *, other: bool) -> Msg:
    if due:
        return t("viewing-home-due", count=due)
    return t("viewing-home-no-check-in") if other else t("viewing-home-clear")


def _summaries(event: Event, book: Book) -> list[Element]:
    """Of the teams that the viewer leads, those whose week has news that nobody has posted."""
    untold = [
        team
        for team in book.teams_of(book.viewer.id)[:LED]
        if team.lead == book.viewer.id and team.channel and _untold(team, event, book)
    ]
    if not untold:
        return []
    buttons = tuple(
        Button(t("viewing-button-summary", name=team.name), action("summary.start", team=team.name)) for team in untold
    )
    return [
        Paragraph(t("viewing-home-summaries", teams=Listing(tuple(team.name for team in untold)))),
        Buttons(buttons),
    ]


def _untold(team: Team, event: Event, book: Book) -> bool:
    if book.team_rhythm(team.id).posting:
        return False  # it is posted by itself
    week_ago = event.origin.at - timedelta(days=7)
    last = book.last_post(team.id)
    if last is not None and last.at > week_ago:
        return False
    objectives = book.objectives("team", of=team.id, limit=OBJECTIVES * 4).items
    key_results = [kr.id for kr in book.key_results([one.id for one in objectives])] if objectives else []
    return bool(book.check_ins_since(key_results, week_ago if last is None else last.at))


def _open(draft: Objective) -> Button:
    return Button(t("viewing-button-open", label=draft.label), action("draft.open", objective=draft.id))


def _own_line(kr: KeyResult, book: Book, today: date, *, depth: int = 0) -> Progress:
    """Its owner knows whose it is; who stands in for somebody is told for whom."""
    line = key_result_line(kr, book, today, depth=depth)
    return replace(line, owner=None) if kr.owner == book.viewer.id else line


def _own(key_results: list[KeyResult], person: int) -> list[KeyResult]:
    return [kr for kr in key_results if kr.owner == person]


def _ways_on(*, more: bool) -> tuple[Button, ...]:
    everything = Button(t("viewing-button-mine"), action("view.list", scope="mine"))
    return (
        *((everything,) if more else ()),
        Button(t("viewing-button-new"), action("draft.new"), opens_form=True),
        Button(t("viewing-button-all"), action("view.list", scope="all")),
        Button(t("viewing-button-help"), action("help.show")),
    )


def _nothing_yet(book: Book) -> Card:
    headline: Msg = t("viewing-home-empty", name=book.viewer.name)
    buttons = [Button(t("viewing-button-new"), action("draft.new"), "primary", opens_form=True)]
    if book.objectives("all", limit=1).items:
        buttons.append(Button(t("viewing-button-all"), action("view.list", scope="all")))
    buttons.append(Button(t("viewing-button-help"), action("help.show")))
    return Card(
        headline,
        (
            Heading(headline),
            Paragraph(t("viewing-home-start")),
            Paragraph(t("viewing-home-example")),
            Buttons(tuple(buttons)),
        ),
    )
