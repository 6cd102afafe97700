"""Marking answers as shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bot.chat.events import Origin, Said
from bot.ports.unit import Conflict
from tests.core.office import Office


@pytest.mark.parametrize("refused", [2, 99])
def test_what_was_shown_is_marked_so_as_soon_as_there_is_a_place_to_write(
    refused: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office()
    event = Said(office.origin(office.ada), "My objective is calm weeks as measured by NPS from 20 to 40")
    assert office.turns.take(event)
    say_done, left = office.storage.units.say_done, [refused]

    def locked(origin: Origin, messages: Sequence[str | None] = ()) -> None:
        if left[0]:
            left[0] -= 1
            raise Conflict("somebody else had the place for too long")
        say_done(origin, messages)

    monkeypatch.setattr(office.storage.units, "say_done", locked)
    if refused > 6:
        with pytest.raises(Conflict):
            office.turns.said(event)
        left[0] = 0
        assert _unsaid(office), "and it is not forgotten"
    office.turns.said(event)
    assert not _unsaid(office)


def _unsaid(office: Office) -> tuple[Any, ...]:
    return office.storage.units.unsaid()
