"""The five conditions in which every view is looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from bot.okr.model import Language
from tests.features.desk import Desk, measured

LONG: Final = (
    "An objective whose author could not stop writing about everything that it is meant to change for everybody " * 3
)
UNBROKEN: Final = "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 6
LONG_NAME: Final = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Upper Llanfairpwllgwyngyll the Younger"
MANY: Final = 230


class World:
    """A workspace in one condition. ``viewer`` looks at it; ``titles`` are the objectives that are theirs."""

    def __init__(self, language: Language = "en") -> None:
        self.desk = Desk()
        self.language: Language = language
        self.viewer = self.desk.li if language == "zh" else self.desk.ada
        self.team = self.desk.platform if language == "zh" else self.desk.growth
        self.team_name = "Platform" if language == "zh" else "Growth"
        self.labels: set[str] = set()

    def add(self, title: str, *key_results: str) -> int:
        """An objective of the viewer's and their team."""
        number = self.desk.objective(
            title,
            *(measured(one, "0", "100") for one in key_results),
            author=self.viewer,
            team=self.team,
            initiatives=("先试一周" if self.language == "zh" else "A week of trying",),
        )
        self.labels.add(f"O{number}")
        return number


def nothing() -> World:
    """Nobody has written anything."""
    return World()


def nothing_in_chinese() -> World:
    """The same for somebody who reads Chinese."""
    return World("zh")


def one() -> World:
    """One objective with one key result, checked in once with a note."""
    world = World()
    world.add("Newcomers feel at home", "Activation")
    world.desk.check_in(1, "40", days_ago=5, note="The wizard is out", by=world.viewer)
    return world


def hundreds() -> World:
    """Hundreds of objectives, one of them with fifteen key results, some at risk, some outdated, drafts as well."""
    world = World()
    world.add("The long one", *(f"Figure {n}" for n in range(15)))
    for n in range(1, MANY):
        world.add(f"Aim {n}", f"Measure {n}")
        if n % 3 == 0:
            world.desk.check_in(15 + n, "10" if n % 2 else "95", days_ago=20 if n % 9 == 0 else 1, by=world.viewer)
    for n in range(30):
        world.desk.objective(f"Thought {n}", state="draft", author=world.viewer)
    return world


def long_names() -> World:
    """Everything that has a name has a very long one."""
    world = World()
    desk = world.desk
    long_person = desk.meet("featherstonehaugh", LONG_NAME)
    world.team = desk.storage.directory.team(
        desk.workspace, LONG_NAME, lead=world.viewer, members=(world.viewer, long_person), channel="c-general"
    )
    world.team_name = LONG_NAME
    world.add(LONG, LONG, UNBROKEN)
    world.add(UNBROKEN, UNBROKEN)
    desk.check_in(1, "40", days_ago=5, note=LONG * 5, by=world.viewer)
    desk.check_in(3, "5", days_ago=2, note=UNBROKEN * 5, by=world.viewer)
    return world


def chinese() -> World:
    """Everything is Chinese, and so is who reads it."""
    world = World("zh")
    desk = world.desk
    world.team = desk.storage.directory.team(
        desk.workspace, "增长", lead=world.viewer, members=(world.viewer,), channel="c-general"
    )
    world.team_name = "增长"
    for n, title in enumerate(("让新客户更快上手", "让每次交付都准时", "让客户愿意推荐我们"), 1):
        world.add(title, "激活率", "准时率")
        desk.check_in(2 * n, str(20 * n), days_ago=7 * n, note="新流程已经上线", by=world.viewer)
    desk.objective("还在想的事", state="draft", author=world.viewer)
    desk.now += timedelta(hours=1)
    return world


CONDITIONS: Final[dict[str, Callable[[], World]]] = {
    "nothing": nothing,
    "nothing, in Chinese": nothing_in_chinese,
    "one": one,
    "hundreds": hundreds,
    "long names": long_names,
    "Chinese": chinese,
}
