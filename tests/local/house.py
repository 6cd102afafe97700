"""The local chat on real storage and the real core, with a clock that stands still until it is moved."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from adapters.courier import Courier
from adapters.local.app import open_platform, settle
from adapters.local.drawn import DrawnAction
from adapters.local.exchange import Exchange
from adapters.local.posts import Post
from bot.turns import Turns
from storage import Storage, memory_storage

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class HandClock:
    """Stands still."""

    present: datetime = MONDAY

    def now(self) -> datetime:
        """Where it stands."""
        return self.present


class House:
    """Everything but the page. Closed and opened again on the same folder and storage, it is a restart."""

    def __init__(self, folder: Path, storage: Storage | None = None) -> None:
        self.folder = folder
        self.storage = storage or memory_storage()
        self.clock = HandClock()
        self.platform = open_platform(folder)
        self.door = settle(self.platform, self.storage.directory, self.storage.units, self.clock)
        self.turns = Turns(self.storage.units)
        self.courier = Courier(self.storage.ledger, {"local": self.door}, self.clock)
        self.exchange = Exchange(self.turns, self.storage.directory, self.door, self.clock, self.drain)

    def drain(self) -> None:
        """Whatever is due happens."""
        self.turns.tick(self.clock.now())
        self.courier.drain_all(self.clock.now())

    def restarted(self) -> House:
        """The same house after a restart."""
        self.platform.close()
        house = House(self.folder, self.storage)
        house.clock.present = self.clock.present
        return house

    def sees(self, person: str, place: str | None = None) -> tuple[Post, ...]:
        """What that person sees, by default in the chat with the bot."""
        return self.platform.posts(person, place or f"direct:{person}", limit=1000)

    def text(self, person: str, place: str | None = None) -> str:
        """The same as one text, to look for words in."""
        return "\n".join(str(post.body) for post in self.sees(person, place))

    def say(self, person: str, text: str, place: str | None = None) -> tuple[int, ...]:
        """That person writes, and is answered."""
        return self.exchange.take(self.exchange.typed(person, place or f"direct:{person}", text))

    def press(self, person: str, label: str) -> tuple[int, ...]:
        """That person presses the newest button with that label in the chat with the bot."""
        for post in reversed(self.sees(person)):
            with suppress(KeyError):
                action = self.button(post, label)
                return self.exchange.take(self.exchange.clicked(person, f"direct:{person}", post.id, action))
        raise AssertionError(f"{person} sees no {label}")

    def button(self, post: Post, label: str) -> DrawnAction:
        """What the button with that label on that message does.

        Raises:
            KeyError: there is none.
        """
        elements = post.body["card"]["elements"] if post.body["kind"] == "card" else []
        buttons = [button for element in elements if element["kind"] == "buttons" for button in element["buttons"]]
        return {button["label"]: button["action"] for button in buttons}[label]
