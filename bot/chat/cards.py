"""Cards and forms: what a person sees, said once, drawn by each door in its own manner.

Both are closed unions of frozen dataclasses. A renderer has one small function an element and no default branch, so that a new element
without a face on every door does not type-check. Platform limits are the renderer's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.chat.words import Words

CARD_VERSION = 1
"""Raised when a card saved by this code could not be read by the code before it."""

Tone = Literal["on_track", "at_risk", "off_track", "done", "pending", "outdated", "neutral"]


@dataclass(frozen=True, slots=True)
class Action:
    """What pressing means: a verb that the router knows ("draft.save") and its arguments, all text, versions included so that a stale press shows."""

    verb: str
    args: tuple[tuple[str, str], ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """The argument of that name, or ``default``."""
        return dict(self.args).get(name, default)


def action(verb: str, /, **args: str | int) -> Action:
    """An action with its arguments as text."""
    return Action(verb, tuple(sorted((name, str(value)) for name, value in args.items())))


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a card or of a part of it."""

    words: Words
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or a few."""

    words: Words
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody wrote, to the letter, set apart; ``by`` says who, where that is not plain."""

    words: str
    by: Words | None = None
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Remark:
    """A quiet line: context, a coach's remark (``coach``), a hint how to go on."""

    words: Words
    coach: bool = False
    kind: Literal["remark"] = "remark"


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts, label and value."""

    rows: tuple[tuple[Words, Words], ...]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True)
class Progress:
    """One key result or objective: its id, title, what it stands at, a bar, against expected.

    ``percent`` and ``expected`` are 0..100, None where there is no sense in a bar. ``depth`` indents in a tree, 0 to 4.
    """

    label: str
    title: str
    tone: Tone
    status: Words
    detail: Words | None = None
    percent: Decimal | None = None
    expected: Decimal | None = None
    owner: Words | None = None
    depth: int = 0
    opens: Action | None = None
    """What a press on it does, where a door can offer that."""
    kind: Literal["progress"] = "progress"


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One point of a history: the day, the value in the chart's unit, and what was expected then, in the same unit."""

    on: date
    value: Decimal
    expected: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A small history, oldest first, at most 60 points. ``alt`` says in words what it shows, for those who cannot see it."""

    title: Words
    points: tuple[ChartPoint, ...]
    alt: Words
    unit: str | None = None
    unit_word: str | None = None
    written_in: str | None = None
    target: Decimal | None = None
    kind: Literal["chart"] = "chart"


@dataclass(frozen=True, slots=True)
class Divider:
    """A thin line."""

    kind: Literal["divider"] = "divider"


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press. ``opens_form``: the answer is a form (Teams must know that when it draws the card)."""

    label: Words
    action: Action
    style: Literal["primary", "danger", "plain"] = "plain"
    opens_form: bool = False


@dataclass(frozen=True, slots=True)
class Buttons:
    """A row of buttons, most wanted first."""

    buttons: tuple[Button, ...]
    kind: Literal["buttons"] = "buttons"


@dataclass(frozen=True, slots=True)
class Option:
    """One of a choice: ``value`` comes back, ``label`` is seen."""

    value: str
    label: Words


@dataclass(frozen=True, slots=True)
class Menu:
    """A choice of one on a card; choosing is pressing ``action`` with the value under ``choice`` in the press's values."""

    label: Words
    options: tuple[Option, ...]
    action: Action
    kind: Literal["menu"] = "menu"


Element = Heading | Paragraph | Quote | Remark | Facts | Progress | Chart | Divider | Buttons | Menu


@dataclass(frozen=True, slots=True)
class Views:
    """How a card that many see is drawn for one of them, on a door that can show each their own: ``look`` is what a `Refreshed` asks for.

    ``people`` are those for whom it is known to differ, who care most first. Whoever else asks is answered as well.
    """

    look: Action
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown, from top to bottom. ``summary`` is what a notification or a screen reader says: always present, never empty."""

    summary: Words
    elements: tuple[Element, ...]
    version: int = CARD_VERSION
    views: Views | None = None


@dataclass(frozen=True, slots=True)
class TextField:
    """A line to type, or many (``lines`` above 1)."""

    name: str
    label: Words
    value: str = ""
    lines: int = 1
    required: bool = False
    hint: Words | None = None
    adds: Words | None = None
    """Each line is an entry. What a button says that gives one more of them a place of its own, on a door that can offer that."""
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One of several. ``value`` is the chosen option's value, empty for none."""

    name: str
    label: Words
    options: tuple[Option, ...]
    value: str = ""
    required: bool = False
    hint: Words | None = None
    kind: Literal["choice"] = "choice"


@dataclass(frozen=True, slots=True)
class DayField:
    """A calendar day; its value in a submit is ISO 8601 (2026-12-31) or whatever was typed."""

    name: str
    label: Words
    value: date | None = None
    required: bool = False
    hint: Words | None = None
    kind: Literal["day"] = "day"


@dataclass(frozen=True, slots=True)
class PersonField:
    """A colleague; its value in a submit is the person's id as text, empty for nobody."""

    name: str
    label: Words
    options: tuple[Option, ...]
    value: str = ""
    required: bool = False
    hint: Words | None = None
    kind: Literal["person"] = "person"


FormField = TextField | ChoiceField | DayField | PersonField


@dataclass(frozen=True, slots=True)
class Form:
    """Fields to fill in. ``action`` names what a submit means and carries versions; every value comes back as text, by field name."""

    title: Words
    action: Action
    fields: tuple[FormField, ...]
    submit: Words
    intro: Words | None = None
    errors: tuple[tuple[str, Words], ...] = ()
    """What is wrong with which field, when the same form is shown again with what was typed."""
    version: int = CARD_VERSION


def plain_card(words: Words, *more: Element) -> Card:
    """One sentence, and what follows it."""
    return Card(words, (Paragraph(words), *more))
