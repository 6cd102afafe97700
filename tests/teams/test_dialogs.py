"""Dialogs by raw invokes: rows that are added, what is wrong and loses nothing, in both languages; and what only its asker may see in a group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from adapters.teams.limits import Json
from adapters.teams.pressing import ROWS
from tests.contract import worst
from tests.teams import activities
from tests.teams.driven import texts
from tests.teams.house import House
from tests.teams.microsoft import Call, Microsoft
from tests.teams.schema import problems

LUNCH = activities.group()
SPEAKS: dict[str, dict[str, Any]] = {
    "en": {},
    "zh": {"locale": "zh-CN", "entities": [{"type": "clientInfo", "locale": "zh-CN", "timezone": "Asia/Shanghai"}]},
}


@pytest.fixture
def house(microsoft: Microsoft) -> Iterator[House]:
    house = House(microsoft)
    with house.client:
        yield house


def opened(house: House, verb: str, **more: Any) -> Json:
    """The dialog that a button of that verb opens."""
    data = {"okr": {"do": [verb, more.pop("args", {})]}, "msteams": {"type": "task/fetch"}}
    task: Json = house.post(activities.task("task/fetch", data, **more))["task"]
    return task


def sent(house: House, dialog: Mapping[str, Any], values: Mapping[str, str], **more: Any) -> Json:
    """What comes of sending it with these values, by the names of its inputs."""
    card = dialog["value"]["card"]["content"]
    send = next(one for one in activities.actions(card) if "send" in one["data"]["okr"])
    data = {**activities.gathered(card, send), **values}
    body: Json = house.post(activities.task("task/submit", data, **more))
    return body


def held(dialog: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in its inputs."""
    return {one["id"]: one.get("value") for one in activities.inputs(dialog["value"]["card"]["content"])}


@pytest.mark.parametrize("language", SPEAKS)
def test_rows_are_added_and_nothing_is_lost(house: House, language: str) -> None:
    how = SPEAKS[language]
    house.say("hi", **how)
    dialog = opened(house, "draft.new", **how)
    card = dialog["value"]["card"]["content"]
    assert problems(dialog["value"]) == ()
    assert card["lang"] == language
    rows = [one for one in activities.inputs(card) if one["id"].startswith("in:key_results+")]
    assert len(rows) == ROWS
    assert all(one["isVisible"] is False for one in rows), "each is shown by the button before it"
    added = {"in:key_results": "orders from 10 to 20", "in:key_results+1": "returns from 8% to 3%"}
    last = {f"in:key_results+{ROWS}": "  visits: many"}
    kept = sent(house, dialog, {**added, **last}, **how)["task"]
    assert held(kept)["in:key_results"] == "orders from 10 to 20\nreturns from 8% to 3%\n  visits: many"
    assert "⚠️" in texts(kept["value"]["card"]["content"])
    assert problems(kept["value"]) == ()
    lines = "orders from 10 to 20\nreturns from 8% to 3%"
    right = {"in:objective": "make cafes love us", "in:key_results": lines, "in:key_results+3": "visits from 5 to 9"}
    assert sent(house, kept, right, **how) == {}
    for label in ("KR1", "KR2", "KR3"):
        assert label in house.read()


def test_each_button_shows_one_row_and_the_next_button(house: House) -> None:
    card = opened(house, "draft.new")["value"]["card"]["content"]
    there = {one["id"]: one for one in activities.elements(card) if "id" in one}
    visible = {id for id, one in there.items() if one.get("isVisible") is not False}
    for number in range(1, ROWS + 1):
        (action,) = there[f"add:key_results+{number}"]["actions"]
        assert f"add:key_results+{number}" in visible
        for target in action["targetElements"]:
            assert target["elementId"] in there, "a button must not point at nothing"
            (visible.add if target["isVisible"] else visible.discard)(target["elementId"])
        assert f"in:key_results+{number}" in visible
    assert not any(id.startswith("add:key_results") for id in visible)


@pytest.mark.parametrize("words", [words for words in worst.WORDS if len(words) < 2_000], ids=repr)
def test_whatever_was_typed_stays(house: House, words: str) -> None:
    dialog = opened(house, "draft.new")
    kept = sent(house, dialog, {"in:key_results": words, "in:initiatives": words})["task"]
    assert problems(kept["value"]) == ()
    stands = str(held(kept)["in:key_results"])
    assert [one for one in stands if one.isalnum()] == [one for one in words if one.isalnum()]


def test_what_only_its_asker_may_see_in_a_group_is_told_to_them_alone(house: House) -> None:
    words, bot = activities.at(activities.BOT, "Measured")
    for text in ("list", "help", "settings", "show O9", "check in", "what is this"):
        before = len(house.messages)
        house.say(f"{words} {text}", entities=[bot], conversation=LUNCH)
        for call in house.messages[before:]:
            assert call.query == {"isTargetedActivity": "true"}, text
            assert call.body["recipient"] == {"id": "29:ada"}


def test_a_dialog_asked_for_in_vain_says_why_and_where_the_answer_is(house: House) -> None:
    house.say("hi", user="29:ben")
    data = {"okr": {"do": ["check_in.open", {"key_result": "77"}]}}
    body = house.post(activities.task("task/fetch", data, user="29:ben", conversation=LUNCH))
    assert body["task"]["type"] == "message"
    assert body["task"]["value"].strip()

    def refuse(call: Call) -> tuple[int, dict[str, str], Any]:
        return (400, {}, {}) if call.query else House.answer(house, call)

    house.microsoft.answer = refuse
    body = house.post(activities.task("task/fetch", data, user="29:ben", conversation=LUNCH))
    assert body["task"] == {"type": "message", "value": "I have answered you in our own chat."}
    assert house.messages[-1].path.endswith("/a:ben/activities")
