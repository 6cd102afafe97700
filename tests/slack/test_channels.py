"""Which channels are offered to whom: public ones to everybody, private ones to those who are in them, and to nobody in doubt."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from adapters.slack import channels
from adapters.slack.channels import Channels
from adapters.slack.installed import Installed
from adapters.slack.web import Refusal, Unclear
from tests.slack import payloads
from tests.slack.office import Office, office, run
from tests.slack.test_changes import workspace_of
from tests.slack.test_serving import saved, words

MEMBERS = ["U1ADA", "U9GONE", "U0BOT"]


def offered(desk: Office, user: str) -> list[str]:
    """The names of the channels that somebody is offered."""
    workspace = workspace_of(desk)
    person = desk.storage.directory.known(workspace, "slack", user)
    assert person is not None
    with desk.storage.units.read_as(workspace, person) as book:
        return [channel.name for channel in book.channels()]


async def told(desk: Office, type: str, **more: Any) -> None:
    """Slack tells of a change."""
    id = f"Ev{len(desk.slack.calls)}{type}{more.get('user', '')}"
    await desk.post(payloads.event({"type": type, "channel_type": "G", **more}, id=id))
    await desk.app.settle()


async def met(desk: Office) -> None:
    """Ada and 李明 have said hello, and all channels are known."""
    await desk.says("help")
    await desk.says("help", "U2LI")
    await desk.slack.until_true(lambda: len(desk.slack.of("users.conversations")) >= 2)
    await desk.slack.until_true(lambda: "growth" in offered(desk, "U1ADA"))
    await desk.app.settle()


def private(desk: Office) -> None:
    """A private channel that the bot was invited to, with Ada in it."""
    desk.slack.channel("C2QUIET", "quiet-plans", is_private=True)
    desk.slack.members["C2QUIET"] = [*MEMBERS]


def test_a_channel_is_offered_once_the_bot_is_in_it_and_until_it_is_not() -> None:
    async def job() -> None:
        async with office() as desk:
            await met(desk)
            desk.slack.channel("C3NEW", "new-here")
            await told(desk, "member_joined_channel", user=payloads.BOT, channel="C3NEW", channel_type="C")
            assert "new-here" in offered(desk, "U2LI")
            await told(desk, "channel_left", channel="C3NEW", channel_type="C")
            assert "new-here" not in offered(desk, "U2LI")

    run(job)


def test_a_private_channel_is_offered_to_those_alone_who_are_in_it() -> None:
    async def job() -> None:
        async with office() as desk:
            await met(desk)
            private(desk)
            await told(desk, "member_joined_channel", user=payloads.BOT, channel="C2QUIET")
            assert "quiet-plans" in offered(desk, "U1ADA")
            assert "quiet-plans" not in offered(desk, "U2LI")
            desk.slack.members["C2QUIET"].append("U2LI")
            await told(desk, "member_joined_channel", user="U2LI", channel="C2QUIET")
            assert "quiet-plans" in offered(desk, "U2LI")
            desk.slack.troubles["conversations.members"] = [{"error": "fatal"}] * 9
            await told(desk, "member_left_channel", user="U1ADA", channel="C2QUIET")
            assert "quiet-plans" not in offered(desk, "U1ADA"), "at once, whatever Slack answers just now"
            assert "quiet-plans" in offered(desk, "U2LI")
            await told(desk, "group_left", channel="C2QUIET")
            assert "quiet-plans" not in offered(desk, "U2LI")

    run(job)


@pytest.mark.parametrize("trouble", [{"error": "missing_scope", "needed": "groups:read"}, {"status": 500}])
def test_where_slack_does_not_say_who_is_in_it_nobody_is_offered_it(trouble: dict[str, Any]) -> None:
    async def job() -> None:
        async with office() as desk:
            await met(desk)
            private(desk)
            desk.slack.troubles["conversations.members"] = [{}, trouble]  # the second page
            await told(desk, "member_joined_channel", user=payloads.BOT, channel="C2QUIET")
            assert "quiet-plans" not in offered(desk, "U1ADA")

    run(job)


def test_at_a_start_all_of_them_are_looked_at_anew() -> None:
    async def job() -> None:
        async with office() as desk:
            private(desk)
            desk.slack.channel("C4OTHER", "other-plans", is_private=True, is_member=False)
            desk.slack.members["C4OTHER"] = [*MEMBERS]
            workspace = desk.storage.directory.workspace("slack", payloads.TEAM["id"], name="x", now=desk.clock.now())
            for channel in ("C4OTHER", "C2QUIET"):
                desk.storage.directory.channel(workspace, "slack", channel, name="as-it-was", members=("U1ADA", "U2LI"))
            await met(desk)
            await desk.slack.until_true(lambda: "quiet-plans" in offered(desk, "U1ADA"))
            await desk.slack.until_true(lambda: "as-it-was" not in offered(desk, "U1ADA"))
            assert set(offered(desk, "U2LI")) == {"growth"}

    run(job)


def test_a_token_that_does_not_work_for_a_while_forgets_no_channel() -> None:
    async def job() -> None:
        async with office() as desk:
            await met(desk)
            private(desk)
            await told(desk, "member_joined_channel", user=payloads.BOT, channel="C2QUIET")
            assert desk.app._wire is not None
            for method in ("conversations.info", "conversations.members", "users.conversations"):
                desk.slack.troubles[method] = [{"error": "invalid_auth"}] * 9
            await told(desk, "member_joined_channel", user="U2LI", channel="C2QUIET")
            installed = await desk.app.installs.everywhere()
            assert not await Channels(desk.storage.directory, desk.app._executor).all(installed[0])
            assert "quiet-plans" in offered(desk, "U1ADA")

    run(job)


def test_without_the_right_to_see_private_ones_public_ones_are_offered_all_the_same() -> None:
    async def job() -> None:
        async with office() as desk:
            private(desk)
            desk.slack.troubles["users.conversations"] = [{}, {"error": "missing_scope", "needed": "groups:read"}]
            await met(desk)
            assert offered(desk, "U1ADA") == ["growth"]

    run(job)


def test_a_team_names_its_private_channel_to_nobody_who_is_not_in_it() -> None:
    async def job() -> None:
        async with office() as desk:
            private(desk)
            await saved(desk)
            await met(desk)
            await desk.slack.until_true(lambda: "quiet-plans" in offered(desk, "U1ADA"))
            workspace = workspace_of(desk)
            desk.storage.directory.team(workspace, "Growth", lead=2, members=(1, 2), channel="C2QUIET")
            shown = {user: (await desk.commands("team growth", user)).text for user in ("U1ADA", "U2LI")}
            assert "quiet-plans" in shown["U1ADA"]
            assert "quiet-plans" not in shown["U2LI"]

            await desk.presses({"channel": "C1GROWTH", "ts": "1.1", **json.loads(shown["U2LI"])}, "修改", "U2LI")
            (opened,) = await desk.slack.until("views.open")
            assert "quiet-plans" not in words(opened["view"])
            await desk.submits(opened["view"], {"name": "Growing"}, "U2LI")
            await desk.app.settle()
            with desk.storage.units.read_as(workspace_of(desk), 2) as book:
                (kept,) = book.teams()
            assert (kept.name, kept.channel) == ("Growing", "C2QUIET"), "what one cannot see, one does not change"

    run(job)


def test_a_database_that_stands_still_ends_no_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.slack.app.RECONNECT", 0.0)

    async def job() -> None:
        async with office() as desk:
            everywhere, tries = desk.app.installs.everywhere, list[int]()

            async def failing_first() -> Any:
                tries.append(1)
                if len(tries) == 1:
                    raise OSError("the database stands still")
                return await everywhere()

            monkeypatch.setattr(desk.app.installs, "everywhere", failing_first)
            await met(desk)
            assert len(tries) == 2

    run(job)


def test_who_leaves_while_the_list_is_read_is_out(monkeypatch: pytest.MonkeyPatch) -> None:
    async def job() -> None:
        async with office() as desk:
            await met(desk)
            private(desk)
            asked, goes_on = asyncio.Event(), asyncio.Event()
            members = channels._members

            async def read_slowly(installed: Installed, channel: str) -> tuple[str, ...] | Refusal | Unclear:
                listed = await members(installed, channel)
                asked.set()
                await goes_on.wait()
                return listed

            known = Channels(desk.storage.directory, desk.app._executor)
            (installed,) = await desk.app.installs.everywhere()
            await known.learn(installed, "C2QUIET")
            monkeypatch.setattr(channels, "_members", read_slowly)
            reading = asyncio.create_task(known.learn(installed, "C2QUIET"))
            await asked.wait()
            leaving = asyncio.create_task(known.left(installed, "C2QUIET", "U1ADA"))
            await asyncio.wait({leaving}, timeout=0.2)
            goes_on.set()
            await asyncio.gather(reading, leaving)
            assert "quiet-plans" not in offered(desk, "U1ADA")

    run(job)
