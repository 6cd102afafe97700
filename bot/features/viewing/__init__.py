"""Viewing: what I must do now, lists, one objective or key result, how everything is aligned. Reads only."""

from bot.features.viewing.finding import find, looked, searched, unfolded
from bot.features.viewing.home import has_nothing, home
from bot.features.viewing.listing import list_objectives, list_wish
from bot.features.viewing.my_teams import my_teams
from bot.features.viewing.pressing import pressed
from bot.features.viewing.showing import show
from bot.features.viewing.tree import tree

__all__ = [
    "find",
    "has_nothing",
    "home",
    "list_objectives",
    "list_wish",
    "looked",
    "my_teams",
    "pressed",
    "searched",
    "show",
    "tree",
    "unfolded",
]
