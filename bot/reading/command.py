"""A wish told apart from everything else people type: ``/okr list``, "show company OKRs", 看看公司的OKR.

A plain sentence is a wish only when every word of it is accounted for: a verb we know, then what it is about. So an update that happens to begin like
one ("help desk tickets down to 30") is left alone. After ``/okr`` nearly everything is a wish, and a mistyped word is asked about.
"""

from __future__ import annotations

import re
from typing import Literal

from bot.reading.markup import fold, plain
from bot.reading.near_misses import VERB_OF, near_openers, near_two, near_verbs
from bot.reading.types import Command, DidYouMean, Verb
from bot.reading.words.phrases import alternatives, pattern
from bot.reading.words.talks import TALKS

Scope = Literal["mine", "person", "team", "organisation", "at_risk", "all"]

_WORDS = [talk.command for talk in TALKS]
_WISH_OF: dict[str, Verb] = {phrase: verb for words in _WORDS for verb, phrases in words.wishes for phrase in phrases}
_VERB = pattern(VERB_OF)
_WISH = pattern(_WISH_OF)
_CARRIER = pattern(word for words in _WORDS for word in words.carriers)
_OBJECTS: tuple[tuple[Verb, re.Pattern[str]], ...] = tuple(
    (verb, pattern(objects)) for words in _WORDS for verb, objects in words.objects
)
_POLITE = pattern(word for words in _WORDS for word in words.polite)
_POLITE_END = pattern(
    (word for words in _WORDS for word in words.polite), before=r"[ ,!.~。、]*", after=r"[ ?!.~。,]*$"
)
_SCOPES: tuple[tuple[Scope, re.Pattern[str]], ...] = (
    ("at_risk", pattern(word for words in _WORDS for word in words.at_risk)),
    ("organisation", pattern(word for words in _WORDS for word in words.organisation)),
    ("mine", pattern(word for words in _WORDS for word in words.mine)),
    ("all", pattern(word for words in _WORDS for word in words.everything)),
    ("team", pattern(word for words in _WORDS for word in words.team)),
)
_NOUN = pattern(word for words in _WORDS for word in words.nouns)
_POINTER = pattern(word for words in _WORDS for word in words.pointers)
_NEW_NOUN = pattern((word for words in _WORDS for word in words.new_nouns), before=rf"(?:{_POINTER.pattern} *)*")
_OWNED = re.compile(rf"\w{alternatives(word for words in _WORDS for word in words.owner_marks)}")
_MENTION = re.compile(r"<@[^<>\s]{1,90}>|<at[^<>]{0,90}>[^<>]{1,90}</at>|@[^\s@,;:!?]{1,60}")
_ID = re.compile(r"(?<![a-z0-9])(?:kr|o)[ -]?#?\d{1,7}(?![\d.%a-z])")
_BARE_ID = re.compile(r"(kr|o) ?#?(\d{1,7})[ ?!.]*")
_PERIOD = re.compile(r"(?<![a-z0-9])(?:20\d\d(?:[ -]?q[1-4])?|q[1-4](?:[ -]?20\d\d)?|h[12])(?![a-z0-9])")
_ACCOUNTED = re.compile(
    rf"[ ,:;!?.。、\n-]+|{_ID.pattern}|"
    + alternatives(
        word
        for words in _WORDS
        for word in (
            *words.nouns,
            *words.pointers,
            *words.mine,
            *words.organisation,
            *words.at_risk,
            *words.everything,
            *words.team,
            *words.owner_marks,
            *words.polite,
        )
    )
)
_WORD = re.compile(r"[a-z0-9\u00df-\u024f_+&-]+")
_NAME = re.compile(
    r"(?:<@[^<>]+>|<at.*>|@?[^\W\d]{1,24}(?:[ &.-]{1,3}[^\W\d]{1,24}){0,3}|" + _PERIOD.pattern + ")", re.IGNORECASE
)
_SENTENCE = re.compile(
    "|".join(
        rf"(?:{alternatives(words.objective_owners)} *)?{alternatives(words.objective_nouns)} *{alternatives(words.objective_verbs)}"
        for words in (talk.template for talk in TALKS)
    )
)
_SCOPE_WORDS = frozenset(word for words in _WORDS for word in (*words.mine, *words.everything))
_LONGEST_WISH = 200
"""Characters: a longer one is a text with a verb before it."""
_LONGEST_SOUGHT = 40
"""Characters: who looks for something in a plain sentence names it shortly."""
_NAMED: frozenset[Verb] = frozenset({"list", "show", "summary", "tree", "nudges", "check_in"})
"""Wishes that may be about somebody or something with a name."""


