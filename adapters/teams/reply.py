"""From answers to what people see: the body of the invoke that asked, and messages.

An invoke is answered in its own body where Teams takes an answer there: a card in the stead of the one that was pressed, a dialog, a list
of what was found. Everything else is posted. Once a turn took too long, its body is gone, and all of it is posted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from adapters.teams import render
from adapters.teams.guards import Activity
from adapters.teams.limits import CARD_TYPE, Json
from adapters.teams.origin import Whence
from adapters.teams.posting import Posting
from adapters.teams.render_text import speaker
from adapters.teams.viewers import Viewers
from bot.chat.cards import Card, Form
from bot.chat.effects import Answer, Found, KeepForm, Revise, Say, Show, Unfold, Whisper
from bot.chat.events import Dismissed, Event, Submitted
from bot.chat.words import t
from bot.ports.door import Reader, Sent

Body = Mapping[str, Any]

_ASKS = frozenset({"task/fetch", "composeExtension/fetchTask"})
"""A dialog is asked for."""

_SENDS = frozenset({"task/submit", "composeExtension/submitAction"})
"""A dialog is sent."""


@dataclass(slots=True)
class Reply:
    """One activity, and how it is answered. ``invoke`` is the name of an invoke that still waits for its body, empty for all else."""

    posting: Posting
    viewers: Viewers
    workspace: str
    whence: Whence
    reader: Reader
    invoke: str = ""
    ends_form: bool = False
    """A form on a card was sent or closed: the first card that answers it takes its place."""
    body: Body | None = None

    def show(self, answers: Sequence[Answer]) -> tuple[str | None, ...]:
        """Show them; gives the ids of the messages that hold them. `body` is what the invoke is answered with."""
        shown = tuple(self._show(answer) for answer in answers)
        if self.invoke and self.body is None:
            self.body = empty_body(self.invoke)
        return shown

    def _show(self, answer: Answer) -> str | None:
        match answer:
            case Say(card):
                return self._in_place(card) if self.ends_form else self._say(card)
            case Whisper(card):
                return self._in_place(card) if self.ends_form else self._whisper(card)
            case Revise(card, message):
                return self._revise(card, message)
            case Show(form):
                return self._form(form)
            case KeepForm(form):
                return self._keep(form)
            case Unfold(card=card):
                return self._unfold(card)
            case Found():
                self.body = render.draw_found(answer, self.reader, self._seen_by)
                return None
            case _:
                assert_never(answer)

    def _say(self, card: Card) -> str | None:
        seen_by = () if self.whence.place.kind == "direct" else self._seen_by(card)
        return self._post(render.draw_card(card, self.reader, seen_by), card)

    def _seen_by(self, card: Card) -> Sequence[str]:
        return self.viewers.of(card, self.workspace)

    def _whisper(self, card: Card) -> str | None:
        return self._privately(render.draw_card(card, self.reader), card)

    def _revise(self, card: Card, message: str | None) -> str | None:
        """A card that was pressed becomes another one for its presser alone: what others see as well is only drawn over where the core names
        its message.
        """
        drawn = render.draw_card(card, self.reader)
        ours = message or self.whence.message
        if message in (None, self.whence.message) and self.invoke == "adaptiveCard/action":
            self.body = _card_body(drawn)
        if ours is not None and self._replace(ours, drawn, alone=message in (None, self.whence.message)):
            return ours
        if self.body is not None:
            return ours
        return self._whisper(card)

    def _in_place(self, card: Card) -> str | None:
        self.ends_form = False
        return self._revise(card, None)

    def _form(self, form: Form) -> str | None:
        if self.invoke in _ASKS | _SENDS:
            self.body = _dialog(render.draw_form(form, self.reader, on=self.whence.message))
            return None
        return self._privately(render.form_card(form, self.reader), None)

    def _keep(self, form: Form) -> str | None:
        if self.invoke in _SENDS:
            return self._form(form)
        drawn = render.form_card(form, self.reader)
        self.ends_form = False
        if self.invoke == "adaptiveCard/action":
            self.body = _card_body(drawn)
        if self.whence.message is not None and self._replace(self.whence.message, drawn, alone=True):
            return None
        return None if self.body is not None else self._privately(drawn, None)

    def _unfold(self, card: Card) -> str | None:
        if self.invoke.startswith("composeExtension/"):
            self.body = render.draw_unfold(card, self.reader)
            return None
        return self._say(card)

    # --- ways out ---------------------------------------------------------------------------------------------

    def _post(self, drawn: Json, card: Card | None) -> str | None:
        whence = self.whence
        result = self.posting.patiently(
            lambda: self.posting.to(whence.place.id, self.workspace, drawn, thread=whence.thread)
        )
        if isinstance(result, Sent):
            self._told(drawn)
            return result.message
        return self._in_body_or_alone(drawn, card)

    def _privately(self, drawn: Json, card: Card | None) -> str | None:
        """For one person alone: where others read along a message that only they see, else in the bot's own chat."""
        whence = self.whence
        if whence.place.kind == "direct":
            return self._post(drawn, card)
        result = self.posting.patiently(
            lambda: self.posting.to(whence.place.id, self.workspace, drawn, thread=whence.thread, only_for=whence.user)
        )
        if isinstance(result, Sent):
            self._told(drawn)
            return None  # gone after a day, and nobody else's
        return self._in_body_or_alone(drawn, card)

    def _in_body_or_alone(self, drawn: Json, card: Card | None) -> str | None:
        """Where the bot cannot write: on the card that was pressed, a line for its presser; else in the bot's own chat."""
        if self.invoke == "adaptiveCard/action" and card is not None and self.body is None:
            self.body = _message_body(render.summary_of(card, self.reader))
        elif self.whence.place.kind == "direct":
            return None
        result = self.posting.patiently(lambda: self.posting.to(self.whence.person, self.workspace, drawn))
        if isinstance(result, Sent) and self.invoke in _ASKS:
            self.body = {"task": {"type": "message", "value": speaker(self.reader)(t("teams-in-private"))}}
        return result.message if isinstance(result, Sent) and self.whence.place.kind == "direct" else None

    def _told(self, drawn: Json) -> None:
        """A dialog that was asked for and did not come says why."""
        if self.invoke in _ASKS and self.body is None:
            self.body = {"task": {"type": "message", "value": str(drawn["summary"])}}

    def _replace(self, message: str, drawn: Json, *, alone: bool) -> bool:
        whence = self.whence
        only_for = whence.user if alone and whence.place.kind != "direct" else None
        result = self.posting.patiently(
            lambda: self.posting.revise(whence.place.id, self.workspace, message, drawn, only_for=only_for)
        )
        if isinstance(result, Sent):
            self._told(drawn)
        return isinstance(result, Sent)


