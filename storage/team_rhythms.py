"""What teams have chosen about their week, and the summaries that go out by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, String, bindparam, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.okr.model import Cadence, TeamRhythm
from bot.ports.book import NextPost
from bot.ports.changes import PutNextPost, PutTeamRhythm
from bot.ports.unit import DuePost, PostMade
from storage import posts, tells
from storage.rows import Records
from storage.tables.base import table_of
from storage.tables.people import TeamRhythmRow
from storage.types import Utc

TEAM_RHYTHM = table_of(TeamRhythmRow)

_workspace = bindparam("of_workspace", type_=String)
_team = bindparam("of_team", type_=Integer)
_this = (TEAM_RHYTHM.c.workspace == _workspace, TEAM_RHYTHM.c.team == _team)

RHYTHM_COLUMNS = (
    TEAM_RHYTHM.c.every,
    TEAM_RHYTHM.c.weekday,
    TEAM_RHYTHM.c.at,
    TEAM_RHYTHM.c.since,
    TEAM_RHYTHM.c.reminding,
    TEAM_RHYTHM.c.telling,
    TEAM_RHYTHM.c.posting,
    TEAM_RHYTHM.c.post_on,
    TEAM_RHYTHM.c.post_at,
)
NEXT_POST_COLUMNS = (TEAM_RHYTHM.c.post_due_at, TEAM_RHYTHM.c.lead_in, TEAM_RHYTHM.c.skipped, TEAM_RHYTHM.c.by)
_DUE = (
    select(
        TEAM_RHYTHM.c.workspace,
        TEAM_RHYTHM.c.team,
        TEAM_RHYTHM.c.by,
        TEAM_RHYTHM.c.look_at,
        TEAM_RHYTHM.c.post_due_at,
        TEAM_RHYTHM.c.lead_in,
        TEAM_RHYTHM.c.skipped,
    )
    .where(text("team_rhythm.look_at IS NOT NULL"), TEAM_RHYTHM.c.look_at <= bindparam("now", type_=Utc))
    .order_by(TEAM_RHYTHM.c.look_at, TEAM_RHYTHM.c.workspace, TEAM_RHYTHM.c.team)
    .limit(bindparam("limit", type_=Integer))
)
_MOVE_ON = update(TEAM_RHYTHM).where(*_this, TEAM_RHYTHM.c.look_at == bindparam("stood_at", type_=Utc))


def rhythm_of(row: Records) -> TeamRhythm:
    """A team's rhythm from `RHYTHM_COLUMNS`."""
    every, weekday, at, since, reminding, telling, posting, post_on, post_at = row
    cadence = None if every is None else Cadence(every, weekday, at, since)
    return TeamRhythm(cadence, bool(reminding), bool(telling), bool(posting), post_on, post_at)


def next_post_of(row: Records) -> NextPost | None:
    """The next post from `NEXT_POST_COLUMNS`."""
    at, lead_in, skipped, by = row
    return None if at is None else NextPost(at, lead_in, bool(skipped), by)


def _upsert(insert: Any, values: dict[str, Any]) -> Any:
    kept = {name: insert.excluded[name] for name in values if name not in ("workspace", "team")}
    return insert.values(values).on_conflict_do_update(index_elements=["workspace", "team"], set_=kept)


def put(connection: Connection, workspace: str, change: PutTeamRhythm) -> None:
    """Store what a team has chosen. A first line that was written for the next summary stays while that is on."""
    rhythm, cadence = change.rhythm, change.rhythm.cadence
    values: dict[str, Any] = {
        "workspace": workspace,
        "team": change.team,
        "every": None if cadence is None else cadence.every,
        "weekday": None if cadence is None else cadence.weekday,
        "at": None if cadence is None else cadence.at,
        "since": None if cadence is None else cadence.since,
        "reminding": rhythm.reminding,
        "telling": rhythm.telling,
        "posting": rhythm.posting,
        "post_on": rhythm.post_on,
        "post_at": rhythm.post_at,
        "by": change.by,
        "post_due_at": change.post_at,
        "look_at": change.look_at,
        "lead_in": "",
        "skipped": False,
    }
    this = {"of_workspace": workspace, "of_team": change.team}
    there = connection.execute(select(TEAM_RHYTHM.c.lead_in).where(*_this), this).first()
    if there is not None and change.post_at is not None:
        values["lead_in"] = there.lead_in
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(_upsert(insert(TEAM_RHYTHM), values))


def put_next(connection: Connection, workspace: str, change: PutNextPost) -> None:
    """Write the first line of the next summary, or leave that out; nothing where it has gone out meanwhile."""
    connection.execute(
        update(TEAM_RHYTHM)
        .where(*_this, TEAM_RHYTHM.c.post_due_at == bindparam("due", type_=Utc))
        .values(lead_in=change.lead_in, skipped=change.skipped),
        {"of_workspace": workspace, "of_team": change.team, "due": change.post_at},
    )


def due(connection: Connection, now: datetime, limit: int) -> tuple[DuePost, ...]:
    """What has to be looked after by now, earliest first."""
    rows = connection.execute(_DUE, {"now": now, "limit": limit})
    return tuple(DuePost(*row[:6], bool(row[6])) for row in rows)


def commit(connection: Connection, made: Sequence[PostMade]) -> None:
    """Add what is to be sent and remembered, and move each team on from where it was read."""
    for one in made:
        due = one.due
        values: dict[str, Any] = {"look_at": one.look_at, "post_due_at": one.post_at}
        if one.post_at != due.post_at:
            values |= {"lead_in": "", "skipped": False}
        this = {"of_workspace": due.workspace, "of_team": due.team, "stood_at": due.due_at}
        if connection.execute(_MOVE_ON.values(values), this).rowcount != 1:
            continue
        if one.post is not None:
            posts.add(connection, due.workspace, one.post)
        if one.tell is not None:
            tells.add(connection, due.workspace, (one.tell,), due.due_at)
