"""English."""

from __future__ import annotations

from bot.reading.words.vocabulary import Sense, UnitWord, Vocabulary

_EDGE = (
    r"(?:(?P<edge>end|close|start|beginning|middle|mid|early|late|first day|last day)(?:(?:\s+of|-)?\s+(?:the\s+)?|-))?"
)
_YEAR_AFTER = r"(?:(?:\s*,)?\s+(?:of\s+|in\s+)?(?P<year>fy\s?'?\d{2,4}|20\d\d)(?!\d)|\s?['/-]\s?(?P<year2>(?:fy)?(?:20)?\d\d)(?![\d%])|(?P<year3>fy\d\d|20\d\d)(?!\d))?"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LONG_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH_NAME = r"(?P<month>(?:" + "|".join(_LONG_MONTHS) + r"|sept|" + "|".join(_MONTHS) + r")\b\.?)"

_PERCENT = UnitWord("%")
_POINTS = UnitWord("%", delta=True)
_SECOND = UnitWord("duration_seconds", "1", "s")
_MINUTE = UnitWord("duration_seconds", "60", "min")
_HOUR = UnitWord("duration_seconds", "3600", "h")
_DAY = UnitWord("duration_seconds", "86400", "day")
_WEEK = UnitWord("duration_seconds", "604800", "week")
_MONTH = UnitWord("duration_seconds", "2592000", "month")
_SPLIT_SECOND = UnitWord("duration_seconds", "0.001", "ms")
_YEAR = UnitWord("duration_seconds", "31536000", "year")

