"""Somebody as Slack describes them -> what we want to know: name, language, zone, whether they are away, whether they are gone.

Both the ``user_change`` event and `users.info` describe people like this. The locale comes only where it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.chat.events import Event, Left, Origin, ProfileChanged
from bot.okr.model import Language

_AWAY = frozenset(
    {
        "palm_tree",
        "desert_island",
        "beach_with_umbrella",
        "airplane",
        "face_with_thermometer",
        "sneezing_face",
        "hospital",
        "baby",
        "baby_bottle",
    }
)
"""Emoji of a status that says: not at work. Slack's own suggestions for holidays and illness, and what people use for leave."""


def read_profile(user: Mapping[str, Any], origin: Origin) -> Event:
    """What changed with somebody: everything that Slack says of them, as it is now."""
    if user.get("deleted"):
        return Left(origin)
    zone = zone_of(user)
    away = away_until(user, origin.at, zone)
    return ProfileChanged(
        origin,
        name=name_of(user) or None,
        handle=str(user["name"]) if user.get("name") else None,
        language=language_of(user),
        zone=zone,
        away=away,
        here=away is None and not _says_away(user),
    )


def name_of(user: Mapping[str, Any]) -> str:
    """What somebody is called: their full name, else what they chose to be shown as, else the handle."""
    profile = user.get("profile") or {}
    names = (profile.get("real_name"), user.get("real_name"), profile.get("display_name"), user.get("name"))
    return next((str(name).strip() for name in names if name and str(name).strip()), "")


def language_of(user: Mapping[str, Any]) -> Language | None:
    """Of ``zh-CN`` and the like; None where Slack was not asked for it. Whoever reads neither of ours reads English."""
    locale = str(user.get("locale") or "")
    return None if not locale else "zh" if locale.lower().startswith("zh") else "en"


def zone_of(user: Mapping[str, Any]) -> str | None:
    """An IANA name that this machine knows, None where there is none."""
    zone = user.get("tz")
    try:
        return ZoneInfo(str(zone)).key if zone else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def away_until(user: Mapping[str, Any], now: datetime, zone: str | None) -> date | None:
    """The last local day on which their status says that they are away; None where it says no such thing, or not for how long."""
    expires = (user.get("profile") or {}).get("status_expiration")
    if not _says_away(user) or not isinstance(expires, int) or expires <= now.timestamp():
        return None
    # A status that ends at midnight is of the day before.
    return datetime.fromtimestamp(expires - 1, UTC).astimezone(ZoneInfo(zone or "UTC")).date()


def _says_away(user: Mapping[str, Any]) -> bool:
    emoji = str((user.get("profile") or {}).get("status_emoji") or "")
    return emoji.strip(":").partition("::")[0] in _AWAY
