"""One check-in under way: what was decided in it is recorded, what is open is asked, then the next in line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.chat.cards import Button, Buttons, Card, Divider, Element, Paragraph, Quote, action, plain_card
from bot.chat.effects import Answer, Revise
from bot.chat.events import Commanded, Edited, Event, Pressed, Reacted, Said, Submitted
from bot.chat.words import Moment, t
from bot.features.checking_in.asking import doubt_elements, report_elements, which_elements
from bot.features.checking_in.reading import ReadNews
from bot.features.checking_in.recording import News, record, recorded_card, said_in
from bot.features.editing import dropped_card
from bot.features.lines import today_of
from bot.features.outcome import Next, Outcome, to_person
from bot.features.rhythms import plan_of
from bot.features.settings import snooze
from bot.features.standing_in import stands_in
from bot.features.states import AskingNumber, AskingWhich, Reporting, State
from bot.okr.model import KeyResult
from bot.ports.book import Book
from bot.reading.markup import fold
from bot.reading.reply.intent import snoozed_until


@dataclass(frozen=True, slots=True)
class Session:
    """One check-in under way: who asked what, and what comes after it."""

    event: Event
    book: Book
    rest: tuple[int, ...] = ()
    walking: bool = False
    """Whether this is one of several in a row, so that its end is said."""
    beside: bool = False
    """Whether another feature's question is open: a check-in in between does not close it."""
    message: str | None = None
    """The message that is answered for only now: it was asked back about."""
    mends: Mapping[int, int] = field(default_factory=dict)
    """Where a message was edited: which entry, by key result, its news puts right."""

    @classmethod
    def within(cls, state: State | None, event: Event, book: Book, about: int | None = None) -> Session:
        """A check-in that comes while ``state`` is open; ``about`` is the key result it is about, where one is known.

        In a walk, what was asked and not answered yet comes after it.
        """
        match state:
            case Reporting(asked, rest):
                return cls(event, book, rest if about == asked else (asked, *rest), walking=True)
            case AskingNumber(rest=rest):
                return cls(event, book, rest, walking=bool(rest))
            case AskingWhich() | None:
                return cls(event, book)
            case _:
                return cls(event, book, beside=True)

    def say(self, card: Card, state: Next) -> Outcome:
        """An answer that records nothing."""
        return Outcome((to_person(self.event.origin, card),), "keep" if state is None and self.beside else state)

    def finish(self, news: Sequence[News], then: Sequence[Element] = (), state: State | None = None) -> Outcome:
        """Record the news, repeat it, and go on: to what must be asked (``then``, ``state``), else to the next in line."""
        today = today_of(self.event.origin, self.book)
        changes, recorded = record(news, self.event, self.book)
        more = list(then)
        if state is None:
            done = {one.after.id for one in recorded}
            following, rest = next_in_line(self.rest, done, self.book, self.event.origin.at)
            if following is not None:
                more = [Divider(), *report_elements(following, rest, self.book, today)]
                state = Reporting(following.id, rest)
            elif self.walking:
                more = [Paragraph(t("check-in-all-done"))]
        following_state: Next = "keep" if state is None and self.beside else state
        card = recorded_card(recorded, self.book, today, more)
        return Outcome((self._answer(card),), following_state, changes)

    def _answer(self, card: Card) -> Answer:
        """In the place of the card that was pressed, or of the question that a form came from; of the one that answered a message before it
        was edited; else beneath.
        """
        match self.event:
            case Pressed():
                return Revise(card)
            case Submitted(action=form) if form.get("here"):
                return Revise(card)
            case Reacted(origin, message):
                return Revise(card, message)
            case Edited(origin, message):
                before = self.book.answer_to(origin.message(message))
                return to_person(origin, card) if before is None else Revise(card, before)
            case _:
                return to_person(self.event.origin, card)


def next_in_line(
    rest: Sequence[int], done: set[int], book: Book, at: datetime
) -> tuple[KeyResult | None, tuple[int, ...]]:
    left = [id for id in rest if id not in done]
    while left:
        following = book.key_result(left.pop(0))
        if following is not None and may_check_in(following, book, at):
            return following, tuple(left)
    return None, ()


def may_check_in(kr: KeyResult, book: Book, at: datetime) -> bool:
    """Its owner and its contributors check in, and while its owner is away (at ``at``, aware) the owner's stand-in."""
    return book.viewer.id == kr.owner or book.viewer.id in kr.contributors or stands_in(kr, book, at)


def unchanged(kr: KeyResult) -> News:
    """No change: its value and its person's word stay as they are. One that never had a value stands where it started."""
    return News(kr, kr.start if kr.current is None else None, kr.said, confidence=kr.confidence, how="unchanged")


