"""Which list is wanted: the words of a sentence against the people, teams and cycles there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from bot.chat.cards import Button, Buttons, Card, Paragraph
from bot.chat.events import Commanded, Said
from bot.chat.words import Words, t
from bot.features.cycles import Half, cycle_in, cycle_of, half_in
from bot.features.teams import bare_name, team_here, team_named
from bot.features.viewing.query import Query, list_action
from bot.okr.model import Team
from bot.ports.book import Book
from bot.reading.listing import read_list
from bot.reading.types import ListText, Only

_OFFERED = 4
_SHORT = 3
"""Of a name as short as this (most Chinese ones), one sign may be wrong."""
LONGEST = 200
"""Characters: a longer text says more than which list is wanted."""

_MORE_THAN_A_QUESTION = re.compile(r"[0-9,，;；。!！\n]")
_IDS = re.compile(r"(?<![a-z0-9])(?:kr|o) ?#?[0-9]", re.IGNORECASE)


def wanted(event: Said | Commanded, book: Book, today: date) -> Query | Card:
    """The list that the words ask for, or the card that says what was not found and offers what is near."""
    asked, found = _read(event, book, today)
    if isinstance(found, Query):
        return found
    if found is None:
        return _a_team(book, asked.only)
    return _not_found(book, found)


def asks_for_list(event: Said | Commanded, book: Book, today: date) -> bool | None:
    """Whether a sentence asks for a list, and for nothing else: True surely, False perhaps, None not at all.

    Every word must be accounted for, by the reader or by the records; but for a question about somebody we do not know: it is asked back
    about, since no question is news of anything.
    """
    if len(event.text) > LONGEST or _IDS.search(event.text):
        return None
    asked = read_list(event.text)
    narrowed = asked.only is not None or asked.period is not None
    if isinstance(event, Commanded):
        # After /okr a name or a word for how things stand is enough.
        return True if (narrowed or asked.name) and not isinstance(_read(event, book, today)[1], str) else None
    if asked.asks == "no" or not (narrowed or asked.whose):
        return None
    asked, found = _read(event, book, today)
    if isinstance(found, str):
        question = asked.asks == "surely" and not _MORE_THAN_A_QUESTION.search(event.text.strip()[:-1])
        return True if question and (_near(book, found) or _is_question(event.text, found)) else None
    return asked.asks == "surely"


def _is_question(text: str, name: str) -> bool:
    """Whether it can be nothing else. Chinese asks without a mark (增长有哪些落后的); 没 in 没什么风险 is no name."""
    return text.rstrip().endswith(("?", "？")) or (not text.isascii() and len(name) > 1)


def _read(event: Said | Commanded, book: Book, today: date) -> tuple[ListText, Query | str | None]:
    """What was read, and the query; or the name that nobody has; or None where a team is asked for and none is named."""
    text = event.text
    person: int | None = None
    for mention in sorted(event.mentions, key=lambda one: -len(one.words)):
        if mention.words in text:
            text, person = text.replace(mention.words, " "), mention.person
    half: Half | None = None
    cycle, without = cycle_in(book, text, today)
    if (named_half := half_in(book, text, today)) is not None and (cycle is None or cycle.kind == "annual"):
        cycle, half, without = named_half
    text = without
    team, text = _team_in(book, text)
    asked = read_list(text)
    if cycle is None and asked.period is not None:
        cycle = cycle_of(book, asked.period.unit, asked.period.offset, today)
    during = None if cycle is None else cycle.id
    if asked.name:
        named = team_named(book, asked.name)
        found = None if named else book.person_named(asked.name) or book.person_named(bare_name(asked.name))
        if named is None and found is None:
            return asked, asked.name
        team, person = named or team, found.id if found is not None else person
    if person is not None:
        return asked, Query("mine" if person == book.viewer.id else "person", person, during, asked.only, half)
    if team is not None:
        return asked, Query("team", team.id, during, asked.only, half)
    match asked.whose:
        case "mine" | "organisation" | "all":
            return asked, Query(asked.whose, None, during, asked.only, half)
        case "team":
            here = team_here(event.origin, book)
            return asked, None if here is None else Query("team", here.id, during, asked.only, half)
        case None:
            return asked, Query("mine" if asked.only is None else "all", None, during, asked.only, half)


def _team_in(book: Book, text: str) -> tuple[Team | None, str]:
    """The team whose whole name stands in the text, the longest first, and the text without it."""
    for name, team in sorted(_names(book), key=lambda one: -len(one[0])):
        edge = r"(?<![^\W_])", r"(?![^\W_])"
        before, after = (edge[0] if name[0].isascii() else "", edge[1] if name[-1].isascii() else "")
        if found := re.search(f"{before}{re.escape(name)}{after}", text, re.IGNORECASE):
            return team, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def _names(book: Book) -> Iterator[tuple[str, Team]]:
    return ((name, team) for team in book.teams() if len(name := team.name.strip()) > 1)


def _a_team(book: Book, only: Only | None) -> Card:
    teams = book.teams_of(book.viewer.id) or book.teams()
    if not teams:
        return _said(t("viewing-no-teams"), ())
    return _said(t("viewing-which-team"), tuple(_team_button(team, only) for team in teams[:10]))


def _not_found(book: Book, words: str) -> Card:
    offered = _near(book, words)
    everything = Button(t("viewing-button-all"), list_action(Query("all")))
    return _said(t("viewing-nobody-called", words=words[:80], near=len(offered)), (*offered, everything))


def _near(book: Book, words: str) -> tuple[Button, ...]:
    near: dict[str, Button] = {}
    for person in book.people():
        button = Button(person.name, list_action(Query("person", person.id)))
        for name in {person.handle, person.name, person.name.split(" ")[0]}:
            near.setdefault(name.casefold(), button)
    for team in book.teams():
        near.setdefault(team.name.casefold(), _team_button(team, None))
    typed = bare_name(words)
    matches = get_close_matches(typed, list(near), n=_OFFERED, cutoff=0.6 if len(typed) > _SHORT else 0.5)
    return tuple(dict.fromkeys(near[match] for match in matches))


def _team_button(team: Team, only: Only | None) -> Button:
    return Button(team.name, list_action(Query("team", team.id, None, only)))


def _said(words: Words, buttons: tuple[Button, ...]) -> Card:
    paragraph = Paragraph(words)
    return Card(words, (paragraph, Buttons(buttons)) if buttons else (paragraph,))
