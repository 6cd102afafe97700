"""Helping: three examples first and the rest a click away; a kind, specific answer to everything we cannot read."""

from __future__ import annotations

from collections.abc import Mapping

from bot.chat.cards import Button, Buttons, Card, Element, Facts, Heading, Paragraph, Quote, Remark, action
from bot.chat.events import Commanded, Event, Pressed, Said
from bot.chat.words import Msg, Words, t
from bot.features.examples import example_update
from bot.features.lines import today_of
from bot.features.outcome import Outcome, to_person
from bot.features.viewing.my_teams import my_teams
from bot.ports.book import Book
from bot.reading.types import DidYouMean, Verb

GIVEN_BACK = 300
"""How many characters of what was typed are quoted back."""
IN_A_BUTTON = 300
"""How many characters a button may carry on for a mistyped wish."""

NEAR = 3
"""How many wishes a mistyped one is asked to be."""

WISHES: Mapping[Verb, Msg] = {
    "home": t("helping-verb-home"),
    "help": t("helping-verb-help"),
    "new": t("helping-verb-new"),
    "list": t("helping-verb-list"),
    "find": t("helping-verb-find"),
    "show": t("helping-verb-show"),
    "tree": t("helping-verb-tree"),
    "summary": t("helping-verb-summary"),
    "check_in": t("helping-verb-check-in"),
    "drafts": t("helping-verb-drafts"),
    "nudges": t("helping-verb-nudges"),
    "settings": t("helping-verb-settings"),
    "save": t("helping-verb-save"),
    "edit": t("helping-verb-edit"),
    "discard": t("helping-verb-discard"),
    "cancel": t("helping-verb-cancel"),
}
"""What every wish is called on a button."""

_ABOUT_SOMETHING: frozenset[Verb] = frozenset({"new", "list", "find", "show", "tree", "summary", "check_in", "edit"})
_OF_A_DRAFT: frozenset[Verb] = frozenset({"save", "discard", "cancel"})
_GROUPS = (
    (
        t("helping-group-draft"),
        (
            (t("helping-typed-new"), t("helping-means-new")),
            (t("helping-typed-drafts"), t("helping-means-drafts")),
            (t("helping-typed-edit"), t("helping-means-edit")),
            (t("helping-typed-change"), t("helping-means-change")),
            (t("helping-typed-weigh"), t("helping-means-weigh")),
            (t("helping-typed-put-back"), t("helping-means-put-back")),
            (t("helping-typed-close"), t("helping-means-close")),
        ),
    ),
    (
        t("helping-group-check-in"),
        (
            (t("helping-typed-update"), t("helping-means-update")),
            (t("helping-typed-no-change"), t("helping-means-no-change")),
            (t("helping-typed-walk"), t("helping-means-walk")),
            (t("helping-typed-confidence"), t("helping-means-confidence")),
            (t("helping-typed-undo"), t("helping-means-undo")),
        ),
    ),
    (
        t("helping-group-see"),
        (
            (t("helping-typed-home"), t("helping-means-home")),
            (t("helping-typed-list"), t("helping-means-list")),
            (t("helping-typed-find"), t("helping-means-find")),
            (t("helping-typed-show"), t("helping-means-show")),
            (t("helping-typed-history"), t("helping-means-history")),
            (t("helping-typed-tree"), t("helping-means-tree")),
        ),
    ),
    (
        t("helping-group-post"),
        ((t("helping-typed-summary"), t("helping-means-summary")),),
    ),
    (
        t("helping-group-people"),
        (
            (t("helping-typed-give"), t("helping-means-give")),
            (t("helping-typed-contributor"), t("helping-means-contributor")),
            (t("helping-typed-teams"), t("helping-means-teams")),
            (t("helping-typed-stand-in"), t("helping-means-stand-in")),
            (t("helping-typed-workspace"), t("helping-means-workspace")),
        ),
    ),
    (
        t("helping-group-settings"),
        (
            (t("helping-typed-settings"), t("helping-means-settings")),
            (t("helping-typed-away"), t("helping-means-away")),
            (t("helping-typed-snooze"), t("helping-means-snooze")),
            (t("helping-typed-stop"), t("helping-means-stop")),
            (t("helping-typed-nudges"), t("helping-means-nudges")),
        ),
    ),
)


def help(event: Event, book: Book) -> Outcome:
    """Three examples from the person's own work, and a button to everything."""
    headline = t("helping-headline")
    elements: tuple[Element, ...] = (Heading(headline), *_examples(book), Buttons((*_three(book), _everything())))
    return _answer(event, Card(headline, elements))


def pressed(event: Pressed, book: Book) -> Outcome:
    """The verbs ``help.show`` and ``help.more``: everything people can type, in groups."""
    if event.action.verb != "help.more":
        return help(event, book)
    headline = t("helping-everything")
    elements: list[Element] = [Heading(headline)]
    for heading, rows in _GROUPS:
        elements += [Heading(heading), Facts(rows)]
    elements.append(Remark(t("helping-plain-words")))
    return _answer(event, Card(headline, tuple(elements)))


