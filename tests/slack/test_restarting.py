"""A process that dies between its acknowledgement and its answer: a request that Slack will not send again is answered by the next."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest

from adapters.accepted import KEPT_FOR, AcceptedFiles
from adapters.courier import Courier
from bot.chat.events import Event
from bot.ports.accepted import Accepted
from storage import memory_storage
from tests.slack import payloads
from tests.slack.office import NOW, Office, office, run
from tests.slack.test_serving import SENTENCE, saved, words
from tests.slack.test_standing_still import WAIT

Asks = Callable[[Office], Awaitable[httpx2.Response]]


def modes(folder: Path) -> list[int]:
    """Who may read each of the files in it."""
    return [path.stat().st_mode & 0o777 for path in folder.iterdir()]


async def kill(desk: Office) -> None:
    """Nothing that is under way comes to its end here."""
    assert desk.app._wire is not None
    under_way = set(desk.app._wire._tasks)
    for task in under_way:
        task.cancel()
    await asyncio.wait(under_way)


async def command(desk: Office) -> httpx2.Response:
    return await desk.commands("KR1 48%, the new wizard helps")


async def press(desk: Office) -> httpx2.Response:
    return await desk.presses({**desk.slack.messages["D1ADA"][-1], "channel": "D1ADA"}, "Undo")


async def form(desk: Office) -> httpx2.Response:
    view = desk.slack.of("views.open")[-1]["view"]
    return await desk.submits(view, {"value": "48%", "note": "the new wizard helps"})


@pytest.mark.parametrize(
    ("ask", "way", "answer"),
    [
        (command, "chat.postEphemeral", "new wizard"),
        (press, "chat.update", "Taken back"),
        (form, "chat.postEphemeral", "new wizard"),
    ],
)
def test_what_was_acknowledged_is_answered_after_a_kill(ask: Asks, way: str, answer: str, tmp_path: Path) -> None:
    async def job() -> None:
        kept = memory_storage()
        async with office(storage=kept, waiting=AcceptedFiles(tmp_path)) as desk:
            await saved(desk)
            if ask is press:
                await desk.says("KR1 45%")
                await desk.slack.until("chat.postMessage", 2)
            if ask is form:
                await desk.commands("check in KR1")
                question = {"channel": "C1GROWTH", "ts": "1.1", **(await desk.commands("check in KR1")).json()}
                await desk.presses(question, "Fill in a form")
                await desk.slack.until("views.open")
            await desk.app.settle()
            await desk.stall()
            acknowledged = await ask(desk)
            assert acknowledged.status_code == 200
            assert modes(tmp_path) == [0o600]
            await kill(desk)
            stood = desk.slack.messages
        assert len(modes(tmp_path)) == 1
        async with office(storage=kept, waiting=AcceptedFiles(tmp_path)) as desk:
            desk.slack.messages = stood
            await desk.app.start()
            courier = Courier(kept.ledger, {"slack": desk.app.door}, desk.clock)
            await asyncio.to_thread(courier.repeat_unsaid, kept.units, kept.directory)
            await desk.slack.until_true(lambda: answer in words(desk.slack.of(way)))
            await desk.app.settle()
            assert sum(answer in words(one) for one in desk.slack.of(way)) == 1
            assert way == "chat.postMessage" or answer not in words(desk.slack.of("chat.postMessage"))
            assert len(desk.slack.of("views.update")) == (ask is form)
            assert modes(tmp_path) == []
            assert kept.units.unsaid() == ()
        kept.close()

    run(job)


def test_what_is_answered_is_not_kept(tmp_path: Path) -> None:
    async def job() -> None:
        async with office(waiting=AcceptedFiles(tmp_path)) as desk:
            await desk.stall()
            assert WAIT in (await desk.commands("list")).json()["text"]
            assert len(modes(tmp_path)) == 1
            desk.turns.gate.set()
            await desk.slack.until("url")
            await desk.app.settle()
            assert modes(tmp_path) == []

    run(job)


def test_what_is_answered_while_it_is_being_kept_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that stands still wakes up: the turn is done while its request is still being written down."""
    monkeypatch.setattr("adapters.slack.wire.KEEPING", 30.0)

    async def job() -> None:
        async with office(waiting=AcceptedFiles(tmp_path)) as desk:
            await saved(desk)
            await desk.app.settle()
            await desk.stall()
            shown, written, keep, said = threading.Event(), threading.Event(), AcceptedFiles.keep, desk.turns.said

            def keep_slowly(waiting: AcceptedFiles, accepted: Accepted) -> None:
                desk.turns.gate.set()
                shown.wait(20)
                keep(waiting, accepted)
                written.set()

            def note_said(event: Event, messages: Sequence[str | None] = ()) -> None:
                said(event, messages)
                shown.set()

            monkeypatch.setattr(AcceptedFiles, "keep", keep_slowly)
            monkeypatch.setattr(desk.turns, "said", note_said)
            answered = await desk.commands("KR1 48%, the new wizard helps")
            assert "new wizard" in answered.text
            assert WAIT not in answered.text
            await desk.app.settle()
            await asyncio.to_thread(written.wait, 20)
            await desk.slack.until_true(lambda: modes(tmp_path) == [])
            assert desk.slack.of("url") == []

    run(job)


def test_an_event_takes_the_place_of_its_wait_after_a_kill() -> None:
    async def job() -> None:
        kept = memory_storage()
        async with office(storage=kept) as desk:
            await desk.stall()
            body = payloads.event(payloads.message(SENTENCE, channel="D1ADA"), id="EvKilled")
            assert (await desk.post(body)).status_code == 503
            await desk.slack.until("chat.postMessage")
            await kill(desk)
            stood = desk.slack.messages["D1ADA"]
        async with office(storage=kept) as desk:
            desk.slack.messages["D1ADA"] = stood
            await desk.app.start()
            courier = Courier(kept.ledger, {"slack": desk.app.door}, desk.clock)
            await asyncio.to_thread(courier.repeat_unsaid, kept.units, kept.directory)
            assert (await desk.post(body, again=1)).status_code == 200
            await desk.slack.until_true(lambda: "make onboarding effortless" in words(desk.slack.messages["D1ADA"]))
            await desk.app.settle()
            (message,) = desk.slack.messages["D1ADA"]
            assert "make onboarding effortless" in words(message["blocks"])
        kept.close()

    run(job)


def test_what_cannot_be_read_or_is_too_old_is_dropped(tmp_path: Path) -> None:
    waiting = AcceptedFiles(tmp_path)
    old = Accepted("W1", "old", {"type": "block_actions", "token": "hush"}, NOW - KEPT_FOR - timedelta(seconds=1))
    new = Accepted("W1", "new", {"type": "block_actions"}, NOW)
    for one in (old, new):
        waiting.keep(one)
    (tmp_path / "half.json").write_text("{")
    assert "hush" not in "".join(path.read_text() for path in tmp_path.iterdir())
    assert AcceptedFiles(tmp_path).left(NOW) == (new,)
    assert len(modes(tmp_path)) == 1


def test_a_folder_that_cannot_be_written_to_keeps_nobody_waiting(tmp_path: Path) -> None:
    async def job() -> None:
        (tmp_path / "file").write_text("")
        async with office(waiting=AcceptedFiles(tmp_path / "file" / "folder")) as desk:
            await desk.stall()
            settings: Any = (await desk.commands("list")).json()
            assert WAIT in settings["text"]
            desk.turns.gate.set()
            await desk.slack.until("url")

    run(job)
