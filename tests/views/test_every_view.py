"""Every view in every condition: nothing lost, nothing empty, no id or placeholder shown, within what a card can hold.

A view is what a person types or presses, and all that comes back, page by page. Each is drawn by both renderers that need no platform.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import pytest

from adapters.local.render import draw_answer
from adapters.slack import render as slack
from adapters.slack.limits import problems as slack_problems
from adapters.teams import render as teams
from adapters.transcript.render import card_lines, form_lines, found_lines
from bot.chat.cards import Action, Button, Buttons, Card, Menu, Progress, Remark, action
from bot.chat.effects import Answer, Found, KeepForm, Show
from bot.chat.events import Commanded, Event, LinkShared, Opened, Pressed, Searched, SharedLink
from bot.chat.speech import say
from bot.chat.words import Msg, Words
from bot.features.nudging import nudge_card
from bot.ports.door import Reader
from bot.router import route
from tests.teams.schema import problems as teams_problems
from tests.views.worlds import CONDITIONS, LONG, MANY, UNBROKEN, World

TYPED: Final[Mapping[str, tuple[str, str]]] = {
    "home": ("", ""),
    "help": ("help", "帮助"),
    "mine": ("list", "列出"),
    "everybody's": ("list all", "列出全部"),
    "the organisation's": ("list company", "列出公司"),
    "a person's": ("list @bo", "列出 @bo"),
    "at risk": ("list at risk", "列出有风险的"),
    "off track": ("list off track", "列出严重落后的"),
    "on track": ("list on track", "列出进展顺利的"),
    "outdated": ("list outdated", "列出久未更新的"),
    "never checked in": ("list never checked in", "列出从未更新的"),
    "done": ("list done", "列出已完成的"),
    "nobody's": ("list unassigned", "列出没人负责的"),
    "last quarter": ("list last quarter", "列出上季度"),
    "next year": ("list next year", "列出明年"),
    "not found": ("list zzzz", "列出 无名氏"),
    "search": ("find aim", "搜索 交付"),
    "long search": ("find donaudampf", "搜索 客户"),
    "search for nothing": ("find zeppelin", "搜索 飞艇"),
    "an objective": ("show O1", "查看 O1"),
    "a key result": ("show KR1", "查看 KR1"),
    "not there": ("show O99999", "查看 KR99999"),
    "tree": ("tree", "目标树"),
    "drafts": ("drafts", "草稿"),
    "nudges": ("nudges", "提醒"),
    "settings": ("settings", "设置"),
    "check in": ("check in", "更新"),
    "new": ("new", "新建"),
    "summary": ("summary", "小结"),
}
"""What is typed after /okr for each view, in English and in Chinese."""
PRESSED: Final[Mapping[str, Action]] = {
    "all that can be typed": action("help.more"),
    "help by a press": action("help.show"),
    "home by a press": action("view.home"),
}
VIEWS: Final = (*TYPED, *PRESSED, "the first sight", "a link", "a search", "a search for what is mine")

MOST_ELEMENTS: Final = 48
"""A message on Slack holds 50 blocks."""
MOST_CHARACTERS: Final = 20_000
"""Of a whole card; Teams takes 28 KB with all that is around the words."""
MOST_PAGES: Final = 60


@cache
def world(condition: str) -> World:
    """That world, built once: nothing here writes."""
    return CONDITIONS[condition]()


def event_of(view: str, here: World) -> Event:
    """What the viewer does to see it."""
    desk = here.desk
    origin = desk.origin(here.viewer)
    match view:
        case "the first sight":
            return Opened(origin)
        case "a link":
            return LinkShared(origin, tuple(SharedLink(f"x/{label}", label) for label in ("O1", "KR1", "O2")))
        case "a search":
            return Searched(origin, "上手" if here.language == "zh" else "a")
        case "a search for what is mine":
            return Searched(origin, "")
        case _ if view in PRESSED:
            return Pressed(origin, PRESSED[view])
        case "summary":
            return Commanded(origin, f"{TYPED[view][here.language == 'zh']} {here.team_name}")
        case _:
            return Commanded(origin, TYPED[view][here.language == "zh"])


def answers(here: World, event: Event) -> tuple[Answer, ...]:
    """What comes back."""
    with here.desk.book(here.viewer) as book:
        return route(None, event, book).answers


def pages(here: World, view: str) -> Iterator[tuple[Answer, ...]]:
    """What comes back, and what follows page by page."""
    shown = answers(here, event_of(view, here))
    for _ in range(MOST_PAGES):
        yield shown
        following = next((one for card in cards_of(shown) for one in _buttons(card) if _is_next(one)), None)
        if following is None:
            return
        shown = answers(here, Pressed(here.desk.origin(here.viewer), following.action))
    raise AssertionError(f"{view} never ends")


def cards_of(shown: tuple[Answer, ...]) -> list[Card]:
    """Every card among them, those of search results too."""
    found: list[Card] = []
    for answer in shown:
        if isinstance(answer, Found):
            found += [result.card for result in answer.results]
        elif not isinstance(answer, Show | KeepForm):
            found.append(answer.card)
    return found


def _buttons(card: Card) -> list[Button]:
    return [button for element in card.elements if isinstance(element, Buttons) for button in element.buttons]


def _is_next(button: Button) -> bool:
    return isinstance(button.label, Msg) and button.label.id in ("viewing-button-next", "button-more")


def lines_of(answer: Answer, reader: Reader) -> tuple[str, ...]:
    """The answer as the text door draws it."""
    if isinstance(answer, Found):
        return found_lines(answer, reader)
    return form_lines(answer.form, reader) if isinstance(answer, Show | KeepForm) else card_lines(answer.card, reader)


ALL = [(condition, view) for condition in CONDITIONS for view in VIEWS]


@pytest.mark.parametrize(("condition", "view"), ALL)
def test_a_view_says_something_sensible(condition: str, view: str) -> None:
    here = world(condition)
    reader = Reader(here.language, "Asia/Shanghai" if here.language == "zh" else "UTC")
    shown = answers(here, event_of(view, here))
    assert shown or (view == "a link" and not here.labels)
    for answer in shown:
        text = "\n".join(lines_of(answer, reader))
        assert text.strip()
        assert not re.search(r"\b(?:None|True|False|viewing-[a-z-]+|W1)\b|\{ ?\$|\bc-general\b|\bdirect:", text), text
        assert not re.search(r"^\s*(?:Δ|[·>☞-])?\s*$\n\s*\n", text, re.MULTILINE), text
        for card in cards_of((answer,)):
            assert say(card.summary, reader.language, reader.zone).strip()
            assert len(card.elements) <= MOST_ELEMENTS, f"{len(card.elements)} elements"
            assert sum(map(len, card_lines(card, reader))) <= MOST_CHARACTERS
            assert all(say(one.label, reader.language, reader.zone).strip() for one in _buttons(card))
        assert '"text": ""' not in str(draw_answer(answer, reader)).replace("'", '"')


@pytest.mark.parametrize(("condition", "view"), ALL)
def test_the_local_chat_draws_the_same_words(condition: str, view: str) -> None:
    here = world(condition)
    reader = Reader(here.language, "UTC")
    for answer in answers(here, event_of(view, here)):
        drawn = str(draw_answer(answer, reader))
        for card in cards_of((answer,)) if not isinstance(answer, Found) else []:
            for element in card.elements:
                if isinstance(element, Progress):
                    assert repr(element.title)[1:-1] in drawn
        titles = [result.line.title for result in answer.results] if isinstance(answer, Found) else []
        assert all(repr(title)[1:-1] in drawn for title in titles)


@pytest.mark.parametrize(("condition", "view"), ALL)
def test_every_door_can_carry_it(condition: str, view: str) -> None:
    """Within each platform's limits, and with every line of a list on it: what is shortened is the words, not the list."""
    here = world(condition)
    reader = Reader(here.language, "UTC")
    for card in cards_of(answers(here, event_of(view, here))):
        on_slack = slack.draw_card(card, reader)
        on_teams = teams.draw_card(card, reader)
        assert slack_problems(json.loads(json.dumps(on_slack))) == ()
        assert teams_problems(json.loads(json.dumps(on_teams))) == ()
        for drawn in (json.dumps(on_slack), json.dumps(on_teams)):
            labels = [element.label for element in card.elements if isinstance(element, Progress)]
            assert [label for label in labels if label not in drawn] == []


