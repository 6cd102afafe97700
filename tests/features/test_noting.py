"""A message becomes the note of a check-in."""

from __future__ import annotations

from bot.chat.cards import ChoiceField, TextField, action
from bot.chat.effects import KeepForm, Say, Show
from bot.chat.events import Pressed, Submitted
from bot.features import checking_in
from bot.features.outcome import Outcome
from tests.features.desk import Desk, measured

LINK = "https://harbour.example/p1"


def noted(desk: Desk, person: int, words: str) -> Outcome:
    event = Pressed(desk.origin(person), action("check_in.note", words=words, link=LINK))
    with desk.book(person) as book:
        return checking_in.pressed(None, event, book)


def note_in(outcome: Outcome) -> str:
    (shown,) = outcome.answers
    assert isinstance(shown, Show)
    (field,) = [one for one in shown.form.fields if one.name == "note"]
    assert isinstance(field, TextField)
    return field.value


def test_the_only_key_result_is_the_one_that_is_meant(desk: Desk) -> None:
    desk.objective("Home", measured("Sign-ups", "100", "200"))
    outcome = noted(desk, desk.ada, "The wizard is live")
    assert note_in(outcome) == f"The wizard is live\n{LINK}"
    (shown,) = outcome.answers
    assert isinstance(shown, Show)
    assert shown.form.action.verb == "check_in.report"


def test_of_several_it_is_asked_which_unless_the_message_says(desk: Desk) -> None:
    desk.objective("Home", measured("Sign-ups", "100", "200"), measured("Visits", "10", "20"))
    (which,) = noted(desk, desk.ada, "The wizard is live").answers
    assert isinstance(which, Show)
    (choice,) = [one for one in which.form.fields if isinstance(one, ChoiceField)]
    assert [option.value for option in choice.options] == ["1", "2"]
    (named,) = noted(desk, desk.ada, "KR2: the wizard is live").answers
    assert isinstance(named, Show)
    assert named.form.action.get("key_result") == "2"


def test_which_one_must_be_said_and_be_ones_own(desk: Desk) -> None:
    desk.objective("Home", measured("Sign-ups", "100", "200"), measured("Visits", "10", "20"))
    desk.objective("Away", measured("Trips", "1", "2"), author=desk.bo)
    for chosen in ("", "3", "99", "x"):
        sent = Submitted(desk.origin(desk.ada), action("check_in.note"), (("key_result", chosen), ("note", "kept")))
        with desk.book(desk.ada) as book:
            (kept,) = checking_in.submitted(None, sent, book).answers
        assert isinstance(kept, KeepForm), chosen
        assert [one.value for one in kept.form.fields if one.name == "note"] == ["kept"]
        assert kept.form.errors


def test_who_has_no_key_result_hears_so(desk: Desk) -> None:
    (said,) = noted(desk, desk.cas, "The wizard is live").answers
    assert isinstance(said, Say)
