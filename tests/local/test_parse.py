from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.local.parse import Roster, parse
from adapters.local.payloads import Came, Cancelled, Clicked, Sent, Typed, payload_from_json, payload_to_json, sayable
from adapters.local.places import direct
from adapters.local.render import draw_card, draw_form
from bot.chat.cards import Buttons, Menu, Progress
from bot.chat.events import Commanded, Dismissed, LinkShared, Mention, Opened, Origin, Place, Pressed, Said, Submitted
from bot.ports.door import Reader
from tests.local.everything import CARD, CHINESE, ENGLISH, FORM

AT = "2026-11-23T09:00:00+00:00"
ROSTER = Roster(
    "W1",
    {"ada": 1, "ben": 2, "xiaoyu": 3},
    {"ada": 1, "ada moreau": 1, "ben": 2, "xiaoyu": 3, "林晓雨": 3, "晓雨": 3},
)


def typed(text: str, place: str = "direct:ada") -> Typed:
    return Typed(kind="typed", key="k", person="ada", place=place, at=AT, text=text)


def origin(place: str = "direct:ada") -> Origin:
    where = Place(place, "direct") if place.startswith("direct:") else Place(place, "channel", place)
    return Origin("W1", "local", where, 1, datetime(2026, 11, 23, 9, tzinfo=UTC), "k")


def test_words_in_a_direct_chat_are_said_to_the_letter() -> None:
    assert parse(typed("  KR3 is at 310k\nall well "), ROSTER) == Said(origin(), "  KR3 is at 310k\nall well ")


@pytest.mark.parametrize(
    ("text", "place", "labels"),
    [
        ("look at http://here.example/o/O12 please", "growth", ["O12"]),
        ("http://here.example/o/KR3", "direct:ada", ["KR3"]),
        ("KR3 310k, see http://here.example/o/KR3", "direct:ada", None),
        ("@measured KR3 310k, see http://here.example/o/KR3", "growth", None),
    ],
)
def test_a_permalink_is_shared_where_nothing_is_said_to_the_bot(
    text: str, place: str, labels: list[str] | None
) -> None:
    event = parse(typed(text, place), ROSTER, "http://here.example")
    if labels is None:
        assert isinstance(event, Said)
    else:
        assert isinstance(event, LinkShared)
        assert [link.label for link in event.links] == labels


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("/okr", ""),
        ("/okr list", "list"),
        ("  /OKR   show O1 ", "show O1"),
        ("／okr 帮助", "帮助"),
        ("/okr\nnew", "new"),
    ],
)
@pytest.mark.parametrize("place", ["direct:ada", "growth"])
def test_a_command_is_a_command_anywhere(text: str, rest: str, place: str) -> None:
    assert parse(typed(text, place), ROSTER) == Commanded(origin(place), rest)


@pytest.mark.parametrize("text", ["/okrs", "/help", "see /okr", "/okrlist"])
def test_what_only_looks_like_one_is_said(text: str) -> None:
    assert parse(typed(text), ROSTER) == Said(origin(), text)


def test_talk_in_a_channel_is_not_for_the_bot() -> None:
    assert parse(typed("KR3 310k", "growth"), ROSTER) is None


@pytest.mark.parametrize(
    "text", ["@measured KR3 310k", "@Measured, KR3 310k", "＠measured：KR3 310k", "KR3 310k @measured"]
)
def test_addressed_in_a_channel_it_hears(text: str) -> None:
    assert parse(typed(text, "growth"), ROSTER) == Said(origin("growth"), "KR3 310k")


def test_nobody_else_is_the_bot() -> None:
    assert parse(typed("@measuredly hi", "growth"), ROSTER) is None


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("ask @ben", (Mention("@ben", 2),)),
        ("@Ada Moreau and @BEN.", (Mention("@Ada Moreau", 1), Mention("@BEN", 2))),
        ("请@林晓雨下周看看，还有＠晓雨", (Mention("@林晓雨", 3), Mention("＠晓雨", 3))),
        ("mail me@ or @benjamin", ()),
    ],
)
def test_mentions_are_people(text: str, mentions: tuple[Mention, ...]) -> None:
    assert parse(typed(text), ROSTER) == Said(origin(), text, mentions)
    assert parse(typed(f"/okr {text}"), ROSTER) == Commanded(origin(), text, mentions)


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE])
def test_every_control_of_a_card_parses_back_to_its_own_press(reader: Reader) -> None:
    drawn = draw_card(CARD, reader)
    found = 0
    for element, shown in zip(CARD.elements, drawn["elements"], strict=True):
        match element, shown["kind"]:
            case Buttons(buttons), _:
                assert shown["kind"] == "buttons"
                for button, shown_button in zip(buttons, shown["buttons"], strict=True):
                    event = parse(clicked(shown_button["action"]), ROSTER)
                    assert event == Pressed(origin(), button.action, (), "9")
                    found += 1
            case Menu(_, options, chosen), _:
                assert shown["kind"] == "menu"
                for option, shown_option in zip(options, shown["options"], strict=True):
                    event = parse(clicked(shown["action"], shown_option["value"]), ROSTER)
                    assert event == Pressed(origin(), chosen, (("choice", option.value),), "9")
                    found += 1
            case Progress(opens=opens), _:
                assert shown["kind"] == "progress"
                assert opens is not None
                assert shown["opens"] is not None
                assert parse(clicked(shown["opens"]), ROSTER) == Pressed(origin(), opens, (), "9")
                found += 1
            case _:
                pass
    assert found == 6


def clicked(action: object, choice: str | None = None) -> Clicked:
    return Clicked(
        kind="clicked",
        key="k",
        person="ada",
        place="direct:ada",
        at=AT,
        post=9,
        action=action,  # type: ignore[typeddict-item]
        choice=choice,
    )


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE])
def test_every_form_parses_back_to_its_values(reader: Reader) -> None:
    drawn = draw_form(FORM, reader)
    values = {field["name"]: field["value"] for field in drawn["fields"]}
    sent = Sent(
        kind="sent", key="k", person="ada", place="direct:ada", at=AT, post=4, action=drawn["action"], values=values
    )
    event = parse(payload_from_json(payload_to_json(sent)), ROSTER)
    assert event == Submitted(origin(), FORM.action, tuple(values.items()))
    cancelled = Cancelled(
        kind="cancelled",
        key="k",
        person="ada",
        place="direct:ada",
        at=AT,
        post=4,
        action=drawn["action"],
        values=values,
    )
    assert parse(cancelled, ROSTER) == Dismissed(origin(), FORM.action, tuple(values.items()))


def test_coming_is_opening() -> None:
    came = Came(kind="came", key="k", person="ada", place=direct("ada"), at=AT)
    assert parse(came, ROSTER) == Opened(origin())


@given(st.text(st.characters(), max_size=200))
def test_any_text_survives_the_inbox_and_parses(text: str) -> None:
    payload = typed(sayable(text))
    assert payload_from_json(payload_to_json(payload)) == payload
    event = parse(payload, ROSTER)
    assert isinstance(event, Said | Commanded)
    for mention in event.mentions:
        assert mention.words in event.text


def test_half_a_character_is_replaced_and_whole_ones_are_not() -> None:
    assert sayable("a\ud83db 😀") == "a\ufffdb 😀"
