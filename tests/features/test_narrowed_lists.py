"""Lists narrowed down by how things stand: complete, counted, page by page; by command and by plain sentence."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.chat.cards import Progress
from bot.features import viewing
from bot.features.cycles import half_in
from bot.features.outcome import Outcome
from bot.features.viewing.listing import DEEP
from bot.okr.model import Language
from bot.reading.types import Command
from tests.features.desk import Desk, button, cards, lines, measured


def listed(outcome: Outcome) -> list[str]:
    return [one.label for card in cards(outcome) for one in card.elements if isinstance(one, Progress)]


def asked(desk: Desk, words: str, person: int | None = None) -> Outcome:
    who = person or desk.ada
    with desk.book(who) as book:
        return viewing.list_objectives(desk.said(who, words), book)


@pytest.fixture
def office(desk: Desk) -> Desk:
    """One of each: KR1 off track, KR2 at risk, KR3 on track, KR4 done, KR5 outdated, KR6 nobody's and pending."""
    desk.objective("Ours", *(measured(f"Number {n}", "0", "100") for n in range(3)), team=desk.growth)
    desk.objective("Bo's", measured("Four", "0", "100", owner=desk.bo), measured("Five", "0", "100", owner=desk.bo))
    desk.objective("Last quarter's", measured("Six", "0", "100"), cycle="2026 Q3", author=desk.li)
    desk.check_in(1, "10")
    desk.check_in(2, "50")
    desk.check_in(3, "90")
    desk.check_in(4, "100", status="done", by=desk.bo)
    desk.check_in(5, "90", days_ago=20, by=desk.bo)
    desk.let_go(6)
    return desk


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("list all H2", ["O3", "O1", "O2"]),
        ("list all second half of 2026", ["O3", "O1", "O2"]),
        ("list everybody in the second half of the year", ["O3", "O1", "O2"]),
        ("所有人下半年的目标", ["O3", "O1", "O2"]),
        ("列出2026年下半年所有的OKR", ["O3", "O1", "O2"]),
        ("list all H1", []),
        ("列出上半年所有的目标", []),
        ("what was never checked in in H2?", ["O3", "KR6"]),
        ("下半年有哪些严重落后的", ["O1", "KR1"]),
        ("what is off track in the second half of 2026?", ["O1", "KR1"]),
        ("list Growth H2", ["O1", "KR1", "KR2", "KR3"]),
    ],
)
def test_half_a_year_is_its_two_quarters(office: Desk, words: str, found: list[str]) -> None:
    assert listed(asked(office, words)) == found


def test_half_a_year_is_kept_from_page_to_page_and_said_where_it_is_empty(office: Desk) -> None:
    assert "First half-year, 1 Jan to 30 Jun 2026" in lines(asked(office, "list all H1"))
    assert "上半年，1月1日至2026年6月30日" in lines(asked(office, "上半年所有的目标"), "zh")
    for n in range(12):
        office.objective(f"More {n}", author=office.bo)
    first = asked(office, "list all H2")
    query = button(first, "Next").action
    with office.book(office.ada) as book:
        second = viewing.pressed(office.pressed(office.ada, query), book)
    assert "11 to 15 of 15 objectives" in lines(second)


def test_what_only_looks_like_half_a_year_is_none(office: Desk) -> None:
    with office.book(office.ada) as book:
        for words in ("the second half of the team", "KR1 first half done", "h13", "half", "2041 H1"):
            assert half_in(book, words, office.now.date()) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("list at risk", ["O1", "KR1", "KR2"]),
        ("what is behind?", ["O1", "KR1", "KR2"]),
        ("list off track", ["O1", "KR1"]),
        ("list on track", ["O1", "KR3"]),
        ("list done", ["O2", "KR4"]),
        ("what's outdated", ["O2", "KR5"]),
        ("which key results of Bo are done?", ["O2", "KR4"]),
        ("Bo's key results outdated", ["O2", "KR5"]),
        ("what is at risk in Growth this quarter", ["O1", "KR1", "KR2"]),
        ("what is done in growth", []),
        ("what was never checked in last quarter?", ["O3", "KR6"]),
        ("list last quarter without an owner", ["O3", "KR6"]),
        ("list unassigned", []),
        ("list my key results off track", ["O1", "KR1"]),
        ("Growth团队有哪些严重落后的", ["O1", "KR1"]),
        ("列出上季度没人负责的", ["O3", "KR6"]),
        ("哪些久未更新的", ["O2", "KR5"]),
        ("有哪些已完成的目标", ["O2", "KR4"]),
    ],
)
def test_a_list_holds_what_was_asked_for(office: Desk, words: str, found: list[str]) -> None:
    assert listed(asked(office, words)) == found


