"""How English speakers answer "where does it stand?"."""

from __future__ import annotations

from bot.reading.words.instead_en import INSTEAD
from bot.reading.words.phrases import every, named, phrases, placed
from bot.reading.words.talk import ReplyWords

REPLY = ReplyWords(
    instead=INSTEAD,
    nobody=phrases("nobody|no one|noone|none of them|not a single|not one|none signed|none yet|none so far"),
    status=(
        (
            "on_track",
            phrases(
                "on track|on-track|ontrack|back on track|on pace|on schedule|on plan|on target|to plan|according to plan|as planned|going well",
                "going great|going fine|going smoothly|looking good|looking great|looks good|looks great|all good|all is well|all well|good progress",
                "great progress|solid progress|steady progress|ahead|ahead of schedule|ahead of plan|ahead of target|ahead of the plan",
                "ahead of the curve|in good shape|good shape|in great shape|healthy|trending well|trending correctly|trending up nicely",
                "trending in the right direction|doing well|doing great|doing fine|progressing well|progressing nicely|moving along nicely",
                "coming along nicely|coming along well|no risk|no risks|no concerns|better than expected|better than planned|will make it",
                "we'll make it|should make it|we'll hit it|will hit it|should hit it|will get there|we'll get there|should get there|feeling good",
                "feeling confident|confident|very confident|high confidence|no worries|smooth|smooth sailing|under control|strong week",
            ),
        ),
        (
            "at_risk",
            phrases(
                "at risk|at-risk|atrisk|some risk|a bit risky|risky|behind|a bit behind|a little behind|slightly behind|somewhat behind|a tad behind",
                "falling behind|fell behind|running behind|behind plan|behind schedule|behind target|behind the plan|off pace|slightly off pace",
                "slightly off|a bit off|a little off|a little off pace|a bit off pace|a bit off plan|below plan|under plan|below pace|slipping",
                "slipped|slips|slip|slower than planned|slower than expected|slower than hoped|too slow|a bit slow|bit slow|slow|going slow",
                "moving slowly|slowly|looking rough|looks rough|rough|looking shaky|shaky|wobbly|worried|a bit worried|worrying|concerned|concerning",
                "tight|looking tight|not looking good|not looking great|not great|struggling|needs attention|need attention|needs help|lagging",
                "lagging behind|might miss|may miss|could miss|probably miss|some concerns|delayed|running late|touch and go|not confident",
                "low confidence|medium confidence|iffy|hit a snag|not sure we'll make it|not sure we will make it|might not make it|may not make it",
                "could slip|might slip|may slip",
            ),
        ),
        (
            "off_track",
            phrases(
                "off track|off-track|offtrack|off the rails|way behind|far behind|badly behind|well behind|seriously behind|hopelessly behind",
                "way off|far off|way off track|will miss|we'll miss|going to miss|gonna miss|won't make it|will not make it|won't hit it|won't hit",
                "will not hit|can't make it|cannot make it|not going to make it|not gonna make it|won't happen|not going to happen|not gonna happen",
                "won't get there|will not get there|failing|failed|missed|missed it|we missed it|in trouble|in deep trouble|derailed|dead|critical",
                "toast|we're toast|doomed|screwed|sunk|hosed|a lost cause|lost cause|a goner|beyond saving|not gonna make it|ain't happening|isn't happening|not happening|off the table|game over|blown|we blew it|tanked|cratered|no hope|hopeless|no longer feasible|not feasible|infeasible|no way|out of the question|a disaster|disaster|train wreck|no chance|not achievable|unachievable|out of reach|impossible|missed the target|missed target|no way we make it",
                "no way we'll make it|we are going to miss|dead in the water|not possible|unreachable|won't be able to|not reachable|won't reach",
            )
            + every(
                "won't |wont |will not |not going to |not gonna |isn't going to |isn't gonna ",
                "be done|get done|be finished|be complete|be completed|be ready|be live|be shipped|be delivered|ship|launch|land|finish|get finished",
                " this quarter| this cycle| this half| this year| before the quarter ends| by the end of the quarter| by quarter end",
            ),
        ),
        (
            "done",
            phrases(
                "done|all done|it's done|is done|done and dusted|complete|completed|100% complete|100% done|fully done|finished|shipped|shipped it",
                "launched|live|is live|went live|gone live|now live|delivered|achieved|reached|hit|hit it|hit the target|hit target|hit our target",
                "hit the goal|target hit|target met|target reached|met the target|goal met|goal reached|goal achieved|met|nailed it|closed out",
                "wrapped up|wrapped|exceeded|surpassed|beat the target|we did it|did it|released|accomplished|mission accomplished|made it|finalized",
                "finalised|in production|rolled out|deployed|smashed it|crushed it|got it done|over the line|out the door|signed off",
                "reached the target|reached the goal|exceeded the target|exceeded target|past the target|beat target|published|merged",
            ),
        ),
    ),
    perfect=(),
    deeds=phrases(
        "got|passed|received|obtained|won|secured|landed|opened|certified|approved|granted|awarded|signed|sealed|accepted|hired|moved in|handed over|"
        "in place|up and running|out now|we're live|we are live|it's out|is out|good to go|in the bag|got it|got the go|have it in hand|was approved|got approved|is up|it's up"
    ),
    colours=(
        ("on_track", phrases("green")),
        ("at_risk", phrases("yellow|amber|orange")),
        ("off_track", phrases("red|can't be done|cannot be done|not doable|isn't doable")),
    ),
    status_traps=phrases(
        "slow but steady|slow and steady|slowly but surely|slow but sure|slow and sure|risk free|risk-free|late night|tight knit|rough estimate|rough number|rough guess|rough count|rough figure|behind us|behind me|behind the scenes|behind it|behind this|behind that|behind the outage|reason behind|go ahead|going ahead|went ahead",
        "ahead of us|look ahead|looking ahead|hit by|hit a|hit with|hit us|not live|red tape|red team|green light from|greenfield|slow start",
        "slow week|slow down|slowed down|hit hard|hit rate|dead line|live chat|live demo|live site|live event|live events|critical path|critical bug",
        "met with|met the|met our|met their|tight deadline|reached out|reach out|missed call|missed calls|completed by|done by|done with|done in",
        "be done|be live|be finished|be complete|be completed|be shipped|be launched|be delivered|get done|getting done|not done|done so far",
        "completed so far|shipped so far|plan ahead|planning ahead|launched in|launched on|will be live|going live|delayed by|finished with",
        "close to done|is on me|risk assessment|risk review|merged with",
    ),
    negations=phrases(
        "not|isn't|aren't|not yet|not quite|no longer|hasn't been|never|nowhere near|far from|not really|wasn't|isn't really|not entirely|not fully",
        "hardly|barely|don't think we're|not exactly|ain't|not so|not very",
    ),
    denials=phrases(
        "not|isn't|isnt|aren't|wasn't|weren't|ain't|haven't|hasn't|hadn't|didn't|don't|doesn't|won't|can't|cannot|couldn't|never|no longer|nowhere near|far from|short of|instead of|rather than"
    )
    + phrases("not even|failed to|unable to|not able to|weren't able to|wasn't able to"),
    undone=(
        (
            phrases(
                "can't|cannot|can not|couldn't|could not|won't|will not|wouldn't|didn't|did not|haven't|have not|hasn't|has not|hadn't|failed to|unable to|not able to|weren't able to|wasn't able to|"
                "not going to|not gonna|never|nobody|no one"
            ),
            phrases(
                "sign|signed|collect|collected|close|closed|hire|hired|win|won|ship|shipped|publish|published|sell|sold|get|got|make|made|do|done|did|bring in|brought in|raise|raised|land|landed|book|booked|"
                "interview|interviewed|onboard|onboarded|add|added|find|found|open|opened|finish|finished|complete|completed|deliver|delivered|recruit|recruited|manage|managed|see|seen|meet|met|run|ran|write|wrote|earn|earned"
            ),
        ),
    ),
    hedges=phrases("a|very|quite|really|too|so|that|all|exactly|yet|be|been|fully|entirely"),
    not_yet=phrases(
        "almost|nearly|not|not yet|to be|will be|should be|could be|can be|must be|close to|about to be|yet to be|half|partly|partially|going to be",
        "when|until|once|if|soon|hasn't|haven't|hope to be|mostly|50%|isn't|aren't|not quite|not fully|expected to be|planned to be|gets|get|getting",
        "need to get|before|would be|may be|might be|not all|far from|never|almost all|plan to be|ought to be|due to be|not completely|wasn't",
        "didn't get|not entirely",
    ),
    up=phrases(
        "reopened|opened another|came in with|net|higher by|higher|up|up by|up another|plus|added|another|gained|grew by|increased by|rose by|went up by|went up|more|an extra|extra|an additional|additional",
        "climbed|climbed by|jumped|jumped by|picked up|won another|got another|signed another|closed another|increase of|a gain of|grew",
        "rose|increased|gain of|got|gaining|added another|further|a further|jump of|rise of|growth of|landed another|new|raised by",
        "lifted by",
    ),
    down=phrases(
        "lower by|lower|less by|down|down by|down another|minus|lost|dropped by|decreased by|fell by|went down by|went down|reduced by|cut by|fewer|less|dropped|fell",
        "decreased|drop of|a drop of|decrease of|shaved off|shaved|declined by|declined|slipped by|a loss of|lowered by|removed|sank by|lost another",
        "slid|slid by|cut|reduced",
    ),
    better=phrases(
        "improved by|improved|better|improvement|better by|saved|saved another|saved us|we saved|a gain towards the target of|got better by|shaved off|shaved another"
    ),
    particles=(),
    remaining=phrases("left|remaining|remain|to go|still open|outstanding|still there|to be done"),
    resolved=phrases(
        "closed|fixed|resolved|cleared|removed|eliminated|killed|burned down|burnt down|knocked out|knocked off|retired|shut|shut down|settled|got rid of|handled|cut|dropped|"
        "solved|answered|merged|phased out|decommissioned|closed out|cleaned up|closed another|fixed another|resolved another"
    ),
    again=(),
    worse=phrases("worse|worse by|worsened by|worsened|deteriorated by|slipped by"),
    more=phrases(
        "slower|longer|later|more|extra|additional|new|up|higher|on top|added|gained|further|pts up|points up|% up|increase|new ones",
        "above last week|over last week|more than last week|since last week",
    ),
    fewer=phrases(
        "faster|quicker|shorter|sooner|earlier|cheaper|fewer|less|down|lower|lost|decrease|drop|churned|dropped|points down|below last week",
        "under last week|fewer than last week|less than last week",
    ),
    attained=phrases(
        "to|at|now|is|are|is at|hit the target|hit our target|hit the goal|hit our goal|met the target|met our target|reached the target",
        "reached our target|reached our goal|reached the goal|is now|now at|are at|reached|hit|stands at|standing at|sitting at|sits at|currently",
        "currently at|we have|we're at|we are at|i'm at|today|total|in total|total of|so|totals|totalling|totaling|made|got to|up to|down to|back to",
        "back at|still|still at|stays at|stayed at|remains at|remained at|holding at|crossed|passed|came in at|coming in at|landed at|closed at",
        "ended at|finished at|measured|so far|to date|=|->|→|latest|actual|current|current value|value|as of today|it's|it is|that makes|which makes",
        "makes|bringing us to|brings us to|bringing it to|brings it to|putting us at|puts us at|for a total of|making it|making",
    ),
    now=phrases(
        "now|currently|today|at the moment|right now|so far|to date|as of today|as of now|this week|current|currently at|now at|in total|total",
        "already|latest|actual|these days|by now|presently|is at|are at|stands at|we're at|we are at",
    ),
    totals=phrases(
        "total|in total|overall|altogether|to date|so far|all told|all in all|now|in all|ytd|cumulative|cumulatively|right now|as of today|as of now",
        "at the moment|currently",
    ),
    flows=phrases(
        "this week|this month|last week|today|yesterday|this sprint|this time|since last week|since then|in may|this fortnight|in the last week",
        "in a week|over the week|over the weekend",
    ),
    past=phrases(
        "was|were|was at|were at|from|last week|last month|last time|previously|before|used to be|had been|started at|start was|starting at|up from",
        "down from|yesterday's|compared to|compared with|vs|versus|vs.|against|instead of|than|baseline|baseline was|baseline of|last quarter",
        "ago|weeks ago|days ago|a week ago|a month ago|earlier|last check-in|the week before|prior|previous|previous week|prior week|formerly|initially|originally|began at",
        "began with|old value|it was|we were at|we had|had",
    ),
    planned=phrases(
        "land at|landing at|gonna|gonna be|gonna land at|end up at|gonna hit|gonna be at|finish at|gonna reach|can't hit|cannot hit|won't hit|can't reach|cannot reach|won't reach|not hit|not reach|never hit|never reach|not get to|won't get to",
        "can't get to|miss|missing the|couldn't reach|didn't reach|didn't hit|target|target is|the target is|target of|our target|goal|goal is",
        "goal of|our goal|expect|expecting|expected|forecast|forecasting|forecast is|projected|projecting|projection|planning|plan|plan is",
        "planned|will|will be|will hit|will reach|should|should be|should hit|should reach|should have|hope|hoping|hope for|hoping for|aim|aiming",
        "aiming for|heading to|heading for|heading towards|towards|toward|going to|on the way to|needs|need|needed|we need|want|want to|remaining",
        "left|to reach|to hit|to get to|by end of|all but|everything but|might|could|may|next|next week|tomorrow|aiming at|short of|away from",
        "confidence|pipeline|in the pipeline|pending|on course for|on track for|on pace for|tracking to|tracking towards|would|anticipate",
        "anticipating|estimate for|upcoming|scheduled|supposed to be|plan to|plans to|we'll|i'll|i will|we will|shooting for|trending to",
        "trending towards|another week gets us to|budget|quota|cap|limit|committed|n|threshold|missing|still missing|lacking|out of a planned",
        "of a planned|of our|of the|plan was|plan for|expect to|hope to|expected to|expect about|looking at",
    ),
    planned_after=phrases(
        "on order|ordered|in transit|in final round|in final rounds|in the works|verbal|verbally|in negotiation|out for signature|awaiting signature|in review|in the queue|queued|to go|left|remaining|planned|pending|to do|more to go|still to go|more needed|needed|short|missing|away|in the pipeline|in progress",
        "in review|scheduled|next week|tomorrow|by friday|next month|by next week|expected|target|goal|to be signed|still open|still pending",
        "upcoming|outstanding|more to come|coming|on the way|by end of|by the end of|next quarter|is the goal|is the target|was the goal",
        "was the target|confidence|offers|offer|booked for|in legal|awaiting|waiting|still to come|off target|below target|under target|off plan",
        "is the plan|was the plan|more expected|in negotiation|lined up|underway|under way|on hold|blocked|to finish|to close|still missing|more in",
    ),
    wholes_before=phrases("of|out of|out of the|of the"),
    wholes_after=(),
    point_forms=(
        (r"half (?:a|an) (?:percentage )?(?:point|percent)(?![a-z])", "0.5"),
        (r"(?<![a-z])(?:a|one) (?:full |whole )?(?:percentage )?point(?![a-z])", "1"),
    ),
    news=phrases(
        "nearly there|almost there|close to done|getting there|in progress|wip|work in progress|under way|underway|ongoing|started|not started|kicked off|blocked|stuck|stalled|on hold|paused|parked|waiting|pending|"
        "dropped|descoped|de-scoped|killed|killed this one|cancelled|canceled|in review|in testing|testing|drafted|in draft|postponed|pushed|delayed|rescheduled|working on it|still working on it"
    ),
    of_the_way=phrases("done|of the way|way there|complete|completed|finished|through|there"),
    glue=phrases(
        "about|around|roughly|approximately|approx|approx.|ca|circa|only|just|is|at|be|by|a|an|the|our|another|almost|nearly|over|some|exactly",
        "probably|maybe|planned|total",
    ),
    joints=phrases("and|but|though|although|however|while|with|because"),
    duration_forms=(
        "(?<![\\d.,])(?P<h>\\d{1,3}) ?h(?:ours?|rs?)?(?: ?(?P<m>\\d{1,2}) ?(?:m(?:ins?|inutes?)?)?)?(?![a-z\\d])",
        "(?<![\\d.,])(?P<m>\\d{1,3}) ?m(?:ins?|inutes?)?(?: ?(?P<s>\\d{1,2}) ?(?:s(?:ecs?|econds?)?)?)?(?![a-z\\d])",
        "(?:(?P<h>\\d{1,3}|an|one|two|three|four|five)(?: hours?)? and a |\\b)(?P<half_h>half)(?: an?)?(?: hours?|(?= ?$|[,.;]))",
        "(?:^|(?<=[,;:(] )|(?<=[,;:(]))(?:(?:now|at|about|around|under|over|nearly|almost|roughly|just|only|to|is|it's|still|~) ?){0,3}(?P<h>an|one) hour(?! and)(?![a-z])",
        "(?<![a-z\\d])(?P<h>an|one|two|three|\\d{1,2}) hours? (?:and )?(?P<m>twenty five|thirty five|forty five|twenty|thirty|forty|fifty|fifteen|ten|five|\\d{1,2})(?: ?min(?:ute)?s?)?(?![a-z\\d])",
        "(?:^|(?<=[,;:(] )|(?<=[,;:(]))(?:(?:now|at|about|around|just|a bit|a little|slightly|under|over|nearly|almost|roughly|only|to|is|it's|still|~) ?){0,4}(?P<d>a|one) day(?![a-z])",
        "(?:^|(?<=[,;:(] )|(?<=[,;:(]))(?:(?:now|at|about|around|just|a bit|a little|slightly|under|over|nearly|almost|roughly|only|to|is|it's|still|~) ?){0,4}(?P<w>a|one) week(?![a-z])",
        "(?:^|(?<=[,;:(] )|(?<=about ))(?P<h>hour) and a (?P<half_h>half)(?![a-z])",
        "(?:(?P<d>\\d{1,3}|a|one|two|three|four|five)(?: days?)? and a |\\b)(?P<half_d>half)(?: a)? days?",
        "(?:(?P<w>\\d{1,3}|a|one|two|three|four|five)(?: weeks?)? and a |\\b)(?P<half_w>half)(?: a)? weeks?",
    ),
    scale_slang=(),
    ordinals=placed(
        "first=1|1st=1|second=2|2nd=2|third=3|3rd=3|fourth=4|4th=4|fifth=5|5th=5|sixth=6|6th=6|seventh=7|7th=7|eighth=8|8th=8|last=-1|the other=-2",
        "former=1|latter=2",
    ),
    ordinal_nouns=phrases("one|kr|key result|krs|goal|item|metric"),
    ordinal_verbs=phrases("is|was|at|has|hasn't|isn't|still|now|on|done|stays|remains|went|up|down"),
    exceptions=phrases("except|except for|apart from|besides|other than|excluding|all but|everything but|with the exception of|but not"),
    everything=phrases(
        "all|everything|all of them|any of them|any|these|all of it|both|every one|everyone|all three|all krs|all key results|all mine|all my krs",
        "both of them|the rest|everything else|each of them|all good|all the rest|all four|all five|across the board|overall",
    ),
    the_rest=phrases(
        "the rest|everything else|all the rest|the others|all others|the other ones|all the others|others|other krs|the remaining ones"
    ),
    not_numbers=phrases(
        "this one|that one|which one|the one|other one|each one|every one|no one|any one|one of them|one of us|one by one|for one|all three|all two",
        "all four|all five|the two|both of them|one day|one thing|at once|one another|these two|the three|first one|second one|third one|last one",
        "next one|good one|big one|tough one|hard one|easy one|one or the other|24/7|one on one|1:1|1:1s|number one|one issue|one problem",
        "one blocker|one risk",
    ),
    plain_status=phrases(
        "on track|on-track|at risk|off track|done|complete|completed|behind|all done|green|yellow|amber|red|it's done|finished|is done|ahead",
    ),
    conditions=phrases(
        "if|unless|provided that|provided|providing that|as long as|so long as|assuming|assuming that|on condition that|only if|subject to|contingent on|depending on|dependent on|supposing",
    ),
    no_conditions=phrases(
        "even if|as if|what if|if not|if so|if only|if any|if anything|if ever|if at all|if needed|if necessary|if possible|if required|if interested|if useful|if helpful|if it helps|if that helps|"
        "if you|if anyone|if anybody|if someone wants|if ok|if okay|if that's ok|if that's okay|if that's fine|if that is ok|if it matters|if i'm honest|if i am honest|"
        "provided training|provided support|provided feedback|provided by|provided to|provided for|provided us|provided them|provided a|provided more|provided all",
    ),
    condition_forms=(r"(?<![a-z])if you (?:count|include|add|leave out|exclude|agree|approve|sign|give|deliver|send|don't|do not)(?![a-z])",),
    doubts=phrases(
        "not sure if|not sure whether|unsure if|unsure whether|no idea if|no idea whether|unclear if|unclear whether|don't know if|don't know whether|dunno if|wondering if|"
        "let me check if|let me check whether|need to check if|need to check whether|have to check if|checking if|checking whether|hard to say if|hard to say whether"
    ),
    condition_ends=(),
    consequences=phrases("will|won't|we'll|it'll|i'll|they'll|she'll|he'll|you'll|would|wouldn't|we'd|it'd|i'd|might|then|otherwise|else|please|let me know|tell me|ping me|call me|ask me|talk to me|shout|going to|gonna"),
    subjects=phrases("we|i|it|they|he|she|we're|i'm|it's|they're|he's|she's|that's"),
    corrections=phrases("i mean|i meant|i mean to say|meant to say|make that|make it|actually|correction|corrected|or rather|rather|scratch that|strike that|should be|should have been|should've been|should have said|should've said|should read|that should be|typo|i meant to write|misread|miscounted|wrong number|my mistake|my bad|i was wrong"),
    apologies=phrases("sorry|no|nope|no wait|wait|wait no|hold on|oops|whoops|hm|hmm|hmmm|er|err|uh|um|ah|argh|apologies|pardon|not quite"),
    filler=phrases(
        "now|currently|today|at|is|are|we|we're|we are|i|i'm|it|it's|it is|the|a|an|about|around|roughly|approximately|approx|approx.|circa|ca|ca.|~",
        "so far|to date|this week|as of today|right now|just|already|still|stands|sitting|up|down|to|by|and|of|on|in|for|with|that|this|our|my|us",
        "was|were|has|have|had|been|be|hit|reached|achieved|got|made|did|new|more|another|total|value|status|update|progress|week|moved|went|came",
        "grew|rose|fell|dropped|increased|decreased|improved|added|signed|closed|here|there|hi|hey|hello|ok|okay|well|so|yes|yep|yeah|finally|almost",
        "nearly|exactly|only|over|under|than|or|but|hmm|latest|number|current|bit|little|slightly|somewhat|a bit|quite|very|really|pretty|all|good",
        "also|one|ones|since|yesterday|monday|tuesday|wednesday|thursday|friday|morning|last week|last|from|out|overall|me|you|team|think|say|i'd",
        "i'd say|maybe|probably|somewhere|between|at least|less|fewer|most|current value|kr|key result|please|bot|per|each|avg|average|mean|as",
        "looking|looks|feels|feeling|going",
    ),
    concepts=named(
        "mau=mau|monthly active users|monthly actives|monthly active",
        "dau=dau|daily active users|daily actives|daily active",
        "wau=wau|weekly active users|weekly actives|weekly active",
        "arr=arr|annual recurring revenue",
        "mrr=mrr|monthly recurring revenue",
        "revenue=revenue|sales|turnover|arr|mrr|income",
        "nps=nps|net promoter score|promoter score",
        "csat=csat|customer satisfaction|satisfaction",
        "churn=churn|churned|attrition|cancellations",
        "retention=retention|retained|retain",
        "conversion=conversion|convert|converted|conversions|converting|conversion rate",
        "uptime=uptime|availability",
        "mttr=mttr|time to recover|time to resolve|recovery time|resolution time|time to recovery|mean time to recovery",
        "traffic=traffic|visits|visitors|sessions|page views|pageviews",
        "signups=signup|signups|sign-ups|sign-up|sign ups|registrations|registered",
        "hiring=hire|hired|hires|hiring|recruit|recruited|onboarded",
        "deals=deal|deals|signed|contracts|contract|logos|logo",
        "customers=customer|customers|clients|client|accounts|account",
        "tickets=ticket|tickets|support tickets|support requests",
        "interviews=interview|interviews|interviewed",
        "articles=article|articles|posts|guides|guide|write-ups",
        "incidents=incident|incidents|outage|outages|sev1|sev1s|p1s",
        "bugs=bug|bugs|defect|defects",
        "leads=lead|leads|mql|mqls|sql|sqls",
        "coverage=coverage|covered",
        "adoption=adoption|adopted|usage|adopters",
        "activation=activation|activated|activate",
        "latency=latency|response time|p95|p99|load time",
        "cost=cost|costs|spend|spending|bill|expenses",
        "demos=demo|demos",
        "pipeline=pipeline",
        "session=time on site|session length|session time|avg session|session duration",
        "onboarding=onboarding|onboard",
        "followers=followers|subscribers|readers",
        "downloads=downloads|installs|install",
    ),
    stop_words=phrases(
        "the|and|for|from|with|per|our|all|new|least|than|more|less|increase|decrease|reduce|grow|raise|improve|cut|lift|run|bring|reach|achieve|get",
        "keep|maintain|ship|make|under|over|below|above|into|out|end|day|days|week|weeks|month|months|quarter|year|years|hour|hours|minute|minutes",
        "min|mins|second|seconds|percent|by|to|of|in|at|on|a|an|or|is|are|be|up|down|number|total|rate|score|average|avg|mean|time|points|point",
        "status|green|red|yellow|track|risk|now|today|last|first|one|two|three|have|has|had|was|were|will|this|that|monthly|weekly|daily|annual",
        "yearly|every|each|usd|eur|move|moved|drive|boost|target|goal|key|result|results|kr|completed|complete|done|finish|hit|not|no|change|same",
        "update|level|amount|per cent",
    ),
)
