"""What people in Slack get while the database stands still: a word at once, the answer later, and nothing lost."""

from __future__ import annotations

import pytest

from tests.slack.office import office, run
from tests.slack.test_serving import SENTENCE, saved, words

WAIT = "One moment"


def test_a_message_while_the_database_stands_still() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.stall()
            refused = await desk.says(SENTENCE)
            assert refused.status_code == 503, "Slack sends it again, should this process die"
            (waiting,) = await desk.slack.until("chat.postMessage")
            assert WAIT in waiting["text"]
            desk.turns.gate.set()
            (answer,) = await desk.slack.until("chat.update")
            assert "make onboarding effortless" in words(answer["blocks"])
            assert len(desk.slack.messages["D1ADA"]) == 1
            await desk.app.stop()
            assert desk.storage.units.unsaid() == ()

    run(job)


def test_a_command_while_the_database_stands_still() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.stall()
            waiting = (await desk.commands("list")).json()
            assert WAIT in waiting["text"]
            assert waiting["response_type"] == "ephemeral"
            desk.turns.gate.set()
            (answer,) = await desk.slack.until("url")
            assert answer["response_type"] == "ephemeral"
            assert WAIT not in words(answer)

    run(job)


def test_what_is_said_and_cannot_be_marked_so_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    async def job() -> None:
        async with office() as desk:

            def locked(*_: object) -> None:
                raise RuntimeError("somebody else has the database")

            monkeypatch.setattr(desk.turns, "said", locked)
            await desk.says(SENTENCE)
            await desk.slack.until("chat.postMessage")
            await desk.app.settle()
            (said,) = desk.slack.of("chat.postMessage")
            assert "make onboarding effortless" in words(said["blocks"])

    run(job)


def test_somebody_not_met_yet_is_told_to_wait_in_their_language() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.stall()
            waiting = (await desk.commands("list", user="U2LI")).json()
            assert "请稍等" in waiting["text"]

    run(job)


def test_a_form_sent_while_the_database_stands_still() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.commands("new", channel="D1ADA", name="directmessage")
            (call,) = await desk.slack.until("views.open")
            await desk.stall()
            waiting = (await desk.submits(call["view"], {"objective": "Happy", "key_results": "NPS 20 to 40"})).json()
            assert waiting["response_action"] == "update"
            assert WAIT in words(waiting["view"])
            desk.turns.gate.set()
            (update,) = await desk.slack.until("views.update")
            assert update["view_id"] == "V1"
            (message,) = await desk.slack.until("chat.postMessage")
            assert "Happy" in words(message["blocks"])

    run(job)


def test_a_form_that_is_refused_late_comes_back_with_its_words() -> None:
    async def job() -> None:
        async with office() as desk:
            await desk.commands("new")
            (call,) = await desk.slack.until("views.open")
            await desk.stall()
            await desk.submits(call["view"], {"objective": "", "key_results": "NPS from 20 to 40"})
            desk.turns.gate.set()
            (update,) = await desk.slack.until("views.update")
            assert "NPS from 20 to 40" in words(update["view"])

    run(job)


def test_a_press_that_opens_a_form_too_late_asks_for_another() -> None:
    async def job() -> None:
        async with office() as desk:
            message = await saved(desk)
            desk.slack.troubles["views.open"] = [{"error": "expired_trigger_id"}]
            assert message
            await desk.commands("new")
            (answer,) = await desk.slack.until("url")
            card = {"channel": "C1GROWTH", "ts": "1.1", **answer}
            await desk.presses(card, "Open the form")
            first, again = await desk.slack.until("views.open", 2)
            assert again["view"]["blocks"] == first["view"]["blocks"]

    run(job)
