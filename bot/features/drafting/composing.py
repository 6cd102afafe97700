"""From what was read to the rows of a draft: key results with ids and owners, lines of a form matched to what is there already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count

from bot.chat.events import Mention
from bot.okr.model import Cycle, Initiative, KeyResult, Kind, Objective
from bot.ports.book import Book
from bot.ports.changes import PutObjective
from bot.reading.key_result import read_key_result
from bot.reading.types import KeyResultText, KindRead

MOST_KEY_RESULTS = 30
MOST_INITIATIVES = 50
LONGEST_TITLE = 2000

_LABELLED = re.compile(r"\s*KR\s?(\d{1,9})\s*[:：.、)]\s*(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class TooMany:
    """More key results or initiatives than one objective can hold, and how many the most is."""

    given: int
    most: int


@dataclass(frozen=True, slots=True)
class TooLong:
    """A line longer than a title can be, in characters."""

    given: int
    most: int


def kind_of(read: KindRead) -> Kind:
    """The kind stored for a kind read: what cannot be measured is done or not done, until its author says more."""
    return "milestone" if read == "unmeasurable" else read


def measured(kr: KeyResult, read: KeyResultText) -> KeyResult:
    """The key result measured as its text was read."""
    return replace(
        kr,
        title=read.text,
        kind=kind_of(read.kind),
        comparator=read.comparator,
        start=read.start,
        target=read.target,
        unit=read.unit,
        unit_word=read.unit_word,
        written_in=read.written_in,
        relative=read.relative,
        due=read.due.on if read.due is not None and read.due.on is not None else kr.due,
    )


@dataclass(frozen=True, slots=True)
class Composer:
    """What every line is read with: the book, the people mentioned, and the day."""

    book: Book
    mentions: tuple[Mention, ...]
    today: date

    def read(self, line: str) -> KeyResultText:
        """One key result as typed."""
        return read_key_result(line, today=self.today, fiscal_start=self.book.workspace.fiscal_start)

    def person(self, name: str) -> int | None:
        """Whom ``@name`` means, None where nobody is called that."""
        for mention in self.mentions:
            if mention.words.lstrip("@").casefold() == name.casefold():
                return mention.person
        found = self.book.person_named(name)
        return found.id if found else None

    def key_result(self, read: KeyResultText, blank: KeyResult) -> KeyResult:
        """``blank`` filled with what was read; a name that nobody has stays in the title, so that nothing typed is lost."""
        kr = measured(blank, read)
        owner, unknown = blank.owner, list[str]()
        for name in read.mentions:
            person = self.person(name)
            if person is None:
                unknown.append(f"@{name}")
            else:
                owner = person
        return replace(kr, owner=owner, title=" ".join((kr.title, *unknown)))

    def new_key_results(
        self, reads: Sequence[KeyResultText], objective: int, owner: int | None, *, first: int, position: int = 0
    ) -> tuple[KeyResult, ...]:
        """Key results for a new draft, numbered from ``first``."""
        return tuple(
            self.key_result(read, KeyResult(first + n, objective, "", "milestone", owner, position + n))
            for n, read in enumerate(reads)
        )

    def lines(
        self, lines: Sequence[str], objective: Objective, there: Sequence[KeyResult]
    ) -> tuple[tuple[KeyResult, KeyResultText | None], ...]:
        """The key results that a form's lines stand for, each with what was read. ``KR34: ...`` is the one that is there; without a label it is a new one,
        unless it says word for word what one that is there says.

        A line left as it was is not read again and keeps all it had, what a form for it alone had set included.
        """
        known = {kr.id: kr for kr in there}
        fresh = self.book.next_key_result()
        result: list[tuple[KeyResult, KeyResultText | None]] = []
        for line in lines:
            labelled = _LABELLED.fullmatch(line)
            old = known.pop(int(labelled[1]), None) if labelled else self._same(line, known)
            text = labelled[2] if labelled and old is not None else line
            if old is None:
                blank = KeyResult(fresh, objective.id, "", "milestone", objective.owner, 0)
                fresh += 1
                read = self.read(text)
                result.append((self.key_result(read, blank), read))
            elif text.strip() in (line_of(old, self.book), old.title):
                result.append((old, None))
            else:
                read = self.read(text)
                result.append((self.key_result(read, replace(old, owner=None)), read))
        return tuple((replace(kr, position=n), read) for n, (kr, read) in enumerate(result))

    def _same(self, line: str, known: dict[int, KeyResult]) -> KeyResult | None:
        title = self.read(line).text
        same = next((kr for kr in known.values() if title == kr.title), None)
        return known.pop(same.id) if same is not None else None


def line_of(kr: KeyResult, book: Book) -> str:
    """A key result as a form's line shows it, without its label: title and owner."""
    owner = book.person(kr.owner) if kr.owner is not None else None
    return f"{kr.title} @{owner.handle}" if owner else kr.title


