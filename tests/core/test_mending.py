"""Check-ins put right: said again, edited, taken back; how sure; and numbers that look wrong."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from bot.chat.events import Deleted, Edited, Said
from bot.okr.model import CheckIn
from tests.core.office import Office, Seen, history, stands


@pytest.fixture
def office() -> Office:
    office = Office()
    office.okr(
        office.ada,
        "My objective is grow as measured by increase sign-ups from 250k to 350k; reduce refund rate from 8% to 4%",
    )
    return office


def whole(office: Office, id: int) -> tuple[CheckIn, ...]:
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        return book.check_in_history(id)


def say(office: Office, text: str, message: str) -> Seen:
    return Seen(office.take(Said(office.origin(office.ada), text, message=message)))


def edit(office: Office, message: str, text: str) -> Seen:
    return Seen(office.take(Edited(office.origin(office.ada), message, text)))


def test_said_again_within_minutes_puts_right_and_later_adds(office: Office) -> None:
    office.say(office.ada, "KR1 300k, at risk")
    office.now += timedelta(minutes=9)
    office.say(office.ada, "KR1 310k")
    (kept,) = history(office, 1)
    assert (kept.value, kept.status) == (Decimal(310000), "at_risk")
    assert [one.value for one in whole(office, 1)] == [Decimal(300000), Decimal(310000)]
    office.now += timedelta(minutes=11)
    office.say(office.ada, "KR1 320k")
    assert len(history(office, 1)) == 2


def test_a_change_is_always_news_of_its_own(office: Office) -> None:
    office.say(office.ada, "KR1 300k")
    office.say(office.ada, "KR1 +5k")
    office.say(office.ada, "KR1 +5k")
    assert [one.value for one in history(office, 1)] == [Decimal(300000), Decimal(305000), Decimal(310000)]


def test_the_same_again_writes_nothing(office: Office) -> None:
    office.say(office.ada, "KR1 300k")
    assert "already" in office.say(office.ada, "KR1 300k").text
    assert len(whole(office, 1)) == 1


def test_an_edit_reads_a_change_from_what_stood_before_it(office: Office) -> None:
    office.say(office.ada, "KR1 300k")
    say(office, "KR1 +5k", "m1")
    edit(office, "m1", "KR1 +7k")
    assert stands(office, 1).current == Decimal(307000)
    assert edit(office, "m1", "KR1  +7k").answers == ()


def test_an_edit_of_an_older_message_leaves_the_present_value(office: Office) -> None:
    say(office, "KR1 300k", "m1")
    office.now += timedelta(days=7)
    say(office, "KR1 310k", "m2")
    checked_in = stands(office, 1).checked_in_at
    edit(office, "m1", "KR1 290k")
    assert (stands(office, 1).current, stands(office, 1).checked_in_at) == (Decimal(310000), checked_in)
    assert [one.value for one in history(office, 1)] == [Decimal(290000), Decimal(310000)]


def test_an_edit_that_is_doubted_is_asked_and_then_puts_right(office: Office) -> None:
    say(office, "KR1 300k, ads paused", "m1")
    asked = edit(office, "m1", "KR1 3100k")
    assert stands(office, 1).current == Decimal(300000)
    office.press(office.ada, asked.button("310k sign-ups"))
    (kept,) = history(office, 1)
    assert (kept.value, kept.at) == (Decimal(310000), whole(office, 1)[0].at)


def test_deleting_a_message_keeps_and_offers(office: Office) -> None:
    say(office, "KR1 300k", "m1")
    edit(office, "m1", "KR1 305k")
    seen = Seen(office.take(Deleted(office.origin(office.ada), "m1")))
    assert stands(office, 1).current == Decimal(305000)
    office.press(office.ada, seen.button("Take it back"))
    assert history(office, 1) == ()
    assert (stands(office, 1).current, stands(office, 1).checked_in_at) == (None, None)
    assert Seen(office.take(Deleted(office.origin(office.ada), "m1"))).answers == ()


def test_nobody_takes_back_what_is_anothers(office: Office) -> None:
    undo = office.say(office.ada, "KR1 300k").button("Undo")
    office.press(office.bo, undo)
    assert len(history(office, 1)) == 1
    assert "no check-in of yours" in office.say(office.bo, "undo").text


def test_an_old_check_in_is_not_taken_back(office: Office) -> None:
    undo = office.say(office.ada, "KR1 300k").button("Undo")
    office.now += timedelta(days=8)
    assert "stays" in office.press(office.ada, undo).text
    assert len(history(office, 1)) == 1


def test_confidence_is_kept_with_the_entry_and_gone_with_the_next(office: Office) -> None:
    office.say(office.ada, "KR1 300k, confidence 7")
    assert stands(office, 1).confidence == 7
    office.now += timedelta(days=7)
    office.say(office.ada, "KR1 no change")
    assert stands(office, 1).confidence == 7, "no change keeps it"
    office.now += timedelta(days=7)
    office.say(office.ada, "KR1 310k")
    assert [one.confidence for one in history(office, 1)] == [7, 7, None]


@pytest.mark.parametrize(
    ("typed", "why"),
    [("KR1 3.1M", "far from"), ("KR1 900k", "far beyond"), ("KR1 190k", "long way back"), ("KR2 40%", "long way back")],
)
def test_a_number_that_looks_wrong_is_asked_once(office: Office, typed: str, why: str) -> None:
    asked = office.say(office.ada, typed)
    assert why in asked.text
    assert not history(office, 1)
    assert not history(office, 2)
    office.say(office.ada, typed)
    assert len((*history(office, 1), *history(office, 2))) == 1
    office.now += timedelta(days=7)
    assert "Is that right?" not in office.say(office.ada, typed).text


@pytest.mark.parametrize("typed", ["KR1 249k", "KR1 360k", "KR2 8.5%", "KR2 3%", "KR1 230k"])
def test_plain_ups_and_downs_are_recorded(office: Office, typed: str) -> None:
    assert "Recorded" in office.say(office.ada, typed).text


def test_a_doubt_in_the_form_is_cleared_by_sending_it_again(office: Office) -> None:
    form = office.press(office.ada, office.say(office.ada, "KR1 300k").button("Change")).form
    again = office.submit(office.ada, form, value="3M").form
    assert again.errors
    office.submit(office.ada, again, value="3M")
    assert stands(office, 1).current == Decimal(3_000_000)


def test_not_done_takes_done_back(office: Office) -> None:
    office.say(office.ada, "KR1 done")
    office.say(office.ada, "KR1 not done after all, the audit is missing")
    assert stands(office, 1).said is None
    office.say(office.ada, "KR1 done")
    office.say(office.ada, "KR1 还没完成")
    assert stands(office, 1).said is None


def test_a_minus_is_a_fall_and_a_dash_is_none(office: Office) -> None:
    office.say(office.ada, "KR2 -1%")
    assert stands(office, 2).current == Decimal(7)
    office.say(office.ada, "KR2 - 6%")
    assert stands(office, 2).current == Decimal(6)


def test_a_plain_no_to_a_doubt_records_nothing(office: Office) -> None:
    office.say(office.ada, "KR1 3.1M")
    assert "nothing is recorded" in office.say(office.ada, "no").text
    assert not history(office, 1)
