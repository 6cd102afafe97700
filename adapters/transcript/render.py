"""Cards, forms -> lines of plain text. One small function an element; all words in the reader's language.

``[Save]`` can be pressed, ``<Post to: #growth | #all>`` is a choice, and so is the short id of a key result's line. Two
controls with one label get numbers, so that every one of them can be named.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from bot.chat.cards import (
    Action,
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
    Option,
    Paragraph,
    PersonField,
    Progress,
    Quote,
    Remark,
    TextField,
)
from bot.chat.charting import sparks
from bot.chat.effects import Found
from bot.chat.shown import Speak
from bot.chat.speech import say
from bot.chat.words import Bar, Share, t
from bot.ports.door import Reader

_OPTIONS_SHOWN = 8
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass(frozen=True, slots=True)
class Control:
    """Something on a card that can be pressed: its label as shown, what it means, and which choice of a menu it is.
    A choice is also called by its menu: "Post to = #growth".
    """

    label: str
    action: Action
    choice: str | None = None
    full: str | None = None


def card_lines(card: Card, reader: Reader) -> tuple[str, ...]:
    """A card as lines; never none."""
    speak = _speaker(reader)
    labels = iter(controls(card, reader))
    lines = [line for element in card.elements for line in _element(element, speak, labels)]
    return tuple(lines) if any(line.strip() for line in lines) else _lines(speak(card.summary))


def found_lines(found: Found, reader: Reader) -> tuple[str, ...]:
    """The results of a search as lines: each one's line, and what is inserted where it is chosen."""
    speak = _speaker(reader)
    lines = [*_lines(speak(found.words))]
    for result in found.results:
        lines += _progress(replace(result.line, opens=None), speak, iter(()))
    return tuple(lines) if found.further is None else (*lines, "…")


def controls(card: Card, reader: Reader) -> tuple[Control, ...]:
    """All that can be pressed on a card, from top to bottom, no two with one label."""
    speak = _speaker(reader)
    found = [pressable for element in card.elements for pressable in _pressable(element, speak)]
    return tuple(
        Control(label, action, choice, None if menu is None else f"{one_line(menu)} = {one_line(words)}")
        for label, (words, action, choice, menu) in zip(_apart(words for words, *_ in found), found, strict=True)
    )


def form_lines(form: Form, reader: Reader) -> tuple[str, ...]:
    """A form as lines, with what stands in it and what is wrong with that."""
    speak = _speaker(reader)
    errors = dict(form.errors)
    names = {field.name for field in form.fields}
    inner = [*_lines(speak(form.intro))] if form.intro is not None else []
    inner += [f"! {one_line(speak(words))}" for name, words in form.errors if name not in names]
    for field, label in zip(form.fields, field_labels(form, reader), strict=True):
        inner += _field(field, label, speak)
        if field.name in errors:
            inner.append(f"  ! {one_line(speak(errors[field.name]))}")
    return (f"┌ {one_line(speak(form.title))}", *(f"│ {line}" for line in inner), f"└ [{submit_label(form, reader)}]")


def field_labels(form: Form, reader: Reader) -> tuple[str, ...]:
    """What the fields are called, in their order; no two alike."""
    speak = _speaker(reader)
    return _apart(speak(field.label) for field in form.fields)


def submit_label(form: Form, reader: Reader) -> str:
    """What the form's button is called."""
    return one_line(say(form.submit, reader.language, reader.zone))


def option_labels(options: tuple[Option, ...], reader: Reader) -> tuple[str, ...]:
    """What the options are called, in their order."""
    speak = _speaker(reader)
    return _apart(speak(option.label) for option in options)


def one_line(text: str) -> str:
    """The text on one line, with what cannot be seen spelled out (``\\u202e``)."""
    return re.sub(r"\s+", " ", visible(text)).strip()


def visible(text: str) -> str:
    """The text with control characters, lone surrogates and direction overrides spelled out; line breaks stay."""
    return "".join(_seen(character) for character in text)


def _seen(character: str) -> str:
    if character in "\n\t" or (" " <= character <= "~"):
        return character
    hidden = unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in _BIDI
    return f"\\u{ord(character):04x}" if hidden else character


