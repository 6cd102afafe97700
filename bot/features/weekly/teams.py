"""What a team has chosen about its week: one card, one form, for its lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from bot.chat.cards import (
    Button,
    Buttons,
    Card,
    ChoiceField,
    Element,
    Facts,
    Form,
    Heading,
    Option,
    Remark,
    TextField,
    action,
)
from bot.chat.effects import KeepForm, Revise
from bot.chat.events import Event, Pressed, Submitted
from bot.chat.words import Listing, Moment, Words, t
from bot.features.drafting.forms import Errors, with_values
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import counted_from
from bot.features.settings import cadence_words, every_words, read_time, rhythm_words, weekday_words
from bot.features.weekly.posts import channel_of, look_at, next_post_at, zone_of
from bot.okr.model import Cadence, Rhythm, Team, TeamRhythm
from bot.ports.book import Book
from bot.ports.changes import PutTeamRhythm

EVERY = (1, 2, 3, 4)


def may_lead(team: Team, book: Book) -> bool:
    """Its lead and admins decide; where it has no lead, its members."""
    viewer = book.viewer
    return viewer.admin or team.lead == viewer.id or (team.lead is None and viewer.id in team.members)


def leads_words(team: Team, book: Book) -> Listing:
    """Who decides, for whom does not."""
    people = [person for one in (team.lead,) if one is not None and (person := book.person(one)) is not None]
    people += [one for one in book.admins() if one not in people]
    return Listing(tuple(one.name for one in people[:3]) or (team.name,))


def team_card(team: Team, rhythm: TeamRhythm, book: Book, at: datetime, headline: Words | None = None) -> Card:
    """The card: every line true for that team."""
    words = headline or t("weekly-team", team=team.name)
    source = Rhythm(rhythm.cadence, "own") if rhythm.cadence else Rhythm(book.workspace.cadence, "workspace")
    found = channel_of(team, book)
    channel = None if found is None else found.name
    posting: Words = (
        t("weekly-posting-off") if not rhythm.posting or team.channel is None else t("teaming-channel-gone")
    )
    if rhythm.posting and channel is not None:
        moment = Moment(next_post_at(rhythm, team, book, at))
        posting = t(
            "weekly-posting-on",
            channel=channel,
            rhythm=cadence_words(Cadence(1, rhythm.post_on, rhythm.post_at)),
            moment=moment,
        )
    rows: list[tuple[Words, Words]] = [
        (t("weekly-fact-rhythm"), rhythm_words(source)),
        (t("weekly-fact-reminder"), t("weekly-reminder-on") if rhythm.reminding else t("weekly-reminder-off")),
        (t("weekly-fact-telling"), t("weekly-telling-on") if rhythm.telling else t("weekly-telling-off")),
        (t("weekly-fact-posting"), posting),
    ]
    elements: list[Element] = [Heading(words), Facts(tuple(rows))]
    if may_lead(team, book):
        change = Button(t("weekly-button-change"), action("rhythm.open", team=team.id), "primary", opens_form=True)
        elements += [Buttons((change,)), Remark(t("weekly-typed", team=team.name))]
    else:
        elements.append(Remark(t("weekly-led-by", names=leads_words(team, book), team=team.name)))
    return Card(words, tuple(elements))


def put_team(team: Team, after: TeamRhythm, headline: Words, event: Event, book: Book) -> Outcome:
    """Store it and say what holds now; a team without a channel posts nothing."""
    at = event.origin.at
    by = book.viewer.id
    if after.posting and channel_of(team, book) is None:
        goes_out = book.next_post(team.id) if team.channel is not None else None
        if goes_out is None or goes_out.by == by:
            after = replace(after, posting=False)
            headline = t("weekly-no-channel", team=team.name)
        else:  # whose posts these are may see the channel where the viewer does not
            by = goes_out.by
    post_at = next_post_at(after, team, book, at) if after.posting else None
    change = PutTeamRhythm(team.id, after, by, post_at, None if post_at is None else look_at(post_at, at))
    card = team_card(team, after, book, at, headline)
    answer = Revise(card) if isinstance(event, Pressed) else to_person(event.origin, card)
    return Outcome((answer,), "keep", (change,))


def team_form(team: Team, rhythm: TeamRhythm, errors: Errors = ()) -> Form:
    """Everything a team can choose."""
    cadence = rhythm.cadence or Cadence()
    days = tuple(Option(str(day), weekday_words(day)) for day in range(7))
    return Form(
        title=t("weekly-form", team=team.name),
        action=action("rhythm.save", team=team.id),
        fields=(
            ChoiceField(
                "every",
                t("settings-field-every"),
                (Option("", t("weekly-as-everybody")), *(Option(str(every), every_words(every)) for every in EVERY)),
                str(cadence.every) if rhythm.cadence else "",
            ),
            ChoiceField("weekday", t("settings-field-weekday"), days, str(cadence.weekday)),
            TextField("at", t("settings-field-at"), f"{cadence.at:%H:%M}", hint=t("weekly-hint-at")),
            _switch(
                "reminding",
                t("weekly-fact-reminder"),
                t("weekly-reminder-on"),
                t("weekly-reminder-off"),
                rhythm.reminding,
            ),
            _switch(
                "telling", t("weekly-fact-telling"), t("weekly-telling-on"), t("weekly-telling-off"), rhythm.telling
            ),
            _switch(
                "posting", t("weekly-fact-posting"), t("weekly-posting-yes"), t("weekly-posting-off"), rhythm.posting
            ),
            ChoiceField("post_on", t("weekly-field-post-on"), days, str(rhythm.post_on)),
            TextField("post_at", t("weekly-field-post-at"), f"{rhythm.post_at:%H:%M}", hint=t("weekly-hint-post")),
        ),
        submit=t("settings-button-save"),
        errors=errors,
    )


def submitted_team(team: Team, event: Submitted, book: Book) -> Outcome:
    """The form sent: all of it is taken, or none and what is wrong is named."""
    before = book.team_rhythm(team.id)
    errors: list[tuple[str, Words]] = []
    times: dict[str, time] = {}
    for name in ("at", "post_at"):
        read = read_time(event.get(name))
        if read is None:
            errors.append((name, t("settings-error-time", words=event.get(name)[:80])))
        else:
            times[name] = read
    if errors:
        return Outcome((KeepForm(with_values(team_form(team, before), event, tuple(errors))),))
    cadence = None
    if event.get("every") in map(str, EVERY):
        cadence = Cadence(int(event.get("every")), _number(event.get("weekday")), times["at"])
        kept = before.cadence is not None and before.cadence.same_as(cadence)
        cadence = before.cadence if kept else counted_from(cadence, zone_of(team, book), event.origin.at)
    after = TeamRhythm(
        cadence=cadence,
        reminding=event.get("reminding") != "no",
        telling=event.get("telling") != "no",
        posting=event.get("posting") == "yes",
        post_on=_number(event.get("post_on")),
        post_at=times["post_at"],
    )
    return put_team(team, after, t("weekly-saved", team=team.name), event, book)


def _number(text: str) -> int:
    return int(text) if text in map(str, range(7)) else 0


def _switch(name: str, label: Words, yes: Words, no: Words, on: bool) -> ChoiceField:
    return ChoiceField(name, label, (Option("yes", yes), Option("no", no)), "yes" if on else "no", required=True)
