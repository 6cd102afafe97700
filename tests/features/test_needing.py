"""Help: who is reached, what stands on the key result, and who may end it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.cards import action
from bot.chat.effects import KeepForm, Show
from bot.chat.events import Mention
from bot.features import needing
from bot.features.outcome import Outcome
from bot.features.states import Reporting
from bot.okr.model import Settings
from bot.ports.changes import AddHelp, PutSettings, ResolveHelp
from bot.ports.unit import ToPerson
from bot.reading.markup import plain
from bot.reading.needing import Need, read_need, read_need_beside, read_no_more_need
from tests.core.office import Office
from tests.features.desk import MONDAY, Desk, button, drawn, lines, measured


@pytest.fixture
def desk() -> Desk:
    """KR1 of Growth is Bo's; Ada leads."""
    made = Desk()
    made.objective("Grow", measured("Sign-ups", "100", "200", owner=made.bo), team=made.growth)
    return made


def hear(desk: Desk, person: int, text: str, *mentions: Mention) -> Outcome | None:
    with desk.book(person) as book:
        outcome = needing.heard(None, desk.said(person, text, *mentions), text, book)
    if outcome is not None:
        desk.carry_out(person, outcome)
    return outcome


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KR3 I need help from @li: the API is blocked", Need((3,), "@li", "the API is blocked")),
        ("KR3 need help", Need((3,))),
        ("I need help with KR3", Need((3,))),
        ("KR3 需要帮助，供应商没回复", Need((3,), "", "供应商没回复")),
        ("KR3需要@李明帮忙：接口还没好", Need((3,), "@李明", "接口还没好")),
        ("ＫＲ３ 求助 @wei 采购卡住了", Need((3,), "@wei", "采购卡住了")),
        ("需要帮助", Need()),
        ("help desk tickets down to 30", None),
        ("help", None),
        ("KR3 310k", None),
    ],
)
def test_a_call_is_taken_apart_to_the_letter(text: str, expected: Need | None) -> None:
    assert read_need(text) == expected


def test_a_call_stands_beside_a_number_and_its_end_is_a_whole_message() -> None:
    assert read_need_beside("KR3 310k, need help from @li: keys") == Need((), "@li", "keys")
    assert read_need_beside("KR3 310k, on track") is None
    for line in (
        "Need help? No",
        "need help: no",
        "need help: none.",
        "需要帮助：无",
        "需要帮忙吗？不用",
        "需要帮助?没有",
    ):
        assert read_need_beside(f"KR3 310k\n{line}") is None
    assert read_need_beside("KR3 310k\nneed help: no API keys") == Need((), "", "no API keys")
    assert read_no_more_need("KR3 resolved") == (3,)
    assert read_no_more_need("KR1和KR2 已解决") == (1, 2)
    assert read_no_more_need("KR3 resolved 30 tickets") == ()


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader_and_a_note_is_always_part_of_it(text: str) -> None:
    need = read_need(f"KR1 need help: {text}")
    assert need is not None
    assert need.note in plain(f"KR1 need help: {text}")


def test_a_named_person_hears_at_once_with_the_note(desk: Desk) -> None:
    outcome = hear(desk, desk.bo, "KR1 I need help from @cas: keys", Mention("@cas", desk.cas))
    assert outcome is not None
    (tell,) = outcome.tells
    assert tell.to == ToPerson(desk.cas)
    assert tell.not_before is None
    assert "Bo Lind needs your help with KR1, Sign-ups" in drawn(tell.card)
    assert "> keys (Bo Lind)" in drawn(tell.card)
    assert "Cas Ray knows now" in lines(outcome)
    with desk.book(desk.ada) as book:
        kr = book.key_result(1)
        assert kr is not None
        (request,) = book.help_wanted([1])
        assert (request.asker, request.helper, request.note) == (desk.bo, desk.cas, "keys")
        assert [type(one).__name__ for one in needing.open_needs([kr], book)] == ["Paragraph", "Quote", "Buttons"]


def test_where_nobody_is_named_the_lead_hears_and_the_lead_is_asked_whom(desk: Desk) -> None:
    outcome = hear(desk, desk.bo, "KR1 需要帮助")
    assert outcome is not None
    assert [tell.to for tell in outcome.tells] == [ToPerson(desk.ada)]
    asked = hear(desk, desk.ada, "KR1 need help")
    assert asked is not None
    assert isinstance(asked.answers[0], Show)
    assert asked.changes == ()


