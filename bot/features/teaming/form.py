"""The form for all of a team at once. It keeps every word and names what is wrong."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2s

from bot.chat.cards import ChoiceField, Form, Option, PersonField, TextField, action
from bot.chat.effects import KeepForm
from bot.chat.events import Submitted
from bot.chat.words import Words, t
from bot.features.drafting.forms import Errors, with_values
from bot.features.lines import carried
from bot.features.outcome import Outcome, to_person
from bot.features.teaming.card import team_card
from bot.features.teaming.changing import MOST, refused, said, stored, told, with_members, wrong_name
from bot.features.who import person_in
from bot.okr.model import Team
from bot.ports.book import Book
from bot.ports.changes import PutTeam


def team_form(team: Team | None, book: Book, errors: Errors = ()) -> Form:
    """Empty for a new team, else as it stands."""
    viewer = book.viewer
    members = (viewer.id,) if team is None else team.members
    handles = [f"@{person.handle}" for one in members if (person := book.person(one)) is not None]
    lead = viewer.id if team is None else team.lead
    return Form(
        title=t("teaming-form-new") if team is None else t("teaming-form", name=team.name),
        action=action("team.create") if team is None else action("team.save", team=team.id, stamp=_stamp(team)),
        fields=(
            TextField("name", t("teaming-field-name"), "" if team is None else team.name, required=True),
            PersonField(
                "lead",
                t("teaming-lead"),
                tuple(Option(str(person.id), person.name) for person in book.people()),
                str(lead or ""),
            ),
            TextField("members", t("teaming-people"), "\n".join(handles), lines=5, hint=t("teaming-hint-people")),
            ChoiceField(
                "channel",
                t("teaming-channel"),
                (Option("", t("teaming-channel-none")), *_channels(team, book)),
                (team.channel if team else None) or "",
            ),
        ),
        submit=t("teaming-form-submit"),
        errors=errors,
    )


def submitted(event: Submitted, book: Book) -> Outcome:
    """The form sent: all of it is taken, or none and what is wrong stands beside its field."""
    team: Team | None = None
    if event.action.verb != "team.create":
        team = book.team(carried(event.action.get("team")))
        if team is None:
            return said(t("teaming-gone"), event)
        if (no := refused(team, event, book)) is not None:
            return no
    form = team_form(team, book)
    after, errors = _read(team, event, book)
    if errors:
        return Outcome((KeepForm(with_values(form, event, errors)),))
    if team is not None and event.action.get("stamp") != _stamp(team):
        again = with_values(form, event, ())
        return Outcome((KeepForm(replace(again, intro=t("teaming-form-meanwhile", name=team.name))),))
    if team is None:
        card = team_card(after, book, t("teaming-made", name=after.name))
        changes, tells = told(None, after, event, book)
        return Outcome((to_person(event.origin, card),), "keep", (PutTeam(after, None), *changes), tells)
    if after == team:
        return Outcome((to_person(event.origin, team_card(team, book)),))
    return stored(team, after, t("teaming-saved", name=after.name), event, book)


def _channels(team: Team | None, book: Book) -> tuple[Option, ...]:
    """The channels that the viewer sees, and the team's own, whether they see it or not: it stays where it is not changed."""
    seen = tuple(Option(one.id, t("teaming-channel-name", name=one.name)) for one in book.channels())
    own = None if team is None else team.channel
    return (
        seen
        if own is None or any(one.value == own for one in seen)
        else (Option(own, t("teaming-channel-gone")), *seen)
    )


def _read(team: Team | None, event: Submitted, book: Book) -> tuple[Team, Errors]:
    errors: list[tuple[str, Words]] = []
    name = event.get("name")
    if (wrong := wrong_name(name, team, book)) is not None:
        errors.append(("name", wrong))
    members: list[int] = []
    for words in event.get("members").replace(",", "\n").replace("、", "\n").replace("，", "\n").splitlines():
        if not words.strip():
            continue
        person, rest = person_in(words.strip(), book)
        if person is None or rest:
            errors.append(("members", t("who-unknown", name=words.strip().lstrip("@")[:60])))
            break
        members.append(person.id)
    lead = book.person(carried(event.get("lead")))
    channel = next((one for one in book.channels() if one.id == event.get("channel")), None)
    taken = None if channel is None else book.team_in(channel.id)
    if channel is not None and taken is not None and (team is None or taken.id != team.id):
        errors.append(("channel", t("teaming-channel-taken", channel=channel.name, name=taken.name)))
    if lead is not None and lead.active:
        members.append(lead.id)
    if len(set(members)) > MOST:
        errors.append(("members", t("teaming-many", most=MOST)))
    number = book.next_team() if team is None else team.id
    kept = team is not None and event.get("channel") == team.channel
    place = team.channel if team is not None and kept else channel.id if channel is not None else None
    read = Team(number, " ".join(name.split()), lead.id if lead is not None and lead.active else None, (), place)
    return with_members(read, members), tuple(errors)


def _stamp(team: Team) -> str:
    """Tells whether a team is still what a form showed."""
    return blake2s(repr(team).encode(), digest_size=4).hexdigest()