def own_view(answers: Sequence[Answer], reader: Reader, user: str) -> Body:
    """What Teams gets that asked for the view of one person (``user``, Teams' id of them): a card for them alone, or nothing. Nothing is sent."""
    for answer in answers:
        if isinstance(answer, Whisper | Say):
            return _card_body(render.draw_card(answer.card, reader, (user,)))
    return empty_body("adaptiveCard/action")


def ends_form(event: Event, activity: Activity) -> bool:
    """Whether a form that stands on a card was sent or closed: its card is to be replaced by what answers it."""
    in_dialog = activity.get("name") in _SENDS
    return isinstance(event, Submitted | Dismissed) and not in_dialog


def empty_body(invoke: str) -> Body:
    """What an invoke is answered with where there is nothing to show in its place."""
    if invoke == "adaptiveCard/action":
        return _message_body("")
    return {}


def wait_body(invoke: str, reader: Reader) -> Body:
    """What an invoke is answered with whose turn takes longer than Teams waits."""
    words = speaker(reader)(t("teams-one-moment"))
    if invoke == "adaptiveCard/action":
        return _message_body(words)
    if invoke in _ASKS | _SENDS:
        return {"task": {"type": "message", "value": words}}
    if invoke.startswith("composeExtension/"):
        return {"composeExtension": {"type": "message", "text": words}}
    return {}


def _card_body(drawn: Json) -> Body:
    return {"statusCode": 200, "type": CARD_TYPE, "value": drawn["attachments"][0]["content"]}


def _message_body(words: str) -> Body:
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": words}


def _dialog(drawn: Json) -> Body:
    return {"task": {"type": "continue", "value": drawn}}
