"""Teams' door as a hostile person meets it: what they type is only shown, what is not theirs stays hidden, and nothing they send is slow."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from adapters.teams.edge import PATH
from adapters.teams.limits import FOUND_BYTES, MOST_BYTES, Json, size
from adapters.teams.parse_text import plain_of_html, read_text
from adapters.teams.render import draw_card, draw_found, draw_unfold
from bot.chat.cards import Action, Card, Paragraph, Progress, Views
from bot.chat.effects import Found, Result
from bot.ports.door import Reader
from tests.contract import worst
from tests.teams import activities
from tests.teams.house import House
from tests.teams.microsoft import APP_ID, TENANT, Microsoft, new_key, token
from tests.teams.schema import problems
from tests.teams.test_tab import claims, registration

EVIL = "[free money](https://evil.example) **bold** <at>everyone</at> <b>x</b> {{DATE(2026-01-01,SHORT)}} <img src=x onerror=alert(1)>"
VIEWS = Views(Action("view.look", (("id", "O1"),)), (1,))
DRAFT = "My objective is to make onboarding effortless as measured by activation rate from 40% to 60% and setup time from 3 days to 1 day"
GROWTH = activities.channel("growth")
ELSEWHERE = {"channelData": {"tenant": {"id": TENANT.replace("a", "b")}}}


@pytest.fixture
def house(microsoft: Microsoft) -> Iterator[House]:
    house = House(microsoft)
    with house.client:
        yield house


def saved(house: House) -> None:
    """Ada has an objective with two key results."""
    house.say(DRAFT)
    house.press("Save")


# --- what they type ------------------------------------------------------------------------------------------------


def test_what_people_type_and_are_called_is_only_shown(house: House) -> None:
    called: Json = {"from": {"id": "29:eve", "name": EVIL, "aadObjectId": "directory-eve"}}
    house.say(f"new team {EVIL}", user="29:eve", **called)
    house.say(DRAFT.replace("effortless", EVIL), user="29:eve", **called)
    house.press("Save", user="29:eve")
    house.say(f"KR1 44%, {EVIL}", user="29:eve", **called)
    for text in ("list", "show KR1", "show O1", "tree", "my teams", "find onboarding", "history of KR1", "summary"):
        house.say(text, user="29:eve", **called)
    house.say(f"what is [this](https://evil.example) {EVIL}?", user="29:eve", **called)
    assert any("evil.example" in json.dumps(call.body) for call in house.messages)
    for call in house.messages:
        assert problems(call.body) == (), "nothing in it reads Markdown"
        assert set(call.body) <= {"type", "summary", "attachments", "recipient", "id"}, "no text of its own"
        assert "entities" not in call.body, "nobody is mentioned by what was typed"
        assert "{{DATE" not in json.dumps(call.body["attachments"][0]["content"]["body"], ensure_ascii=False)


@pytest.mark.parametrize("many", [" ", "\u00a0", "&nbsp;", ",", "\n", "<", "<at", "<at>", "</at>", "&", "a:", "/okr "])
def test_a_long_message_is_read_in_no_time(many: str) -> None:
    words, bot = activities.at(activities.BOT, "Measured")
    _, entity = activities.at("29:ben", "Ben")
    for text in (
        f"{words}{many * 20_000}x",
        f"x{many * 20_000}{words}",
        f"x {words}{many * 20_000}{words} x",
        many * 40_000,
    ):
        began = time.process_time()
        read_text(text, activities.message(text, bot, entity), {}, activities.BOT)
        plain_of_html(text)
        assert time.process_time() - began < 1.0, "the time must grow with the text, not with its square"


def test_a_crowd_of_mentions_is_not_looked_up_one_by_one(house: House) -> None:
    crowd = [activities.at(f"29:m{number}", f"M{number}") for number in range(400)]
    house.say(" ".join(words for words, _ in crowd), entities=[entity for _, entity in crowd])
    assert sum("/members/" in call.path for call in house.microsoft.calls) <= 50


@pytest.mark.parametrize("depth", [50, 500, 900, 5_000])
def test_what_is_deep_or_large_is_answered_in_peace(house: House, depth: int) -> None:
    deep = "[" * depth + "]" * depth
    for name in ("adaptiveCard/action", "task/fetch", "composeExtension/query"):
        one = activities.activity("invoke", name=name, value="DEEP")
        body = json.dumps({**one, "serviceUrl": f"{house.microsoft.url}/emea/"}).replace('"DEEP"', deep)
        answered = house.client.post(PATH, content=body, headers={"Content-Type": "application/json"})
        assert answered.status_code in (200, 400)
    for kind in ("message", "messageReaction", "conversationUpdate"):
        one = activities.activity(kind, text="x" * 200_000, value="DEEP", entities="DEEP")
        body = json.dumps({**one, "serviceUrl": f"{house.microsoft.url}/emea/"}).replace('"DEEP"', deep)
        answered = house.client.post(PATH, content=body, headers={"Content-Type": "application/json"})
        assert answered.status_code in (200, 400)


# --- what is not theirs ----------------------------------------------------------------------------------------------


def offered(house: House) -> list[tuple[Json, Json]]:
    """Every press that was ever offered, with its data."""
    return [press for call in house.messages for press in activities.choices(activities.card_of(call.body))]


def test_presses_of_another_organisation_do_and_show_nothing(house: House) -> None:
    saved(house)
    for text in ("list", "show O1", "show KR1", "settings", "tree", "KR1 44%, a secret", "summary"):
        house.say(text)
    presses = offered(house)
    assert len(presses) > 20
    house.say("hello", user="29:mallory", **ELSEWHERE)
    with house.storage.units.read_as("W1", 1) as book:
        before = [(one, book.key_results([one.id])) for one in book.objectives("all", limit=9).items]
    sent = len(house.messages)
    for action, data in presses:
        body = house.post({**activities.pressed(action, data, user="29:mallory"), **ELSEWHERE})
        for word in ("onboarding", "activation", "secret"):
            assert word not in json.dumps(body), data
    for call in house.messages[sent:]:
        for word in ("onboarding", "activation", "secret"):
            assert word not in json.dumps(call.body)
    with house.storage.units.read_as("W1", 1) as book:
        assert before == [(one, book.key_results([one.id])) for one in book.objectives("all", limit=9).items]


def test_a_replay_changes_nothing_that_is_not_the_players_own(house: House) -> None:
    saved(house)
    house.say("KR1 44%")
    for text in ("list", "show O1", "show KR1"):
        house.say(text)
    house.say(DRAFT.replace("effortless", "a secret"))
    presses = offered(house)
    house.say("hello", user="29:ben")
    with house.storage.units.read_as("W1", 1) as book:
        before = book.objective(1), book.key_results([1]), book.objective(2)
    sent = len(house.messages)
    for action, data in presses:
        body = house.post(activities.pressed(action, data, user="29:ben"))
        assert "a secret" not in json.dumps(body), data
    assert not any("a secret" in json.dumps(call.body) for call in house.messages[sent:])
    with house.storage.units.read_as("W1", 1) as book:
        assert before == (book.objective(1), book.key_results([1]), book.objective(2))


def test_forms_of_others_that_are_sent_change_nothing(house: House) -> None:
    saved(house)
    for text in ("KR1 44%", "show O1", "show KR1", "settings"):
        house.say(text)
    forms: list[Json] = []
    for _, data in offered(house):
        if "msteams" in data:
            task = house.post(activities.task("task/fetch", data)).get("task", {})
            forms += [task["value"]["card"]["content"]] if task.get("type") == "continue" else []
    assert len(forms) >= 4
    house.say("hello", user="29:ben")
    house.say("hello", user="29:mallory", **ELSEWHERE)
    with house.storage.units.read_as("W1", 1) as book:
        before = book.objective(1), book.key_results([1]), book.check_ins(1), book.settings(1)
    for form in forms:
        send = next(one for one in activities.actions(form) if "send" in one["data"]["okr"])
        typed = {one["id"]: "7" for one in activities.inputs(form)}
        for data in ({**send["data"], **typed}, {**activities.gathered(form, send), "in:title": "hacked"}):
            house.post(activities.task("task/submit", data, user="29:ben"))
            house.post({**activities.task("task/submit", data, user="29:mallory"), **ELSEWHERE})
    with house.storage.units.read_as("W1", 1) as book:
        assert before == (book.objective(1), book.key_results([1]), book.check_ins(1), book.settings(1))


def test_a_press_in_a_channel_draws_over_nothing_that_others_see(house: House) -> None:
    saved(house)
    house.say(DRAFT.replace("effortless", "a secret"))
    for verb, args in (
        ("view.show", {"id": "O2", "here": "1"}),
        ("view.more", {"scope": "mine"}),
        ("draft.open", {"objective": "2"}),
    ):
        data = {"okr": {"do": [verb, args]}}
        for old in (False, True):
            before = len(house.messages)
            action = {"type": "Action.Submit" if old else "Action.Execute", "verb": verb, "data": data}
            house.post(activities.pressed(action, data, on="the-posted-summary", conversation=GROWTH))
            for call in house.messages[before:]:
                assert call.query.get("isTargetedActivity") == "true" or "/a:" in call.path, (verb, call.method)


# --- tokens ----------------------------------------------------------------------------------------------------------


def _forged(header: Any, body: Any) -> str:
    return f"{_coded(header)}.{_coded(body)}.c2lnbmVk"


def _coded(part: Any) -> str:
    return _plain(json.dumps(part).encode())


def _plain(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def test_forged_tokens_of_the_tab_are_turned_away(microsoft: Microsoft, signing_key: rsa.RSAPrivateKey) -> None:
    house = House(microsoft, registration=registration(microsoft))
    public = signing_key.public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    good = claims()
    whole = token(signing_key, "k1", good)
    head, body, signature = whole.split(".")
    other = _coded({**good, "oid": "directory-boss"})
    hs = f"{_coded({'alg': 'HS256', 'kid': 'k1', 'typ': 'JWT'})}.{body}"
    hs_signed = f"{hs}.{_plain(hmac.new(pem, hs.encode(), hashlib.sha256).digest())}"
    forged = (
        _forged({"alg": "none", "kid": "k1"}, good),
        _forged({"alg": "none"}, good)[: -len("c2lnbmVk")],
        hs_signed,
        f"{head}.{other}.{signature}",
        f"{head}.{body}.",
        f"{head}.{body}",
        f"{whole}.{whole}",
        _forged({"alg": "RS256", "kid": ["k1"]}, good),
        _forged({"alg": "RS256", "kid": "../k1", "jku": f"{microsoft.url}/keys"}, good),
        _forged({"alg": "RS256", "kid": "k1", "crit": ["exp"]}, good),
        _forged({"alg": "RS256", "kid": "k1"}, [1]),
        _forged([], good),
        token(new_key(), "k1", good),
        token(signing_key, "k1", {**good, "aud": [APP_ID, "x"], "exp": 1}),
        whole + "x" * 20_000,
        "é" * 30,
    )
    with house.client:
        for one in forged:
            headers = {b"Authorization": f"Bearer {one}".encode()}
            answered = house.client.post("/teams/tab/do", json={"id": "1"}, headers=headers)
            assert answered.status_code in (401, 403), one[:80]
        assert house.noted.events == []
        answered = house.client.post("/teams/tab/do", json={"id": "1"}, headers={"Authorization": f"Bearer {whole}"})
        assert answered.status_code == 200, "the good one gets in"


# --- size ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_a_search_answers_stays_within_what_teams_takes(language: str) -> None:
    reader = Reader("zh" if language == "zh" else "en", "Asia/Shanghai")
    card = Card("长" * 3_000, worst.elements("长" * 3_000) + worst.elements("x" * 3_000))
    line = Progress("KR1", "长" * 3_000, "at_risk", "x" * 3_000)
    drawn = draw_found(Found("two", tuple(Result(line, card) for _ in range(30))), reader)
    assert size(drawn) <= FOUND_BYTES * 1.2
    assert all(problems(one["content"]) == () for one in drawn["composeExtension"]["attachments"])
    assert size(draw_unfold(card, reader)) <= MOST_BYTES * 1.05
    assert size(draw_card(card, reader)) <= MOST_BYTES * 1.05


def test_what_an_ordinary_search_finds_is_whole(house: House) -> None:
    for number in range(8):
        key_results = " and ".join(
            f"onboarding {what} from 50 to 90" for what in ("calls", "visits", "joy", "days", "talks")
        )
        house.say(f"My objective is to make onboarding effortless {number} as measured by {key_results}")
        house.press("Save")
    query = {"commandId": "find", "parameters": [{"name": "words", "value": "onboarding"}]}
    body = house.post(activities.activity("invoke", name="composeExtension/query", value=query))
    crowd = draw_found(
        Found("x", tuple(Result(Progress("O1", "x", "at_risk", "x"), Card("x", (), views=VIEWS)) for _ in range(40))),
        Reader("en", "UTC"),
        lambda _: tuple(f"29:{'x' * 90}{number}" for number in range(60)),
    )
    assert all(len(one["content"]["refresh"]["userIds"]) == 10 for one in crowd["composeExtension"]["attachments"])
    assert len(body["composeExtension"]["attachments"]) >= 40
    assert "too much here" not in json.dumps(body)
    assert size(body) <= FOUND_BYTES


def test_a_name_of_many_letters_is_shortened_in_what_is_pressed(house: House) -> None:
    card = Card("x", (Paragraph("x" * 100_000),))
    assert size(draw_card(card, Reader("en", "UTC"))) <= MOST_BYTES
