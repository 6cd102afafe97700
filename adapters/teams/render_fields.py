"""Fields of a form -> inputs. What is wrong with a field is said beneath it in our words: a client's own check would keep a form from
being closed, and knows nothing of what was meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from adapters.teams.limits import LABEL, OPTION, Json
from adapters.teams.pressing import CHOSEN, FIELD, PICK
from adapters.teams.render_text import label, lines
from bot.chat.cards import ChoiceField, DayField, FormField, Option, PersonField, TextField
from bot.chat.shown import NOTHING, Speak, cut, one_line
from bot.chat.words import t


def draw_field(field: FormField, speak: Speak, error: str | None) -> list[Json]:
    """One field, its hint, and what is wrong with it."""
    drawn = [_input(field, speak)]
    if field.hint is not None and (hint := speak(field.hint)):
        drawn += [{**line, "spacing": "None"} for line in lines(hint, isSubtle=True, size="Small")]
    return drawn if error is None else [*drawn, *wrong(error)]


def wrong(words: str) -> list[Json]:
    """What is wrong, to be seen at once."""
    return [{**line, "spacing": "Small"} for line in lines(f"⚠️ {words}", color="Attention", weight="Bolder")]


def _input(field: FormField, speak: Speak) -> Json:
    match field:
        case TextField():
            return _text(field, speak)
        case ChoiceField():
            return _choice(field, speak)
        case DayField():
            return _day(field, speak)
        case PersonField():
            return _person(field, speak)
        case _:
            assert_never(field)


def _text(field: TextField, speak: Speak) -> Json:
    drawn: Json = {"type": "Input.Text", "id": FIELD + field.name, "label": _label(field, speak)}
    if field.lines > 1:
        drawn["isMultiline"] = True
    if field.value:
        drawn["value"] = _kept(field.value)
    return drawn


def _choice(field: ChoiceField, speak: Speak) -> Json:
    return _options(field, field.options, field.value, speak)


def _day(field: DayField, speak: Speak) -> Json:
    drawn: Json = {"type": "Input.Date", "id": FIELD + field.name, "label": _label(field, speak)}
    return drawn if field.value is None else {**drawn, "value": field.value.isoformat()}


def _person(field: PersonField, speak: Speak) -> Json:
    return _options(field, field.options, field.value, speak)


def _options(field: ChoiceField | PersonField, options: Sequence[Option], value: str, speak: Speak) -> Json:
    choices = [{"title": label(speak(one.label), OPTION), "value": CHOSEN + one.value} for one in options]
    if not field.required and all(one.value for one in options):
        choices.insert(0, {"title": speak(t("not-chosen")), "value": CHOSEN})
    drawn: Json = {
        "type": "Input.ChoiceSet",
        "id": PICK + field.name,
        "label": _label(field, speak),
        "style": "compact",
        "choices": choices,
    }
    return {**drawn, "value": CHOSEN + value} if any(one.value == value for one in options) else drawn


def _label(field: FormField, speak: Speak) -> str:
    name = cut(one_line(speak(field.label)), LABEL)
    return f"{name} *" if field.required else name or NOTHING


def _kept(value: str) -> str:
    """What was typed, to the letter, but for what JSON cannot carry."""
    return value if value.isprintable() else "".join(one for one in value if not "\ud800" <= one <= "\udfff")
