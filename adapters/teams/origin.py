"""From an activity: which organisation, who, where, when, and the key that makes a repeated one known. Teams' ids are taken as they are.

- A person is called by their directory id, which the tab's tokens and other bots know too; where Teams sends none, by Teams' own.
- The bot's own conversation with somebody is called by that person, not by its conversation id: so a search or a tab, which happen
  elsewhere, can still mean it.
- In a channel, what is beneath one message is a thread of its own, and a message that mentions the bot begins one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2s
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from adapters.teams.guards import Activity, tenant_of
from adapters.teams.reference import Reference
from bot.chat.events import Origin, Place
from bot.okr.model import Language

DOOR: Final = "teams"
"""This door's name, as the core stores it."""

APART: Final = timedelta(minutes=10)
"""How far Teams' clock may be from ours: it repeats an activity within seconds, and nobody's words are of last week."""

_THREAD: Final = ";messageid="
_OURS: Final = "a:"
"""A conversation of one person and a bot; two people's own one is "personal" to Teams as well, and begins otherwise."""


@dataclass(frozen=True, slots=True)
class Whence:
    """Who did something, where and when, in Teams' ids. ``message`` is the one that a control stands on."""

    reference: Reference
    user: str
    person: str
    name: str
    place: Place
    at: datetime
    key: str
    thread: str | None = None
    message: str | None = None
    language: Language | None = None
    """None where Teams does not say."""
    zone: str | None = None
    team: str | None = None
    """The team that a channel belongs to."""

    @property
    def tenant(self) -> str:
        """The organisation."""
        return self.reference.tenant

    def origin(self, workspace: str, person: int) -> Origin:
        """The same in our ids."""
        return Origin(workspace, DOOR, self.place, person, self.at, self.key, self.thread)


def whence(activity: Activity, received: datetime) -> Whence | None:
    """Where an activity comes from; None for one that no person did. ``received`` (aware) stands in where Teams tells no time."""
    user, name, person = _who(activity)
    conversation = _dict(activity.get("conversation"))
    where, _, thread = _text(conversation.get("id")).partition(_THREAD)
    if not user or user.startswith("28:") or not where:
        return None
    data = _dict(activity.get("channelData"))
    kind = _kind(activity, conversation, where)
    place_name = _text(_dict(data.get("channel")).get("name")) if kind == "channel" else ""
    place = Place(person if kind == "direct" else where, kind, place_name)
    bot = _dict(activity.get("recipient"))
    language, zone = _locale(activity)
    reply_to = _text(activity.get("replyToId")) or None
    return Whence(
        reference=Reference(
            service_url=_text(activity.get("serviceUrl")),
            tenant=(tenant_of(activity) or "").lower(),
            bot=_text(bot.get("id")),
            conversation=where,
            kind=kind,
            user=user if kind == "direct" else "",
            bot_name=_text(bot.get("name")),
        ),
        user=user,
        person=person,
        name=name,
        place=place,
        at=_moment(activity.get("timestamp"), received),
        key=_key(activity, where),
        thread=(thread or None) if kind == "channel" else None,
        message=reply_to,
        language=language,
        zone=zone,
        team=_text(_dict(data.get("team")).get("id")) or None,
    )


def _who(activity: Activity) -> tuple[str, str, str]:
    """Teams' id, the name, and what we call the person by."""
    sender = _dict(activity.get("from"))
    user = _text(sender.get("id"))
    return user, _text(sender.get("name")), _text(sender.get("aadObjectId")).lower() or user


def _kind(activity: Activity, conversation: Mapping[str, Any], where: str) -> Literal["direct", "group", "channel"]:
    match conversation.get("conversationType"):
        case "channel":
            return "channel"
        case "groupChat":
            return "group"
        case _:
            name = _text(activity.get("name"))
            elsewhere = name.startswith("composeExtension/") and not where.startswith(_OURS)
            return "group" if conversation.get("isGroup") is True or elsewhere else "direct"


def _key(activity: Activity, where: str) -> str:
    """Ids are unique to a conversation alone. The same message changed twice is two events, by their time."""
    kind = _text(activity.get("type"))
    id = _text(activity.get("id"))
    parts = [where, id]
    if kind in ("messageUpdate", "messageDelete", "messageReaction") or not id:
        parts += [_text(activity.get("timestamp")), _text(activity.get("replyToId"))]
        parts += [
            json.dumps(activity.get(name), sort_keys=True) for name in ("reactionsAdded", "reactionsRemoved", "value")
        ]
    mark = blake2s("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return f"{kind}:{mark}"


def _locale(activity: Activity) -> tuple[Language | None, str | None]:
    """The language and the zone of whose activity it is, as far as it says."""
    entities = activity.get("entities")
    listed = entities if isinstance(entities, list) else []
    client = next((one for one in listed if isinstance(one, Mapping) and one.get("type") == "clientInfo"), {})
    locale = _text(client.get("locale")) or _text(activity.get("locale"))
    zone = _text(activity.get("localTimezone")) or _text(client.get("timezone"))
    return language_of(locale), zone if is_zone(zone) else None


def language_of(locale: str) -> Language | None:
    """The language of "zh-CN", "en-GB" and the like; None where nothing is said."""
    return None if not locale else "zh" if locale.lower().startswith("zh") else "en"


def is_zone(name: str) -> bool:
    """Whether that is a time zone's name."""
    if not name:
        return False
    try:
        ZoneInfo(name)
    except (ValueError, OSError):
        return False
    return True


def _moment(written: object, received: datetime) -> datetime:
    """When it was done, by Teams' clock; by ours where Teams tells none, or one that is far from ours."""
    try:
        at = datetime.fromisoformat(str(written))
    except ValueError:
        return received
    near = at.tzinfo is not None and abs(at - received) <= APART
    return at.astimezone(UTC) if near else received


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
