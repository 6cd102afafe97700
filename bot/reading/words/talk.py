"""The shape of one language's words for sentences, replies and commands. How a phrase is written, `phrases` tells.

A language is one module with one ``TALK``; ``TALKS`` lists them, and nothing else in the reader knows which languages there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.reading.types import Only, StatusRead, Verb
from bot.reading.words.phrases import Phrases


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """How an OKR sentence is put together."""

    objective_owners: Phrases
    """Stand before the noun in "my objective is"."""
    objective_noun_alone: bool
    """Whether the noun may stand without an owner."""
    objective_nouns: Phrases
    objective_verbs: Phrases
    """Stand after it."""
    objective_gap: str
    """An expression for what may stand between them: "main", "for this quarter"."""
    objective_wishes: Phrases
    """Begin the objective only when key results follow: "we want to"."""
    objective_purposes: Phrases
    """Begin such a wish without saying who has it: "to"."""
    objective_preludes: Phrases
    """Stand before such a wish, or before the objective itself: "this quarter", "here is our okr"."""
    objective_labels: Phrases
    objective_states: Phrases
    """What an objective "is" when nobody is defining one: "on track"."""
    objective_closers: Phrases
    """Say after the objective that it is one: "is our objective"."""
    closed_openers: Phrases
    """May begin an objective that one of these closes: the 以 of 以…为目标."""
    objective_tails: Phrases
    """Left over at the end of an objective when the sentence goes on."""
    key_result_openers: Phrases
    key_result_labels: Phrases
    frame_openers: Phrases
    weak_frame_openers: Phrases
    """The same, but more often something else: 由 in 由五天缩短到三天."""
    """Begin key results that a closer ends, in languages where the verb stands last."""
    frame_closers: Phrases
    frame_no_traps: Phrases
    """Words that begin like one of these and hold the opener after all: 以上线… is 以 and 上线."""
    frame_traps: Phrases
    """Words that only look like an opener of such a pair."""
    initiative_openers: Phrases
    """Begin the initiatives wherever they stand: "we will"."""
    initiative_links: Phrases
    """May begin the initiatives, or be part of a name: "through". Weighed, not taken at once."""
    initiative_gerunds: Phrases
    """Begin the initiatives only before a word with the ending of a doing: "by" before "launching"."""
    gerund_ending: str
    initiative_labels: Phrases
    initiative_tails: Phrases
    link_traps: Phrases
    """Phrases in which a link is something else: "through the end of"."""
    passed_things: Phrases
    """What one passes rather than goes through, where a language has one word for both."""
    inline_labels: Phrases
    """Labels that need nothing but a space before them."""
    label_leads: Phrases
    """May stand before a label: "our", "Q3", "supporting"."""
    numbered_labels: Phrases
    """Labels that carry a number and need no colon: "o", "kr"."""
    together: Phrases
    """After a word for both "and" and "with": then it is "with" (与10家经销商建立合作)."""
    conjunctions: Phrases
    """Join the last item of a list to the others."""
    leading_conjunctions: Phrases
    """Left over at the beginning of an item."""
    continuations: Phrases
    """A piece that begins like this goes on with the piece before it."""
    relations: Phrases
    """Say that a number is attained, so that a piece can stand alone as a key result."""
    actions: Phrases
    """Verbs that begin a key result or an initiative."""
    number_words: Phrases
    """Words that make a piece measurable like a number does."""
    abbreviations: Phrases
    """A full stop after them ends no sentence."""
    courtesies: Phrases
    """Greetings and thanks around the sentence."""
    thanks: Phrases
    """Those that end it without a comma before them: "thx"."""


@dataclass(frozen=True, slots=True)
class InsteadWords:
    """What people answer instead of saying where it stands."""

    no_change: Phrases
    skip: Phrases
    snooze: Phrases
    """Begin or make a wish to be asked later."""
    asks: Phrases
    """What the bot, or the person, is to do later: "ping me", "I'll fill it in", 再问."""
    beside_asks: Phrases
    """Small words around such a wish."""
    clock_forms: Phrases
    """Expressions of a time of day: "at 4", 三点半."""
    question_ends: Phrases
    """End a question where the question mark is left out."""
    surely_asking: Phrases
    """End or begin what can be nothing but a question to the bot."""
    snooze_days: tuple[tuple[str, int], ...]
    """Words for a day, as days from today; the days of the week are -1 (Monday) to -7."""
    help: Phrases
    questions: Phrases
    """Begin a question."""
    asking: Phrases
    """Follow such a word where the question mark is left out: "how do"."""
    cancel: Phrases
    chatter: Phrases
    """Says nothing about a key result: "thanks"."""


@dataclass(frozen=True, slots=True)
class ReplyWords:
    """How people answer "where does it stand?"."""

    instead: InsteadWords
    nobody: Phrases
    """None of what is counted, beside numbers of other things: "nobody has signed"."""
    status: tuple[tuple[StatusRead, Phrases], ...]
    perfect: Phrases
    """Make what the title says a thing done: 已, 了."""
    deeds: Phrases
    """Something that is done or not is done, where one of these begins what is said: "got the certificate", 拿到证书了."""
    colours: tuple[tuple[StatusRead, Phrases], ...]
    """Words that are a status only when they stand alone: "green", 绿."""
    status_traps: Phrases
    """Look like a status and are none: "behind us"."""
    negations: Phrases
    """Before a status: its opposite, or not yet."""
    denials: Phrases
    """Right before a number: that is what it is not."""
    undone: tuple[tuple[Phrases, Phrases], ...]
    """Two parts that together deny the number right after them: "couldn't" and "sign", 签 and 不了."""
    hedges: Phrases
    """May stand between a negation and what it negates: "very"."""
    not_yet: Phrases
    """Before "done": it is not, though nothing is wrong."""
    up: Phrases
    """Before a number: it is added."""
    down: Phrases
    better: Phrases
    """Before a number: a change towards the target, whichever way that is."""
    particles: Phrases
    """End a clause and name nothing: the 了 of 3.6天了."""
    remaining: Phrases
    """Beside a number of what is still there: "10 left"."""
    resolved: Phrases
    """Before a number of things that are to become fewer: that many are gone."""
    again: Phrases
    """Begins a clause whose number comes on top, whatever verb stands between: 又签了."""
    worse: Phrases
    """Before or after a number: it is a change away from the target."""
    more: Phrases
    """After a number: it is added ("more")."""
    fewer: Phrases
    attained: Phrases
    """Before a number: it stands there now, whatever verb came before ("to" in "down to")."""
    now: Phrases
    totals: Phrases
    """After a number: it is where it stands in all."""
    flows: Phrases
    """Beside a number: what came in a while, "this week"."""
    past: Phrases
    """Before or after a number: where it stood."""
    planned: Phrases
    """Before a number: a target or a forecast, never the value."""
    planned_after: Phrases
    """After a number: the same, or what is missing ("to go")."""
    wholes_before: Phrases
    """Between a value and its whole: "of" in "18 of 40"."""
    wholes_after: Phrases
    """After a whole, where it comes first: 里 in 40 里 18."""
    point_forms: tuple[tuple[str, str], ...]
    """Expressions of a change by one point or half a one, without a digit in them, and how many points that is."""
    news: Phrases
    """Words that tell how it is going though they are no status: "in progress"."""
    of_the_way: Phrases
    """After a fraction that is progress and no count: "3/4 done"."""
    glue: Phrases
    """May stand between such a word and its number: "about"."""
    joints: Phrases
    """Part clauses like a comma does: "but"."""
    duration_forms: tuple[str, ...]
    """Expressions for durations that only stand beside a duration, as "1h20" does; groups ``w d h m s`` count, ``half_h`` adds a half."""
    scale_slang: tuple[tuple[str, int], ...]
    """Letters that multiply a number in chat only: w for 万."""
    ordinals: tuple[tuple[str, int], ...]
    """Positions: the first is 1, the last is -1."""
    ordinal_nouns: Phrases
    """Follow an ordinal that means a key result: "one" in "the first one"."""
    ordinal_verbs: Phrases
    """The same, where the noun is left out: "first is at"."""
    exceptions: Phrases
    """Before what is left out of "all"."""
    everything: Phrases
    """All key results are meant."""
    the_rest: Phrases
    """All that have not been named."""
    not_numbers: Phrases
    """Look like a number and count nothing: "this one"."""
    plain_status: Phrases
    """A status in so many words; others say more and stay in the note."""
    conditions: Phrases
    """What follows holds only if something else does: "if"."""
    no_conditions: Phrases
    """Begin like one and put none: "even if", "if you want"."""
    condition_forms: tuple[str, ...]
    """Expressions of what puts a condition in some places only: 只要, but not before a number."""
    doubts: Phrases
    """Nobody knows whether what its clause says is so: "not sure if"."""
    condition_ends: Phrases
    """Stand behind a condition: 的话."""
    consequences: Phrases
    """Say that what a condition leads to follows: "will", 就."""
    subjects: Phrases
    """Further on in a condition, they begin what follows from it: "we" in "if legal agrees we launch"."""
    corrections: Phrases
    """Between two numbers: the second one is meant ("I mean")."""
    apologies: Phrases
    """The same, where nothing else is said: "sorry"."""
    filler: Phrases
    """Says nothing once value and status are taken: "now", "currently"."""
    concepts: tuple[tuple[str, Phrases], ...]
    """Words for the same measure under one name, which all languages share."""
    stop_words: Phrases
    """Never tell one key result from another."""


@dataclass(frozen=True, slots=True)
class CommandWords:
    """How people wish for something."""

    verbs: tuple[tuple[Verb, Phrases], ...]
    """Words that begin a wish: "list", "summary"; what follows says of what."""
    wishes: tuple[tuple[Verb, Phrases], ...]
    """Whole wishes in plain language: "what do I have to do"."""
    carriers: Phrases
    """Begin a wish whose object says what is wished: "post", before "a summary"."""
    objects: tuple[tuple[Verb, Phrases], ...]
    """Such objects; after a word of showing too."""
    polite: Phrases
    """Dropped from both ends of a wish: "please", "can you"."""
    mine: Phrases
    organisation: Phrases
    at_risk: Phrases
    everything: Phrases
    team: Phrases
    owner_marks: Phrases
    """Between a person's name and what is theirs: "'s"."""
    nouns: Phrases
    """What can be shown: "okrs", "objectives"."""
    new_nouns: Phrases
    """What can be new."""
    pointers: Phrases
    """Say nothing more about a wish: "the", "for", "it"."""
    not_typos: Phrases
    """Words of their own that only look like a wish typed wrongly: "last", "slow"."""
    alone: Phrases = ()
    """Words for what is read elsewhere, each of use after /okr as it stands: "team", "undo". Near misses are asked about."""
    openers: Phrases = ()
    """The same for words that say something only with more after them: "follow"."""


@dataclass(frozen=True, slots=True)
class ListWords:
    """How people narrow a list down."""

    only: tuple[tuple[Only, Phrases], ...]
    """What of a list is wanted: "at risk", "without an owner"."""
    periods: tuple[tuple[tuple[Literal["quarter", "year"], int], Phrases], ...]
    """Words for a quarter or year, counted from the present one: "last quarter" is -1."""
    questions: Phrases
    """Make it a question: "which"."""
    verbs: Phrases
    """Ask to be shown something."""
    copulas: Phrases
    """Make a statement of what would else be a list: "are" in "my key results are behind"."""
    fillers: Phrases
    """Say nothing more: "currently"."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One language's words for everything people say in a conversation."""

    language: str
    template: TemplateWords
    reply: ReplyWords
    command: CommandWords
    listing: ListWords
    variants: str = ""
    """Pairs of characters, one written otherwise and how it is written here, beyond those that quantities need."""
    same_words: tuple[tuple[str, str], ...] = ()
    """Words that other places write otherwise, and how they are written here: as many characters in the same places."""
