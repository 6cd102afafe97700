"""Home and lists: what is due first, then what is mine; every list complete, page by page, at the same price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from bot.chat.cards import Action
from bot.chat.effects import Revise, Whisper
from bot.chat.events import Mention, Place
from bot.features import viewing
from bot.features.named import named_wish
from bot.features.outcome import Outcome
from bot.features.viewing.listing import DEEP
from bot.ports.book import Book
from bot.reading.command import read_command
from bot.reading.types import Command
from tests.features.desk import Desk, button, lines, measured
from tests.features.viewed import asked, listed, pressed


def test_a_list_is_whispered_where_others_read_along(desk: Desk) -> None:
    place = Place("c-growth", "channel", "growth")
    with desk.book(desk.ada) as book:
        outcome = viewing.list_objectives(desk.commanded(desk.ada, "list", place), book)
    assert isinstance(outcome.answers[0], Whisper)


@pytest.mark.parametrize("count", [0, 1, DEEP, DEEP + 1, 3 * DEEP])
def test_pages_show_everything_once_in_order(desk: Desk, count: int) -> None:
    for n in range(count):
        desk.objective(f"Aim {n}", cycle="2026" if n % 3 == 0 else "2026 Q4")
    outcome, met = asked(desk, desk.ada, "list"), Counter[str]()
    for _ in range(count // DEEP + 1):
        met.update(listed(outcome))
        if "[Next]" not in lines(outcome):
            break
        outcome = pressed(desk, desk.ada, button(outcome, "Next").action)
        assert isinstance(outcome.answers[0], Revise)
    assert met == {f"O{n + 1}": 1 for n in range(count)}


def test_pages_lead_forth_and_back_and_say_where_they_stand(desk: Desk) -> None:
    for n in range(2 * DEEP + 1):
        desk.objective(f"Aim {n}")
    first = asked(desk, desk.ada, "list")
    assert "1 to 5 of 11 objectives" in lines(first)
    assert "[Previous]" not in lines(first)
    second = pressed(desk, desk.ada, button(first, "Next").action)
    third = pressed(desk, desk.ada, button(second, "Next").action)
    assert listed(third) == [f"O{2 * DEEP + 1}"]
    assert "[Next]" not in lines(third)
    assert lines(pressed(desk, desk.ada, button(third, "Previous").action)) == lines(second)
    assert lines(pressed(desk, desk.ada, button(second, "Previous").action)) == lines(first)


def test_quarter_before_year_and_each_under_its_name(desk: Desk) -> None:
    desk.objective("The year", cycle="2026")
    desk.objective("The quarter")
    text = lines(asked(desk, desk.ada, "list"))
    assert text.index("2026 Q4") < text.index("The quarter") < text.index("1 Jan to 31 Dec") < text.index("The year")


def test_last_quarter_is_not_the_current_one_and_can_be_named(desk: Desk) -> None:
    desk.objective("Long ago", cycle="2026 Q3")
    assert "Long ago" not in lines(asked(desk, desk.ada, "list"))
    for words in ("list 2026 Q3", "list Q3", "list all 2026 q3"):
        assert "Long ago" in lines(asked(desk, desk.ada, words)), words


def test_the_next_quarter_is_one_press_away_once_it_holds_something(desk: Desk) -> None:
    desk.objective("This quarter")
    assert "[2027 Q1]" not in lines(asked(desk, desk.ada, "list"))
    desk.objective("Soon", cycle="2027 Q1")
    outcome = pressed(desk, desk.ada, button(asked(desk, desk.ada, "list"), "2027 Q1").action)
    assert listed(outcome) == ["O2"]


def _world(desk: Desk) -> None:
    desk.objective("Ours", measured("A", "1", "2", owner=desk.bo), team=desk.growth)
    desk.objective("Everyone's", level="organisation", author=desk.li)
    desk.objective("Li's", measured("B", "1", "2"), author=desk.li, team=desk.platform)
    desk.objective("Not yet", state="draft", author=desk.li)


@pytest.mark.parametrize(
    ("words", "objectives"),
    [
        ("list", ["O1"]),
        ("list mine", ["O1"]),
        ("list all", ["O1", "O2", "O3"]),
        ("list company", ["O2"]),
        ("list growth", ["O1"]),
        ("list team Growth", ["O1"]),
        ("list @bo", ["O1"]),
        ("list 李明", ["O2", "O3"]),
        ("list Bo Lind", ["O1"]),
        ("列出全部", ["O1", "O2", "O3"]),
        ("列出公司", ["O2"]),
        ("my team's OKRs", ["O1"]),
    ],
)
def test_whose_list_is_wanted(desk: Desk, words: str, objectives: list[str]) -> None:
    _world(desk)
    found = listed(asked(desk, desk.ada, words))
    assert [label for label in found if label.startswith("O")] == objectives


def test_a_mention_is_the_person_it_stands_for(desk: Desk) -> None:
    _world(desk)
    outcome = asked(desk, desk.ada, "list @someone", Mention("@someone", desk.li))
    assert [label for label in listed(outcome) if label.startswith("O")] == ["O2", "O3"]


def test_several_teams_are_asked_about(desk: Desk) -> None:
    with desk.book(desk.cas) as book:
        outcome = viewing.list_objectives(desk.commanded(desk.cas, "list team"), book)
    assert "[Growth] [Platform]" in lines(outcome)


def test_a_name_nobody_has_is_said_and_near_ones_are_offered(desk: Desk) -> None:
    outcome = asked(desk, desk.ada, "list grwoth")
    assert "“grwoth”" in lines(outcome)
    assert listed(pressed(desk, desk.ada, button(outcome, "Growth").action)) == []
    assert "Did you mean" not in lines(asked(desk, desk.ada, "list zzzz"))


def test_one_wrong_sign_of_a_short_name_is_forgiven(desk: Desk) -> None:
    assert button(asked(desk, desk.li, "列出 李鸣"), "李明").action.get("of") == str(desk.li)


def test_an_empty_cycle_is_named(desk: Desk) -> None:
    assert "~ 2027 Q1 · 1 Jan to 31 Mar 2027\nNothing here in this cycle yet." in lines(
        asked(desk, desk.ada, "list 2027 Q1")
    )


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("list growth", True),
        ("list Bo Lind", True),
        ("show growth", True),
        ("summary platform", True),
        ("列出 李明", True),
        ("list 2026 Q4", True),
        ("list 1999", False),
        ("list 2019 Q4", True),
        ("list price went up", False),
        ("show stopper fixed", False),
        ("KR1 310k", False),
        ("good morning", False),
    ],
)
def test_a_plain_wish_is_one_where_its_name_is_known(desk: Desk, words: str, known: bool) -> None:
    with desk.book(desk.ada) as book:
        wish = named_wish(words, book, desk.now.date())
    assert (wish is not None) is known


def test_at_risk_leaves_out_what_is_well_but_rolls_all_of_it_up(desk: Desk) -> None:
    desk.objective("Mixed", measured("Well", "0", "100"), measured("Late", "0", "100"))
    desk.objective("Fine", measured("Good", "0", "100"))
    for key_result, value in ((1, "90"), (2, "10"), (3, "95")):
        desk.check_in(key_result, value)
    outcome = asked(desk, desk.ada, "list at risk")
    assert listed(outcome) == ["O1", "KR2"]
    assert "O1 Mixed 50% | off track" in lines(outcome)
    desk.check_in(2, "88")
    assert "Nothing is at risk here" in lines(asked(desk, desk.ada, "list at risk"))


class Counted:
    """A Book that counts what is asked of it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.asked: Counter[str] = Counter()

    def __getattr__(self, name: str) -> object:
        self.asked[name] += 1
        return getattr(self._book, name)