EN = Vocabulary(
    code="en",
    senses={
        Sense.UP: "increase|increases|increased|increasing|grow|grows|growing|grown|growth|raise|raises|raised|raising|boost|boosts|boosting|lift|lifts|"
        "expand|expands|expanding|extend|uplift|rise|rises|more|higher|additional growth|scale up|ramp up|step up|drive up|push up|up|upsell by|"
        "accelerate|strengthen|enhance|maximize|maximise|elevate|advance|deepen|broaden|multiply",
        Sense.DOWN: "down to|reduce|reduces|reduced|reducing|reduction|reductions|decrease|decreases|decreased|decreasing|cut|cuts|cutting|lower|lowers|lowering|shorten|"
        "shortens|shortening|drop|drops|dropping|shrink|shrinks|minimize|minimise|lessen|slash|slashes|trim|bring down|brings down|drive down|get down|"
        "decline|fewer|less|faster|quicker|cheaper|curb|down|diminish|compress|limit increase|limiting|sooner",
        Sense.ADD: "another|additional|more|further|extra|incremental|on top",
        Sense.CHANGE_NOUN: "increase|growth|reduction|uplift|improvement|decrease|decline|lift|rise|drop|cut|boost|jump|expansion|improvements|"
        "reductions|increases|more|less|fewer|faster|lower|higher|better|quicker|cheaper|shorter|longer|larger|bigger|smaller",
        Sense.CHANGE: "improve|improves|improved|improving|improvement|improvements|move|moves|moving|shift|shifts|bring|take|optimize|optimise|"
        "optimizing|optimising|better|enhancement|transition|go|goes|adjust",
        Sense.KEEP: "maintain|maintains|maintaining|maintained|keep|keeps|keeping|kept|sustain|sustains|sustaining|hold at|hold steady|remain|remains|stay|stays|"
        "preserve|not exceed|not to exceed|does not exceed|do not exceed|never exceeds|never drops below|limit|limits|cap|cap at|limit to",
        Sense.DONE: "launch|launched|complete|completed|ship|shipped|release|released|publish|published|implement|implemented|create|created|build|built|offer|offered|hold|host|run|extend|deliver|"
        "delivered|develop|developed|establish|established|define|defined|set up|roll out|rolled out|migrate|migrated|deploy|deployed|sign|signed|hire|hired|"
        "document|documented|finish|finished|conduct|obtain|design|designed|draft|automate|integrate|introduce|enable|run|organize|organise|write|"
        "provide|add|win|approve|approved|submit|adopt|train|secure|open|host|select|choose|start|identify|review|test|produce|present|perform|"
        "prepare|formalize|formalise|formulate|recruit|attend|convert|pilot|certify|gather|collect|determine|find|have|learn|make|"
        "close|generate|achieve|audit|plan|propose|agree|receive|pass|get|attain|earn",
        Sense.VAGUE: "acceptable|reasonable|significantly|substantially|as much as possible|as possible|world class|world-class|best in class|as needed|great|excellent|"
        "effective|effectively|efficiently|ensure|raise awareness|encourage|support|promote|foster|be more|become more|focus on|continue|continue to|"
        "explore|try|understand|empower|inspire|be the|feel",
        Sense.FROM: "from|up from|down from|starting at|starting from|vs|versus|compared to|compared with|instead of|rather than|against|than",
        Sense.TO: "to|up to|down to|towards|reaching|to reach|until we reach",
        Sense.BY: "by|by another|by a further|by an additional",
        Sense.BETWEEN: "between",
        Sense.AND: "and|&",
        Sense.AT_LEAST: "at least|atleast|minimum|minimum of|a minimum of|min of|no less than|no fewer than|not less than|not fewer than|no lower than|not lower than|"
        "not below|no worse than|greater than or equal to|more than or equal to|equal to or greater than|never below|never drops below|equal or greater than|"
        "greater or equal to|equals or exceeds|meets or exceeds|at minimum",
        Sense.MORE_THAN: "more than|worth over|valued over|over|above|greater than|exceed|exceeds|exceeding|higher than|better than|in excess of|north of|larger than|beyond|upwards of|surpass|"
        "surpassing|past|bigger than|more then|stay above|longer than",
        Sense.AT_MOST: "limit|limits|cap|cap at|limit to|at most|no more than|not more than|maximum|maximum of|a maximum of|max of|up to a maximum of|no greater than|no higher than|not exceed|not to exceed|"
        "does not exceed|do not exceed|not exceeding|never exceeds|less than or equal to|lower than or equal to|no longer than|not above|limited to|capped at|"
        "no later than|or below|not over|not higher than|within budget of",
        Sense.LESS_THAN: "less than|fewer than|under|below|lower than|smaller than|sub|faster than|in under|in less than|shorter than|less then|quicker than",
        Sense.OR_MORE: "or more|or higher|or greater|or above|or better|and above|and up|minimum|at least|at minimum|plus|or over|and more|and over|or longer",
        Sense.OR_LESS: "or less|or fewer|or lower|or below|or under|maximum|max|at most|or better time|or shorter|tops|or faster|and below|and under|and less",
        Sense.ABOUT: "about|around|approximately|approx|roughly|nearly|almost|circa|ca|some|an average of|average of|avg|an|a|the|of",
        Sense.NOW: "currently|current|current value|current level|baseline|base line|baseline of|baseline is|was|were|today|now|today's|at present|presently|previously|"
        "as is|starting point|last quarter|last year|currently at|we are at|existing|starting value|previous|prior",
        Sense.GOAL: "target|goal|targets|target value|target of|goal of|goal is|target is|new target",
        Sense.PER: "per|every|each|/",
        Sense.OF: "of|of the|of our|of all|of these|of those|of their",
        Sense.OUT_OF: "out of",
        Sense.RANK: "top|best|rank|ranked|rank in|ranking|number|no|no.|nr|position|place|bottom|last|next|previous|past",
        Sense.NUMBERED: "tier|phase|level|type|version|stage|wave|sprint|step|section|chapter|part|grade|class|group|priority|severity|sev|category|generation|gen|layer|"
        "scope|soc|iso|iec|wcag|nist|pci|dss|hipaa|cmmc|cmmi|ios|android|windows|python|java|node|vue|angular|react|web|gpt|claude|gemini|llama|http|tls|"
        "kr|key result|okr|objective|o|kpi|pr|epic|figure|table|appendix|article|room|floor|quarter|week|year|day|month|sdg|zone|district|page|block|unit|lesson|"
        "exhibit|rfc|eip|php|laravel|rails|dotnet|net|postgres|postgresql|mysql|ubuntu|debian|kubernetes|covid|route|highway|line|vision|horizon|industry|"
        "q|h|fy|cohort|beta|alpha|rc|v|ver|drupal|bootstrap|es|ecma|mark|mk|s|p|d|l|en",
        Sense.WEIGHT: "weight|weighting|weighted|progress|confidence|weightage",
        Sense.WITHIN: "within|in|after|during|in the next|over the next|in the first|within the first|for|in just|last|past|next|first|in the last|over the last|"
        "in the past|over the past|for the last|in next|once every|once per|during the first|during the next|for the first|prior to|old|older than|inside|lasting",
        Sense.NONE: "no|zero|not a single|without any|none of|nil",
        Sense.PLACEHOLDER: "tbd|tba|tbc|xx|xxx|xxxx|xyz|n/a|todo|to be determined|to be defined|to be decided|to be confirmed|yy|nn|zz",
        Sense.SCORE: "nps|enps|csat|csats|sus|net promoter score|net promoter|score|scores|rating|ratings|stars|star|ces|satisfaction score|satisfaction rating|lighthouse|"
        "trustpilot|g2|glassdoor|rated|performance score|gpa|hapi|happiness index|health score|sentiment score|promoter score|psat|dsat|esat|tnps|"
        "engagement score|domain authority|pagespeed|page speed|quality index|satisfaction index|index",
        Sense.MONEY: "revenue|revenues|mrr|arr|sales|gmv|acv|tcv|iacv|bookings|booking value|pipeline|profit|ebitda|income|turnover|cost|costs|spend|spending|budget|cac|ltv|"
        "arpu|aov|funding|donations|savings|expenses|raise|ctc|cpa|cpl|cpc|cpm|gross margin|arpa|deal size|basket size|order value|opex|capex|fees|burn",
        Sense.RATIO: "roas|roi|ltv/cac|ltv:cac|ltv / cac|ltv to cac|ltv : cac|k-factor|k factor|viral coefficient|cac/ltv|coverage ratio|pipeline coverage|ratio|quick ratio|magic number|"
        "clv:cac|clv/cac|leverage|acos|multiple",
        Sense.RATE: "rate|rates|conversion|retention|churn|uptime|availability|growth rate|rate of growth|coverage|share|margin|ctr|percentage|utilization|utilisation|occupancy|accuracy|"
        "sla|reliability|completion|adoption|attendance|market share|nrr|grr|ndr|attrition|turnover rate|precision|recall",
        Sense.BAD: "churn|latency|time|times|cost|costs|errors|error|error rate|defects|defect|bugs|bug|incidents|incident|complaints|complaint|downtime|bounce|turnover|attrition|"
        "delay|delays|lead time|cycle|cycle time|duration|backlog|tickets|escalations|cac|cpa|cpl|cpc|spend|expenses|waste|emissions|failures|failure|loss|losses|mttr|"
        "mttd|outages|outage|refunds|returns|crashes|crash|crash rate|vulnerabilities|injuries|accidents|debt|rework|load|response|wait|waiting|absenteeism|"
        "acos|days|hours|minutes|burn|size|bundle|flaky|regressions|violations|findings|overdue|dso|unsubscribes|unsubscribe|cancellations|abandonment|footprint|steps|mistakes|turnaround",
        Sense.PURPOSE: "through|via|using|while|so that|in order to|thanks to|by means of|leading to|resulting in|which|that|with|as measured by|measured by|due to|based on|"
        "without|because|where|when|if|as|according to|excluding|including|assuming",
    },
    cardinals={
        w: n
        for n, w in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
        )
    }
    | {w: 10 * n for n, w in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
    | {"dozen": 12, "dozens": 24},
    scales={
        "hundred": ("100", None),
        "thousand": ("1000", "k"),
        "k": ("1000", "k"),
        "m": ("1000000", "M"),
        "mm": ("1000000", "M"),
        "mn": ("1000000", "M"),
        "mln": ("1000000", "M"),
        "mil": ("1000000", "M"),
        "mill": ("1000000", "M"),
        "mio": ("1000000", "M"),
        "million": ("1000000", "M"),
        "millions": ("1000000", "M"),
        "b": ("1000000000", "B"),
        "bn": ("1000000000", "B"),
        "bln": ("1000000000", "B"),
        "billion": ("1000000000", "B"),
        "trillion": ("1000000000000", "T"),
        "tn": ("1000000000000", "T"),
        "lakh": ("100000", "lakh"),
        "lakhs": ("100000", "lakh"),
        "lac": ("100000", "lakh"),
        "lacs": ("100000", "lakh"),
        "crore": ("10000000", "crore"),
        "crores": ("10000000", "crore"),
        "cr": ("10000000", "crore"),
        "dozen": ("12", None),
    },
    units={
        **dict.fromkeys(("%", "percent", "per cent", "pct", "percents", "prct"), _PERCENT),
        **dict.fromkeys(
            (
                "percentage points",
                "percentage point",
                "pp",
                "pps",
                "ppt",
                "ppts",
                "% points",
                "%pt",
                "%-points",
                "%pts",
                "percent points",
                "p.p",
            ),
            _POINTS,
        ),
        **dict.fromkeys(("bps", "basis points", "bp"), UnitWord("%", "0.01", None, delta=True)),
        **dict.fromkeys(("ms", "msec", "millisecond", "milliseconds", "millis"), _SPLIT_SECOND),
        **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), _SECOND),
        **dict.fromkeys(("min", "mins", "minute", "minutes"), _MINUTE),
        **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), _HOUR),
        **dict.fromkeys(
            ("d", "day", "days", "business days", "working days", "business day", "working day", "calendar days"), _DAY
        ),
        **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), _WEEK),
        **dict.fromkeys(("mo", "mos", "month", "months"), _MONTH),
        **dict.fromkeys(("year", "years", "yr", "yrs"), _YEAR),
        **dict.fromkeys(("x", "times", "fold", "-fold"), UnitWord("ratio", "1", "x")),
        **dict.fromkeys(("stars", "star", "points", "point", "pts", "pt", "nps", "csat"), UnitWord("score")),
        **{
            word: UnitWord("count", "1", word)
            for word in (
                "kb",
                "mb",
                "gb",
                "tb",
                "pb",
                "kib",
                "mib",
                "gib",
                "tib",
                "mbps",
                "gbps",
                "kbps",
                "qps",
                "rps",
                "tps",
                "fps",
                "kwh",
                "mwh",
                "kg",
                "km",
            )
        },
    },
    currencies={
        **dict.fromkeys(
            ("$", "usd", "us$", "usd$", "$usd", "dollars", "dollar", "bucks", "u.s. dollars", "us dollars"), "USD"
        ),
        **dict.fromkeys(("€", "eur", "euro", "euros"), "EUR"),
        **dict.fromkeys(("£", "gbp", "pounds", "quid", "pounds sterling"), "GBP"),
        **dict.fromkeys(("¥", "cny", "rmb", "yuan", "renminbi", "cn¥"), "CNY"),
        **dict.fromkeys(("₹", "inr", "rs", "rupees", "rs."), "INR"),
        **dict.fromkeys(("nt$", "twd", "ntd"), "TWD"),
        **dict.fromkeys(("hk$", "hkd"), "HKD"),
        **dict.fromkeys(("s$", "sgd"), "SGD"),
        **dict.fromkeys(("a$", "aud", "au$"), "AUD"),
        **dict.fromkeys(("c$", "cad", "ca$"), "CAD"),
        **dict.fromkeys(("jpy", "jp¥", "yen"), "JPY"),
        **dict.fromkeys(("chf", "francs"), "CHF"),
        **dict.fromkeys(("r$", "brl", "reais"), "BRL"),
        **dict.fromkeys(("₩", "krw", "won"), "KRW"),
        **dict.fromkeys(("sek", "kronor"), "SEK"),
        **dict.fromkeys(("₽", "rub", "rubles"), "RUB"),
        **dict.fromkeys(("mxn", "mx$"), "MXN"),
        **dict.fromkeys(("zar", "rand"), "ZAR"),
        **dict.fromkeys(("idr", "rp"), "IDR"),
        **dict.fromkeys(("₦", "ngn", "naira"), "NGN"),
        **dict.fromkeys(("nok",), "NOK"),
        **dict.fromkeys(("dkk",), "DKK"),
        **dict.fromkeys(("pln", "zł"), "PLN"),
        **dict.fromkeys(("₪", "ils"), "ILS"),
        **dict.fromkeys(("aed",), "AED"),
        **dict.fromkeys(("kes", "ksh"), "KES"),
    },
    multiples={
        **dict.fromkeys(("double", "doubles", "doubled", "doubling", "twice"), "2"),
        **dict.fromkeys(("triple", "triples", "tripled", "tripling", "treble", "threefold", "thrice"), "3"),
        **dict.fromkeys(("quadruple", "quadruples", "quadrupling"), "4"),
        "tenfold": "10",
        "twofold": "2",
        "fivefold": "5",
    },
    shares={
        **dict.fromkeys(("half", "halve", "halves", "halved", "halving", "one half", "in half"), "50"),
        **dict.fromkeys(("a third", "one third"), "33.333333"),
        **dict.fromkeys(("two thirds", "two-thirds"), "66.666667"),
        **dict.fromkeys(("a quarter of", "one quarter of", "one fourth"), "25"),
        **dict.fromkeys(("three quarters", "three fourths", "three-quarters", "three-fourths"), "75"),
    },
    names="zero-trust|zero-day|one-stop|one-on-one|one-to-one|double-digit|double-blind|double-entry|triple-a|one of",
    labels="key result|key results|kr|krs|okr|result|kpi|o",
    stop="in|out|out of|for|with|at|on|by|from|to|through|via|using|per|within|and|or|while|during|before|after|of|is|are|was|that|which|who|into|under|over|across|have|has|had|"
    "created|delivered|submitted|each|every|a|an|the|as|this|next|until|so|since|up|down|compared|vs|than|now|today|will|completed|published|closed|signed|not|"
    "hired|generated|between|without|including|total|if|where|when|be|we|our|launched|via|about|currently|more|less|fewer|but|it",
    date_forms=(
        _EDGE + r"q(?P<quarter>[1-4])(?:\s?w(?:eek)?\s?(?P<week>\d{1,2})\b)?" + _YEAR_AFTER + r"(?![\w%])",
        r"(?P<year>fy\s?'?\d{2,4}|20\d\d|\d\d(?=q))[\s/-]?q(?P<quarter>[1-4])(?:\s?w(?P<week>\d{1,2}))?(?!\w)",
        _EDGE
        + r"(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th|last|final)\s+quarter(?:\s+of\s+the\s+(?:fiscal\s+)?year)?"
        + _YEAR_AFTER
        + r"(?!\w)",
        _EDGE + r"h(?P<half>[12])" + _YEAR_AFTER + r"(?![\w%])",
        r"(?P<year>fy\s?'?\d{2,4}|20\d\d)[\s/-]?h(?P<half>[12])(?!\w)",
        r"(?P<half>first|second|1st|2nd)\s+half(?:\s+of\s+(?:the\s+|this\s+)?(?:fiscal\s+)?(?:year|(?P<year>20\d\d|fy\s?\d{2,4})))",
        _EDGE + r"(?:fiscal\s+year|fiscal|fy)\s?'?(?P<year>\d{4}|\d{2})(?![\w%])",
        _EDGE + _MONTH_NAME + r"(?:\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w%.]))?" + _YEAR_AFTER + r"(?!\w)",
        r"(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH_NAME + _YEAR_AFTER + r"(?!\w)",
        r"(?P<year>20\d\d)[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?![\w%])",
        r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>20\d\d|\d\d)(?!\w)",
        r"(?:(?<=by )|(?<=before )|(?<=until )|(?<=on )|(?<=due ))(?P<first>\d{1,2})/(?P<second>\d{1,2})(?![\w/])",
        r"(?P<edge>end|close|start|beginning|middle|mid)(?:\s+of|-)?\s+(?:(?:the|this|our|current|(?P<next>next)|(?P<last>last))\s+)?(?:(?:fiscal|calendar|financial|school|academic)\s+)?"
        r"(?P<period>week|month|quarter|half|year)(?!\w)",
        r"(?P<period>week|month|quarter|year)[\s-](?P<edge>end)(?!\w)",
        r"(?P<edge>eo)(?P<period>[wmqy])(?!\w)",
        r"(?:this|the\s+current|current|the\s+coming|coming|(?P<next>(?:the\s+)?next|the\s+following)|(?P<last>(?:the\s+)?last|previous|the\s+past))\s+(?:(?:fiscal|calendar|financial|school|academic)\s+)?"
        r"(?P<period>week|month|quarter|half|year)(?!\w)",
        r"(?P<edge>end|close|start|beginning|middle|mid|early|late)(?:\s+of|-)?\s+(?P<year>20[1-4]\d)(?![\w%,.]\d|[\w%])",
        r"(?:within|(?:in|over|during)\s+the\s+(?:next|first|coming)|(?:in|over)\s+next)\s+(?:the\s+(?:next|first)\s+)?(?P<amount>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a)[\s-](?P<unit>day|week|month|quarter|year)s?(?!\w)",
        r"(?:in\s+)(?P<amount>\d{1,3}|one|two|three|four|five|six)\s(?P<unit>day|week|month|quarter|year)s?(?!\w)",
        r"week\s+(?P<week>\d{1,2})(?!\w)",
        r"(?:(?P<next>next)\s+|this\s+)?(?P<weekday>"
        + "|".join(_DAYS)
        + r"|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?!\w)",
        r"(?P<ahead>today|tomorrow)(?!\w)",
    ),
    date_words={
        **{name: n for n, name in enumerate(_MONTHS, 1)},
        **{name: n for n, name in enumerate(_LONG_MONTHS, 1)},
        "sept": 9,
        **{name: n for n, name in enumerate(_DAYS, 1)},
        **{name[:3]: n for n, name in enumerate(_DAYS, 1)},
        **{"tues": 2, "thur": 4, "thurs": 4},
        **{
            "first": 1,
            "1st": 1,
            "second": 2,
            "2nd": 2,
            "third": 3,
            "3rd": 3,
            "fourth": 4,
            "4th": 4,
            "last": 4,
            "final": 4,
        },
        **{
            "one": 1,
            "two": 2,
            "three": 3,
            "four": 4,
            "five": 5,
            "six": 6,
            "seven": 7,
            "eight": 8,
            "nine": 9,
            "ten": 10,
            "twelve": 12,
            "a": 1,
        },
        **{"today": 0, "tomorrow": 1},
    },
    periods={
        "week": "week",
        "w": "week",
        "month": "month",
        "m": "month",
        "quarter": "quarter",
        "q": "quarter",
        "half": "half",
        "year": "year",
        "y": "year",
        "day": "day",
    },
    edges={
        "start": "start",
        "beginning": "start",
        "early": "start",
        "first day": "start",
        "middle": "middle",
        "mid": "middle",
    },
    due_before="by|before|until|till|due|due by|deadline|by the|before the|until the|no later than|by the end of|due date|not later than",
    during_before="in|on|for|during|at|in the|at the|this|throughout|over|on the|for the|during the|effective|from now until",
    past_before="since|vs|vs.|versus|than|from|compared to|compared with|as of|over the|baseline|in the|of|last|after|starting|against|was|relative to|start|starting in",
)
