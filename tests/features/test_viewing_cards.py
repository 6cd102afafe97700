"""One objective, one key result, the tree: whole, and only what the viewer may see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.cards import Action, Chart, Progress
from bot.chat.effects import Revise, Say
from bot.features import viewing
from bot.features.outcome import Outcome
from bot.features.viewing.nearby import slips
from bot.features.viewing.tree import LINES, ROOTS
from tests.features.desk import Desk, button, cards, lines, measured


def show(desk: Desk, person: int, *labels: str) -> Outcome:
    with desk.book(person) as book:
        return viewing.show(desk.commanded(person), book, labels)


def tree(desk: Desk, person: int) -> Outcome:
    with desk.book(person) as book:
        return viewing.tree(desk.commanded(person), book)


def pressed(desk: Desk, person: int, action: Action) -> Outcome:
    with desk.book(person) as book:
        return viewing.pressed(desk.pressed(person, action), book)


def branches(outcome: Outcome) -> list[tuple[str, int]]:
    """Ids and how deep they stand."""
    (card,) = cards(outcome)
    return [(one.label, one.depth) for one in card.elements if isinstance(one, Progress)]


def test_an_objective_is_shown_whole(desk: Desk) -> None:
    above = desk.objective("Loved by all", level="organisation")
    desk.objective(
        "At home in a week",
        measured("Sign-ups", "250000", "350000", word="sign-ups", written_in="k"),
        team=desk.growth,
        parents=(above,),
        initiatives=("Guided setup",),
    )
    desk.objective("Answers within the hour", parents=(2,))
    desk.check_in(1, "300000")
    text = lines(show(desk, desk.bo, "O2"))
    for part in (
        "O2 At home in a week 50%",
        "Level: team, Growth",
        "Ambition: committed",
        "Cycle: 2026 Q4",
        "Contributes to: O1 Loved by all",
        "Aligned to it: O3 Answers within the hour",
        "KR1 Sign-ups 50%",
        "1. Guided setup",
        "Ada Park",
    ):
        assert part in text, part
    assert "[Check in" not in text
    chinese = lines(show(desk, desk.bo, "O2"), "zh")
    assert "支撑的目标: O1 Loved by all" in chinese
    assert "级别: 团队级，Growth" in chinese


def test_a_key_result_is_shown_with_its_history(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "100", "200"))
    desk.check_in(1, "120", days_ago=14, note="slow start")
    desk.check_in(1, "150", days_ago=3, note="  picked up  ")
    outcome = show(desk, desk.ada, "KR1")
    (chart,) = [one for one in cards(outcome)[0].elements if isinstance(one, Chart)]
    assert [(f"{point.on:%m-%d}", int(point.value)) for point in chart.points] == [
        ("10-01", 100),
        ("11-09", 120),
        ("11-20", 150),
    ]
    assert all(point.expected is not None for point in chart.points)
    text = lines(outcome)
    assert text.index("> picked up (Ada Park, 20 Nov)") < text.index("> slow start (Ada Park, 9 Nov)")
    assert "Measure: 100 → 200" in text
    assert "Last check-in: Ada Park, 20 Nov" in text


def test_one_value_is_no_chart(desk: Desk) -> None:
    desk.objective("At home", replace(measured("Sign-ups", None, "200", unit="%"), kind="increase"))
    desk.check_in(1, "120")
    assert not [one for one in cards(show(desk, desk.ada, "KR1"))[0].elements if isinstance(one, Chart)]


def test_only_those_who_report_on_it_are_offered_to_check_in(desk: Desk) -> None:
    desk.objective("At home", replace(measured("Sign-ups", "1", "2"), contributors=(desk.bo,)))
    assert button(show(desk, desk.ada, "KR1"), "Check in").opens_form
    assert button(show(desk, desk.bo, "KR1"), "Check in").action.get("key_result") == "1"
    assert "Check in" not in lines(show(desk, desk.cas, "KR1"))


def test_back_leads_to_the_objective_in_place(desk: Desk) -> None:
    desk.objective("At home", measured("Sign-ups", "1", "2"))
    back = pressed(desk, desk.ada, button(show(desk, desk.ada, "KR1"), "Back to O1").action)
    assert isinstance(back.answers[0], Revise)
    assert "O1 At home" in lines(back)
    opened = pressed(desk, desk.ada, Action("view.show", (("id", "O1"),)))
    assert isinstance(opened.answers[0], Say)


def test_three_at_once_and_the_others_are_named(desk: Desk) -> None:
    desk.objective("At home", *(measured(f"Number {n}", "1", "2") for n in range(5)))
    outcome = show(desk, desk.ada, "KR1", "KR2", "KR2", "KR3", "KR4", "KR5")
    assert len(outcome.answers) == 4
    assert "KR4 and KR5" in lines(outcome)


def test_what_is_not_there_is_said_with_what_is_near(desk: Desk) -> None:
    for n in range(12):
        desk.objective(f"Aim {n}")
    text = lines(show(desk, desk.ada, "O21"))
    assert "There is no O21 here" in text
    assert "O12 Aim 11" in text
    assert "没有您能看到的 O21" in lines(show(desk, desk.ada, "O21"), "zh")


@pytest.mark.parametrize("label", ["O0", "O999999999", "KR" + "9" * 40, "X1", "", "O٣", "KR-1"])
def test_an_impossible_id_gets_a_kind_answer(desk: Desk, label: str) -> None:
    assert "There is no" in lines(pressed(desk, desk.ada, Action("view.show", (("id", label),))))


def test_somebody_elses_draft_looks_like_an_id_that_is_not_there(desk: Desk) -> None:
    desk.objective("Secret", measured("Secret number", "1", "2"), state="draft", author=desk.li)
    assert "Open the draft" in lines(show(desk, desk.li, "O1"))
    for there, absent in (("O1", "O7"), ("KR1", "KR7")):
        assert lines(show(desk, desk.ada, there)).replace(there, absent) == lines(show(desk, desk.ada, absent))
    assert "Secret" not in lines(show(desk, desk.ada, "O2", "KR2"))


def test_ones_own_draft_is_told_to_be_one(desk: Desk) -> None:
    desk.objective("Thinking", measured("A number", "1", "2"), state="draft")
    text = lines(show(desk, desk.ada, "O1"))
    assert "only you see it" in text
    assert "[Check in]" not in text
    assert "[Check in]" not in lines(show(desk, desk.ada, "KR1"))


def test_the_tree_puts_children_under_their_parents_and_each_once(desk: Desk) -> None:
    desk.objective("Top", level="organisation")
    desk.objective("Other top", level="organisation")
    desk.objective("Both", parents=(1, 2))
    desk.objective("Leaf", parents=(3,))
    desk.objective("Alone")
    desk.objective("Hidden", parents=(1,), state="draft", author=desk.li)
    assert branches(tree(desk, desk.ada)) == [("O1", 0), ("O3", 1), ("O4", 2), ("O2", 0), ("O5", 0)]


def test_the_tree_goes_on_page_by_page(desk: Desk) -> None:
    for n in range(ROOTS + 1):
        desk.objective(f"Aim {n}")
    first = tree(desk, desk.ada)
    second = pressed(desk, desk.ada, button(first, "More").action)
    assert isinstance(second.answers[0], Revise)
    assert branches(first) + branches(second) == [(f"O{n + 1}", 0) for n in range(ROOTS + 1)]
    assert branches(pressed(desk, desk.ada, button(second, "From the top").action)) == branches(first)


def test_the_organisation_stands_first_on_every_page(desk: Desk) -> None:
    for n in range(ROOTS + 1):
        desk.objective(f"Aim {n}")
    desk.objective("Everyone's", level="organisation")
    first = tree(desk, desk.ada)
    second = pressed(desk, desk.ada, button(first, "More").action)
    labels = [label for label, _ in branches(first) + branches(second)]
    assert labels == [f"O{ROOTS + 2}", *(f"O{n + 1}" for n in range(ROOTS + 1))]


def test_a_bushy_tree_is_cut_and_says_so(desk: Desk) -> None:
    desk.objective("Top")
    for n in range(LINES + 2):
        desk.objective(f"Aim {n}", parents=(1,))
    outcome = tree(desk, desk.ada)
    assert len(branches(outcome)) == LINES
    assert "3 more stand below" in lines(outcome)


@given(st.integers(min_value=1, max_value=99999))
def test_slips_are_other_numbers_and_few(number: int) -> None:
    near = slips(str(number))
    assert number not in near
    assert len(near) == len(set(near)) <= 11
    assert all(one > 0 for one in near)


def test_slips_find_swapped_and_doubled_digits() -> None:
    assert {12, 2, 1} <= set(slips("21"))
    assert 12 in slips("122")
