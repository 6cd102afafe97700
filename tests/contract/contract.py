"""What every door keeps: what is drawn can be pressed, and comes back as what it was.

A door's test is a subclass with its own hooks. The suite knows cards, forms and events; the hooks know the platform.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import pytest

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
    Paragraph,
    PersonField,
    Progress,
    Quote,
    Remark,
    TextField,
)
from bot.chat.events import Event, Pressed, Submitted
from bot.ports.door import Reader

Payload = TypeVar("Payload")

READERS = (Reader("en", "Europe/Berlin"), Reader("zh", "Asia/Shanghai"))
ENTERED = ("310k", "二十三万，有风险", "two\nlines", "a = b; c = d", "<b>@channel</b>", "")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a press must come back as."""

    action: Action
    values: tuple[tuple[str, str], ...]


class DoorContract(ABC, Generic[Payload]):
    """Subclasses are named ``Test...`` and draw, click and send as their platform does."""

    offers_progress: bool
    """Whether a key result's line can be pressed on this door."""

    keeps_order = True
    """Whether what can be pressed stands in the card's order, each as often as there; else each of it stands somewhere."""

    @abstractmethod
    def draw(self, card: Card, reader: Reader) -> Payload:
        """The card as the platform gets it."""

    @abstractmethod
    def draw_form(self, form: Form, reader: Reader) -> Payload:
        """The form as the platform gets it."""

    @abstractmethod
    def summary(self, payload: Payload) -> str:
        """What a notification or a screen reader says."""

    @abstractmethod
    def check(self, payload: Payload) -> None:
        """Fail where the platform's schema or one of its limits does not hold."""

    @abstractmethod
    def clicks(self, payload: Payload) -> Sequence[Event]:
        """The event of each thing that can be clicked, from top to bottom, read back as the platform would send it."""

    @abstractmethod
    def sends(self, payload: Payload, values: dict[str, str] | None) -> Event:
        """The event of the form sent: as it stands, or with these values, by field name, put into it first."""

    def test_what_is_drawn_keeps_to_the_platform(self, cards: tuple[Card, ...], forms: tuple[Form, ...]) -> None:
        for reader in READERS:
            for card in cards:
                drawn = self.draw(card, reader)
                self.check(drawn)
                assert self.summary(drawn).strip(), card
            for form in forms:
                self.check(self.draw_form(form, reader))

    def test_every_control_comes_back_as_itself(self, cards: tuple[Card, ...]) -> None:
        for reader in READERS:
            for card in cards:
                expected = [meant for element in card.elements for meant in meant_by(element, self.offers_progress)]
                clicked = [_meaning(event) for event in self.clicks(self.draw(card, reader))]
                if self.keeps_order:
                    assert clicked == expected, card
                else:
                    assert set(clicked) == set(expected), card

    def test_a_form_comes_back_as_it_stands(self, forms: tuple[Form, ...]) -> None:
        for reader in READERS:
            for form in forms:
                sent = self.sends(self.draw_form(form, reader), None)
                assert isinstance(sent, Submitted)
                assert sent.action == form.action
                assert dict(sent.values) == {field.name: present(field) for field in form.fields}, form

    @pytest.mark.parametrize("words", ENTERED)
    def test_a_form_comes_back_as_it_is_filled(self, words: str, forms: tuple[Form, ...]) -> None:
        for reader in READERS:
            for form in forms:
                values = {field.name: entry(field, words) for field in form.fields}
                sent = self.sends(self.draw_form(form, reader), values)
                assert isinstance(sent, Submitted)
                assert sent.action == form.action
                assert dict(sent.values) == values, form


def meant_by(element: Element, progress: bool) -> list[Meant]:
    """What the presses on an element mean, in their order."""
    match element:
        case Buttons(buttons=buttons):
            return [Meant(button.action, ()) for button in buttons]
        case Menu(options=options, action=action):
            return [Meant(action, (("choice", option.value),)) for option in options]
        case Progress(opens=opens):
            return [Meant(opens, ())] if progress and opens is not None else []
        case Heading() | Paragraph() | Quote() | Remark() | Facts() | Chart() | Divider():
            return []


def present(field: FormField) -> str:
    """What stands in a field, as it comes back."""
    match field:
        case TextField(value=value) | ChoiceField(value=value) | PersonField(value=value):
            return value
        case DayField(value=on):
            return "" if on is None else on.isoformat()


def entry(field: FormField, words: str) -> str:
    """What somebody puts into a field: those words, the last of the choices, a day."""
    match field:
        case TextField():
            return words
        case ChoiceField(options=options) | PersonField(options=options):
            return options[-1].value if options else ""
        case DayField():
            return "2027-06-30"


def _meaning(event: Event) -> Meant:
    assert isinstance(event, Pressed)
    return Meant(event.action, event.values)
