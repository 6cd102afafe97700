"""The peer of `bench_slack`: a bare bolt app on the same server, which does the same reads, commits the same rows with plain SQLModel and
answers a fixed text. ``python -m tests.bench.bare_slack FOLDER PORT SLACK_URL``.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any, cast

import aiohttp
import uvicorn
from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncSay
from slack_sdk.web.async_client import AsyncWebClient
from sqlmodel import Session, col, select
from starlette.types import ASGIApp, Receive, Scope, Send

from storage import Storage
from storage.tables.okr import CycleRow, KeyResultRow, ObjectiveRow
from storage.tables.people import IdentityRow, MembershipRow, PersonRow, TeamRow, WorkspaceRow
from storage.tables.talk import ConversationRow, HandledRow
from tests.bench.bench_slack import SECRET, opened
from tests.bench.bench_turns import bare_check_in, bare_said

TEXT = "Recorded. " + "All of it stands where you would look for it, and nothing else has changed. " * 4


def build(storage: Storage, workspace: str, url: str) -> ASGIApp:
    """The app; made inside of the loop that serves it."""
    client = AsyncWebClient(
        token="xoxb-bare", base_url=f"{url}/api/", session=aiohttp.ClientSession(), retry_handlers=[]
    )
    app = AsyncApp(client=client, signing_secret=SECRET, process_before_response=True)
    check_in, shown = bare_check_in(storage, workspace, 1), bare_said(storage, workspace)

    async def said(say: AsyncSay) -> None:
        await asyncio.to_thread(check_in)
        posted = await say(TEXT)
        await asyncio.to_thread(shown, str(posted["ts"]))

    async def asked(body: dict[str, Any], ack: AsyncAck) -> None:
        await asyncio.to_thread(listing, storage, workspace, str(body["user_id"]))
        await ack(TEXT)

    app.event("message")(ack=said, lazy=[])
    app.command("/okr")(ack=asked, lazy=[])
    return cast(ASGIApp, AsyncSlackRequestHandler(app))


def listing(storage: Storage, workspace: str, user: str) -> None:
    """What `/okr list` reads."""
    with Session(storage.database.engine) as session:
        person = session.exec(
            select(IdentityRow).where(IdentityRow.workspace == workspace, IdentityRow.external == user)
        ).one().person  # fmt: skip
        session.exec(select(HandledRow).where(HandledRow.workspace == workspace, HandledRow.key == user)).first()
        session.exec(
            select(ConversationRow).where(ConversationRow.workspace == workspace, ConversationRow.person == person)
        ).first()
        session.exec(select(WorkspaceRow).where(WorkspaceRow.id == workspace)).one()
        session.exec(select(PersonRow).where(PersonRow.workspace == workspace, PersonRow.id == person)).one()
        session.exec(select(CycleRow).where(CycleRow.workspace == workspace)).all()
        session.exec(
            select(TeamRow).join(MembershipRow, col(MembershipRow.team) == col(TeamRow.id)).where(
                MembershipRow.workspace == workspace, MembershipRow.person == person
            )
        ).all()  # fmt: skip
        objectives = session.exec(
            select(ObjectiveRow).where(ObjectiveRow.workspace == workspace, ObjectiveRow.owner == person).limit(11)
        ).all()
        ids = [row.id for row in objectives]
        rows = session.exec(
            select(KeyResultRow).where(KeyResultRow.workspace == workspace, col(KeyResultRow.objective).in_(ids))
        ).all()
        owners = {row.owner for row in rows}
        session.exec(select(PersonRow).where(PersonRow.workspace == workspace, col(PersonRow.id).in_(owners))).all()


def main(folder: str, port: int, url: str) -> None:
    """Serve it until it is told to stop."""
    storage, workspace = opened(folder)
    app: ASGIApp | None = None

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal app
        app = app or build(storage, workspace, url)
        await app(scope, receive, send)

    uvicorn.run(serve, host="127.0.0.1", port=port, log_config=None, access_log=False, lifespan="off")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
