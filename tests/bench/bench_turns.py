"""What a turn costs beside the same reads and the same committed rows done bare with SQLModel; what `list` costs as an organisation grows."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.chat.events import Commanded, Origin, Place, Said
from bot.okr.model import KeyResult, Objective
from bot.ports.changes import PutObjective
from bot.ports.unit import Commit
from bot.turns import Turns
from storage import Storage, open_storage
from storage.tables.check_ins import CheckInRow
from storage.tables.okr import ContributorRow, KeyResultRow
from storage.tables.people import PersonRow, WorkspaceRow
from storage.tables.talk import AnswerAnchorRow, ConversationRow, HandledRow
from tests.bench.figure import Figure, cpu_ratio

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
PLACE = Place("@ada", "direct")


def organisation(folder: str, key_results: int, file: str = "bench") -> tuple[Storage, str, int, int]:
    """A workspace on a file: its person, a colleague, and objectives of four key results each.

    The person owns the first twenty of them (all, where there are fewer), the colleague the rest.
    """
    storage = open_storage(f"sqlite:///{Path(folder) / f'{file}-{key_results}.db'}")
    storage.migrate()
    directory = storage.directory
    workspace = directory.workspace("bench", "acme", name="Acme", now=NOW)
    ada = directory.meet(workspace, "bench", "ada", name="Ada", handle="ada", now=NOW)
    bo = directory.meet(workspace, "bench", "bo", name="Bo", handle="bo", now=NOW)
    with storage.units.read_as(workspace, ada) as book:
        cycle = book.cycle_on(NOW.date())
    for number in range(1, key_results // 4 + 1):
        owner = ada if number <= 5 else bo
        origin = Origin(workspace, "bench", PLACE, owner, NOW, f"seed-{number}")
        objective = Objective(
            number, f"Objective {number}", "active", "individual", "committed", cycle.id, owner, owner, NOW
        )
        mine = tuple(
            KeyResult(
                4 * (number - 1) + n + 1, number, f"Raise figure {n} from 100 to 900", "increase", owner, n,
                start=Decimal(100), target=Decimal(900), unit="count", starts_on=cycle.starts_on, due=cycle.ends_on,
            )
            for n in range(4)
        )  # fmt: skip
        with storage.units.open(origin) as unit:
            unit.commit(Commit(origin, None, 0, (PutObjective(objective, mine, (), 0),), "[]", ()))
        storage.units.say_done(origin)
    return storage, workspace, ada, bo


def check_in_beside_bare() -> float:
    """CPU of a typed check-in turn over that of the same reads and commits through plain SQLModel, on SQLite files."""
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        storage, workspace, ada, _ = organisation(ours, 4)
        peer, peer_workspace, peer_ada, _ = organisation(theirs, 4)
        turns = Turns(storage.units)
        numbers = itertools.count(1)

        def turn() -> None:
            number = next(numbers)
            origin = Origin(workspace, "bench", PLACE, ada, NOW + timedelta(seconds=number), f"typed-{number}")
            turns.take(Said(origin, f"KR1 {200 + number % 600}, on track, steady as she goes"))

        bare = bare_check_in(peer, peer_workspace, peer_ada)
        ratio = cpu_ratio(turn, bare, rounds=15, calls=60)
        with storage.units.read_as(workspace, ada) as book:
            kr = book.key_result(1)
            assert kr is not None
            assert kr.version > 60, "the turns were not recorded"
        storage.close()
        peer.close()
        return ratio


def bare_check_in(storage: Storage, workspace: str, person: int) -> Callable[[], None]:
    """The reads and the commit of one typed check-in, each call another."""
    numbers = itertools.count(1)
    engine = storage.database.engine

    def turn() -> None:
        number = next(numbers)
        at = NOW + timedelta(seconds=number)
        with Session(engine) as session:
            session.exec(
                select(HandledRow).where(HandledRow.workspace == workspace, HandledRow.key == f"typed-{number}")
            ).first()
            session.exec(
                select(ConversationRow).where(
                    ConversationRow.workspace == workspace,
                    ConversationRow.place == "@ada",
                    ConversationRow.person == person,
                )
            ).first()
            session.exec(select(WorkspaceRow).where(WorkspaceRow.id == workspace)).one()
            session.exec(select(PersonRow).where(PersonRow.workspace == workspace, PersonRow.id == person)).one()
            owned = session.exec(
                select(KeyResultRow).where(KeyResultRow.workspace == workspace, KeyResultRow.owner == person)
            ).all()
            session.exec(
                select(ContributorRow).where(
                    ContributorRow.workspace == workspace, col(ContributorRow.key_result).in_([row.id for row in owned])
                )
            ).all()
            kr = next(row for row in owned if row.id == 1)
            newest = session.exec(select(func.max(CheckInRow.id)).where(CheckInRow.workspace == workspace)).one()
            value = Decimal(200 + number % 600)
            session.add(
                CheckInRow(
                    workspace=workspace, id=(newest or 0) + 1, key_result=1, person=person, at=at, value=value, before=kr.current,
                    status="on_track", note="steady as she goes",
                )
            )  # fmt: skip
            kr.current, kr.said, kr.checked_in_at, kr.version = value, "on_track", at, kr.version + 1
            session.add(kr)
            session.add(
                HandledRow(
                    workspace=workspace, door="bench", key=f"typed-{number}", place="@ada", place_kind="direct", place_name="",
                    person=person, at=at, answers='[{"kind":"say"}]', said=False,
                )
            )  # fmt: skip
            session.commit()

    return turn


def bare_said(storage: Storage, workspace: str) -> Callable[[str], None]:
    """The rows of an answer that was shown in a message, each call that of another check-in."""
    numbers = itertools.count(1)

    def said(message: str) -> None:
        key = f"typed-{next(numbers)}"
        with Session(storage.database.engine) as session:
            handled = session.exec(
                select(HandledRow).where(HandledRow.workspace == workspace, HandledRow.key == key)
            ).one()
            handled.said = True
            session.add(handled)
            session.add(
                AnswerAnchorRow(
                    workspace=workspace, door="bench", place="@ada", message=message, event=key, answer=0, at=handled.at
                )
            )  # fmt: skip
            session.commit()

    return said


def list_with_many_beside_few() -> float:
    """CPU of `/okr list` in an organisation of 10,000 key results over that in one of 100."""
    with tempfile.TemporaryDirectory() as folder:
        many, many_workspace, many_ada, _ = organisation(folder, 10_000)
        few, few_workspace, few_ada, _ = organisation(folder, 100)

        def listing(storage: Storage, workspace: str, person: int) -> Callable[[], None]:
            turns = Turns(storage.units)
            numbers = itertools.count(1)

            def turn() -> None:
                key = f"list-{next(numbers)}"
                turns.take(Commanded(Origin(workspace, "bench", PLACE, person, NOW, key), "list all"))
                turns.take(Commanded(Origin(workspace, "bench", PLACE, person, NOW, f"{key}-mine"), "list"))

            return turn

        ratio = cpu_ratio(
            listing(many, many_workspace, many_ada), listing(few, few_workspace, few_ada), rounds=15, calls=20
        )
        many.close()
        few.close()
        return ratio


FIGURES = (
    Figure("check-in-turn", check_in_beside_bare, 2.0),
    Figure("list-10000", list_with_many_beside_few, 1.3),
)
