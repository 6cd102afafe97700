"""Somebody leaves: what was theirs is offered to whoever decides about it, once, and nobody asks them any more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.chat.cards import action
from bot.chat.effects import KeepForm
from bot.chat.events import Left, ProfileChanged
from bot.ports.changes import PutAdmin
from tests.core.office import Office
from tests.features.test_owning import give, owner, told, write


@pytest.fixture
def office() -> Office:
    made = Office()
    made.okr(
        made.ada,
        "My objective is grow as measured by increase sign-ups from 250k to 350k; reduce refunds from 8% to 4%",
    )
    give(made, made.ada, "give KR1 and KR2 to @bo", ("@bo", made.bo))
    told(made)
    return made


def leaves(office: Office, person: int) -> None:
    assert office.take(Left(office.origin(person))) == ()


def test_the_lead_gets_one_message_and_gives_all_to_one(office: Office) -> None:
    leaves(office, office.bo)
    leaves(office, office.bo)
    words = told(office)
    assert set(words) == {"ada"}
    assert words["ada"].count("Bo Lind has left, and 2 things need a new owner") == 2  # the summary and the heading
    form = office.press(office.ada, action("left.all", person=office.bo)).form
    assert isinstance(office.submit(office.ada, form, to="").answers[0], KeepForm)
    assert "New owners for KR1 and KR2" in office.submit(office.ada, form, to=str(office.li)).text
    assert (owner(office, 1), owner(office, 2)) == (office.li, office.li)
    assert "请您负责 KR1 和 KR2" in _chinese(office)
    assert "Nothing of Bo Lind is left" in office.submit(office.ada, form, to=str(office.li)).text


def _chinese(office: Office) -> str:
    from tests.core.office import text_of

    (parcel,) = office.storage.ledger.lease("test", office.now, owner="me")
    assert parcel.address == "liming"
    return "\n".join(text_of(parcel.card, "zh"))


def test_one_by_one_leaves_what_is_left_empty(office: Office) -> None:
    leaves(office, office.bo)
    form = office.press(office.ada, action("left.each", person=office.bo)).form
    done = office.submit(office.ada, form, KR2=str(office.li))
    assert "One is still without an owner" in done.text
    assert (owner(office, 1), owner(office, 2)) == (office.bo, office.li)
    assert [one.name for one in office.press(office.ada, done.button("One by one")).form.fields] == ["KR1"]


def test_without_a_lead_an_admin_decides(office: Office) -> None:
    write(office, office.li, PutAdmin(office.li, True, office.li, office.now))
    leaves(office, office.bo)
    told(office)
    leaves(office, office.ada)
    words = told(office)
    assert set(words) == {"liming"}
    assert "led Growth" in words["liming"]
    form = office.press(office.li, action("left.all", person=office.ada)).form
    assert "New owners for O1" in office.submit(office.li, form, to=str(office.li)).text


def test_nobody_else_gives_it_away(office: Office) -> None:
    form = None
    leaves(office, office.bo)
    form = office.press(office.ada, action("left.all", person=office.bo)).form
    for stranger in (office.li, office.eve):
        assert "nothing changed" in office.press(stranger, action("left.all", person=office.bo)).text
        assert "nothing changed" in office.submit(stranger, form, to=str(office.li)).text
    assert owner(office, 1) == office.bo


def test_a_button_about_somebody_who_is_here_does_nothing(office: Office) -> None:
    assert "settled already" in office.press(office.ada, action("left.all", person=office.li)).text
    assert "settled already" in office.press(office.ada, action("left.all", person=99)).text


def test_who_has_left_is_asked_nothing(office: Office) -> None:
    leaves(office, office.bo)
    told(office)
    office.turns.tick(office.now + timedelta(days=8))
    assert "bo" not in told_later(office)


def told_later(office: Office) -> set[str]:
    office.now += timedelta(days=8)
    return set(told(office))


def test_a_move_and_a_name_are_followed_without_a_word(office: Office) -> None:
    event = ProfileChanged(office.origin(office.bo), name="Bo Berg", zone="Asia/Tokyo", language="zh")
    assert office.take(event) == ()
    reader = office.storage.directory.reader(office.workspace, office.bo)
    assert (reader.language, reader.zone) == ("zh", "Asia/Tokyo")
    assert "Bo Berg" in give(office, office.ada, "KR1 @bo", ("@bo", office.bo)).text


def test_a_status_is_followed_only_where_that_is_wanted(office: Office) -> None:
    away = (office.now + timedelta(days=10)).date()
    office.take(ProfileChanged(office.origin(office.bo), away=away))
    assert "from your status" in office.command(office.bo, "settings").text
    office.take(ProfileChanged(office.origin(office.bo), here=True))
    assert "no days set" in office.command(office.bo, "settings").text
    office.say(office.bo, "I'm away until Friday")
    office.take(ProfileChanged(office.origin(office.bo), away=away))
    office.take(ProfileChanged(office.origin(office.bo), here=True))
    assert "Fri 27 Nov" in office.command(office.bo, "settings").text
    office.say(office.bo, "I'm back")
    form = office.press(office.bo, action("settings.open")).form
    office.submit(office.bo, form, follows_status="no")
    office.take(ProfileChanged(office.origin(office.bo), away=away))
    assert "no days set" in office.command(office.bo, "settings").text