def test_quiet_hours_hold_and_the_asker_knows_when_it_is_heard(desk: Desk) -> None:
    quiet = Settings(quiet_from=time(8), quiet_to=time(10))
    desk.write(desk.ada, PutSettings(desk.ada, quiet, MONDAY))
    outcome = hear(desk, desk.bo, "KR1 need help")
    assert outcome is not None
    assert "hears of it on Mon 23 Nov, 10:00" in lines(outcome)
    assert desk.storage.ledger.lease("test", desk.now, owner="me") == ()
    assert len(desk.storage.ledger.lease("test", desk.now.replace(hour=10), owner="me")) == 1


def test_it_is_over_when_one_of_them_says_so_and_the_other_hears(desk: Desk) -> None:
    asked = hear(desk, desk.bo, "KR1 need help from @cas", Mention("@cas", desk.cas))
    assert asked is not None
    over = button(asked, "It is resolved").action
    with desk.book(desk.li) as book:
        stranger = needing.pressed(desk.pressed(desk.li, over), book)
    assert "for Bo Lind or Cas Ray to say" in lines(stranger)
    with desk.book(desk.cas) as book:
        done = needing.pressed(desk.pressed(desk.cas, over), book)
    assert [type(change) for change in done.changes] == [ResolveHelp]
    assert [tell.to for tell in done.tells] == [ToPerson(desk.bo)]
    desk.carry_out(desk.cas, done)
    with desk.book(desk.bo) as book:
        assert book.help_wanted([1]) == ()
        again = needing.pressed(desk.pressed(desk.bo, over), book)
    assert "resolved already" in lines(again)
    assert again.changes == ()


def test_asked_twice_there_is_one_open_call(desk: Desk) -> None:
    hear(desk, desk.bo, "KR1 need help: first")
    hear(desk, desk.bo, "KR1 need help: second")
    with desk.book(desk.bo) as book:
        assert [one.note for one in book.help_wanted([1])] == ["second"]


def test_who_is_asked_about_a_key_result_means_that_one(desk: Desk) -> None:
    with desk.book(desk.bo) as book:
        outcome = needing.heard(Reporting(1), desk.said(desk.bo, "need help"), "need help", book)
    assert outcome is not None
    assert [type(change) for change in outcome.changes] == [AddHelp]
    assert outcome.state == "keep"


def test_nobody_calls_for_a_key_result_they_do_not_work_on(desk: Desk) -> None:
    outcome = hear(desk, desk.cas, "KR1 need help")
    assert outcome is not None
    assert "belongs to Bo Lind" in lines(outcome)
    assert outcome.changes == ()
    assert hear(desk, desk.cas, "I need help") is None


def test_a_form_without_anybody_stays_open_with_what_was_typed(desk: Desk) -> None:
    with desk.book(desk.bo) as book:
        kr = book.key_result(1)
        assert kr is not None
        form = needing.need_form(kr, book)
        event = desk.submitted(desk.bo, form.action, helper=str(desk.bo), note="keys")
        (kept,) = needing.submitted(event, book).answers
        assert isinstance(kept, KeepForm)
        assert dict(kept.form.errors)
        assert kept.form.fields[1].value == "keys"
        sent = needing.submitted(replace(event, values=(("helper", str(desk.cas)), ("note", "keys"))), book)
    assert [tell.to for tell in sent.tells] == [ToPerson(desk.cas)]


def test_help_chosen_in_the_check_in_form_reaches_them_with_the_note() -> None:
    office = Office()
    office.okr(office.ada, "My objective is grow as measured by increase sign-ups from 250k to 350k")
    office.turns.tick(office.now)
    form = office.press(office.ada, action("check_in.open", key_result=1)).form
    assert form.fields[-1].value == ""
    doubtful = office.submit(office.ada, form, value="2.6M", note="the import is stuck", helper=str(office.bo))
    assert doubtful.form.fields[-1].value == str(office.bo)
    done = office.submit(office.ada, doubtful.form, value="260k")
    assert "Recorded for KR1" in done.text
    assert "Bo Lind" in done.text
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        (request,) = book.help_wanted([1])
    assert (request.helper, request.note) == (office.bo, "the import is stuck")
    amended = office.press(office.ada, done.button("Change")).form
    assert "helper" not in [field.name for field in amended.fields]


def test_nothing_but_somebody_to_help_is_a_call_without_a_check_in() -> None:
    office = Office()
    office.okr(office.ada, "My objective is grow as measured by increase sign-ups from 250k to 350k")
    form = office.press(office.ada, action("check_in.open", key_result=1)).form
    alone = office.submit(office.ada, form, helper=str(office.ada))
    assert [name for name, _ in alone.form.errors] == ["helper"]
    office.submit(office.ada, alone.form, helper=str(office.bo))
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        assert [one.helper for one in book.help_wanted([1])] == [office.bo]
        assert book.check_ins(1) == ()
