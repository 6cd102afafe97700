"""The player: time, crashes, repeats, and what cannot be played."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from adapters.transcript import files
from adapters.transcript.player import play
from adapters.transcript.script import ScriptError
from adapters.transcript.stage import Trial
from tests.transcripts.wiring import in_memory

HEADER = "person jo Jo Marsh, en, Europe/Dublin\nclock 2027-01-11 09:30 Europe/Dublin\n"
DRAFT = "jo: My objective is calm weeks as measured by overtime hours from 40 to 10\n"


def answers(text: str, trial: Trial = "none") -> list[str]:
    """The first lines of all that the bot says."""
    return [line for line in play(text, in_memory(), trial=trial).splitlines() if line.startswith(("bot ", "at "))]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("jo: hi", 1, "a clock line must come first"),
        ("person jo\njo opens home", 2, "a clock line must come first"),
        (HEADER + "jo presses Fly", 3, "nothing offers 'Fly'"),
        (HEADER + "jo fills Note = x", 3, "no form is open for jo"),
        (HEADER + "jo closes the form", 3, "no form is open for jo"),
        (HEADER + "again", 3, "nothing has happened yet"),
        (HEADER + "clock 2027-01-11 09:00", 3, "time only moves on"),
        (HEADER + "jo: /okr new\njo fills Colour = red", 4, "no such field"),
    ],
)
def test_what_cannot_be_played_is_said_by_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(ScriptError) as raised:
        play(text, in_memory())
    assert raised.value.line == line
    assert words in raised.value.words


def test_what_is_played_can_be_played_again() -> None:
    once = play(HEADER + DRAFT + "jo presses Save\n", in_memory())
    assert "bot -> jo: " in once
    assert play(once, in_memory()) == once


def test_the_week_passes_and_its_messages_say_when_they_came() -> None:
    said = answers(HEADER + DRAFT + "jo presses Save\nclock 2027-01-26 09:30\n")
    assert [line for line in said if line.startswith("at ")] == [
        "at 2027-01-18 09:00 Europe/Dublin",
        "at 2027-01-19 09:00 Europe/Dublin",
        "at 2027-01-25 09:00 Europe/Dublin",
        "at 2027-01-26 09:00 Europe/Dublin",
    ]
    assert len([line for line in said if line.startswith("bot ->")]) == 5


def test_who_is_first_named_by_what_they_do_is_there() -> None:
    said = answers("language zh\nclock 2027-01-11 09:30 Asia/Shanghai\nwei: /okr help\nwei #门店: /okr help\n")
    assert [line.partition(": ")[0] for line in said] == ["bot -> wei", "bot ~> wei"]


def test_a_double_click_is_two_presses_of_one_thing() -> None:
    said = answers(HEADER + DRAFT + "jo presses Save twice\n")
    assert [line.partition(": ")[0] for line in said[:2]] == ["bot -> jo", "bot => jo"]
    assert len(said) == 3


def test_a_form_can_be_left_and_its_words_come_back() -> None:
    played = play(HEADER + "jo: /okr new\njo enters Objective = calm weeks\njo closes the form\n", in_memory())
    assert played.rstrip().endswith("> calm weeks")


def test_a_form_that_is_entered_is_sent_by_its_button() -> None:
    text = HEADER + "jo: /okr new\njo enters Objective = calm weeks\njo presses Done\njo: /okr drafts\n"
    assert "calm weeks" in play(text, in_memory()).partition("/okr drafts")[2]


@pytest.mark.parametrize("line", ["again", "crash", "crash\nagain"])
def test_what_was_answered_is_not_done_again(line: str) -> None:
    assert answers(HEADER + DRAFT + line) == answers(HEADER + DRAFT)


def test_an_answer_that_a_crash_kept_back_comes_after_the_start() -> None:
    plain, crashed = HEADER + DRAFT, HEADER + "crash before the next answer\n" + DRAFT
    assert answers(plain) == answers(crashed)


def test_trials_change_nothing_that_people_see() -> None:
    text = HEADER + DRAFT + "jo presses Save\nclock 2027-01-18 10:00\njo presses Check in\njo: 31, on track\n"
    plain = answers(text)
    trials: tuple[Trial, ...] = ("json", "restart", "unanswered")
    for trial in trials:
        assert answers(text, trial) == plain


def test_files_are_shown_checked_and_written(tmp_path: Path) -> None:
    out, err = io.StringIO(), io.StringIO()
    file = tmp_path / f"one{files.ENDING}"
    file.write_text(HEADER + DRAFT, encoding="utf-8")
    assert not files.check([tmp_path], in_memory, out, err)
    assert "+bot -> jo: " in out.getvalue()
    assert files.write([file], in_memory, io.StringIO(), err)
    out = io.StringIO()
    assert files.check([tmp_path], in_memory, out, err)
    assert out.getvalue() == ""
    assert files.show([file], in_memory, out, err)
    assert out.getvalue() == file.read_text(encoding="utf-8")
    assert err.getvalue() == ""


def test_a_file_that_cannot_be_played_is_named_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / f"bad{files.ENDING}"
    text = HEADER + DRAFT + "jo dances\n"
    file.write_text(text, encoding="utf-8")
    for command in (files.show, files.check, files.write):
        out, err = io.StringIO(), io.StringIO()
        assert not command([file, tmp_path / "none"], in_memory, out, err)
        assert f"{file}:4: not understood: 'jo dances'" in err.getvalue()
        assert "none cannot be read" in err.getvalue()
    assert file.read_text(encoding="utf-8") == text
