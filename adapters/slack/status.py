"""What somebody's status in Slack says: away until when, or here. Whether that counts is their own choice, in the core."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_SIGNS: Final = frozenset(
    {"palm_tree", "face_with_thermometer", "desert_island", "beach_with_umbrella", "mask", "baby"}
)
"""Slack's own suggestions for a vacation and for being ill, and what people commonly put there for these."""

_WORDS: Final = re.compile(
    r"\b(?:vacation(?:ing)?|on holidays?|annual leave|on leave|parental leave|out of (?:the )?office|ooo|out sick|sick leave|"
    r"away until)\b|休假|年假|病假|产假|请假|度假|不在办公室",
    re.IGNORECASE,
)
_NO_END: Final = timedelta(days=60)
"""How long a status without an end is taken to last. When it goes, being away goes with it."""


@dataclass(frozen=True, slots=True)
class Away:
    """Away up to and including that local day."""

    until: date


def away(user: Mapping[str, Any], now: datetime) -> Away | None:
    """What the status of a user object says; None for here. ``now`` is aware."""
    profile = user.get("profile") or {}
    sign = str(profile.get("status_emoji") or "").strip(":")
    if sign not in _SIGNS and not _WORDS.search(str(profile.get("status_text") or "")):
        return None
    ends = profile.get("status_expiration") or 0
    if not isinstance(ends, int) or ends <= 0:
        return Away((now + _NO_END).astimezone(_zone(user)).date())
    last = datetime.fromtimestamp(ends, UTC) - timedelta(seconds=1)
    return Away(last.astimezone(_zone(user)).date()) if last >= now else None


def _zone(user: Mapping[str, Any]) -> ZoneInfo:
    try:
        return ZoneInfo(str(user.get("tz") or "UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
