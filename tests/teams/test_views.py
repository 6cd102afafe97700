"""Cards that many see, as each of them sees them: what Teams asks by itself, answered for one person, and nothing written or sent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event

from adapters.teams.limits import Json
from adapters.teams.render import adaptive
from bot.chat.cards import Card, Paragraph, Views, action
from bot.chat.events import Refreshed
from bot.ports.door import Reader
from tests.teams import activities
from tests.teams.house import House
from tests.teams.microsoft import TENANT, Microsoft
from tests.teams.schema import problems

DRAFT = "My objective is to make onboarding effortless as measured by activation rate from 40% to 60% and setup time from 3 days to 1 day owner "
GROWTH = activities.channel("growth")


@pytest.fixture
def house(microsoft: Microsoft) -> Iterator[House]:
    """Ada's objective with two key results; Ben has said hello."""
    house = House(microsoft)
    with house.client:
        house.say("hello", user="29:ben")
        house.say(DRAFT.replace(" owner ", ""))
        house.press("Save")
        house.say("KR1 44%, the tour helps")
        yield house


@contextmanager
def nothing_written() -> Iterator[None]:
    """Nothing is inserted, changed or deleted meanwhile."""
    written: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.lstrip().upper().startswith(("SELECT", "BEGIN", "PRAGMA", "ROLLBACK", "COMMIT", "WITH")):
            written.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert written == []


def found(house: House, words: str) -> Json:
    """The card that a search inserts."""
    query = {"commandId": "find", "parameters": [{"name": "words", "value": words}], "queryOptions": {"skip": 0}}
    body = house.post(activities.activity("invoke", name="composeExtension/query", value=query))
    listed = body["composeExtension"]["attachments"]
    return next(one["content"] for one in listed if one["preview"]["content"]["title"].startswith(f"{words} "))


def look(house: House, card: Json, user: str, **more: Any) -> Json:
    """What Teams is answered that asks for somebody's view of a card."""
    asks = activities.looked(card["refresh"]["action"], user=user, **{"conversation": GROWTH, **more})
    body: Json = house.post(asks)
    return body


def titles(body: Json) -> list[str]:
    """What can be pressed on it."""
    assert body["statusCode"] == 200
    return [one["title"] for one in activities.actions(body["value"])]


def test_whoever_measures_it_checks_in_and_others_join_in(house: House) -> None:
    card = found(house, "KR1")
    assert problems(card) == ()
    assert card["refresh"]["userIds"] == ["29:ada"]
    sent = len(house.microsoft.calls)
    with nothing_written():
        for _ in range(3):
            own, other = look(house, card, "29:ada"), look(house, card, "29:ben")
            assert titles(own) == ["Show KR1", "Check in", "Comment"]
            assert titles(other) == ["Show KR1", "👍 Like", "Comment"]
    assert len(house.microsoft.calls) == sent, "it is the answer alone, and no message"
    assert own["value"]["refresh"]["userIds"] == ["29:ada"]
    assert other["value"]["refresh"]["userIds"] == ["29:ben"]
    assert problems(own["value"]) == ()
    assert all(isinstance(one, Refreshed) for one in house.noted.events[-6:])


