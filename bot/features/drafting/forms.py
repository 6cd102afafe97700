"""The forms of drafting: a whole OKR, one line a key result; and one key result in every detail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from bot.chat.cards import Action, ChoiceField, DayField, Form, Option, PersonField, TextField, action
from bot.chat.events import Submitted
from bot.chat.words import Words, t
from bot.features.drafting.composing import line_of
from bot.features.lines import ambition_words, cycle_word, kind_words, level_words, typed
from bot.features.weighing import weighing_field
from bot.okr.model import AMBITIONS, KINDS, LEVELS, Ambition, Initiative, KeyResult, Kind, Level, Objective
from bot.ports.book import Book
from bot.reading.dates import read_date
from bot.reading.key_result import read_key_result
from bot.reading.quantity import quantities

Errors = tuple[tuple[str, Words], ...]


def okr_form(
    book: Book,
    objective: Objective | None,
    key_results: Sequence[KeyResult],
    initiatives: Sequence[Initiative],
    today: date,
    opened: datetime | None = None,
) -> Form:
    """The form for a whole OKR: empty for a new one, else as it stands; ``opened`` when, so that it can be told what changed since."""
    cycles = [cycle for cycle in book.cycles() if cycle.ends_on >= today or (objective and objective.cycle == cycle.id)]
    level = objective.level if objective else "individual"
    return Form(
        title=t("drafting-form-edit", objective=objective.label) if objective else t("drafting-form-new"),
        action=action("draft.change", objective=objective.id, version=objective.version, **_opened(opened))
        if objective
        else action("draft.create"),
        intro=t("drafting-form-intro"),
        fields=(
            TextField("objective", t("drafting-field-objective"), objective.title if objective else "", required=True),
            TextField(
                "key_results",
                t("drafting-field-key-results"),
                "\n".join(f"{kr.label}: {line_of(kr, book)}" for kr in key_results),
                lines=5,
                hint=t("drafting-hint-key-results"),
                adds=t("drafting-add-key-result"),
            ),
            TextField(
                "initiatives",
                t("drafting-field-initiatives"),
                "\n".join(initiative.title for initiative in initiatives),
                lines=3,
                hint=t("drafting-hint-initiatives"),
                adds=t("drafting-add-initiative"),
            ),
            PersonField(
                "owner",
                t("drafting-field-owner"),
                tuple(Option(str(person.id), person.name) for person in book.people()),
                str(objective.owner or "") if objective else str(book.viewer.id),
            ),
            ChoiceField(
                "level",
                t("drafting-field-level"),
                tuple(Option(one, level_words(one)) for one in LEVELS),
                level,
                required=True,
            ),
            ChoiceField(
                "team",
                t("drafting-field-team"),
                (Option("", t("drafting-no-team")), *(Option(str(team.id), team.name) for team in book.teams())),
                str(objective.team or "") if objective else "",
            ),
            ChoiceField(
                "ambition",
                t("drafting-field-ambition"),
                tuple(Option(one, ambition_words(one)) for one in AMBITIONS),
                objective.ambition if objective else "committed",
                required=True,
            ),
            ChoiceField(
                "cycle",
                cycle_word(book),
                tuple(Option(str(cycle.id), cycle.name) for cycle in cycles),
                str(objective.cycle if objective else book.cycle_on(today).id),
                required=True,
            ),
            *((weighing_field(objective),) if objective else ()),
            *(_parents(objective) if objective and objective.state != "draft" else ()),
        ),
        submit=t("drafting-form-submit"),
    )


def _opened(at: datetime | None) -> dict[str, str | int]:
    return {} if at is None else {"opened": at.isoformat()}


def _parents(objective: Objective) -> tuple[TextField, ...]:
    above = ", ".join(f"O{id}" for id in objective.parents)
    return (TextField("parents", t("drafting-field-parents"), above, hint=t("drafting-hint-parents")),)


def parents_by_form(event: Submitted, objective: Objective, book: Book) -> tuple[tuple[int, ...], Words | None]:
    """What the form says the objective contributes to, and what is wrong with it. A form without that field leaves it as it is."""
    given = dict(event.values).get("parents")
    if given is None:
        return objective.parents, None
    ids = tuple(dict.fromkeys(int(one) for one in re.findall(r"[Oo] ?#?(\d{1,7})", given)))
    return ids, parents_wrong(ids, objective, book)


def parents_wrong(ids: Sequence[int], objective: Objective, book: Book) -> Words | None:
    """Why an objective cannot be aligned to these; None where it can."""
    for id in ids:
        above = book.objective(id)
        if above is None or above.state != "active":
            return t("editing-no-parent", label=f"O{id}")
        if id == objective.id or _stands_below(above, objective.id, book):
            return t("editing-circle", label=objective.label, above=f"O{id}")
    return None


def _stands_below(objective: Objective, top: int, book: Book) -> bool:
    seen: set[int] = set()
    waiting = list(objective.parents)
    while waiting:
        id = waiting.pop()
        if id == top:
            return True
        above = book.objective(id) if id not in seen else None
        seen.add(id)
        waiting += above.parents if above is not None else ()
    return False


def key_result_form(book: Book, kr: KeyResult, version: int, opened: datetime | None = None) -> Form:
    """The form for one key result in every detail; ``version`` is its objective's, ``opened`` as above."""
    return Form(
        title=t("drafting-form-key-result", key_result=kr.label),
        action=action("draft.measure", key_result=kr.id, version=version, **_opened(opened)),
        fields=(
            TextField("title", t("drafting-field-title"), kr.title, lines=2, required=True),
            ChoiceField(
                "kind",
                t("drafting-field-kind"),
                tuple(Option(one, kind_words(one)) for one in KINDS),
                kr.kind,
                required=True,
            ),
            TextField("start", t("drafting-field-start"), typed(kr, kr.start), hint=t("drafting-hint-number")),
            TextField("target", t("drafting-field-target"), typed(kr, kr.target), hint=t("drafting-hint-number")),
            TextField("unit_word", t("drafting-field-unit"), kr.unit_word or "", hint=t("drafting-hint-unit")),
            DayField("due", t("drafting-field-due"), kr.due),
            TextField(
                "weight",
                t("drafting-field-weight"),
                "" if kr.weight is None else f"{kr.weight.normalize():f}%",
                hint=t("drafting-hint-weight"),
            ),
            PersonField(
                "owner",
                t("drafting-field-kr-owner"),
                tuple(Option(str(person.id), person.name) for person in book.people()),
                str(kr.owner or ""),
            ),
        ),
        submit=t("drafting-form-submit"),
    )


