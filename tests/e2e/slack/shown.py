"""What Slack gets: the golden payloads, whatever the transcripts show, and the worst made by hand."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from adapters.slack.limits import Json
from adapters.slack.render import draw_card, draw_form
from adapters.slack.stood import Stood
from adapters.transcript.player import play
from adapters.transcript.script import ScriptError
from bot.chat.cards import Card, Form
from bot.chat.events import Place
from bot.ports.door import Reader
from tests.contract import worst
from tests.slack.samples import READERS
from tests.slack.test_golden import CASES
from tests.slack.test_golden import drawn as golden
from tests.transcripts.wiring import TRANSCRIPTS, in_memory

STOOD = Stood(Place("U1ADA", "direct"))


def golden_payloads() -> dict[str, Json]:
    """By language and name."""
    return {f"{reader.language}-{name}": golden(name, reader) for reader, name in CASES}


@cache
def conversations(called: str = "") -> dict[str, Json]:
    """Every card and form of the transcripts, or of those of that name, by language, transcript and number."""
    payloads: dict[str, Json] = {}
    for path in [one for one in TRANSCRIPTS if called in one.stem]:
        for number, (shown, reader) in enumerate(_seen_in(path)):
            payloads[f"{path.parent.name}-{path.stem}-{number:02}"] = draw(shown, reader)
    return payloads


def _seen_in(path: Path) -> tuple[tuple[Card | Form, Reader], ...]:
    met: dict[tuple[Card | Form, Reader], None] = {}

    def note(shown: Card | Form, reader: Reader) -> None:
        met[shown, reader] = None

    with suppress(ScriptError):  # whether it can be played to its end is what the transcripts' own test asks
        play(path.read_text(encoding="utf-8"), in_memory(), seen=note)
    return tuple(met)


def worst_payloads() -> dict[str, Json]:
    """Every card and form of the worst, in both languages."""
    shown: tuple[Card | Form, ...] = (*worst.cards(), *worst.forms())
    return {
        f"worst-{reader.language}-{number}": draw(one, reader) for reader in READERS for number, one in enumerate(shown)
    }


def draw(shown: Card | Form, reader: Reader) -> Json:
    """As Slack gets it."""
    return draw_card(shown, reader) if isinstance(shown, Card) else draw_form(shown, reader, STOOD)
