"""Which team people mean: by its name, by the place it is said in, by being in only one."""

from __future__ import annotations

from bot.chat.events import Origin
from bot.okr.model import Team
from bot.ports.book import Book


def team_named(book: Book, words: str) -> Team | None:
    """The team of that name in any letter case, with or without the word for team; None for none or several."""
    folded = bare_name(words)
    named = [team for team in book.teams() if bare_name(team.name) == folded]
    return named[0] if len(named) == 1 else None


def bare_name(words: str) -> str:
    """A name as typed without what people put around it: "the Growth team's" is "growth"."""
    bare = words.strip().lstrip("#@").casefold().strip(" .!?。！？“”\"'")
    bare = bare.removeprefix("the ").removeprefix("team ").removesuffix(" team").removesuffix("'s").removesuffix("’s")
    return bare.removesuffix("的").removesuffix("团队").strip()


def team_here(origin: Origin, book: Book) -> Team | None:
    """The team of the channel it is said in, else the viewer's only one."""
    here = book.team_in(origin.place.id)
    if here is not None:
        return here
    mine = book.teams_of(book.viewer.id)
    return mine[0] if len(mine) == 1 else None
