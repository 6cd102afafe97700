from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from adapters.local.render import draw_card, draw_form
from bot.chat.cards import Card
from bot.chat.effects import KeepForm, Revise, Say, Show, Whisper
from bot.chat.events import Origin, Place
from bot.ports.door import Parcel, Refused, Sent
from tests.local.everything import CARD, CHINESE, ENGLISH, FORM
from tests.local.house import MONDAY, House

OTHER = Card("other", ())


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def parcel(house: House, address: str, direct: bool, again: bool = False) -> Parcel:
    return Parcel(7, house.door.roster.workspace, address, direct, CARD, CHINESE, again)


def origin(house: House, key: str, place: str = "direct:ada") -> Origin:
    where = Place(place, "direct") if place.startswith("direct:") else Place(place, "channel", place)
    return Origin(house.door.roster.workspace, "local", where, house.door.roster.people["ada"], MONDAY, key)


def test_a_parcel_arrives_in_its_readers_language_once_however_often_it_is_sent(house: House) -> None:
    sent = house.door.send(parcel(house, "ada", direct=True))
    assert house.door.send(parcel(house, "ada", direct=True, again=True)) == sent
    [post] = house.sees("ada")
    assert sent == Sent(str(post.id))
    assert post.body == {"kind": "card", "card": draw_card(CARD, CHINESE)}
    assert (post.author, post.only_for, post.at) == (None, None, MONDAY)


def test_a_parcel_to_a_channel_is_seen_by_everybody(house: House) -> None:
    assert isinstance(house.door.send(parcel(house, "产品", direct=False)), Sent)
    assert len(house.sees("ben", "产品")) == len(house.sees("maya", "产品")) == 1


def test_a_reply_stands_in_a_thread_and_a_revision_in_the_stead_of_its_message(house: House) -> None:
    opens = house.door.send(parcel(house, "growth", direct=False))
    assert isinstance(opens, Sent)
    reply = replace(parcel(house, "growth", direct=False), delivery=8, thread=opens.message)
    assert isinstance(house.door.send(reply), Sent)
    revision = replace(parcel(house, "growth", direct=False), delivery=9, card=OTHER, revises=opens.message)
    assert house.door.send(revision) == house.door.send(revision) == opens
    first, second = house.sees("ada", "growth")
    assert (first.body, first.thread) == ({"kind": "card", "card": draw_card(OTHER, CHINESE)}, None)
    assert second.thread == first.id
    assert house.platform.unread("ben") == {"growth": 1}
    assert isinstance(house.door.send(replace(revision, revises="999")), Refused)


@pytest.mark.parametrize(
    ("address", "direct"), [("nobody", True), ("nowhere", False), ("growth", True), ("ada", False)]
)
def test_a_parcel_to_nowhere_is_refused(house: House, address: str, direct: bool) -> None:
    assert isinstance(house.door.send(parcel(house, address, direct)), Refused)


def test_answers_said_again_after_a_crash_are_there_once(house: House) -> None:
    answers = (Say(CARD), Whisper(OTHER), Show(FORM))
    assert house.door.answer(origin(house, "e1", "growth"), answers, ENGLISH)
    assert house.door.answer(origin(house, "e1", "growth"), answers, ENGLISH)
    assert [post.body["kind"] for post in house.sees("ada", "growth")] == ["card", "card", "form"]
    assert [post.only_for for post in house.sees("ada", "growth")] == [None, "ada", "ada"]
    assert [post.only_for for post in house.sees("ben", "growth")] == [None]


def test_a_revised_card_stands_where_the_pressed_one_stood(house: House) -> None:
    post = house.platform.put("k", "direct:ada", {"kind": "card", "card": draw_card(CARD, ENGLISH)}, MONDAY)
    action = draw_form(FORM, ENGLISH)["action"]
    pressed = house.exchange.clicked("ada", "direct:ada", post, action)
    assert house.door.show(origin(house, pressed["key"]), (Revise(OTHER),), ENGLISH, "ada") == (post,)
    [revised] = house.sees("ada")
    assert revised.body == {"kind": "card", "card": draw_card(OTHER, ENGLISH)}


def test_a_revised_card_that_is_gone_is_said(house: House) -> None:
    action = draw_form(FORM, ENGLISH)["action"]
    pressed = house.exchange.clicked("ada", "direct:ada", 999, action)
    house.door.answer(origin(house, pressed["key"]), (Revise(OTHER),), ENGLISH)
    [said] = house.sees("ada")
    assert said.body == {"kind": "card", "card": draw_card(OTHER, ENGLISH)}


def test_a_form_that_was_not_taken_stays_the_same_form(house: House) -> None:
    [post] = house.door.show(origin(house, "e1"), (Show(FORM),), ENGLISH, "ada")
    sent = house.exchange.sent("ada", "direct:ada", post, draw_form(FORM, ENGLISH)["action"], {"title": "typed"})
    assert house.door.show(origin(house, sent["key"]), (KeepForm(FORM),), CHINESE, "ada") == (post,)
    [form] = house.sees("ada")
    assert form.body == {"kind": "form", "form": draw_form(FORM, CHINESE), "waiting": True}


def test_a_form_that_is_gone_is_asked_anew(house: House) -> None:
    assert house.door.answer(origin(house, "e1"), (KeepForm(FORM),), ENGLISH)
    [form] = house.sees("ada")
    assert form.body["kind"] == "form"
    assert form.only_for == "ada"


def test_an_answer_to_a_stranger_reaches_nobody(house: House) -> None:
    where = Place("direct:ada", "direct")
    stranger = Origin(house.door.roster.workspace, "local", where, 999, MONDAY, "e1")
    assert not house.door.answer(stranger, (Say(CARD),), ENGLISH)
    assert not house.door.answer(origin(house, "e1", "nowhere"), (Say(CARD),), ENGLISH)
    assert house.sees("ada") == ()
