"""Teams: who may do what, who is told, and what a stale or forged press does."""

from __future__ import annotations

import pytest

from bot.chat.cards import action
from bot.chat.effects import KeepForm, Show
from bot.chat.events import Mention
from bot.okr.model import Team
from bot.ports.changes import MarkLeft, PutAdmin
from tests.core.office import Office
from tests.features.test_owning import told, write


@pytest.fixture
def office() -> Office:
    return Office()


def team(office: Office, name: str = "Growth") -> Team:
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        return next(one for one in book.teams() if one.name == name)


def test_anybody_makes_a_team_and_leads_it(office: Office) -> None:
    assert "you lead it" in office.command(office.li, "team new Brand").text
    assert (team(office, "Brand").lead, team(office, "Brand").members) == (office.li, (office.li,))
    for taken in ("team new brand", "team new the Brand team"):
        assert "There is a team Brand already" in office.command(office.bo, taken).text
    assert "at most" in office.command(office.bo, f"team new {'x' * 61}").text
    (shown,) = office.command(office.bo, "team new !!!").answers
    assert isinstance(shown, Show)


def test_joining_and_leaving_are_everybodys(office: Office) -> None:
    office.say(office.li, "join Growth")
    assert office.li in team(office).members
    assert "already" in office.say(office.li, "join Growth").text
    office.say(office.li, "leave Growth")
    assert office.li not in team(office).members
    assert told(office) == {}


@pytest.mark.parametrize(
    "text",
    [
        "add @liming to Growth",
        "remove @ada from Growth",
        "make @bo lead of Growth",
        "rename Growth to Ours",
        "Growth channel #growth",
        "Growth no channel",
    ],
)
def test_who_does_not_lead_hears_whom_to_ask(office: Office, text: str) -> None:
    before = team(office)
    people = (Mention("@liming", office.li), Mention("@ada", office.ada), Mention("@bo", office.bo))
    answer = office.say(office.bo, text, mentions=people)
    assert "Growth is changed by Ada Park" in answer.text
    assert "Ada Park" in answer.chinese
    assert team(office) == before
    write(office, office.ada, PutAdmin(office.bo, True, office.ada, office.now))
    assert "is changed by" not in office.say(office.bo, text, mentions=people).text


def test_whom_somebody_brings_in_hears_of_it_once(office: Office) -> None:
    mention = (Mention("@liming", office.li),)
    office.say(office.ada, "add @liming to Growth", mentions=mention)
    assert "Ada Park added you to the team Growth" in told(office)["liming"]
    assert "Already in Growth" in office.say(office.ada, "add @liming to Growth", mentions=mention).text
    office.say(office.ada, "remove @liming from Growth", mentions=mention)
    assert "took you off" in told(office)["liming"]


def test_a_team_whose_lead_has_left_is_its_members(office: Office) -> None:
    write(office, office.ada, MarkLeft(office.ada))
    assert "is changed by" in office.say(office.li, "rename Growth to Ours").text
    assert "Ours" in office.say(office.bo, "rename Growth to Ours").text
    assert (
        "You lead Ours now"
        in office.say(office.bo, "make @bo lead of Ours", mentions=(Mention("@bo", office.bo),)).text
    )


def test_one_channel_belongs_to_one_team(office: Office) -> None:
    office.command(office.li, "team new Brand")
    assert "is the channel of Growth already" in office.command(office.li, "team brand channel #growth").text
    assert "I see no channel" in office.command(office.li, "team brand channel #nowhere").text
    office.command(office.ada, "team growth no channel")
    office.command(office.li, "team brand channel #growth")
    assert team(office, "Brand").channel == "growth"


def test_a_form_over_what_changed_meanwhile_is_kept(office: Office) -> None:
    form = office.press(office.ada, action("team.open", team=team(office).id)).form
    office.say(office.li, "join Growth")
    again = office.submit(office.ada, form, members="@ada")
    assert isinstance(again.answers[0], KeepForm)
    assert office.li in team(office).members
    assert "is saved" in office.submit(office.ada, again.form, members="@ada, Bo Lind").text
    assert team(office).members == (office.ada, office.bo)


def test_a_forged_form_is_refused_and_another_workspace_has_its_own_teams(office: Office) -> None:
    form = office.press(office.ada, action("team.open", team=team(office).id)).form
    assert "is changed by Ada Park" in office.submit(office.bo, form, name="Mine").text
    assert "no longer there" in office.submit(office.eve, form, name="Mine").text
    assert "no longer there" in office.press(office.eve, action("team.join", team=team(office).id)).text
    assert "no team" in office.command(office.eve, "team growth").text
    assert team(office).name == "Growth"


def test_hundreds_of_teams_come_page_by_page(office: Office) -> None:
    for number in range(45):
        office.storage.directory.team(
            office.workspace, f"Team {number:02d} with a rather long name for a team of people"
        )
    first = office.command(office.ada, "team")
    assert "46 teams" in first.text
    assert first.text.index("Growth") < first.text.index("Team 00")
    more = first.button("More")
    assert "Team 19" in office.press(office.ada, more).text
    assert "Team 44" in office.press(office.ada, action("team.list", after=40)).text
    assert "More" not in office.press(office.ada, action("team.list", after=40)).actions()


def test_words_about_a_team_that_is_none_are_left_to_others(office: Office) -> None:
    assert "team" not in office.say(office.ada, "leave the office").text.casefold()
    assert "There is no team" in office.command(office.ada, "team join nowhere").text


def met(office: Office, *names: str) -> list[int]:
    meet = office.storage.directory.meet
    return [
        meet(office.workspace, "test", f"U-{name}", name=name, handle=name.lower().replace(" ", "."), now=office.now)
        for name in names
    ]


def test_of_two_who_are_called_alike_neither_is_taken(office: Office) -> None:
    before = team(office)
    ode, smith = met(office, "Tom Ode", "Tom Smith")
    write(office, office.ada, PutAdmin(office.ada, True, office.ada, office.now))
    for wish in ("add tom to Growth", "make tom an admin"):
        answer = office.say(office.ada, wish)
        for said in (answer.text, answer.chinese):
            assert "Tom Ode (@tom.ode)" in said
            assert "Tom Smith (@tom.smith)" in said
    assert team(office) == before
    office.say(office.ada, "add Tom Smith to Growth")
    assert smith in team(office).members
    assert ode not in team(office).members


def test_a_name_in_a_longer_one_is_not_meant(office: Office) -> None:
    (longer,) = met(office, "李明华")
    met(office, "Growth Field")
    office.say(office.ada, "把李明华加到Growth")
    assert longer in team(office).members
    assert office.li not in team(office).members