def read_command(text: str, *, slash: bool = False) -> Command | DidYouMean | None:
    """The wish in a message, a question about a mistyped one, or None where it is no wish.

    ``slash``: the text stood after ``/okr``; nothing at all is then the home page.
    """
    typed = plain(text)
    folded = fold(typed)
    if not folded:
        return Command("home") if slash else None
    start, end = _unadorned(folded)
    if start >= end:
        return None
    if bare := _BARE_ID.fullmatch(folded, start, end):
        return Command("show", typed[start:end], (bare[1].upper() + bare[2],))
    if carried := _carried(typed, folded, start, end, slash):
        return carried
    wish = _WISH.match(folded, start, end)
    found = _VERB.match(folded, start, end)
    if wish and (found is None or found.end() <= wish.end()):
        rest = _name(typed, folded, wish.end(), end)
        if not rest or slash:
            wished = _WISH_OF[_spaced(wish[0])]
            scope = _scope(folded, start, end) if wished in _NAMED else None
            return Command(wished, rest, _ids(folded, start, end), scope)
    if found is None:
        return _unknown(typed, folded, start, end, slash)
    verb = VERB_OF[_spaced(found[0])]
    if verb != "new" and end - start > _LONGEST_WISH:
        return Command(verb, typed[found.end() : end].strip()) if slash else None
    if verb == "new":
        return _new(typed, folded, found.end(), end, slash)
    if verb == "find":
        return _find(typed, folded, found.end(), end, slash)
    owning = found[0] in _SCOPE_WORDS
    command = _wish(typed, folded, verb, found.start() if owning else found.end(), end, slash)
    return None if owning and command and command.rest and not slash else command


def _carried(typed: str, folded: str, start: int, end: int, slash: bool) -> Command | None:
    """A wish whose object says what it is: "post a summary for the growth team", 看看目标树."""
    carrier = _CARRIER.match(folded, start, end)
    if carrier is None or end - start > _LONGEST_WISH:
        return None
    for verb, objects in _OBJECTS:
        if found := objects.search(folded, carrier.end(), end):
            before, after = _name(typed, folded, carrier.end(), found.start()), _name(typed, folded, found.end(), end)
            if slash or not (before and after) and _NAME.fullmatch(before or after or "x"):
                scope = _scope(folded, carrier.end(), end)
                return Command(verb, before or after, _ids(folded, carrier.end(), end), scope)
    return None


def _wish(typed: str, folded: str, verb: Verb, start: int, end: int, slash: bool) -> Command | None:
    """A verb and what it is about; None where a plain sentence says more than a wish would."""
    ids = _ids(folded, start, end)
    scope = _scope(folded, start, end)
    named = _MENTION.search(folded, start, end) or _OWNED.search(folded, start, end)
    about = _NOUN.search(folded, start, end) is not None
    rest = _name(typed, folded, start, end)
    if verb not in _NAMED or scope == "at_risk" and verb not in ("list", "show"):
        if not slash and scope == "at_risk":
            return None
        scope = None
    if not slash:
        anchored = scope is not None or named is not None or about
        fits = not rest or verb in _NAMED and anchored and _NAME.fullmatch(rest) is not None
        if not fits:
            return None
    if rest and scope in (None, "mine") and named is not None and verb in _NAMED:
        scope = "person"
    if verb == "show" and not ids and (scope is not None or about and not rest):
        verb = "list"
    return Command(verb, rest, ids, scope)


def _new(typed: str, folded: str, start: int, end: int, slash: bool) -> Command | None:
    """What follows "new": the objective itself, when it is given at once. A plain sentence must say that it is an objective."""
    noun = _NEW_NOUN.match(folded, _after_space(folded, start, end), end)
    if noun is None and not slash:
        return None
    body = noun.end() if noun else start
    if not slash and body < end and folded[body] not in " :,.!?\n-" and folded[body].isascii():
        return None
    opener = noun.start() if noun and _SENTENCE.match(folded, noun.start(), end) else body
    return Command("new", typed[opener:end].strip(" :,，：-\n"))


