"""What goes wrong on the way: requests that come again, answers that break off, deliveries that Slack refuses or asks to wait for."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import structlog

from adapters.courier import Courier
from bot.chat.cards import Card, Paragraph
from bot.chat.effects import Say
from bot.chat.events import Origin, Place
from bot.chat.stored import card_to_json
from bot.chat.words import t
from bot.ports.door import Ambiguous, Parcel, Reader, Refused, RetryAfter, Sent
from storage import memory_storage
from storage.tells import DELIVERY
from tests.slack import payloads
from tests.slack.office import NOW, Office, office, run
from tests.slack.stub import direct
from tests.slack.test_serving import SENTENCE, words

ENGLISH = Reader("en", "UTC")


CARD = Card(t("turn-busy"), (Paragraph(t("turn-busy")),))


def parcel(desk: Office, address: str = "C1GROWTH", **more: Any) -> Parcel:
    workspace = desk.storage.directory.workspace("slack", payloads.TEAM["id"], name="x", now=NOW)
    return replace(Parcel(7, workspace, address, address.startswith("U"), CARD, ENGLISH), **more)


def test_a_repeated_event_is_answered_once() -> None:
    async def job() -> None:
        async with office() as desk:
            body = payloads.event(payloads.message(SENTENCE, channel="D1ADA"), id="EvOnce")
            first, beside = await asyncio.gather(desk.post(body), desk.post(body))
            assert {first.status_code, beside.status_code} == {200}
            await desk.slack.until("chat.postMessage")
            for number in (1, 2, 3):
                await desk.app.settle()
                assert (await desk.post(body, again=number)).status_code == 200
            await desk.app.settle()
            assert len(desk.slack.of("chat.postMessage")) == 1

    run(job)


def test_a_kill_between_commit_and_answer_loses_and_doubles_nothing() -> None:
    async def job() -> None:
        kept = memory_storage()
        async with office(storage=kept) as desk:
            body = payloads.event(payloads.message(SENTENCE, channel="D1ADA"), id="EvKilled")
            desk.slack.troubles["chat.postMessage"] = [{"status": 500}, {"status": 500}]
            desk.slack.troubles["conversations.history"] = [{"error": "fatal"}]
            await desk.post(body)
            await desk.slack.until("conversations.history")
            await desk.app.stop()
            assert desk.slack.messages["D1ADA"] == []
        async with office(storage=kept) as desk:
            await desk.app.start()
            courier = Courier(kept.ledger, {"slack": desk.app.door}, desk.clock)
            said = await asyncio.to_thread(courier.repeat_unsaid, kept.units, kept.directory)
            assert said == 1
            assert "make onboarding effortless" in words(desk.slack.messages["D1ADA"][0]["blocks"])
            await desk.post(body, again=1)
            await desk.slack.until("conversations.history", 2)
            await desk.app.stop()
            assert len(desk.slack.messages["D1ADA"]) == 1
        kept.close()

    run(job)


def test_an_answer_whose_line_broke_after_slack_took_it_is_found_and_not_repeated() -> None:
    async def job() -> None:
        async with office() as desk:
            desk.slack.troubles["chat.postMessage"] = [{"drop": "after"}]
            await desk.says(SENTENCE)
            await desk.slack.until("conversations.history")
            await desk.app.stop()
            assert len(desk.slack.messages["D1ADA"]) == 1
            assert desk.storage.units.unsaid() == ()

    run(job)


def test_where_the_app_may_not_read_along_an_answer_kept_back_is_said_all_the_same() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.app.start()
            desk.slack.troubles["conversations.history"] = [{"error": "missing_scope", "needed": "channels:history"}]
            one = parcel(desk)
            person = desk.storage.directory.meet(one.workspace, "slack", "U1ADA", name="Ada", handle="ada", now=NOW)
            origin = Origin(one.workspace, "slack", Place("C1GROWTH", "channel"), person, NOW, "e1")
            shown = await asyncio.to_thread(desk.app.door.answer, origin, (Say(CARD),), ENGLISH)
            assert shown is not None
            assert shown.messages == (desk.slack.messages["C1GROWTH"][0]["ts"],)
            desk.slack.troubles["conversations.history"] = [{"error": "missing_scope", "needed": "channels:history"}]
            assert isinstance(await asyncio.to_thread(desk.app.door.send, replace(one, again=True)), Ambiguous), (
                "a delivery that may be there is not posted again"
            )

    run(job)


@pytest.mark.parametrize(
    ("trouble", "expected"),
    [
        ({}, Sent),
        ({"retry_after": 7}, RetryAfter(7.0)),
        ({"error": "is_archived"}, Refused),
        ({"error": "missing_scope", "needed": "chat:write"}, Refused),
        ({"status": 500}, Ambiguous),
        ({"drop": "after"}, Ambiguous),
    ],
)
def test_what_comes_of_a_delivery(trouble: dict[str, Any], expected: Any) -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.app.start()
            desk.slack.troubles["chat.postMessage"] = [trouble]
            result = await asyncio.to_thread(desk.app.door.send, parcel(desk))
            assert result == expected if isinstance(expected, RetryAfter) else isinstance(result, expected)
            if isinstance(result, Refused):
                assert "channel" in result.why or "chat:write" in result.why

    run(job)


def test_a_delivery_that_may_be_there_is_looked_for_first() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.app.start()
            desk.slack.troubles["chat.postMessage"] = [{"drop": "after"}]
            door = desk.app.door
            for address in ("C1GROWTH", "U2LI"):
                desk.slack.troubles["chat.postMessage"] = [{"drop": "after"}]
                assert isinstance(await asyncio.to_thread(door.send, parcel(desk, address)), Ambiguous)
                found = await asyncio.to_thread(door.send, parcel(desk, address, again=True))
                place = direct(address) if address.startswith("U") else address
                assert found == Sent(desk.slack.messages[place][0]["ts"])
                assert len(desk.slack.messages[place]) == 1

    run(job)


def test_a_delivery_into_a_thread_and_one_drawn_anew() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.app.start()
            door = desk.app.door
            first = await asyncio.to_thread(door.send, parcel(desk))
            assert isinstance(first, Sent)
            beneath = await asyncio.to_thread(door.send, parcel(desk, delivery=8, thread=first.message))
            assert isinstance(beneath, Sent)
            assert desk.slack.messages["C1GROWTH"][1]["thread_ts"] == first.message
            assert await asyncio.to_thread(door.send, parcel(desk, delivery=9, revises=first.message)) == first
            assert len(desk.slack.of("chat.update")) == 1

    run(job)


def test_a_workspace_that_asks_to_wait_waits_whole() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.app.start()
            await desk.says("help")
            await desk.slack.until("chat.postMessage")
            desk.slack.troubles["chat.postMessage"] = [{"retry_after": 30}]
            workspace = parcel(desk).workspace
            with desk.storage.database.writing() as connection:
                for number in (1, 2):
                    values = {
                        "workspace": workspace,
                        "occurrence": f"o{number}",
                        "door": "slack",
                        "address": "C1GROWTH",
                    }
                    connection.execute(
                        DELIVERY.insert(),
                        {
                            **values,
                            "card": card_to_json(CARD),
                            "card_version": 1,
                            "state": "ready",
                            "due_at": NOW,
                            "attempts": 0,
                        },
                    )
            courier = Courier(desk.storage.ledger, {"slack": desk.app.door}, desk.clock)
            assert await asyncio.to_thread(courier.drain, "slack", NOW) == 0
            assert len(desk.slack.of("chat.postMessage")) == 2, "one answer, one delivery, and no second one"
            desk.clock.at = NOW + timedelta(seconds=31)
            assert await asyncio.to_thread(courier.drain, "slack", desk.clock.at) == 2

    run(job)


def test_no_token_and_no_word_in_any_log(capfd: pytest.CaptureFixture[str]) -> None:
    from adapters import logs

    async def job() -> None:
        async with office() as desk:
            for trouble in ({"status": 500}, {"error": "invalid_auth"}, {"drop": "after"}, {"retry_after": 1}):
                desk.slack.troubles["chat.postMessage"] = [trouble]
                desk.slack.troubles["users.info"] = [trouble]
                await desk.says("KR1 12 confidential-words")
            await desk.app.stop()

    handlers = logging.root.handlers[:]
    logs.begin("debug")
    try:
        run(job)
    finally:
        structlog.reset_defaults()
        logging.root.handlers[:] = handlers
    said = capfd.readouterr()
    assert "xoxb" not in said.out + said.err
    assert "not-a-secret" not in said.out + said.err
    assert "confidential-words" not in said.out + said.err
    assert json.loads(said.err.splitlines()[0])


def test_what_breaks_here_is_said_under_a_reference_and_no_form_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.commands("new")
            (opened,) = await desk.slack.until("views.open")

            def broken(*_: object) -> None:
                raise RuntimeError("a secret that is nobody's business")

            monkeypatch.setattr("adapters.slack.wire.parse", broken)
            answer = (await desk.commands("list")).json()
            assert "reference" in answer["text"]
            assert "secret" not in json.dumps(answer)
            sent = await desk.submits(opened["view"], {"objective": "kept"})
            assert sent.status_code == 503, "Slack keeps the form open"
            body = payloads.event(payloads.message("list", channel="D1ADA"), id="EvBroken")
            assert (await desk.post(body)).status_code == 503, "and sends a message again"
            assert desk.slack.of("chat.postMessage") == []
            assert (await desk.post(body, again=1)).status_code == 200
            await desk.app.settle()
            (said,) = desk.slack.of("chat.postMessage")
            assert "reference" in said["text"]
            assert (await desk.post(body, again=2)).status_code == 200
            await desk.app.settle()
            assert len(desk.slack.of("chat.postMessage")) == 1

    run(job)
