"""All that a conversation may be waiting for, in one table. A state is ids and typed words, never a copy of a row.

Saved as JSON with a version; a state saved by newer code is left alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

STATE_VERSION = 1


@dataclass(frozen=True, slots=True)
class AskingObjective:
    """Drafting: asked what matters most; nothing is stored yet."""

    kind: Literal["asking_objective"] = "asking_objective"


@dataclass(frozen=True, slots=True)
class AskingDraft:
    """Drafting: a draft exists; asked for one thing it lacks."""

    objective: int
    question: Literal["objective", "key_results", "owner", "due"]
    kind: Literal["asking_draft"] = "asking_draft"


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Drafting: the draft's card is shown; save, edit or discard is next."""

    objective: int
    kind: Literal["reviewing"] = "reviewing"


@dataclass(frozen=True, slots=True)
class AskingWhich:
    """Checking in: which of these key results did `words` mean?"""

    words: str
    candidates: tuple[int, ...]
    message: str | None = None
    kind: Literal["asking_which"] = "asking_which"


@dataclass(frozen=True, slots=True)
class AskingNumber:
    """Checking in: is one of these the value (plain decimal text), or which else? `words` is what was typed, `note`,
    `status` and `confidence` what was read; `supersedes` is the entry that it mends, `message` the one it was typed in."""

    key_result: int
    words: str
    values: tuple[str, ...]
    status: Literal["on_track", "at_risk", "off_track", "done"] | None = None
    note: str | None = None
    rest: tuple[int, ...] = ()
    confidence: int | None = None
    supersedes: int | None = None
    message: str | None = None
    wants: Literal["number", "status"] = "number"
    """``status``: no number was said, and how it stands is not sure."""
    kind: Literal["asking_number"] = "asking_number"


@dataclass(frozen=True, slots=True)
class Reporting:
    """Checking in: asked for the news of `asked`; `rest` comes after it."""

    asked: int
    rest: tuple[int, ...] = ()
    kind: Literal["reporting"] = "reporting"


@dataclass(frozen=True, slots=True)
class Previewing:
    """Summarising: a team's summary is shown to its author, not yet posted. `stamp` tells whether what was shown still holds."""

    team: int
    lead_in: str = ""
    stamp: str = ""
    kind: Literal["previewing"] = "previewing"


@dataclass(frozen=True, slots=True)
class AskingTeam:
    """Summarising: which team?"""

    kind: Literal["asking_team"] = "asking_team"


@dataclass(frozen=True, slots=True)
class AskingLeadIn:
    """Summarising: asked for the lead-in line."""

    team: int
    kind: Literal["asking_lead_in"] = "asking_lead_in"


State = (
    AskingObjective
    | AskingDraft
    | Reviewing
    | AskingWhich
    | AskingNumber
    | Reporting
    | Previewing
    | AskingTeam
    | AskingLeadIn
)

_STATE: TypeAdapter[State] = TypeAdapter(Annotated[State, Field(discriminator="kind")])


class NewerState(ValueError):
    """Saved by a later version of this code; another instance understands it."""


def state_to_json(state: State) -> str:
    """The state as JSON with its version."""
    return json.dumps({"v": STATE_VERSION, "state": _STATE.dump_python(state, mode="json")}, ensure_ascii=False)


def state_from_json(text: str) -> State:
    """The state that was saved.

    Raises:
        NewerState: its version, or what it says, is beyond this code.
    """
    saved = json.loads(text)
    if saved.get("v", STATE_VERSION + 1) > STATE_VERSION:
        raise NewerState(f"state version {saved.get('v')}, mine is {STATE_VERSION}")
    try:
        return _STATE.validate_python(saved["state"], strict=False)
    except (KeyError, ValidationError) as error:
        raise NewerState(str(error)) from error
