"""Finding: by words in a message, in a search of the platform's own, and behind a posted link."""

from __future__ import annotations

import pytest

from bot.chat.cards import Card, Progress, action
from bot.chat.effects import Found, Unfold
from bot.chat.events import LinkShared, Place, Searched, SharedLink
from bot.chat.speech import say
from bot.features import viewing
from bot.features.outcome import Outcome
from tests.features.desk import Desk, button, drawn, lines, measured


def found(desk: Desk, person: int, words: str) -> Outcome:
    with desk.book(person) as book:
        return viewing.find(desk.commanded(person, f"find {words}"), book, words)


def searched(desk: Desk, person: int, words: str, after: int = 0) -> Found:
    with desk.book(person) as book:
        (answer,) = viewing.searched(Searched(desk.origin(person), words, after), book).answers
    assert isinstance(answer, Found)
    return answer


def unfolded(desk: Desk, person: int, *labels: str) -> dict[str, Card]:
    links = tuple(SharedLink(f"https://okrs.example/o/{label}", label) for label in labels)
    event = LinkShared(desk.origin(person, Place("c-growth", "channel", "growth")), links)
    with desk.book(person) as book:
        answers = viewing.unfolded(event, book).answers
    assert all(isinstance(one, Unfold) for one in answers)
    return {one.url.rpartition("/")[2]: one.card for one in answers if isinstance(one, Unfold)}


def ids(card: Card) -> list[str]:
    return [one.label for one in card.elements if isinstance(one, Progress)]


@pytest.fixture
def office(desk: Desk) -> Desk:
    desk.objective("Newcomers feel at home", measured("Onboarding takes", "9", "2"), measured("Trust", "1", "9"))
    desk.objective("讓新客戶更快上手", measured("新手引導完成率", "40", "60"), author=desk.li)
    desk.objective("Calm nights", measured("Pages", "30", "3", owner=desk.bo), team=desk.growth)
    desk.objective("A sketch of onboard life", state="draft", author=desk.cas)
    desk.objective("A sketch", state="draft")
    return desk


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("onboarding", ["O1", "KR1"]),
        ("ONBOARD", ["O1", "KR1"]),
        ("home onboarding", ["O1", "KR1"]),
        ("“trust”", ["O1", "KR2"]),
        ("新客户", ["O2"]),
        ("新手引导", ["O2", "KR3"]),
        ("ｐａｇｅｓ", ["O3", "KR4"]),
        ("growth", ["O3"]),
        ("bo lind", ["O3"]),
        ("李明", ["O2"]),
        ("100% certain", []),
        ("_", []),
    ],
)
def test_words_find_what_says_them(office: Desk, words: str, expected: list[str]) -> None:
    (card,) = [answer.card for answer in found(office, office.ada, words).answers if hasattr(answer, "card")]
    assert ids(card) == expected


def test_what_is_not_found_says_what_to_do_next(office: Desk) -> None:
    for language, words in (("en", "A part of a word is enough"), ("zh", "只写词语的一部分也行")):
        assert words in lines(found(office, office.ada, "zeppelin"), language)  # type: ignore[arg-type]
    assert "What are you looking for?" in lines(found(office, office.ada, "  "))
    assert button(found(office, office.ada, "zeppelin"), "Everybody's OKRs").action == action("view.list", scope="all")


def test_many_are_found_a_page_at_a_time(desk: Desk) -> None:
    for n in range(20):
        desk.objective(f"Aim {n}", measured("A", "1", "2"))
    seen: list[str] = []
    outcome = found(desk, desk.ada, "aim")
    while True:
        (card,) = [answer.card for answer in outcome.answers if hasattr(answer, "card")]
        seen += ids(card)
        if len(seen) == 20:
            break
        with desk.book(desk.ada) as book:
            outcome = viewing.pressed(desk.pressed(desk.ada, button(outcome, "More").action), book)
    assert seen == [f"O{n + 1}" for n in range(20)]
    assert "[More]" not in lines(outcome)
    page = searched(desk, desk.ada, "aim")
    assert page.further is not None
    assert searched(desk, desk.ada, "aim", page.further).results[0].line.label == "O9"


def test_a_search_offers_cards_that_everybody_may_see(office: Desk) -> None:
    answer = searched(office, office.ada, "onboarding")
    assert [result.line.label for result in answer.results] == ["O1", "KR1"]
    text = "\n".join(drawn(result.card) for result in answer.results)
    assert "For O1 Newcomers feel at home" in text
    assert "draft" not in text
    assert [result.line.label for result in searched(office, office.ada, "KR3").results] == ["O2", "KR3"]
    assert [result.line.label for result in searched(office, office.ada, "o2").results] == ["O2"]
    assert [result.line.label for result in searched(office, office.li, "").results] == ["O2"]
    assert [result.line.label for result in searched(office, office.cas, "").results] == ["O1", "O2", "O3"]


def test_who_owns_nothing_is_offered_everybodys_page_by_page(desk: Desk) -> None:
    for n in range(20):
        desk.objective(f"Aim {n}")
    met: list[str] = []
    after: int | None = 0
    while after is not None:
        page = searched(desk, desk.cas, "", after)
        assert say(page.words, "en", "UTC") == "Everybody's OKRs"
        met += [result.line.label for result in page.results]
        after = page.further
    assert met == [f"O{n + 1}" for n in range(20)]


def test_a_search_without_results_says_so(office: Desk) -> None:
    answer = searched(office, office.ada, "zeppelin")
    assert answer.results == ()
    assert say(answer.words, "en", "UTC") == "Nothing here says “zeppelin”."
    empty = Desk()
    assert "no OKR here yet" in say(searched(empty, empty.ada, "").words, "en", "UTC")


def test_a_link_unfolds_for_the_whole_place(office: Desk) -> None:
    office.check_in(1, "4", note="the wizard is out")
    cards = unfolded(office, office.cas, "O1", "KR1", "KR99", "O99")
    assert list(cards) == ["O1", "KR1"]
    assert "Onboarding takes" in drawn(cards["O1"])
    assert "the wizard is out (Ada Park, 23 Nov)" in drawn(cards["KR1"])


def test_a_draft_unfolds_for_nobody_not_even_its_author(office: Desk) -> None:
    assert unfolded(office, office.ada, "O4", "O5") == {}
    assert unfolded(office, office.cas, "O4", "O5") == {}


def test_its_author_finds_a_draft_by_words(office: Desk) -> None:
    assert "O5 A sketch" in lines(found(office, office.ada, "sketch"))
    assert "sketch" not in lines(found(office, office.bo, "sketch")).replace("“sketch”", "")


def test_a_long_objective_shows_its_first_key_results_to_everybody(desk: Desk) -> None:
    desk.objective("Much", *(measured(f"Number {n}", "1", "2") for n in range(9)))
    text = drawn(unfolded(desk, desk.bo, "O1")["O1"])
    assert "KR5" in text
    assert "KR6" not in text
    assert "and 4 more" in text


def test_a_page_that_no_card_of_ours_asked_for_still_gets_an_answer(office: Desk) -> None:
    for one in (
        action("view.find"),
        action("view.find", words="onboarding", after="x"),
        action("view.find", words="%"),
    ):
        with office.book(office.ada) as book:
            assert lines(viewing.pressed(office.pressed(office.ada, one), book)).strip()
