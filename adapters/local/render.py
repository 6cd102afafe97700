"""Cards, forms and answers -> what is drawn. One small function an element; every word is said here, and only here."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import assert_never

from adapters.local.drawn import (
    DrawnAction,
    DrawnAnswer,
    DrawnAsked,
    DrawnButton,
    DrawnButtons,
    DrawnCard,
    DrawnChart,
    DrawnDivider,
    DrawnElement,
    DrawnFacts,
    DrawnField,
    DrawnForm,
    DrawnHeading,
    DrawnMenu,
    DrawnOption,
    DrawnParagraph,
    DrawnPoint,
    DrawnProgress,
    DrawnQuote,
    DrawnRemark,
    DrawnTarget,
)
from bot.chat.cards import (
    Action,
    Button,
    Buttons,
    Card,
    Chart,
    ChartPoint,
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
from bot.chat.charting import value_words, whole_percent
from bot.chat.effects import Answer, Found, KeepForm, Revise, Say, Show, Unfold, Whisper
from bot.chat.shown import Speak
from bot.chat.speech import say
from bot.chat.words import Day, Share, t
from bot.ports.door import Reader

_TOP = 1000
"""A chart's box is so many units wide and high."""


def draw_answer(answer: Answer, reader: Reader) -> DrawnAnswer:
    """An answer as it is drawn for this reader."""
    match answer:
        case Say(card):
            return {"kind": "say", "card": draw_card(card, reader)}
        case Whisper(card):
            return {"kind": "whisper", "card": draw_card(card, reader)}
        case Revise(card):
            return {"kind": "revise", "card": draw_card(card, reader)}
        case Show(form):
            return {"kind": "show", "form": draw_form(form, reader)}
        case KeepForm(form):
            return {"kind": "keep_form", "form": draw_form(form, reader)}
        case Unfold(card=card):
            return {"kind": "say", "card": draw_card(card, reader)}
        case Found():
            return {"kind": "whisper", "card": draw_card(_found(answer), reader)}
        case _:
            assert_never(answer)


def _found(found: Found) -> Card:
    """This chat has no search of its own; what one found reads as a list that only its seeker sees."""
    return Card(found.words, (Heading(found.words), *(result.line for result in found.results)))


def draw_card(card: Card, reader: Reader) -> DrawnCard:
    """A card as it is drawn for this reader."""
    speak = _speaker(reader)
    return {
        "kind": "card",
        "language": reader.language,
        "summary": speak(card.summary),
        "elements": [draw_element(element, speak) for element in card.elements],
    }


def draw_form(form: Form, reader: Reader) -> DrawnForm:
    """A form as it is drawn for this reader. An error that names no field of it stands above the fields."""
    speak = _speaker(reader)
    errors = {name: speak(words) for name, words in form.errors}
    names = {field.name for field in form.fields}
    return {
        "kind": "form",
        "language": reader.language,
        "title": speak(form.title),
        "intro": None if form.intro is None else speak(form.intro),
        "action": _action(form.action),
        "fields": [draw_field(field, speak, errors.get(field.name)) for field in form.fields],
        "submit": speak(form.submit),
        "errors": [words for name, words in errors.items() if name not in names],
    }


def draw_element(element: Element, speak: Speak) -> DrawnElement:
    """One element of a card."""
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
            return _progress(element, speak)
        case Chart():
            return _chart(element, speak)
        case Divider():
            return _divider(element)
        case Buttons():
            return _buttons(element, speak)
        case Menu():
            return _menu(element, speak)
        case _:
            assert_never(element)


def draw_field(field: FormField, speak: Speak, error: str | None) -> DrawnField:
    """One field of a form, with what is wrong with it."""
    asked: DrawnAsked = {
        "name": field.name,
        "label": speak(field.label),
        "required": field.required,
        "hint": None if field.hint is None else speak(field.hint),
        "error": error,
    }
    match field:
        case TextField(value=value, lines=lines):
            return {**asked, "kind": "text", "value": value, "lines": lines}
        case ChoiceField(options=options, value=value):
            return {**asked, "kind": "choice", "options": [_option(one, speak) for one in options], "value": value}
        case DayField(value=on):
            return {**asked, "kind": "day", "value": "" if on is None else on.isoformat()}
        case PersonField(options=options, value=value):
            return {**asked, "kind": "person", "options": [_option(one, speak) for one in options], "value": value}
        case _:
            assert_never(field)


