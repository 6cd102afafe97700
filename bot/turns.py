"""The one path through the core: event -> load -> step -> commit -> what to say.

1. An event that was answered before gets the same answer again; nothing happens twice.
2. What a step decides is committed in one transaction, or nothing is.
3. On a conflict the turn runs again on what is there now; nothing else has happened yet.
4. A turn that only reads writes nothing.
5. An expected mistake is an answer. An unexpected one rolls back, gives the words back and shows a short reference that is in the log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2s
from typing import Literal, assert_never

from bot.chat.cards import Card, Paragraph, Quote, Remark
from bot.chat.effects import Answer, Found
from bot.chat.events import (
    Commanded,
    Deleted,
    Dismissed,
    Edited,
    Event,
    Installed,
    Left,
    LinkShared,
    Opened,
    Origin,
    Pressed,
    ProfileChanged,
    Reacted,
    Said,
    Searched,
    Submitted,
)
from bot.chat.stored import answers_from_json, answers_to_json
from bot.chat.words import t
from bot.features.cheering import notify
from bot.features.leads import tell_lead
from bot.features.nudging import nudge, remind, welcome_back
from bot.features.outcome import to_person
from bot.features.states import NewerState, State, state_from_json, state_to_json
from bot.features.summarising import redraw, refused
from bot.features.weekly import digest, own_post
from bot.okr.asking import next_moment
from bot.ports.unit import (
    Commit,
    Conflict,
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
    StoredState,
    Tell,
    Units,
)
from bot.router import feature_of, route

ATTEMPTS = 6
"""How often a turn is tried before its person is asked to try again; from the second on it has the writers' place to itself."""

BATCH = 500
"""How many due nudges one transaction takes."""


@dataclass(frozen=True, slots=True)
class TurnReport:
    """One turn for the log: never what people wrote. ``seconds`` by the given stopwatch; ``told`` counts what it has to say
    elsewhere, None where it wrote nothing.
    """

    workspace: str
    door: str
    feature: str
    reference: str
    result: Literal["answered", "repeated", "busy", "failed"]
    seconds: float
    error: BaseException | None = None
    told: int | None = None


def _ignore(report: TurnReport) -> None:
    """For callers that keep no log."""


