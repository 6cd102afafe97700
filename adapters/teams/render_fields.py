"""Fields of a form -> inputs. What is wrong with a field is said beneath it in our words: a client's own check would keep a form from
being closed, and knows nothing of what was meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from adapters.teams.limits import BUTTON, LABEL, OPTION, Json
from adapters.teams.pressing import CHOSEN, FIELD, PICK, ROWS, row
from adapters.teams.render_text import label, lines
from bot.chat.cards import ChoiceField, DayField, FormField, Option, PersonField, TextField
from bot.chat.shown import NOTHING, Speak, cut, one_line
from bot.chat.words import Words, t


def draw_field(field: FormField, speak: Speak, error: str | None) -> list[Json]:
    """One field, its hint, and what is wrong with it."""
    drawn = [_input(field, speak)]
    adds = field.adds if isinstance(field, TextField) else None
    if field.hint is not None and (hint := speak(field.hint)):
        drawn += [{**line, "spacing": "None"} for line in lines(hint, isSubtle=True, size="Small")]
    drawn += [] if error is None else wrong(error)
    return drawn if adds is None else [*drawn, *_rows(field, adds, speak)]


def _rows(field: FormField, adds: Words, speak: Speak) -> list[Json]:
    """More entries of a field, hidden yet, and before each the button that shows it: between the form and its reader, nothing is sent."""
    drawn: list[Json] = []
    name = cut(one_line(speak(field.label)), LABEL - 10)
    for number in range(1, ROWS + 1):
        entry, before = FIELD + row(field.name, number), f"add:{row(field.name, number)}"
        shown = {before: False, entry: True, f"add:{row(field.name, number + 1)}": number < ROWS}
        targets = [{"elementId": id, "isVisible": visible} for id, visible in shown.items() if visible or id == before]
        button = {
            "type": "Action.ToggleVisibility",
            "title": label(f"+ {speak(adds)}", BUTTON),
            "targetElements": targets,
        }
        hidden: Json = {"isVisible": False}
        drawn.append(
            {
                "type": "ActionSet",
                "id": before,
                "actions": [button],
                "spacing": "Small",
                **(hidden if number > 1 else {}),
            }
        )
        drawn.append({"type": "Input.Text", "id": entry, "label": f"{name} {number + 1}", **hidden})
    return drawn


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
