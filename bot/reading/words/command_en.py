"""How people wish for something in English."""

from __future__ import annotations

from bot.reading.words.phrases import phrases
from bot.reading.words.talk import CommandWords

COMMAND = CommandWords(
    verbs=(
        ("home", phrases("home|start|menu|todo|to do|to-do|inbox|due|me")),
        ("help", phrases("help|?|commands|examples|usage|manual")),
        ("new", phrases("new|create|add|draft|start a new|write|set up|make|begin|propose")),
        ("list", phrases("list|ls|list out|all|overview|mine|my|browse|dashboard")),
        ("find", phrases("find|search|search for|look for|look up|find all|where is|find me")),
        (
            "show",
            phrases(
                "show|show me|view|see|open|display|get|look at|details|detail|details of|let me see|status of|history|history of|chart|chart of",
                "give me|pull up|bring up|how is|how are",
            ),
        ),
        (
            "tree",
            phrases("tree|map|hierarchy|alignment|okr tree|goal tree|objective tree|alignment tree|tree view"),
        ),
        (
            "summary",
            phrases("summary|summarise|summarize|report|recap|digest|weekly summary|weekly report"),
        ),
        (
            "check_in",
            phrases(
                "check in|check-in|checkin|checkins|check ins|check-ins|update|log|record|log progress|do my check-in|do my check-ins|do my check in",
                "start check-in|start my check-in|progress|update progress|report progress|check in on|check-in on",
            ),
        ),
        (
            "drafts",
            phrases(
                "drafts|my drafts|my draft|unfinished|continue my draft|continue draft|resume my draft|resume draft"
            ),
        ),
        ("nudges", phrases("nudges|nudge|reminders|reminder|my reminders")),
        ("settings", phrases("settings|setting|my settings|preferences|my preferences|options|configure|my rhythm")),
        ("save", phrases("save|save it|publish|keep it|store")),
        ("edit", phrases("edit|change|modify|revise|rewrite|rename|correct")),
        ("discard", phrases("discard|delete|throw away|drop|bin|remove|trash|throw it away|scrap")),
        (
            "cancel",
            phrases("cancel|stop|quit|exit|abort|never mind|nevermind|forget it|close|go back|back"),
        ),
    ),
    wishes=(
        (
            "home",
            phrases(
                "what do i have to do|what must i do|what should i do|what do i need to do|what is due|what's due|what is mine to do|what's next",
                "what is next|what now|what do i do now|what have i got to do|what's on my plate|anything due|what am i due|is anything due",
                "what is on my plate|what's on my list|what's waiting for me|anything to do|what's up next|what do i have to check in",
                "what is waiting for me|what do i owe|what's left to do",
                "hi|hello|hey|hi there|hello there|hey there|good morning|morning|good afternoon|good evening|hi measured|hello measured",
            ),
        ),
        (
            "help",
            phrases(
                "what can you do|what can i do|how does this work|how do i start|how do i use this|how do you work|who are you|what are you",
                "i need help|i need some help|need help|can you help|can you help me|help me|help me out|what can i type|what can i say",
                "how do i check in|how do i create an objective|how do i write an objective|how do i add an objective|how do i add a key result",
                "how do i draft an okr|show me how|what commands are there|what do i type|how can i check in|i'm lost|i am lost|show help",
                "show me the help|how to use this|how to start|how to check in|what are the commands|list commands|show commands",
            ),
        ),
        (
            "new",
            phrases(
                "i want a new objective|i need a new objective|i want to write an objective|i want to add an objective|i want to create an objective",
                "i'd like to create an objective|i want to draft an okr|i want to write an okr|start drafting|i'd like to add an objective",
                "i want to set an objective|i want to set a goal|start a draft|let's draft an objective|let's write an objective",
                "i have a new objective|i want to create an okr|i want to add an okr",
            ),
        ),
        (
            "list",
            phrases(
                "what are my okrs|what are my objectives|what are my goals|what are my key results|what are our okrs|what are our objectives",
                "what are our goals|what are the company okrs|what are the company objectives|what is mine|what's mine|what do i own",
                "what am i responsible for|which key results are mine|what is at risk|what's at risk|what is off track|what's off track",
                "what is behind|what's behind|which key results are at risk|which key results are behind|which objectives are at risk",
                "which objectives are behind|which okrs are at risk|who is behind|where are we behind|what is red|what's red|what okrs do i have",
                "what objectives do i have|what goals do i have|what key results do i have|what is the company working on",
                "what is everyone working on|what's everyone working on",
            ),
        ),
        (
            "tree",
            phrases(
                "how does it all fit together|how do our objectives align|how do our okrs align|how are our objectives aligned"
            ),
        ),
        (
            "summary",
            phrases(
                "who hasn't answered|who has not answered|who didn't answer|what changed this week|what happened this week|what's new this week|what happened last week",
                "how are we doing|how are we doing this week|how is the team doing|how did we do this week|how did the week go",
                "who has not checked in|who hasn't checked in|who has checked in|how's the team doing",
            ),
        ),
        (
            "check_in",
            phrases(
                "i want to check in|i'd like to check in|let me check in|let's check in|ready to check in|i want to update my okrs",
                "let me update my okrs|i want to report progress|time to check in|let me do my check-in|can i check in|i want to do my check-in",
                "ask me|ask me now",
            ),
        ),
        (
            "nudges",
            phrases(
                "who will be nudged|who will be notified|who will be reminded|who gets nudged|who gets reminded|who gets a nudge|who gets a reminder",
                "when will i be nudged|when is the next nudge|when do you nudge me|when will you nudge me|when will you remind me|who is nudged",
                "who do you nudge|who are you going to nudge|who is going to be nudged|when is my next nudge|when is my next reminder",
                "when do you ask me next|when do you ask me|when will you ask me|when am i asked next|when do you nudge|who will you nudge|who will you remind|when is the next reminder",
            ),
        ),
        (
            "save",
            phrases(
                "looks good, save|looks good, save it|ok save|ok, save|ok save it|ok, save it|yes save it|yes, save it|yes, save|save that"
            ),
        ),
        ("discard", phrases("throw that away|forget this draft|i don't want it anymore|i don't want this draft")),
    ),
    carriers=phrases(
        "post|send|share|prepare|preview|publish|write|make|create|draft|generate|do|run|give me|show|show me|list|view|see|open|get|display",
        "let me see",
    ),
    objects=(
        (
            "summary",
            phrases("summary|recap|digest|weekly report|status report|summaries|round-up|roundup"),
        ),
        ("tree", phrases("tree|map|hierarchy|alignment")),
        ("drafts", phrases("drafts|my draft")),
        ("nudges", phrases("nudges|reminders")),
    ),
    polite=phrases(
        "please|pls|plz|can you|could you|would you|can i|could i|may i|can we|could we|i want to|i would like to|i'd like to|i want you to",
        "we want to|we'd like to|let's|let us|hey|hi|hello|ok|okay|now|just|thanks|thank you|for me|bot|measured|to me|kindly|i need to|i wanna",
        "lemme|let me|yes|so|again|quickly",
    ),
    mine=phrases("mine|my|my own|me|i own|assigned to me|owned by me|of mine"),
    organisation=phrases(
        "company|company's|companywide|company-wide|organisation|organization|organisation's|organization's|org|org's|corporate|whole company",
        "whole organisation|whole organization|orgwide|org-wide|company level|everyone's at the company",
    ),
    at_risk=phrases(
        "at risk|at-risk|off track|off-track|behind|behind schedule|late|red|yellow|in trouble|slipping|that are at risk|that are behind",
        "that are off track|lagging|not on track",
    ),
    everything=phrases("all|everything|everyone|everyone's|everybody|everybody's|every|all of them|all the"),
    team=phrases("team|team's|teams|squad|department|dept|group"),
    owner_marks=phrases("'s"),
    nouns=phrases(
        "okr|okrs|objective|objectives|key result|key results|goal|goals|krs|kr|initiatives|initiative|list|progress|status|history|chart|details",
        "detail|draft|check-in|check-ins|check in|checkin|page|card",
    ),
    new_nouns=phrases("objective|okr|goal|objectives|okrs|goals|draft"),
    pointers=phrases(
        "what|what's|what is|which|how|the|a|an|of|for|to|in|on|with|it|this|that|them|these|those|our|us|we|about|from|by|current|this quarter",
        "this quarter's|this year|this year's|this week|this week's|quarter|week|weekly|are|is|doing|going|short|quick|into|here|up|out|and|please",
        "new|today|another|one|full",
    ),
    not_typos=phrases(
        "last|lost|least|lit|lift|three|free|true|trees|tee|safe|saved|saves|sale|gave|have|wave|edited|slow|snow|shop|shot|how|shown|shows|held",
        "hello|heap|hell|helps|helped|stopped|step|shipped|updated|updates|checked|listed|lists|created|added|cancels|canceled|cancelled|dropped",
        "drops|closed|logged|lot|dues|done|dealt|adds|makes|made|open|opened|red|green|grew|news|now|next|few|knew|view|views|viewed|draft|drafted",
        "home|hope|some|come|same|time|more|note|none|nope|yes|skip|pass|later|less|list|seen|seed|need|feed|recorded|removed|renamed|changed|charge",
        "chance|published|reported|support|resort|rapport|posted|post|most|cost|exist|quite|quiet|find|fine|mind|kind|nine|line|mile|mite",
    ),
    alone=phrases("team|teams|workspace|admin|admins|undo|snooze|reminders|away"),
    openers=phrases("history|follow|unfollow|join|leave|rename|weigh|drop|close|reopen|restore"),
)
