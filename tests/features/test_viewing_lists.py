"""Home and lists: what is due first, then what is mine; every list complete, page by page, at the same price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.chat.cards import Action, Progress
from bot.chat.effects import Revise, Whisper
from bot.chat.events import Mention, Place
from bot.features import viewing
from bot.features.named import named_wish
from bot.features.outcome import Outcome
from bot.features.viewing.home import DUE
from bot.features.viewing.listing import DEEP
from bot.okr.model import HelpRequest
from bot.ports.book import Book
from bot.ports.changes import AddHelp, ResolveHelp
from bot.reading.command import read_command
from bot.reading.types import Command
from tests.features.desk import Desk, button, cards, lines, measured


def listed(outcome: Outcome) -> list[str]:
    """The ids on the cards, in order."""
    return [one.label for card in cards(outcome) for one in card.elements if isinstance(one, Progress)]


def asked(desk: Desk, person: int, text: str, *mentions: Mention) -> Outcome:
    """``/okr`` and these words, as the reading understands them."""
    command = read_command(text, slash=True)
    assert isinstance(command, Command)
    with desk.book(person) as book:
        return viewing.list_objectives(desk.said(person, text, *mentions), book)


def pressed(desk: Desk, person: int, action: Action) -> Outcome:
    with desk.book(person) as book:
        return viewing.pressed(desk.pressed(person, action), book)


def home(desk: Desk, person: int) -> Outcome:
    with desk.book(person) as book:
        return viewing.home(desk.commanded(person), book)


def test_somebody_with_nothing_is_shown_how_to_begin(desk: Desk) -> None:
    outcome = home(desk, desk.ada)
    assert "as measured by" in lines(outcome)
    assert button(outcome, "Start an OKR").opens_form
    assert "来衡量" in lines(outcome, "zh")


def test_what_is_due_comes_before_what_is_mine(desk: Desk) -> None:
    desk.objective("Calm mornings", measured("Pages at night", "30", "10"), measured("Sleep", "6", "8"), owner=desk.bo)
    desk.check_in(2, "7", days_ago=1)
    outcome = home(desk, desk.ada)
    assert listed(outcome) == ["KR1", "O1", "KR2"]
    assert "One check-in is waiting" in lines(outcome)
    assert button(outcome, "Check in").action == Action("check_in.walk")


def test_what_has_not_moved_is_one_tap_away(desk: Desk) -> None:
    desk.objective(
        "Calm mornings", measured("Pages", "30", "10"), measured("Sleep", "6", "8"), measured("Tea", "1", "2")
    )
    desk.check_in(1, "20", days_ago=9)
    desk.check_in(2, "7", days_ago=9)
    text = lines(home(desk, desk.ada))
    assert "[Check in] [KR1: no change] [KR2: no change]\n" in text


def test_the_lead_is_told_of_a_week_that_nobody_has_posted(desk: Desk) -> None:
    desk.objective("Ours", measured("A", "0", "10", owner=desk.bo), team=desk.growth)
    desk.objective("Theirs", measured("B", "0", "10"), author=desk.li, team=desk.platform)
    assert "has news" not in lines(home(desk, desk.ada))
    desk.check_in(1, "3", by=desk.bo)
    outcome = home(desk, desk.ada)
    assert "The week of Growth has news that nobody has posted yet." in lines(outcome)
    assert "增长" not in lines(outcome, "zh")
    assert button(outcome, "Preview Growth").action == Action("summary.start", (("team", "Growth"),))
    assert "has news" not in lines(home(desk, desk.bo))  # who does not lead
    desk.check_in(2, "3", by=desk.li)
    assert "has news" not in lines(home(desk, desk.li))  # a team without a channel
    desk.posted(desk.growth, days_ago=0)
    assert "has news" not in lines(home(desk, desk.ada))
    desk.now += timedelta(days=8)
    assert "has news" not in lines(home(desk, desk.ada))  # nothing new since
    desk.check_in(1, "4", by=desk.bo)
    assert "has news" in lines(home(desk, desk.ada))


def test_who_was_asked_for_help_sees_it_until_it_is_settled(desk: Desk) -> None:
    desk.objective("Calm mornings", measured("Pages", "30", "10"))
    asked = HelpRequest(1, 1, desk.ada, desk.cas, "Who knows the pager?", desk.now)
    desk.write(desk.ada, AddHelp(asked))
    outcome = home(desk, desk.cas)  # who has nothing else here
    assert "Ada Park needs your help with KR1, Pages\n> Who knows the pager?" in lines(outcome)
    assert button(outcome, "It is resolved").action.get("request") == "1"
    assert "needs your help" not in lines(home(desk, desk.ada))
    desk.write(desk.cas, ResolveHelp(1, desk.cas, desk.now))
    assert "needs your help" not in lines(home(desk, desk.cas))


def test_nothing_is_waiting_after_a_fresh_check_in(desk: Desk) -> None:
    desk.objective("Calm mornings", measured("Pages at night", "30", "10"))
    desk.check_in(1, "20", days_ago=2)
    text = lines(home(desk, desk.ada))
    assert "Nothing is waiting for you" in text
    assert "[Check in]" not in text


def test_drafts_wait_for_their_author_alone(desk: Desk) -> None:
    desk.objective("Still thinking", state="draft")
    assert "Still thinking" in lines(home(desk, desk.ada))
    assert "Still thinking" not in lines(home(desk, desk.bo))


def test_home_shows_only_the_viewers_key_results_under_an_objective(desk: Desk) -> None:
    desk.objective("Calm mornings", measured("Pages", "30", "10"), measured("Sleep", "6", "8", owner=desk.bo))
    desk.check_in(1, "20")
    assert listed(home(desk, desk.ada)) == ["O1", "KR1"]


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


def test_many_due_check_ins_stay_readable(desk: Desk) -> None:
    desk.objective("Much", *(measured(f"Number {n}", "1", "2") for n in range(DUE + 2)))
    outcome = home(desk, desk.ada)
    assert listed(outcome)[: DUE + 1] == [*(f"KR{n + 1}" for n in range(DUE)), "O1"]
    assert f"{DUE + 2} check-ins are waiting" in lines(outcome)
    assert "and 2 more" in lines(outcome)


def test_home_is_new_only_to_somebody_with_nothing(desk: Desk) -> None:
    desk.objective("Thinking", state="draft")
    desk.objective("Ours", measured("A", "1", "2", owner=desk.bo), author=desk.li)
    found = {}
    for person in (desk.ada, desk.bo, desk.li, desk.cas):
        with desk.book(person) as book:
            found[person] = viewing.has_nothing(book)
    assert found == {desk.ada: False, desk.bo: False, desk.li: False, desk.cas: True}
