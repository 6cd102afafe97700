"""A summary on its way to a channel, and afterwards: one thread a team and week, late news drawn into it, and a word to its author where
the channel did not take it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.chat.cards import Button, Buttons, Card, Paragraph, Views, action
from bot.chat.effects import Whisper
from bot.chat.events import Refreshed
from bot.chat.words import Words, t
from bot.features.outcome import Outcome
from bot.features.summarising.card import summary_card
from bot.features.summarising.week import Week, week_of
from bot.okr.model import KeyResult, Team
from bot.okr.rhythm import local_day
from bot.ports.book import Book, Channel
from bot.ports.changes import AddPost
from bot.ports.unit import Refusal, StalePost, Tell, ToPerson, ToPlace

ASKED = 5
"""How many key results of one's own a summary offers to check in."""


def post(
    card: Card, week: Week, channel: Channel, lead_in: str, at: datetime, occurrence: str, book: Book
) -> tuple[AddPost, Tell]:
    """The change and the message of a summary that goes out at ``at``: the first one of a team's week opens a thread, others reply in it."""
    team = week.team
    thread = thread_of(team, channel, at, book)
    author = book.viewer.id
    card = replace(card, views=_views(week, occurrence))
    change = AddPost(team.id, at, author, lead_in, channel.door, channel.id, occurrence, thread)
    tell = Tell(ToPlace(channel.door, channel.id), card, occurrence, under=thread, author=author)
    return change, tell


def redraw(book: Book, stale: StalePost) -> Tell | None:
    """A posted summary with the news that came in since, marked late; the book is its author's. None where nothing is left to draw."""
    posted = book.posted_as(stale.occurrence)
    team = book.team(posted.team) if posted is not None else None
    if posted is None or team is None:
        return None
    today = local_day(book.viewer.zone, posted.at)
    week = week_of(team, book, posted.at, today)
    card = replace(summary_card(week, posted.lead_in, book, today), views=_views(week, posted.occurrence))
    return Tell(
        ToPlace(posted.door, posted.place), card, f"{posted.occurrence}:late:{stale.news}", revises=posted.occurrence
    )


def looked(event: Refreshed, book: Book) -> Outcome:
    """A posted summary as one of its readers sees it, in their language and with a way to tell what is awaited of them. Nothing elsewhere
    than where it was posted: whoever looks from there may read there.
    """
    posted = book.posted_as(event.action.get("occurrence"))
    if posted is not None and (posted.door, posted.place) != (event.origin.door, event.origin.place.id):
        return Outcome(())
    team = book.team(posted.team) if posted is not None else None
    author = book.person(posted.by) if posted is not None else None
    if posted is None or team is None or author is None:
        return Outcome(())
    today = local_day(author.zone, posted.at)
    week = week_of(team, book, posted.at, today)
    awaited = [one.key_result for one in week.key_results if one.awaited and _measures(one.key_result, book)]
    card = summary_card(week, posted.lead_in, book, today, by=author)
    buttons = tuple(
        Button(t("viewing-button-check-in", label=kr.label), action("check_in.open", key_result=kr.id), opens_form=True)
        for kr in awaited[:ASKED]
    )
    offered = (Buttons(buttons),) if buttons else ()
    views = _views(week, posted.occurrence)
    return Outcome((Whisper(replace(card, elements=(*card.elements, *offered), views=views)),))


def _views(week: Week, occurrence: str) -> Views:
    """It differs for those of whom something is awaited."""
    awaited = [one.key_result for one in week.key_results if one.awaited]
    people = dict.fromkeys(one for kr in awaited for one in (kr.owner, *kr.contributors) if one is not None)
    return Views(action("summary.look", occurrence=occurrence), tuple(people))


def _measures(kr: KeyResult, book: Book) -> bool:
    return book.viewer.id in (kr.owner, *kr.contributors)


def refused(book: Book, refusal: Refusal) -> Tell | None:
    """What the author of a summary hears where its channel did not take it; None for what is no summary."""
    posted = book.posted_as(refusal.occurrence)
    team = book.team(posted.team) if posted is not None else None
    if team is None:
        return None
    channels = {(one.door, one.id): one.name for one in book.channels()}
    name = channels.get((refusal.door, refusal.place))
    card = (
        gone_card(team) if name is None else _not_posted(team, t("summarising-refused", team=team.name, channel=name))
    )
    return Tell(ToPerson(refusal.author), card, f"refused:{refusal.occurrence}")


def gone_card(team: Team) -> Card:
    """What the author of a summary hears whose channel is none that they can post to any more."""
    return _not_posted(team, t("summarising-refused-gone", team=team.name))


def _not_posted(team: Team, words: Words) -> Card:
    again = Button(t("summarising-again"), action("summary.start", team=team.name), "primary")
    return Card(words, (Paragraph(words), Buttons((again,))))


def thread_of(team: Team, channel: Channel, at: datetime, book: Book) -> str | None:
    """The delivery that opened this team's thread in this channel and week."""
    for one in book.posts(team.id):
        there = (one.door, one.place) == (channel.door, channel.id)
        if one.occurrence and one.thread is None and there and _week(team, one.at, book) == _week(team, at, book):
            return one.occurrence
    return None


def _week(team: Team, at: datetime, book: Book) -> tuple[int, int]:
    """The ISO week there is where the team's lead is."""
    lead = book.person(team.lead) if team.lead is not None else None
    on: date = at.astimezone(ZoneInfo(lead.zone if lead else book.workspace.zone)).date()
    return on.isocalendar()[:2]
