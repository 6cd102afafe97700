"""Checking in: by typing, by buttons, by form; what is not certain is asked."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.okr.model import CheckIn, KeyResult
from tests.core.office import Office


@pytest.fixture
def office() -> Office:
    office = Office()
    office.okr(
        office.ada,
        "My objective is grow as measured by increase sign-ups from 250k to 350k; "
        "reduce refund rate from 8% to 4%; publish the pricing study",
    )
    return office


def stands(office: Office, id: int) -> KeyResult:
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        kr = book.key_result(id)
        assert kr is not None
        return kr


def history(office: Office, id: int) -> tuple[CheckIn, ...]:
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        return book.check_ins(id)


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


def test_which_one_is_asked_and_nothing_recorded_before(office: Office) -> None:
    office.okr(
        office.ada,
        "My objective is hire as measured by increase engineers from 10 to 20; increase designers from 2 to 6",
    )
    asked = office.say(office.ada, "now 5")
    assert not history(office, 5)
    assert not history(office, 4)
    label = next(one for one in asked.actions() if one.startswith("KR5"))
    office.press(office.ada, asked.button(label))
    assert stands(office, 5).current == Decimal(5)


def test_an_unsure_number_is_asked(office: Office) -> None:
    asked = office.say(office.ada, "KR1 25k")
    assert not history(office, 1)
    assert "Is that right?" in asked.text
    value = next(one for label, one in asked.actions().items() if one.verb == "check_in.value" and "25" in label)
    office.press(office.ada, value)
    assert stands(office, 1).current == Decimal(value.get("value"))


def test_an_unsure_number_can_be_typed_again(office: Office) -> None:
    office.say(office.ada, "KR1 25k, at risk, ads paused")
    office.say(office.ada, "310k")
    kr = stands(office, 1)
    assert (kr.current, kr.said) == (Decimal(310000), "at_risk")


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


def test_an_answer_that_is_none_is_asked_again(office: Office) -> None:
    office.command(office.ada, "check in")
    again = office.say(office.ada, "hmm let me think")
    assert "hmm let me think" in again.text
    assert "KR1" in again.text
    office.say(office.ada, "300k")
    assert stands(office, 1).current == Decimal(300000)


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


@pytest.mark.parametrize(("typed", "offered"), [("KR1 31", "310000"), ("KR1 25k", "250000"), ("KR1 3.1M", "310000")])
def test_a_digit_too_few_or_too_many_is_asked_about(office: Office, typed: str, offered: str) -> None:
    asked = office.say(office.ada, typed)
    assert not history(office, 1)
    assert Decimal(offered) in [
        Decimal(one.get("value")) for one in asked.actions().values() if one.verb == "check_in.value"
    ]


@pytest.mark.parametrize("typed", ["KR1 210k", "KR1 500k", "KR2 0%", "KR2 9.9%"])
def test_a_bad_or_great_week_is_no_slip(office: Office, typed: str) -> None:
    assert "Recorded" in office.say(office.ada, typed).text


def test_no_change_before_a_first_value_stands_at_the_start(office: Office) -> None:
    office.say(office.ada, "KR2 no change")
    assert stands(office, 2).current == Decimal(8)


def test_chatter_is_no_answer_to_which_number(office: Office) -> None:
    office.say(office.ada, "KR1 25k, at risk")
    again = office.say(office.ada, "lovely weather")
    assert "lovely weather" in again.text
    assert not history(office, 1)
    office.say(office.ada, "250k")
    assert (stands(office, 1).current, stands(office, 1).said) == (Decimal(250000), "at_risk")


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


def test_an_answer_to_which_one_that_brings_its_own_number_is_what_counts(office: Office) -> None:
    office.say(office.ada, "KR1 300k, KR2 6%, KR3 at risk")
    office.say(office.ada, "all good")
    office.say(office.ada, "kr1 310k")
    assert stands(office, 1).current == Decimal(310000)
    assert history(office, 1)[0].note is None


def test_two_named_for_one_are_not_silently_the_first(office: Office) -> None:
    before = len(history(office, 1))
    office.say(office.ada, "all good")
    office.say(office.ada, "KR1 and KR2")
    assert len(history(office, 1)) == len(history(office, 2)) == before


def test_which_one_can_be_left(office: Office) -> None:
    for word in ("skip", "later", "跳过"):
        office.say(office.ada, "all good")
        assert "nothing is recorded" in office.say(office.ada, word).text
        assert "Which key result" not in office.say(office.ada, "hm").text


def test_a_command_with_an_id_and_a_number_is_a_check_in(office: Office) -> None:
    assert "Recorded for KR1" in office.command(office.ada, "KR1 300k").text
    assert "Corrected for KR1" in office.say(office.ada, "/okr KR1 310k").text
    assert stands(office, 1).current == Decimal(310000)


@pytest.mark.parametrize("words", ["KR1 1e400", "KR1 ²", "KR1 0x10", "KR1 300k-320k"])
def test_one_word_of_digits_that_cannot_be_read_is_asked_about(office: Office, words: str) -> None:
    assert "Which number do you mean for KR1" in office.say(office.ada, words).text
    assert not history(office, 1)


@pytest.mark.parametrize("words", ["KR1 300k?", "did KR1 reach 310k?", "KR1 到30万了吗？"])
def test_a_question_about_a_number_is_not_recorded_as_news(office: Office, words: str) -> None:
    assert "Nothing is recorded yet" in office.say(office.ada, words).text
    assert not history(office, 1)


def test_a_status_for_several_is_for_each_of_them(office: Office) -> None:
    office.say(office.ada, "KR1和KR2有风险")
    assert (stands(office, 1).said, stands(office, 2).said) == ("at_risk", "at_risk")
    office.say(office.ada, "KR1, KR2 no change")
    assert len(history(office, 1)) == len(history(office, 2)) == 2
    assert (stands(office, 1).said, stands(office, 2).said) == ("at_risk", "at_risk")


def test_one_number_for_two_is_asked_about(office: Office) -> None:
    seen = office.say(office.ada, "KR2, KR1 300k")
    assert stands(office, 2).current is None
    assert "Yes, 300,000%" in seen.actions()


def test_a_number_given_anew_leaves_the_doubtful_words_behind(office: Office) -> None:
    office.say(office.ada, "KR1 300k or 310k i think")
    office.say(office.ada, "KR1 310k")
    assert (stands(office, 1).current, history(office, 1)[0].note) == (Decimal(310000), None)


def test_a_wish_is_granted_while_an_owner_is_asked_for(office: Office) -> None:
    for words in ("new objective", "Be quicker", "Cut incidents from 9 to 3"):
        office.say(office.ada, words)
    assert "O1" in office.say(office.ada, "list all").text
    assert "By when" in office.say(office.ada, "me").text
    assert "by 31 Dec" in office.say(office.ada, "end of Q4").text


def test_few_of_many_is_a_plausible_count_from_nothing(office: Office) -> None:
    office.okr(office.ada, "My objective is sell as measured by 200 customers signed")
    assert "Recorded for KR4" in office.say(office.ada, "KR4 12").text
    assert stands(office, 4).current == Decimal(12)


def test_what_is_said_of_one_key_result_in_parts_is_one_check_in(office: Office) -> None:
    office.okr(office.li, "我的目标是增长，该目标以签约200家客户来衡量")
    office.okr(office.li, "我的目标是顺畅，该目标以激活率从40%提升到60%来衡量")
    office.say(office.li, "/okr check in KR4")
    office.say(office.li, "60家，客户那边放假，慢了")
    (entry,) = history(office, 4)
    assert (entry.value, entry.status) == (Decimal(60), "at_risk")
    assert entry.note is not None
    assert "客户那边放假" in entry.note