@pytest.mark.parametrize(
    "view", ["mine", "everybody's", "at risk", "off track", "outdated", "never checked in", "search", "tree"]
)
def test_nothing_is_lost_among_hundreds(view: str) -> None:
    here = world("hundreds")
    met: list[str] = []
    for shown in pages(here, view):
        met += [
            element.label
            for card in cards_of(shown)
            for element in card.elements
            if isinstance(element, Progress) and element.label.startswith("O")
        ]
    assert len(met) == len(set(met)), "something is there twice"
    expected = {f"O{n + 1}" for n in range(MANY)}
    assert set(met) <= expected
    counts = {"mine": MANY, "everybody's": MANY, "tree": MANY, "search": MANY - 1}
    if view in counts:
        assert len(met) == counts[view]
    else:
        assert 5 < len(met) < MANY


@pytest.mark.parametrize("view", ["home", "mine", "a link", "an objective", "drafts", "summary", "check in"])
def test_what_does_not_fit_is_counted(view: str) -> None:
    """Where a view holds only a part, it says how much is left, or leads on."""
    here = world("hundreds")
    reader = Reader("en", "UTC")
    cards = cards_of(answers(here, event_of(view, here)))
    text = "\n".join(line for card in cards for line in card_lines(card, reader))
    counted = re.search(r"\band \d+ more\b|\d+ to \d+ of \d+|\d+ more\b|\[My OKRs\]|[0-9]+ of [0-9]+", text)
    whole = all(f"KR{n}" in text for n in range(1, 16))
    assert counted or whole, text[-600:]