def typed(event: Pressed) -> Commanded:
    """``help.run``: the press means the same as typing its words after ``/okr``."""
    return Commanded(event.origin, event.action.get("text"))


def did_you_mean(event: Event, book: Book, meant: DidYouMean) -> Outcome:
    """A mistyped wish: a button for each that it may have been, and what was typed where no button can carry it."""
    rest = meant.rest.strip()
    carried = rest if len(rest) <= IN_A_BUTTON else ""
    possible = [verb for verb in meant.verbs if verb != "help" and (verb not in _OF_A_DRAFT or book.drafts())]
    lines = tuple(
        Button(_shortened(line, 60), action("help.run", text=line)) for line in meant.lines if len(line) <= IN_A_BUTTON
    )
    buttons = (*lines, *(_wish(verb, carried) for verb in possible))[:NEAR]
    words = t("helping-did-you-mean")
    kept: tuple[Element, ...] = () if carried == rest else (Remark(t("helping-your-words")), Quote(rest[:3000]))
    return _answer(event, Card(words, (Paragraph(words), *kept, Buttons((*buttons, _help())))))


def not_understood(event: Event, book: Book) -> Outcome:
    """No wish, no check-in, no OKR: the words back, and three things to try."""
    words = t("helping-not-understood")
    text = _text_of(event).strip()
    quoted: tuple[Element, ...] = (Quote(_shortened(text)),) if text else ()
    elements = (Paragraph(words), *quoted, *_examples(book), Buttons((*_three(book), _help())))
    return _answer(event, Card(words, elements))


def empty(event: Event, book: Book) -> Outcome:
    """Nothing but white space or characters nobody can see."""
    return _short(event, book, t("helping-empty"))


def emoji_only(event: Event, book: Book) -> Outcome:
    """Emoji alone: a warm word, and what to type where something is due."""
    words = _text_of(event).strip()
    owned = book.owned(book.viewer.id, limit=1)
    shown = words[:20]
    if owned:
        return _short(event, book, t("helping-emoji-update", emoji=shown, example=example_update(owned[0])))
    return _short(event, book, t("helping-emoji", emoji=shown))


def too_long(event: Event, book: Book, *, most: int = 20_000) -> Outcome:
    """More characters than are read at once: nothing was taken, and how to send it in parts."""
    words = t("helping-too-long", length=len(_text_of(event)), most=most)
    return _short(event, book, words, Remark(t("helping-too-long-split")))


def welcome(event: Event, book: Book) -> Outcome:
    """The first minute: what this is, one way to begin, and how to be left alone."""
    headline = t("helping-welcome", name=book.viewer.name)
    start = Button(t("viewing-button-new"), action("draft.new"), "primary", opens_form=True)
    elements = (
        Heading(headline),
        Paragraph(t("helping-welcome-what")),
        Paragraph(t("viewing-home-example")),
        Remark(t("helping-welcome-quiet")),
        *my_teams(event, book, today_of(event.origin, book)),
        Buttons((start, Button(t("viewing-button-all"), action("view.list", scope="all")), _help())),
    )
    return _answer(event, Card(headline, elements))


def _examples(book: Book) -> tuple[Paragraph, ...]:
    owned = book.owned(book.viewer.id, limit=1)
    update = (
        t("helping-example-own", label=owned[0].label, example=example_update(owned[0]))
        if owned
        else t("helping-example-update")
    )
    return (Paragraph(t("helping-example-draft")), Paragraph(update), Paragraph(t("helping-example-list")))


def _three(book: Book) -> tuple[Button, ...]:
    mine = bool(book.owned(book.viewer.id, limit=1))
    new = Button(t("viewing-button-new"), action("draft.new"), "plain" if mine else "primary", opens_form=True)
    listed = Button(
        t("viewing-button-mine" if mine else "viewing-button-all"), action("view.list", scope="mine" if mine else "all")
    )
    if mine:
        return (Button(t("button-check-in"), action("check_in.walk"), "primary"), new, listed)
    return (new, listed)


def _help() -> Button:
    return Button(t("viewing-button-help"), action("help.show"))


def _everything() -> Button:
    return Button(t("helping-button-everything"), action("help.more"))


def _wish(verb: Verb, rest: str) -> Button:
    words, about = WISHES[verb], rest if verb in _ABOUT_SOMETHING else ""
    label = t("helping-wish", wish=words, rest=_shortened(about, 40)) if about else words
    return Button(label, action("help.run", text=f"{verb.replace('_', ' ')} {about}".strip()))


def _text_of(event: Event) -> str:
    return event.text if isinstance(event, Said | Commanded) else ""


def _shortened(text: str, most: int = GIVEN_BACK) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _short(event: Event, book: Book, words: Words, *further: Element) -> Outcome:
    return _answer(event, Card(words, (Paragraph(words), *further, Buttons((*_three(book), _help())))))


def _answer(event: Event, card: Card) -> Outcome:
    return Outcome((to_person(event.origin, card),))
