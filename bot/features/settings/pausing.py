"""Being left alone, by a word or a press: away, snoozed, not asked at all; and back again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from bot.chat.cards import Element, plain_card
from bot.chat.effects import Revise, Show
from bot.chat.events import Event, Pressed
from bot.chat.words import Day, Moment, Words, t
from bot.features.lines import today_of
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import plan_of
from bot.features.settings.card import settings_card, show
from bot.features.settings.form import put_settings, settings_form
from bot.features.settings.standing_in import declined
from bot.features.standing_in import recorded_for
from bot.okr.asking import after_weekend, at_local
from bot.okr.model import Settings
from bot.ports.book import Book
from bot.reading.resting import Rest, read_rest

LONGEST = timedelta(days=366)
"""How long somebody can be away or snoozed at one word; for longer there is not being asked at all."""


def rest(event: Event, book: Book, wish: Rest) -> Outcome:
    """A typed wish to be left alone. Days that cannot be read are asked for in the form."""
    before = book.settings(book.viewer.id)
    match wish.kind:
        case "away":
            return _away(event, book, wish, before)
        case "snooze":
            if wish.words:
                return _say(t("settings-snooze-unread", words=wish.words[:80]), event)
            return snooze(event, book, wish.last)
        case "stop":
            return _put(t("settings-stopped"), before, replace(before, asking=False), event, book)
        case "start":
            return _put(t("settings-started"), before, replace(before, asking=True), event, book)
        case "back":
            return _back(event, book, before)
        case "no_reminder":
            return _put(t("settings-reminders-stopped"), before, replace(before, reminding=False), event, book)
        case "reminder":
            return _put(t("settings-reminders-started"), before, replace(before, reminding=True), event, book)
        case _:
            assert_never(wish.kind)


def wished(event: Event, book: Book, words: str) -> Outcome:
    """``/okr settings``, with or without a wish to be left alone after it."""
    left_alone = read_rest(words, today=today_of(event.origin, book)) if words else None
    return show(event, book) if left_alone is None else rest(event, book, left_alone)


def snooze(event: Event, book: Book, until: date | None) -> Outcome:
    """Asked again at the usual time on that day, a Saturday or Sunday giving way to Monday; without a day tomorrow, where something is due."""
    viewer, now = book.viewer, event.origin.at
    before, today = book.settings(viewer.id), today_of(event.origin, book)
    if not before.asking:
        return _say(t("settings-snooze-off"), event)
    if until is None and not _due(book, today):
        following = plan_of(viewer.id, book, before).next_asked(now)
        return _say(t("settings-snooze-nothing", moment=Moment(following or now)), event)
    if until is not None and until <= today:
        return _say(t("settings-snooze-past", day=Day(until, weekday=True)), event)
    if until is not None and until - today > LONGEST:
        return _say(t("settings-too-long"), event)
    moment = at_local(after_weekend(until or today + timedelta(days=1)), before.cadence.at, viewer.zone)
    after = replace(before, snoozed_until=moment)
    put = put_settings(before, after, now, book)
    words = t("settings-snoozed-until", moment=Moment(put.next_due_at))
    return Outcome((to_person(event.origin, plain_card(words)),), "keep", (put,))


def pressed(event: Pressed, book: Book) -> Outcome:
    """A button of the settings card."""
    before = book.settings(book.viewer.id)
    match event.action.verb:
        case "settings.open":
            return Outcome((Show(settings_form(before, book)),))
        case "settings.stop":
            return _put(t("settings-stopped"), before, replace(before, asking=False), event, book)
        case "settings.start":
            return _put(t("settings-started"), before, replace(before, asking=True), event, book)
        case "settings.back":
            return _back(event, book, before)
        case "settings.decline":
            return declined(event, book)
        case "settings.wake":
            return _put(t("settings-woken"), before, replace(before, snoozed_until=None), event, book)
        case _:
            return show(event, book)


def _away(event: Event, book: Book, wish: Rest, before: Settings) -> Outcome:
    today = today_of(event.origin, book)
    first, last = wish.first, wish.last
    if first is None or last is None:
        wrong = t("settings-error-open") if first else t("settings-error-day", words=wish.words[:80])
        errors = (("away_to", wrong),) if wish.words else ()
        return Outcome((Show(settings_form(replace(before, away_from=first or today, away_to=None), book, errors)),))
    if last < today or last < first:
        return Outcome(
            (
                Show(
                    settings_form(
                        replace(before, away_from=first, away_to=last), book, (("away_to", t("settings-error-past")),)
                    )
                ),
            )
        )
    if last - today > LONGEST:
        return _say(t("settings-too-long"), event)
    year = last.year != today.year
    words = t("settings-away-set", first=Day(first, year, True), last=Day(last, year, True))
    return _put(words, before, replace(before, away_from=first, away_to=last, away_by_status=False), event, book)


def _back(event: Event, book: Book, before: Settings) -> Outcome:
    """Neither away nor snoozed nor silenced; days away that are still to come are dropped."""
    to_come = before.away_from is not None and before.away_from > today_of(event.origin, book)
    after = replace(before, asking=True, away_from=None, away_to=None, snoozed_until=None, away_by_status=False)
    meanwhile = recorded_for(book, before, today_of(event.origin, book))
    return _put(t("settings-here") if to_come else t("settings-back"), before, after, event, book, meanwhile)


def _due(book: Book, today: date) -> bool:
    return bool(plan_of(book.viewer.id, book).due(today))


def put_rhythm(headline: Words, before: Settings, after: Settings, event: Event, book: Book) -> Outcome:
    """Another rhythm of their own, or none; the card says what holds now."""
    return _put(headline, before, after, event, book)


def _put(
    headline: Words, before: Settings, after: Settings, event: Event, book: Book, more: tuple[Element, ...] = ()
) -> Outcome:
    put = put_settings(before, after, event.origin.at, book)
    card = settings_card(headline, put.settings, event, book)
    card = replace(card, elements=(*card.elements, *more))
    answer = Revise(card) if isinstance(event, Pressed) else to_person(event.origin, card)
    return Outcome((answer,), "keep", (put,))


def _say(words: Words, event: Event) -> Outcome:
    return Outcome((to_person(event.origin, plain_card(words)),))
