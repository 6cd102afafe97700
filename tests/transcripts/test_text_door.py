"""The text door: what it shows, what it remembers, and how what people do there is read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.transcript import parse
from adapters.transcript.door import NAME, OpenForm, TextDoor, place, present_values
from adapters.transcript.render import card_lines, controls, form_lines, visible
from bot.chat.cards import (
    Button,
    Buttons,
    Card,
    Chart,
    ChartPoint,
    ChoiceField,
    DayField,
    Facts,
    Form,
    Heading,
    Menu,
    Option,
    PersonField,
    Progress,
    Quote,
    Remark,
    TextField,
    action,
)
from bot.chat.effects import KeepForm, Revise, Say, Show, Whisper
from bot.chat.events import Commanded, Origin, Said
from bot.chat.words import t
from bot.ports.door import Parcel, Reader, Refused, Sent

READER = Reader("en", "Europe/Berlin")
CHINESE = Reader("zh", "Asia/Shanghai")
FORM = Form(
    "New OKR",
    action("draft.submit"),
    (
        TextField("objective", "Objective", "", required=True, hint="One sentence"),
        TextField("results", "Key results", "one\ntwo", lines=5),
        ChoiceField("level", "Level", (Option("t", t("level-team")), Option("o", t("level-organisation"))), "t"),
        PersonField("owner", "Owner", (Option("1", "Jo Marsh"), Option("2", "Jo Marsh"), Option("3", "魏然"))),
        DayField("due", "By", date(2027, 3, 31)),
    ),
    "Done",
    "One a line.",
    (("objective", "Which one?"), ("nowhere", "Odd.")),
)


def test_a_card_reads_from_top_to_bottom() -> None:
    stands = Progress(
        "KR3",
        "Orders a week",
        "on_track",
        t("status-on-track"),
        "now 1,350",
        Decimal(19),
        Decimal(9),
        "Jo",
        1,
        action("view.show"),
    )
    points = tuple(ChartPoint(date(2027, 1, day), Decimal(day)) for day in (1, 4, 8))
    card = Card(
        "short",
        (
            Heading("Recorded"),
            stands,
            Quote("new page\nis out", "Jo"),
            Remark("quiet"),
            Remark("advice", coach=True),
            Facts((("Owner", "Jo"),)),
            Chart("History", points, "from 1 to 8"),
            Buttons((Button("Save", action("a")), Button("Save", action("b")))),
            Menu("Post to", (Option("1", "#growth"), Option("2", "#all")), action("post")),
        ),
    )
    assert card_lines(card, READER) == (
        "Recorded",
        "  KR3 Orders a week · Jo",
        "    ▓░░░░░░░░░ 19% / 9% · on track · now 1,350",
        "> new page",
        "> is out — Jo",
        "· quiet",
        "☞ advice",
        "Owner: Jo",
        "History",
        "▁▄█ from 1 to 8",
        "[Save] [Save (2)]",
        "<Post to: #growth | #all>",
    )
    assert card_lines(Card("short", (Facts((("负责人", "魏然"),)),)), CHINESE) == ("负责人：魏然",)


def test_a_card_without_elements_is_its_summary() -> None:
    assert card_lines(Card("short", ()), READER) == ("short",)


def test_a_form_shows_what_stands_in_it_and_what_is_wrong() -> None:
    assert form_lines(FORM, READER) == (
        "┌ New OKR",
        "│ One a line.",
        "│ ! Odd.",
        "│ Objective* =",
        "│   · One sentence",
        "│   ! Which one?",
        "│ Key results = one",
        "│   | two",
        "│ Level = team (team | organisation)",
        "│ Owner = – (Jo Marsh | Jo Marsh (2) | 魏然)",
        "│ By = 2027-03-31",
        "└ [Done]",
    )
    assert "│ Level = 团队级 (团队级 | 公司级)" in form_lines(FORM, CHINESE)


@given(st.text())
def test_nothing_hidden_is_printed(text: str) -> None:
    shown = visible(text)
    assert all(line.isprintable() or "\t" in line or not line.isascii() for line in shown.split("\n"))
    assert "\u202e" not in shown
    assert "\x1b" not in shown
    assert len(shown.splitlines()) <= len(text.split("\n"))


def filled(text: str, reader: Reader = READER) -> dict[str, str]:
    """What stands in the form after that."""
    form = OpenForm(FORM, reader, present_values(FORM))
    parse.fill(form, text)
    return form.values


def test_a_form_is_filled_by_its_labels() -> None:
    untouched = {"objective": "", "results": "one\ntwo", "level": "t", "owner": "", "due": "2027-03-31"}
    assert filled("Objective = a = b; c; Level = organisation") == untouched | {"objective": "a = b; c", "level": "o"}
    assert filled("Key results = x\ny\nOwner = Jo Marsh (2)") == untouched | {"results": "x\ny", "owner": "2"}
    assert filled("Level＝公司级；Owner = @魏然; By = ", CHINESE) == untouched | {"level": "o", "owner": "3", "due": ""}
    assert filled("Level = ") == untouched | {"level": ""}


@pytest.mark.parametrize("text", ["Colour = red", "Level = galaxy", "Owner = Nobody", "red", ""])
def test_what_a_form_does_not_have_is_named(text: str) -> None:
    with pytest.raises(parse.NotThereError) as raised:
        filled(text)
    assert "there is" in str(raised.value)


def test_people_are_named_by_handle_and_by_name() -> None:
    people = {"jo": 1, "Jo Marsh": 1, "joan": 2, "魏然": 3}
    found = parse.mentions("@jo and @JOAN, @Jo Marsh;@魏然负责 @joanna me@jo.example @zoe", people)
    assert [(one.words, one.person) for one in found] == [
        ("@jo", 1),
        ("@JOAN", 2),
        ("@Jo Marsh", 1),
        ("@魏然", 3),
    ]
    assert parse.mentions("@jo", {}) == ()


def origin(key: str, channel: str | None = None) -> Origin:
    """Jo does something."""
    return Origin("W1", NAME, place("jo", channel), 1, datetime(2027, 1, 11, 9, tzinfo=UTC), key)


def test_a_command_is_told_from_words() -> None:
    assert parse.typed(origin("1"), "/okr  list all", {}) == Commanded(origin("1"), "list all")
    assert parse.typed(origin("1"), "/okr", {}) == Commanded(origin("1"), "")
    assert parse.typed(origin("1"), "/okrs list", {}) == Said(origin("1"), "/okrs list")


class Chat:
    """A door with one channel and two people, and what was written."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.door = TextDoor(self.lines.append, lambda *_: None, {"all"}, {"jo", "wei"})


