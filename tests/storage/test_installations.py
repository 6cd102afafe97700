"""Where doors are installed: the newest of each stands, and what ended keeps its records and no secret."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.ports.installations import Installation
from storage import Storage
from tests.storage.world import NOW


def test_an_installation_is_kept_replaced_and_ended(storage: Storage) -> None:
    one = storage.directory.workspace("slack", "T1", name="One", now=NOW)
    two = storage.directory.workspace("slack", "E1", name="Two", now=NOW)
    first = Installation("slack", "T1", one, "sealed", True, NOW)
    again = replace(first, sealed="anew", at=NOW + timedelta(hours=1))
    other = Installation("slack", "E1", two, "other", True, NOW)
    shop = storage.installations
    for installation in (first, again, other):
        shop.put(installation)
    assert shop.find("slack", "T1") == again
    assert shop.of("slack", one) == again
    assert shop.all("slack") == (other, again)
    assert (shop.find("teams", "T1"), shop.of("teams", one), shop.find("slack", "T9")) == (None, None, None)

    shop.end("slack", "T1", NOW + timedelta(days=1))
    assert shop.find("slack", "T1") == replace(again, sealed="", active=False, at=NOW + timedelta(days=1))
    assert shop.of("slack", one) is None
    assert shop.all("slack") == (other,)
    shop.put(first)
    assert shop.of("slack", one) == first


def test_a_person_is_found_by_either_id(storage: Storage) -> None:
    directory = storage.directory
    workspace = directory.workspace("slack", "T1", name="One", now=NOW)
    other = directory.workspace("slack", "T2", name="Two", now=NOW)
    person = directory.meet(workspace, "slack", "U1", name="Ada", handle="ada", now=NOW)
    assert directory.known(workspace, "slack", "U1") == person
    assert directory.external(workspace, "slack", person) == "U1"
    assert directory.known(other, "slack", "U1") is None
    assert directory.external(other, "slack", person) is None
    assert directory.external(workspace, "teams", person) is None
