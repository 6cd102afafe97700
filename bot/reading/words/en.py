"""English."""

from __future__ import annotations

from bot.reading.words.dates_en import DATES
from bot.reading.words.senses_en import SENSES
from bot.reading.words.vocabulary import UnitWord, Vocabulary, each

_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()

EN = Vocabulary(
    code="en",
    senses=SENSES,
    cardinals={
        **{word: number for number, word in enumerate(_TO_TWENTY)},
        **{word: 10 * number for number, word in enumerate(_TENS, 3)},
        "dozen": 12,
    },
    scales={
        "hundred": ("100", None),
        **each("thousand|k", ("1000", "k")),
        **each("m|mm|mn|mln|mil|mill|mio|million|millions", ("1000000", "M")),
        **each("b|bn|bln|billion|billions", ("1000000000", "B")),
        **each("trillion|tn", ("1000000000000", "T")),
        **each("lakh|lakhs|lac|lacs", ("100000", "lakh")),
        **each("crore|crores|cr", ("10000000", "crore")),
        "dozen": ("12", None),
    },
    units={
        **each("%|percent|per cent|pct|percents|prct", UnitWord("%")),
        **each("percentage points|percentage point|percent points|pp|pps|ppt|ppts|p.p", UnitWord("%", delta=True)),
        **each("% points|% point|% pts|%-points|%-pts", UnitWord("%", delta=True)),
        **each("bps|basis points|bp", UnitWord("%", "0.01", delta=True)),
        **each("ms|msec|millisecond|milliseconds|millis", UnitWord("duration_seconds", "0.001", "ms")),
        **each("s|sec|secs|second|seconds", UnitWord("duration_seconds", "1", "s")),
        **each("min|mins|minute|minutes", UnitWord("duration_seconds", "60", "min")),
        **each(
            "h|hr|hrs|hour|hours|business hour|business hours|working hours", UnitWord("duration_seconds", "3600", "h")
        ),
        **each("d|day|days|calendar day|calendar days", UnitWord("duration_seconds", "86400", "day")),
        **each("business day|business days|working day|working days", UnitWord("duration_seconds", "86400", "day")),
        **each("w|wk|wks|week|weeks", UnitWord("duration_seconds", "604800", "week")),
        **each("mo|mos|month|months", UnitWord("duration_seconds", "2592000", "month")),
        **each("year|years|yr|yrs", UnitWord("duration_seconds", "31536000", "year")),
        **each("x|fold|-fold", UnitWord("ratio")),
        **each("times more|times faster|times higher|times as|times the", UnitWord("ratio", delta=True)),
        **each("points|point|pts|pt|nps|csat", UnitWord("score")),
        **each("stars|star", UnitWord("score", most=5)),
        **each("kb|kib", UnitWord("count", written_in="KB", step=1)),
        **each("mb|mib", UnitWord("count", written_in="MB", step=2)),
        **each("gb|gib", UnitWord("count", written_in="GB", step=3)),
        **each("tb|tib", UnitWord("count", written_in="TB", step=4)),
        **each("pb|pib", UnitWord("count", written_in="PB", step=5)),
    },
    currencies={
        **each("$|usd|us$|usd$|$usd|dollar|dollars|us dollars|bucks", "USD"),
        **each("€|eur|euro|euros", "EUR"),
        **each("£|gbp|pounds|quid|pounds sterling", "GBP"),
        **each("¥|cny|rmb|yuan|renminbi|cn¥", "CNY"),
        **each("₹|inr|rs|rupees", "INR"),
        **each("nt$|twd|ntd", "TWD"),
        **each("hk$|hkd", "HKD"),
        **each("s$|sgd", "SGD"),
        **each("a$|aud|au$", "AUD"),
        **each("c$|cad|ca$", "CAD"),
        **each("jpy|jp¥|yen", "JPY"),
        **each("chf|francs", "CHF"),
        **each("r$|brl|reais", "BRL"),
        **each("₩|krw|won", "KRW"),
        **each("sek|kronor", "SEK"),
        **each("₽|rub|rubles", "RUB"),
        **each("mxn|mx$", "MXN"),
        **each("zar|rand", "ZAR"),
        **each("idr|rp", "IDR"),
        **each("₦|ngn|naira", "NGN"),
        **each("pln|zł", "PLN"),
        **each("₪|ils", "ILS"),
        **each("kes|ksh", "KES"),
        **{code: code.upper() for code in ("nok", "dkk", "aed", "nzd", "thb", "php", "vnd", "myr")},
    },
    multiples={
        **each("double|doubles|doubled|doubling|twice|twofold", "2"),
        **each("triple|triples|tripled|tripling|treble|threefold|thrice", "3"),
        **each("quadruple|quadruples|quadrupling|fourfold", "4"),
        **{"fivefold": "5", "tenfold": "10"},
    },
    shares={
        **each("halfway|half way|half-way|midway|half|halve|halves|halved|halving|one half|in half", "50"),
        **each("a third|one third|one-third", "33.333333"),
        **each("two thirds|two-thirds", "66.666667"),
        **each("a quarter of|one quarter of|one fourth", "25"),
        **each("three quarters|three fourths|three-quarters|three-fourths", "75"),
    },
    conditions=r"(?<![a-z])(?:despite|in spite of|even with|while handling|assuming|at peak (?:load|traffic) of|under a load of)[^,;.\n]{1,60}",
    halves="and a half",
    links="and",
    attributive="day|week|month|year|hour|minute|second|hr|business day|working day|quarter",
    counters="times|mbps|gbps|kbps|qps|rps|tps|fps|kwh|mwh|gwh|kg|km|mm|cm|ml|kw|mw|gw",
    stop="in|out|out of|for|with|at|on|by|from|to|through|via|using|per|within|and|or|while|during|before|after|of|is|"
    "are|was|that|which|who|into|under|over|across|have|has|had|created|delivered|submitted|each|every|a|an|the|as|"
    "this|next|until|so|since|up|down|compared|vs|than|now|today|will|completed|published|closed|signed|not|hired|"
    "generated|between|without|despite|including|total|if|where|when|be|we|our|launched|about|currently|more|less|fewer|but|it",
    names="half marathon|half day|half-day|half hour|half-hour|half time|sign up|sign ups|start up|start ups|follow up|follow ups|zero-trust|zero-day|one-stop|one-on-one|one-to-one|one of|double-digit|double-blind|double-entry|triple-a|"
    "no longer|no later|no one|no need|no matter|no code|no-code|second-hand|first-party|third-party|"
    "week over week|month over month|quarter over quarter|year over year|year on year|month on month|week on week|"
    "week-over-week|month-over-month|quarter-over-quarter|year-over-year|year-on-year",
    numbered_labels="measure|metric|target|outcome|goal|indicator|success measure|success metric",
    labels="key result|key results|kr|krs|okr|result|kpi|o",
    dates=DATES,
)
