"""What a reaction says: the sign itself or the platform's name of it, in any shade of skin."""

from __future__ import annotations

import re
from typing import Literal

Reaction = Literal["yes", "like", "no"]

_YES = ("👍 ✅ ☑ ✔ 👌", "+1 thumbsup white_check_mark heavy_check_mark ballot_box_with_check ok_hand like yes")
_LIKE = (
    "❤ ♥ 🎉 👏 🙌 🔥 💪 🚀 ⭐ 🌟 😍 💯 🥳 🏆 💚 💙 🧡 💜",
    "heart tada clap raised_hands fire muscle rocket star star2 heart_eyes 100 partying_face trophy applause",
    "green_heart blue_heart purple_heart orange_heart sparkling_heart",
)
_NO = (
    "👎 ❌ ✖ 🚫 ↩",
    "-1 thumbsdown x no_entry_sign negative_squared_cross_mark leftwards_arrow_with_hook no",
)
_MEANS: dict[str, Reaction] = {
    **{sign: "yes" for signs in _YES for sign in signs.split()},
    **{sign: "like" for signs in _LIKE for sign in signs.split()},
    **{sign: "no" for signs in _NO for sign in signs.split()},
}
_SHADE = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]|::?skin-tone-[1-6]:?$|_tone[1-5]$")


def read_reaction(reaction: str) -> Reaction | None:
    """Yes (which is a like as well), a like, no, or nothing that we know."""
    return _MEANS.get(_SHADE.sub("", reaction.strip().strip(":").lower()))
