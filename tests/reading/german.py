"""German, in as few words as show that a third language is nothing but words. See ``docs/a-third-language.md``."""

from __future__ import annotations

from bot.reading.words.vocabulary import DateWords, Sense, UnitWord, Vocabulary, each

DE = Vocabulary(
    code="de",
    senses={
        Sense.UP: "steigern|erhöhen|wachstum|mehr",
        Sense.DOWN: "senken|reduzieren|verringern|weniger",
        Sense.CHANGE: "verbessern",
        Sense.KEEP: "halten",
        Sense.DONE: "einführen|veröffentlichen|abschließen|gewinnen",
        Sense.FROM: "von",
        Sense.TO: "auf",
        Sense.BY: "um",
        Sense.AT_LEAST: "mindestens",
        Sense.AT_MOST: "höchstens",
        Sense.LESS_THAN: "unter|weniger als",
        Sense.NOW: "derzeit|aktuell",
    },
    cardinals={"eins": 1, "zwei": 2, "drei": 3, "zwölf": 12},
    scales={**each("tausend|tsd", ("1000", "k")), **each("million|millionen|mio", ("1000000", "M"))},
    units={
        "prozent": UnitWord("%"),
        **each("stunde|stunden|std", UnitWord("duration_seconds", "3600", "h")),
        **each("tag|tage|tagen", UnitWord("duration_seconds", "86400", "day")),
    },
    multiples=each("verdoppeln", "2"),
    stop="in|für|mit|pro|je|und|oder|bis|aus|gewinnen|halten",
    labels="schlüsselergebnis",
    dates=DateWords(
        forms=(r"(?P<edge>ende|anfang)\s+(?P<month>januar|märz|dezember)(?:\s+(?P<year>20\d\d))?(?!\w)",),
        words={"januar": 1, "märz": 3, "dezember": 12},
        edges={"anfang": "start"},
        due_before="bis|vor",
    ),
)
