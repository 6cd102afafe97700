"""What holds for everybody on one card, with what was changed last and by whom."""

from __future__ import annotations

from typing import assert_never

from bot.chat.cards import Button, Buttons, Card, Element, Facts, Heading, Paragraph, Remark, action
from bot.chat.words import Day, Listing, Msg, Words, t
from bot.features.doors import doors_words
from bot.features.lines import who
from bot.features.settings import place_words
from bot.features.settings.card import clock, every_words, language_name, weekday_words
from bot.okr.model import Amendment, Language, Makers, Workspace
from bot.ports.book import Book

LOGGED = 5
"""How many of the last changes the card shows."""
_MONTHS = (
    t("organising-month-1"),
    t("organising-month-2"),
    t("organising-month-3"),
    t("organising-month-4"),
    t("organising-month-5"),
    t("organising-month-6"),
    t("organising-month-7"),
    t("organising-month-8"),
    t("organising-month-9"),
    t("organising-month-10"),
    t("organising-month-11"),
    t("organising-month-12"),
)


def workspace_card(book: Book, headline: Words | None = None, *, after: Workspace | None = None) -> Card:
    """The card; ``after`` where it was only just changed."""
    workspace = after or book.workspace
    title = headline or t("organising-headline", name=workspace.name)
    doors = book.doors()
    shared = (
        ()
        if len(doors) < 2
        else (
            (t("joining-doors"), t("organising-listing", people=doors_words(doors))),
            (t("joining-by-email"), _on(workspace)),
        )
    )
    elements: list[Element] = [
        Heading(title),
        Facts((*facts(workspace, book), *shared)),
        Remark(t("organising-newcomers")),
    ]
    log = book.amendments(limit=LOGGED)
    if log and after is None:
        elements.append(Heading(t("organising-log")))
        elements += [Remark(_entry(one, book)) for one in log]
    buttons: list[Button] = []
    if book.viewer.admin:
        buttons.append(Button(t("organising-button-change"), action("org.open"), "primary", opens_form=True))
    elif not book.admins():
        elements.append(Paragraph(t("organising-nobody")))
        buttons.append(Button(t("organising-button-claim"), action("org.claim"), "primary"))
    else:
        elements.append(Remark(t("organising-changed-by", people=admins_words(book))))
    buttons.append(Button(t("teaming-button-all"), action("team.list")))
    if book.viewer.admin and len(doors) > 1 and after is None:
        buttons.append(
            Button(t("joining-button-not-by-email"), action("join.not_by_email"))
            if workspace.by_email
            else Button(t("joining-button-by-email"), action("join.by_email"))
        )
    return Card(title, (*elements, Buttons(tuple(buttons))))


def _on(workspace: Workspace) -> Words:
    return t("joining-on") if workspace.by_email else t("joining-off")


def facts(workspace: Workspace, book: Book) -> tuple[tuple[Words, Words], ...]:
    """Each setting with what it is."""
    rhythm = workspace.cadence
    at = t(
        "settings-every-at", every=every_words(rhythm.every), day=weekday_words(rhythm.weekday), time=clock(rhythm.at)
    )
    return (
        (t("organising-language"), language_name(workspace.language)),
        (t("organising-zone"), workspace.zone),
        (t("organising-rhythm"), at),
        (t("organising-year"), month_words(workspace.fiscal_start)),
        (t("settings-holidays"), place_words(workspace.holidays, book.viewer.language)),
        (t("organising-cycle-word"), workspace.cycle_word or t("organising-cycle-word-usual")),
        (t("organising-makers"), makers_words(workspace.makers)),
        (t("organising-admins"), t("organising-listing", people=admins_words(book))),
    )


def admins_words(book: Book) -> Listing:
    """Who looks after the workspace."""
    admins = book.admins()
    return Listing(tuple(one.name for one in admins[:10]) or (t("nobody-yet"),))


def month_words(month: int) -> Msg:
    """The month in which a year begins."""
    return _MONTHS[month - 1]


def makers_words(makers: Makers) -> Msg:
    """Who may save objectives of the organisation."""
    match makers:
        case "anyone":
            return t("organising-makers-anyone")
        case "leads":
            return t("organising-makers-leads")
        case "admins":
            return t("organising-makers-admins")
        case _:
            assert_never(makers)


def _entry(one: Amendment, book: Book) -> Words:
    """ "Ada: year begins in April, was January (3 Dec)"."""
    day, by = Day(one.at.date()), who(book, one.by)
    if one.what == "admin":
        if one.after == str(one.by):
            return t("organising-log-first", by=by, day=day)
        person = who(book, _number(one.after or one.before))
        return (
            t("organising-log-admin", by=by, person=person, day=day)
            if one.after
            else t("organising-log-no-admin", by=by, person=person, day=day)
        )
    label, value = _what(one.what, one.after, book.viewer.language)
    _, before = _what(one.what, one.before, book.viewer.language)
    return t("organising-log-entry", by=by, what=label, after=value, before=before, day=day)


def _what(what: str, stored: str, language: Language) -> tuple[Words, Words]:
    """A setting's name and one of its values, as people read them."""
    nothing = t("organising-nothing")
    match what:
        case "language":
            languages: dict[str, Language] = {"en": "en", "zh": "zh"}
            return t("organising-language"), language_name(languages[stored]) if stored in languages else nothing
        case "fiscal_start":
            return t("organising-year"), month_words(_number(stored) or 1)
        case "every":
            return t("settings-field-every"), every_words(_number(stored) or 1)
        case "weekday":
            return t("settings-field-weekday"), weekday_words(_number(stored))
        case "at":
            return t("settings-field-at"), stored[:5] or nothing
        case "makers":
            makers: dict[str, Makers] = {"anyone": "anyone", "leads": "leads", "admins": "admins"}
            return t("organising-makers"), makers_words(makers.get(stored, "anyone"))
        case "zone":
            return t("organising-zone"), stored or nothing
        case "holidays":
            return t("settings-holidays"), place_words(stored, language)
        case "by_email":
            return t("joining-by-email"), t("joining-on") if stored == "True" else t("joining-off")
        case "joined":
            return t("joining-joined"), t(
                "organising-listing", people=doors_words(stored.split(","))
            ) if stored else nothing
        case "cycle_word":
            return t("organising-cycle-word"), stored or t("organising-cycle-word-usual")
        case _:
            return t("organising-name"), stored or nothing


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else 0
