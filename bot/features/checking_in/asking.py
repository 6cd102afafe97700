"""The questions of checking in, as cards and forms: what does it stand at, which one, which number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal, assert_never

from bot.chat.cards import (
    Action,
    Button,
    Buttons,
    ChoiceField,
    Element,
    Form,
    Option,
    Paragraph,
    PersonField,
    Quote,
    Remark,
    TextField,
    action,
)
from bot.chat.words import Words, t
from bot.features.checking_in.doubting import Doubt, doubt_about
from bot.features.lines import amount, bare_amount, confidence_words, key_result_line, status_words, typed
from bot.features.needing import help_fields, may_call, need_button
from bot.okr.model import SAID_STATUSES, CheckIn, KeyResult
from bot.okr.progress import start_of
from bot.ports.book import Book


def report_elements(kr: KeyResult, rest: Sequence[int], book: Book, today: date) -> tuple[Element, ...]:
    """The question about one key result: what it stands at, and every way to answer."""
    example: Words = t("check-in-example-milestone")
    if kr.target is not None and kr.kind != "milestone":
        example = t("check-in-example-number", example=bare_amount(kr, kr.target if kr.current is None else kr.current))
    buttons = [
        Button(t("button-no-change"), action("check_in.no_change", key_result=kr.id, seen=kr.version)),
        Button(t("check-in-form-button"), action("check_in.open", key_result=kr.id, here=1), opens_form=True),
        Button(t("button-skip"), action("check_in.skip", key_result=kr.id)),
        need_button(kr),
    ]
    question = t("check-in-ask-then", count=len(rest)) if rest else t("check-in-ask")
    return (Paragraph(question), key_result_line(kr, book, today), Remark(example), Buttons(tuple(buttons)))


def which_elements(words: str, candidates: Sequence[KeyResult]) -> tuple[Element, ...]:
    """Which key result did these words mean? At most ten are offered; any can be typed."""
    buttons = tuple(
        Button(
            t("check-in-which-button", key_result=kr.label, title=short(kr.title)),
            action("check_in.which", key_result=kr.id),
        )
        for kr in candidates[:10]
    )
    more = (Remark(t("check-in-which-more", count=len(candidates) - 10)),) if len(candidates) > 10 else ()
    return (Paragraph(t("check-in-which")), Quote(words), Buttons(buttons), *more)


def number_elements(kr: KeyResult, words: str, values: Sequence[Decimal]) -> tuple[Element, ...]:
    """Is one of these its value? Nothing is recorded until that is said."""
    doubt = doubt_about(values[0], kr) if values else None
    buttons = tuple(
        Button(
            t("check-in-value-sure", value=amount(kr, value))
            if doubt is not None and n == 0
            else t("check-in-value-button", value=amount(kr, value)),
            action("check_in.value", key_result=kr.id, value=f"{value:f}", seen=kr.version),
        )
        for n, value in enumerate(values[:4])
    )
    question = t("check-in-number", key_result=kr.label, title=kr.title)
    if doubt is not None:
        why = doubt_words(doubt, kr, values[0])
        question = t("check-in-doubt", key_result=kr.label, title=kr.title, why=why)
    return (
        Paragraph(question),
        Quote(words),
        Remark(_present(kr)),
        Buttons((*buttons, Button(t("button-cancel"), action("check_in.cancel", key_result=kr.id)))),
    )


def status_elements(kr: KeyResult, words: str) -> tuple[Element, ...]:
    """How does it stand? What was said holds only under a condition, or may be about a part of it. Nothing is recorded until that is said."""
    buttons = [
        Button(status_words(one), action("check_in.status", key_result=kr.id, status=one, seen=kr.version))
        for one in SAID_STATUSES
    ]
    return (
        Paragraph(t("check-in-how", key_result=kr.label, title=kr.title)),
        Quote(words),
        Buttons((*buttons, Button(t("button-cancel"), action("check_in.cancel", key_result=kr.id)))),
    )


def doubt_elements(
    kr: KeyResult, words: str, values: Sequence[Decimal], wants: Literal["number", "status"]
) -> tuple[Element, ...]:
    """What has to be asked about words that were not sure."""
    return status_elements(kr, words) if wants == "status" else number_elements(kr, words, values)


def doubt_words(doubt: Doubt, kr: KeyResult, value: Decimal) -> Words:
    """Why that value is asked about."""
    now = amount(kr, value)
    match doubt.why:
        case "scale":
            return t("check-in-doubt-scale", value=now)
        case "past":
            return t("check-in-doubt-past", value=now, target=bare_amount(kr, kr.target or value))
        case "back":
            before = kr.current if kr.current is not None else start_of(kr)
            return t("check-in-doubt-back", value=now, before=bare_amount(kr, before if before is not None else value))
        case _:
            assert_never(doubt.why)


def sure_of(form: Form, values: Sequence[Decimal]) -> Form:
    """The form that takes the first of these values the next time it is sent."""
    if not values:
        return form
    kept = tuple(one for one in form.action.args if one[0] != "sure")
    return replace(form, action=Action(form.action.verb, (*kept, ("sure", f"{values[0]:f}"))))


def _present(kr: KeyResult) -> Words:
    if kr.current is not None:
        return t("check-in-number-present", current=amount(kr, kr.current))
    if kr.start is not None:
        return t("check-in-number-start", start=amount(kr, kr.start))
    return t("check-in-number-first")


def report_form(
    kr: KeyResult, book: Book, amends: CheckIn | None = None, note: str = "", *, here: bool = False
) -> Form:
    """The form for one check-in; with ``amends`` the one that mends an earlier entry, with ``note`` one that begins with it. ``here``: what
    is recorded stands where the question stood from which it was opened.
    """
    helping = help_fields(book) if amends is None and may_call(kr, book) else ()
    value = amends.value if amends else None
    args: dict[str, str | int] = {"key_result": kr.id, "seen": kr.version}
    if amends:
        args["check_in"] = amends.id
    if here:
        args["here"] = 1
    options = (Option("", t("check-in-status-none")), *(Option(one, status_words(one)) for one in SAID_STATUSES))
    present = _present(kr)
    return Form(
        title=t("check-in-form-amend", key_result=kr.label) if amends else t("check-in-form", key_result=kr.label),
        action=action("check_in.report", **args),
        intro=t("check-in-form-intro", title=kr.title, present=present),
        fields=(
            TextField("value", t("check-in-field-value"), typed(kr, value), hint=t("check-in-hint-value")),
            ChoiceField("status", t("check-in-field-status"), options, (amends.status or "") if amends else ""),
            ChoiceField(
                "confidence",
                t("check-in-field-confidence"),
                (
                    Option("", t("check-in-confidence-none")),
                    *(Option(str(level), confidence_words(level)) for level in range(10, 0, -1)),
                ),
                str(amends.confidence or "") if amends else "",
            ),
            TextField(
                "note",
                t("check-in-field-note"),
                (amends.note or "") if amends else note,
                lines=3,
                hint=t("check-in-hint-note"),
            ),
            *helping,
        ),
        submit=t("check-in-submit"),
    )


def report_form_again(
    form: Form, values: dict[str, str], errors: tuple[tuple[str, Words], ...], intro: Words | None = None
) -> Form:
    """The same form with what was typed and what is wrong with it."""
    fields = tuple(
        replace(field, value=values.get(field.name, ""))
        for field in form.fields
        if isinstance(field, TextField | ChoiceField | PersonField)
    )
    return replace(form, fields=fields, errors=errors, intro=intro or form.intro)


def short(title: str) -> str:
    """A title for a button."""
    return title if len(title) <= 48 else f"{title[:47]}…"
