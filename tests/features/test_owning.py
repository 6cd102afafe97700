"""Owning: who may give, who is told, what comes back, and who may not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.chat.cards import action
from bot.chat.effects import KeepForm, Say
from bot.chat.events import Mention
from bot.ports.changes import Change, MarkLeft, PutAdmin
from bot.ports.door import Sent
from bot.ports.unit import Commit
from tests.core.office import Office, Seen


@pytest.fixture
def office() -> Office:
    made = Office()
    made.okr(
        made.ada,
        "My objective is grow as measured by increase sign-ups from 250k to 350k; reduce refunds from 8% to 4%",
    )
    return made


def told(office: Office) -> dict[str, str]:
    """What waits to be delivered, by whom it is for; taken away."""
    parcels = office.storage.ledger.lease("test", office.now, owner="me")
    found: dict[str, str] = {}
    for parcel in parcels:
        found[parcel.address] = found.get(parcel.address, "") + Seen((Say(parcel.card),)).text
        office.storage.ledger.finish(parcel.delivery, Sent("m"), office.now, owner="me")
    return found


def owner(office: Office, key_result: int) -> int | None:
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        found = book.key_result(key_result)
    assert found is not None
    return found.owner


def give(office: Office, giver: int, text: str, *people: tuple[str, int]) -> Seen:
    return office.say(giver, text, mentions=tuple(Mention(words, person) for words, person in people))


def write(office: Office, person: int, *changes: Change) -> None:
    origin = office.origin(person)
    with office.storage.units.open(origin) as unit:
        unit.commit(Commit(origin, None, unit.conversation().version, changes, "[]", ()))


def test_the_new_owner_hears_what_it_is_until_when_and_what_happens_next(office: Office) -> None:
    give(office, office.ada, "KR1 @bo", ("@bo", office.bo))
    assert owner(office, 1) == office.bo
    words = told(office)["bo"]
    for part in (
        "Ada Park made you the owner of KR1",
        "of O1 grow",
        "due 31 Dec",
        "I ask you next on",
        "Keep it",
        "Hand it back",
    ):
        assert part in words


def test_handing_back_returns_it_and_tells_the_giver(office: Office) -> None:
    give(office, office.ada, "KR1 @bo", ("@bo", office.bo))
    back = action("own.back", first=1, last=1)
    assert "back with Ada Park" in office.press(office.bo, back).text
    assert owner(office, 1) == office.ada
    assert "Bo Lind handed KR1 back; it is yours again" in told(office)["ada"]
    assert "changed hands since" in office.press(office.bo, back).text
    assert owner(office, 1) == office.ada


def test_a_button_that_was_drawn_for_another_does_nothing(office: Office) -> None:
    give(office, office.ada, "KR1 @bo", ("@bo", office.bo))
    for stranger in (office.li, office.ada):
        assert "nothing changed now" in office.press(stranger, action("own.back", first=1, last=1)).text
    assert owner(office, 1) == office.bo


def test_a_button_of_an_earlier_giving_is_stale(office: Office) -> None:
    give(office, office.ada, "KR1 @bo", ("@bo", office.bo))
    give(office, office.ada, "KR1 @liming", ("@liming", office.li))
    give(office, office.ada, "KR1 @bo", ("@bo", office.bo))
    for verb in ("own.keep", "own.back"):
        assert "nothing changed now" in office.press(office.bo, action(verb, first=1, last=1)).text
    assert "is yours" in office.press(office.bo, action("own.keep", first=3, last=3)).text


@pytest.mark.parametrize("text", ["KR1 @bo", "O1 @bo", "KR1 contributor @bo copy", "remove @liming from KR1"])
def test_who_may_not_give_hears_whom_to_ask(office: Office, text: str) -> None:
    answer = give(office, office.bo, text, ("@bo", office.bo), ("@liming", office.li))
    assert "is up to Ada Park" in answer.text
    assert "Ada Park" in answer.chinese
    assert owner(office, 1) == office.ada
    assert told(office) == {}


def test_an_admin_and_the_teams_lead_may_give(office: Office) -> None:
    give(office, office.ada, "KR1 @liming", ("@liming", office.li))
    write(office, office.ada, PutAdmin(office.bo, True, office.ada, office.now))
    give(office, office.bo, "take KR1")
    assert owner(office, 1) == office.bo
    assert "no longer yours: Bo Lind" in told(office)["liming"]


def test_another_workspace_sees_no_such_key_result(office: Office) -> None:
    answer = give(office, office.eve, "take KR1")
    assert "There is no KR1" in answer.text
    assert "nothing changed now" in office.press(office.eve, action("own.back", first=1, last=1)).text
    assert "There is no KR1" in office.press(office.eve, action("own.open", id="KR1")).text
    assert owner(office, 1) == office.ada


def test_who_has_left_gets_nothing(office: Office) -> None:
    write(office, office.bo, MarkLeft(office.bo))
    assert "Bo Lind is no longer here" in give(office, office.ada, "KR1 @bo", ("@bo", office.bo)).text
    assert owner(office, 1) == office.ada


def test_back_goes_to_the_giver_where_the_one_before_has_left(office: Office) -> None:
    give(office, office.ada, "KR1 @liming", ("@liming", office.li))
    give(office, office.ada, "KR1 @bo", ("@bo", office.bo))
    write(office, office.li, MarkLeft(office.li))
    assert "back with Ada Park" in office.say(office.bo, "hand back KR1").text
    assert owner(office, 1) == office.ada


def test_all_or_nothing(office: Office) -> None:
    assert "There is no KR99" in give(office, office.ada, "give KR1 and KR99 to @bo", ("@bo", office.bo)).text
    assert owner(office, 1) == office.ada


def test_several_at_once_are_one_message(office: Office) -> None:
    give(office, office.ada, "give KR1, KR2 and O1 to @bo", ("@bo", office.bo))
    assert told(office)["bo"].count("made you the owner of KR1, KR2 and O1") == 2  # the summary and the heading
    assert "back with Ada Park" in office.press(office.bo, action("own.back", first=1, last=3)).text
    assert (owner(office, 1), owner(office, 2)) == (office.ada, office.ada)


def test_an_owner_named_in_a_draft_hears_of_it_when_it_is_saved(office: Office) -> None:
    drafted = office.say(office.ada, "My objective is calm as measured by cut alarms from 90 to 30")
    give(office, office.ada, "KR3 @bo", ("@bo", office.bo))
    assert told(office) == {}
    save = replace(drafted.button("Save"), args=(("objective", "2"), ("version", "2")))
    office.press(office.ada, save)
    assert "made you the owner of KR3" in told(office)["bo"]
    office.say(office.bo, "hand back KR3")
    assert owner(office, 3) == office.ada


def test_a_helper_is_told_once_and_may_leave(office: Office) -> None:
    give(office, office.ada, "KR1 contributor @bo copy", ("@bo", office.bo))
    assert "Ada Park counts on your help with KR1: copy" in told(office)["bo"]
    give(office, office.ada, "KR1 contributor @bo copy and tests", ("@bo", office.bo))
    assert told(office) == {}
    assert "Bo Lind (copy and tests)" in office.say(office.bo, "show KR1").text
    assert "Recorded" in office.say(office.bo, "KR1 300k").text
    office.press(office.bo, action("own.off", key_result=1))
    assert "no longer contributes" in told(office)["ada"]
    assert "did not contribute" in give(office, office.ada, "remove @bo from KR1", ("@bo", office.bo)).text


def test_the_owner_is_no_helper_and_a_helper_who_gets_it_is_one_no_longer(office: Office) -> None:
    assert "owns KR1" in give(office, office.ada, "KR1 contributor @ada", ("@ada", office.ada)).text
    give(office, office.ada, "KR1 contributor @bo copy", ("@bo", office.bo))
    give(office, office.ada, "KR1 @bo", ("@bo", office.bo))
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        assert book.contributors([1]) == {}


def test_the_form_takes_owner_and_helpers_together_or_neither(office: Office) -> None:
    form = office.press(office.ada, office.say(office.ada, "show KR1").button("Owner & contributors")).form
    wrong = office.submit(office.ada, form, owner=str(office.bo), helpers="@liming figures\nZoe")
    assert isinstance(wrong.answers[0], KeepForm)
    assert owner(office, 1) == office.ada
    assert (
        "With the help of 李明 (figures)"
        in office.submit(office.ada, form, owner=str(office.bo), helpers="李明 figures").text
    )
    assert owner(office, 1) == office.bo
    stale = office.submit(office.ada, form, owner=str(office.li), helpers="")
    assert isinstance(stale.answers[0], KeepForm)
    assert owner(office, 1) == office.bo


def test_a_forged_form_of_somebody_else_is_refused(office: Office) -> None:
    form = office.press(office.ada, action("own.open", id="KR1")).form
    assert "is up to Ada Park" in office.submit(office.bo, form, owner=str(office.bo), helpers="").text
    assert owner(office, 1) == office.ada
