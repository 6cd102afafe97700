"""How an OKR sentence is put together in English."""

from __future__ import annotations

from bot.reading.words.phrases import every, phrases
from bot.reading.words.talk import TemplateWords

TEMPLATE = TemplateWords(
    objective_owners=phrases("my|our|the|a|one|this|this quarter's|next quarter's|team|company|my team's|our team's"),
    objective_noun_alone=False,
    objective_nouns=phrases("objective|goal|okr|objectives|goals|mission|ambition|aim"),
    objective_verbs=phrases("is|will be|would be|is going to be|are"),
    objective_gap=r"(?: (?:for|in|this|next|as a) [^,.;:\n]{1,30}?)?",
    objective_wishes=phrases(
        "i want my team to|i want us to|i want the team to|we want our team to|i will|we will|we'll|i'll|i want to|we want to|we aim to|i aim to|i would like to|we would like to|i'd like to|we'd like to|let's",
        "set my objective to|set an objective to|create an objective to|add an objective to|draft an objective to|set our objective to|set a goal to",
        "new objective to|we're going to|we are going to|i'm going to|i am going to|my objective to|our objective to|the objective to",
        "my objective's to|our objective's to|my goal's to|our goal's to|my objective, |our objective, |my goal, |our goal, |the objective, |my goal to|our goal to|the goal to",
    ),
    objective_purposes=phrases("to|in order to|so as to"),
    objective_preludes=phrases(
        "this quarter|next quarter|this year|next year|this month|for this quarter|for the quarter|for next quarter|in q1|in q2|in q3|in q4|for q1",
        "for q2|for q3|for q4|here's our okr|here is our okr|here's my okr|here is my okr|our okr|my okr|new objective please|new objective|here's my goal",
        "here is my objective|here's my objective|here's our objective|here is our objective|create an objective|add an objective|new okr|draft",
    ),
    objective_labels=phrases("objective|objectives|goal|o|obj|okr|goals"),
    objective_states=phrases(
        "on track|at risk|off track|done|met|unclear|not|still|going|behind|ahead|too|wrong|reached|achieved|missed|green|yellow|red|complete",
        "completed|almost|now|fine|blocked|slipping|in trouble|late",
    ),
    objective_closers=every("is ", "my|our|the|my team's|our team's", " objective| goal| okr| main objective| main goal| objective for this quarter| goal for this quarter"),
    closed_openers=(),
    objective_tails=phrases("and|and it|and this|which|which is|that is|this is|this|it is|it|as|success is"),
    key_result_openers=(
        *every(
            "|as |which is |which will be |and is |and will be |it is |this is |is |it will be |this will be |will be |to be |success is |"
            "success will be |and |that is |that will be |being |progress is |progress will be |where success is ",
            "measured ",
            "by|through|via|with|using|on|in|against|as|by the following|by the following key results|by these|by these key results|"
            "through the following|by these results",
        ),
        *every(
            "we will |we'll |i will |i'll |we |i |which we |which i ",
            "measure ",
            "it by|this by|that by|success by|by|progress by|it with|this with|success with|it through",
        ),
        *every(
            "we will |we'll |i will |i'll ",
            "know ",
            "|that |it ",
            "|we succeeded |we got there |we've succeeded |it worked |i succeeded |i've succeeded |i got there |we've made it |i've made it |we have succeeded |"
            "i have succeeded |we are done |we're done |i'm done |we are successful |we're successful |i'm successful |we are there |we're there |i'm there |"
            "it's working |it is working |this worked |we did it |i did it ",
            "when|if|once",
        ),
        *every(
            "our |my |the ",
            "success metrics|success measures|success criteria|metrics|measures|measures of success|kpis|krs|targets|indicators",
            " are|:",
        ),
        *every(
            "with |",
            "key results|the key results|these key results|the following key results|these results|our key results|my key results",
            " are|:",
        ),
        *phrases(
            "as evidenced by|evidenced by|judged by|gauged by|as gauged by|demonstrated by|as demonstrated by|as indicated by|indicated by|validated by|proven by|as proven by|tracked through|as shown by|success means|success looks like|success is|success will look like|where success means",
            "tracked by|as tracked by|with key results|with the key results|with these key results|with the following key results|with these results",
            "with the following results",
        ),
    ),
    key_result_labels=phrases(
        "key results|key result|krs|kr|kpis|kpi|success measures|success metric|key metrics|targets|measured by|as measured by|metrics|measures|success metrics|success criteria|results|outcomes"
    ),
    frame_openers=(),
    weak_frame_openers=phrases("with|using|taking|having"),
    frame_closers=every("as |for ", "|the |our |my |its ", "key results|krs|success metrics|success measures|measures of success|success criteria|metrics|kpis|measures"),
    frame_no_traps=(),
    frame_traps=(),
    initiative_openers=(
        *every(
            "|to do this |to do so |to do that |to get there |to achieve this |to achieve it |to make it happen |to make this happen |for this |to reach it |"
            "to do this, |to do so, |to get there, |to achieve this, |to achieve it, |to make it happen, |to make this happen, |for this, |to reach it, ",
            "we will|we'll|i will|i'll|we plan to|i plan to|we are going to|we're going to|i'm going to",
        ),
        *every(
            "we will |we'll |i will |i'll |we |which we will |which we'll ",
            "do this |do it |do that |get there |achieve this |achieve it ",
            "by|through",
        ),
        *every("our |my |the |", "initiatives are|plan is to|plan is|plans are to"),
        *phrases("this happens through|this will happen through"),
    ),
    initiative_links=phrases(
        "through|thru|via|by means of|achieved through|achieved by|to be achieved through|to be achieved by|driven by|with initiatives",
        "with the initiatives|with these initiatives|supported by",
    ),
    initiative_gerunds=phrases("by"),
    gerund_ending="ing",
    initiative_labels=phrases(
        "initiatives|initiative|i|init|plan|plans|how|how we do it|how to get there|what we'll do|what we will do|what i'll do|action plan|actions|action items|projects|tactics|steps|activities|through|by|via|how we get there",
    ),
    initiative_tails=(),
    link_traps=phrases(
        "through the end|through end|through q1|through q2|through q3|through q4|through the quarter|through the year|through the funnel",
        "through the first|follow through|following through|break through|go through|goes through|going through|walk through|pass through",
        "carry through|all the way through|click through|read through|come through|see through|half way through|halfway through|make it through",
        "get through|play through|through december|through january|through february|through march|through april|through may|through june",
        "through july|through august|through september|through october|through november",
    ),
    passed_things=(),
    inline_labels=phrases("initiatives|key initiatives|key results|key result|krs|action plan"),
    label_leads=phrases(
        "my|our|the|key|main|supporting|top|primary|these|team|proposed|company|quarterly|annual|yearly|personal|individual|new|draft|q1|q2|q3|q4|h1",
        "h2|fy|strategic|planned|this quarter's|next quarter's|here is|here's|committed|aspirational|1|okr",
    ),
    numbered_labels=phrases("o|kr|objective|key result"),
    together=(),
    conjunctions=phrases("and|&|plus|as well as|and also"),
    leading_conjunctions=phrases("then|also|or|finally"),
    continuations=phrases(
        "as|with|for|including|in|by|from|up from|down from|without|while|which|that|such as|e.g.|i.e.|of|to|on|at|per|than|so|so that|whose|where",
        "when|within|across|or|not|especially|compared|versus|vs|excluding|before|after|until|during|because|but",
    ),
    relations=phrases(
        "at least|at most|no more than|no fewer than|not more than|no less than|up to|more than|less than|fewer than|to|from|below|above|under|over",
        "at|>|<|≥|≤|reach|reaches|least|most|than|within|up|down|stays|hits|of|=|->|→",
    ),
    actions=phrases(
        "be|become|accelerate|achieve|acquire|activate|add|adopt|align|attain|attract|audit|automate|beat|boost|book|bring|build|certify|close",
        "collect|complete|conduct|consolidate|convert|create|cut|decrease|define|deliver|deploy|deprecate|design|develop|document|double|drive|drop",
        "earn|eliminate|enable|engage|enhance|ensure|enter|establish|exceed|expand|experiment|extend|finish|fix|gain|generate|get|grow|halve|have",
        "help|hire|hit|hold|host|identify|implement|improve|increase|instrument|integrate|interview|introduce|invest|keep|land|launch|lift|limit",
        "localize|lower|maintain|make|measure|merge|migrate|minimize|modernize|monitor|move|obtain|offer|onboard|open|optimize|organize|overhaul",
        "partner|pass|pilot|plan|prepare|produce|promote|prototype|provide|publish|push|put|qualify|raise|ramp|reach|rebuild|receive|recruit",
        "redesign|reduce|refactor|release|remove|renew|replace|resolve|retain|retire|revamp|rewrite|roll|rollout|run|save|scale|secure|sell|send|set",
        "ship|shorten|show|sign|simplify|skyrocket|slash|speed|standardize|start|stay|stop|streamline|strengthen|survey|sustain|switch|teach|test",
        "track|train|translate|triple|try|turn|unify|update|upgrade|use|validate|visit|win|write|zero",
    ),
    number_words=phrases(
        "zero|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety",
        "hundred|thousand|million|double|triple|half|halve|doubled|dozen|x|y|xx|tbd|n/a",
    ),
    abbreviations=phrases("avg|approx|vs|incl|min|max|no|ca|est|dir|sr|jr|mr|ms|dr|inc|e.g|i.e|dept|excl"),
    thanks=phrases("thx|thanks|ty|tysm|pls|plz|please|thank you|many thanks|thanks!|cheers"),
    courtesies=phrases(
        "heya|hiya|howdy|yo|sup|gm|hallo|greetings|hi everybody|hey everyone|hey all|hi both|hey folks|hi|hey|hello|hi bot|hey bot|hello bot|hi team|hey team|hello team|hi all|hi everyone|hi there|good morning|morning|good morning team",
        "hi folks|ok|okay|so|thanks|thank you|thanks a lot|thank you so much|cheers|please|thx|ty|many thanks|thanks in advance|what do you think",
        "let me know what you think|regards|best|lmk",
    ),
)
