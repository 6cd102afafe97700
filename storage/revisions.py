"""Who changed what of a saved objective: entered where it is written, so that no way of changing it can forget to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from bot.okr.model import KeyResult, RevisedField
from bot.ports.changes import PutObjective
from storage.rows import INITIATIVE, KEY_RESULT, OBJECTIVE, PARENT, REVISION

_OF_OBJECTIVE: tuple[RevisedField, ...] = (
    "title",
    "level",
    "ambition",
    "cycle",
    "owner",
    "team",
    "weighing",
    "state",
    "score",
    "score_reason",
)
_OF_KEY_RESULT: tuple[RevisedField, ...] = ("title", "kind", "start", "target", "unit", "due", "weight", "owner")

Entry = tuple[int | None, RevisedField, str, str]
"""Which key result, what, before and after."""


def enter(connection: Connection, workspace: str, change: PutObjective, by: int, at: datetime) -> None:
    """Enter what differs from what is stored. Of a draft nothing but that it was saved."""
    this = (OBJECTIVE.c.workspace == workspace, OBJECTIVE.c.id == change.objective.id)
    stored = connection.execute(select(OBJECTIVE).where(*this)).first()
    if stored is None:
        return
    if stored.state == "draft":
        saved = change.objective.state == "active"
        entries: list[Entry] = [(None, "state", "draft", "active")] if saved else []
    else:
        entries = [*_objective(connection, workspace, stored, change), *_parts(connection, workspace, change)]
    if not entries:
        return
    first = connection.execute(select(func.max(REVISION.c.id)).where(REVISION.c.workspace == workspace)).scalar() or 0
    connection.execute(
        REVISION.insert(),
        [
            {
                "workspace": workspace,
                "id": first + number,
                "objective": change.objective.id,
                "key_result": key_result,
                "person": by,
                "at": at,
                "what": what,
                "before": before,
                "after": after,
            }
            for number, (key_result, what, before, after) in enumerate(entries, start=1)
        ],
    )


def _objective(connection: Connection, workspace: str, stored: Any, change: PutObjective) -> Iterator[Entry]:
    reopened = stored.state == "closed" and change.objective.state == "active"
    for field in _OF_OBJECTIVE:
        if reopened and field in ("score", "score_reason"):
            continue  # it goes with the closing, and is told there
        before, after = _text(getattr(stored, field)), _text(getattr(change.objective, field))
        if before != after:
            yield None, field, before, after
    mine = (PARENT.c.workspace == workspace, PARENT.c.objective == stored.id)
    above = connection.execute(select(PARENT.c.parent).where(*mine)).scalars()
    before, after = _listed(above), _listed(change.objective.parents)
    if before != after:
        yield None, "parents", before, after


def _parts(connection: Connection, workspace: str, change: PutObjective) -> Iterator[Entry]:
    of_this = (KEY_RESULT.c.workspace == workspace, KEY_RESULT.c.objective == change.objective.id)
    there = {row.id: row for row in connection.execute(select(KEY_RESULT).where(*of_this))}
    for kr in change.key_results:
        stored = there.get(kr.id)
        if stored is None or stored.dropped:
            yield kr.id, "key_result_added" if stored is None else "key_result_restored", "", kr.title
        else:
            yield from _key_result(stored, kr)
    kept = {kr.id for kr in change.key_results}
    for row in there.values():
        if not row.dropped and row.id not in kept:
            yield row.id, "key_result_dropped", row.title, ""
    stood = sorted((row.position, row.id) for row in there.values() if row.id in kept and not row.dropped)
    before = [id for _, id in stood]
    after = [kr.id for kr in sorted(change.key_results, key=lambda kr: (kr.position, kr.id)) if kr.id in set(before)]
    if before != after:
        yield None, "order", ",".join(map(str, before)), ",".join(map(str, after))
    yield from _initiatives(connection, workspace, change)


def _key_result(stored: Any, kr: KeyResult) -> Iterator[Entry]:
    for field in _OF_KEY_RESULT:
        before, after = _text(getattr(stored, field)), _text(getattr(kr, field))
        if before != after and not (field == "unit" and stored.target is None):
            yield kr.id, field, before, after


def _initiatives(connection: Connection, workspace: str, change: PutObjective) -> Iterator[Entry]:
    of_this = (INITIATIVE.c.workspace == workspace, INITIATIVE.c.objective == change.objective.id)
    there = {row.id: row for row in connection.execute(select(INITIATIVE).where(*of_this)) if not row.dropped}
    kept = {one.id for one in change.initiatives}
    for one in change.initiatives:
        stored = there.get(one.id)
        if stored is None:
            yield None, "initiative_added", "", one.title
        elif stored.title != one.title:
            yield None, "initiative_renamed", stored.title, one.title
        if stored is not None and stored.progress != one.progress:
            before, after = _text(stored.progress), _text(one.progress)
            yield None, "initiative_progress", f"{before} {one.title}", f"{after} {one.title}"
    for row in there.values():
        if row.id not in kept:
            yield None, "initiative_dropped", row.title, ""


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _listed(ids: Iterable[int]) -> str:
    return ",".join(map(str, sorted(set(ids))))
