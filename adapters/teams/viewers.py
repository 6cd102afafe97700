"""Whom Teams is to show their own view of a card that many see, by Teams' ids of them."""

from __future__ import annotations

from typing import Final

from adapters.teams.origin import DOOR
from adapters.teams.references import References
from bot.chat.cards import Card
from bot.ports.door import Directory

MOST: Final = 60
"""So many people Teams asks for their view by itself
(https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views).
"""

_KEPT: Final = 20_000


class Viewers:
    """Safe for many threads. Who was looked up once costs nothing."""

    def __init__(self, directory: Directory, references: References) -> None:
        self._directory = directory
        self._references = references
        self._users: dict[tuple[int, str, int], str] = {}

    def of(self, card: Card, workspace: str) -> tuple[str, ...]:
        """Those for whom it differs and whom Teams knows, who care most first."""
        people = () if card.views is None else card.views.people
        users = (self._user(workspace, person) for person in people[: 2 * MOST])
        return tuple(dict.fromkeys(filter(None, users)))[:MOST]

    def _user(self, workspace: str, person: int) -> str:
        key = (self._directory.generation, workspace, person)
        known = self._users.get(key)
        if known is None:
            external = self._directory.external(workspace, DOOR, person)
            alone = None if external is None else self._references.of(external, workspace)
            known = "" if alone is None else alone.user
            if len(self._users) >= _KEPT:
                self._users.clear()
            if known:
                self._users[key] = known
        return known
