"""The core driven by Slack payloads: what people do in a transcript is posted as Slack would post it, and what they see is drawn
as Slack gets it, checked, and pressed or filled in there.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import ClassVar, assert_never

from adapters.slack.limits import Json, problems
from adapters.slack.origin import whence
from adapters.slack.parse import parse, users_in
from adapters.slack.parse_text import Named
from adapters.slack.pressing import unpack
from adapters.slack.render import draw_card, draw_form, draw_home, draw_unfurl, keep_form
from adapters.slack.render_text import escaped
from adapters.slack.stood import Stood
from adapters.slack.stood import unpack as unpack_stood
from bot.chat.cards import Action, Card, Form
from bot.chat.effects import Answer, KeepForm
from bot.chat.events import (
    Commanded,
    Deleted,
    Dismissed,
    Edited,
    Event,
    Installed,
    Left,
    LinkShared,
    Mention,
    Opened,
    Origin,
    Place,
    Pressed,
    ProfileChanged,
    Reacted,
    Refreshed,
    Said,
    Searched,
    Submitted,
    Vouched,
)
from bot.chat.permalinks import permalink
from bot.ports.door import Reader
from tests.contract.driven import in_the_transcripts_order
from tests.slack import payloads
from tests.slack.seen import assert_says

PUBLIC_URL = "https://okrs.example.com"


@dataclass(slots=True)
class Screen:
    """What Slack shows: every message and modal, newest last; and Slack's ids for the transcript's."""

    messages: list[Json] = field(default_factory=list)
    views: list[Json] = field(default_factory=list)
    pressed: int = 0
    typed: int = 0
    elsewhere: ClassVar[tuple[type[Event], ...]] = (Vouched, Refreshed, Searched, Installed, ProfileChanged, Left)

    def show(self, shown: Card | Form, reader: Reader) -> None:
        """Draw it, and find everything in it that it says."""
        if isinstance(shown, Form):
            view = _checked(draw_form(shown, reader, Stood(Place("U0000", "direct"))))
            assert_says(shown, view, reader)
            self.views.append(view)
            return
        message = _checked(draw_card(shown, reader))
        assert_says(shown, message, reader)
        assert_says(shown, _checked(draw_home((shown,), reader)), reader)
        _checked({"text": "unfurl", **draw_unfurl(shown, reader)})
        self.messages.append(message)

    def through(self, event: Event) -> Event:
        """As it is read from Slack's payload: what it was, but for what only the platform's ids make different."""
        origin = event.origin
        body, people = self.body(event)
        body = payloads.through_json(body)
        assert set(users_in(body)) - {payloads.BOT} == set(people)
        where = whence(body, origin.at)
        assert where is not None
        assert where.user == f"U{origin.person:04}"
        assert where.place.kind == origin.place.kind
        read = parse(body, where.origin(origin.workspace, origin.person), people, payloads.BOT, PUBLIC_URL)
        assert read is not None, body
        return _in_the_transcripts_ids(event, read)

    def answered(self, event: Event, answers: tuple[Answer, ...], reader: Reader) -> None:
        """A submit that was not taken leaves the form with what was typed in it."""
        if isinstance(event, Submitted):
            for answer in answers:
                if isinstance(answer, KeepForm):
                    self.keep(event, answer.form, reader)

    def body(self, event: Event) -> tuple[Json, dict[str, Named]]:
        """What Slack posts for that, and who is named in it."""
        origin = event.origin
        user, channel = f"U{origin.person:04}", _channel(origin.place)
        at, thread = _ts(origin), {} if origin.thread is None else _thread(origin.thread)
        people: dict[str, Named] = {}
        match event:
            case Said(text=text, mentions=mentions):
                self.typed += 1
                words = _as_slack_wraps(text, mentions, people)
                if origin.place.kind == "direct" or thread.get("parent_user_id") == payloads.BOT:
                    inner = payloads.message(words, user=user, channel=channel, ts=at, **thread)
                else:
                    words = f"<@{payloads.BOT}> {words}"
                    inner = payloads.mention(words, user=user, channel=channel, ts=at, **thread)
                return payloads.event(inner), people
            case Commanded(text=text, mentions=mentions):
                self.typed += 1
                name = "directmessage" if origin.place.kind == "direct" else origin.place.name
                words = _as_slack_wraps(text, mentions, people)
                return payloads.command(words, user=user, channel=channel, channel_name=name), people
            case Edited(message=message, text=text, mentions=mentions):
                words = _as_slack_wraps(text, mentions, people)
                if origin.place.kind != "direct":
                    edited = {"edited": {"user": user, "ts": at}, "event_ts": at, **thread}
                    words = f"<@{payloads.BOT}> {words}"
                    inner = payloads.mention(words, user=user, channel=channel, ts=_id(message), **edited)
                    return payloads.event(inner), people
                before = {"type": "message", "user": user, "text": f"<@{payloads.BOT}> before", "ts": _id(message)}
                after = {**before, "text": words, "edited": {"user": user, "ts": at}}
                return payloads.event(payloads.changed(before, after, channel=channel, at=at)), people
            case Deleted(message=message):
                before = {"type": "message", "user": user, "text": f"<@{payloads.BOT}> before", "ts": _id(message)}
                return payloads.event(payloads.deleted(before, channel=channel, at=at)), people
            case Reacted(message=message, reaction=reaction, added=added):
                return payloads.event(
                    payloads.reaction(reaction, user=user, channel=channel, on=_id(message), at=at, added=added)
                ), people
            case Pressed(action=Action(verb="check_in.note") as adopted):
                words = escaped(adopted.get("words"))
                body = payloads.message_shortcut("add_update", words, user=user, channel=channel)
                return {**body, "permalink": adopted.get("link")}, people  # which the wire asks Slack for
            case Pressed():
                self.pressed += 1
                drawn, press = self._press(event)
                name = "directmessage" if origin.place.kind == "direct" else origin.place.name
                on = _id(event.message or "")
                body = payloads.block_actions(press, drawn, user=user, channel=channel, channel_name=name, ts=on)
                return body, people
            case Submitted(values=values):
                return payloads.view_submission(self._view(event), dict(values), user=user), people
            case Dismissed(values=values):
                return payloads.view_closed(self._view(event), dict(values), user=user), people
            case Opened():
                return payloads.event(payloads.home_opened(user=user, channel=channel, at=at)), people
            case LinkShared(links=links):
                urls = [permalink(PUBLIC_URL, link.label) for link in links]
                return payloads.event(payloads.links(urls, user=user, channel=channel, at=at)), people
            case Searched() | Refreshed() | Installed() | ProfileChanged() | Vouched() | Left():
                raise AssertionError("nobody does that in a transcript")
            case _:
                assert_never(event)

    def keep(self, event: Submitted, form: Form, reader: Reader) -> None:
        """The submit was not taken: whatever Slack is told, the form that is open holds what was typed."""
        (view, stood) = self._view(event), Stood(Place("U0000", "direct"))
        sent = payloads.filled(view, dict(event.values))
        told = keep_form(form, reader, stood, sent)
        if told["response_action"] == "errors":
            assert set(told["errors"]) <= {block.get("block_id") for block in view["blocks"]}
            assert len(told["errors"]) == len(form.errors)
        else:
            assert problems(told["view"]) == ()

    def _press(self, event: Pressed) -> tuple[Json, Json]:
        choice = dict(event.values).get("choice")
        for message in reversed(self.messages):
            for press in payloads.presses(message):
                value = press["value"] if press["type"] == "button" else press["selected_option"]["value"]
                if unpack(value) == (event.action, choice):
                    return message, press
        raise AssertionError(f"nothing on the screen does {event.action} {choice}")

    def _view(self, event: Submitted | Dismissed) -> Json:
        for view in reversed(self.views):
            if unpack_stood(view["private_metadata"])[0] == event.action:
                return view
        raise AssertionError(f"no modal does {event.action}")


def _in_the_transcripts_ids(event: Event, read: Event) -> Event:
    """The event that was read, with the transcript's ids for Slack's; it must be the one that was meant."""
    if isinstance(event, LinkShared) and isinstance(read, LinkShared):
        assert [link.label for link in read.links] == [link.label for link in event.links]
        return event
    again = in_the_transcripts_order(event, read)
    if isinstance(event, Said) and isinstance(again, Said):
        assert again.message == _ts(event.origin)
        again = replace(again, message=event.message)
    elif isinstance(event, Edited | Deleted | Reacted | Pressed) and isinstance(
        again, Edited | Deleted | Reacted | Pressed
    ):
        assert again.message == (None if event.message is None else _id(event.message))
        again = _on(again, event.message)
    assert again == event
    return again


def _on(event: Edited | Deleted | Reacted | Pressed, message: str | None) -> Event:
    match event:
        case Pressed():
            return replace(event, message=message)
        case Edited() | Deleted() | Reacted():
            return replace(event, message=message or "")
        case _:
            assert_never(event)


def _as_slack_wraps(text: str, mentions: tuple[Mention, ...], people: dict[str, Named]) -> str:
    words = escaped(text)
    for mention in sorted(mentions, key=lambda one: -len(one.words)):
        user = f"U{mention.person:04}"
        if user not in people or people[user].name == mention.words[1:]:
            people[user] = Named(mention.person, mention.words[1:])
            words = words.replace(escaped(mention.words), f"<@{user}>")
    return words


def _checked(payload: Json) -> Json:
    found = problems(payload)
    assert found == (), found
    return payloads.through_json(payload)


def _channel(place: Place) -> str:
    return f"D{place.id.encode().hex().upper()}" if place.kind == "direct" else f"C{place.id.encode().hex().upper()}"


def _ts(origin: Origin) -> str:
    return f"{origin.at.timestamp():.6f}"


def _id(message: str) -> str:
    """Slack's id for the transcript's: ours are numbers alone, people's are called lines."""
    kind, _, number = message.rpartition(" ")
    return f"{'2' if kind else '1'}000000000.{int(number or 0):06}"


def _thread(message: str) -> dict[str, str]:
    return {"thread_ts": _id(message), "parent_user_id": "U9999" if message.startswith("line") else payloads.BOT}
