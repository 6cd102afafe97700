"""What Slack posts, as it documents it, and the event that it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.limits import Json
from adapters.slack.origin import whence
from adapters.slack.parse import parse, users_in
from adapters.slack.parse_text import Named, read_text
from adapters.slack.render import draw_form
from adapters.slack.render_text import escaped
from adapters.slack.stood import Stood
from bot.chat.cards import Form, TextField, action
from bot.chat.events import (
    Commanded,
    Deleted,
    Dismissed,
    Edited,
    Event,
    LinkShared,
    Mention,
    Opened,
    Origin,
    Place,
    Pressed,
    Reacted,
    Said,
    SharedLink,
    Submitted,
)
from bot.ports.door import Reader
from tests.slack import payloads

RECEIVED = datetime(2026, 11, 23, 9, tzinfo=UTC)
PEOPLE = {"U2BEN": Named(2, "Ben Okafor"), "U3XIAOYU": Named(3, "林晓雨")}
URL = "https://okrs.example.com"
BOT = payloads.BOT


def read(body: Json) -> Event | None:
    """The event of a body, as the wire reads it."""
    body = payloads.through_json(body)
    where = whence(body, RECEIVED)
    assert where is not None
    return parse(body, where.origin("W1", 1), PEOPLE, BOT, URL)


def heard(inner: Json) -> Event | None:
    """The event of something that happened."""
    return read(payloads.event(inner))


def said(text: str, **more: Any) -> Said:
    """What is said to the bot in a direct message."""
    event = heard(payloads.message(text, **more))
    assert isinstance(event, Said)
    return event


def test_words_in_a_direct_message_are_said_to_the_letter() -> None:
    event = said("KR1 is at 310k &amp; rising,  “ok”")
    assert event.text == "KR1 is at 310k & rising,  “ok”"
    assert event.origin.place == Place("U1ADA", "direct")
    assert event.message == payloads.AT


@pytest.mark.parametrize(
    ("text", "words", "mentions"),
    [
        ("ask <@U2BEN>", "ask @Ben Okafor", (Mention("@Ben Okafor", 2),)),
        ("<@U2BEN|ben> and <@U2BEN>", "@Ben Okafor and @Ben Okafor", (Mention("@Ben Okafor", 2),)),
        ("请<@U3XIAOYU>看看", "请@林晓雨看看", (Mention("@林晓雨", 3),)),
        ("<@U9ZOE|zoe> and <@U9ZOE>", "@zoe and @someone", ()),
        ("in <#C1|growth>, <#C2>", "in #growth, #C2", ()),
        ("<!subteam^S1|@leads> <!here> <!channel|channel>", "@leads @here @channel", ()),
        ("<!subteam^S1>", "@group", ()),
        ("by <!date^1700000000^{date}|14 Nov>", "by 14 Nov", ()),
        ("see <https://a.example/x?y=1&amp;z=2>", "see https://a.example/x?y=1&z=2", ()),
        ("see <http://a.example|a.example>", "see a.example", ()),
        ("see <https://a.example|the page>", "see the page (https://a.example)", ()),
        ("mail <mailto:ada@a.example|ada@a.example>", "mail ada@a.example", ()),
        ("call <tel:+49301|+49 301>", "call +49 301 (+49301)", ()),
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c", ()),
        ("1 < 2", "1 < 2", ()),
        (f"<@{BOT}> KR1 5", "KR1 5", ()),
        (f"<@{BOT}>: KR1 5", "KR1 5", ()),
        (f"KR1 5 <@{BOT}>", "KR1 5", ()),
        (f"tell <@{BOT}> KR1 5", "tell KR1 5", ()),
    ],
)
def test_what_slack_wraps_is_unwrapped(text: str, words: str, mentions: tuple[Mention, ...]) -> None:
    event = said(text)
    assert (event.text, event.mentions) == (words, mentions)


def test_the_people_of_a_body_can_be_met_first() -> None:
    assert users_in(payloads.event(payloads.message("<@U2BEN> <@U2BEN|b> <@U9>"))) == ("U2BEN", "U9")
    assert users_in(payloads.command("KR1 <@U2BEN|ben>")) == ("U2BEN",)
    before, after = {"text": "<@U4>"}, {"text": "<@U2BEN>"}
    assert users_in(payloads.event(payloads.changed(before, after))) == ("U2BEN",)
    assert users_in(payloads.event(payloads.home_opened())) == ()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_comes_back_as_it_was_typed(text: str) -> None:
    assert read_text(escaped(text), {}, BOT) == (text, ())


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    words, _ = read_text(text, PEOPLE, BOT)
    assert isinstance(words, str)


@pytest.mark.parametrize(
    "more",
    [
        {"bot_id": "B7"},
        {"user": BOT},
        {"user": "USLACKBOT"},
        {"subtype": "channel_join"},
        {"subtype": "bot_message"},
        {"subtype": "channel_topic"},
    ],
)
def test_machines_and_housekeeping_are_not_heard(more: dict[str, str]) -> None:
    body = payloads.event(payloads.message("KR1 5", **more))
    where = whence(body, RECEIVED)
    assert where is None or parse(body, where.origin("W1", 1), PEOPLE, BOT) is None


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast", "me_message"])
def test_words_beside_a_file_are_words(subtype: str) -> None:
    assert said("KR1 5", subtype=subtype).text == "KR1 5"


def test_in_a_channel_the_bot_hears_its_name_once() -> None:
    assert heard(payloads.message(f"<@{BOT}> KR1 5", channel="C1GROWTH")) is None
    event = heard(payloads.mention(f"<@{BOT}> KR1 5"))
    assert isinstance(event, Said)
    assert (event.text, event.origin.place) == ("KR1 5", Place("C1GROWTH", "channel"))
    assert heard(payloads.message("KR1 5", channel="C1GROWTH")) is None


def test_in_a_thread_beneath_its_own_message_it_hears_everything() -> None:
    thread = {"thread_ts": "1795510000.000001", "channel": "C1GROWTH"}
    event = heard(payloads.message("well done", parent_user_id=BOT, **thread))
    assert isinstance(event, Said)
    assert event.origin.thread == "1795510000.000001"
    assert heard(payloads.message("well done", parent_user_id="U2BEN", **thread)) is None
    assert heard(payloads.message(f"<@{BOT}> hi", parent_user_id=BOT, **thread)) is None, "the mention tells of it"


def test_an_edit_is_what_stands_there_now() -> None:
    before = payloads.message("KR1 310k")
    event = heard(payloads.changed(before, {**before, "text": "KR1 300k", "edited": {"user": "U1ADA", "ts": "1.2"}}))
    assert isinstance(event, Edited)
    assert (event.message, event.text) == (payloads.AT, "KR1 300k")


@pytest.mark.parametrize(
    ("after", "channel"),
    [
        ({"text": "KR1 310k", "attachments": [{}]}, "D1ADA"),
        ({"text": "x", "bot_id": "B1"}, "D1ADA"),
        ({"text": "KR1 300k"}, "C1GROWTH"),
        ({"text": "x", "user": BOT}, "D1ADA"),
    ],
)
def test_previews_machines_and_talk_of_others_are_no_edits(after: Json, channel: str) -> None:
    before = payloads.message("KR1 310k")
    body = payloads.event(payloads.changed(before, {**before, **after}, channel=channel))
    where = whence(body, RECEIVED)
    assert where is None or parse(body, where.origin("W1", 1), PEOPLE, BOT) is None


def test_edited_and_deleted_in_a_channel_where_the_bot_was_named() -> None:
    before = payloads.message(f"<@{BOT}> KR1 310k", channel="C1GROWTH")
    after = {**before, "text": "KR1 300k"}
    event = heard(payloads.changed(before, after, channel="C1GROWTH"))
    assert isinstance(event, Edited)
    assert event.text == "KR1 300k"
    assert isinstance(heard(payloads.deleted(before, channel="C1GROWTH")), Deleted)


def test_a_mention_that_was_edited_is_told_of_once_more() -> None:
    event = heard(payloads.mention(f"<@{BOT}> KR1 300k", edited={"user": "U1ADA", "ts": "1.2"}))
    assert isinstance(event, Edited)
    assert (event.message, event.text, event.origin.thread) == (payloads.AT, "KR1 300k", payloads.AT)


def test_a_deleted_message_is_named() -> None:
    event = heard(payloads.deleted(payloads.message("KR1 310k")))
    assert isinstance(event, Deleted)
    assert event.message == payloads.AT
    assert heard(payloads.deleted(payloads.message("x"), channel="C1GROWTH")) is None


def test_a_deleted_message_with_replies_leaves_a_tombstone() -> None:
    before = payloads.message("KR1 310k")
    after = {**before, "subtype": "tombstone", "user": "USLACKBOT", "text": "This message was deleted."}
    body = payloads.event(payloads.changed(before, after))
    event = parse(body, origin(), PEOPLE, BOT)
    assert isinstance(event, Deleted)
    assert event.message == payloads.AT


@pytest.mark.parametrize(("name", "reaction"), [("+1", "+1"), ("+1::skin-tone-3", "+1"), ("tada", "tada")])
def test_reactions_are_named_without_their_shade(name: str, reaction: str) -> None:
    event = heard(payloads.reaction(name, on="1795510000.000001", channel="C1GROWTH"))
    assert isinstance(event, Reacted)
    assert (event.reaction, event.message, event.added) == (reaction, "1795510000.000001", True)
    taken_back = heard(payloads.reaction(name, added=False))
    assert isinstance(taken_back, Reacted)
    assert not taken_back.added


def test_a_reaction_to_a_file_is_none_of_ours() -> None:
    inner = {**payloads.reaction("+1"), "item": {"type": "file", "file": "F1"}}
    assert parse(payloads.event(inner), origin(), PEOPLE, BOT) is None


def test_links_of_ours_are_told_of_once() -> None:
    event = heard(payloads.links([f"{URL}/o/O12", f"{URL}/o/kr3", "https://elsewhere.example/o/O1", f"{URL}/health"]))
    assert isinstance(event, LinkShared)
    assert event.links == (SharedLink(f"{URL}/o/O12", "O12"), SharedLink(f"{URL}/o/kr3", "KR3"))
    assert heard(payloads.links([f"{URL}/o/O12"], channel="COMPOSER", source="composer")) is None
    assert heard(payloads.message(f"<{URL}/o/O12>")) is None, "`link_shared` tells of it"
    assert said(f"<{URL}/o/O12> is done").text == f"{URL}/o/O12 is done"


def test_home_opens_and_the_message_tab_does_not() -> None:
    assert isinstance(heard(payloads.home_opened()), Opened)
    assert heard(payloads.home_opened(tab="messages")) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        (" list all ", "list all"),
        ("“Fewer bugs” it’s", '"Fewer bugs" it\'s'),
        ("KR1 &gt; 5 <@U2BEN|ben>", "KR1 > 5 @Ben Okafor"),
    ],
)
def test_a_command_is_what_follows_it(text: str, words: str) -> None:
    event = read(payloads.command(text, channel="C1GROWTH", channel_name="growth"))
    assert isinstance(event, Commanded)
    assert (event.text, event.origin.place) == (words, Place("C1GROWTH", "channel", "growth"))


def test_two_of_the_same_are_two_and_one_again_is_one() -> None:
    first, second = said("KR1 5"), said("KR1 5")
    assert first.origin.key == second.origin.key, "the same event, delivered again"
    assert heard_key("Ev2") != heard_key("Ev3")


def heard_key(id: str) -> str:
    """The key of an event with that id."""
    where = whence(payloads.event(payloads.message("x"), id=id), RECEIVED)
    assert where is not None
    return where.key


@pytest.mark.parametrize(
    ("callback", "wanted"), [("new_okr", "draft.new"), ("check_in", "check_in.walk"), ("other", None)]
)
def test_global_shortcuts_do_what_their_buttons_do(callback: str, wanted: str | None) -> None:
    event = read(payloads.shortcut(callback))
    assert wanted is None if event is None else isinstance(event, Pressed) and event.action.verb == wanted


@pytest.mark.parametrize("value", ["", "7", "[]", '["a"]', '["a",{"b":1}]', "~~~", "~" + "0" * 40, "null"])
def test_a_press_on_what_is_none_of_ours_is_nothing(value: str) -> None:
    press = {"type": "button", "action_id": "x", "block_id": "b", "value": value, "action_ts": payloads.AT}
    assert read(payloads.block_actions(press, {"text": "x", "blocks": []})) is None


def test_a_press_knows_its_message() -> None:
    press = {"type": "button", "action_id": "x", "block_id": "b", "value": '["view.show",{"id":"O1"}]'}
    event = read(payloads.block_actions({**press, "action_ts": payloads.AT}, {}, channel="C1", channel_name="growth"))
    assert isinstance(event, Pressed)
    assert event.action == action("view.show", id="O1")
    assert event.message == "1795510700.000200"
    assert event.origin.place == Place("C1", "channel", "growth")


FORM = Form(
    "New", action("draft.change", objective=3, version=2), (TextField("a", "A", "x"), TextField("b", "B")), "Send"
)


def test_a_form_comes_back_from_where_it_was_opened() -> None:
    stood = Stood(Place("C1GROWTH", "channel", "growth"), "1795510000.000001")
    view = payloads.through_json(draw_form(FORM, Reader("en", "UTC"), stood))
    sent = read(payloads.view_submission(view, {"b": " y "}))
    assert isinstance(sent, Submitted)
    assert (sent.action, sent.values) == (FORM.action, (("a", "x"), ("b", " y ")))
    assert (sent.origin.place, sent.origin.thread) == (stood.place, stood.thread)
    closed = read(payloads.view_closed(view, {"a": "half"}))
    assert isinstance(closed, Dismissed)
    assert closed.values == (("a", "half"), ("b", ""))


def test_a_form_closed_without_its_state_has_what_it_was_opened_with() -> None:
    view = payloads.through_json(draw_form(FORM, Reader("en", "UTC"), Stood(Place("U1ADA", "direct"))))
    body = payloads.view_closed(view, {})
    del body["view"]["state"]
    closed = read(body)
    assert isinstance(closed, Dismissed)
    assert closed.values == (("a", "x"), ("b", ""))


def test_a_view_of_somebody_elses_is_nothing() -> None:
    view = {"type": "modal", "private_metadata": "their own", "blocks": []}
    assert read(payloads.view_submission(view, {})) is None
    assert read(payloads.view_closed(view, {})) is None


def origin() -> Origin:
    """Ada, in her conversation with the bot."""
    return Origin("W1", "slack", Place("U1ADA", "direct"), 1, RECEIVED, "k")