@pytest.mark.parametrize(
    "view", ["home", "mine", "everybody's", "an objective", "a key result", "tree", "long search", "a link", "summary"]
)
def test_a_long_name_can_still_be_told(view: str) -> None:
    here = world("long names")
    reader = Reader("en", "UTC")
    cards = cards_of(answers(here, event_of(view, here)))
    text = "\n".join(line for card in cards for line in card_lines(card, reader))
    assert LONG[:60] in text or UNBROKEN[:60] in text


@pytest.mark.parametrize("view", VIEWS)
def test_chinese_is_chinese(view: str) -> None:
    """No word of English stands among the Chinese ones, but for names, ids and what is typed."""
    for condition in ("Chinese", "nothing, in Chinese"):
        here = world(condition)
        reader = Reader("zh", "Asia/Shanghai")
        for answer in answers(here, event_of(view, here)):
            text = "\n".join(lines_of(answer, reader))
            words = set(
                re.findall(
                    r"[A-Za-z]{2,}", re.sub(r"「[^」]*」|@\w+|/okr[^，。）\s]*|[A-Z][a-z]+/[A-Z][A-Za-z_]+", "", text)
                )
            )
            foreign = {word for word in words if not re.fullmatch(r"OKRs?|KR|Q[1-4]|PM|AM|UTC", word)}
            assert foreign <= ALLOWED, text


ALLOWED: Final = frozenset(
    {
        "Acme",
        "Platform",
        "Growth",
        "Bo",
        "Lind",
        "Ada",
        "Park",
        "Cas",
        "Ray",
        "list",
        "all",
        "English",
        "general",
        "growth",
    }
)
"""Names in this world, and what the chat's own commands are called."""


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_weekly_question_fits_and_counts(condition: str) -> None:
    here = world(condition)
    reader = Reader(here.language, "UTC")
    with here.desk.book(here.viewer) as book:
        owned = book.owned(here.viewer)
        card = nudge_card(book, owned, here.desk.now.date(), here.desk.now) if owned else None
    if card is None:
        assert not here.labels
        return
    text = "\n".join(card_lines(card, reader))
    assert len(card.elements) <= MOST_ELEMENTS
    shown = sum(isinstance(element, Progress) for element in card.elements)
    assert shown == len(owned) or f"and {len(owned) - shown} more" in text


def words_in(words: Words) -> str:
    """For messages of failing tests."""
    return words if isinstance(words, str) else words.id


def test_every_remark_and_menu_of_a_view_has_words() -> None:
    for condition, view in ALL:
        here = world(condition)
        for card in cards_of(answers(here, event_of(view, here))):
            for element in card.elements:
                if isinstance(element, Remark):
                    assert say(element.words, here.language, "UTC").strip(), words_in(element.words)
                if isinstance(element, Menu):
                    assert element.options, words_in(element.label)