def _find(typed: str, folded: str, start: int, end: int, slash: bool) -> Command | None:
    """What follows "find" is searched for as it stands. A plain sentence with a number, a comma or many words says something else."""
    words = typed[start:end].strip(" :：“”\"'「」")
    if bare := _BARE_ID.fullmatch(fold(words)):
        return Command("show", words, (bare[1].upper() + bare[2],))
    if slash or not words:
        return Command("find", words)
    if (
        re.search(r"[0-9,;.:]|\bbaseline\b|基线", folded[start:end])
        or len(words) > _LONGEST_SOUGHT
        or words.count(" ") > 4
    ):
        return None
    return Command("find", words, sure=False)


def _unknown(typed: str, folded: str, start: int, end: int, slash: bool) -> Command | DidYouMean | None:
    """No verb we know: ids and a number after ``/okr`` are a check-in, a near miss is a question, the rest is no wish."""
    first, _, rest = folded[start:end].partition(" ")
    ids = _ids(folded, start, end)
    openers = near_openers(first, alone=not rest) if slash and end - start <= _LONGEST_WISH else ()
    if slash and ids:
        number = re.search(r"[0-9]", _ID.sub("", folded[start:end]))
        verbs = () if number else near_verbs(first, slash=False)
        if number or not (openers or verbs or near_two(folded[start:end])):
            return Command("check_in", typed[start:end], ids)
    if end - start > _LONGEST_WISH:
        return None
    if slash and (two := near_two(folded[start:end])):
        return DidYouMean((two[0],), typed[start + two[1] : end].strip())
    named = _MENTION.search(folded, start, end) or _OWNED.search(folded, start, end)
    if named and named.start() < start + 24 and (noun := _NOUN.search(folded, named.end(), end)) and noun.end() == end:
        name = _name(typed, folded, start, end)
        if _NAME.fullmatch(name):
            return Command("list", name, ids, _scope(folded, start, end) or "person")
    if scope := _scope(folded, start, end):
        name = _name(typed, folded, start, end)
        if slash or not name and scope in ("mine", "at_risk") and _NOUN.search(folded, start, end):
            return Command("list", name, ids, scope)
    verbs = near_verbs(first, slash=slash and not ids)
    if not (verbs or openers) or not slash and rest.count(" "):
        return None
    said = typed[start + len(first) : end].strip()
    joint = " " if first.isascii() else ""
    return DidYouMean(verbs, said, tuple(f"{opener}{joint}{said}".strip() for opener in openers))


def _unadorned(folded: str) -> tuple[int, int]:
    """The message without polite words at either end."""
    start, end = 0, len(folded)
    while start < end:
        start = _after_space(folded, start, end)
        found = _POLITE.match(folded, start, end)
        if found is None or _VERB.match(folded, start, end) or (_WISH.fullmatch(folded[start:end].rstrip(" ?!.~。,"))):
            break
        start = found.end()
    while True:
        while end > start and folded[end - 1] in " ?!.~。,;、":
            end -= 1
        tail = _POLITE_END.search(folded, max(start, end - 24), end)
        if tail is None or tail.start() <= start:
            return start, end
        end = tail.start()


def _after_space(folded: str, start: int, end: int) -> int:
    while start < end and folded[start] in " ,:!.。、\n-":
        start += 1
    return start


def _ids(folded: str, start: int, end: int) -> tuple[str, ...]:
    found = (re.sub(r"[^a-z0-9]", "", match[0]).upper() for match in _ID.finditer(folded, start, end))
    return tuple(dict.fromkeys(found))


def _scope(folded: str, start: int, end: int) -> Scope | None:
    return next((scope for scope, words in _SCOPES if words.search(folded, start, end)), None)


def _name(typed: str, folded: str, start: int, end: int) -> str:
    """What is left of a wish, to the letter, when everything that is a known word at its ends is taken off: a name or a filter."""
    mentions = [found.span() for found in _MENTION.finditer(folded, start, end)]
    first = last = -1
    at = start
    while at < end:
        if mentions and mentions[0][0] <= at:
            stop, known = mentions.pop(0)[1], False
        elif found := _ACCOUNTED.match(folded, at, end):
            stop, known = found.end(), True
        else:
            word = _WORD.match(folded, at, end)
            stop, known = (word.end() if word else at + 1), False
        if not known:
            first, last = (at if first < 0 else first), stop
        at = max(stop, at + 1)
    return typed[first:last].strip() if first >= 0 else ""


def _spaced(phrase: str) -> str:
    return re.sub(" +", " ", phrase)
