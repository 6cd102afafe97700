"""The text door keeps the contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from adapters.transcript import parse
from adapters.transcript.door import NAME, OpenForm, Post, place, present_values
from adapters.transcript.render import (
    card_lines,
    controls,
    field_labels,
    form_lines,
    one_line,
    option_labels,
    submit_label,
)
from bot.chat.cards import Card, ChoiceField, Form, PersonField
from bot.chat.events import Event, Origin
from bot.chat.speech import say
from bot.ports.door import Reader
from tests.contract.contract import DoorContract

ORIGIN = Origin("W1", NAME, place("ada", None), 1, datetime(2026, 11, 23, 9, tzinfo=UTC), "event 1")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the text door draws, and what it was drawn of."""

    lines: tuple[str, ...]
    of: Card | Form
    reader: Reader


class TestText(DoorContract[Shown]):
    """Pressing is naming the label that is there to read."""

    offers_progress = True

    def draw(self, card: Card, reader: Reader) -> Shown:
        return Shown(card_lines(card, reader), card, reader)

    def draw_form(self, form: Form, reader: Reader) -> Shown:
        return Shown(form_lines(form, reader), form, reader)

    def summary(self, payload: Shown) -> str:
        assert isinstance(payload.of, Card)
        return one_line(say(payload.of.summary, payload.reader.language, payload.reader.zone))

    def check(self, payload: Shown) -> None:
        assert payload.lines
        for line in payload.lines:
            assert line == "".join(
                character for character in line if character.isprintable() or character in "\t\u200d\ufe0f"
            )
        assert len("\n".join(payload.lines).splitlines()) <= len(payload.lines)

    def clicks(self, payload: Shown) -> Sequence[Event]:
        assert isinstance(payload.of, Card)
        post = Post(1, "direct:ada", None, payload.of, payload.reader)
        text = "\n".join(payload.lines)
        found = []
        for control in controls(payload.of, payload.reader):
            assert control.label in text
            found.append(parse.pressed(ORIGIN, parse.find_control([post], control.label, None)))
        return found

    def sends(self, payload: Shown, values: dict[str, str] | None) -> Event:
        form = payload.of
        assert isinstance(form, Form)
        opened = OpenForm(form, payload.reader, present_values(form))
        assert submit_label(form, payload.reader) in payload.lines[-1]
        if values is not None:
            text = "\n".join(payload.lines)
            for field, label in zip(form.fields, field_labels(form, payload.reader), strict=True):
                assert label in text
                value = values[field.name]
                if isinstance(field, ChoiceField | PersonField) and value:
                    labels = option_labels(field.options, payload.reader)
                    value = next(
                        one for one, option in zip(labels, field.options, strict=True) if option.value == value
                    )
                parse.fill(opened, f"{label} = {value}")
        return parse.submitted(ORIGIN, opened)
