"""English nouns in the number that a figure asks for."""

from __future__ import annotations

from typing import Final

_ALIKE: Final = ("ss", "us", "is", "news", "series", "species", "sales", "analytics", "people's")
"""Endings in s that are no plural, or one that has no singular."""
_IRREGULAR: Final = {"people": "person", "children": "child", "men": "man", "women": "woman", "analyses": "analysis"}
_IN_IE: Final = ("movies", "cookies", "calories", "selfies", "zombies", "rookies", "ties", "pies", "lies")


def singular(words: str) -> str:
    """A counted thing as it is said of one: "new customers" -> "new customer". Words that are no plain plural stay as they were typed."""
    before, space, noun = words.rpartition(" ")
    low = noun.lower()
    if low in _IRREGULAR:
        one = _IRREGULAR[low]
    elif noun[-2:-1].isupper() and noun.endswith("s"):
        one = noun[:-1]
    elif not low.endswith("s") or low.endswith(_ALIKE) or len(low) < 3:
        return words
    elif low.endswith("ies") and low not in _IN_IE:
        one = noun[:-3] + "y"
    elif low.endswith(("sses", "xes", "ches", "shes", "zzes")):
        one = noun[:-2]
    else:
        one = noun[:-1]
    return before + space + one
