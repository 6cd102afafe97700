"""What people wish of a week's rhythm, by a sentence, a button or a form."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Literal, assert_never

from bot.chat.cards import Card, Paragraph
from bot.chat.effects import KeepForm, Revise, Show
from bot.chat.events import Event, Pressed, Said, Submitted
from bot.chat.words import Listing, Moment, Words, t
from bot.features.lines import carried, who
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import counted_from, plan_of, rhythm_of, team_of
from bot.features.settings import cadence_words, place_words, put_rhythm, read_place, rhythm_words
from bot.features.summarising.preview import LEAD_IN
from bot.features.teams import team_here, team_named
from bot.features.weekly.digest import next_digest
from bot.features.weekly.past import looked_back
from bot.features.weekly.posts import channel_of, line_form, preview_card, zone_of
from bot.features.weekly.teams import leads_words, may_lead, put_team, submitted_team, team_card, team_form
from bot.okr.model import Cadence, Follow, KeyResult, Person, Team
from bot.ports.book import Book
from bot.ports.changes import DropFollow, PutCadence, PutFollow, PutNextPost, PutWorkspace
from bot.ports.unit import Tell, ToPerson
from bot.reading.ids import key_result_ids, without_ids
from bot.reading.weekly import EVERYBODY, WeeklyWish, read_weekly

OUR_TEAM = frozenset(
    {
        "team",
        "the team",
        "our team",
        "my team",
        "we",
        "us",
        "团队",
        "我们",
        "我们团队",
        "本团队",
        "小组",
        "这里",
        "here",
    }
)
Subject = KeyResult | Team | Literal["self", "all"]


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
            return _quiet(wish, event, book)
        case "holidays" | "no_holidays" | "shared_holidays":
            return _holidays(wish, event, book)
        case "rhythm" | "usual" | "show":
            return _rhythm(wish, event, text, book, sure=sure)
        case _:
            assert_never(wish.kind)


def pressed(event: Pressed, book: Book) -> Outcome:
    """A button of the team's card, of the preview, of what a lead hears, or of what a follower hears."""
    if event.action.verb == "rhythm.unfollow":
        kind: Literal["team", "person"] = "team" if event.action.get("kind") == "team" else "person"
        return _unfollowed(Follow(kind, carried(event.action.get("target"))), event, book)
    team = book.team(carried(event.action.get("team")))
    if team is None:
        return _say(event, t("weekly-team-gone"))
    rhythm = book.team_rhythm(team.id)
    if event.action.verb == "rhythm.show":
        return Outcome((to_person(event.origin, team_card(team, rhythm, book, event.origin.at)),))
    if not may_lead(team, book):
        return _not_yours(team, event, book)
    match event.action.verb:
        case "rhythm.open":
            return Outcome((Show(team_form(team, rhythm)),))
        case "rhythm.telling":
            words = t("weekly-telling-stopped", team=team.name)
            return put_team(team, replace(rhythm, telling=False), words, event, book)
        case "rhythm.line" | "rhythm.skip" | "rhythm.unskip":
            return _next_post(team, event, book)
        case _:
            return _say(event, t("weekly-team-gone"))


def submitted(event: Submitted, book: Book) -> Outcome:
    """The team's form, or the first line of what goes out next."""
    team = book.team(carried(event.action.get("team")))
    if team is None:
        return _say(event, t("weekly-team-gone"))
    if not may_lead(team, book):
        return _not_yours(team, event, book)
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
        return _say(event, t("weekly-out-already", team=team.name))
    change = PutNextPost(team.id, following.at, lead_in, skipped=False)
    card = preview_card(team, channel, following.at, lead_in, book)
    return Outcome((to_person(event.origin, card),), "keep", (change,))


def _next_post(team: Team, event: Pressed, book: Book) -> Outcome:
    following, channel = book.next_post(team.id), channel_of(team, book)
    post_at = _moment(event.action.get("post_at"))
    if following is None or channel is None or following.at != post_at or event.origin.at >= following.at:
        return _say(event, t("weekly-out-already", team=team.name))
    if event.action.verb == "rhythm.line":
        return Outcome((Show(line_form(team, following.at, following.lead_in)),))
    skipped = event.action.verb == "rhythm.skip"
    change = PutNextPost(team.id, following.at, following.lead_in, skipped=skipped)
    note = t("weekly-skipped", team=team.name) if skipped else None
    card = preview_card(team, channel, following.at, following.lead_in, book, skipped=skipped, note=note)
    return Outcome((Revise(card),), "keep", (change,))