def _apart(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels on one line each, none empty, no two alike."""
    given: dict[str, None] = {}
    for words in labels:
        label = one_line(words) or "·"
        number = 1
        while (apart := label if number == 1 else f"{label} ({number})") in given:
            number += 1
        given[apart] = None
    return tuple(given)


def _speaker(reader: Reader) -> Speak:
    return lambda words: say(words, reader.language, reader.zone)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(visible(text).split("\n"))


def _element(element: Element, speak: Speak, labels: Iterator[Control]) -> tuple[str, ...]:
    match element:
        case Heading():
            return _heading(element, speak)
        case Paragraph():
            return _paragraph(element, speak)
        case Quote():
            return _quote(element, speak)
        case Remark():
            return _remark(element, speak)
        case Facts():
            return _facts(element, speak)
        case Progress():
            return _progress(element, speak, labels)
        case Chart():
            return _chart(element, speak)
        case Divider():
            return _divider(element)
        case Buttons():
            return _buttons(element, labels)
        case Menu():
            return _menu(element, speak, labels)
        case _:
            assert_never(element)


def _heading(element: Heading, speak: Speak) -> tuple[str, ...]:
    return _lines(speak(element.words))


def _paragraph(element: Paragraph, speak: Speak) -> tuple[str, ...]:
    return _lines(speak(element.words))


def _quote(element: Quote, speak: Speak) -> tuple[str, ...]:
    lines = [f"> {line}" for line in _lines(element.words)]
    if element.by is not None:
        lines[-1] += f" — {one_line(speak(element.by))}"
    return tuple(lines)


def _remark(element: Remark, speak: Speak) -> tuple[str, ...]:
    first, *rest = _lines(speak(element.words))
    return (f"{'☞' if element.coach else '·'} {first}", *(f"  {line}" for line in rest))


def _facts(element: Facts, speak: Speak) -> tuple[str, ...]:
    rows = ((one_line(speak(label)), one_line(speak(value))) for label, value in element.rows)
    return tuple(speak(t("transcript-fact", label=label, value=value)) for label, value in rows)


def _progress(element: Progress, speak: Speak, labels: Iterator[Control]) -> tuple[str, ...]:
    label = one_line(element.label) if element.opens is None else next(labels).label
    indent = "  " * element.depth
    owner = "" if element.owner is None else f" · {one_line(speak(element.owner))}"
    second = [one_line(speak(element.status))]
    if element.detail is not None:
        second.append(one_line(speak(element.detail)))
    if element.percent is not None:
        second.insert(0, _bar(element.percent, element.expected, speak))
    return (f"{indent}{label} {one_line(element.title)}{owner}", f"{indent}  {' · '.join(second)}")


def _bar(percent: Decimal, expected: Decimal | None, speak: Speak) -> str:
    bar = speak(t("bar", bar=Bar(percent), percent=Share(percent)))
    return bar if expected is None else f"{bar} / {speak(t('share', percent=Share(expected)))}"


def _chart(element: Chart, speak: Speak) -> tuple[str, ...]:
    line = sparks([point.value for point in element.points])
    return (one_line(speak(element.title)), f"{line} {one_line(speak(element.alt))}".strip())


def _divider(_: Divider) -> tuple[str, ...]:
    return ("---",)


def _buttons(element: Buttons, labels: Iterator[Control]) -> tuple[str, ...]:
    return (" ".join(f"[{next(labels).label}]" for _ in element.buttons),) if element.buttons else ()


def _menu(element: Menu, speak: Speak, labels: Iterator[Control]) -> tuple[str, ...]:
    return (f"<{one_line(speak(element.label))}: {' | '.join(next(labels).label for _ in element.options)}>",)


def _pressable(element: Element, speak: Speak) -> Iterator[tuple[str, Action, str | None, str | None]]:
    match element:
        case Progress(label=label, opens=opens):
            if opens is not None:
                yield label, opens, None, None
        case Buttons(buttons=buttons):
            for button in buttons:
                yield speak(button.label), button.action, None, None
        case Menu(label=menu, options=options, action=action):
            for option in options:
                yield speak(option.label), action, option.value, speak(menu)
        case Heading() | Paragraph() | Quote() | Remark() | Facts() | Chart() | Divider():
            return
        case _:
            assert_never(element)


def _field(field: FormField, label: str, speak: Speak) -> list[str]:
    star = "*" if field.required else ""
    match field:
        case TextField(value=value):
            first, *rest = _lines(value)
            lines = [f"{label}{star} = {first}".rstrip(), *(f"  | {line}" for line in rest)]
        case DayField(value=on):
            lines = [f"{label}{star} = {'' if on is None else on.isoformat()}".rstrip()]
        case ChoiceField(options=options, value=value) | PersonField(options=options, value=value):
            labels = _apart(speak(option.label) for option in options)
            chosen = next((name for name, option in zip(labels, options, strict=True) if option.value == value), "–")
            offered = [*labels[:_OPTIONS_SHOWN], *(["…"] if len(options) > _OPTIONS_SHOWN else [])]
            lines = [f"{label}{star} = {chosen} ({' | '.join(offered)})"]
        case _:
            assert_never(field)
    if field.hint is not None:
        lines.append(f"  · {one_line(speak(field.hint))}")
    return lines