def settle(read: ReadNews, session: Session) -> Outcome:
    """Record what is certain; ask for the first thing that is not."""
    then: tuple[Element, ...] = ()
    state: State | None = None
    if read.which_number:
        asked = read.which_number[0]
        update = asked.update
        then = doubt_elements(asked.key_result, asked.words, asked.values, asked.wants)
        values = tuple(f"{value:f}" for value in asked.values)
        state = AskingNumber(
            asked.key_result.id,
            asked.words,
            values,
            update.status,
            update.note,
            session.rest,
            asked.confidence,
            session.mends.get(asked.key_result.id),
            _message(session),
            asked.wants,
        )
    elif read.which_one:
        unknown = read.which_one[0]
        then = which_elements(unknown.words, unknown.candidates)
        state = AskingWhich(unknown.words, tuple(kr.id for kr in unknown.candidates), _message(session))
    if read.no_confidence:
        then = (*then, Paragraph(t("check-in-confidence-range", words=read.no_confidence[0])))
    waiting = [one.words for one in read.which_number[1:]]
    waiting += [one.words for one in (read.which_one if read.which_number else read.which_one[1:])]
    if waiting:
        then = (*then, Paragraph(t("check-in-one-at-a-time")), Quote("\n".join(waiting)))
    if not read.certain:
        return session.say(Card(t("check-in-asking"), then), "keep" if state is None else state)
    heard = None if session.message is None else session.event.origin.message(session.message)
    certain = [replace(one, supersedes=session.mends.get(one.key_result.id), said_in=heard) for one in read.certain]
    return session.finish(certain, (Divider(), *then) if then else (), state)


def _message(session: Session) -> str | None:
    if session.message is not None:
        return session.message
    heard = said_in(session.event)
    return None if heard is None else heard.message


def _not_there(id: int, book: Book) -> Card:
    gone = book.dropped_key_result(id)
    above = book.objective(gone.objective) if gone is not None else None
    if gone is None or above is None:
        return plain_card(t("check-in-unknown", label=f"KR{id}"))
    return dropped_card(gone, above, book)


def refusal(named: Sequence[int], session: Session) -> Outcome | None:
    """An answer where a key result is named that is not there or not the viewer's; None where all is well."""
    for id in named:
        kr = session.book.key_result(id)
        if kr is None:
            return session.say(_not_there(id, session.book), "keep")
        if not may_check_in(kr, session.book, session.event.origin.at):
            owner = session.book.person(kr.owner) if kr.owner is not None else None
            words = (
                t("check-in-somebody-elses", label=kr.label, title=kr.title, owner=owner.name)
                if owner
                else t("check-in-nobodys", label=kr.label, title=kr.title)
            )
            button = Button(t("check-in-show", label=kr.label), action("view.show", id=kr.label))
            return session.say(plain_card(words, Buttons((button,))), "keep")
        above = session.book.objective(kr.objective)
        if above is not None and above.state == "closed":
            return session.say(plain_card(t("check-in-closed", label=kr.label, objective=above.label)), "keep")
    return None


def skip(id: int, session: Session) -> Outcome:
    following, rest = next_in_line(session.rest, {id}, session.book, session.event.origin.at)
    if following is None:
        return session.say(plain_card(t("check-in-skipped-last", key_result=f"KR{id}")), None)
    today = today_of(session.event.origin, session.book)
    words = t("check-in-skipped", key_result=f"KR{id}")
    card = Card(words, (Paragraph(words), *report_elements(following, rest, session.book, today)))
    answer = Revise(card) if isinstance(session.event, Pressed) else to_person(session.event.origin, card)
    return Outcome((answer,), Reporting(following.id, rest))


def later(session: Session) -> Outcome:
    """Asked again on the day that was named, else tomorrow; the open question is closed."""
    event, book = session.event, session.book
    words = event.text if isinstance(event, Said | Commanded) else ""
    today = today_of(event.origin, book)
    until = snoozed_until(fold(words), today, book.workspace.fiscal_start)
    put_off = snooze(event, book, until if until is not None and until > today else None)
    return replace(put_off, state="keep" if session.beside else None)


def skip_all(session: Session) -> Outcome:
    """Nothing this time: when the next question comes, by their own settings."""
    book, now = session.book, session.event.origin.at
    following = plan_of(book.viewer.id, book).next_asked(now)
    words = t("check-in-later", moment=Moment(following)) if following is not None else t("check-in-later-never")
    return session.say(plain_card(words), None)
