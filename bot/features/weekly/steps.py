"""What people wish of a week's rhythm, by a sentence, a button or a form."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Literal, assert_never

from bot.chat.effects import KeepForm, Revise, Show
from bot.chat.events import Event, Pressed, Submitted
from bot.chat.words import Moment, t
from bot.features.lines import carried
from bot.features.outcome import Outcome, to_person
from bot.features.summarising.preview import LEAD_IN
from bot.features.weekly.digest import next_digest
from bot.features.weekly.meant import followed, team_meant
from bot.features.weekly.past import looked_back
from bot.features.weekly.posts import channel_of, line_form, preview_card
from bot.features.weekly.saying import not_yours, say
from bot.features.weekly.teams import may_lead, put_team, submitted_team, team_card, team_form
from bot.features.weekly.wished import own_holidays, own_language, quiet_hours, rhythm_wished
from bot.okr.model import Follow, Person, Team
from bot.ports.book import Book
from bot.ports.changes import DropFollow, PutFollow, PutNextPost
from bot.reading.weekly import WeeklyWish, read_weekly


def heard(event: Event, text: str, book: Book, *, sure: bool = False) -> Outcome | None:
    """A typed wish; None for what is none, or speaks of something that is not here. ``sure``: it stood after ``/okr``."""
    wish = read_weekly(text)
    if wish is None:
        return None
    match wish.kind:
        case "asked":
            return looked_back(event, book)
        case "follow" | "unfollow":
            return _follow(wish, event, book, sure=sure)
        case "post" | "no_post" | "reminders_off" | "reminders_on":
            return _of_team(wish, event, book)
        case "quiet" | "no_quiet":
            return quiet_hours(wish, event, book)
        case "holidays" | "no_holidays" | "shared_holidays":
            return own_holidays(wish, event, book)
        case "language":
            return own_language(wish, event, book)
        case "rhythm" | "usual" | "show":
            return rhythm_wished(wish, event, text, book, sure=sure)
        case _:
            assert_never(wish.kind)


def pressed(event: Pressed, book: Book) -> Outcome:
    """A button of the team's card, of the preview, of what a lead hears, or of what a follower hears."""
    if event.action.verb == "rhythm.unfollow":
        kind: Literal["team", "person"] = "team" if event.action.get("kind") == "team" else "person"
        return _unfollowed(Follow(kind, carried(event.action.get("target"))), event, book)
    team = book.team(carried(event.action.get("team")))
    if team is None:
        return say(event, t("weekly-team-gone"))
    rhythm = book.team_rhythm(team.id)
    if event.action.verb == "rhythm.show":
        return Outcome((to_person(event.origin, team_card(team, rhythm, book, event.origin.at)),))
    if not may_lead(team, book):
        return not_yours(team, event, book)
    match event.action.verb:
        case "rhythm.open":
            return Outcome((Show(team_form(team, rhythm)),))
        case "rhythm.telling":
            words = t("weekly-telling-stopped", team=team.name)
            return put_team(team, replace(rhythm, telling=False), words, event, book)
        case "rhythm.line" | "rhythm.skip" | "rhythm.unskip":
            return _next_post(team, event, book)
        case _:
            return say(event, t("weekly-team-gone"))


def submitted(event: Submitted, book: Book) -> Outcome:
    """The team's form, or the first line of what goes out next."""
    team = book.team(carried(event.action.get("team")))
    if team is None:
        return say(event, t("weekly-team-gone"))
    if not may_lead(team, book):
        return not_yours(team, event, book)
    if event.action.verb == "rhythm.save":
        return submitted_team(team, event, book)
    lead_in = " ".join(event.get("lead_in").split())
    post_at = _moment(event.action.get("post_at"))
    if len(lead_in) > LEAD_IN and post_at is not None:
        wrong = t("summarising-lead-in-too-long", length=len(lead_in), most=LEAD_IN)
        form = line_form(team, post_at, event.get("lead_in"), (("lead_in", wrong),))
        return Outcome((KeepForm(form),))
    following, channel = book.next_post(team.id), channel_of(team, book)
    if following is None or channel is None or following.at != post_at:
        return say(event, t("weekly-out-already", team=team.name))
    change = PutNextPost(team.id, following.at, lead_in, skipped=False)
    card = preview_card(team, channel, following.at, lead_in, book)
    return Outcome((to_person(event.origin, card),), "keep", (change,))


def _next_post(team: Team, event: Pressed, book: Book) -> Outcome:
    following, channel = book.next_post(team.id), channel_of(team, book)
    post_at = _moment(event.action.get("post_at"))
    if following is None or channel is None or following.at != post_at or event.origin.at >= following.at:
        return say(event, t("weekly-out-already", team=team.name))
    if event.action.verb == "rhythm.line":
        return Outcome((Show(line_form(team, following.at, following.lead_in)),))
    skipped = event.action.verb == "rhythm.skip"
    change = PutNextPost(team.id, following.at, following.lead_in, skipped=skipped)
    note = t("weekly-skipped", team=team.name) if skipped else None
    card = preview_card(team, channel, following.at, following.lead_in, book, skipped=skipped, note=note)
    return Outcome((Revise(card),), "keep", (change,))


def _of_team(wish: WeeklyWish, event: Event, book: Book) -> Outcome | None:
    team = team_meant(wish.subject, event, book)
    if team is None:
        if wish.subject.startswith("#"):
            return say(event, t("weekly-no-team-there", channel=wish.subject.lstrip("#")[:60]))
        return None if wish.subject else say(event, t("weekly-which-team"))
    if not may_lead(team, book):
        return not_yours(team, event, book)
    rhythm = book.team_rhythm(team.id)
    match wish.kind:
        case "post":
            on = wish.weekday if wish.weekday is not None else rhythm.post_on
            after = replace(rhythm, posting=True, post_on=on, post_at=wish.at or rhythm.post_at)
            return put_team(team, after, t("weekly-post-set", team=team.name), event, book)
        case "no_post":
            after = replace(rhythm, posting=False)
            return put_team(team, after, t("weekly-post-stopped", team=team.name), event, book)
        case "reminders_off":
            words = t("weekly-reminders-stopped", team=team.name)
            return put_team(team, replace(rhythm, reminding=False), words, event, book)
        case _:
            words = t("weekly-reminders-started", team=team.name)
            return put_team(team, replace(rhythm, reminding=True), words, event, book)


def _follow(wish: WeeklyWish, event: Event, book: Book, *, sure: bool) -> Outcome | None:
    target = followed(wish.subject, event, book)
    if target is None:
        return say(event, t("weekly-follow-unknown", words=wish.subject[:60])) if sure or "@" in wish.subject else None
    one = Follow("team" if isinstance(target, Team) else "person", target.id)
    if wish.kind == "unfollow":
        return _unfollowed(one, event, book)
    if isinstance(target, Person) and target.id == book.viewer.id:
        return say(event, t("weekly-follow-self"))
    viewer = book.viewer
    due_at = next_digest(book.settings(viewer.id), viewer.zone, event.origin.at)
    words = t("weekly-followed", name=target.name, moment=Moment(due_at))
    return say(event, words, PutFollow(viewer.id, one, due_at))


def _unfollowed(one: Follow, event: Event, book: Book) -> Outcome:
    found = book.team(one.target) if one.kind == "team" else book.person(one.target)
    words = t("weekly-unfollowed", name=found.name if found is not None else "")
    return say(event, words, DropFollow(book.viewer.id, one))


def _moment(text: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo is not None else None
