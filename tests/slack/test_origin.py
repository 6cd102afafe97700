"""Who, where and when a body of Slack's comes from; and a modal's way there and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.slack.origin import Whence, whence
from adapters.slack.stood import Stood, pack, unpack
from bot.chat.cards import action
from bot.chat.events import Place

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
AT = datetime(2026, 11, 23, 8, 59, 58, 250000, UTC)
TS = "1795424398.250000"


def event(**fields: Any) -> dict[str, Any]:
    return {"type": "event_callback", "event_id": "Ev1", "event": {"event_ts": TS, **fields}}


def found(body: dict[str, Any]) -> Whence:
    who = whence(body, NOW)
    assert who is not None
    return who


def test_a_direct_message_is_called_by_its_person() -> None:
    who = found(event(type="message", channel="D1", channel_type="im", user="U1", text="KR1 5", ts=TS))
    assert who == Whence("U1", Place("U1", "direct"), AT, "event:Ev1", None, "D1")


def test_what_follows_a_mention_goes_on_beneath_it() -> None:
    first = found(event(type="app_mention", channel="C1", user="U1", ts=TS))
    later = found(event(type="app_mention", channel="C1", user="U1", ts="1795424499.1", thread_ts=TS))
    assert (first.place, first.thread) == (Place("C1", "channel"), TS)
    assert later.thread == TS


def test_an_edited_message_belongs_to_its_author_and_ours_to_nobody() -> None:
    changed = {"type": "message", "subtype": "message_changed", "channel": "D1"}
    assert found(event(**changed, message={"user": "U1", "text": "KR1 6", "ts": TS})).user == "U1"
    assert whence(event(**changed, message={"user": "UBOT", "bot_id": "B1", "ts": TS}), NOW) is None


def test_a_command_in_a_channel() -> None:
    body = {"command": "/okr", "user_id": "U1", "channel_id": "C1", "channel_name": "growth", "trigger_id": "t.1"}
    assert found(body) == Whence("U1", Place("C1", "channel", "growth"), NOW, "command:t.1", None, "C1")


def test_a_press_in_a_thread_tells_its_message() -> None:
    body = {
        "type": "block_actions",
        "user": {"id": "U1"},
        "channel": {"id": "C1", "name": "growth"},
        "container": {"type": "message", "message_ts": "2.2", "channel_id": "C1", "thread_ts": "1.1"},
        "actions": [{"action_ts": TS}],
        "trigger_id": "t.2",
    }
    assert found(body) == Whence("U1", Place("C1", "channel", "growth"), AT, "press:t.2", "1.1", "C1", "2.2")


def test_a_press_on_the_home_is_a_word_in_private() -> None:
    body = {"type": "block_actions", "user": {"id": "U1"}, "view": {"type": "home"}, "actions": [{}], "trigger_id": "t"}
    assert found(body).place == Place("U1", "direct")


def test_a_modal_comes_back_to_where_it_was_opened() -> None:
    stood = Stood(Place("C1", "channel", "增长"), "1.1", "2.2", "C1")
    meant = action("check_in.report", key_result=3, seen=7)
    packed = pack(meant, stood)
    assert unpack(packed) == (meant, stood)
    view = {"id": "V1", "hash": "h", "private_metadata": packed, "state": {"values": {"a": {"b": {"value": "1"}}}}}
    sent = {"type": "view_submission", "user": {"id": "U1"}, "view": view}
    who = found(sent)
    assert (who.place, who.thread, who.channel, who.message) == (stood.place, "1.1", "C1", "2.2")
    assert found(sent).key == who.key
    corrected = {**view, "state": {"values": {"a": {"b": {"value": "2"}}}}}
    assert found({**sent, "view": corrected}).key != who.key


@pytest.mark.parametrize(
    "metadata", ["", "[]", "{}", '{"do": 1, "in": 2}', '{"do": ["x", 3], "in": ["C1", "channel", ""]}']
)
def test_a_strange_modal_is_a_word_in_private(metadata: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        unpack(metadata)
    body = {"type": "view_closed", "user": {"id": "U1"}, "view": {"id": "V", "private_metadata": metadata}}
    assert found(body).place == Place("U1", "direct")


def test_what_nobody_did_comes_from_nowhere() -> None:
    assert whence(event(type="user_change", user={"id": "U1"}), NOW) is None
    assert whence({"type": "event_callback", "event_id": "E", "event": {"type": "app_uninstalled"}}, NOW) is None
    assert whence({"type": "block_suggestion"}, NOW) is None
