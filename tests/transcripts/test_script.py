"""The lines of a transcript, and what is wrong with those that are none."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.transcript.script import ScriptError, read_script
from adapters.transcript.steps import (
    Arrives,
    Closes,
    Crashes,
    Deletes,
    Edits,
    Fills,
    Gathered,
    Introduced,
    Lives,
    Moves,
    Named,
    Opens,
    Presses,
    Reacts,
    Repeats,
    Replies,
    Searches,
    Shares,
    Speaks,
    Step,
    Types,
)


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("workspace Harbour Cycles", Named("Harbour Cycles")),
        ("language zh", Speaks("zh")),
        ("zone Asia/Shanghai", Lives("Asia/Shanghai")),
        ("person jo", Introduced("jo", "Jo", None, None)),
        ("person jo Jo Marsh, en, Europe/Dublin", Introduced("jo", "Jo Marsh", "en", "Europe/Dublin")),
        ("person 魏然 魏然, zh", Introduced("魏然", "魏然", "zh", None)),
        ("team Shop: jo, wei; lead jo; channel #shop", Gathered("Shop", ("jo", "wei"), "jo", "shop")),
        ("team 门店: 魏然", Gathered("门店", ("魏然",), None, None)),
        ("channel #shop", Opens("shop")),
        ("jo: KR1 2:37, fine", Types("jo", None, "KR1 2:37, fine")),
        ("jo:", Types("jo", None, "")),
        ("魏然：目前31万", Types("魏然", None, "目前31万")),
        ("jo #shop: /okr summary", Types("jo", "shop", "/okr summary")),
        ("jo: one\n    two\n    ·\n    three", Types("jo", None, "one\ntwo\n\nthree")),
        ("jo: \\u202e31", Types("jo", None, "\u202e31")),
        ("jo presses Save", Presses("jo", "Save", None, 1)),
        ("jo presses Save: now", Presses("jo", "Save: now", None, 1)),
        ("jo presses Save on newest", Presses("jo", "Save", 1, 1)),
        ("jo presses No change on 2nd newest twice", Presses("jo", "No change", 2, 2)),
        ("jo fills Now at = 31: late; Note = no", Fills("jo", "Now at = 31: late; Note = no", sends=True)),
        ("jo enters Now at = 31", Fills("jo", "Now at = 31", sends=False)),
        ("jo closes the form", Closes("jo")),
        ("jo edits: KR1 300k", Edits("jo", 1, "KR1 300k")),
        ("jo edits 2nd newest：31万", Edits("jo", 2, "31万")),
        ("jo deletes the message", Deletes("jo", 1)),
        ("jo deletes the 3rd newest message", Deletes("jo", 3)),
        ("jo reacts 👍", Reacts("jo", "👍", None, added=True)),
        ("jo reacts +1 to wei", Reacts("jo", "+1", "wei", added=True)),
        ("jo takes back 👍 to wei", Reacts("jo", "👍", "wei", added=False)),
        ("jo in thread: well done: all", Replies("jo", None, "well done: all")),
        ("jo in thread of wei: well done", Replies("jo", "wei", "well done")),
        ("jo opens home", Arrives("jo")),
        ("jo #shop shares O1 KR3", Shares("jo", "shop", ("O1", "KR3"))),
        ("jo shares O1", Shares("jo", None, ("O1",))),
        ("jo searches late trains", Searches("jo", "late trains")),
        ("again", Repeats()),
        ("crash", Crashes(unanswered=False)),
        ("crash before the next answer", Crashes(unanswered=True)),
        ("# jo: no", None),
    ],
)
def test_a_line_means(line: str, step: Step | None) -> None:
    (read,) = read_script(line)
    assert read.step == step
    assert "\n".join(read.source) == line


def test_a_clock_keeps_the_zone_it_was_given_last() -> None:
    steps = [line.step for line in read_script("clock 2027-01-18 12:00 Europe/Dublin\nclock 2027-06-18 12:00")]
    dublin = ZoneInfo("Europe/Dublin")
    assert steps == [Moves(datetime(2027, 1, 18, 12, tzinfo=dublin)), Moves(datetime(2027, 6, 18, 12, tzinfo=dublin))]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("# one\njo hums", 2, "jo hums"),
        ("    indented", 1, "none"),
        ("# one\n    indented", 2, "none"),
        ("jo attaches: report.xlsx", 1, "not supported yet"),
        ("jo deletes everything", 1, "not understood"),
        ("jo shares the news", 1, "not understood"),
        ("jo presses ", 1, "presses what"),
        ("jo closes the door", 1, "not understood"),
        ("clock yesterday", 1, "a clock line reads"),
        ("clock 2027-02-30 09:00", 1, "a clock line reads"),
        ("clock 2027-01-18 09:00 Mars/Olympus", 1, "Mars/Olympus"),
        ("zone ../etc/passwd", 1, "no such time zone"),
        ("language fr", 1, "fr"),
        ("person bot", 1, "a person reads"),
        ("person jo Jo, en, UTC, more", 1, "a person reads"),
        ("team Shop", 1, "a team reads"),
        ("team Shop: jo; boss jo", 1, "a team reads"),
        ("channel shop", 1, "a channel reads"),
        ("beside it on Teams: mei", 1, "another organisation reads"),
        ("beside it on Teams, Dock: ,", 1, "another organisation reads"),
        ("jo has the e-mail", 1, "not understood"),
        ("workspace", 1, "needs a name"),
    ],
)
def test_a_line_that_is_none_is_named(text: str, line: int, words: str) -> None:
    with pytest.raises(ScriptError) as raised:
        read_script(text)
    assert raised.value.line == line
    assert words in raised.value.words


def test_answers_are_left_out_and_lines_keep_their_numbers() -> None:
    text = (
        "jo: hi\nbot -> jo: hello\n    · more\n\n# next\nat 2027-01-18 09:00 UTC\nbot ~> jo: x\nbot => #a: y\njo: bye\n"
    )
    read = read_script(text)
    assert [(line.number, line.source) for line in read] == [
        (1, ("jo: hi",)),
        (4, ("",)),
        (5, ("# next",)),
        (9, ("jo: bye",)),
    ]


@given(st.text(max_size=200))
def test_any_text_is_read_or_named(text: str) -> None:
    said: tuple[int, str] = (1, "read")
    try:
        read_script(text)
    except ScriptError as error:
        said = (error.line, error.words)
    assert 1 <= said[0] <= text.count("\n") + 1
    assert said[1]


@given(st.lists(st.sampled_from(["jo: hi", "jo: a\n    b", "", "# x", "crash", "jo presses Save", "channel #all"])))
def test_a_script_without_answers_is_all_kept(parts: list[str]) -> None:
    kept = "\n".join(line for one in read_script("\n".join(parts)) for line in one.source)
    assert kept.rstrip("\n") == "\n".join(parts).rstrip("\n")
