"""Teams as people meet it: activities in, cards, dialogs and messages out, on the real core."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.chat.events import Installed, Pressed, Said
from tests.teams import activities
from tests.teams.driven import texts
from tests.teams.house import House
from tests.teams.microsoft import TENANT, Call, Microsoft

DRAFT = "My objective is to make onboarding effortless as measured by activation rate from 40% to 60% and setup time from 3 days to 1 day"


@pytest.fixture
def house(microsoft: Microsoft) -> Iterator[House]:
    house = House(microsoft)
    with house.client:
        yield house


def saved(house: House) -> House:
    """Ada has an objective with two key results."""
    house.say(DRAFT)
    house.press("Save")
    return house


def test_being_added_is_greeted_once_and_by_name(house: House) -> None:
    added = activities.activity("installationUpdate", action="add")
    added["from"].pop("name")
    house.post(added)
    house.post(added)
    house.post(activities.activity("conversationUpdate", membersAdded=[{"id": activities.BOT}]))
    assert [type(event) for event in house.noted.events] == [Installed]
    assert len(house.messages) == 1
    assert "Hello Ada" in house.read()
    assert "directory-" not in house.read()
    with house.storage.units.read_as("W1", 1) as book:
        assert [admin.id for admin in book.admins()] == [1], "who brings it in first looks after it"


def test_the_main_job(house: House) -> None:
    house.say(DRAFT)
    assert "O1 (draft)" in house.read()
    drafted = len(house.messages)
    body = house.press("Save", on="sent-1")
    assert body["type"] == "application/vnd.microsoft.card.adaptive"
    assert "Saved: O1" in texts(body["value"])
    assert [(call.method, call.path.rpartition("/")[2]) for call in house.messages[drafted:]] == [("PUT", "sent-1")]
    house.say("activation is at 48%, half the team was ill")
    assert "Recorded for KR1" in house.read()
    assert "half the team was ill" in house.read()


def test_a_repeated_activity_is_answered_once(house: House) -> None:
    message = activities.message(DRAFT)
    house.post(message)
    house.post(message)
    assert len(house.messages) == 1
    save = activities.pressed(house.button("Save"), house.button("Save")["data"])
    assert house.post(save) == house.post(save)
    assert len(house.messages) == 2


def test_a_dialog_opens_keeps_what_is_wrong_and_closes(house: House) -> None:
    saved(house)
    house.say("show KR1")
    opened = house.press("Check in", on="sent-9")["task"]
    assert opened["type"] == "continue"
    form = opened["value"]["card"]["content"]
    send = next(one for one in activities.actions(form) if "send" in one["data"]["okr"])
    wrong = activities.gathered(form, send, {"value": "a lot", "note": "=5 <b>ill</b>"})
    kept = house.post(activities.task("task/submit", wrong))["task"]["value"]["card"]["content"]
    held = {one["id"]: one.get("value") for one in activities.inputs(kept)}
    assert held["in:value"] == "a lot"
    assert held["in:note"] == "=5 <b>ill</b>"
    assert any("⚠️" in str(one.get("text")) for one in activities.elements(kept))
    send = next(one for one in activities.actions(kept) if "send" in one["data"]["okr"])
    right = activities.gathered(kept, send, {"value": "48%"})
    assert house.post(activities.task("task/submit", right)) == {}
    assert "Recorded" in house.read()


def test_without_a_dialog_a_form_is_a_card_that_its_answer_replaces(house: House) -> None:
    house.say("/okr new")
    form = house.last
    send = next(one for one in activities.actions(form) if "send" in one["data"]["okr"])
    body = house.post(activities.pressed(send, activities.gathered(form, send, {}), on="sent-1"))
    assert any("⚠️" in str(one.get("text")) for one in activities.elements(body["value"]))
    assert house.messages[-1].method == "PUT"
    names = [one["id"].partition(":")[2] for one in activities.inputs(form)]
    assert "objective" in names
    values = {"objective": "make cafes love us", "key_results": "orders from 10 to 20"}
    body = house.post(activities.pressed(send, activities.gathered(form, send, values), on="sent-1"))
    assert "make cafes love us" in texts(body["value"])
    assert house.messages[-1].method == "PUT"
    old = house.post(activities.pressed(send["fallback"], activities.gathered(form, send, values), on="sent-1"))
    assert old is None
    assert house.messages[-1].method == "PUT"


def test_talk_among_people_costs_nothing(house: House) -> None:
    house.say("lunch?", conversation=activities.channel())
    house.say("lunch?", conversation=activities.group())
    assert house.noted.events == []
    assert house.microsoft.calls == []
    assert house.storage.directory.known("W1", "teams", "directory-ada") is None


def test_a_mention_in_a_channel_is_answered_beneath_it(house: House) -> None:
    words, entity = activities.at(activities.BOT, "Measured")
    there = activities.channel("growth", "1700")
    team = {
        "tenant": {"id": TENANT},
        "team": {"id": "19:general@thread.tacv2"},
        "channel": {"id": "19:growth@thread.tacv2"},
    }
    house.say(f"{words} list all", entities=[entity], conversation=there, channelData=team)
    (event,) = house.noted.events
    assert isinstance(event, Said)
    assert (event.text, event.origin.thread, event.origin.place.name) == ("list all", "1700", "Growth")
    assert house.messages[-1].path.endswith("/19:growth@thread.tacv2;messageid=1700/activities")


def test_people_who_are_mentioned_are_met(house: House) -> None:
    words, entity = activities.at("29:ben", "Ben Stone")
    house.say(f"{DRAFT} owner {words}", entities=[entity])
    (event,) = house.noted.events
    assert isinstance(event, Said)
    assert [mention.words for mention in event.mentions] == ["@Ben"]
    assert event.mentions[0].person == house.storage.directory.known("W1", "teams", "directory-ben")


def only_you(house: House) -> None:
    """In a group, something that is for its asker alone."""
    words, entity = activities.at(activities.BOT, "Measured")
    house.say(f"{words} settings", entities=[entity], conversation=activities.group())


def test_what_is_for_one_alone_is_seen_by_one_alone(house: House) -> None:
    only_you(house)
    assert house.messages[-1].query == {"isTargetedActivity": "true"}
    assert house.messages[-1].body["recipient"] == {"id": "29:ada"}


def test_where_that_cannot_be_it_goes_into_the_own_chat(house: House) -> None:
    def refuse(call: Call) -> tuple[int, dict[str, str], Any]:
        return (400, {}, {}) if call.query else House.answer(house, call)

    house.microsoft.answer = refuse
    only_you(house)
    begun, sent = house.microsoft.calls[-2:]
    assert begun.path.endswith("/v3/conversations")
    assert begun.body["members"] == [{"id": "29:ada"}]
    assert sent.path.endswith("/a:begun-29:ada/activities")
    only_you(house)
    assert sum(call.path.endswith("/v3/conversations") for call in house.microsoft.calls) == 1


def test_a_search_finds_and_a_link_unfurls(house: House) -> None:
    saved(house)
    chat = {"id": "19:two_people@unq.gbl.spaces", "conversationType": "personal"}
    query = {"commandId": "find", "parameters": [{"name": "words", "value": "onboarding"}], "queryOptions": {"skip": 0}}
    found = house.post(activities.activity("invoke", conversation=chat, name="composeExtension/query", value=query))
    (result,) = [one for one in found["composeExtension"]["attachments"] if "O1" in one["preview"]["content"]["title"]]
    assert "onboarding" in texts(result["content"])
    link = {"url": f"{'https://okrs.example'}/o/O1"}
    unfurled = house.post(
        activities.activity("invoke", conversation=chat, name="composeExtension/queryLink", value=link)
    )
    (card,) = unfurled["composeExtension"]["attachments"]
    assert card["content"]["version"] == "1.3"
    other = {"url": "https://elsewhere.example/o/O1"}
    assert (
        house.post(activities.activity("invoke", conversation=chat, name="composeExtension/queryLink", value=other))
        == {}
    )


INVOKES = ("adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/query", "signin/verifyState", "x")


VALUES: tuple[object, ...] = (
    None,
    {},
    [],
    "x",
    {"action": {}},
    {"action": {"data": {"okr": 7}}},
    {"data": {"okr": {"do": [1]}}},
)


BROKEN: tuple[dict[str, object], ...] = (
    {"from": None},
    {"from": []},
    {"conversation": 7},
    {"recipient": None},
    {"entities": {}},
    {"text": 7},
)


def test_what_is_none_of_ours_is_answered_in_peace(house: House) -> None:
    for name in INVOKES:
        for value in VALUES:
            assert isinstance(house.post(activities.activity("invoke", name=name, value=value)), dict)
    for kind in ("event", "trace", "endOfConversation", "x", "messageReaction", "messageUpdate", "conversationUpdate"):
        assert house.post(activities.activity(kind)) is None
    for broken in BROKEN:
        house.post({**activities.message("hi"), **broken})


def nudged(house: House) -> None:
    """A Monday later, nine o'clock in Berlin."""
    house.clock.present += timedelta(days=7)
    house.noted.turns.tick(house.clock.now())
    house.courier.drain("teams", house.clock.now())


