"""The form for what holds for everybody, and what of it could not be read."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.cards import ChoiceField, Form, FormField, Option, TextField, action
from bot.chat.events import Submitted
from bot.chat.words import Words, t
from bot.features.drafting.forms import Errors
from bot.features.organising.card import makers_words, month_words
from bot.features.settings import read_place
from bot.features.settings.card import EVERY, clock, every_words, language_name, weekday_words
from bot.features.settings.form import read_time, read_zone
from bot.okr.model import MAKERS, Cadence, Language, Workspace

LONGEST_WORD = 30
_LANGUAGES: tuple[Language, ...] = ("en", "zh")


def workspace_form(workspace: Workspace, errors: Errors = ()) -> Form:
    """The form with what holds now."""
    return Form(
        title=t("organising-form"),
        action=action("org.save", stamp=stamp(workspace)),
        intro=t("organising-newcomers"),
        fields=(
            year_field(workspace),
            *rhythm_fields(workspace.cadence),
            ChoiceField(
                "language",
                t("organising-language"),
                tuple(Option(one, language_name(one)) for one in _LANGUAGES),
                workspace.language,
                required=True,
            ),
            TextField("zone", t("organising-zone"), workspace.zone, required=True, hint=t("organising-hint-zone")),
            TextField("holidays", t("settings-holidays"), workspace.holidays, hint=t("organising-hint-holidays")),
            TextField(
                "cycle_word", t("organising-cycle-word"), workspace.cycle_word, hint=t("organising-hint-cycle-word")
            ),
            ChoiceField(
                "makers",
                t("organising-makers"),
                tuple(Option(one, makers_words(one)) for one in MAKERS),
                workspace.makers,
                required=True,
            ),
        ),
        submit=t("organising-form-submit"),
        errors=errors,
    )


def year_field(workspace: Workspace) -> ChoiceField:
    """In which month a year begins."""
    months = tuple(Option(str(month), month_words(month)) for month in range(1, 13))
    return ChoiceField(
        "fiscal_start",
        t("organising-year"),
        months,
        str(workspace.fiscal_start),
        required=True,
        hint=t("organising-hint-year"),
    )


def rhythm_fields(cadence: Cadence) -> tuple[FormField, ...]:
    """How often, on which day and when people are asked."""
    return (
        ChoiceField(
            "every",
            t("settings-field-every"),
            tuple(Option(str(every), every_words(every)) for every in EVERY),
            str(cadence.every),
            required=True,
        ),
        ChoiceField(
            "weekday",
            t("settings-field-weekday"),
            tuple(Option(str(day), weekday_words(day)) for day in range(7)),
            str(cadence.weekday),
            required=True,
        ),
        TextField("at", t("settings-field-at"), clock(cadence.at), required=True, hint=t("organising-hint-at")),
    )


def read_workspace(before: Workspace, event: Submitted) -> tuple[Workspace, Errors]:
    """The workspace as the form says, and what in it could not be read. What the form does not carry stays."""
    errors: list[tuple[str, Words]] = []
    cadence = before.cadence
    given = dict(event.values)
    at = read_time(event.get("at")) if "at" in given else cadence.at
    if at is None:
        errors.append(("at", t("settings-error-time", words=event.get("at")[:80])))
    zone = read_zone(event.get("zone")) if "zone" in given else before.zone
    if zone is None:
        errors.append(("zone", t("settings-error-zone", words=event.get("zone")[:80])))
    named = event.get("holidays").strip() if "holidays" in given else before.holidays
    holidays = read_place(named) if named else ""
    if holidays is None:
        errors.append(("holidays", t("settings-error-holidays", words=named[:80])))
    word = " ".join(event.get("cycle_word").split()) if "cycle_word" in given else before.cycle_word
    if len(word) > LONGEST_WORD:
        errors.append(("cycle_word", t("organising-error-word", most=LONGEST_WORD)))
    every, weekday, month = event.get("every"), event.get("weekday"), event.get("fiscal_start")
    after = replace(
        before,
        zone=zone or before.zone,
        language=next((one for one in _LANGUAGES if one == event.get("language")), before.language),
        fiscal_start=int(month) if month in map(str, range(1, 13)) else before.fiscal_start,
        cadence=Cadence(
            int(every) if every in map(str, EVERY) else cadence.every,
            int(weekday) if weekday in map(str, range(7)) else cadence.weekday,
            at or cadence.at,
        ),
        holidays=before.holidays if holidays is None else holidays,
        cycle_word=word,
        makers=next((one for one in MAKERS if one == event.get("makers")), before.makers),
    )
    return after, tuple(errors)


def stamp(workspace: Workspace) -> str:
    """Tells whether what holds is still what a form showed."""
    from hashlib import blake2s

    return blake2s(repr(workspace).encode(), digest_size=4).hexdigest()
