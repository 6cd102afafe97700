"""All cards and forms that the contract is held to: whatever the transcripts show, and the worst made by hand."""

from __future__ import annotations

from contextlib import suppress

import pytest

from adapters.transcript.player import play
from adapters.transcript.script import ScriptError
from bot.chat.cards import Card, Form
from bot.ports.door import Reader
from tests.contract import worst
from tests.transcripts.wiring import TRANSCRIPTS, in_memory


@pytest.fixture(scope="session")
def drawn() -> tuple[Card | Form, ...]:
    """What people see in the transcripts, each once, in the order of its appearance."""
    met: dict[Card | Form, None] = {}

    def note(shown: Card | Form, _reader: Reader) -> None:
        met[shown] = None

    for path in TRANSCRIPTS:
        with suppress(ScriptError):  # whether it can be played to its end is what the transcripts' own test asks
            play(path.read_text(encoding="utf-8"), in_memory(), seen=note)
    return tuple(met)


@pytest.fixture(scope="session")
def cards(drawn: tuple[Card | Form, ...]) -> tuple[Card, ...]:
    """Every card."""
    return (*(one for one in drawn if isinstance(one, Card)), *worst.cards())


@pytest.fixture(scope="session")
def forms(drawn: tuple[Card | Form, ...]) -> tuple[Form, ...]:
    """Every form."""
    return (*(one for one in drawn if isinstance(one, Form)), *worst.forms())