def test_a_nudge_comes_into_the_chat_that_was_begun(house: House) -> None:
    saved(house)
    before = len(house.messages)
    nudged(house)
    (nudge,) = house.messages[before:]
    assert nudge.path.endswith("/a:ada/activities")
    assert "KR1" in texts(nudge.body)


def test_who_removed_the_bot_is_left_alone_until_they_bring_it_back(house: House) -> None:
    saved(house)
    house.microsoft.answer = lambda call: (403, {}, {"error": {"code": "MessageWritesBlocked"}})
    nudged(house)
    calls = len(house.microsoft.calls)
    nudged(house)
    assert len(house.microsoft.calls) == calls
    house.microsoft.answer = house.answer
    house.say("list")
    nudged(house)
    assert "KR1" in texts(house.messages[-1].body)
    house.post(activities.activity("installationUpdate", action="remove"))
    calls = len(house.microsoft.calls)
    nudged(house)
    assert len(house.microsoft.calls) == calls


def test_a_team_brings_its_channels(house: House) -> None:
    there = activities.channel("general")
    data = {"tenant": {"id": TENANT}, "team": {"id": "19:general@thread.tacv2"}}
    added = {"membersAdded": [{"id": activities.BOT}], "conversation": there, "channelData": data}
    house.post({**activities.activity("conversationUpdate"), **added})
    house.say("hi")
    with house.storage.units.read_as("W1", 1) as book:
        assert {channel.name for channel in book.channels()} == {"General", "Growth"}


def test_a_crash_between_commit_and_answer_is_made_good(house: House) -> None:
    class Dies(Exception):
        pass

    def die(*_: object) -> tuple[str | None, ...]:
        raise Dies

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("adapters.teams.reply.Reply.show", die)
        house.say(DRAFT)
    assert house.messages == []
    again = House(house.microsoft, house.storage)
    assert again.courier.repeat_unsaid(again.storage.units, again.storage.directory) == 1
    assert "O1 (draft)" in again.read()


def test_a_message_becomes_an_update(house: House) -> None:
    saved(house)
    value = {
        "commandId": "add_update",
        "messagePayload": {
            "body": {"contentType": "html", "content": "<div>KR1 &amp; more<br>is at 48%</div>"},
            "linkToMessage": "https://teams.microsoft.com/l/message/1",
        },
    }
    body = house.post(activities.activity("invoke", name="composeExtension/fetchTask", value=value))
    event = house.noted.events[-1]
    assert isinstance(event, Pressed)
    assert event.action.get("words") == "KR1 & more\nis at 48%"
    assert event.action.get("link") == "https://teams.microsoft.com/l/message/1"
    assert "task" in body
