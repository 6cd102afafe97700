"""Finding by words, for whoever types them to us, into a search of the platform's own, or pastes a link. What others will see holds no draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.chat.cards import Button, Buttons, Card, Element, Heading, Paragraph, Progress, Quote, Remark, Views, action
from bot.chat.effects import Found, Result, Unfold, Whisper
from bot.chat.events import Event, LinkShared, Refreshed, Searched
from bot.chat.words import Msg, t
from bot.features.cheering import cheer_buttons, echoes
from bot.features.lines import by_whom, draft_line, key_result_line, objective_line, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.viewing.history import day_of, told_of
from bot.features.viewing.sieve import grouped
from bot.okr.model import KeyResult, Objective
from bot.ports.book import Book, Page
from bot.reading.ids import key_result_ids
from bot.reading.markup import fold

PAGE = 8
"""How many objectives one page of what was found holds."""
UNFOLDED = 5
"""How many links of one message show what is behind them, and how many key results an objective's card shows to everybody."""
WORDS = 8
"""How many words of a search count."""
LONGEST = 100
"""Characters of a search that are said back."""

_SPLIT = re.compile(r"[\s,;!?()\[\]\"“”「」『』，。；！？、…]+")
_LABEL = re.compile(r"(?P<sort>KR|O)(?P<number>[0-9]{1,9})")
_OBJECTIVE_ID = re.compile(r"o[ -]?#?(?P<number>[0-9]{1,9})", re.IGNORECASE)


def find(event: Event, book: Book, words: str) -> Outcome:
    """``find onboarding``: objectives and key results in which the words occur."""
    return Outcome((to_person(event.origin, found_card(book, today_of(event.origin, book), words)),))


def searched(event: Searched, book: Book) -> Outcome:
    """What a search of the platform's own offers: a line for each, and the card that everybody may see."""
    today = today_of(event.origin, book)
    wanted = words_of(event.text)
    mine = not wanted and bool(book.objectives("mine", limit=1).items)
    if wanted:
        page = _named(event.text, book) or book.search(wanted, after=event.after, limit=PAGE)
    else:
        page = book.objectives("mine" if mine else "all", after=event.after, limit=PAGE)
    under = grouped(book, page.items)
    results: list[Result] = []
    for objective in page.items:
        key_results = under.get(objective.id, ())
        whole = replace(objective_line(objective, key_results, book, today), opens=None)
        results.append(Result(whole, objective_for_all(objective, key_results, book, today)))
        for kr in key_results:
            if _asked_for(kr, event.text, wanted):
                line = replace(key_result_line(kr, book, today), opens=None)
                results.append(Result(line, key_result_for_all(kr, objective, book, today)))
    further = page.items[-1].id if page.more else None
    if results:
        whose = t("viewing-whose-mine" if mine else "viewing-whose-all")
        words = t("finding-found", words=_said(event.text)) if wanted else whose
        return Outcome((Found(words, tuple(results), further),))
    nothing = t("finding-nothing", words=_said(event.text)) if wanted else t("finding-nothing-yet")
    return Outcome((Found(nothing),))


def unfolded(event: LinkShared, book: Book) -> Outcome:
    """The card beneath each posted permalink. A draft shows nothing to anybody, and so does what is not there: a link tells no difference."""
    today = today_of(event.origin, book)
    alone = event.origin.place.kind == "direct"
    cards = ((link.url, card_for_all(link.label, book, today, alone=alone)) for link in event.links[:UNFOLDED])
    return Outcome(tuple(Unfold(url, card) for url, card in cards if card is not None))


def looked(event: Refreshed, book: Book) -> Outcome:
    """The card of an id as this one person sees it where everybody does; nothing for what they may not see, and for what is not there."""
    card = None
    if event.action.verb == "view.look":
        card = card_for_all(event.action.get("id"), book, today_of(event.origin, book), alone=True)
    return Outcome(() if card is None else (Whisper(card),))


def card_for_all(label: str, book: Book, today: date, *, alone: bool = False) -> Card | None:
    """The card of an id as everybody in the workspace may see it; None for a draft, and for what is not there. ``alone``: only the viewer
    will see it, so that it offers what is theirs to do.
    """
    read = _LABEL.fullmatch(label)
    if read is None:
        return None
    kr = book.key_result(int(read["number"])) if read["sort"] == "KR" else None
    if read["sort"] == "KR" and kr is None:
        return None
    objective = book.objective(int(read["number"]) if kr is None else kr.objective)
    if objective is None or objective.state == "draft":
        return None
    if kr is not None:
        return key_result_for_all(kr, objective, book, today, alone=alone)
    return objective_for_all(objective, book.key_results([objective.id]), book, today, alone=alone)


def objective_for_all(
    objective: Objective, key_results: Sequence[KeyResult], book: Book, today: date, *, alone: bool = False
) -> Card:
    """An objective for many eyes: how it stands, its first key results, and a way to see it whole; for one alone also to check in."""
    elements: list[Element] = [replace(objective_line(objective, key_results, book, today), opens=None)]
    elements += [replace(key_result_line(kr, book, today, depth=1), opens=None) for kr in key_results[:UNFOLDED]]
    if len(key_results) > UNFOLDED:
        elements.append(Remark(t("nudging-more", count=len(key_results) - UNFOLDED)))
    mine = [kr for kr in key_results if alone and objective.state == "active" and _measures(kr, book)]
    check_in = tuple(_check_in(kr, t("viewing-button-check-in", label=kr.label)) for kr in mine[:UNFOLDED])
    elements.append(Buttons((*check_in, _show(objective.label))))
    summary = t("viewing-title", label=objective.label, title=objective.title)
    return Card(summary, tuple(elements), views=_views(objective.label, objective, key_results, book))


