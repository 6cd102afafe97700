"""Who owns what and who helps, read as whole sentences; news is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.gathering import read_gathering
from bot.reading.handing import Giving, GivingAll, HandingBack, Helping, NotHelping, read_handing, read_helpers
from bot.reading.naming import Named
from bot.reading.organising import read_organising

MAYA, LI = Named("@maya", 0), Named("@李晨", 0)


@pytest.mark.parametrize(
    "text",
    [
        "KR3 @maya",
        "kr3 -> @maya",
        "give KR3 to @maya",
        "Please assign KR3 to @maya, thanks",
        "assign @maya to KR3",
        "hand over KR3 to @maya",
        "KR3 owner: @maya",
        "make @maya the owner of KR3",
        "@maya takes over KR3",
        "KR3 belongs to @maya",
        "把KR3交给@maya",
        "请把 KR3 转给 @maya 吧",
        "KR3由@maya负责",
        "KR3负责人改为@maya",
        "@maya负责KR3",
        "指派KR3给@maya",
    ],
)
def test_a_key_result_is_given(text: str) -> None:
    assert read_handing(text, ("@maya",)) == Giving(("KR3",), MAYA)


@pytest.mark.parametrize("text", ["take KR3", "I'll take KR3", "give KR3 to me", "我来负责KR3", "把KR3给我"])
def test_somebody_takes_it_themselves(text: str) -> None:
    read = read_handing(text)
    assert isinstance(read, Giving)
    assert read.to.oneself


def test_several_are_given_to_a_name_of_two_words() -> None:
    read = read_handing("assign KR3, KR4 and O2 to @Jo Marsh", ("@Jo Marsh",))
    assert read == Giving(("KR3", "KR4", "O2"), Named("@Jo Marsh", 0))


def test_an_unknown_name_is_kept_for_the_answer() -> None:
    assert read_handing("KR3 @nobody") == Giving(("KR3",), Named("@nobody"))


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("give everything of @li to @maya", ("@li", "@maya")),
        ("hand over @li's key results to @maya", ("@li", "@maya")),
        ("把@li的都交给@maya", ("@li", "@maya")),
        ("将@li的关键结果全部移交给@maya", ("@li", "@maya")),
    ],
)
def test_everything_of_somebodys_is_given(text: str, mentions: tuple[str, ...]) -> None:
    assert read_handing(text, mentions) == GivingAll(Named("@li", 0), Named("@maya", 1))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("KR3 contributor @李晨 design", "design"),
        ("add @李晨 to KR3 for design", "design"),
        ("@李晨 helps with KR3 (design)", "design"),
        ("KR3协作人@李晨设计", "设计"),
        ("添加协作人@李晨到KR3 设计", "设计"),
        ("@李晨协助KR3 设计", "设计"),
        ("给KR3添加协作人@李晨", ""),
    ],
)
def test_somebody_helps_with_a_part(text: str, part: str) -> None:
    assert read_handing(text, ("@李晨",)) == Helping(("KR3",), ((LI, part),))


def test_each_helper_has_their_own_part() -> None:
    read = read_handing("KR3 contributors: @li design, @bo copy and tests", ("@li", "@bo"))
    assert read == Helping(("KR3",), ((Named("@li", 0), "design"), (Named("@bo", 1), "copy and tests")))


@pytest.mark.parametrize(
    "text",
    [
        "remove @李晨 from KR3",
        "移除KR3的协作人@李晨",
        "把@李晨从KR3移除",
        "@李晨不再参与KR3",
        "@李晨 no longer helps with KR3",
    ],
)
def test_somebody_helps_no_longer(text: str) -> None:
    assert read_handing(text, ("@李晨",)) == NotHelping(("KR3",), (LI,))


@pytest.mark.parametrize("text", ["hand back KR3", "hand KR3 back", "return KR3", "退回KR3", "把KR3退回去"])
def test_it_is_handed_back(text: str) -> None:
    assert read_handing(text) == HandingBack(("KR3",))


@pytest.mark.parametrize(
    "text",
    [
        "KR3 310k @maya helped",
        "KR3 at risk, @maya is out",
        "KR1 12, KR2 @maya",
        "KR3 is on track",
        "KR3 done",
        "give it to @maya",
        "@maya",
        "KR3",
        "My objective is calm as measured by alarms from 9 to 3 @maya",
        "KR3 目前31万，@maya帮了大忙",
        "",
    ],
)
def test_news_is_no_wish(text: str) -> None:
    assert read_handing(text, ("@maya",)) is None


def test_a_sign_that_stands_for_a_mention_here_is_nobody_when_it_is_typed() -> None:
    assert read_handing("KR3 \ue001", ("@maya",)) is None
    assert read_helpers("\ue001 design", ()) == ((Named("design"), ""),)
    assert read_handing("KR3 @maya", ("\ue000", "@maya")) == Giving(("KR3",), MAYA)


def test_a_forms_lines_name_people_with_or_without_an_at() -> None:
    read = read_helpers("@li design\nJo Marsh copy\n\n", ())
    assert read == ((Named("@li"), "design"), (Named("Jo Marsh copy"), ""))


@given(st.text(max_size=400), st.lists(st.text(max_size=10), max_size=3))
def test_any_text_can_be_read(text: str, mentions: list[str]) -> None:
    read_handing(text, mentions)
    read_helpers(text, mentions)


@pytest.mark.parametrize("text", ["@a " * 99, "KR1 and " * 37, "把@li" * 60, "add " + "@li " * 60 + "to KR1 "])
def test_a_long_list_takes_no_ages(text: str) -> None:
    read_handing(text, ("@li",))
    read_gathering(text, ("@li",), slash=True)
    read_organising(text, ("@li",))


@pytest.mark.parametrize(
    ("text", "handing"),
    [
        ("give KR2 to nadia", Giving(("KR2",), Named("nadia"))),
        ("please assign KR2 and KR3 to Nadia Brandt", Giving(("KR2", "KR3"), Named("Nadia Brandt"))),
        ("把KR2交给王五", Giving(("KR2",), Named("王五"))),
        ("把KR2给王五负责吧", Giving(("KR2",), Named("王五"))),
        ("KR2 isn't mine", HandingBack(("KR2",))),
        ("KR2 不归我管", HandingBack(("KR2",))),
        ("give KR2 to the team", None),
        ("hand KR2 to nobody", None),
        ("move KR2 to done", None),
        ("KR2 isn't going well", None),
    ],
)
def test_a_name_without_an_at_where_a_verb_gives(text: str, handing: Giving | HandingBack | None) -> None:
    assert read_handing(text) == handing
