"""A rhythm wished for or asked about: one's own, a key result's, a team's, everybody's; and one's quiet hours and holidays."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bot.chat.cards import Card, Paragraph, plain_card
from bot.chat.events import Event
from bot.chat.words import Listing, Moment, t
from bot.features.lines import who
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import counted_from, plan_of, rhythm_of, team_of
from bot.features.settings import cadence_words, place_words, put_rhythm, read_place, rhythm_words
from bot.features.settings.card import language_name
from bot.features.weekly.meant import subject_of
from bot.features.weekly.posts import zone_of
from bot.features.weekly.saying import not_yours, say
from bot.features.weekly.teams import may_lead, put_team, team_card
from bot.okr.model import Cadence, KeyResult, Language, Team
from bot.ports.book import Book
from bot.ports.changes import PutCadence, PutWorkspace
from bot.ports.unit import Tell, ToPerson
from bot.reading.weekly import WeeklyWish


def rhythm_wished(wish: WeeklyWish, event: Event, text: str, book: Book, *, sure: bool) -> Outcome | None:
    """Set, dropped or shown; None for words that only look like it."""
    subject = subject_of(wish.subject, event, book)
    if subject is None and wish.weekday is not None and wish.at is not None and 0 < len(wish.subject.split()) < 4:
        return say(event, t("weekly-follow-unknown", words=wish.subject))
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
    after = replace(before, cadence=cadence if own else before.cadence, own=own, asking=before.asking or own)
    words = t("weekly-own", rhythm=cadence_words(cadence)) if own else t("weekly-own-usual")
    return put_rhythm(words, before, after, event, book)


def quiet_hours(wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    """When nothing is sent."""
    before = book.settings(book.viewer.id)
    after = replace(before, quiet_from=wish.at, quiet_to=wish.until)
    if wish.at is None or wish.until is None:
        return put_rhythm(t("weekly-quiet-off"), before, after, event, book)
    words = t("weekly-quiet", first=f"{wish.at:%H:%M}", last=f"{wish.until:%H:%M}")
    return put_rhythm(words, before, after, event, book)


def own_holidays(wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    """Whose public holidays are theirs."""
    before = book.settings(book.viewer.id)
    if wish.kind == "shared_holidays":
        return put_rhythm(t("weekly-holidays-shared"), before, replace(before, holidays=None), event, book)
    place = "" if wish.kind == "no_holidays" else read_place(wish.subject)
    if place is None:
        return say(event, t("settings-error-holidays", words=wish.subject[:60]))
    words = t("weekly-holidays", place=place_words(place, book.viewer.language)) if place else t("weekly-holidays-off")
    return put_rhythm(words, before, replace(before, holidays=place), event, book)


def own_language(wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    """Which language they are spoken to in, from this very answer on."""
    before = book.settings(book.viewer.id)
    language: Language = "en" if wish.subject == "en" else "zh"
    words = t("weekly-language", language=language_name(language))
    return put_rhythm(words, before, replace(before, language=language), event, book)


def _everybody(wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    workspace = book.workspace
    if wish.kind != "rhythm":
        return say(event, t("weekly-everybody-is", rhythm=cadence_words(workspace.cadence)))
    if not book.viewer.admin:
        names = tuple(one.name for one in book.admins()[:3])
        return say(event, t("weekly-admins", names=Listing(names), count=len(names)))
    cadence = replace(_cadence(wish, workspace.cadence), since=None)
    change = PutWorkspace(replace(workspace, cadence=cadence), workspace, book.viewer.id, event.origin.at)
    return say(event, t("weekly-everybody", rhythm=cadence_words(cadence)), change)


def _key_result(kr: KeyResult, wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    if wish.kind == "show":
        return say(event, t("weekly-line", label=kr.label, rhythm=rhythm_words(rhythm_of(kr, book))))
    objective, team = book.objective(kr.objective), team_of(kr, book)
    deciding = (kr.owner, objective.owner if objective is not None else None)
    if book.viewer.id not in deciding and not (team is not None and may_lead(team, book)) and not book.viewer.admin:
        return say(event, t("weekly-key-result-others", label=kr.label, owner=who(book, kr.owner)))
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
        tells = (Tell(ToPerson(kr.owner), plain_card(news), key),)
    change = PutCadence(kr.id, cadence, kr.version)
    return replace(say(event, words, change), tells=tells)


def _team(team: Team, wish: WeeklyWish, event: Event, book: Book) -> Outcome:
    rhythm = book.team_rhythm(team.id)
    if wish.kind == "show":
        return Outcome((to_person(event.origin, team_card(team, rhythm, book, event.origin.at)),))
    if not may_lead(team, book):
        return not_yours(team, event, book)
    if wish.kind == "usual":
        return put_team(team, replace(rhythm, cadence=None), t("weekly-team-usual", team=team.name), event, book)
    present = rhythm.cadence or book.workspace.cadence
    cadence = counted_from(_cadence(wish, present), zone_of(team, book), event.origin.at)
    words = t("weekly-team-set", team=team.name, rhythm=cadence_words(cadence))
    return put_team(team, replace(rhythm, cadence=cadence), words, event, book)


def _cadence(wish: WeeklyWish, present: Cadence) -> Cadence:
    weekday = present.weekday if wish.weekday is None else wish.weekday
    return Cadence(wish.every or 1, weekday, wish.at or present.at)
