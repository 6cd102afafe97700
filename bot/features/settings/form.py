"""The form for everything a person can set. It keeps every word and names what is wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from zoneinfo import available_timezones

from bot.chat.cards import ChoiceField, DayField, Form, Option, PersonField, TextField, action
from bot.chat.effects import KeepForm
from bot.chat.events import Submitted
from bot.chat.words import Words, t
from bot.features.drafting.forms import Errors, with_values
from bot.features.lines import carried, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import counted_from, plan_of
from bot.features.settings.asking_to import asked_to
from bot.features.settings.card import EVERY, clock, every_words, language_name, settings_card, weekday_words
from bot.features.settings.places import read_place
from bot.okr.asking import back_at
from bot.okr.model import Cadence, Language, Person, Settings
from bot.ports.book import Book
from bot.ports.changes import PutSettings
from bot.reading.dates import read_date

RECENT = (0, 1, 2, 3, 5, 7, 14)
"""For how many days after a check-in nothing may be asked."""
_LANGUAGES: tuple[Language, ...] = ("en", "zh")
_TIME = re.compile(
    r"(?P<half>上午|下午|晚上|早上)?\s*(?P<hour>\d{1,2})(?:\s*[:：点.时]\s*(?P<minute>\d{2})?)?\s*分?\s*(?P<noon>[ap]\.?m\.?)?"
)
_PLACES = {
    "北京": "Asia/Shanghai",
    "上海": "Asia/Shanghai",
    "中国": "Asia/Shanghai",
    "香港": "Asia/Hong_Kong",
    "台北": "Asia/Taipei",
    "东京": "Asia/Tokyo",
    "新加坡": "Asia/Singapore",
    "伦敦": "Europe/London",
    "巴黎": "Europe/Paris",
    "柏林": "Europe/Berlin",
    "纽约": "America/New_York",
    "beijing": "Asia/Shanghai",
}
"""Cities that have no zone of their own name, or are called otherwise in Chinese."""


def settings_form(settings: Settings, book: Book, errors: Errors = ()) -> Form:
    """The form with what is set now."""
    cadence = settings.cadence
    return Form(
        title=t("settings-form"),
        action=action("settings.save"),
        fields=(
            ChoiceField(
                "asking",
                t("settings-asking"),
                _yes_no(t("settings-asking-on"), t("settings-asking-off")),
                _flag(settings.asking),
                required=True,
            ),
            ChoiceField(
                "every",
                t("settings-field-every"),
                (
                    Option("", t("settings-as-team")),
                    *(Option(str(every), every_words(every)) for every in EVERY),
                ),
                str(cadence.every) if settings.own else "",
            ),
            ChoiceField(
                "weekday",
                t("settings-field-weekday"),
                tuple(Option(str(day), weekday_words(day)) for day in range(7)),
                str(cadence.weekday),
                required=True,
            ),
            TextField("at", t("settings-field-at"), clock(cadence.at), required=True, hint=t("settings-hint-at")),
            ChoiceField(
                "reminding",
                t("settings-reminder"),
                _yes_no(t("settings-reminder-on"), t("settings-reminder-off")),
                _flag(settings.reminding),
                required=True,
            ),
            ChoiceField(
                "recent_days",
                t("settings-field-recent"),
                tuple(Option(str(days), t("settings-days", count=days)) for days in RECENT),
                str(settings.recent_days),
                required=True,
                hint=t("settings-hint-recent"),
            ),
            TextField("quiet_from", t("settings-field-quiet-from"), _clock(settings.quiet_from)),
            TextField(
                "quiet_to", t("settings-field-quiet-to"), _clock(settings.quiet_to), hint=t("settings-hint-quiet")
            ),
            TextField("holidays", t("settings-holidays"), _place(settings.holidays), hint=t("settings-hint-holidays")),
            DayField("away_from", t("settings-field-away-from"), settings.away_from),
            DayField("away_to", t("settings-field-away-to"), settings.away_to, hint=t("settings-hint-away")),
            PersonField(
                "stand_in",
                t("settings-stand-in"),
                tuple(Option(str(one.id), one.name) for one in book.people() if one.id != book.viewer.id),
                str(settings.stand_in or ""),
                hint=t("settings-hint-stand-in"),
            ),
            ChoiceField(
                "follows_status",
                t("settings-status"),
                _yes_no(t("settings-status-on"), t("settings-status-off")),
                _flag(settings.follows_status),
                required=True,
            ),
            ChoiceField(
                "language",
                t("settings-language"),
                (
                    Option("", t("settings-follow")),
                    *(Option(language, language_name(language)) for language in _LANGUAGES),
                ),
                settings.language or "",
            ),
            TextField(
                "zone", t("settings-zone"), settings.zone or "", hint=t("settings-hint-zone", zone=book.viewer.zone)
            ),
        ),
        submit=t("settings-button-save"),
        errors=errors,
    )


def submitted(event: Submitted, book: Book) -> Outcome:
    """The form sent: all of it is taken, or none and what is wrong is named beside its field."""
    before = book.settings(book.viewer.id)
    after, errors = _read(before, event, book)
    if errors:
        return Outcome((KeepForm(with_values(settings_form(before, book), event, errors)),))
    put = put_settings(before, after, event.origin.at, book)
    card = settings_card(t("settings-saved"), put.settings, event, book)
    more, tells = asked_to(before, put.settings, event, book)
    return Outcome((to_person(event.origin, card),), "keep", (put, *more), tells)


def put_settings(
    before: Settings, after: Settings, now: datetime, book: Book, *, of: Person | None = None
) -> PutSettings:
    """The change that stores them, the viewer's or those ``of`` somebody else. A new rhythm begins to count at its first day from now; one
    that is as it was goes on counting.
    """
    person = of or book.viewer
    zone = after.zone or person.zone
    if not after.cadence.same_as(before.cadence) or after.own != before.own:
        cadence = counted_from(after.cadence, zone, now) if after.own else book.workspace.cadence
        after = replace(after, cadence=cadence, snoozed_until=None)
    following = plan_of(person.id, book, after, zone).next_moment(now)
    return PutSettings(person.id, after, following, back_at(after, zone, now))


def read_time(text: str) -> time | None:
    """A time of day as people write it: 9, 09:30, 9.30 am, 下午3点; None where it is none."""
    found = _TIME.fullmatch(text.strip().lower())
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    late = (found["noon"] or "").startswith("p") or found["half"] in ("下午", "晚上")
    early = (found["noon"] or "").startswith("a")
    if late and hour < 12:
        hour += 12
    elif early and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_zone(text: str) -> str | None:
    """The IANA zone of that name, or whose city that is; None for none or several."""
    name = text.strip()
    folded = name.replace(" ", "_").casefold()
    if folded in _PLACES:
        return _PLACES[folded]
    zones = _zones()
    if folded in zones:
        return zones[folded]
    cities = [zone for key, zone in zones.items() if "/" in key and key.rsplit("/", 1)[1] == folded]
    return cities[0] if len(cities) == 1 else None


@cache
def _zones() -> dict[str, str]:
    return {name.casefold(): name for name in sorted(available_timezones())}


def _read(before: Settings, event: Submitted, book: Book) -> tuple[Settings, Errors]:
    errors: list[tuple[str, Words]] = []
    today = today_of(event.origin, book)
    at = read_time(event.get("at"))
    if at is None:
        errors.append(("at", t("settings-error-time", words=event.get("at")[:80])))
    quiet_from, quiet_to = (_time(event, name, errors) for name in ("quiet_from", "quiet_to"))
    if (quiet_from is None) != (quiet_to is None) and not {"quiet_from", "quiet_to"} & {name for name, _ in errors}:
        errors.append(("quiet_to" if quiet_to is None else "quiet_from", t("settings-error-quiet")))
    zone = event.get("zone")
    read = read_zone(zone) if zone else None
    if zone and read is None:
        errors.append(("zone", t("settings-error-zone", words=zone[:80])))
    named = event.get("holidays") if "holidays" in dict(event.values) else _place(before.holidays)
    holidays = read_place(named) if named else None
    if named and holidays is None:
        errors.append(("holidays", t("settings-error-holidays", words=named[:80])))
    first, last = (_day(event, name, today, errors) for name in ("away_from", "away_to"))
    wrong = {name for name, _ in errors}
    if first is None and last is not None and "away_from" not in wrong:
        first = min(today, last)
    if first is not None and last is None and not wrong & {"away_from", "away_to"}:
        errors.append(("away_to", t("settings-error-open")))
    if first is not None and last is not None:
        if last < first:
            errors.append(("away_to", t("settings-error-order")))
        elif last < today and (first, last) != (before.away_from, before.away_to):
            errors.append(("away_to", t("settings-error-past")))
    every, weekday, language = event.get("every"), event.get("weekday"), event.get("language")
    cadence = before.cadence
    recent = event.get("recent_days")
    said = Cadence(
        int(every) if every in map(str, EVERY) else cadence.every,
        int(weekday) if weekday in map(str, range(7)) else cadence.weekday,
        at or cadence.at,
    )
    own = every in map(str, EVERY) or (before.own and "every" not in dict(event.values)) or not said.same_as(cadence)
    settings = replace(
        before,
        cadence=cadence if said.same_as(cadence) else said,
        own=own,
        quiet_from=quiet_from,
        quiet_to=quiet_to,
        recent_days=int(recent) if recent in map(str, RECENT) else before.recent_days,
        holidays=holidays,
        asking=_chosen(event.get("asking"), before.asking),
        stand_in=_stand_in(event, before, book),
        follows_status=_chosen(event.get("follows_status"), before.follows_status),
        away_by_status=before.away_by_status and (first, last) == (before.away_from, before.away_to),
        reminding=_chosen(event.get("reminding"), before.reminding),
        away_from=first,
        away_to=last,
        language=next((one for one in _LANGUAGES if one == language), None),
        zone=read,
    )
    return settings, tuple(errors)


def _place(holidays: str | None) -> str:
    return "" if holidays is None else holidays or "off"


def _clock(at: time | None) -> str:
    return "" if at is None else clock(at)


def _time(event: Submitted, name: str, errors: list[tuple[str, Words]]) -> time | None:
    text = event.get(name)
    at = read_time(text) if text else None
    if text and at is None:
        errors.append((name, t("settings-error-time", words=text[:80])))
    return at


def _stand_in(event: Submitted, before: Settings, book: Book) -> int | None:
    if "stand_in" not in dict(event.values):
        return before.stand_in
    person = book.person(carried(event.get("stand_in")))
    return person.id if person is not None and person.active and person.id != book.viewer.id else None


def _day(event: Submitted, name: str, today: date, errors: list[tuple[str, Words]]) -> date | None:
    text = event.get(name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        on = read_date(text, today=today)
    if on is None:
        errors.append((name, t("settings-error-day", words=text[:80])))
    return on


def _chosen(text: str, before: bool) -> bool:
    return before if text not in ("yes", "no") else text == "yes"


def _flag(value: bool) -> str:
    return "yes" if value else "no"


def _yes_no(yes: Words, no: Words) -> tuple[Option, Option]:
    return Option("yes", yes), Option("no", no)
