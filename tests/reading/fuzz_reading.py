"""Hands the readers whatever a fuzzer can think of: ``python tests/reading/fuzz_reading.py -max_total_time=60``.

Needs atheris, which the suite does not. A reader must take any text without an exception and in a moment; the fuzzer stops
at the first text that breaks this and writes it down.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["bot.reading"]):
    from bot.reading.command import read_command
    from bot.reading.dates import find_due, read_date
    from bot.reading.key_result import read_key_result
    from bot.reading.quantity import quantities
    from bot.reading.reply import read_reply
    from bot.reading.template import read_template
    from bot.reading.types import KeyResultHint

TODAY = date(2026, 11, 23)
HINTS = (
    KeyResultHint("Grow revenue", Decimal(12_000_000), Decimal(24_000_000), Decimal(15_000_000), "USD", "KR1"),
    KeyResultHint("缩短响应时间", Decimal(10_800), Decimal(3_600), None, "duration_seconds", "KR2", written_in="h"),
)
SECONDS_A_KILOBYTE = 0.5


class TooSlowError(Exception):
    """A text took longer than its length allows."""


def read_everything(octets: bytes) -> None:
    """Reads one text in every way there is. Raises what the readers raise, and TooSlowError."""
    text = octets.decode("utf-8", errors="replace")
    begun = time.process_time()
    read_key_result(text, today=TODAY)
    quantities(text)
    find_due(text)
    read_date(text, today=TODAY)
    read_template(text)
    read_command(text)
    read_reply(text, HINTS, today=TODAY)
    seconds = time.process_time() - begun
    if seconds > SECONDS_A_KILOBYTE * (1 + len(octets) / 1024):
        raise TooSlowError(f"{seconds:.1f} s for {len(octets)} bytes")


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_everything)
    atheris.Fuzz()
