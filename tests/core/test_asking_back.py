"""What is not certain in a check-in is asked back; nothing is recorded before it is answered."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.core.office import Office, growing, history, stands


@pytest.fixture
def office() -> Office:
    return growing()


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


def test_an_answer_that_is_none_is_asked_again(office: Office) -> None:
    office.command(office.ada, "check in")
    again = office.say(office.ada, "hmm let me think")
    assert "hmm let me think" in again.text
    assert "KR1" in again.text
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


def test_chatter_is_no_answer_to_which_number(office: Office) -> None:
    office.say(office.ada, "KR1 25k, at risk")
    again = office.say(office.ada, "lovely weather")
    assert "lovely weather" in again.text
    assert not history(office, 1)
    office.say(office.ada, "250k")
    assert (stands(office, 1).current, stands(office, 1).said) == (Decimal(250000), "at_risk")


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


@pytest.mark.parametrize("words", ["KR1 1e400", "KR1 ²", "KR1 0x10", "KR1 300k-320k"])
def test_one_word_of_digits_that_cannot_be_read_is_asked_about(office: Office, words: str) -> None:
    assert "Which number do you mean for KR1" in office.say(office.ada, words).text
    assert not history(office, 1)


@pytest.mark.parametrize("words", ["KR1 300k?", "did KR1 reach 310k?", "KR1 到30万了吗？"])
def test_a_question_about_a_number_is_not_recorded_as_news(office: Office, words: str) -> None:
    assert "Nothing is recorded yet" in office.say(office.ada, words).text
    assert not history(office, 1)


def test_one_number_for_two_is_asked_about(office: Office) -> None:
    seen = office.say(office.ada, "KR2, KR1 300k")
    assert stands(office, 2).current is None
    assert "Yes, 300,000%" in seen.actions()


def test_a_number_given_anew_leaves_the_doubtful_words_behind(office: Office) -> None:
    office.say(office.ada, "KR1 300k or 310k i think")
    office.say(office.ada, "KR1 310k")
    assert (stands(office, 1).current, history(office, 1)[0].note) == (Decimal(310000), None)


def test_few_of_many_is_a_plausible_count_from_nothing(office: Office) -> None:
    office.okr(office.ada, "My objective is sell as measured by 200 customers signed")
    assert "Recorded for KR4" in office.say(office.ada, "KR4 12").text
    assert stands(office, 4).current == Decimal(12)


def test_how_it_stands_is_asked_where_that_hangs_on_something(office: Office) -> None:
    asked = office.say(office.ada, "KR3 done if legal signs")
    assert not history(office, 3)
    assert "How does KR3" in asked.text
    assert [one.get("status") for one in asked.actions().values()][:4] == ["on_track", "at_risk", "off_track", "done"]
    at_risk = asked.button("at risk")
    office.press(office.ada, at_risk)
    (entry,) = history(office, 3)
    assert (entry.status, entry.value, entry.note) == ("at_risk", None, "done if legal signs")
    assert "recorded nothing twice" in office.press(office.ada, at_risk).text
    assert len(history(office, 3)) == 1


def test_how_it_stands_can_be_typed(office: Office) -> None:
    office.say(office.ada, "KR1 on track if the launch holds")
    assert not history(office, 1)
    again = office.say(office.ada, "hmm let me think")
    assert "How does KR1" in again.text
    office.say(office.ada, "at risk")
    assert stands(office, 1).said == "at_risk"


def test_a_press_that_says_no_status_records_nothing(office: Office) -> None:
    asked = office.say(office.ada, "KR3 done if legal signs").button("done")
    odd = replace(asked, args=tuple((name, "odd" if name == "status" else value) for name, value in asked.args))
    assert "no longer open" in office.press(office.ada, odd).text
    assert not history(office, 3)
