"""Fields of a form -> inputs of a modal. One small function a field.

A text longer than one input may hold goes on in further ones, cut at line ends where it can be, and comes back as one
(`parse_values`).
"""

from __future__ import annotations

from typing import assert_never

from adapters.slack.limits import HINT, LABEL, OPTION_VALUE, PLACEHOLDER, TEXT_INPUT, Json
from adapters.slack.parse_values import FieldBlock, Join, block_id, option_value
from adapters.slack.render_adding import adder
from adapters.slack.render_elements import grouped, option
from adapters.slack.render_text import label, plain
from bot.chat.cards import ChoiceField, DayField, FormField, Option, PersonField, TextField
from bot.chat.shown import Speak, one_line
from bot.chat.words import Words, t

MOST_CHOICES = 1_000
"""Choices that a phone can still open and Slack still takes; what stands in the field is always among them. Whoever else is meant can be
typed: @name."""


def draw_field(field: FormField, speak: Speak) -> list[Json]:
    """The inputs of a field."""
    match field:
        case TextField():
            return _text(field, speak)
        case ChoiceField():
            return [_choice(field, field.options, t("not-chosen"), speak)]
        case PersonField():
            return [_choice(field, field.options, t("nobody-yet"), speak)]
        case DayField():
            return [_day(field, speak)]
        case _:
            assert_never(field)


def first_block(field: FormField) -> str:
    """The id of the input beneath which an error of that field stands."""
    return _id(field.name, 1, "first", _filled(field))


def _text(field: TextField, speak: Speak) -> list[Json]:
    drawn: list[Json] = []
    for number, (join, words) in enumerate(_parts(field.value), 1):
        id = first_block(field) if number == 1 else _id(field.name, number, join, words)
        element: Json = {"type": "plain_text_input", "action_id": id, "multiline": field.lines > 1 or "\n" in words}
        if words:
            element["initial_value"] = words
        name = speak(field.label) if number == 1 else speak(t("slack-part", label=field.label, number=number))
        drawn.append(_input(id, name, element, required=field.required and number == 1))
    if field.hint is not None:
        drawn[-1]["hint"] = plain(speak(field.hint), HINT)
    return drawn if field.adds is None else [*drawn, adder(field.name, field.adds, speak)]


def _parts(value: str) -> list[tuple[Join, str]]:
    parts: list[tuple[Join, str]] = []
    join: Join = "first"
    rest = value
    while len(rest) > TEXT_INPUT:
        end = rest.rfind("\n", 1, TEXT_INPUT + 1)
        if end > 0 and rest[end + 1 :]:
            parts.append((join, rest[:end]))
            join, rest = "line", rest[end + 1 :]
        else:
            parts.append((join, rest[:TEXT_INPUT]))
            join, rest = "word", rest[TEXT_INPUT:]
    return [*parts, (join, rest)]


def _choice(field: ChoiceField | PersonField, options: tuple[Option, ...], none: Words, speak: Speak) -> Json:
    id = first_block(field)
    drawn = [
        option(one, speak, option_value(one.value)) for one in options if len(option_value(one.value)) <= OPTION_VALUE
    ]
    chosen = next((one for one in drawn if one["value"] == option_value(field.value)), None)
    if len(drawn) > MOST_CHOICES:
        rest = [one for one in drawn if one is not chosen][: MOST_CHOICES - 1]
        drawn = [*([] if chosen is None else [chosen]), *rest]
    if not drawn:
        drawn = [option(Option("", none), speak, option_value(""))]
    element: Json = {
        "type": "static_select",
        "action_id": id,
        "placeholder": label(speak(none), PLACEHOLDER),
        **grouped(drawn),
    }
    if chosen is not None:
        element["initial_option"] = chosen
    return _with_hint(_input(id, speak(field.label), element, required=field.required), field, speak)


def _day(field: DayField, speak: Speak) -> Json:
    id = first_block(field)
    element: Json = {"type": "datepicker", "action_id": id, "placeholder": label(speak(t("no-date")), PLACEHOLDER)}
    if field.value is not None:
        element["initial_date"] = field.value.isoformat()
    return _with_hint(_input(id, speak(field.label), element, required=field.required), field, speak)


def _with_hint(drawn: Json, field: ChoiceField | PersonField | DayField, speak: Speak) -> Json:
    return drawn if field.hint is None else {**drawn, "hint": plain(speak(field.hint), HINT)}


def _input(id: str, name: str, element: Json, *, required: bool) -> Json:
    drawn: Json = {"type": "input", "block_id": id, "label": label(one_line(name), LABEL), "element": element}
    return drawn if required else {**drawn, "optional": True}


def _id(name: str, part: int, join: Join, filled: str) -> str:
    return block_id(FieldBlock(name, part, join), filled)


def _filled(field: FormField) -> str:
    match field:
        case TextField(value=value):
            return f"text {value}"
        case ChoiceField(value=value) | PersonField(value=value):
            return f"choice {value}"
        case DayField(value=on):
            return f"day {on}"
        case _:
            assert_never(field)
