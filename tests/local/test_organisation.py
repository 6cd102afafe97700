from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from adapters.local.aims import AIMS
from adapters.local.beginnings import begin
from adapters.local.organisation import BY_HANDLE, CHANNELS, CREWS, PEOPLE, found
from bot.okr.progress import standing
from storage import memory_storage
from tests.local.house import MONDAY, House


def test_everybody_is_somebody_and_can_be_called() -> None:
    assert len({one.handle for one in PEOPLE}) == len(PEOPLE) == 8
    assert {one.language for one in PEOPLE} == {"en", "zh"}
    assert {one.zone for one in PEOPLE} <= available_timezones()
    calls = [call for one in PEOPLE for call in one.calls]
    assert len(calls) == len(set(calls))
    assert {"ada", "ada moreau", "晓雨", "林晓雨", "周明"} <= set(calls)
    assert all(len(call) > 1 for call in calls)


def test_teams_and_aims_name_people_and_channels_that_are_there() -> None:
    for crew in CREWS:
        assert {crew.lead, *crew.members} <= set(BY_HANDLE)
        assert crew.lead in crew.members
        assert crew.channel in CHANNELS
    for aim in AIMS:
        assert {aim.owner, *(one.owner for one in aim.sought)} <= set(BY_HANDLE)
        assert 2 <= len(aim.sought) <= 5


def test_a_second_start_finds_everything_and_adds_nothing(tmp_path: Path) -> None:
    house = House(tmp_path)
    founded = found(house.storage.directory, MONDAY)
    assert founded.roster == house.door.roster
    assert begin(house.storage.units, founded, MONDAY) == 0
    assert house.storage.units.unsaid() == ()


@pytest.mark.parametrize(
    "on",
    [date(2026, 11, 23), date(2026, 10, 1), date(2027, 1, 1), date(2026, 12, 31), date(2028, 2, 29), date(2027, 5, 5)],
)
def test_on_any_day_of_the_year_the_beginnings_make_sense(on: date) -> None:
    storage = memory_storage()
    now = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    founded = found(storage.directory, now)
    assert begin(storage.units, founded, now) == len(AIMS)
    with storage.units.read_as(founded.roster.workspace, founded.roster.people["ada"]) as book:
        objectives = book.objectives("all", limit=50).items
        assert [one.level for one in objectives] == ["organisation", "team", "team", "team"]
        assert book.roots().items == objectives[:1]
        assert book.children([objectives[0].id]) == objectives[1:]
        for kr in book.key_results([one.id for one in objectives]):
            history = book.check_ins(kr.id)
            assert all(entry.at < now for entry in history)
            assert all(kr.starts_on is not None and entry.at.date() >= kr.starts_on for entry in history)
            assert [entry.before for entry in history[1:]] == [entry.value for entry in history[:-1]]
            assert kr.current == (history[-1].value if history else None)
    storage.close()


def test_in_the_middle_of_a_quarter_there_is_something_of_everything() -> None:
    storage = memory_storage()
    founded = found(storage.directory, MONDAY)
    begin(storage.units, founded, MONDAY)
    with storage.units.read_as(founded.roster.workspace, founded.roster.people["ada"]) as book:
        key_results = book.key_results([one.id for one in book.objectives("all", limit=50).items])
        assert {standing(kr, MONDAY.date()).status for kr in key_results} >= {"on_track", "at_risk", "off_track"}
        assert {kr.owner for kr in key_results} >= {founded.roster.people[one] for one in ("ada", "ben", "zhouming")}
    storage.close()
