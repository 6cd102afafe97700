"""What holds for everybody: who may change it, what is logged, the first minute, and who is greeted when."""

from __future__ import annotations

import pytest

from bot.chat.cards import action
from bot.chat.effects import KeepForm
from bot.chat.events import Installed, Mention, Opened, Place
from bot.okr.model import Person, Workspace
from bot.ports.changes import MarkLeft, PutAdmin
from tests.core.office import Office, Seen
from tests.features.test_owning import give, told, write


@pytest.fixture
def office() -> Office:
    return Office()


def installed(office: Office, person: int) -> Seen:
    return Seen(office.take(Installed(office.origin(person))))


def workspace(office: Office) -> Workspace:
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        return book.workspace


def admins(office: Office) -> list[int]:
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        return [one.id for one in book.admins()]


def newcomer(office: Office, handle: str = "zoe", name: str = "Zoe Hart") -> int:
    return office.storage.directory.meet(office.workspace, "test", handle, name=name, handle=handle, now=office.now)


def person(office: Office, id: int) -> Person:
    with office.storage.units.read_as(office.workspace, id) as book:
        return book.viewer


def test_who_brings_it_in_is_the_admin_and_sets_it_up_on_one_form(office: Office) -> None:
    first = installed(office, office.ada)
    assert admins(office) == [office.ada]
    form = office.press(office.ada, first.button("Set up in a minute")).form
    done = office.submit(
        office.ada, form, fiscal_start="4", weekday="1", at="10:30", team="Brand", members="@bo", channel=""
    )
    assert "All set" in done.text
    assert "Brand: your team of 2" in done.text
    assert (workspace(office).fiscal_start, workspace(office).cadence.weekday) == (4, 1)
    assert "added you to the team Brand" in told(office)["bo"]
    again = installed(office, office.bo)
    assert admins(office) == [office.ada]
    assert "Changed by Ada Park" in again.text


def test_the_first_minute_can_be_skipped(office: Office) -> None:
    first = installed(office, office.ada)
    before = workspace(office)
    assert "stays as usual" in office.press(office.ada, first.button("Later")).text
    assert workspace(office) == before


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"at": "noonish"}, "at"),
        ({"members": "@bo"}, "team"),
        ({"team": "growth"}, "team"),
        ({"team": "Brand", "members": "@zoe"}, "members"),
        ({"team": "Brand", "channel": "growth"}, "channel"),
    ],
)
def test_what_is_wrong_in_the_first_minute_is_named_and_nothing_is_stored(
    office: Office, values: dict[str, str], field: str
) -> None:
    form = office.press(office.ada, installed(office, office.ada).button("Set up in a minute")).form
    kept = office.submit(office.ada, form, fiscal_start="7", **values)
    assert [name for name, _ in kept.form.errors] == [field]
    assert workspace(office).fiscal_start == 1


def test_only_admins_change_what_holds_for_everybody(office: Office) -> None:
    installed(office, office.ada)
    form = office.press(office.ada, action("org.open")).form
    assert "This is changed by Ada Park" in office.press(office.bo, action("org.open")).text
    assert "This is changed by Ada Park" in office.submit(office.bo, form, zone="Tokyo").text
    assert workspace(office).zone == "UTC"
    assert "Asia/Tokyo" in office.submit(office.ada, form, zone="Tokyo", cycle_word="Season").text
    log = office.command(office.bo, "workspace").text
    assert "Ada Park · Time zone: Asia/Tokyo, before: UTC" in log
    assert "Ada Park became the admin" in log
    assert office.press(office.bo, action("draft.new")).form.fields[-1].label == "Season"


def test_a_form_over_what_changed_meanwhile_is_kept(office: Office) -> None:
    installed(office, office.ada)
    stale = office.press(office.ada, action("org.open")).form
    office.submit(office.ada, office.press(office.ada, action("org.open")).form, zone="Tokyo")
    kept = office.submit(office.ada, stale, language="zh")
    assert isinstance(kept.answers[0], KeepForm)
    assert workspace(office).language == "en"
    wrong = office.submit(office.ada, kept.form, zone="Atlantis", at="25:00", cycle_word="x" * 40)
    assert {name for name, _ in wrong.form.errors} == {"zone", "at", "cycle_word"}


