"""What reading costs: a key result beside quantulum3 on the same lines, and a long text beside short ones of the same length in all.

quantulum3 is the best known reader of quantities in English; without its optional classifier it knows units by rules and
tables, as we do. It finds quantities only, while we read the whole key result.
"""

from __future__ import annotations

from quantulum3 import parser

from bot.reading.key_result import read_key_result
from bot.reading.quantity import quantities
from tests.bench.figure import Figure, cpu_ratio

LINES = (
    "Grow annual recurring revenue from $12M to $24M",
    "Cut the average support response from 3 hours to 1 hour per ticket",
    "Publish 25 knowledge base articles by 30 June",
    "At least 80% of teams use the new deployment pipeline",
    "Keep infrastructure spend under 40,000 dollars a month",
    "Reduce page load time by 40% on mobile",
    "Train 150 teachers across 12 schools",
    "Raise gross margin from 61% to 68%",
    "Ship the new billing engine to all customers",
    "Shorten the permit process from 45 days to 20 days",
)
LONG = 100_000
PARTS = 10


def key_result_beside_quantulum() -> float:
    """CPU time to read ten key results, over that of quantulum3 to find their quantities."""
    return cpu_ratio(
        lambda: [read_key_result(line) for line in LINES],
        lambda: [parser.parse(line) for line in LINES],
        calls=3,
    )


def long_text_beside_short_ones() -> float:
    """CPU time for one text of 100 KB, over that for the same text in ten parts of 10 KB."""
    text = (". ".join(LINES) + ". ") * (LONG // sum(map(len, LINES)) + 1)
    text = text[:LONG]
    size = LONG // PARTS
    parts = [text[start : start + size] for start in range(0, LONG, size)]
    return cpu_ratio(lambda: quantities(text), lambda: [quantities(part) for part in parts], rounds=7)


FIGURES = (
    Figure("key-result-beside-quantulum3", key_result_beside_quantulum, 1.0),
    Figure("long-text-beside-short-ones", long_text_beside_short_ones, 1.3),
)