def key_result_for_all(kr: KeyResult, objective: Objective, book: Book, today: date, *, alone: bool = False) -> Card:
    """A key result for many eyes: how it stands, for what, the last note; whoever measures it can check in from here, and for one alone
    whoever does not can like and comment.
    """
    elements: list[Element] = [
        replace(key_result_line(kr, book, today), opens=None),
        Remark(t("finding-for", label=objective.label, title=objective.title)),
    ]
    told = told_of(book.check_ins(kr.id, limit=5))[:1]
    for one in told:
        by = t("viewing-by", name=by_whom(one, book), day=day_of(one.at, book.viewer.zone, today))
        elements.append(Quote(one.note or "", by))
    buttons = [_show(kr.label)]
    if objective.state == "active" and not (alone and not _measures(kr, book)):
        buttons.append(_check_in(kr, t("button-check-in")))
    if alone and told:
        buttons += cheer_buttons(told[0], echoes(told, book)[told[0].id], book)
    elements.append(Buttons(tuple(buttons)))
    summary = t("viewing-title", label=kr.label, title=kr.title)
    return Card(summary, tuple(elements), views=_views(kr.label, objective, [kr], book))


def _views(label: str, objective: Objective, key_results: Sequence[KeyResult], book: Book) -> Views:
    """It differs for who measures these, and then for who is in the team: for others it is as everybody sees it."""
    team = book.team(objective.team) if objective.team is not None else None
    people = [one for kr in key_results for one in (kr.owner, *kr.contributors) if one is not None]
    members = () if team is None else team.members
    return Views(action("view.look", id=label), tuple(dict.fromkeys((*people, *members))))


def _measures(kr: KeyResult, book: Book) -> bool:
    return book.viewer.id in (kr.owner, *kr.contributors)


def _check_in(kr: KeyResult, label: Msg) -> Button:
    return Button(label, action("check_in.open", key_result=kr.id), opens_form=True)


def found_card(book: Book, today: date, words: str, after: int = 0) -> Card:
    """A page of what was found; where there is nothing, what to do next."""
    wanted = words_of(words)
    if not wanted:
        ask = t("finding-what")
        return Card(ask, (Paragraph(ask), Buttons((_all(),))))
    page = book.search(wanted, after=after, limit=PAGE)
    drafts = [] if after else [one for one in book.drafts() if all(word in fold(one.title) for word in wanted)]
    if not page.items and not drafts:
        nothing = t("finding-nothing", words=_said(words))
        return Card(nothing, (Paragraph(nothing), Paragraph(t("finding-instead")), Buttons((_mine(), _all()))))
    under = grouped(book, page.items)
    title = t("finding-found", words=_said(words))
    elements: list[Element] = [Heading(title), *map(draft_line, drafts[:PAGE])]
    for objective in page.items:
        elements += _lines(objective, under.get(objective.id, ()), wanted, book, today)
    buttons = []
    if page.more:
        more = action("view.find", words=words[:LONGEST], after=page.items[-1].id)
        buttons.append(Button(t("button-more"), more))
    if after:
        buttons.append(Button(t("viewing-button-top"), action("view.find", words=words[:LONGEST])))
    if buttons:
        elements.append(Buttons(tuple(buttons)))
    return Card(title, tuple(elements))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a search, folded, each once; those without a letter or digit left out."""
    parts = (part for part in _SPLIT.split(fold(text)) if any(character.isalnum() for character in part))
    return tuple(dict.fromkeys(parts))[:WORDS]


def _lines(
    objective: Objective, key_results: Sequence[KeyResult], wanted: Sequence[str], book: Book, today: date
) -> list[Progress]:
    lines = [objective_line(objective, key_results, book, today)]
    return lines + [key_result_line(kr, book, today, depth=1) for kr in key_results if _holds(kr, wanted)]


def _holds(kr: KeyResult, wanted: Sequence[str]) -> bool:
    title = fold(kr.title)
    return any(word in title for word in wanted)


def _asked_for(kr: KeyResult, text: str, wanted: Sequence[str]) -> bool:
    named = key_result_ids(text)
    return kr.id in named if named else bool(wanted) and _holds(kr, wanted)


def _named(text: str, book: Book) -> Page[Objective] | None:
    """Where an id was typed, the objective that it belongs to."""
    objectives = [kr.objective for id in key_result_ids(text) if (kr := book.key_result(id)) is not None]
    if read := _OBJECTIVE_ID.fullmatch(text.strip()):
        objectives.append(int(read["number"]))
    seen = (book.objective(id) for id in dict.fromkeys(objectives))
    found = tuple(one for one in seen if one is not None and one.state == "active")
    return Page(found, more=False) if found else None


def _said(words: str) -> str:
    one = " ".join(words.split())
    return one if len(one) <= LONGEST else f"{one[: LONGEST - 1]}…"


def _show(label: str) -> Button:
    return Button(t("finding-button-show", label=label), action("view.show", id=label))


def _mine() -> Button:
    return Button(t("viewing-button-mine"), action("view.list", scope="mine"))


def _all() -> Button:
    return Button(t("viewing-button-all"), action("view.list", scope="all"))
