"""The core driven by Teams: what people do in a transcript is posted as Teams would post it, and what they see is drawn as Teams gets
it, checked, and pressed or filled in there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar, assert_never

from adapters.teams.limits import Json
from adapters.teams.origin import whence
from adapters.teams.parse import ADD_UPDATE, is_idle, parse
from adapters.teams.parse_text import Named, mentioned
from adapters.teams.pressing import read as read_press
from adapters.teams.render import adaptive, draw_card, draw_form, draw_found, draw_unfold, form_card
from bot.chat.cards import Card, Form
from bot.chat.effects import Answer, Found, Unfold
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
    Pressed,
    ProfileChanged,
    Reacted,
    Refreshed,
    Said,
    Searched,
    Submitted,
    Vouched,
)
from bot.ports.door import Reader
from tests.contract.driven import in_the_transcripts_order
from tests.contract.said import assert_says
from tests.teams import activities
from tests.teams.schema import problems

PUBLIC_URL = "https://okrs.example"


@dataclass(slots=True)
class Screen:
    """What Teams shows: every message and dialog, newest last."""

    cards: list[Json] = field(default_factory=list)
    forms: list[Json] = field(default_factory=list)
    did: int = 0
    elsewhere: ClassVar[tuple[type[Event], ...]] = (Vouched, Opened, Installed, ProfileChanged, Left)

    def show(self, shown: Card | Form, reader: Reader) -> None:
        """Draw it in every way there is, and find everything in it that it says."""
        if isinstance(shown, Form):
            for drawn in (draw_form(shown, reader), form_card(shown, reader)):
                self.forms.append(_checked(drawn))
                assert_says(shown, texts(drawn), reader)
            return
        self.cards.append(_checked(draw_card(shown, reader, ("29:1", "29:2"))))
        assert_says(shown, texts(self.cards[-1]), reader)
        _checked(adaptive(shown, reader, unfurled=True))

    def through(self, event: Event) -> Event:
        """As it is read from Teams' activity: what it was, but for what only the platform's ids make different."""
        body, people = self.body(event)
        body = activities.through_json(body)
        assert not is_idle(body)
        assert {id for id, _ in mentioned(body)} - {activities.BOT} == set(people)
        where = whence(body, event.origin.at)
        assert where is not None
        assert where.user == f"29:{event.origin.person}"
        assert where.place.kind == event.origin.place.kind
        read = parse(body, where.origin("W", event.origin.person), people, where.message, PUBLIC_URL)
        assert read is not None, body
        return _in_the_transcripts_ids(event, read, body["id"])

    def answered(self, event: Event, answers: tuple[Answer, ...], reader: Reader) -> None:
        """What a search found, and what unfolds beneath a link, can be drawn."""
        for answer in answers:
            if isinstance(answer, Found):
                assert "composeExtension" in draw_found(answer, reader)
            if isinstance(answer, Unfold):
                assert "composeExtension" in draw_unfold(answer.card, reader)

    def body(self, event: Event) -> tuple[Json, dict[str, Named]]:
        """What Teams posts for that, and who is named in it."""
        self.did += 1
        user = f"29:{event.origin.person}"
        where: Json = {"user": user, "conversation": _conversation(event.origin)}
        people: dict[str, Named] = {}
        value: Json
        match event:
            case Said(text=text, mentions=mentions):
                return _message(text, mentions, people, event.origin, where), people
            case Commanded(text=text, mentions=mentions):
                return _message(f"/okr {text}", mentions, people, event.origin, where), people
            case Edited(message=message, text=text, mentions=mentions):
                body = _message(text, mentions, people, event.origin, where)
                body["channelData"]["eventType"] = "editMessage"
                return {**body, "type": "messageUpdate", "id": message}, people
            case Deleted(message=message):
                return {**activities.activity("messageDelete", **where), "id": message}, people
            case Reacted(message=message, reaction=reaction, added=added):
                how = "reactionsAdded" if added else "reactionsRemoved"
                more: Json = {how: [{"type": "like" if reaction == "👍" else reaction}], "replyToId": message}
                return activities.activity("messageReaction", **where, **more), people
            case Pressed(action=wanted) if wanted.verb == "check_in.note":
                payload: Json = {
                    "body": {"contentType": "text", "content": wanted.get("words")},
                    "linkToMessage": wanted.get("link"),
                }
                value = {"commandId": ADD_UPDATE, "messagePayload": payload}
                return activities.activity("invoke", **where, name="composeExtension/fetchTask", value=value), people
            case Pressed():
                action, data = self._press(event)
                on: Json = {} if event.message is None else {"on": event.message}
                return activities.pressed(action, data, **where, **on), people
            case Submitted(values=values):
                return self._form(event, "send", dict(values), where), people
            case Dismissed(values=values):
                return self._form(event, "close", dict(values), where), people
            case Refreshed():
                return activities.looked(self._look(event), **where), people
            case LinkShared(links=links):
                value = {"url": links[0].url}
                return activities.activity("invoke", **where, name="composeExtension/queryLink", value=value), people
            case Searched(text=text, after=after):
                value = {
                    "commandId": "find",
                    "parameters": [{"name": "words", "value": text}],
                    "queryOptions": {"skip": after, "count": 25},
                }
                return activities.activity("invoke", **where, name="composeExtension/query", value=value), people
            case Opened() | Installed() | ProfileChanged() | Vouched() | Left():
                raise AssertionError("no activity of Teams' says that in a transcript")
            case _:
                assert_never(event)

    def _look(self, event: Refreshed) -> Json:
        for message in reversed(self.cards):
            asks = activities.card_of(message).get("refresh")
            meant = None if asks is None else read_press(asks["action"]["data"])
            if asks is not None and meant is not None and meant.action == event.action:
                return dict(asks["action"])
        raise AssertionError(f"nothing on the screen asks for {event.action}")

    def _press(self, event: Pressed) -> tuple[Json, Json]:
        for message in reversed(self.cards):
            for action, data in activities.choices(activities.card_of(message)):
                meant = read_press(data)
                if meant is not None and (meant.action, meant.values) == (event.action, event.values):
                    return action, data
        raise AssertionError(f"nothing on the screen does {event.action} {event.values}")

    def _form(self, event: Submitted | Dismissed, which: str, values: dict[str, str], where: Json) -> Json:
        """Every second one in a dialog, every other one on a card."""
        dialog = self.did % 2 == 0
        for drawn in reversed(self.forms):
            card = activities.card_of(drawn)
            button = next((one for one in activities.actions(card) if which in one["data"]["okr"]), None)
            meant = None if button is None else read_press(button["data"])
            if (
                button is not None
                and meant is not None
                and meant.action == event.action
                and ("title" in drawn) == dialog
            ):
                data = activities.gathered(card, button, values)
                if dialog:
                    return activities.task("task/submit", data, **where)
                return activities.pressed(button, data, **where)
        raise AssertionError(f"no form does {event.action}")


def texts(payload: object) -> str:
    """Every text of a card that is there to be read."""
    return "".join(_texts(payload))


def _texts(payload: object) -> Iterator[str]:
    match payload:
        case {"type": "TextRun", "text": str(text)}:
            yield text.replace("{\u2060{", "{{")
        case dict():
            for name, one in payload.items():
                if name in ("title", "label", "value") and isinstance(one, str):
                    yield f"\n{one}\n"
                elif name not in ("data", "selectAction"):
                    yield from _texts(one)
        case list():
            for one in payload:
                yield from _texts(one)
                yield "" if isinstance(one, dict) and one.get("type") == "TextRun" else "\n"
        case _:
            return


def _in_the_transcripts_ids(event: Event, read: Event, message: str) -> Event:
    """The event that was read, with the transcript's ids for Teams'; it must be the one that was meant."""
    if isinstance(event, LinkShared) and isinstance(read, LinkShared):
        assert read.links == event.links[:1]
        return event
    again = in_the_transcripts_order(event, read)
    if isinstance(event, Said) and isinstance(again, Said):
        assert again.message == message
        again = replace(again, message=event.message)
    if isinstance(event, Said | Commanded | Edited) and isinstance(again, Said | Commanded | Edited):
        assert " ".join(again.text.split()) == " ".join(event.text.split())
        again = replace(again, text=event.text)
    if isinstance(event, Pressed) and event.message is None and isinstance(again, Pressed):
        again = replace(again, message=None)
    assert again == event
    return again


def _message(text: str, mentions: tuple[Mention, ...], people: dict[str, Named], origin: Origin, where: Json) -> Json:
    """Words as Teams wraps them; in a channel the bot is mentioned before them."""
    words = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    entities = []
    for mention in sorted(mentions, key=lambda one: -len(one.words)):
        user = f"29:{mention.person}"
        if user not in people and mention.words in words:
            people[user] = Named(mention.person, mention.words[1:])
            tag, entity = activities.at(user, mention.words[1:])
            words = words.replace(mention.words, tag)
            entities.append(entity)
    if origin.place.kind != "direct" and not text.startswith("/okr"):
        tag, entity = activities.at(activities.BOT, "Measured")
        words = f"{tag}&nbsp;{words}"
        entities.append(entity)
    return activities.message(words, *entities, **where)


def _conversation(origin: Origin) -> Json:
    if origin.place.kind == "direct":
        return activities.direct(f"29:{origin.person}")
    return activities.channel(origin.place.id, origin.thread)


def _checked(payload: Json) -> Json:
    found = problems(payload)
    assert found == (), found
    drawn: Json = activities.through_json(payload)
    return drawn
