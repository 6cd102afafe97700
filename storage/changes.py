"""Changes onto rows. Each compares the version it was decided on; where it is no longer that, nothing of the turn is
written.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any, assert_never

from sqlalchemy import Connection, Integer, String, and_, bindparam, exists, or_, select, text, update

from bot.okr.model import KeyResult, Objective
from bot.ports.changes import (
    AddCheckIn,
    AddComment,
    AddHandover,
    AddHelp,
    AddPost,
    Change,
    DropContributor,
    DropFollow,
    MarkGreeted,
    MarkLeft,
    PutAdmin,
    PutCadence,
    PutContributor,
    PutFollow,
    PutLike,
    PutNextPost,
    PutObjective,
    PutPerson,
    PutSettings,
    PutTeam,
    PutTeamRhythm,
    PutWorkspace,
    ResolveHelp,
    UndoCheckIn,
)
from bot.ports.joining import (
    ChooseDoor,
    CountJoinMiss,
    JoinPerson,
    JoinWorkspace,
    LetJoin,
    PartPerson,
    PutJoinOffer,
    PutMail,
    ShutDoor,
)
from bot.ports.unit import Conflict
from storage import (
    check_ins,
    cheers,
    contributing,
    helping,
    joining,
    people,
    posts,
    revisions,
    settings,
    team_rhythms,
    waking,
)
from storage.rows import HANDOVER, INITIATIVE, KEY_RESULT, OBJECTIVE, PARENT

_KEY = ("workspace", "id")

_workspace = bindparam("of_workspace", type_=String)
_id = bindparam("of_id", type_=Integer)
_seen = bindparam("seen", type_=Integer)
_UPDATE_OBJECTIVE = update(OBJECTIVE).where(
    OBJECTIVE.c.workspace == _workspace, OBJECTIVE.c.id == _id, OBJECTIVE.c.version == _seen
)


def apply(connection: Connection, workspace: str, changes: tuple[Change, ...], by: int, at: datetime) -> None:
    """Write them, in order; ``by`` whom and ``at`` which moment is entered where a history is kept.

    Raises:
        Conflict: a version or number is no longer what it was.
    """
    for change in changes:
        match change:
            case AddCheckIn():
                check_ins.add(connection, workspace, change)
            case PutObjective():
                if change.seen:
                    revisions.enter(connection, workspace, change, by, at)
                _put_objective(connection, workspace, change)
                _wake_owners(connection, workspace, change, at)
            case PutLike():
                cheers.put_like(connection, workspace, change)
            case AddComment():
                cheers.add_comment(connection, workspace, change)
            case UndoCheckIn():
                check_ins.undo(connection, workspace, change)
            case AddPost():
                posts.add(connection, workspace, change)
            case PutSettings():
                settings.put_settings(connection, workspace, change)
            case PutTeamRhythm():
                team_rhythms.put(connection, workspace, change)
                waking.wake_team(connection, workspace, change.team, at)
            case PutNextPost():
                team_rhythms.put_next(connection, workspace, change)
            case PutCadence():
                _put_cadence(connection, workspace, change)
                waking.wake_owner_of(connection, workspace, change.key_result, at)
            case AddHelp() | ResolveHelp() | PutFollow() | DropFollow():
                helping.apply(connection, workspace, change)
            case PutContributor() | DropContributor():
                contributing.apply(connection, workspace, change)
            case AddHandover(handover):
                connection.execute(HANDOVER.insert(), {"workspace": workspace, **asdict(handover)})
            case PutTeam() | PutWorkspace() | PutAdmin() | PutPerson() | MarkLeft() | MarkGreeted():
                people.apply(connection, workspace, change)
            case (
                PutJoinOffer()
                | CountJoinMiss()
                | JoinWorkspace()
                | PutMail()
                | JoinPerson()
                | PartPerson()
                | LetJoin()
                | ChooseDoor()
                | ShutDoor()
            ):
                joining.apply(connection, workspace, change)
            case _:
                assert_never(change)


def _wake_owners(connection: Connection, workspace: str, change: PutObjective, at: datetime) -> None:
    """Whoever owns a key result of it may have to be asked at another moment from now on."""
    if change.objective.state == "active":
        owners = {kr.owner for kr in change.key_results if kr.owner is not None}
        waking.wake(connection, workspace, sorted(owners), at)


def _put_cadence(connection: Connection, workspace: str, change: PutCadence) -> None:
    cadence = change.cadence
    written = connection.execute(
        update(KEY_RESULT)
        .where(
            KEY_RESULT.c.workspace == _workspace,
            KEY_RESULT.c.id == _id,
            KEY_RESULT.c.version == _seen,
            text("NOT key_result.dropped"),
        )
        .values(
            every=None if cadence is None else cadence.every,
            weekday=None if cadence is None else cadence.weekday,
            at=None if cadence is None else cadence.at,
            since=None if cadence is None else cadence.since,
            version=KEY_RESULT.c.version + 1,
        ),
        {"of_workspace": workspace, "of_id": change.key_result, "seen": change.seen},
    )
    if written.rowcount != 1:
        raise Conflict(f"key result {change.key_result} is no longer at version {change.seen}")


def _put_objective(connection: Connection, workspace: str, change: PutObjective) -> None:
    objective = change.objective
    _put_head(connection, workspace, objective, change.seen)
    _put_parents(connection, workspace, objective)
    _put_key_results(connection, workspace, objective.id, change.key_results)
    there = {
        row.id: row
        for row in connection.execute(
            select(INITIATIVE).where(INITIATIVE.c.workspace == workspace, INITIATIVE.c.objective == objective.id)
        )
    }
    wanted = [{**asdict(one), "workspace": workspace, "dropped": False} for one in change.initiatives]
    _keep(connection, INITIATIVE, workspace, wanted, {number: dict(row._mapping) for number, row in there.items()})


def _put_head(connection: Connection, workspace: str, objective: Objective, seen: int) -> None:
    values = {
        "title": objective.title,
        "state": objective.state,
        "level": objective.level,
        "ambition": objective.ambition,
        "cycle": objective.cycle,
        "author": objective.author,
        "owner": objective.owner,
        "created_at": objective.created_at,
        "team": objective.team,
        "score": objective.score,
        "score_reason": objective.score_reason,
        "closed_at": objective.closed_at,
        "weighing": objective.weighing,
        "version": seen + 1,
    }
    if seen == 0:
        connection.execute(OBJECTIVE.insert(), {**values, "workspace": workspace, "id": objective.id, "root": True})
        return
    written = connection.execute(
        _UPDATE_OBJECTIVE.values(values), {"of_workspace": workspace, "of_id": objective.id, "seen": seen}
    )
    if written.rowcount != 1:
        raise Conflict(f"objective {objective.id} is no longer at version {seen}")


def _put_parents(connection: Connection, workspace: str, objective: Objective) -> None:
    mine = and_(PARENT.c.workspace == workspace, PARENT.c.objective == objective.id)
    connection.execute(PARENT.delete().where(mine))
    if objective.parents:
        connection.execute(
            PARENT.insert(),
            [
                {"workspace": workspace, "objective": objective.id, "parent": parent}
                for parent in dict.fromkeys(objective.parents)
            ],
        )
    above = OBJECTIVE.alias("above")
    has_active_parent = exists().where(
        PARENT.c.workspace == workspace,
        PARENT.c.objective == OBJECTIVE.c.id,
        above.c.workspace == workspace,
        above.c.id == PARENT.c.parent,
        above.c.state == "active",
    )
    below = select(PARENT.c.objective).where(PARENT.c.workspace == workspace, PARENT.c.parent == objective.id)
    connection.execute(
        update(OBJECTIVE)
        .where(OBJECTIVE.c.workspace == workspace, or_(OBJECTIVE.c.id == objective.id, OBJECTIVE.c.id.in_(below)))
        .values(root=~has_active_parent)
    )


def _put_key_results(
    connection: Connection, workspace: str, objective: int, key_results: tuple[KeyResult, ...]
) -> None:
    there = {
        row.id: dict(row._mapping)
        for row in connection.execute(
            select(KEY_RESULT).where(KEY_RESULT.c.workspace == workspace, KEY_RESULT.c.objective == objective)
        )
    }
    wanted = []
    for key_result in key_results:
        values = _key_result_values(workspace, key_result)
        stored = there.get(key_result.id)
        if stored is not None:
            values.update({name: stored[name] for name in (*check_ins.ONLY_CHECK_INS_CHANGE, "version")})
        wanted.append(values)
    helpers = contributing.of(connection, workspace, list(there))
    changed = _keep(connection, KEY_RESULT, workspace, wanted, there)
    for key_result in key_results:
        before = helpers.get(key_result.id, ())
        after = tuple(sorted(set(key_result.contributors)))
        if before != after:
            contributing.bring(connection, workspace, key_result.id, before, after)
            if key_result.id in there:
                changed.add(key_result.id)
    if changed:
        connection.execute(
            update(KEY_RESULT)
            .where(KEY_RESULT.c.workspace == workspace, KEY_RESULT.c.id.in_(sorted(changed)))
            .values(version=KEY_RESULT.c.version + 1)
        )


def _key_result_values(workspace: str, key_result: KeyResult) -> dict[str, Any]:
    cadence = key_result.cadence
    values = {name: getattr(key_result, name) for name in KEY_RESULT.c.keys() if hasattr(key_result, name)}  # noqa: SIM118
    values.update(
        workspace=workspace,
        dropped=False,
        version=1,
        every=None if cadence is None else cadence.every,
        weekday=None if cadence is None else cadence.weekday,
        at=None if cadence is None else cadence.at,
        since=None if cadence is None else cadence.since,
    )
    return values


def _keep(
    connection: Connection,
    table: Any,
    workspace: str,
    wanted: list[dict[str, Any]],
    there: dict[int, dict[str, Any]],
) -> set[int]:
    """Bring an objective's rows to what is wanted: new ones added, others changed where they differ, the rest
    dropped. The ids changed.
    """
    changed: set[int] = set()
    new = [values for values in wanted if values["id"] not in there]
    if new:
        connection.execute(table.insert(), new)
    for values in wanted:
        stored = there.get(values["id"])
        if stored is not None and stored != values:
            connection.execute(
                table.update().where(table.c.workspace == workspace, table.c.id == values["id"]),
                {name: value for name, value in values.items() if name not in _KEY},
            )
            changed.add(values["id"])
    gone = sorted(
        number
        for number, stored in there.items()
        if not stored["dropped"] and number not in {one["id"] for one in wanted}
    )
    if gone:
        connection.execute(
            table.update().where(table.c.workspace == workspace, table.c.id.in_(gone)), {"dropped": True}
        )
        changed.update(gone)
    return changed