def initiatives_from(
    titles: Sequence[str], objective: int, first: int, there: Sequence[Initiative] = ()
) -> tuple[Initiative, ...]:
    """Initiatives for an objective, new ones numbered from ``first``; what is there already keeps its number, wherever its line stands now.

    Where one line alone is new and one alone is gone, it is the same initiative in other words.
    """
    known = {one.title: one.id for one in there}
    progress = {one.id: one.progress for one in there}
    ids = [known.pop(title, None) for title in titles]
    if ids.count(None) == 1 and len(known) == 1:
        ids[ids.index(None)] = next(iter(known.values()))
    fresh = count(first)
    return tuple(
        Initiative(next(fresh), objective, title, n)
        if id is None
        else Initiative(id, objective, title, n, progress[id])
        for n, (title, id) in enumerate(zip(titles, ids, strict=True))
    )


def refused(titles: Sequence[str], key_results: Sequence[str], initiatives: Sequence[str]) -> TooMany | TooLong | None:
    """Why this is more than one objective holds; None where it is not."""
    if len(key_results) > MOST_KEY_RESULTS:
        return TooMany(len(key_results), MOST_KEY_RESULTS)
    if len(initiatives) > MOST_INITIATIVES:
        return TooMany(len(initiatives), MOST_INITIATIVES)
    longest = max((len(title) for title in (*titles, *key_results, *initiatives)), default=0)
    return TooLong(longest, LONGEST_TITLE) if longest > LONGEST_TITLE else None


def cycle_for(book: Book, today: date, key_results: Sequence[KeyResult]) -> Cycle:
    """The quarter of today, or the later one in which every date that was given lies."""
    present = book.cycle_on(today)
    dues = [kr.due for kr in key_results if kr.due is not None]
    if not dues or min(dues) <= present.ends_on:
        return present
    return book.cycle_on(max(dues))


def new_draft(
    book: Book,
    at: datetime,
    today: date,
    title: str,
    key_results: tuple[KeyResult, ...],
    initiatives: tuple[Initiative, ...],
) -> PutObjective:
    """The rows of a new draft: of the author's team where they lead one, else their own; committed; in the cycle of its dates."""
    author = book.viewer
    led = next((team for team in book.teams_of(author.id) if team.lead == author.id), None)
    objective = Objective(
        id=book.next_objective(),
        title=title,
        state="draft",
        level="team" if led else "individual",
        ambition="committed",
        cycle=cycle_for(book, today, key_results).id,
        author=author.id,
        owner=author.id,
        created_at=at,
        team=led.id if led else None,
    )
    return PutObjective(objective, key_results, initiatives, seen=0)


def activated(
    draft: Objective, key_results: Sequence[KeyResult], cycle: Cycle, today: date
) -> tuple[Objective, tuple[KeyResult, ...]]:
    """The draft as it stands once saved: every key result runs from today (or the cycle's first day) to its date or the cycle's last."""
    begins = max(today, cycle.starts_on)
    return replace(draft, state="active"), tuple(
        replace(kr, starts_on=kr.starts_on or begins, due=kr.due or cycle.ends_on) for kr in key_results
    )
