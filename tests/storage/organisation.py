"""Objectives at random, to reckon with what the Book should say of them."""

from __future__ import annotations

import random
from datetime import date, timedelta

from bot.okr.model import AMBITIONS, LEVELS, Cadence, KeyResult, Objective, ObjectiveState
from bot.ports.book import Scope
from tests.storage.world import NOW, World, key_result

STATES: tuple[ObjectiveState, ...] = ("active", "active", "active", "closed", "draft", "discarded")
SEED = 20261123


class Organisation:
    """Objectives at random, stored, and kept here to reckon with."""

    def __init__(self, world: World, size: int = 60) -> None:
        chance = random.Random(SEED)  # noqa: S311
        self.world = world
        with world.book() as book:
            self.cycles = [cycle.id for cycle in book.cycles()][:3]
        people = (world.ada, world.ben, world.cleo)
        self.objectives: list[Objective] = []
        self.key_results: list[KeyResult] = []
        for number in range(1, size + 1):
            objective = Objective(
                number,
                f"Objective {number}",
                chance.choice(STATES),
                chance.choice(LEVELS),
                chance.choice(AMBITIONS),
                chance.choice(self.cycles),
                chance.choice(people),
                chance.choice((*people, None)),
                NOW + timedelta(minutes=chance.randrange(1000)),
                chance.choice((world.team, None)),
                tuple(sorted(chance.sample(range(1, number), min(number - 1, chance.choice((0, 0, 1, 2)))))),
            )
            measured = []
            for position in range(chance.randrange(4)):
                id_ = len(self.key_results) + 1
                due = chance.choice((None, date(2026, 12, 1), date(2026, 11, 1)))
                helpers = tuple(sorted(chance.sample(people, chance.randrange(3))))
                measured.append(
                    key_result(
                        id_,
                        number,
                        chance.choice((*people, None)),
                        position=position,
                        due=due,
                        contributors=helpers,
                        cadence=chance.choice((None, Cadence(2, 3))),
                    )
                )
                self.key_results.append(measured[-1])
            self.objectives.append(objective)
            world.put(objective, *measured)

    def active(self) -> list[Objective]:
        return [objective for objective in self.objectives if objective.state == "active"]

    def in_scope(self, scope: Scope, of: int, objective: Objective) -> bool:
        match scope:
            case "mine" | "person":
                return objective.owner == of or any(
                    kr.objective == objective.id and kr.owner == of for kr in self.key_results
                )
            case "team":
                return objective.team == of
            case "organisation":
                return objective.level == "organisation"
            case "all":
                return True

    def roots(self) -> list[Objective]:
        active = {objective.id for objective in self.active()}
        found = [objective for objective in self.active() if not active.intersection(objective.parents)]
        return sorted(found, key=lambda objective: (objective.level != "organisation", objective.id))