def _speaker(reader: Reader) -> Speak:
    return lambda words: say(words, reader.language, reader.zone)


def _heading(element: Heading, speak: Speak) -> DrawnHeading:
    return {"kind": "heading", "text": speak(element.words)}


def _paragraph(element: Paragraph, speak: Speak) -> DrawnParagraph:
    return {"kind": "paragraph", "text": speak(element.words)}


def _quote(element: Quote, speak: Speak) -> DrawnQuote:
    return {"kind": "quote", "text": element.words, "by": None if element.by is None else speak(element.by)}


def _remark(element: Remark, speak: Speak) -> DrawnRemark:
    return {"kind": "remark", "text": speak(element.words), "coach": element.coach}


def _facts(element: Facts, speak: Speak) -> DrawnFacts:
    return {"kind": "facts", "rows": [{"label": speak(label), "value": speak(value)} for label, value in element.rows]}


def _progress(element: Progress, speak: Speak) -> DrawnProgress:
    percent, expected = _whole(element.percent), _whole(element.expected)
    alt = None
    if percent is not None and expected is not None:
        alt = speak(t("bar-done-expected", percent=Share(Decimal(percent)), expected=Share(Decimal(expected))))
    elif percent is not None:
        alt = speak(t("bar-done", percent=Share(Decimal(percent))))
    return {
        "kind": "progress",
        "label": element.label,
        "title": element.title,
        "tone": element.tone,
        "status": speak(element.status),
        "detail": None if element.detail is None else speak(element.detail),
        "owner": None if element.owner is None else speak(element.owner),
        "percent": percent,
        "expected": expected,
        "share": None if percent is None else speak(t("share", percent=Share(Decimal(percent)))),
        "alt": alt,
        "depth": min(4, max(0, element.depth)),
        "opens": None if element.opens is None else _action(element.opens),
    }


def _chart(element: Chart, speak: Speak) -> DrawnChart:
    heights = [value for point in element.points for value in (point.value, point.expected) if value is not None]
    if element.target is not None:
        heights.append(element.target)
    low, high = (min(heights), max(heights)) if heights else (Decimal(0), Decimal(0))
    days = [point.on.toordinal() for point in element.points]
    first, last = (min(days), max(days)) if days else (0, 0)

    def height(value: Decimal) -> int:
        return _within(value - low, high - low)

    def point(at: ChartPoint) -> DrawnPoint:
        return {
            "on": speak(t("on-day", day=Day(at.on))),
            "value": speak(value_words(element, at.value)),
            "across": _within(Decimal(at.on.toordinal() - first), Decimal(last - first)),
            "height": height(at.value),
            "expected": None if at.expected is None else height(at.expected),
        }

    target: DrawnTarget | None = None
    if element.target is not None:
        target = {"value": speak(value_words(element, element.target)), "height": height(element.target)}
    return {
        "kind": "chart",
        "title": speak(element.title),
        "alt": speak(element.alt),
        "points": [point(at) for at in element.points],
        "target": target,
    }


def _divider(_: Divider) -> DrawnDivider:
    return {"kind": "divider"}


def _buttons(element: Buttons, speak: Speak) -> DrawnButtons:
    return {"kind": "buttons", "buttons": [_button(button, speak) for button in element.buttons]}


def _button(button: Button, speak: Speak) -> DrawnButton:
    return {
        "label": speak(button.label),
        "action": _action(button.action),
        "style": button.style,
        "opens_form": button.opens_form,
    }


def _menu(element: Menu, speak: Speak) -> DrawnMenu:
    return {
        "kind": "menu",
        "label": speak(element.label),
        "options": [_option(option, speak) for option in element.options],
        "action": _action(element.action),
    }


def _option(option: Option, speak: Speak) -> DrawnOption:
    return {"value": option.value, "label": speak(option.label)}


def _action(action: Action) -> DrawnAction:
    return {"verb": action.verb, "args": dict(action.args)}


def _whole(percent: Decimal | None) -> int | None:
    return None if percent is None else whole_percent(percent)


def _within(part: Decimal, whole: Decimal) -> int:
    """``part`` of ``whole`` in units of the chart's box; the middle where the whole is nothing."""
    return _TOP // 2 if whole == 0 else int((part * _TOP / whole).quantize(Decimal(1), rounding=ROUND_HALF_UP))