def test_another_workspace_has_its_own(office: Office) -> None:
    installed(office, office.ada)
    form = office.press(office.ada, action("org.open")).form
    assert "Nobody looks after this workspace yet" in office.submit(office.eve, form, zone="Tokyo").text
    assert workspace(office).zone == "UTC"
    assert "Ada" not in office.command(office.eve, "workspace").text


def test_admins_make_admins_and_one_stays(office: Office) -> None:
    bo = (Mention("@bo", office.bo),)
    assert "Nobody looks after" in office.say(office.bo, "make @bo an admin", mentions=bo).text
    installed(office, office.ada)
    assert "This is changed by Ada Park" in office.say(office.bo, "make @bo an admin", mentions=bo).text
    assert "only admin" in office.say(office.ada, "remove me as admin").text
    office.say(office.ada, "make @bo an admin", mentions=bo)
    assert admins(office) == [office.ada, office.bo]
    assert "Ada Park made you an admin" in told(office)["bo"]
    assert "already" in office.say(office.ada, "make @bo an admin", mentions=bo).text
    office.say(office.bo, "remove @ada as admin", mentions=(Mention("@ada", office.ada),))
    assert admins(office) == [office.bo]


def test_somebody_takes_on_a_workspace_that_nobody_looks_after(office: Office) -> None:
    claim = office.command(office.bo, "workspace").button("I look after it")
    claimed = office.press(office.bo, claim)
    assert "You look after this workspace now" in claimed.text
    assert office.press(office.bo, claimed.button("Set up in a minute")).form.submit
    assert "looked after it already" in office.press(office.li, claim).text
    assert admins(office) == [office.bo]
    write(office, office.bo, MarkLeft(office.bo))
    assert "I look after it" in office.command(office.li, "workspace").actions()


@pytest.mark.parametrize(("makers", "allowed"), [("anyone", "ada bo liming"), ("leads", "ada bo"), ("admins", "bo")])
def test_who_saves_objectives_of_the_organisation(office: Office, makers: str, allowed: str) -> None:
    write(office, office.bo, PutAdmin(office.bo, True, office.bo, office.now))
    office.submit(office.bo, office.press(office.bo, action("org.open")).form, makers=makers)
    for handle, who in (("ada", office.ada), ("bo", office.bo), ("liming", office.li)):
        form = office.press(who, action("draft.new")).form
        values = {"objective": f"Calm of {handle}", "key_results": "alarms from 9 to 3", "level": "organisation"}
        saved = office.press(who, office.submit(who, form, **values).button("Save"))
        assert ("Saved:" in saved.text) is (handle in allowed.split()), handle
        assert ("Your draft is kept" in saved.text) is (handle not in allowed.split()), handle


def test_a_newcomer_hears_once_what_this_is_below_the_first_answer(office: Office) -> None:
    zoe = newcomer(office)
    assert "by the way: this is how I work" in office.say(zoe, "list all").text
    assert person(office, zoe).greeted
    assert "this is how I work" not in office.say(zoe, "list all").text


def test_a_form_leaves_the_first_word_for_later_and_the_first_page_is_one(office: Office) -> None:
    zoe = newcomer(office)
    office.press(zoe, action("draft.new"))
    assert not person(office, zoe).greeted
    office.take(Opened(office.origin(zoe)))
    assert person(office, zoe).greeted
    assert "this is how I work" not in office.say(zoe, "list all").text


def test_nothing_is_said_of_it_where_others_read_along_but_to_them_alone(office: Office) -> None:
    zoe = newcomer(office)
    from bot.chat.effects import Whisper
    from bot.chat.events import Said

    answers = office.take(Said(office.origin(zoe, place=Place("growth", "channel", "growth")), "list all"))
    assert all(isinstance(answer, Whisper) for answer in answers)
    assert "this is how I work" in Seen(answers).text


def test_the_first_word_comes_with_what_somebody_else_gives_them(office: Office) -> None:
    office.okr(office.ada, "My objective is grow as measured by increase sign-ups from 250k to 350k")
    zoe = newcomer(office)
    give(office, office.ada, "KR1 @zoe", ("@zoe", zoe))
    assert "this is how I work" in told(office)["zoe"]
    assert "this is how I work" not in office.say(zoe, "list all").text
