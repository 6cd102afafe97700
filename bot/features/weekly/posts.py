"""A team's summary that goes to its channel by itself: shown to its lead two hours before, theirs to edit or leave out until it is sent."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.chat.cards import Button, Buttons, Card, Divider, Element, Form, Remark, action
from bot.chat.words import Moment, Words, t
from bot.features.rhythms import may_be_asked
from bot.features.summarising.card import summary_card, summary_elements
from bot.features.summarising.posting import gone_card, post
from bot.features.summarising.preview import lead_in_field
from bot.features.summarising.week import week_of
from bot.okr.asking import asked_after
from bot.okr.model import Cadence, Settings, Team, TeamRhythm
from bot.okr.rhythm import local_day
from bot.ports.book import Book, Channel
from bot.ports.unit import DuePost, PostMade, Tell, ToPerson

BEFORE = timedelta(hours=2)
"""How long before it goes out its lead sees it."""
TOO_LATE = timedelta(hours=12)
"""What could not go out for so long waits for the next week."""


def zone_of(team: Team, book: Book) -> str:
    """The clock that a team goes by: its lead's, else the workspace's."""
    lead = book.person(team.lead) if team.lead is not None else None
    return lead.zone if lead is not None else book.workspace.zone


def next_post_at(rhythm: TeamRhythm, team: Team, book: Book, after: datetime) -> datetime:
    """When the team's summary goes out next (UTC): of what falls on a public holiday of its lead, else of the workspace, on the next
    working day.
    """
    lead = book.person(team.lead) if team.lead is not None else None
    place = book.workspace.holidays if lead is None else book.settings(lead.id).place
    cadence = Cadence(1, rhythm.post_on, rhythm.post_at)
    return asked_after(Settings(cadence, holidays=place), cadence, zone_of(team, book), after)


def look_at(post_at: datetime, now: datetime) -> datetime:
    """When it has to be shown to the lead."""
    return max(post_at - BEFORE, now)


def own_post(book: Book, due: DuePost, now: datetime) -> PostMade:
    """What comes of a moment: the preview before, or the post itself; where its channel is not there for its author, a word to them. The
    book is theirs.
    """
    team = book.team(due.team)
    rhythm = book.team_rhythm(due.team)
    channel = channel_of(team, book) if team is not None else None
    if team is None or not rhythm.posting or team.channel is None:
        return PostMade(due, None, None, None, None)
    if due.due_at < due.post_at:
        tell = None if due.skipped or channel is None else _preview_tell(team, channel, due, book)
        return PostMade(due, tell, None, due.post_at, due.post_at)
    following = next_post_at(rhythm, team, book, max(due.post_at, now))
    ahead = look_at(following, now)
    today = local_day(zone_of(team, book), due.post_at)
    if channel is None and not due.skipped:
        gone = Tell(ToPerson(book.viewer.id), gone_card(team), f"own-summary-gone:{team.id}:{today.isoformat()}")
        return PostMade(due, gone, None, ahead, following)
    week = week_of(team, book, due.post_at, today)
    if channel is None or due.skipped or not week.objectives or now - due.post_at > TOO_LATE:
        return PostMade(due, None, None, ahead, following)
    card = summary_card(week, due.lead_in, book, today)
    key = f"own-summary:{team.id}:{today.isoformat()}"
    change, tell = post(card, week, channel, due.lead_in, due.post_at, key, book)
    return PostMade(due, tell, change, ahead, following)


def channel_of(team: Team, book: Book) -> Channel | None:
    """The team's own channel, where it can be posted to."""
    return next((one for one in book.channels() if one.id == team.channel), None)


def preview_card(
    team: Team,
    channel: Channel,
    post_at: datetime,
    lead_in: str,
    book: Book,
    *,
    skipped: bool = False,
    note: Words | None = None,
) -> Card:
    """What goes out, when, and who will see it; what can still be done about it."""
    headline = note or t("weekly-preview", team=team.name, channel=channel.name, moment=Moment(post_at))
    today = local_day(zone_of(team, book), post_at)
    week = week_of(team, book, post_at, today)
    args: dict[str, str | int] = {"team": team.id, "post_at": post_at.isoformat()}
    if skipped:
        again = Button(t("weekly-button-unskip"), action("rhythm.unskip", **args), "primary")
        return Card(headline, (Remark(headline), Buttons((again,))))
    buttons = (
        Button(t("summarising-edit"), action("rhythm.line", **args), "primary", opens_form=True),
        Button(t("weekly-button-skip"), action("rhythm.skip", **args)),
        Button(t("weekly-button-change"), action("rhythm.open", team=team.id), opens_form=True),
    )
    seen = Remark(t("weekly-who-sees", channel=channel.name))
    elements: tuple[Element, ...] = (Remark(headline), *summary_elements(week, lead_in, book, today), Divider(), seen)
    return Card(headline, (*elements, Buttons(buttons)))


def line_form(team: Team, post_at: datetime, lead_in: str, errors: tuple[tuple[str, Words], ...] = ()) -> Form:
    """The form for the first line of what goes out next."""
    return Form(
        title=t("summarising-form"),
        action=action("rhythm.write", team=team.id, post_at=post_at.isoformat()),
        fields=(lead_in_field(lead_in),),
        submit=t("weekly-button-write"),
        errors=errors,
    )


def _preview_tell(team: Team, channel: Channel, due: DuePost, book: Book) -> Tell | None:
    """For whoever leads the team; nobody is bothered who is away."""
    lead = team.lead if team.lead is not None else due.author
    person = book.person(lead)
    settings = book.settings(lead)
    if person is None or not may_be_asked(settings, local_day(person.zone, due.due_at), due.due_at):
        return None
    card = preview_card(team, channel, due.post_at, due.lead_in, book)
    key = f"preview:{team.id}:{due.post_at.isoformat()}"
    return Tell(ToPerson(lead), card, key, expires_at=due.post_at)
