"""The tick: what is due becomes deliveries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.features.cheering import notify
from bot.features.leads import tell_lead
from bot.features.nudging import nudge, remind, welcome_back
from bot.features.summarising import redraw, refused
from bot.features.weekly import digest, own_post
from bot.okr.asking import next_moment
from bot.ports.unit import (
    DigestMade,
    DueNudge,
    DueReminder,
    DueReturn,
    LeadTold,
    Noticed,
    Nudged,
    PostMade,
    Refusal,
    Reminded,
    Returned,
    StalePost,
    Tell,
    Units,
)
from bot.turns.report import TurnReport, failed_at

BATCH = 500
"""How many due nudges one transaction takes."""


class Tick:
    """Does what the clock asks for. One for the whole process; one broken record keeps nobody else waiting."""

    def __init__(self, units: Units, report: Callable[[TurnReport], None]) -> None:
        self._units = units
        self._report = report
        self._cycles_to: datetime | None = None

    def at(self, now: datetime) -> int:
        """Turn everything that is due by ``now`` (aware, UTC) into deliveries; returns how many were added."""
        self._units.look_around()
        if self._cycles_to is None or now >= self._cycles_to:
            self._units.extend_cycles(now)
            self._units.forget(now)
            self._cycles_to = now + timedelta(days=1)
        added = 0
        while due := self._units.due_nudges(now, limit=BATCH):
            nudged = tuple(self._nudge(one, now) for one in due)
            self._units.commit_nudges(nudged)
            added += sum(one.tell is not None for one in nudged)
            if len(due) < BATCH:
                break
        while reminders := self._units.due_reminders(now, limit=BATCH):
            reminded = tuple(self._remind(one, now) for one in reminders)
            self._units.commit_reminded(reminded)
            added += sum(one.tell is not None for one in reminded)
            if len(reminders) < BATCH:
                break
        while returns := self._units.due_returns(now, limit=BATCH):
            returned = tuple(self._welcome_back(one) for one in returns)
            self._units.commit_returned(returned)
            added += sum(one.tell is not None for one in returned)
            if len(returns) < BATCH:
                break
        return (
            added
            + self._notify(now)
            + self._tell_leads(now)
            + self._post(now)
            + self._digest(now)
            + self._tell_refusals(now)
            + self._redraw_posts(now)
        )

    def _notify(self, now: datetime) -> int:
        """Let people hear, all at once, what others said of their check-ins."""
        added = 0
        while due := self._units.due_notices(now, limit=BATCH):
            noticed: list[Noticed] = []
            for one in due:
                try:
                    with self._units.read_as(one.workspace, one.person) as book:
                        noticed.append(notify(book, one, now))
                except Exception as caught:  # one broken record must not keep the others from hearing
                    self._report(failed_at(f"notice {one.due_at}", one.workspace, "cheering", caught))
                    noticed.append(Noticed(one))
            self._units.commit_noticed(tuple(noticed), now)
            added += sum(one.tell is not None for one in noticed)
        return added

    def _tell_leads(self, now: datetime) -> int:
        """Let leads know of what stayed open."""
        noticed: list[LeadTold] = []
        for one in self._units.due_lead_notices(now):
            try:
                with self._units.read_as(one.workspace, one.lead) as book:
                    noticed.append(tell_lead(book, one, now))
            except Exception as caught:  # one broken record must not keep the other leads from hearing
                self._report(failed_at(f"lead {one.lead}", one.workspace, "leads", caught))
                noticed.append(LeadTold(one, None))
        self._units.commit_leads_told(tuple(noticed))
        return sum(one.tell is not None for one in noticed)

    def _post(self, now: datetime) -> int:
        """Show leads what goes to their team's channel by itself, and post what is due."""
        made: list[PostMade] = []
        for one in self._units.due_posts(now):
            try:
                with self._units.read_as(one.workspace, one.author) as book:
                    made.append(own_post(book, one, now))
            except Exception as caught:  # one broken record must not keep the other teams from their summary
                self._report(failed_at(f"post of team {one.team}", one.workspace, "weekly", caught))
                made.append(PostMade(one, None, None, None, None))
        self._units.commit_posts(tuple(made))
        return sum(one.tell is not None for one in made)

    def _digest(self, now: datetime) -> int:
        """Let followers hear once a week."""
        made: list[DigestMade] = []
        for one in self._units.due_digests(now):
            try:
                with self._units.read_as(one.workspace, one.person) as book:
                    made.append(digest(book, one, now))
            except Exception as caught:  # as above
                self._report(failed_at(f"digest {one.person}", one.workspace, "weekly", caught))
                made.append(DigestMade(one, None, now + timedelta(days=7)))
        self._units.commit_digests(tuple(made))
        return sum(one.tell is not None for one in made)

    def _tell_refusals(self, now: datetime) -> int:
        """Let authors know what a platform refused."""
        told: list[tuple[Refusal, Tell | None]] = []
        for one in self._units.refusals():
            try:
                with self._units.read_as(one.workspace, one.author) as book:
                    told.append((one, refused(book, one)))
            except Exception as caught:  # one broken record must not keep the others from hearing
                self._report(failed_at(f"delivery {one.delivery}", one.workspace, "summarising", caught))
                told.append((one, None))
        self._units.commit_refusals(tuple(told), now)
        return sum(tell is not None for _, tell in told)

    def _redraw_posts(self, now: datetime) -> int:
        """Draw late news into the summaries that are out."""
        redrawn: list[tuple[StalePost, Tell | None]] = []
        for one in self._units.stale_posts():
            try:
                with self._units.read_as(one.workspace, one.author) as book:
                    redrawn.append((one, redraw(book, one)))
            except Exception as caught:  # as above
                self._report(failed_at(one.occurrence, one.workspace, "summarising", caught))
                redrawn.append((one, None))
        self._units.commit_redrawn(tuple(redrawn), now)
        return sum(tell is not None for _, tell in redrawn)

    def _nudge(self, due: DueNudge, now: datetime) -> Nudged:
        try:
            with self._units.read_as(due.workspace, due.person) as book:
                return nudge(book, due, now)
        except Exception as caught:  # one person's broken record must not keep everybody else from being asked
            self._report(failed_at(f"schedule {due.schedule}", due.workspace, "nudging", caught))
            return Nudged(due, None, next_moment(due.settings, due.zone, max(due.due_at, now)))

    def _remind(self, due: DueReminder, now: datetime) -> Reminded:
        try:
            with self._units.read_as(due.workspace, due.person) as book:
                return remind(book, due, now)
        except Exception as caught:  # as above
            self._report(failed_at(f"reminder {due.nudge}", due.workspace, "nudging", caught))
            return Reminded(due, None)

    def _welcome_back(self, due: DueReturn) -> Returned:
        try:
            with self._units.read_as(due.workspace, due.person) as book:
                return welcome_back(book, due)
        except Exception as caught:  # as above
            self._report(failed_at(f"return {due.person}", due.workspace, "nudging", caught))
            return Returned(due, None)
