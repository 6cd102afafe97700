"""The preview: the summary as it will look, seen by its author alone, with everything that can still be done to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.chat.cards import (
    Action,
    Button,
    Buttons,
    Card,
    Divider,
    Element,
    Form,
    Menu,
    Option,
    Paragraph,
    Remark,
    TextField,
    action,
)
from bot.chat.events import Origin
from bot.chat.words import Listing, Words, t
from bot.features.summarising.card import summary_elements
from bot.features.summarising.posting import thread_of
from bot.features.summarising.week import Week
from bot.okr.model import Team
from bot.ports.book import Book, Channel

LEAD_IN = 280
"""How many characters the first line may have: it travels in a button."""
CHOICES = 100


@dataclass(frozen=True, slots=True)
class Posting:
    """What a press on "post" carries: for which team, the preview's moment and stamp, the first line as its author wrote it."""

    team: int
    as_of: str
    stamp: str
    lead_in: str

    @property
    def args(self) -> dict[str, str | int]:
        """The same as a button's arguments."""
        return {"team": self.team, "as_of": self.as_of, "stamp": self.stamp, "lead_in": self.lead_in}


def may_post(team: Team, book: Book) -> bool:
    """A team's lead and members post its summary; one that names nobody can be posted by anybody."""
    return book.viewer.id in (team.lead, *team.members) if team.lead is not None or team.members else True


def preview_card(week: Week, lead_in: str, origin: Origin, book: Book, today: date, note: Words | None = None) -> Card:
    """The summary, and below it where it can go. ``note`` says what has happened since an earlier preview."""
    summary = t("summarising-preview", team=week.team.name)
    elements: list[Element] = [Remark(note or summary), *summary_elements(week, lead_in, book, today), Divider()]
    if not may_post(week.team, book):
        return Card(summary, (*elements, Remark(_not_yours(week.team, book))))
    posting = Posting(week.team.id, origin.at.isoformat(), week.stamp, lead_in)
    channels = book.channels()
    home = home_channel(week.team, origin, channels)
    buttons: list[Button] = []
    if home is not None:
        beneath = thread_of(week.team, home, origin.at, book) is not None
        said = (
            t("summarising-in-thread", channel=home.name) if beneath else t("summarising-who-sees", channel=home.name)
        )
        elements.append(Remark(said))
        post = action("summary.post", **posting.args, place=_place(home))
        buttons.append(Button(t("summarising-post-to", channel=home.name), post, "primary"))
    buttons.append(Button(t("summarising-edit"), _lead_in_action("summary.edit", week.team, lead_in), opens_form=True))
    buttons.append(Button(t("summarising-not-now"), action("summary.drop", team=week.team.id)))
    elements.append(Buttons(tuple(buttons)))
    others = tuple(Option(_place(one), t("summarising-channel", channel=one.name)) for one in channels if one != home)
    if others:
        label = t("summarising-post-elsewhere") if home else t("summarising-post-where")
        elements.append(Menu(label, others[:CHOICES], action("summary.post", **posting.args)))
    elif home is None:
        elements.append(Remark(t("summarising-no-channel")))
    return Card(summary, tuple(elements))


def home_channel(team: Team, origin: Origin, channels: tuple[Channel, ...]) -> Channel | None:
    """Where a team's summary goes unless another place is chosen: its own channel, else the one it was asked for in."""
    own = [one for one in channels if one.id == team.channel]
    here = [one for one in channels if one.id == origin.place.id and one.door == origin.door]
    return next(iter([*(one for one in own if one.door == origin.door), *own, *here]), None)


def channel_at(place: str, book: Book) -> Channel | None:
    """The channel that a press names, where it can still be posted to."""
    return next((one for one in book.channels() if _place(one) == place), None)


def lead_in_field(lead_in: str) -> TextField:
    """Where the first line is written."""
    hint = t("summarising-hint-lead-in", most=LEAD_IN)
    return TextField("lead_in", t("summarising-field-lead-in"), lead_in, lines=3, hint=hint)


def lead_in_form(team: Team, lead_in: str, errors: tuple[tuple[str, Words], ...] = ()) -> Form:
    """The form for the first line."""
    return Form(
        title=t("summarising-form"),
        action=_lead_in_action("summary.lead_in", team, lead_in if len(lead_in) <= LEAD_IN else ""),
        fields=(lead_in_field(lead_in),),
        submit=t("summarising-form-submit"),
        errors=errors,
    )


def which_team_card(teams: tuple[Team, ...], words: Words) -> Card:
    """Whose summary? A button each for a few teams, a menu for many."""
    options = tuple(Option(str(team.id), team.name) for team in teams[:CHOICES])
    return Card(words, (Paragraph(words), Menu(t("summarising-team"), options, action("summary.team"))))


def _lead_in_action(verb: str, team: Team, lead_in: str) -> Action:
    return action(verb, team=team.id, lead_in=lead_in)


def _place(channel: Channel) -> str:
    return f"{channel.door}:{channel.id}"


def _not_yours(team: Team, book: Book) -> Words:
    people = [book.person(one) for one in dict.fromkeys((team.lead, *team.members)) if one is not None]
    names = tuple(person.name for person in people if person is not None)[:3]
    return t("summarising-not-yours", team=team.name, names=Listing(names), count=len(names))
