"""The cycles of the Book, its objectives and key results, and whose they are and were."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date

from bot.okr.model import Contributor, Cycle, Handover, Initiative, KeyResult, Objective, Revision
from bot.ports.book import Page, Scope
from storage.book.snapshot import Snapshot
from storage.queries import objectives as q
from storage.rows import Records, key_result_of, objective_of
from storage.search import matching


class Objectives(Snapshot):
    """Cycles, objectives, key results and initiatives."""

    __slots__ = ()

    def cycle(self, id: int) -> Cycle | None:
        """That cycle, or None."""
        if id not in self._cycles:
            row = self._one(q.CYCLE_BY_ID, cycle=id)
            self._cycles[id] = None if row is None else Cycle(*row)
        return self._cycles[id]

    def cycles(self) -> tuple[Cycle, ...]:
        """All cycles, earliest first."""
        every = tuple(Cycle(*row) for row in self._all(q.CYCLES))
        self._cycles.update((cycle.id, cycle) for cycle in every)
        return every

    def cycle_on(self, on: date) -> Cycle:
        """The quarterly cycle that holds that day, or the nearest one.

        Raises:
            LookupError: the workspace has no quarterly cycle at all.
        """
        row = self._one(q.CYCLE_ON, on=on) or self._one(q.CYCLE_FIRST)
        if row is None:
            raise LookupError(f"no quarterly cycle in workspace {self._workspace}")
        return Cycle(*row)

    def objective(self, id: int) -> Objective | None:
        """That objective in any state but discarded; another's draft is None."""
        row = self._one(q.OBJECTIVE_BY_ID, objective=id, viewer=self._viewer)
        return None if row is None else objective_of(row)

    def objectives(
        self,
        scope: Scope,
        *,
        of: int | None = None,
        cycle: int | None = None,
        after: int = 0,
        skip: int = 0,
        limit: int = 10,
    ) -> Page[Objective]:
        """Active objectives of a scope by id, those with an id above ``after``, without the first ``skip``."""
        values: dict[str, Hashable] = {"after": after, "limit": limit + 1, "skip": skip, "within": skip + limit + 1}
        if cycle is not None:
            values["cycle"] = cycle
        match scope:
            case "mine":
                values["of"] = self._viewer
            case "person" | "team":
                if of is None:
                    return Page((), more=False)
                values["of"] = of
            case "organisation" | "all":
                pass
        return _page(self._all(q.objectives(scope, in_cycle=cycle is not None), **values), limit)

    def objective_count(self, scope: Scope, *, of: int | None = None, cycle: int | None = None) -> int:
        """How many there are of what `objectives` gives a page at a time."""
        if scope in ("person", "team") and of is None:
            return 0
        values: dict[str, Hashable] = {} if cycle is None else {"cycle": cycle}
        if scope in ("mine", "person", "team"):
            values["of"] = self._viewer if scope == "mine" else of
        row = self._one(q.objective_count(scope, in_cycle=cycle is not None), **values)
        return 0 if row is None else int(row[0])

    def search(self, words: Sequence[str], *, after: int = 0, limit: int = 10) -> Page[Objective]:
        """Active objectives by id above ``after`` in which every one of ``words`` occurs."""
        found = matching(self._all, words, after=after, limit=limit + 1)
        if not found:
            return Page((), more=False)
        return _page(self._all(q.ACTIVE_BY_IDS, objectives=tuple(found)), limit)

    def children(self, objectives: Sequence[int]) -> tuple[Objective, ...]:
        """Active objectives aligned to any of these, by id."""
        return tuple(map(objective_of, self._all(q.CHILDREN, parents=tuple(objectives)))) if objectives else ()

    def roots(self, *, cycle: int | None = None, after: int = 0, limit: int = 10) -> Page[Objective]:
        """Active objectives aligned to nothing active, organisation level first, then by id."""
        passed = self._one(q.LEVEL_OF, objective=after) if after else None
        in_organisation = passed is None or passed[0] == "organisation"
        values: dict[str, Hashable] = {} if cycle is None else {"cycle": cycle}
        found: list[Records] = []
        if in_organisation:
            statement = q.roots(organisation=True, in_cycle=cycle is not None)
            found += self._all(statement, after=after, limit=limit + 1, **values)
        if len(found) <= limit:
            statement = q.roots(organisation=False, in_cycle=cycle is not None)
            rest = limit + 1 - len(found)
            found += self._all(statement, after=0 if in_organisation else after, limit=rest, **values)
        return _page(found, limit)

    def key_result(self, id: int) -> KeyResult | None:
        """That key result, where its objective can be seen and is not discarded."""
        row = self._one(q.KEY_RESULT_BY_ID, key_result=id, viewer=self._viewer)
        return None if row is None else key_result_of(row)

    def key_results(self, objectives: Sequence[int]) -> tuple[KeyResult, ...]:
        """Key results of these objectives, by objective and position."""
        if not objectives:
            return ()
        return tuple(map(key_result_of, self._all(q.KEY_RESULTS, objectives=tuple(objectives), viewer=self._viewer)))

    def dropped_key_result(self, id: int) -> KeyResult | None:
        """That key result, where its objective can be seen and no longer has it."""
        row = self._one(q.DROPPED_KEY_RESULT, key_result=id, viewer=self._viewer)
        return None if row is None else key_result_of(row)

    def dropped_key_results(self, objective: int) -> tuple[KeyResult, ...]:
        """Key results that this objective no longer has, by id."""
        return tuple(map(key_result_of, self._all(q.DROPPED_KEY_RESULTS, objective=objective, viewer=self._viewer)))

    def initiatives(self, objective: int) -> tuple[Initiative, ...]:
        """Initiatives of that objective, by position."""
        rows = self._all(q.INITIATIVES, objective=objective, viewer=self._viewer)
        return tuple(Initiative(*row) for row in rows)

    def owned(self, person: int, *, limit: int = 100) -> tuple[KeyResult, ...]:
        """Key results of active objectives that this person owns, by due day then id; those without a day last."""
        return tuple(map(key_result_of, self._all(q.OWNED, person=person, limit=limit)))

    def contributors(self, key_results: Sequence[int]) -> dict[int, tuple[Contributor, ...]]:
        """Who helps with these key results, by key result."""
        found: dict[int, tuple[Contributor, ...]] = {}
        if key_results:
            for key_result, person, role in self._all(
                q.CONTRIBUTORS, key_results=tuple(key_results), viewer=self._viewer
            ):
                found[key_result] = (*found.get(key_result, ()), Contributor(person, role))
        return found

    def handover(self, id: int) -> Handover | None:
        """That giving, where its objective can be seen."""
        row = self._one(q.HANDOVER_BY_ID, handover=id, viewer=self._viewer)
        return None if row is None else Handover(*row)

    def last_handover(self, objective: int, key_result: int | None = None) -> Handover | None:
        """The newest giving of that key result, or of the objective itself."""
        row = self._one(q.LAST_HANDOVER, objective=objective, key_result=key_result, viewer=self._viewer)
        return None if row is None else Handover(*row)

    def drafts(self) -> tuple[Objective, ...]:
        """The viewer's own drafts, newest first."""
        return tuple(map(objective_of, self._all(q.DRAFTS, viewer=self._viewer)))

    def revisions(
        self, objective: int, *, key_result: int | None = None, skip: int = 0, limit: int = 30
    ) -> tuple[Revision, ...]:
        """The newest changes to a saved objective, or to one of its key results alone, without the first ``skip``; newest first."""
        values: dict[str, Hashable] = {"objective": objective, "skip": skip, "limit": limit, "viewer": self._viewer}
        if key_result is not None:
            values["key_result"] = key_result
        return tuple(Revision(*row) for row in self._all(q.revisions(alone=key_result is not None), **values))

    def next_objective(self) -> int:
        """The id that the next new objective of this workspace gets."""
        return self._next(q.NEXT_OBJECTIVE)

    def next_key_result(self) -> int:
        """The same for key results."""
        return self._next(q.NEXT_KEY_RESULT)

    def next_initiative(self) -> int:
        """The same for initiatives."""
        return self._next(q.NEXT_INITIATIVE)

    def next_handover(self) -> int:
        """The same for givings."""
        return self._next(q.NEXT_HANDOVER)


def _page(rows: Sequence[Records], limit: int) -> Page[Objective]:
    return Page(tuple(map(objective_of, rows[:limit])), more=len(rows) > limit)
