"""Slack and Teams, both whole, over one memory: two admins make them one organisation, one person is on both, and one door goes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from adapters.courier import Courier
from bot.ports.door import Door
from bot.turns import Turns
from tests.slack import payloads
from tests.slack.office import NOW, Office, office, press_of, run
from tests.slack.stub import TEAM
from tests.slack.test_serving import words
from tests.teams import activities
from tests.teams.house import House
from tests.teams.microsoft import TENANT, Call, Microsoft

ADA = "ada@harbour.example"


class Both:
    """Ada is the admin of Slack, and on Teams she is Ada as well; Mei is the admin of Teams."""

    def __init__(self, desk: Office, microsoft: Microsoft) -> None:
        self.desk, self.slack = desk, desk.slack
        self.house = House(microsoft, desk.storage)
        self.house.clock.present = NOW
        self.usual = self.house.answer
        microsoft.answer = self.answer
        self.slack.users["U1ADA"] |= {"is_email_confirmed": True, "is_admin": True}
        self.slack.users["U1ADA"]["profile"]["email"] = ADA
        doors: dict[str, Door] = {"slack": desk.app.door, "teams": self.house.teams.door}
        self.courier = Courier(desk.storage.ledger, doors, desk.clock)

    def answer(self, call: Call) -> tuple[int, dict[str, str], Any]:
        status, headers, body = self.usual(call)
        if "/members/" in call.path:
            address = f"{str(body['id']).removeprefix('29:')}@harbour.example"
            body |= {"email": address, "userPrincipalName": address, "userRole": "user", "tenantId": TENANT}
        return status, headers, body

    async def on_teams(self, do: Callable[[], object]) -> str:
        """Something is done on Teams; gives what stands on the newest card there."""
        await asyncio.to_thread(do)
        return self.house.read()

    async def says(self, text: str) -> str:
        """Ada writes on Slack; gives what is answered."""
        before = len(self.slack.of("chat.postMessage"))
        await self.desk.says(text)
        await self.desk.app.settle()
        return words((await self.slack.until("chat.postMessage", before + 1))[-1]["blocks"])

    async def tick(self, to: datetime) -> None:
        self.desk.clock.at = self.house.clock.present = to
        await asyncio.to_thread(Turns(self.desk.storage.units).tick, to)
        await asyncio.to_thread(self.courier.drain_all, to)

    @property
    def workspaces(self) -> set[str]:
        lead = self.desk.storage.directory.workspace
        return {lead("slack", TEAM, name="x", now=NOW), lead("teams", TENANT, name="x", now=NOW)}


def test_one_organisation_on_both(microsoft: Microsoft) -> None:
    async def job() -> None:
        async with office() as desk:
            both = Both(desk, microsoft)
            house = both.house
            await both.says("hello")
            await both.says("My objective is Calm as measured by alarms from 90 to 30")
            await desk.presses(both.slack.messages["D1ADA"][-1], "Save")
            await desk.app.settle()
            installed = activities.activity("installationUpdate", user="29:mei", action="add")
            await asyncio.to_thread(house.post, installed)
            await both.on_teams(lambda: house.say("hello", user="29:ada"))
            assert "Calm" not in await both.on_teams(lambda: house.say("list all", user="29:ada"))
            assert "Show the code" in await both.says("/okr connect")
            card = both.slack.messages["D1ADA"][-1]
            press = press_of(card, "Show the code") | {"action_ts": f"{NOW.timestamp()}"}
            await desk.presses(card, "Show the code", actions=[press])
            await desk.app.settle()
            shown = next(words(call.args["blocks"]) for call in reversed(both.slack.calls) if "blocks" in call.args)
            code = shown.partition("/okr connect ")[2][:14]
            assert len(both.workspaces) == 2
            assert "Become one with" in await both.on_teams(lambda: house.say(f"/okr connect {code}", user="29:mei"))
            await both.on_teams(lambda: house.press("Become one", user="29:mei"))
            assert len(both.workspaces) == 1
            assert "Calm" in await both.on_teams(lambda: house.say("list all", user="29:mei"))
            assert "joined by e-mail" in await both.says("join people by e-mail")
            await both.says("hello")
            await both.on_teams(lambda: house.say("hello", user="29:ada"))
            (workspace,) = both.workspaces
            known = desk.storage.directory.known
            assert known(workspace, "slack", "U1ADA") == known(workspace, "teams", "directory-ada")
            assert known(workspace, "slack", "U1ADA") != known(workspace, "teams", "directory-mei")
            assert "KR1" in await both.on_teams(lambda: house.say("KR1 80", user="29:ada"))
            await both.tick(NOW + timedelta(days=6))
            sent, posted = len(house.messages), len(both.slack.of("chat.postMessage"))
            await both.tick(NOW + timedelta(days=7, hours=2))
            assert len(house.messages) == sent + 1, "she was on Teams last, and hears it there alone"
            assert len(both.slack.of("chat.postMessage")) == posted
            assert "Calm" in house.read() or "alarms" in house.read()
            assert "on Slack" in await both.on_teams(lambda: house.say("nudge me on Slack", user="29:ada"))
            gone = {"type": "app_uninstalled", "event_ts": "1.1"}
            await desk.post(payloads.event(gone, id="EvGone"))
            await desk.app.settle()
            both.slack.troubles["chat.postMessage"] = [{"error": "account_inactive"}] * 9
            sent = len(house.messages)
            await both.tick(NOW + timedelta(days=14, hours=2))
            assert len(house.messages) == sent + 1, "what Slack does not take any more goes by Teams"
            assert "KR1" in await both.on_teams(lambda: house.say("KR1 70", user="29:ada"))

    run(job)
