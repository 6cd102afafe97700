"""What English words say of the numbers around them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.reading.words.vocabulary import Sense

SENSES: Final[Mapping[Sense, str]] = {
    Sense.UP: (
        "double|doubles|doubled|doubling|triple|triples|tripled|tripling|quadruple|increase|increases|"
        "increased|increasing|grow|grows|growing|grown|growth|raise|raises|raised|raising|boost|boosts|"
        "boosting|lift|lifts|expand|expands|expanding|extend|uplift|rise|rises|more|higher|additional growth|"
        "scale up|ramp up|step up|drive up|push up|up|upsell by|accelerate|strengthen|enhance|maximize|"
        "maximise|elevate|advance|deepen|broaden|multiply|up from"
    ),
    Sense.DOWN: (
        "halve|halves|halved|halving|down to|reduce|reduces|reduced|reducing|reduction|reductions|decrease|"
        "decreases|decreased|decreasing|cut|cuts|cutting|lower|lowers|lowering|shorten|shortens|shortening|"
        "drop|drops|dropping|shrink|shrinks|minimize|minimise|lessen|slash|slashes|trim|bring down|"
        "brings down|drive down|get down|decline|fewer|less|faster|quicker|cheaper|curb|down|diminish|"
        "compress|limit increase|limiting|sooner|down from"
    ),
    Sense.CHANGE: (
        "improve|improves|improved|improving|improvement|improvements|optimize|optimise|optimizing|"
        "optimising|better|enhancement"
    ),
    Sense.MOVE: "move|moves|moving|shift|shifts|bring|take|transition|go|goes|adjust|moved|switch",
    Sense.MANNER: "up|down|more|less|fewer|faster|higher|better|quicker|cheaper|sooner|down to|up from|down from",
    Sense.ADD: "another|additional|more|further|extra|incremental|on top",
    Sense.CHANGE_NOUN: (
        "increase|growth|reduction|uplift|improvement|decrease|decline|lift|rise|drop|cut|boost|jump|"
        "expansion|improvements|reductions|increases|more|less|fewer|faster|lower|higher|better|quicker|"
        "cheaper|shorter|longer|larger|bigger|smaller"
    ),
    Sense.KEEP: (
        "maintain|maintains|maintaining|maintained|keep|keeps|keeping|kept|sustain|sustains|sustaining|"
        "hold at|hold steady|remain|remains|stay|stays|preserve|not exceed|not to exceed|does not exceed|"
        "do not exceed|never exceeds|never drops below|limit|limits|cap|cap at|limit to"
    ),
    Sense.DONE: (
        "launch|launched|complete|completed|ship|shipped|release|released|publish|published|implement|"
        "implemented|create|created|build|built|offer|offered|hold|host|extend|deliver|delivered|develop|"
        "developed|establish|established|define|defined|set up|roll out|rolled out|migrate|migrated|deploy|"
        "deployed|sign|signed|hire|hired|document|documented|finish|finished|conduct|obtain|design|designed|"
        "draft|automate|integrate|introduce|enable|organize|organise|write|provide|add|win|approve|approved|"
        "submit|adopt|train|secure|open|select|choose|start|identify|review|test|produce|present|perform|"
        "prepare|formalize|formalise|formulate|recruit|attend|convert|pilot|certify|gather|collect|determine|"
        "find|have|learn|make|close|generate|achieve|audit|plan|propose|agree|receive|pass|get|attain|earn|"
        "run|analyze|analyse|research|investigate|resolve|upgrade|update|updated|clean up|follow up with|"
        "switch|turn on|assign|install|configure|redesign|redesigned|refactor|rebuild|translate|onboard|"
        "appoint|announce|schedule|evaluate|assess|map|list|share|renew|negotiate|validate|verify|measure|"
        "track|consolidate|merge|standardize|standardise|expand to|scale up to|meet|solve"
    ),
    Sense.VAGUE: (
        "fast|easy|simple|intuitive|seamless|smooth|happy|healthy|strong|robust|delightful|good|nice|enjoyable|"
        "acceptable|reasonable|significantly|substantially|as much as possible|as possible|world class|"
        "world-class|best in class|as needed|great|excellent|effective|effectively|efficiently|ensure|"
        "raise awareness|encourage|promote|foster|be more|become more|focus on|continue|continue to|explore|"
        "try|understand|empower|inspire|be the|feel|ensure that|make sure|make sure that|become|love|enjoy|trust|aligned|motivated|engaged|"
        "excited|confident|aware|proud|satisfied|strong|clear|close|deep|tight|rich|calm|safe|satisfied|valued|heard|snappy|handy|tidy|lean|friendly|sticky|clean|bright|cozy|smart|cheap|sleek|crisp|sharp|pleasant|lovely|lively|loyal|comfortable|convenient|accessible|responsive|attractive|appealing|competitive|resilient|scalable|sustainable|modern|flexible|transparent|reliable|secure by design|efficient|productive|consistent|relevant|helpful|useful|usable"
    ),
    Sense.LIGHT: (
        "build|create|achieve|gain|get|have|establish|make|generate|earn|win|drive|attain|develop|provide|offer|bring|show|"
        "deliver|become|be|give|see|reach|maximize|maximise|minimize|minimise"
    ),
    Sense.CAUSES: "make|makes|making",
    Sense.GRADABLE: (
        "awareness|trust|loyalty|growth|culture|morale|alignment|collaboration|communication|engagement|experience|efficiency|"
        "transparency|knowledge|understanding|confidence|ownership|accountability|relationship|relationships|presence|reputation|"
        "innovation|excellence|performance|resilience|traction|interest|buy-in|brand|synergy|synergies|quality|stability|"
        "reliability|visibility|clarity|productivity|scalability|maintainability|usability|availability|credibility|agility|"
        "velocity|diversity|profitability|sustainability|impact|value|love|happiness|openness|readiness|fairness|health|fun|"
        "wellness|uncertainty|satisfaction|momentum|expertise|leadership|cooperation|coordination|ease|speed|simplicity"
    ),
    Sense.FROM: (
        "from|up from|down from|starting at|starting from|vs|versus|compared to|compared with|instead of|"
        "rather than|against|than"
    ),
    Sense.TO: "to|up to|down to|towards|reaching|to reach|until we reach",
    Sense.AT: "at|of|be|is|are|equal to|equals|above|exceed|exceeds|exceeding|beyond|past|surpass|below|under|in under|stay above|lower than|higher than",
    Sense.BY: "by|by another|by a further|by an additional",
    Sense.BETWEEN: "between",
    Sense.AND: "and|&|while|as well as|plus",
    Sense.AT_LEAST: (
        "at least|atleast|minimum|minimum of|a minimum of|min of|no less than|no fewer than|not less than|"
        "not fewer than|no lower than|not lower than|not below|no worse than|greater than or equal to|"
        "more than or equal to|equal to or greater than|never below|never drops below|equal or greater than|"
        "greater or equal to|equals or exceeds|meets or exceeds|at minimum"
    ),
    Sense.MORE_THAN: (
        "more than|worth over|valued over|over|above|greater than|exceed|exceeds|exceeding|higher than|"
        "better than|in excess of|north of|larger than|beyond|upwards of|surpass|surpassing|past|bigger than|"
        "more then|stay above|longer than"
    ),
    Sense.AT_MOST: (
        "limit|limits|cap|cap at|limit to|at most|max|maximum|no more than|not more than|maximum|maximum of|a maximum of|"
        "max of|up to a maximum of|no greater than|no higher than|not exceed|not to exceed|does not exceed|"
        "do not exceed|not exceeding|never exceeds|less than or equal to|lower than or equal to|"
        "no longer than|not above|limited to|capped at|no later than|or below|not over|not higher than|"
        "within budget of"
    ),
    Sense.LESS_THAN: (
        "less than|fewer than|under|below|lower than|smaller than|sub|faster than|in under|in less than|"
        "shorter than|less then|quicker than"
    ),
    Sense.OR_MORE: (
        "or more|or higher|or greater|or above|or better|and above|and up|minimum|at least|at minimum|"
        "or over|and more|and over|or longer"
    ),
    Sense.OR_LESS: (
        "or less|or fewer|or lower|or below|or under|maximum|max|at most|or better time|or shorter|tops|"
        "or faster|and below|and under|and less"
    ),
    Sense.ABOUT: (
        "ish|about|around|approximately|approx|roughly|nearly|almost|circa|ca|some|an average of|average of|avg|an|a|the|of"
    ),
    Sense.NOW: (
        "currently|current value|current level|baseline|base line|baseline of|baseline is|today|now|today's|"
        "at present|presently|previously|as is|starting point|last quarter|last year|currently at|we are at|"
        "starting value"
    ),
    Sense.WAS: "was|were|existing|previous|prior|current",
    Sense.GOAL: "target|goal|targets|target value|target of|goal of|goal is|target is|new target",
    Sense.PER: "per|every|each|/",
    Sense.EACH: "daily|weekly|monthly|quarterly|yearly|annually|a day|a week|a month|a year|a quarter|per day|per week|per month",
    Sense.OF: "of|of the|of our|of all|of these|of those|of their",
    Sense.OUT_OF: "out of",
    Sense.RANK: "top|best|rank|ranked|rank in|ranking|position|place|bottom|last|next|previous|past",
    Sense.NUMBERED: (
        "tier|phase|level|type|version|stage|wave|sprint|step|section|chapter|part|grade|class|group|"
        "priority|severity|sev|category|generation|gen|layer|scope|soc|iso|iec|wcag|nist|pci|dss|hipaa|cmmc|"
        "cmmi|ios|android|windows|python|java|node|vue|angular|react|web|gpt|claude|gemini|llama|http|tls|kr|"
        "key result|okr|objective|o|kpi|pr|epic|figure|table|appendix|article|room|floor|quarter|week|year|"
        "day|month|sdg|zone|district|page|block|unit|lesson|exhibit|rfc|eip|php|laravel|rails|dotnet|net|"
        "postgres|postgresql|mysql|ubuntu|debian|kubernetes|covid|route|highway|line|vision|horizon|industry|"
        "q|h|fy|cohort|beta|alpha|rc|v|ver|drupal|bootstrap|es|ecma|mark|mk|s|p|d|l|en|no.|nr"
    ),
    Sense.WEIGHT: "weight|weighting|weighted|progress|confidence|weightage",
    Sense.WITHIN: (
        "within|in|after|during|in the next|over the next|in the first|within the first|for|in just|last|"
        "past|next|first|in the last|over the last|in the past|over the past|for the last|in next|once every|"
        "once per|during the first|during the next|for the first|prior to|old|older than|inside|lasting|over"
    ),
    Sense.NONE: "no|zero|not a single|without any|none of|nil",
    Sense.PLACEHOLDER: (
        "tbd|tba|tbc|xx|xxx|xxxx|xyz|n/a|todo|to be determined|to be defined|to be decided|to be confirmed|yy|nn|zz"
    ),
    Sense.SCORE: (
        "nps|enps|csat|csats|sus|net promoter score|net promoter|score|scores|rating|ratings|stars|star|ces|"
        "satisfaction score|satisfaction rating|lighthouse|trustpilot|g2|glassdoor|rated|performance score|"
        "gpa|hapi|happiness index|health score|sentiment score|promoter score|psat|dsat|esat|tnps|"
        "engagement score|domain authority|pagespeed|page speed|quality index|satisfaction index|index"
    ),
    Sense.MONEY: (
        "revenue|revenues|mrr|arr|sales|gmv|acv|tcv|iacv|bookings|booking value|pipeline|profit|ebitda|"
        "income|turnover|cost|costs|spend|spending|budget|cac|ltv|arpu|aov|funding|donations|savings|"
        "expenses|raise|ctc|cpa|cpl|cpc|cpm|gross margin|arpa|deal size|basket size|order value|opex|capex|"
        "fees|burn"
    ),
    Sense.RATIO: (
        "roas|roi|ltv/cac|ltv:cac|ltv / cac|ltv to cac|ltv : cac|k-factor|k factor|viral coefficient|cac/ltv|"
        "coverage ratio|pipeline coverage|ratio|quick ratio|magic number|clv:cac|clv/cac|leverage|acos|"
        "multiple"
    ),
    Sense.RATE: (
        "rate|rates|conversion|retention|churn|uptime|availability|growth rate|rate of growth|coverage|share|"
        "margin|ctr|percentage|utilization|utilisation|occupancy|accuracy|sla|reliability|completion|"
        "adoption|attendance|market share|nrr|grr|ndr|attrition|turnover rate|precision|recall"
    ),
    Sense.BAD: (
        "churn|latency|time|times|cost|costs|errors|error|error rate|defects|defect|bugs|bug|incidents|"
        "incident|complaints|complaint|downtime|bounce|turnover|attrition|delay|delays|lead time|cycle|"
        "cycle time|duration|backlog|tickets|escalations|cac|cpa|cpl|cpc|spend|expenses|waste|emissions|"
        "failures|failure|loss|losses|mttr|mttd|outages|outage|refunds|returns|crashes|crash|crash rate|"
        "vulnerabilities|injuries|accidents|debt|rework|load|response|wait|waiting|absenteeism|acos|days|"
        "hours|minutes|burn|size|bundle|flaky|regressions|violations|findings|overdue|dso|unsubscribes|"
        "unsubscribe|cancellations|abandonment|footprint|steps|mistakes|turnaround"
    ),
    Sense.GOOD: (
        "uptime|satisfaction|retention|coverage|sla|accuracy|success|resolution|detection|closure|prevention|"
        "recovery|handling|deflection|compliance|completion|conversion|adoption|engagement|attendance|fix rate|"
        "response rate|response rates|open rate|click rate|win rate|resolved|prevented|delivered|answered|collected"
    ),
    Sense.TIMED: "time|latency|duration|mttr|mttd|response|wait|load|resolution|delay|speed|build",
    Sense.CIRCUMSTANCE: (
        "for|across|in|into|among|amongst|with|on|at|using|of|having|per|covering|featuring|against|containing"
    ),
    Sense.PURPOSE: (
        "through|via|using|so that|in order to|thanks to|by means of|leading to|resulting in|with|"
        "as measured by|measured by|due to|based on|without|because|where|when|if|as|according to|excluding|"
        "including|assuming"
    ),
}
