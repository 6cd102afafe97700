"""What answers the person in this place, at once. What goes anywhere else is a `bot.ports` Tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.chat.cards import Card, Form, Progress
from bot.chat.words import Words


@dataclass(frozen=True, slots=True)
class Say:
    """A message in this place, for everybody in it."""

    card: Card
    kind: Literal["say"] = "say"


@dataclass(frozen=True, slots=True)
class Whisper:
    """A message that only this person sees."""

    card: Card
    kind: Literal["whisper"] = "whisper"


@dataclass(frozen=True, slots=True)
class Show:
    """Open a form; where a platform cannot just now, a card with a button that does."""

    form: Form
    kind: Literal["show"] = "show"


@dataclass(frozen=True, slots=True)
class Revise:
    """Draw the card that was pressed anew, or the one on ``message`` (the platform's id of it, in this place); where it cannot be found,
    say it.
    """

    card: Card
    message: str | None = None
    kind: Literal["revise"] = "revise"


@dataclass(frozen=True, slots=True)
class KeepForm:
    """The submit was not taken: the same form stays open, with its words and what is wrong in ``form.errors``."""

    form: Form
    kind: Literal["keep_form"] = "keep_form"


@dataclass(frozen=True, slots=True)
class Unfold:
    """The card that belongs beneath a posted link, for everybody in the place; ``url`` is the link to the letter."""

    url: str
    card: Card
    kind: Literal["unfold"] = "unfold"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing found: its line in the list of results, and the card that everybody may see once it is chosen."""

    line: Progress
    card: Card


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search: ``words`` stands above the results; where there are none it says what to do instead.

    ``further``: what `Searched.after` must be for the next page, None at the end.
    """

    words: Words
    results: tuple[Result, ...] = ()
    further: int | None = None
    kind: Literal["found"] = "found"


Answer = Say | Whisper | Show | Revise | KeepForm | Unfold | Found
