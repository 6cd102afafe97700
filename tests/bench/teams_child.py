"""One of the two servers that `bench_teams` compares, as a process: ``ours`` or ``bare``, on a SQLite file of its own.

The bare one is what somebody would write with botbuilder-core by hand, with the same three patches, that reads and commits the same rows with
plain SQLModel and sends one line of text.
"""

from __future__ import annotations

import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.okr.model import KeyResult, Objective
from bot.ports.changes import PutObjective
from bot.ports.unit import Commit
from storage import Storage, open_storage

PEOPLE = 32
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"


class Clock:
    """The present."""

    def now(self) -> datetime:
        """Now."""
        return datetime.now(UTC)


def organisation(url: str) -> Storage:
    """Everybody owns one objective with four key results."""
    from bot.chat.events import Origin, Place

    storage = open_storage(url)
    storage.migrate()
    now = datetime.now(UTC)
    workspace = storage.directory.workspace("teams", TENANT, name="Acme", now=now)
    for number in range(1, PEOPLE + 1):
        name = f"P{number}"
        person = storage.directory.meet(workspace, "teams", f"directory-{number}", name=name, handle=name, now=now)
        with storage.units.read_as(workspace, person) as book:
            cycle = book.cycle_on(now.date())
        objective = Objective(
            number, f"Objective {number}", "active", "individual", "committed", cycle.id, person, person, now
        )
        mine = tuple(
            KeyResult(
                4 * (number - 1) + n + 1, number, f"Raise figure {n} from 100 to 900", "increase", person, n,
                start=Decimal(100), target=Decimal(900), unit="count", starts_on=cycle.starts_on, due=cycle.ends_on,
            )
            for n in range(4)
        )  # fmt: skip
        origin = Origin(workspace, "teams", Place(f"directory-{number}", "direct"), person, now, f"seed-{number}")
        with storage.units.open(origin) as unit:
            unit.commit(Commit(origin, None, 0, (PutObjective(objective, mine, (), 0),), "[]", ()))
        storage.units.say_done(origin)
    return storage


def ours(storage: Storage) -> ASGIApp:
    """Measured's own."""
    from adapters.teams.app import Teams
    from adapters.teams.registration import Registration
    from bot.turns import Turns

    turns = Turns(storage.units)
    teams = Teams(Registration(None), turns, storage.directory, storage.installations, Clock(), time.monotonic)
    return teams.asgi


def bare(storage: Storage) -> ASGIApp:
    """botbuilder by hand."""
    import asyncio

    import msrest.universal_http.requests as msrest_requests
    from botbuilder.core import CloudAdapterBase, TurnContext
    from botbuilder.schema import Activity
    from botframework.connector.auth import BotFrameworkAuthenticationFactory, MicrosoftAppCredentials
    from botframework.connector.auth import PasswordServiceClientCredentialFactory as Factory
    from sqlalchemy import func
    from sqlmodel import Session, col, select

    from storage.tables.check_ins import CheckInRow
    from storage.tables.okr import ContributorRow, KeyResultRow
    from storage.tables.people import IdentityRow, PersonRow, WorkspaceRow
    from storage.tables.talk import AnswerAnchorRow, ConversationRow, HandledRow

    msrest_requests.ClientRetryPolicy.safe_codes = frozenset(msrest_requests.ClientRetryPolicy.safe_codes)  # type: ignore[assignment]
    engine = storage.database.engine
    empty = MicrosoftAppCredentials.empty()

    class Cached(Factory):  # type: ignore[misc, no-any-unimported]
        async def create_credentials(self, *_: object, **__: object) -> Any:
            """Once for all."""
            return empty

    authentication = BotFrameworkAuthenticationFactory.create(credential_factory=Cached())
    adapter = CloudAdapterBase(authentication)
    writers = asyncio.Lock()

    def record(number: int, key: str, value: Decimal, text: str) -> str:
        at, workspace = datetime.now(UTC), "W1"
        with Session(engine) as session:
            identity = select(IdentityRow).where(IdentityRow.external == f"directory-{number}")
            person = session.exec(identity).one().person
            session.exec(select(HandledRow).where(HandledRow.workspace == workspace, HandledRow.key == key)).first()
            session.exec(
                select(ConversationRow).where(ConversationRow.workspace == workspace, ConversationRow.person == person)
            ).first()
            session.exec(select(WorkspaceRow).where(WorkspaceRow.id == workspace)).one()
            session.exec(select(PersonRow).where(PersonRow.workspace == workspace, PersonRow.id == person)).one()
            owned = session.exec(
                select(KeyResultRow).where(KeyResultRow.workspace == workspace, KeyResultRow.owner == person)
            ).all()
            ids = [row.id for row in owned]
            session.exec(select(ContributorRow).where(col(ContributorRow.key_result).in_(ids))).all()
            kr = owned[0]
            newest = session.exec(select(func.max(CheckInRow.id)).where(CheckInRow.workspace == workspace)).one()
            session.add(
                CheckInRow(
                    workspace=workspace, id=(newest or 0) + 1, key_result=kr.id, person=person, at=at, value=value,
                    before=kr.current, status="on_track", note=text,
                )
            )  # fmt: skip
            kr.current, kr.said, kr.checked_in_at, kr.version = value, "on_track", at, kr.version + 1
            session.add(kr)
            handled = HandledRow(
                workspace=workspace, door="teams", key=key, place=f"directory-{number}", place_kind="direct",
                place_name="", person=person, at=at, answers='[{"kind":"say"}]', said=False,
            )  # fmt: skip
            session.add(handled)
            session.commit()
        return f"Recorded: {value}"

    def shown(number: int, key: str, message: str) -> None:
        with Session(engine) as session:
            handled = session.exec(select(HandledRow).where(HandledRow.workspace == "W1", HandledRow.key == key)).one()
            handled.said = True
            session.add(handled)
            session.merge(
                AnswerAnchorRow(
                    workspace="W1", door="teams", place=f"directory-{number}", message=message, event=key, answer=0,
                    at=handled.at,
                )
            )  # fmt: skip
            session.commit()

    async def turn(context: TurnContext) -> None:  # type: ignore[no-any-unimported]
        number = int(context.activity.from_property.aad_object_id.removeprefix("directory-"))
        read = re.search(r"KR\d+ (\d+), (.*)", context.activity.text)
        assert read is not None
        async with writers:
            said = await asyncio.to_thread(record, number, context.activity.id, Decimal(read[1]), read[2])
        posted = await context.send_activity(said)
        async with writers:
            await asyncio.to_thread(shown, number, context.activity.id, posted.id)

    async def messages(request: Request) -> Response:
        asyncio.get_running_loop().set_default_executor(pool)
        activity = Activity().deserialize(await request.json())
        result = await authentication.authenticate_request(activity, None)
        await adapter.process_activity(result, activity, turn)
        return Response(status_code=200)

    pool = ThreadPoolExecutor(64)
    return Starlette(routes=[Route("/{rest:path}", messages, methods=["POST"])])


def main(which: str, port: int, url: str) -> None:
    """Serve."""
    app = {"ours": ours, "bare": bare}[which](organisation(url))
    print("made", flush=True)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", interface="asgi3")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