def _rhythm(wish: WeeklyWish, event: Event, text: str, book: Book, *, sure: bool) -> Outcome | None:
    subject = _subject(wish.subject, event, book)
    if subject is None and wish.weekday is not None and wish.at is not None and 0 < len(wish.subject.split()) < 4:
        return _say(event, t("weekly-follow-unknown", words=wish.subject))
    bare = wish.weekday is None and wish.at is None and len(text.split()) < 3 and "我" not in text
    if subject is None or (subject == "self" and wish.kind == "rhythm" and bare and not sure):
        return None
    match subject:
        case "self":
            return _own(wish, event, book)
        case "all":
            return _everybody(wish, event, book)
        case KeyResult():
            return _key_result(subject, wish, event, book)
        case Team():
            return _team(subject, wish, event, book)
        case _:
            assert_never(subject)


def _own(wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    before = book.settings(book.viewer.id)
    if wish.kind == "show":
        plan = plan_of(book.viewer.id, book, before)
        lines = [t("weekly-line", label=kr.label, rhythm=rhythm_words(rhythm)) for kr, rhythm in plan.owned[:20]]
        moment = plan.next_asked(event.origin.at)
        headline = t("check-in-when-never") if moment is None else t("weekly-next", moment=Moment(moment))
        card = Card(headline, (Paragraph(headline), *(Paragraph(line) for line in lines)))
        return Outcome((to_person(event.origin, card),))
    own = wish.kind == "rhythm"
    cadence = _cadence(wish, before.cadence)
    after = replace(before, cadence=cadence if own else before.cadence, own=own)
    words = t("weekly-own", rhythm=cadence_words(cadence)) if own else t("weekly-own-usual")
    return put_rhythm(words, before, after, event, book)


def _quiet(wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    before = book.settings(book.viewer.id)
    after = replace(before, quiet_from=wish.at, quiet_to=wish.until)
    if wish.at is None or wish.until is None:
        return put_rhythm(t("weekly-quiet-off"), before, after, event, book)
    words = t("weekly-quiet", first=f"{wish.at:%H:%M}", last=f"{wish.until:%H:%M}")
    return put_rhythm(words, before, after, event, book)


def _holidays(wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    before = book.settings(book.viewer.id)
    if wish.kind == "shared_holidays":
        return put_rhythm(t("weekly-holidays-shared"), before, replace(before, holidays=None), event, book)
    place = "" if wish.kind == "no_holidays" else read_place(wish.subject)
    if place is None:
        return _say(event, t("settings-error-holidays", words=wish.subject[:60]))
    words = t("weekly-holidays", place=place_words(place, book.viewer.language)) if place else t("weekly-holidays-off")
    return put_rhythm(words, before, replace(before, holidays=place), event, book)


def _everybody(wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    workspace = book.workspace
    if wish.kind != "rhythm":
        return _say(event, t("weekly-everybody-is", rhythm=cadence_words(workspace.cadence)))
    if not book.viewer.admin:
        names = tuple(one.name for one in book.admins()[:3])
        return _say(event, t("weekly-admins", names=Listing(names), count=len(names)))
    cadence = replace(_cadence(wish, workspace.cadence), since=None)
    change = PutWorkspace(replace(workspace, cadence=cadence), workspace, book.viewer.id, event.origin.at)
    return _say(event, t("weekly-everybody", rhythm=cadence_words(cadence)), change)


def _key_result(kr: KeyResult, wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    if wish.kind == "show":
        return _say(event, t("weekly-line", label=kr.label, rhythm=rhythm_words(rhythm_of(kr, book))))
    objective, team = book.objective(kr.objective), team_of(kr, book)
    deciding = (kr.owner, objective.owner if objective is not None else None)
    if book.viewer.id not in deciding and not (team is not None and may_lead(team, book)) and not book.viewer.admin:
        return _say(event, t("weekly-key-result-others", label=kr.label, owner=who(book, kr.owner)))
    cadence = None
    if wish.kind == "rhythm":
        owner = book.person(kr.owner) if kr.owner is not None else None
        zone = owner.zone if owner is not None else book.viewer.zone
        cadence = counted_from(_cadence(wish, rhythm_of(kr, book).cadence), zone, event.origin.at)
    shown = rhythm_words(rhythm_of(replace(kr, cadence=cadence), book))
    words = t("weekly-key-result", label=kr.label, title=kr.title, rhythm=shown)
    tells: tuple[Tell, ...] = ()
    if kr.owner is not None and kr.owner != book.viewer.id:
        news = t("weekly-key-result-told", name=book.viewer.name, label=kr.label, title=kr.title, rhythm=shown)
        key = f"cadence:{kr.id}:{kr.version}"
        tells = (Tell(ToPerson(kr.owner), Card(news, (Paragraph(news),)), key),)
    change = PutCadence(kr.id, cadence, kr.version)
    return replace(_say(event, words, change), tells=tells)


def _team(team: Team, wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    rhythm = book.team_rhythm(team.id)
    if wish.kind == "show":
        return Outcome((to_person(event.origin, team_card(team, rhythm, book, event.origin.at)),))
    if not may_lead(team, book):
        return _not_yours(team, event, book)
    if wish.kind == "usual":
        return put_team(team, replace(rhythm, cadence=None), t("weekly-team-usual", team=team.name), event, book)
    present = rhythm.cadence or book.workspace.cadence
    cadence = counted_from(_cadence(wish, present), zone_of(team, book), event.origin.at)
    words = t("weekly-team-set", team=team.name, rhythm=cadence_words(cadence))
    return put_team(team, replace(rhythm, cadence=cadence), words, event, book)


def _of_team(wish: WeeklyWish, event: Event, book: Book) -> Outcome | None:
    team = _team_meant(wish.subject, event, book)
    if team is None:
        if wish.subject.startswith("#"):
            return _say(event, t("weekly-no-team-there", channel=wish.subject.lstrip("#")[:60]))
        return None if wish.subject else _say(event, t("weekly-which-team"))
    if not may_lead(team, book):
        return _not_yours(team, event, book)
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
    target = _followed(wish.subject, event, book)
    if target is None:
        return _say(event, t("weekly-follow-unknown", words=wish.subject[:60])) if sure or "@" in wish.subject else None
    one = Follow("team" if isinstance(target, Team) else "person", target.id)
    if wish.kind == "unfollow":
        return _unfollowed(one, event, book)
    if isinstance(target, Person) and target.id == book.viewer.id:
        return _say(event, t("weekly-follow-self"))
    viewer = book.viewer
    due_at = next_digest(book.settings(viewer.id), viewer.zone, event.origin.at)
    words = t("weekly-followed", name=target.name, moment=Moment(due_at))
    return _say(event, words, PutFollow(viewer.id, one, due_at))


def _unfollowed(one: Follow, event: Event, book: Book) -> Outcome:
    found = book.team(one.target) if one.kind == "team" else book.person(one.target)
    words = t("weekly-unfollowed", name=found.name if found is not None else "")
    return _say(event, words, DropFollow(book.viewer.id, one))


def _followed(words: str, event: Event, book: Book) -> Team | Person | None:
    mentions = event.mentions if isinstance(event, Said) else ()
    for mention in mentions:
        if mention.words.lstrip("@").casefold() == words.lstrip("@").casefold():
            return book.person(mention.person)
    return team_named(book, words) or book.person_named(words)


def _subject(words: str, event: Event, book: Book) -> Subject | None:
    folded = words.casefold().strip()
    ids = key_result_ids(words)
    if ids:
        alone = not without_ids(words).strip()
        return book.key_result(ids[0]) if alone and len(ids) == 1 else None
    if not folded:
        return "self"
    if folded in EVERYBODY:
        return "all"
    return _team_meant(words, event, book)


def _team_meant(words: str, event: Event, book: Book) -> Team | None:
    if not words or words.casefold().strip() in OUR_TEAM:
        return team_here(event.origin, book)
    named = None if words.startswith("#") else team_named(book, words)
    place = _channel(words, book) if named is None else None
    return named if place is None else book.team_in(place)


def _channel(words: str, book: Book) -> str | None:
    name = words.lstrip("#").casefold()
    return next((one.id for one in book.channels() if one.name.casefold() == name), None)


def _cadence(wish: WeeklyWish, present: Cadence) -> Cadence:
    weekday = present.weekday if wish.weekday is None else wish.weekday
    return Cadence(wish.every or 1, weekday, wish.at or present.at)


def _not_yours(team: Team, event: Event, book: Book) -> Outcome:
    return _say(event, t("weekly-leads", names=leads_words(team, book), team=team.name))


def _moment(text: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo is not None else None


def _say(event: Event, words: Words, *changes: PutCadence | PutWorkspace | PutFollow | DropFollow) -> Outcome:
    card = Card(words, (Paragraph(words),))
    answer = Revise(card) if isinstance(event, Pressed) and changes else to_person(event.origin, card)
    return Outcome((answer,), "keep", changes)
