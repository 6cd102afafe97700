"""What English speakers answer instead of saying where it stands: not now, not this time, what do you mean, never mind."""

from __future__ import annotations

from bot.reading.words.phrases import every, phrases, placed
from bot.reading.words.talk import InsteadWords

INSTEAD = InsteadWords(
    no_change=phrases(
        "nada|zilch|zero new|0 new|no new one|zero more|0 more|zero this week|0 this week|nothing yet|nothing so far|none yet|not yet|no new ones|none this week|none new|no change|no changes|no change this week",
        "no change since last week|unchanged|same|the same|same as before|same as last week|same as last time|still the same|same here|same number",
        "same value|no movement|no progress|no progress yet|no update|no updates|no news|nothing new|nothing new to report|nothing changed",
        "nothing has changed|hasn't changed|has not changed|haven't changed|hasn't moved|has not moved|haven't moved|not moved|didn't move",
        "did not move|n/c|nc|nothing to report|no difference|flat|stayed flat|no move|as before|as last week|remains the same|stays the same",
        "stayed the same|didn't change|did not change|no new|ditto|nochange|no delta|nothing moved|hasn't budged|not budged|stuck at the same",
        "holding steady at the same|no changes to report|nothing happened|is unchanged|where it was",
        "about the same|pretty much the same|more or less the same|roughly the same|still about the same|same-ish|samesies|same same|as is|as it was|business as usual|still where we were|where we were",
    )
    + every(
        "hasn't|hasnt|haven't|havent|has not|have not|didn't|didnt|did not|couldn't|could not|not|never|barely|nobody|no one|nobody has|no one has",
        " ",
        "moved|move|changed|change|touched|touch|budged|budge|progressed|progress|worked on|work on|gotten to|got to|get to|looked at|look at|made progress on|make progress on|"
        "made any progress|make any progress|made progress|make progress|done anything on|do anything on|done anything|do anything|had time for|have time for|had a chance to work on",
        "| it| this| that| this one| that one| at all| it at all| much| an inch",
    )
    + every("no|zero|not much|little|hardly any|not a lot of|barely any|almost no|virtually no|not much of a|nothing in the way of", " ", "progress|movement|change|changes|action|activity|traction|news|to report|happened|happening|going on", "| this week| to report| yet| so far| since last week")
    + every("no ", "time|bandwidth|capacity|work", " for this| for it| on this| on it| for this one|"),
    skip=phrases(
        "skip|skip it|skip this|skip this one|skip this week|skip me|skip me this week|skip for now|skip for this week|skip this time|pass",
        "pass on this|i'll pass|i pass|next|next one|n/a|na|not applicable|not this week|not this time|not my turn|leave it|leave it for this week",
        "leave this out|leave this one out|leave that one out|leave it blank|nothing from my side|nothing on my end|nothing on my side|leave it out|let's skip|let's skip it|let's skip this|please skip|skip that|skip that one|skip please|i'll skip|i'll skip this one",
        "i'll skip this week|skipping|skipping this week|skip today|nothing from me|nothing this week|pass for now|pass this week|pass for this week",
        "no check-in this week|no check in this week",
    )
    + every(
        "|i'd |i would |can i |can we |we can |just |gonna |gotta |i have to |have to |i want to |want to |i'm going to ",
        "skip|pass on|pass",
        "| it| this| that| this one| that one| this kr| this key result| this question",
        "| for now| this week| this time| today| this round",
    ),
    snooze=phrases(
        "i'm out until|out until|out of office until|ooo until|away until|on leave until|on vacation until|on holiday until|on pto until|i'm away until|snooze|remind me|ask me|ask again|ping me|later|later today|later please|not now|not right now|maybe later|not yet, later|tomorrow",
        "check back|come back|try me|try again|nudge me|i'll do it|i'll answer|i'll update|i'll get back to you|i will do it|i will get back to you",
        "will do it|will get back|will update|let me get back to you|in a meeting|busy now|busy right now|busy|i'm busy|i'm in a meeting|give me",
        "after lunch|after the meeting|bug me|hold on|hang on|one moment|wait|get back to me|can you ask me|can you remind me|could you remind me",
        "could you ask me|please remind me|please ask me|will have it|will have the numbers|will have numbers|i'll have the numbers",
        "i'll have numbers|this afternoon|tonight|end of day|don't have the number yet|don't have the numbers yet|i'll know|we'll know|brb|afk",
        "can we do this|can i do this|do it later|follow up|can't right now|can't now|cannot right now|ooo|ooo til|ooo till|out of office|on a call|in a call|on the phone|gimme|gimme a|later gator|ask later|back soon|away til|away till|out til|out till|busy til|busy till|swamped",
    ),
    asks=phrases(
        "remind me|reminder|ask me|ask|ask again|ping me|ping|nudge me|nudge|poke me|bug me|message me|msg me|dm me|text me|call me|hit me up|hit me|try me|try again|try|"
        "check back|check with me|check in with me|check in|circle back|come back|get back to me|follow up|i'll fill it in|i'll fill this in|fill it in|i'll do it|i'll do this|"
        "do it|do this|i'll send it|i'll send the number|i'll send numbers|i'll update|will update|update|i'll get back|will get back|get back to you|i'll answer|will answer|i'll reply|will reply|"
        "i'll check|will check|let me check|i'll have it|will have it|i'll report|will report|i'll let you know|let you know|snooze|postpone|let's talk|can we do this|can we do it|could we do this|do this|"
        "not now|not right now|not yet|not today|busy|in a meeting|in meetings|on a call|later|i'll get to it|get to it|will do it|will do"
    )
    + every(
        "i'll |i will |will |let me |gonna |i'm going to |i can |can |let's |lets |",
        "send|share|post|give|fill|do|report|answer|check|get|have|provide|enter|add|look at|pull|grab",
        " it| this| that| you the number| the number| the numbers| you numbers| you an update| an update| it in| this in| it over| you something",
    ),
    beside_asks=phrases(
        "me|you|i|it|this|that|at|on|in|for|to|the|again|can|could|would|will|let's|lets|then|back|back at|free|free at|maybe|i'm|i am|we|us|and|but|so|with|about|first|til|till|until|by|after|around|sorry|"
        "hey|swamped|slammed|right now|now|please|a|an|one|more|time|once|when|i'll be|be|be back|away|travelling|traveling|out|off|here|too|also|just|actually|morning|afternoon|evening|early|late"
    ),
    clock_forms=(
        r"(?:at|@|around|by|after|before|till|until|til|past) ?\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?(?![\d%.])",
        r"(?<![\d.])\d{1,2}(?::\d\d)? ?[ap]m(?![a-z])",
        r"(?<![a-z])(?:noon|midday|eod|cob|eob|lunch|lunchtime|dinner|standup|stand-up|the standup|the meeting|my meeting|this meeting|the call|this call|the weekend|the holidays)(?![a-z])",
        r"(?<![a-z])in (?:a|an|half an|the) (?:bit|while|sec|second|minute|min|moment|few|hour|couple of hours|couple hours|day|week|few days|few hours|morning|afternoon|evening)(?![a-z])",
    ),
    question_ends=(),
    surely_asking=every(
        "can i|can you|could i|could you|should i|do i|do you|is there|are there|is this|is it|does it|does this|are you|am i|may i|what number|what do|what does|what should|what is|what's|what are|"
        "how do|how does|how can|how should|how is|how are|how to|where do|where can|where is|where are|who is|who owns|who set|who should|why is|why do|why does|why am|why are|which number|which one|which do|when is|when do|whose",
        " ",
    ),
    snooze_days=placed(
        "today=0|tonight=0|this afternoon=0|this evening=0|later today=0|end of day=0|eod=0|tomorrow=1|tmrw=1|tmr=1|day after tomorrow=2",
        "next week=-1|next monday=-1|monday=-1|mon=-1|tuesday=-2|tue=-2|tues=-2|wednesday=-3|wed=-3|thursday=-4|thu=-4|thurs=-4|friday=-5|fri=-5",
        "saturday=-6|sat=-6|sunday=-7|sun=-7|end of the week=-5|end of week=-5|eow=-5",
    ),
    help=phrases(
        "help|help me|help please|i need help|need help|i don't understand|i do not understand|don't understand|i don't get it|what do you mean",
        "what does that mean|what does this mean|what should i write|what should i say|what do i write|what do i type|what do i say",
        "not sure what to write|not sure what you want|how does this work|what is this|i'm confused|confused|huh|can you help|can you help me",
        "what are my options|please explain|show me an example|give me an example|what can i say|what can i type|i'm lost|no idea what to do",
        "what now|idk what this means|don't know what this means|no clue what this is|no idea what this is|what this means|come again|say again|say that again|pardon|sorry what|i don't follow|lost me",
    ),
    questions=phrases(
        "how|what|what's|which|where|why|who|when|can you|could you|can i|could i|should i|do i|does|is it|is this|are you|do you|may i|am i|did you",
        "will you|would you",
    ),
    asking=phrases("set|owns|own|decided|asked|made|do|does|can|should|to|am|i|you|we|is|are|did|would|this|that|it|me"),
    cancel=phrases(
        "cancel|cancel that|cancel this|cancel it|stop|stop it|stop that|stop this|stop asking|stop asking me|stop nagging|stop nagging me",
        "stop bugging me|never mind|nevermind|nvm|forget it|forget that|abort|quit|exit|go away|leave me alone|don't ask me|don't ask|do not ask me",
        "don't ask again|undo|nm|no wait|wait no|scratch that|forget about it|no thanks|no, thanks|no thank you|enough|unsubscribe|shut up|stop messaging me",
        "stop pinging me|please stop|stop please|quit asking|drop it|wrong thread|wrong channel|wrong chat|wrong window|wrong person|ignore that|ignore this|ignore me|"
        "ignore my last message|disregard|disregard that|disregard this|my mistake|my bad|take that back|i take that back|not for you|wasn't for you|that wasn't for you",
    )
    + every("don't |do not |dont |please don't |never ", "record|save|count|log|register|store|post|submit|enter", "| that| this| it| anything|"),
    chatter=phrases(
        "thanks|thank you|thx|ty|pls|plz|please|pretty please|tysm|tks|tnx|cheers mate|ok|okay|k|kk|cool|great|nice|lol|haha|hahaha|hi|hello|hey|yo|yes|yep|yeah|no|nope|sure|got it|np|no problem",
        "good morning|morning|good afternoon|cheers|welcome|hmm|hm|um|uh|wow|awesome|perfect|good|fine|right|alright|sounds good|will do|understood",
        "noted|bye|see you|good job|well done|who are you|test|testing|happy monday|you too|have a nice day|sorry|oops|ugh|thank you very much",
        "thanks a lot|thanks a bunch|good bot|bad bot|lmao|interesting|whatever|maybe|i guess|idk|dunno|i don't know|no idea|not sure|good question",
        "ok thanks|ok, thanks",
    ),
)
