"""What is drawn: cards and forms as plain JSON, every word already in its reader's language.

The page knows these and no card. Text stays text: nothing in here is HTML or Markdown, and whoever puts it on a page must put it there as text.
"""

from __future__ import annotations

from typing import Literal

from pydantic import TypeAdapter
from typing_extensions import TypedDict  # pydantic asks for this one below Python 3.12

from bot.chat.cards import Tone


class DrawnAction(TypedDict):
    """What a press means: it comes back as it was given."""

    verb: str
    args: dict[str, str]


class DrawnHeading(TypedDict):
    """A first line."""

    kind: Literal["heading"]
    text: str


class DrawnParagraph(TypedDict):
    """A sentence or a few."""

    kind: Literal["paragraph"]
    text: str


class DrawnQuote(TypedDict):
    """Somebody's own words."""

    kind: Literal["quote"]
    text: str
    by: str | None


class DrawnRemark(TypedDict):
    """A quiet line; ``coach`` marks advice."""

    kind: Literal["remark"]
    text: str
    coach: bool


class DrawnFact(TypedDict):
    """A label and its value."""

    label: str
    value: str


class DrawnFacts(TypedDict):
    """Short facts."""

    kind: Literal["facts"]
    rows: list[DrawnFact]


class DrawnProgress(TypedDict):
    """A key result or objective on a line. ``percent`` and ``expected`` are 0..100; ``alt`` says the bar in words."""

    kind: Literal["progress"]
    label: str
    title: str
    tone: Tone
    status: str
    detail: str | None
    owner: str | None
    percent: int | None
    expected: int | None
    share: str | None
    alt: str | None
    depth: int
    opens: DrawnAction | None


class DrawnPoint(TypedDict):
    """A point of a chart: ``across`` and the heights are 0..1000 of its box, from the left and from the bottom."""

    on: str
    value: str
    across: int
    height: int
    expected: int | None


class DrawnTarget(TypedDict):
    """A chart's target line."""

    value: str
    height: int


class DrawnChart(TypedDict):
    """A small history, oldest first."""

    kind: Literal["chart"]
    title: str
    alt: str
    points: list[DrawnPoint]
    target: DrawnTarget | None


class DrawnDivider(TypedDict):
    """A thin line."""

    kind: Literal["divider"]


class DrawnButton(TypedDict):
    """Something to press."""

    label: str
    action: DrawnAction
    style: Literal["primary", "danger", "plain"]
    opens_form: bool


class DrawnButtons(TypedDict):
    """A row of buttons."""

    kind: Literal["buttons"]
    buttons: list[DrawnButton]


class DrawnOption(TypedDict):
    """One of a choice."""

    value: str
    label: str


class DrawnMenu(TypedDict):
    """A choice of one on a card."""

    kind: Literal["menu"]
    label: str
    options: list[DrawnOption]
    action: DrawnAction


DrawnElement = (
    DrawnHeading
    | DrawnParagraph
    | DrawnQuote
    | DrawnRemark
    | DrawnFacts
    | DrawnProgress
    | DrawnChart
    | DrawnDivider
    | DrawnButtons
    | DrawnMenu
)


class DrawnCard(TypedDict):
    """A card. ``summary`` is what a screen reader says first."""

    kind: Literal["card"]
    language: str
    summary: str
    elements: list[DrawnElement]


class DrawnAsked(TypedDict):
    """What every field has, whatever is asked for."""

    name: str
    label: str
    required: bool
    hint: str | None
    error: str | None


class DrawnText(DrawnAsked):
    """A line to type, or many."""

    kind: Literal["text"]
    value: str
    lines: int


class DrawnChoice(DrawnAsked):
    """One of several."""

    kind: Literal["choice"]
    options: list[DrawnOption]
    value: str


class DrawnDay(DrawnAsked):
    """A calendar day; ``value`` is ISO 8601 or empty."""

    kind: Literal["day"]
    value: str


class DrawnPerson(DrawnAsked):
    """A colleague."""

    kind: Literal["person"]
    options: list[DrawnOption]
    value: str


DrawnField = DrawnText | DrawnChoice | DrawnDay | DrawnPerson


class DrawnForm(TypedDict):
    """A form. ``errors`` are those that belong to none of its fields."""

    kind: Literal["form"]
    language: str
    title: str
    intro: str | None
    action: DrawnAction
    fields: list[DrawnField]
    submit: str
    errors: list[str]


class DrawnMessage(TypedDict):
    """A message: for everybody in the place, for one person only, or in the stead of the pressed one."""

    kind: Literal["say", "whisper", "revise"]
    card: DrawnCard


class DrawnDialog(TypedDict):
    """An answer that is a form: a new one, or the one that was sent, kept open with what is wrong."""

    kind: Literal["show", "keep_form"]
    form: DrawnForm


DrawnAnswer = DrawnMessage | DrawnDialog

CARD: TypeAdapter[DrawnCard] = TypeAdapter(DrawnCard)
FORM: TypeAdapter[DrawnForm] = TypeAdapter(DrawnForm)