def test_a_person_is_shown_theirs_and_not_their_neighbours(office: Desk) -> None:
    assert listed(asked(office, "list my key results outdated")) == []
    assert listed(asked(office, "list mine outdated", office.bo)) == ["O2", "KR5"]


def test_outdated_is_never_shown_as_green(office: Desk) -> None:
    (line,) = [
        one
        for card in cards(asked(office, "list outdated"))
        for one in card.elements
        if getattr(one, "label", "") == "KR5"
    ]
    assert isinstance(line, Progress)
    assert line.tone == "outdated"
    assert "KR5" not in lines(asked(office, "list on track"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "only", ["at risk", "off track", "outdated", "never checked in", "done", "on track", "unassigned"]
)
def test_nothing_of_that_sort_says_so_and_leads_on(desk: Desk, only: str, language: Language) -> None:
    desk.objective("Ours", measured("A", "0", "100"), team=desk.growth)
    desk.check_in(1, "1" if only == "on track" else "95")
    text = lines(asked(desk, f"list {only} growth"), language)
    assert len(text.splitlines()) == 3
    assert "[OKRs of Growth]" in text or "[团队 OKR · Growth]" in text


def test_where_there_is_nothing_at_all_no_comfort_is_given(desk: Desk) -> None:
    assert "Nothing here in this cycle yet." in lines(asked(desk, "what is at risk?"))
    desk.objective("Long ago", measured("A", "0", "100"), cycle="2026 Q3")
    outcome = asked(desk, "what is at risk?")
    assert "Enjoy" not in lines(outcome)
    with desk.book(desk.ada) as book:
        earlier = lines(viewing.pressed(desk.pressed(desk.ada, button(outcome, "2026 Q3").action), book))
    assert "Nothing is known to be.\n~ One key result was never checked in" in earlier


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("outdated", True),
        ("growth", True),
        ("bo", True),
        ("growth at risk", True),
        ("zoo", False),
        ("zoo at risk", False),
    ],
)
def test_after_the_slash_a_name_or_a_word_is_enough(office: Desk, words: str, known: bool) -> None:
    with office.book(office.ada) as book:
        assert (viewing.list_wish(office.commanded(office.ada, words), book) is not None) == known


def test_pages_of_what_is_at_risk_are_full_and_counted(desk: Desk) -> None:
    for n in range(60):
        desk.objective(f"Aim {n}", measured("A", "0", "100"), measured("B", "0", "100"))
        desk.check_in(2 * n + 1, "10" if n % 5 == 0 else "90")
    outcome, met = asked(desk, "what is at risk?"), Counter[str]()
    assert "12 key results in 12 objectives" in lines(outcome)
    assert f"1 to {DEEP} of 12 objectives" in lines(outcome)
    while True:
        met.update(listed(outcome))
        if "[Next]" not in lines(outcome):
            break
        with desk.book(desk.ada) as book:
            outcome = viewing.pressed(desk.pressed(desk.ada, button(outcome, "Next").action), book)
    assert met == Counter(label for n in range(0, 60, 5) for label in (f"O{n + 1}", f"KR{2 * n + 1}"))


def test_a_year_holds_its_quarters(office: Desk) -> None:
    office.objective("The whole year's", cycle="2026")
    for words in ("list all 2026", "list all this year", "列出今年全部的目标"):
        assert [one for one in listed(asked(office, words)) if one.startswith("O")] == ["O3", "O1", "O2", "O4"]
    assert "O3" not in listed(asked(office, "list all"))


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("what is at risk in Growth this quarter", True),
        ("which of Bo's key results are behind", True),
        ("Maya's key results behind", None),
        ("Bo's key results behind", False),
        ("Growth 有哪些有风险的", True),
        ("Growth is behind", None),
        ("what is at risk in Gruwth", True),
        ("what is at risk in the Zoo", None),
        ("what is at risk in the Zoo?", True),
        ("增长有哪些有风险的", True),
        ("本季度所有目标", False),
        ("团队的目标", False),
        ("okrs of last year", False),
        ("list everything off track or at risk", True),
        ("all is on track", None),
        ("我的目标", False),
        ("没什么风险", None),
        ("进展顺利，没有什么落后的", None),
        ("有风险，供应商晚了", None),
        ("what is left is at risk, the Grwth team is late", None),
        ("KR3 at risk", None),
        ("what is it", None),
        ("which objectives", None),
        ("x" * 300 + " at risk?", None),
    ],
)
def test_only_a_sentence_that_is_all_accounted_for_is_a_wish(office: Desk, text: str, sure: bool | None) -> None:
    with office.book(office.ada) as book:
        wish = viewing.list_wish(office.said(office.ada, text), book)
    assert wish == (None if sure is None else Command("list", text, sure=sure))