def with_values(form: Form, event: Submitted, errors: Errors) -> Form:
    """The form again as it was sent, with what is wrong beside each field; a date that is none stays in a text field to be mended."""
    given = dict(event.values)

    def again(
        field: TextField | ChoiceField | DayField | PersonField,
    ) -> TextField | ChoiceField | DayField | PersonField:
        value = given.get(field.name, "")
        match field:
            case TextField() | ChoiceField() | PersonField():
                return replace(field, value=value)
            case DayField():
                try:
                    return replace(field, value=date.fromisoformat(value) if value else None)
                except ValueError:
                    return TextField(field.name, field.label, value, hint=field.hint)

    return replace(form, fields=tuple(again(field) for field in form.fields), errors=errors)


def with_version(form: Form, version: int) -> Form:
    """The form for a later version of the same record."""
    args = tuple((name, str(version) if name == "version" else value) for name, value in form.action.args)
    return replace(form, action=Action(form.action.verb, args))


def read_level(text: str) -> Level | None:
    """The level of that name."""
    return next((level for level in LEVELS if level == text), None)


def read_ambition(text: str) -> Ambition | None:
    """The ambition of that name."""
    return next((ambition for ambition in AMBITIONS if ambition == text), None)


def read_kind(text: str) -> Kind | None:
    """The kind of that name."""
    return next((kind for kind in KINDS if kind == text), None)


def read_number(text: str) -> tuple[Decimal, str | None, str | None] | None:
    """A number typed alone into a field: value, unit (None where it is just a number) and how it is written; None when it is not one number."""
    found = [one for one in quantities(text) if one.aside is None]
    if len(found) != 1:
        return None
    unit = None if found[0].unit == "count" else found[0].unit
    return found[0].value, unit, found[0].written_in


def measured_by_form(kr: KeyResult, event: Submitted, today: date, fiscal_start: int) -> tuple[KeyResult, Errors]:
    """The key result as the form for it says, and what in it could not be read."""
    errors: list[tuple[str, Words]] = []
    title = event.get("title")
    if not title:
        errors.append(("title", t("drafting-error-title")))
    kind = read_kind(event.get("kind")) or kr.kind
    numbers: dict[str, Decimal | None] = {}
    unit, written_in, unit_word = kr.unit, kr.written_in, kr.unit_word
    if title != kr.title and title:
        read = read_key_result(title, today=today, fiscal_start=fiscal_start)
        unit_word = read.unit_word or unit_word
    if dict(event.values).get("unit_word") is not None and event.get("unit_word") != (kr.unit_word or ""):
        unit_word = event.get("unit_word")[:40] or None
    for name in ("start", "target"):
        text = event.get(name)
        number = read_number(text) if text else None
        if text and number is None:
            errors.append((name, t("drafting-error-number", words=text[:80])))
        numbers[name] = number[0] if number else None
        unchanged = text == typed(kr, kr.start if name == "start" else kr.target)
        if number and number[1] is not None and not unchanged:
            unit, written_in = number[1], number[2]
    due_text = event.get("due")
    due = _day(due_text, today, fiscal_start) if due_text else None
    if due_text and due is None:
        errors.append(("due", t("drafting-error-date", words=due_text[:80])))
    weight, unread = _weight(event, kr)
    if unread:
        errors.append(("weight", t("editing-unread-weight")))
    owner = event.get("owner")
    if numbers["target"] is not None and unit is None:
        unit = "count"
    changed = replace(
        kr,
        title=title or kr.title,
        kind=kind,
        comparator=kr.comparator if kind == kr.kind else None,
        start=numbers["start"],
        target=numbers["target"],
        unit=unit,
        unit_word=unit_word,
        written_in=written_in,
        relative=kr.relative and numbers["start"] is None and numbers["target"] == kr.target,
        due=due,
        weight=weight,
        owner=int(owner) if owner.isdecimal() else None,
    )
    return changed, tuple(errors)


def _weight(event: Submitted, kr: KeyResult) -> tuple[Decimal | None, bool]:
    """The share that was typed, and whether it is none. A form without that field leaves it as it is."""
    given = dict(event.values).get("weight")
    if given is None:
        return kr.weight, False
    text = given.strip().removesuffix("%").removesuffix("％").strip()
    if not text:
        return None, False
    try:
        weight = Decimal(text)
    except InvalidOperation:
        return kr.weight, True
    return (weight, False) if weight.is_finite() and 0 <= weight <= 100 else (kr.weight, True)


def _day(text: str, today: date, fiscal_start: int) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return read_date(text, today=today, fiscal_start=fiscal_start)
