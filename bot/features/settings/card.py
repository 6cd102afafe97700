"""What somebody has set, on one card: every line true for them and nobody else."""

from __future__ import annotations

from datetime import date, time
from typing import assert_never

from bot.chat.cards import Button, Buttons, Card, Element, Facts, Heading, Remark, action
from bot.chat.events import Event
from bot.chat.words import Day, Moment, Msg, Words, t
from bot.features.doors import door_words
from bot.features.lines import today_of, who
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import Plan, plan_of
from bot.features.settings.places import holidays_words
from bot.okr.asking import is_away
from bot.okr.model import Cadence, Language, Rhythm, Settings
from bot.ports.book import Book

EVERY = (1, 2, 3, 4)
"""The cadences there are: every one, two or three weeks, and monthly."""
_WEEKDAYS = (
    t("settings-weekday-0"),
    t("settings-weekday-1"),
    t("settings-weekday-2"),
    t("settings-weekday-3"),
    t("settings-weekday-4"),
    t("settings-weekday-5"),
    t("settings-weekday-6"),
)


def show(event: Event, book: Book) -> Outcome:
    """``/okr settings``: what is set, and when the next question comes of it."""
    settings = book.settings(book.viewer.id)
    return Outcome((to_person(event.origin, settings_card(t("settings-headline"), settings, event, book)),))


def settings_card(headline: Words, settings: Settings, event: Event, book: Book, *, zone: str | None = None) -> Card:
    """The card under a headline; ``zone`` where it was only just chosen."""
    here = zone or settings.zone or book.viewer.zone
    today = today_of(event.origin, book)
    plan = plan_of(book.viewer.id, book, settings, here)
    following = plan.next_asked(event.origin.at)
    rows: list[tuple[Words, Words]] = [
        (t("settings-asking"), t("settings-asking-on") if settings.asking else t("settings-asking-off")),
        (t("settings-rhythm"), _rhythm_words(plan)),
        (
            t("settings-next"),
            t("settings-never") if following is None else t("settings-moment", moment=Moment(following)),
        ),
        (t("settings-reminder"), t("settings-reminder-on") if settings.reminding else t("settings-reminder-off")),
        (t("settings-recent"), t("settings-days", count=settings.recent_days)),
        (t("settings-quiet"), _quiet_words(settings)),
        (t("settings-holidays"), holidays_words(settings, book.viewer.language)),
        (t("settings-away"), _away_words(settings, today)),
        (
            t("settings-stand-in"),
            t("settings-stand-in-nobody") if settings.stand_in is None else who(book, settings.stand_in),
        ),
        (t("settings-language"), _language_words(settings.language, book.viewer.language)),
        (t("settings-zone"), here if settings.zone else t("settings-followed", value=here)),
    ]
    snoozed = settings.snoozed_until
    if snoozed is not None and snoozed > event.origin.at and settings.asking:
        rows.insert(2, (t("settings-snoozed"), t("settings-moment", moment=Moment(snoozed))))
    mine = book.identities(book.viewer.id)
    if len({one.door for one in mine}) > 1:
        chosen = next((door_words(one.door) for one in mine if one.chosen), t("joining-where-last"))
        rows.append((t("joining-written-to"), chosen))
    elements: tuple[Element, ...] = (
        Heading(headline),
        Facts(tuple(rows)),
        Buttons(_buttons(settings, event, today)),
        Remark(t("settings-typed")),
    )
    return Card(headline, elements)


def quiet_line(event: Event, book: Book) -> Remark | None:
    """Why no question comes for now, in one line; None where everything is as usual."""
    settings = book.settings(book.viewer.id)
    today = today_of(event.origin, book)
    if not settings.asking:
        return Remark(t("settings-quiet-off"))
    snoozed = settings.snoozed_until is not None and settings.snoozed_until > event.origin.at
    following = plan_of(book.viewer.id, book, settings).next_asked(event.origin.at)
    if following is None or not (snoozed or is_away(settings, today)):
        return None
    moment = Moment(following)
    return Remark(t("settings-quiet-snoozed", moment=moment) if snoozed else t("settings-quiet-away", moment=moment))


def _rhythm_words(plan: Plan) -> Words:
    """Their own rhythm, or the one that comes from elsewhere, said so."""
    if plan.settings.own:
        return cadence_words(plan.settings.cadence)
    shared = [rhythm for _, rhythm in plan.owned if rhythm.source != "key_result"]
    return rhythm_words(shared[0] if shared else Rhythm(plan.settings.cadence, "workspace"))


def _quiet_words(settings: Settings) -> Msg:
    if settings.quiet_from is None or settings.quiet_to is None:
        return t("settings-quiet-none")
    return t("settings-quiet-set", first=clock(settings.quiet_from), last=clock(settings.quiet_to))


def rhythm_words(rhythm: Rhythm) -> Msg:
    """A rhythm and where it is from: "every 2 weeks, Tuesday 10:30 (from the team)"."""
    words = cadence_words(rhythm.cadence)
    match rhythm.source:
        case "key_result":
            return t("rhythm-from-key-result", rhythm=words)
        case "own":
            return words
        case "team":
            return t("rhythm-from-team", rhythm=words)
        case "workspace":
            return t("rhythm-from-workspace", rhythm=words)
        case _:
            assert_never(rhythm.source)


def cadence_words(cadence: Cadence) -> Msg:
    """Day, time and how often: "every 2 weeks, Tuesday 10:30"."""
    return t(
        "settings-every-at",
        every=every_words(cadence.every),
        day=weekday_words(cadence.weekday),
        time=clock(cadence.at),
    )


def every_words(every: int) -> Msg:
    """How often a cadence asks."""
    return t("settings-monthly") if every == EVERY[-1] else t("settings-weeks", count=every)


def weekday_words(weekday: int) -> Msg:
    """A day of the week, 0 is Monday."""
    return _WEEKDAYS[weekday]


def clock(at: time) -> str:
    """A time as a form's field holds it."""
    return f"{at:%H:%M}"


def language_name(language: Language) -> Msg:
    """A language, called by its own name."""
    match language:
        case "en":
            return t("settings-english")
        case "zh":
            return t("settings-chinese")
        case _:
            assert_never(language)


def _language_words(chosen: Language | None, present: Language) -> Msg:
    return t("settings-followed", value=language_name(present)) if chosen is None else language_name(chosen)


def _away_words(settings: Settings, today: date) -> Msg:
    first, last = settings.away_from, settings.away_to
    if first is None or last is None or last < today:
        return t("settings-away-none")
    days = t("settings-from-to", first=_day(first, today), last=_day(last, today))
    if first == last:
        days = t("on-day", day=_day(first, today))
    return t("settings-away-status", days=days) if settings.away_by_status else days


def _day(on: date, today: date) -> Day:
    return Day(on, year=on.year != today.year, weekday=True)


def _buttons(settings: Settings, event: Event, today: date) -> tuple[Button, ...]:
    change = Button(t("settings-button-change"), action("settings.open"), "primary", opens_form=True)
    if not settings.asking:
        return (change, Button(t("settings-button-start"), action("settings.start")))
    buttons = [change]
    if settings.away_to is not None and settings.away_to >= today:
        to_come = settings.away_from is not None and settings.away_from > today
        label = t("settings-button-here") if to_come else t("settings-button-back")
        buttons.append(Button(label, action("settings.back")))
    if settings.snoozed_until is not None and settings.snoozed_until > event.origin.at:
        buttons.append(Button(t("settings-button-wake"), action("settings.wake")))
    return (*buttons, Button(t("settings-button-stop"), action("settings.stop")))