class Turns:
    """Takes events, one transaction each. One for the whole process, safe for many threads."""

    def __init__(
        self,
        units: Units,
        report: Callable[[TurnReport], None] = _ignore,
        stopwatch: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._units = units
        self._report = report
        self._stopwatch = stopwatch
        self._to_mark: set[tuple[str, str, str]] = set()
        self._cycles_to: datetime | None = None

    def take(self, event: Event) -> tuple[Answer, ...]:
        """Answer an event. Never raises for what a person did; always at least one answer, but for a closed form; for a reaction or an edit
        that is nothing to the bot; for links that show nothing; and for what a platform tells of people.
        """
        began = self._stopwatch()
        error: BaseException | None = None
        result: Literal["answered", "repeated", "busy", "failed"] = "busy"
        answers: tuple[Answer, ...] = ()
        told: int | None = None
        for attempt in range(ATTEMPTS):
            try:
                answers, result, told = self._once(event, alone=attempt > 0)
                break
            except Conflict:
                continue
            except NewerState:
                answers = _instead(event, _newer())
                break
            except Exception as caught:  # the last line of defence: a person must get an answer, the log the cause
                error, result = caught, "failed"
                answers = _instead(event, _failed(event))
                break
        else:
            answers = _instead(event, _busy(event))
        origin = event.origin
        self._report(
            TurnReport(
                origin.workspace,
                origin.door,
                feature_of(event),
                reference(origin),
                result,
                self._stopwatch() - began,
                error,
                told,
            )
        )
        return answers

    def _once(
        self, event: Event, *, alone: bool
    ) -> tuple[tuple[Answer, ...], Literal["answered", "repeated"], int | None]:
        origin = event.origin
        with self._units.open(origin, alone=alone) as unit:
            known = unit.answers_to(origin.key)
            if known is not None:
                self._to_mark.add(_mark(origin))
                return answers_from_json(known), "repeated", None
            saved = unit.conversation()
            state = _state_of(saved)
            outcome = route(state, event, unit.book)
            after = state if outcome.state == "keep" else outcome.state
            if outcome.changes or outcome.tells or after != state:
                unit.commit(
                    Commit(
                        origin=origin,
                        state=None if after is None else state_to_json(after),
                        seen=saved.version,
                        changes=outcome.changes,
                        answers=answers_to_json(outcome.answers),
                        tells=outcome.tells,
                        message=_message_of(event),
                    )
                )
                self._to_mark.add(_mark(origin))
                return outcome.answers, "answered", len(outcome.tells)
            return outcome.answers, "answered", None

    def said(self, event: Event, messages: Sequence[str | None] = ()) -> None:
        """Mark the answers to this event as shown, so that no restart says them again.

        ``messages`` are the platform's ids of what holds them, in their order, None for what has none: so a card can be drawn anew, and
        a message that somebody edits or reacts to can be found.
        """
        if _mark(event.origin) in self._to_mark:
            self._to_mark.discard(_mark(event.origin))
            self._units.say_done(event.origin, messages)

    def tick(self, now: datetime) -> int:
        """Turn everything that is due by ``now`` (aware, UTC) into deliveries; returns how many were added."""
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
                    self._report(_failed_at(f"notice {one.due_at}", one.workspace, "cheering", caught))
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
                self._report(_failed_at(f"lead {one.lead}", one.workspace, "leads", caught))
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
                self._report(_failed_at(f"post of team {one.team}", one.workspace, "weekly", caught))
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
                self._report(_failed_at(f"digest {one.person}", one.workspace, "weekly", caught))
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
                self._report(_failed_at(f"delivery {one.delivery}", one.workspace, "summarising", caught))
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
                self._report(_failed_at(one.occurrence, one.workspace, "summarising", caught))
                redrawn.append((one, None))
        self._units.commit_redrawn(tuple(redrawn), now)
        return sum(tell is not None for _, tell in redrawn)

    def _nudge(self, due: DueNudge, now: datetime) -> Nudged:
        try:
            with self._units.read_as(due.workspace, due.person) as book:
                return nudge(book, due, now)
        except Exception as caught:  # one person's broken record must not keep everybody else from being asked
            self._report(_failed_at(f"schedule {due.schedule}", due.workspace, "nudging", caught))
            return Nudged(due, None, next_moment(due.settings, due.zone, max(due.due_at, now)))

    def _remind(self, due: DueReminder, now: datetime) -> Reminded:
        try:
            with self._units.read_as(due.workspace, due.person) as book:
                return remind(book, due, now)
        except Exception as caught:  # as above
            self._report(_failed_at(f"reminder {due.nudge}", due.workspace, "nudging", caught))
            return Reminded(due, None)

    def _welcome_back(self, due: DueReturn) -> Returned:
        try:
            with self._units.read_as(due.workspace, due.person) as book:
                return welcome_back(book, due)
        except Exception as caught:  # as above
            self._report(_failed_at(f"return {due.person}", due.workspace, "nudging", caught))
            return Returned(due, None)


def _failed_at(what: str, workspace: str, feature: str, error: Exception) -> TurnReport:
    """A piece of the clock's work that failed, by a name that the log can be searched for."""
    return TurnReport(workspace, "", feature, what, "failed", 0.0, error)


def reference(origin: Origin) -> str:
    """Six characters that name an event in the log and to the person."""
    return blake2s(f"{origin.workspace}/{origin.door}/{origin.key}".encode(), digest_size=3).hexdigest()


def _mark(origin: Origin) -> tuple[str, str, str]:
    return origin.workspace, origin.door, origin.key


def _state_of(saved: StoredState) -> State | None:
    return None if saved.json is None else state_from_json(saved.json)


def _message_of(event: Event) -> str | None:
    """The person's own message that the event is about."""
    match event:
        case Said() | Edited() | Deleted():
            return event.message
        case Reacted() | Commanded() | Pressed() | Submitted() | Dismissed() | Opened() | LinkShared() | Searched():
            return None
        case Installed() | ProfileChanged() | Left():
            return None
        case _:
            assert_never(event)


def _words_of(event: Event) -> str:
    match event:
        case Said() | Edited() | Commanded():
            return event.text
        case Deleted() | Reacted():
            return ""
        case Submitted() | Dismissed() | Pressed():
            return "\n".join(value for _, value in event.values if value)
        case Opened() | LinkShared() | Searched() | Installed() | ProfileChanged() | Left():
            return ""
        case _:
            assert_never(event)


def _instead(event: Event, card: Card) -> tuple[Answer, ...]:
    """What is said where a turn could not be done. A link that stays bare needs no word of ours beneath it."""
    match event:
        case LinkShared() | ProfileChanged() | Left():
            return ()
        case Searched():
            return (Found(card.summary),)
        case (
            Said()
            | Edited()
            | Deleted()
            | Reacted()
            | Commanded()
            | Pressed()
            | Submitted()
            | Dismissed()
            | Opened()
            | Installed()
        ):
            return (to_person(event.origin, card),)
        case _:
            assert_never(event)


def _with_words(event: Event, card: Card) -> Card:
    words = _words_of(event).strip()
    if not words:
        return card
    return Card(card.summary, (*card.elements, Remark(t("turn-your-words")), Quote(words[:3000])))


def _failed(event: Event) -> Card:
    words = t("turn-failed", reference=reference(event.origin))
    return _with_words(event, Card(words, (Paragraph(words),)))


def _busy(event: Event) -> Card:
    words = t("turn-busy")
    return _with_words(event, Card(words, (Paragraph(words),)))


def _newer() -> Card:
    words = t("turn-newer")
    return Card(words, (Paragraph(words),))