def test_however_often_it_is_asked_a_repeated_message_is_still_known(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.teams.exchange._REPEATS", 3)
    card, message = found(house, "KR1"), activities.message("list")
    house.post(message)
    for _ in range(5):
        look(house, card, "29:ben")
    sent = len(house.messages)
    house.post(message)
    assert len(house.messages) == sent


def test_a_view_that_takes_long_is_left_as_it_was(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    card, go = found(house, "KR1"), threading.Event()
    take = house.noted.turns.take
    monkeypatch.setattr(house.noted.turns, "take", lambda event: take(event) if go.wait(10) else ())
    monkeypatch.setattr(house.teams.exchange, "_budget", 0.05)
    sent = len(house.microsoft.calls)
    assert look(house, card, "29:ben")["value"] == ""
    go.set()
    house.teams._executor.shutdown(wait=True)
    assert len(house.microsoft.calls) == sent, "nobody asked, so nobody is told to wait"


def test_an_objective_offers_what_is_ones_own(house: House) -> None:
    card = found(house, "O1")
    assert titles(look(house, card, "29:ada")) == ["Check in KR1", "Check in KR2", "Show O1"]
    assert titles(look(house, card, "29:ben")) == ["Show O1"]


def test_each_in_their_own_language(house: House) -> None:
    house.say("hello", user="29:lin", locale="zh-CN", entities=[{"type": "clientInfo", "locale": "zh-CN"}])
    body = look(house, found(house, "KR1"), "29:lin")
    assert body["value"]["lang"] == "zh"
    assert "查看 KR1" in titles(body)


def test_a_stranger_sees_what_everybody_sees_and_is_not_met(house: House) -> None:
    with nothing_written():
        body = look(house, found(house, "KR1"), "29:eve")
    assert body["type"] == "application/vnd.microsoft.activity.message"
    assert body["value"] == ""
    assert house.storage.directory.known("W1", "teams", "directory-eve") is None


def test_what_one_may_not_see_is_not_there(house: House) -> None:
    house.say(DRAFT.replace("effortless", "a secret"))
    for id in ("O2", "KR3", "O999", "x", ""):
        asks = {"action": {"data": {"okr": {"look": ["view.look", {"id": id}]}}}}
        body = look(house, {"refresh": asks}, "29:ben")
        assert (id, body["value"]) == (id, "")
        assert look(house, {"refresh": asks}, "29:ada")["value"] == "", "a draft is nothing to look at in a channel"
    for verb in ("view.show", "summary.look", "check_in.open", "draft.save", "x"):
        asks = {"action": {"data": {"okr": {"look": [verb, {"id": "KR1", "occurrence": "x", "objective": "1"}]}}}}
        with nothing_written():
            assert look(house, {"refresh": asks}, "29:ada")["value"] == ""


def test_another_organisation_sees_nothing(house: House) -> None:
    elsewhere = {"channelData": {"tenant": {"id": TENANT.replace("a", "b")}}}
    card = found(house, "KR1")
    house.say("hello", user="29:mallory", **elsewhere)
    assert look(house, card, "29:mallory", **elsewhere)["value"] == ""


def test_a_posted_summary_asks_those_it_waits_for(house: House) -> None:
    words, bot = activities.at(activities.BOT, "Measured")
    data = {"tenant": {"id": TENANT}, "team": {"id": "19:general@thread.tacv2"}}
    house.say(f"{words} hello", entities=[bot], conversation=GROWTH, channelData=data)
    house.say("new team Onboarding")
    house.say("Onboarding channel #Growth")
    house.say(DRAFT.replace("effortless", "a pleasure").replace(" owner ", ""))
    house.press("Save")
    house.say("summary")
    house.press("Post to #Growth")
    house.courier.drain("teams", house.clock.now())
    card = next(
        activities.card_of(call.body) for call in reversed(house.messages) if "/19:growth@thread.tacv2/" in call.path
    )
    assert card["refresh"]["userIds"] == ["29:ada"]
    with nothing_written():
        assert titles(look(house, card, "29:ada")) == ["O2", "Check in KR3", "Check in KR4"]
        assert titles(look(house, card, "29:ben")) == ["O2"]


def test_a_summary_is_looked_at_where_it_was_posted_and_nowhere_else(house: House) -> None:
    words, bot = activities.at(activities.BOT, "Measured")
    data = {"tenant": {"id": TENANT}, "team": {"id": "19:general@thread.tacv2"}}
    house.say(f"{words} hello", entities=[bot], conversation=GROWTH, channelData=data)
    house.say("new team Onboarding")
    house.say("Onboarding channel #Growth")
    house.say(DRAFT.replace("effortless", "a pleasure").replace(" owner ", ""))
    house.press("Save")
    house.say("summary")
    house.press("Post to #Growth")
    house.courier.drain("teams", house.clock.now())
    card = next(activities.card_of(call.body) for call in reversed(house.messages) if "/19:growth@" in call.path)
    assert titles(look(house, card, "29:ben")) == ["O2"]
    for elsewhere in (activities.channel("sales"), None):
        more = {} if elsewhere is None else {"conversation": elsewhere}
        asks = activities.looked(card["refresh"]["action"], user="29:ben", **more)
        assert house.post(asks)["value"] == ""


def test_no_more_than_sixty_are_named_and_nobody_beneath_a_link() -> None:
    card = Card("x", (Paragraph("x"),), views=Views(action("view.look", id="O1"), (1,)))
    reader = Reader("en", "UTC")
    assert "refresh" not in adaptive(card, reader)
    assert "refresh" not in adaptive(card, reader, ("29:ada",), unfurled=True)
    assert adaptive(card, reader, ("29:ada",))["refresh"]["userIds"] == ["29:ada"]


def test_a_large_team_is_cut_at_what_teams_takes(house: House) -> None:
    people = []
    for number in range(90):
        house.say("hello", user=f"29:p{number}")
        people.append(house.storage.directory.known("W1", "teams", f"directory-p{number}") or 0)
    card = Card("x", (), views=Views(action("view.look", id="O1"), (0, *people)))
    users = house.teams.door._viewers.of(card, "W1")
    assert users == tuple(f"29:p{number}" for number in range(60))
    assert house.teams.door._viewers.of(card, "W2") == ()
