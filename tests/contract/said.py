"""What a card or form says, and whether all of it stands in what a platform draws of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from adapters.transcript.render import visible
from bot.chat.cards import (
    Buttons,
    Card,
    Chart,
    ChoiceField,
    DayField,
    Divider,
    Element,
    Facts,
    Form,
    FormField,
    Heading,
    Menu,
    Paragraph,
    PersonField,
    Progress,
    Quote,
    Remark,
    TextField,
)
from bot.chat.speech import say
from bot.chat.words import Words
from bot.ports.door import Reader


def assert_says(shown: Card | Form, drawn: str, reader: Reader) -> None:
    """Every word of the card or form stands in that text, in its order or not, but for what is cut with an ellipsis."""
    read = _one_line(drawn)
    for words in _said(shown):
        wanted = _one_line(visible(say(words, reader.language, reader.zone)))
        if wanted and wanted not in read:
            assert len(wanted) > 20, f"{wanted!r} is nowhere in {read!r}"
            assert wanted[:20] in read, f"{wanted!r} is nowhere in {read!r}"
            assert "…" in read


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _said(shown: Card | Form) -> Iterator[Words]:
    if isinstance(shown, Card):
        for element in shown.elements:
            yield from _of_element(element)
        return
    yield shown.title
    yield shown.submit
    if shown.intro is not None:
        yield shown.intro
    for field in shown.fields:
        yield from _of_field(field)
    for _, words in shown.errors:
        yield words


def _of_element(element: Element) -> Iterator[Words]:
    match element:
        case Heading(words=words) | Paragraph(words=words) | Remark(words=words):
            yield words
        case Quote(words=words, by=by):
            yield words
            yield by or ""
        case Facts(rows=rows):
            yield from (words for row in rows for words in row)
        case Progress(label=label, title=title, status=status, detail=detail, owner=owner):
            yield from (label, title, status, detail or "", owner or "")
        case Chart(title=title, alt=alt):
            yield from (title, alt)
        case Divider():
            return
        case Buttons(buttons=buttons):
            yield from (button.label for button in buttons)
        case Menu(label=label, options=options):
            yield from (label, *(option.label for option in options))
        case _:
            assert_never(element)


def _of_field(field: FormField) -> Iterator[Words]:
    yield field.label
    yield field.hint or ""
    match field:
        case TextField(value=value):
            yield value
        case ChoiceField(options=options) | PersonField(options=options):
            yield from (option.label for option in options)
        case DayField():
            return
        case _:
            assert_never(field)
