"""Checking in: by typing, by buttons, by form; what is not certain is asked."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.core.office import Office, growing, history, stands


@pytest.fixture
def office() -> Office:
    return growing()


def test_a_typed_check_in_is_recorded_and_repeated(office: Office) -> None:
    seen = office.say(office.ada, "KR1 310k, on track, the outage is behind us")
    for part in ("Recorded for KR1", "250k", "310k", "on track", "the outage is behind us"):
        assert part in seen.text
    kr = stands(office, 1)
    assert (kr.current, kr.said) == (Decimal(310000), "on_track")
    (entry,) = history(office, 1)
    assert entry.note is not None
    assert "the outage is behind us" in entry.note


def test_a_chinese_check_in(office: Office) -> None:
    office.okr(office.li, "我的目标是增长，该目标以注册数从25万提升到35万来衡量")
    seen = office.say(office.li, "目前31万，有风险")
    assert "31万" in seen.chinese
    assert (stands(office, 4).current, stands(office, 4).said) == (Decimal(310000), "at_risk")


def test_no_change_confirms_what_is_due(office: Office) -> None:
    office.say(office.ada, "KR1 310k")
    seen = office.say(office.ada, "no change")
    assert "KR2" in seen.text
    assert stands(office, 1).current == Decimal(310000)
    assert len(history(office, 1)) == 1
    assert len(history(office, 2)) == 1


def test_several_in_one_message(office: Office) -> None:
    office.say(office.ada, "KR1 300k, KR2 6%")
    assert (stands(office, 1).current, stands(office, 2).current) == (Decimal(300000), Decimal(6))


def test_walking_through_all_that_is_due(office: Office) -> None:
    first = office.command(office.ada, "check in")
    assert "KR1" in first.text
    second = office.say(office.ada, "290k")
    assert "Recorded for KR1" in second.text
    assert "KR2" in second.text
    third = office.press(office.ada, second.button("Skip"))
    assert "KR3" in third.text
    last = office.say(office.ada, "done")
    assert "That was all" in last.text
    assert stands(office, 3).said == "done"
    assert not history(office, 2)


def test_the_form_records(office: Office) -> None:
    walk = office.command(office.ada, "check in")
    form = office.press(office.ada, walk.button("Fill in a form")).form
    assert [name for name, _ in office.submit(office.ada, form).form.errors] == ["value"]
    assert [name for name, _ in office.submit(office.ada, form, value="soon").form.errors] == ["value"]
    office.submit(office.ada, form, value="+12k", status="at_risk", note="ads paused")
    kr = stands(office, 1)
    assert (kr.current, kr.said) == (Decimal(262000), "at_risk")


def test_a_form_sent_twice_records_once(office: Office) -> None:
    walk = office.command(office.ada, "check in")
    form = office.press(office.ada, walk.button("Fill in a form")).form
    office.submit(office.ada, form, value="300k")
    assert "nothing is recorded twice" in office.submit(office.ada, form, value="300k").text
    assert len(history(office, 1)) == 1


def test_a_double_click_on_no_change_records_once(office: Office) -> None:
    walk = office.command(office.ada, "check in KR2")
    press = walk.button("No change")
    office.press(office.ada, press)
    assert "nothing twice" in office.press(office.ada, press).text
    assert len(history(office, 2)) == 1


def test_an_edit_supersedes(office: Office) -> None:
    seen = office.say(office.ada, "KR1 301k, on track")
    form = office.press(office.ada, seen.button("Change")).form
    office.submit(office.ada, form, value="310k")
    (entry,) = history(office, 1)
    assert (entry.value, entry.before, entry.supersedes) == (Decimal(310000), None, 1)


def test_somebody_elses_key_result(office: Office) -> None:
    seen = office.say(office.bo, "KR1 320k")
    assert "belongs to Ada Park" in seen.text
    assert not history(office, 1)


def test_an_unknown_key_result(office: Office) -> None:
    assert "There is no KR99" in office.say(office.ada, "KR99 5").text


def test_a_key_result_of_another_workspace_is_not_there(office: Office) -> None:
    assert "There is no KR1 " in office.say(office.eve, "KR1 5").text


def test_what_is_no_check_in_is_given_back(office: Office) -> None:
    assert "lovely weather" in office.say(office.ada, "lovely weather").text
    assert not history(office, 1)


def test_help_does_not_lose_the_open_question(office: Office) -> None:
    office.command(office.ada, "check in")
    office.say(office.ada, "help")
    office.say(office.ada, "300k")
    assert stands(office, 1).current == Decimal(300000)


def test_cancel_closes_the_question(office: Office) -> None:
    office.command(office.ada, "check in")
    assert "nothing is recorded" in office.say(office.ada, "cancel").text
    with office.storage.units.open(office.origin(office.ada)) as unit:
        assert unit.conversation().json is None


def test_when_the_next_question_comes_can_be_asked(office: Office) -> None:
    assert "Monday" in office.say(office.ada, "who will be nudged?").text


def test_a_check_in_does_not_close_the_question_of_a_draft(office: Office) -> None:
    office.say(office.ada, "new objective")
    office.say(office.ada, "Quiet nights")
    office.press(office.ada, office.command(office.ada, "show KR1").button("Check in"))
    office.say(office.ada, "cancel")
    office.say(office.ada, "My objective is calm as measured by cut alarms from 90 to 30")
    assert "Recorded" in office.say(office.ada, "KR1 300k").text
    assert "Saved: O3" in office.say(office.ada, "save").text


def test_news_of_another_in_a_walk_comes_back_to_the_one_asked(office: Office) -> None:
    office.command(office.ada, "check in")
    seen = office.say(office.ada, "KR2 5%")
    assert "Recorded for KR2" in seen.text
    assert office.say(office.ada, "300k").text
    assert stands(office, 1).current == Decimal(300000)


def test_a_press_on_another_card_in_a_walk_comes_back_too(office: Office) -> None:
    other = office.command(office.ada, "check in KR2").button("No change")
    office.command(office.ada, "check in KR1 KR3")
    assert "KR1" in office.press(office.ada, other).text
    office.say(office.ada, "300k")
    assert stands(office, 1).current == Decimal(300000)


def test_no_change_before_a_first_value_stands_at_the_start(office: Office) -> None:
    office.say(office.ada, "KR2 no change")
    assert stands(office, 2).current == Decimal(8)


def test_a_note_alone_is_recorded_only_where_it_names_its_key_result(office: Office) -> None:
    office.okr(office.bo, "My objective is calm as measured by cut alarms from 90 to 30")
    office.say(office.bo, "the new pager arrived today")
    assert not history(office, 4)
    assert "Recorded" in office.say(office.bo, "KR4 the new pager arrived today").text


def test_news_while_a_draft_asks_for_key_results(office: Office) -> None:
    office.say(office.ada, "new objective")
    office.say(office.ada, "Quiet nights")
    assert "Recorded for KR1" in office.say(office.ada, "KR1 300k, on track").text
    assert "Who owns" in office.say(office.ada, "Cut alarms from 90 to 30").text


def test_words_that_name_a_key_result_are_not_taken_for_the_one_that_is_due(office: Office) -> None:
    office.say(office.ada, "KR1 300k, KR2 6%")  # only KR3 is still due
    office.say(office.ada, "refund rate 5.5%, on track")
    assert stands(office, 2).current == Decimal("5.5")
    assert not history(office, 3)


def test_a_number_alone_goes_to_the_one_that_is_due(office: Office) -> None:
    office.say(office.ada, "KR2 6%, KR3 on track")
    office.say(office.ada, "300k")
    assert stands(office, 1).current == Decimal(300000)


def test_a_command_with_an_id_and_a_number_is_a_check_in(office: Office) -> None:
    assert "Recorded for KR1" in office.command(office.ada, "KR1 300k").text
    assert "Corrected for KR1" in office.say(office.ada, "/okr KR1 310k").text
    assert stands(office, 1).current == Decimal(310000)


def test_a_status_for_several_is_for_each_of_them(office: Office) -> None:
    office.say(office.ada, "KR1和KR2有风险")
    assert (stands(office, 1).said, stands(office, 2).said) == ("at_risk", "at_risk")
    office.say(office.ada, "KR1, KR2 no change")
    assert len(history(office, 1)) == len(history(office, 2)) == 2
    assert (stands(office, 1).said, stands(office, 2).said) == ("at_risk", "at_risk")


def test_a_wish_is_granted_while_an_owner_is_asked_for(office: Office) -> None:
    for words in ("new objective", "Be quicker", "Cut incidents from 9 to 3"):
        office.say(office.ada, words)
    assert "O1" in office.say(office.ada, "list all").text
    assert "By when" in office.say(office.ada, "me").text
    assert "by 31 Dec" in office.say(office.ada, "end of Q4").text


def test_what_is_said_of_one_key_result_in_parts_is_one_check_in(office: Office) -> None:
    office.okr(office.li, "我的目标是增长，该目标以签约200家客户来衡量")
    office.okr(office.li, "我的目标是顺畅，该目标以激活率从40%提升到60%来衡量")
    office.say(office.li, "/okr check in KR4")
    office.say(office.li, "60家，客户那边放假，慢了")
    (entry,) = history(office, 4)
    assert (entry.value, entry.status) == (Decimal(60), "at_risk")
    assert entry.note is not None
    assert "客户那边放假" in entry.note
