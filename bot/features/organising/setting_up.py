"""The first minute of whoever brings the bot in: the year, the rhythm, a first team, on one form; or later."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.cards import (
    Button,
    Buttons,
    Card,
    ChoiceField,
    Form,
    Heading,
    Option,
    Paragraph,
    Remark,
    TextField,
    action,
)
from bot.chat.effects import KeepForm
from bot.chat.events import Event, Submitted
from bot.chat.words import Words, t
from bot.features.drafting.forms import Errors, with_values
from bot.features.organising.card import facts, workspace_card
from bot.features.organising.form import read_workspace, rhythm_fields, stamp, year_field
from bot.features.outcome import Outcome, to_person
from bot.features.teaming.changing import told, with_members, wrong_name
from bot.features.who import person_in
from bot.okr.model import Team, Workspace
from bot.ports.book import Book
from bot.ports.changes import Change, PutTeam, PutWorkspace
from bot.ports.unit import Tell


def first_minute(event: Event, book: Book, *, again: bool = False) -> Outcome:
    """Thanks, and one form for what may be different here. ``again``: it was set up before, and this is how it stands."""
    name = book.viewer.name
    words: Words = t("organising-again", name=name) if again else t("organising-thanks", name=name)
    if again:
        return Outcome((to_person(event.origin, workspace_card(book, words)),))
    elements = (
        Heading(words),
        Paragraph(t("organising-first")),
        Buttons(
            (
                Button(t("organising-button-set-up"), action("org.set_up"), "primary", opens_form=True),
                Button(t("organising-button-later"), action("org.later")),
            )
        ),
        Remark(t("organising-first-people")),
    )
    return Outcome((to_person(event.origin, Card(words, elements)),))


def set_up_form(book: Book, errors: Errors = ()) -> Form:
    """The year, the rhythm, a first team and where its summaries go."""
    workspace = book.workspace
    return Form(
        title=t("organising-set-up"),
        action=action("org.begin", stamp=stamp(workspace)),
        intro=t("organising-set-up-intro"),
        fields=(
            year_field(workspace),
            *rhythm_fields(workspace.cadence),
            TextField("team", t("organising-field-team"), "", hint=t("organising-hint-team")),
            TextField("members", t("teaming-people"), "", lines=3, hint=t("teaming-hint-people")),
            ChoiceField(
                "channel",
                t("teaming-channel"),
                (
                    Option("", t("teaming-channel-none")),
                    *(Option(one.id, t("teaming-channel-name", name=one.name)) for one in book.channels()),
                ),
            ),
        ),
        submit=t("organising-set-up-submit"),
        errors=errors,
    )


def begun(event: Submitted, book: Book) -> Outcome:
    """That form sent: all of it is taken, or none."""
    before = book.workspace
    after, errors = read_workspace(before, event)
    team, wrong = _team(event, book)
    form = set_up_form(book)
    if errors or wrong:
        return Outcome((KeepForm(with_values(form, event, (*errors, *wrong))),))
    if event.action.get("stamp") != stamp(before):
        return Outcome((KeepForm(replace(with_values(form, event, ()), intro=t("organising-meanwhile"))),))
    changes: list[Change] = []
    tells: tuple[Tell, ...] = ()
    if after != before:
        changes.append(PutWorkspace(after, before, book.viewer.id, event.origin.at))
    if team is not None:
        more, tells = told(None, team, event, book)
        changes += [PutTeam(team, None), *more]
    return Outcome((to_person(event.origin, _ready(after, team, book)),), "keep", tuple(changes), tells)


def later(event: Event, book: Book) -> Outcome:
    """Everything as usual; where to find it."""
    words = t("organising-later")
    card = Card(words, (Heading(words), *_usual(book.workspace, book), Remark(t("organising-later-how")), _begin()))
    return Outcome((to_person(event.origin, card),))


def _usual(workspace: Workspace, book: Book) -> tuple[Paragraph, ...]:
    rows = facts(workspace, book)
    return tuple(Paragraph(t("organising-row", name=name, value=value)) for name, value in (rows[2], rows[3]))


def _ready(workspace: Workspace, team: Team | None, book: Book) -> Card:
    words = t("organising-ready")
    lines: list[Paragraph] = list(_usual(workspace, book))
    if team is not None:
        lines.append(Paragraph(t("organising-ready-team", name=team.name, count=len(team.members))))
    return Card(words, (Heading(words), *lines, Remark(t("organising-ready-next")), _begin()))


def _begin() -> Buttons:
    new = Button(t("viewing-button-new"), action("draft.new"), "primary", opens_form=True)
    return Buttons(
        (
            new,
            Button(t("teaming-button-all"), action("team.list")),
            Button(t("viewing-button-help"), action("help.show")),
        )
    )


def _team(event: Submitted, book: Book) -> tuple[Team | None, Errors]:
    name = event.get("team")
    words = [
        one.strip() for one in event.get("members").replace(",", "\n").replace("、", "\n").splitlines() if one.strip()
    ]
    channel = next((one for one in book.channels() if one.id == event.get("channel")), None)
    if not name:
        lonely = bool(words) or channel is not None
        return None, (("team", t("organising-error-team")),) if lonely else ()
    errors: list[tuple[str, Words]] = []
    if (wrong := wrong_name(name, None, book)) is not None:
        errors.append(("team", wrong))
    members = [book.viewer.id]
    for one in words:
        person, rest = person_in(one, book)
        if person is None or rest:
            errors.append(("members", t("who-unknown", name=one.lstrip("@")[:60])))
            break
        members.append(person.id)
    taken = None if channel is None else book.team_in(channel.id)
    if channel is not None and taken is not None:
        errors.append(("channel", t("teaming-channel-taken", channel=channel.name, name=taken.name)))
    place = None if channel is None else channel.id
    team = Team(book.next_team(), " ".join(name.split()), book.viewer.id, (), place)
    return with_members(team, members), tuple(errors)
