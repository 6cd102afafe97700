"""Two people with the same form open: what the later one left alone follows the earlier one; what both touched, the later one decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.chat.cards import ChoiceField, Form, PersonField, TextField
from bot.chat.events import Submitted
from bot.okr.model import RevisedField, Revision

_FIELDS: tuple[tuple[str, RevisedField], ...] = (
    ("objective", "title"),
    ("level", "level"),
    ("ambition", "ambition"),
    ("cycle", "cycle"),
    ("owner", "owner"),
    ("team", "team"),
    ("weighing", "weighing"),
    ("parents", "parents"),
)


def merged(event: Submitted, form: Form, since: Sequence[Revision]) -> Submitted:
    """The values that were sent, brought up to what was changed ``since`` (newest first) wherever their sender had not touched it. ``form`` is
    the form as it would be opened now.
    """
    present = {one.name: one.value for one in form.fields if isinstance(one, TextField | ChoiceField | PersonField)}
    values = dict(event.values)
    base: dict[RevisedField, str] = {}
    for one in reversed(since):
        if one.key_result is None:
            base.setdefault(one.what, one.before)
    for name, what in _FIELDS:
        if what in base and name in values and values[name].strip() == _as_sent(what, base[what]):
            values[name] = present[name]
    lines = values.get("key_results", "").splitlines()
    values["key_results"] = "\n".join(_key_results(lines, present.get("key_results", "").splitlines(), since))
    plans = values.get("initiatives", "").splitlines()
    values["initiatives"] = "\n".join(_initiatives(plans, since))
    return replace(event, values=tuple(values.items()))


def _as_sent(what: RevisedField, stored: str) -> str:
    return ", ".join(f"O{id}" for id in stored.split(",") if id) if what == "parents" else stored


def _key_results(lines: list[str], present: Sequence[str], since: Sequence[Revision]) -> list[str]:
    now = {_label(line): line for line in present}
    for one in reversed(since):
        label = f"KR{one.key_result}"
        at = next((n for n, line in enumerate(lines) if _label(line) == label), None)
        match one.what:
            case "key_result_added" | "key_result_restored" if at is None and label in now:
                lines.append(now[label])
            case "key_result_dropped" if at is not None:
                del lines[at]
            case "title" if at is not None and one.key_result is not None and one.before in lines[at] and label in now:
                lines[at] = now[label]
            case _:
                pass
    return lines


def _initiatives(lines: list[str], since: Sequence[Revision]) -> list[str]:
    for one in reversed(since):
        match one.what:
            case "initiative_added" if one.after not in lines:
                lines.append(one.after)
            case "initiative_dropped" if one.before in lines:
                lines.remove(one.before)
            case "initiative_renamed" if one.before in lines:
                lines[lines.index(one.before)] = one.after
            case _:
                pass
    return lines


def _label(line: str) -> str:
    found = re.match(r"\s*(KR)\s?(\d+)", line, re.IGNORECASE)
    return f"KR{found[2]}" if found else ""