@pytest.mark.parametrize("words", ["list", "list all", "list at risk", "tree"])
def test_a_page_asks_as_much_of_the_book_however_much_there_is(desk: Desk, words: str) -> None:
    command = read_command(words, slash=True)
    assert isinstance(command, Command)

    def price(show: Callable[[Book], Outcome]) -> int:
        with desk.book(desk.ada) as book:
            counted = Counted(book)
            show(counted)  # type: ignore[arg-type]
            return counted.asked.total()

    def shown(book: Book) -> Outcome:
        event = desk.commanded(desk.ada, words)
        return viewing.tree(event, book) if words == "tree" else viewing.list_objectives(event, book)

    for n in range(45):
        desk.objective(f"Aim {n}", measured("A", "1", "2"))
    before = price(shown)
    for n in range(45):
        desk.objective(f"More {n}", measured("A", "1", "2"))
    assert price(shown) == before


@pytest.mark.parametrize(
    "args",
    [
        (),
        (("scope", "everything"),),
        (("scope", "person"),),
        (("of", "99"), ("scope", "team")),
        (("after", "x"), ("within", "7")),
        (("after", "3"), ("within", "99999"), ("cycle", "88")),
        (("cycle", "³"),),
    ],
)
def test_a_press_that_no_card_of_ours_made_still_gets_a_list(desk: Desk, args: tuple[tuple[str, str], ...]) -> None:
    desk.objective("Ours")
    for verb in ("view.list", "view.more"):
        assert lines(pressed(desk, desk.ada, Action(verb, args))).strip()