def card(words: str, *labels: str) -> Card:
    """A card with buttons of that name."""
    return Card(
        words, (Heading(words), Buttons(tuple(Button(label, action(f"do.{label}", on=words)) for label in labels)))
    )


def test_people_see_what_is_for_them() -> None:
    chat = Chat()
    door = chat.door
    door.happens("1", "jo", None)
    assert door.answer(origin("1", "all"), (Say(card("for all")), Whisper(card("for jo"))), READER)
    assert door.send(Parcel(1, "W1", "wei", True, card("for wei"), CHINESE)) == Sent("3")
    assert chat.lines == ["bot -> #all: for all", "bot ~> jo: for jo", "bot -> wei: for wei"]
    assert [post.number for post in door.visible_to("jo")] == [2, 1]
    assert [post.number for post in door.visible_to("wei")] == [3, 1]
    assert isinstance(door.send(Parcel(2, "W1", "zoe", True, card("x"), READER)), Refused)
    assert isinstance(door.send(Parcel(3, "W1", "jo", False, card("x"), READER)), Refused)


def test_threads_and_revisions_are_told_apart() -> None:
    chat = Chat()
    opens = Parcel(1, "W1", "all", False, card("week"), READER)
    assert chat.door.send(opens) == Sent("1")
    assert chat.door.send(Parcel(2, "W1", "all", False, card("more"), READER, thread="1")) == Sent("2")
    assert chat.door.send(Parcel(3, "W1", "all", False, card("week, late"), READER, revises="1")) == Sent("1")
    assert chat.lines == ["bot -> #all: week", "bot -> #all, in the thread: more", "bot => #all: week, late"]
    chat.door.archived.add("all")
    assert isinstance(chat.door.send(opens), Refused)


def test_an_answer_shown_again_is_there_once() -> None:
    chat = Chat()
    assert not chat.door.answer(origin("1"), (Say(card("x")),), READER)
    chat.door.happens("1", "jo", None)
    chat.door.answer(origin("1"), (Say(card("one")),), READER)
    chat.door.answer(origin("1"), (Say(card("one")), Say(card("two"))), READER)
    assert chat.lines == ["bot -> jo: one", "bot -> jo: two"]


def test_a_press_finds_the_newest_that_offers_it_and_on_demand_what_was_there() -> None:
    chat = Chat()
    door = chat.door
    door.happens("1", "jo", None)
    door.answer(origin("1"), (Say(card("old", "Save")), Say(card("new", "Save", "Edit"))), READER)
    door.happens("2", "jo", 2)
    door.answer(origin("2"), (Revise(card("saved", "Show")),), READER)
    assert chat.lines[-2:] == ["bot => jo: saved", "    [Show]"]

    def found(label: str, newest: int | None) -> tuple[int, str]:
        one = parse.find_control(door.visible_to("jo"), label, newest)
        return one.post.number, one.control.action.get("on")

    assert found("Save", None) == (1, "old")
    assert found("Save", 1) == (2, "new")
    assert found("Save", 2) == (1, "old")
    assert found("Show", 1) == (2, "saved")
    with pytest.raises(parse.NotThereError, match="2 times only"):
        found("Save", 3)
    with pytest.raises(parse.NotThereError, match="'Show', 'Save'"):
        found("Edit", None)


def test_a_choice_is_called_by_itself_or_by_its_menu() -> None:
    menu = Card("m", (Menu("Post to", (Option("c1", "#growth"),), action("post")),))
    (control,) = controls(menu, READER)
    assert (control.label, control.full, control.choice) == ("#growth", "Post to = #growth", "c1")
    assert parse.press(origin("1"), control, "7").values == (("choice", "c1"),)


def test_a_form_stays_until_it_is_sent() -> None:
    chat = Chat()
    chat.door.happens("1", "jo", None)
    chat.door.answer(origin("1"), (Show(FORM),), READER)
    chat.door.happens("2", "jo", None)
    chat.door.answer(origin("2"), (KeepForm(FORM),), READER)
    assert chat.lines[0] == "bot -> jo: ┌ New OKR"
    assert chat.lines.count("    └ [Done]") == 2
    form = chat.door.forms["jo"]
    assert parse.is_submit(form, "Done")
    assert not parse.is_submit(form, "Save")
    assert parse.submitted(origin("3"), form).get("due") == "2027-03-31"


def test_empty_lines_of_a_message_are_marked() -> None:
    chat = Chat()
    chat.door.happens("1", "jo", None)
    chat.door.answer(origin("1"), (Say(Card("x", (Heading("one\n\ntwo  "),))),), READER)
    assert chat.lines == ["bot -> jo: one", "    ·", "    two"]
