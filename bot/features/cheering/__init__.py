"""Likes and comments on check-ins, by button, by reaction, by a reply in the thread; and the one notice of them."""

from bot.features.cheering.beneath import beneath, cheer_buttons, echoes
from bot.features.cheering.notice import notify
from bot.features.cheering.saying import pressed, reacted, replied, replied_to_own, submitted

__all__ = [
    "beneath",
    "cheer_buttons",
    "echoes",
    "notify",
    "pressed",
    "reacted",
    "replied",
    "replied_to_own",
    "submitted",
]
