"""The cycles of the Book, its objectives and key results, and whose they are and were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, Protocol, TypeVar

from bot.okr.model import Contributor, Cycle, Handover, Initiative, KeyResult, Objective, Revision

T = TypeVar("T")
Scope = Literal["mine", "person", "team", "organisation", "all"]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a long list; ``more`` tells whether something follows."""

    items: tuple[T, ...]
    more: bool


class Objectives(Protocol):
    """Cycles, objectives, key results and initiatives."""

    def cycle(self, id: int) -> Cycle | None:
        """That cycle, or None."""
        ...

    def cycles(self) -> tuple[Cycle, ...]:
        """All cycles, earliest first."""
        ...

    def cycle_on(self, on: date) -> Cycle:
        """The quarterly cycle that holds that day; every day has one from the year the workspace was made in up to a year ahead (extended by
        the clock). For a day outside of that, the nearest one."""
        ...

    def objective(self, id: int) -> Objective | None:
        """That objective in any state but discarded; another's draft is None."""
        ...

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
        """Active objectives by id, those with an id above ``after``, without the first ``skip`` of them.

        ``mine``: the viewer owns it or one of its key results. ``person``: the same for person ``of``. ``team``: of team ``of``.
        ``organisation``: level organisation. ``all``: every one.
        """
        ...

    def objective_count(self, scope: Scope, *, of: int | None = None, cycle: int | None = None) -> int:
        """How many there are of what `objectives` gives a page at a time."""
        ...

    def search(self, words: Sequence[str], *, after: int = 0, limit: int = 10) -> Page[Objective]:
        """Active objectives by id, those with an id above ``after``, in which every one of ``words`` occurs: in the title, in a key result's
        title, in the name of an owner of either, or of the team. Letter case, width and the variants of Chinese characters do not matter.
        """
        ...

    def children(self, objectives: Sequence[int]) -> tuple[Objective, ...]:
        """Active objectives aligned to any of these, by id."""
        ...

    def roots(self, *, cycle: int | None = None, after: int = 0, limit: int = 10) -> Page[Objective]:
        """Active objectives aligned to nothing that is active, organisation level first, then by id (paged by id within that order's id)."""
        ...

    def key_result(self, id: int) -> KeyResult | None:
        """That key result, where its objective can be seen and is not discarded, and still has it."""
        ...

    def key_results(self, objectives: Sequence[int]) -> tuple[KeyResult, ...]:
        """Key results of these objectives, by objective and position."""
        ...

    def dropped_key_result(self, id: int) -> KeyResult | None:
        """That key result, where its objective can be seen and no longer has it."""
        ...

    def dropped_key_results(self, objective: int) -> tuple[KeyResult, ...]:
        """Key results that this objective no longer has, by id."""
        ...

    def initiatives(self, objective: int) -> tuple[Initiative, ...]:
        """Initiatives of that objective, by position."""
        ...

    def owned(self, person: int, *, limit: int = 100) -> tuple[KeyResult, ...]:
        """Key results of active objectives that this person owns, by due day then id."""
        ...

    def contributors(self, key_results: Sequence[int]) -> dict[int, tuple[Contributor, ...]]:
        """Who helps with these key results, by key result; those without are not in it."""
        ...

    def handover(self, id: int) -> Handover | None:
        """That giving, where its objective can be seen."""
        ...

    def last_handover(self, objective: int, key_result: int | None = None) -> Handover | None:
        """The newest giving of that key result, or with None of the objective itself; None where its owner never changed hands."""
        ...

    def drafts(self) -> tuple[Objective, ...]:
        """The viewer's own drafts, newest first."""
        ...

    def revisions(
        self, objective: int, *, key_result: int | None = None, skip: int = 0, limit: int = 30
    ) -> tuple[Revision, ...]:
        """The newest changes to a saved objective, those to its key results among them, or to one of these alone, without the first ``skip``
        of them; newest first.
        """
        ...

    def next_objective(self) -> int:
        """The id that the next new objective of this workspace gets. Taken twice, the later commit conflicts and its turn runs again."""
        ...

    def next_key_result(self) -> int:
        """The same for key results; several new ones take it and the numbers after it."""
        ...

    def next_initiative(self) -> int:
        """The same for initiatives."""
        ...

    def next_handover(self) -> int:
        """The id that the next giving gets, as `next_objective` has it."""
        ...
