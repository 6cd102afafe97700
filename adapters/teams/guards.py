"""What must hold before botbuilder looks at a request. It fails open in many ways; each of them is shut here.

Nothing in here trusts the token: it is only looked at. What passes is verified afterwards; what does not never gets there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Final, Literal
from urllib.parse import urlsplit

import jwt

CHANNEL: Final = "msteams"
ISSUER: Final = "https://api.botframework.com"
"""Who signs what the channel sends. The emulator's and skills' issuers are other ones, and none of them is taken."""

SERVICE_HOSTS: Final = frozenset({"smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"})
"""Where Teams is reached: the public cloud and the one for US authorities that shares its log-in. Our token goes nowhere else."""

LONGEST_TOKEN: Final = 16_384

Activity = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A request that is not taken, with the HTTP status it gets. ``why`` is for the log."""

    status: Literal[401, 403]
    why: str


def look_at_token(header: str | None, app_id: str) -> TurnedAway | None:
    """What is wrong with an Authorization header that can be seen without any key."""
    scheme, _, token = (header or "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        return TurnedAway(401, "no token")
    if len(token) > LONGEST_TOKEN:
        return TurnedAway(401, "longer than a token")
    try:
        head = jwt.get_unverified_header(token)
        claims = jwt.decode(token, options={"verify_signature": False})
    except (jwt.PyJWTError, ValueError, RecursionError):
        return TurnedAway(401, "no token that can be read")
    if head.get("alg") != "RS256" or not isinstance(head.get("kid"), str):
        return TurnedAway(401, "not signed with RS256 and a named key")
    if claims.get("iss") != ISSUER:
        return TurnedAway(401, "another issuer")
    if claims.get("aud") != app_id:
        return TurnedAway(401, "for another app")
    if isinstance(claims.get("exp"), bool) or not isinstance(claims.get("exp"), int | float):
        return TurnedAway(401, "without an end")
    return None


def look_at_activity(activity: Activity, header: str | None, hosts: Collection[str]) -> TurnedAway | None:
    """What is wrong with where an activity says it comes from; ``header`` passed `look_at_token`."""
    if activity.get("channelId") != CHANNEL:
        return TurnedAway(401, "another channel")
    service_url = activity.get("serviceUrl")
    if not isinstance(service_url, str) or not service_url:
        return TurnedAway(401, "no service URL")
    if not is_service(service_url, hosts):
        return TurnedAway(403, "an unknown service URL")
    token = (header or "").partition(" ")[2]
    claimed = jwt.decode(token, options={"verify_signature": False}).get("serviceurl")
    if not isinstance(claimed, str) or claimed.rstrip("/").lower() != service_url.rstrip("/").lower():
        return TurnedAway(401, "the token is for another service URL")
    return None


def key_id_of(header: str | None) -> str:
    """The id of the key that a token says it is signed with; ``header`` passed `look_at_token`."""
    return str(jwt.get_unverified_header((header or "").partition(" ")[2])["kid"])


def look_at_tenant(activity: Activity, tenants: Collection[str]) -> TurnedAway | None:
    """Whether the activity's organisation may use this bot."""
    tenant = tenant_of(activity)
    if tenant is None or tenant.lower() not in tenants:
        return TurnedAway(403, "an organisation that is not on the list")
    return None


def tenant_of(activity: Activity) -> str | None:
    """The organisation that an activity comes from. Teams says it in its channel data, and leaves the conversation's own empty."""
    data = activity.get("channelData")
    tenant = data.get("tenant") if isinstance(data, Mapping) else None
    found = tenant.get("id") if isinstance(tenant, Mapping) else None
    return found if isinstance(found, str) and found else None


def is_service(url: str, hosts: Collection[str]) -> bool:
    """Whether that is an https address of one of these hosts, and of nothing beside it."""
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and parts.netloc.lower() in hosts and not parts.query and not parts.fragment
    except ValueError:
        return False


def is_here(url: str) -> bool:
    """Whether that is an address of this very machine, as Microsoft's own playground has one."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
