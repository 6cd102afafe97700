"""What summarising does with each event: begin, preview, change the first line, post once."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.chat.cards import Button, Buttons, Card, Element, Paragraph, Quote, action, plain_card
from bot.chat.effects import KeepForm, Revise, Show
from bot.chat.events import Commanded, Dismissed, Event, Pressed, Said, Submitted
from bot.chat.words import Words, t
from bot.features.lines import carried, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.states import AskingLeadIn, AskingTeam, Previewing, State
from bot.features.summarising.card import summary_card
from bot.features.summarising.posting import post
from bot.features.summarising.preview import (
    LEAD_IN,
    channel_at,
    home_channel,
    lead_in_form,
    may_post,
    preview_card,
    which_team_card,
)
from bot.features.summarising.week import Week, week_of
from bot.features.teams import team_here, team_named
from bot.okr.model import Team
from bot.ports.book import Book, Channel
from bot.reading.consent import Consent, read_consent
from bot.reading.types import Command

Summing = Previewing | AskingTeam | AskingLeadIn


def start(event: Event, book: Book, command: Command) -> Outcome:
    """``summary``, ``summary growth``: the preview for the team named, of this channel, or the only one of the viewer; else asks which."""
    teams = book.teams()
    if not teams:
        return _say(event, t("summarising-no-teams"))
    if command.rest.strip():
        named = team_named(book, command.rest)
        if named is not None:
            return _preview(named, "", event, book)
        return _ask_team(event, book, t("summarising-unknown-team", words=command.rest.strip()[:80]))
    here = team_here(event.origin, book)
    if here is None and len(teams) == 1:
        here = teams[0]
    return _ask_team(event, book, t("summarising-which-team")) if here is None else _preview(here, "", event, book)


def answer(state: Summing, event: Said, book: Book) -> Outcome | None:
    """What was typed while a summary waited; None when it says nothing about it and may be anything else."""
    match state:
        case AskingTeam():
            if read_consent(event.text) == "no":
                return _say(event, t("summarising-dropped"), state=None)
            named = team_named(book, event.text)
            if named is not None:
                return _preview(named, "", event, book)
            return _ask_team(event, book, t("summarising-unknown-team", words=event.text.strip()[:80]))
        case AskingLeadIn():
            return _typed_lead_in(state, event, book)
        case Previewing():
            said = read_consent(event.text)
            return None if said is None else decided(state, said, event, book)


def pressed(state: State | None, event: Pressed, book: Book) -> Outcome:
    """The verbs ``summary.start``, ``.team``, ``.post``, ``.edit`` and ``.drop``."""
    press = event.action
    if press.verb == "summary.start":
        return start(event, book, Command("summary", press.get("team")))
    chosen = dict(event.values).get("choice", "")
    team = book.team(carried(chosen if press.verb == "summary.team" else press.get("team")))
    if team is None:
        return _say(event, t("summarising-team-gone"))
    match press.verb:
        case "summary.post":
            return _post_pressed(state, team, chosen or press.get("place"), event, book)
        case "summary.edit":
            return Outcome((Show(lead_in_form(team, press.get("lead_in"))),), AskingLeadIn(team.id))
        case "summary.drop":
            words = t("summarising-dropped")
            return Outcome((Revise(Card(words, (Paragraph(words), _again(team)))),), _closed(state))
        case _:
            return _preview(team, "", event, book)


def submitted(state: State | None, event: Submitted, book: Book) -> Outcome:
    """The form with the first line: a new preview; one that is too long stays open with every word."""
    team = book.team(carried(event.action.get("team")))
    if team is None:
        return _say(event, t("summarising-team-gone"), state=_closed(state))
    lead_in = " ".join(event.get("lead_in").split())
    if len(lead_in) > LEAD_IN:
        too_long = t("summarising-lead-in-too-long", length=len(lead_in), most=LEAD_IN)
        return Outcome((KeepForm(lead_in_form(team, event.get("lead_in"), (("lead_in", too_long),))),))
    return _preview(team, lead_in, event, book)


def dismissed(event: Dismissed, book: Book) -> Outcome:
    """The form closed: the preview is still there, with the first line it had."""
    team = book.team(carried(event.action.get("team")))
    if team is None:
        return Outcome((), None)
    week = week_of(team, book, event.origin.at, today_of(event.origin, book))
    return Outcome((), Previewing(team.id, event.action.get("lead_in"), week.stamp))


def cancelled(event: Said | Commanded) -> Outcome:
    """``cancel``: nothing is posted, and nothing is waited for."""
    return _say(event, t("summarising-dropped"), state=None)


def decided(state: Previewing, said: Consent, event: Said | Commanded, book: Book) -> Outcome:
    """Yes, no, or a change of the first line, said about the preview."""
    team = book.team(state.team)
    if team is None:
        return _say(event, t("summarising-team-gone"), state=None)
    match said:
        case "yes":
            home = home_channel(team, event.origin, book.channels())
            if home is None:
                return _preview(team, state.lead_in, event, book, t("summarising-choose-channel"))
            today = today_of(event.origin, book)
            week = week_of(team, book, event.origin.at, today)
            if week.stamp != state.stamp:
                return _preview(team, state.lead_in, event, book, t("summarising-changed"))
            return _post(week, state.lead_in, event.origin.at.isoformat(), home, event, book, None)
        case "no":
            return _say(event, t("summarising-dropped"), state=None, then=(_again(team),))
        case "change":
            return Outcome((Show(lead_in_form(team, state.lead_in)),), AskingLeadIn(team.id))


def _preview(team: Team, lead_in: str, event: Event, book: Book, note: Words | None = None) -> Outcome:
    today = today_of(event.origin, book)
    week = week_of(team, book, event.origin.at, today)
    if not week.objectives:
        words = t("summarising-nothing", team=team.name)
        new = Button(t("viewing-button-new"), action("draft.new"), "primary", opens_form=True)
        return Outcome((to_person(event.origin, Card(words, (Paragraph(words), Buttons((new,))))),), None)
    card = preview_card(week, lead_in, event.origin, book, today, note)
    state = Previewing(team.id, lead_in, week.stamp) if may_post(team, book) else None
    in_place = isinstance(event, Pressed) and event.action.verb != "summary.start"
    return Outcome((Revise(card) if in_place else to_person(event.origin, card),), state)


def _ask_team(event: Event, book: Book, words: Words) -> Outcome:
    teams = book.teams_of(book.viewer.id) or book.teams()
    return Outcome((to_person(event.origin, which_team_card(teams, words)),), AskingTeam())


def _typed_lead_in(state: AskingLeadIn, event: Said, book: Book) -> Outcome:
    team = book.team(state.team)
    if team is None:
        return _say(event, t("summarising-team-gone"), state=None)
    lead_in = " ".join(event.text.split())
    if read_consent(lead_in) == "no":
        return _preview(team, "", event, book)
    if len(lead_in) > LEAD_IN:
        words = t("summarising-lead-in-too-long", length=len(lead_in), most=LEAD_IN)
        return Outcome((to_person(event.origin, Card(words, (Paragraph(words), Quote(lead_in[:3000])))),))
    return _preview(team, lead_in, event, book)


def _post_pressed(state: State | None, team: Team, place: str, event: Pressed, book: Book) -> Outcome:
    as_of, lead_in = _moment(event.action.get("as_of")), event.action.get("lead_in")[:LEAD_IN]
    last = book.last_post(team.id)
    if as_of is None or (last is not None and last.at >= as_of):
        words = t("summarising-already", team=team.name)
        return Outcome((Revise(Card(words, (Paragraph(words), _again(team)))),), _closed(state))
    channel = channel_at(place, book)
    if channel is None:
        return _preview(team, lead_in, event, book, t("summarising-channel-gone"))
    week = week_of(team, book, event.origin.at, today_of(event.origin, book))
    if week.stamp != event.action.get("stamp"):
        return _preview(team, lead_in, event, book, t("summarising-changed"))
    return _post(week, lead_in, as_of.isoformat(), channel, event, book, state)


def _post(
    week: Week, lead_in: str, as_of: str, channel: Channel, event: Event, book: Book, state: State | None
) -> Outcome:
    team = week.team
    if not may_post(team, book):
        return _preview(team, lead_in, event, book)
    card = summary_card(week, lead_in, book, today_of(event.origin, book))
    words = t("summarising-posted", channel=channel.name, team=team.name)
    said = plain_card(words)
    change, tell = post(card, week, channel, lead_in, event.origin.at, f"summary:{team.id}:{as_of}", book)
    return Outcome(
        answers=(Revise(said) if isinstance(event, Pressed) else to_person(event.origin, said),),
        state=_closed(state),
        changes=(change,),
        tells=(tell,),
    )


def _closed(state: State | None) -> State | None:
    """What is waited for once the summary is settled: another feature's question stays open."""
    return None if isinstance(state, Summing) else state


def _again(team: Team) -> Buttons:
    return Buttons((Button(t("summarising-again"), action("summary.start", team=team.name)),))


def _moment(text: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo is not None else None


def _say(
    event: Event, words: Words, *, state: State | Literal["keep"] | None = "keep", then: tuple[Element, ...] = ()
) -> Outcome:
    return Outcome((to_person(event.origin, Card(words, (Paragraph(words), *then))),), state)
