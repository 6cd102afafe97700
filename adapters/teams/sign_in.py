"""Who looks at the tab: the token that Teams gets for a page of ours, verified here.

It is an access token of the organisation's own directory for this app (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference):
signed with the directory's keys, for this app, from an organisation on the list, on behalf of a person who let the app know who they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import jwt

from adapters.teams.guards import LONGEST_TOKEN, TurnedAway
from adapters.teams.keys import Keys
from adapters.teams.registration import Registration

SCOPE: Final = "access_as_user"
_LEEWAY: Final = 60
"""Seconds by which two clocks may differ."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Somebody who is signed in, by their directory ids."""

    tenant: str
    person: str
    name: str


class SignIns:
    """Verifies tokens. For one event loop."""

    def __init__(self, registration: Registration, public_url: str) -> None:
        self._registration = registration
        app_id = registration.app_id or ""
        self._audiences = [app_id, f"api://{urlsplit(public_url).netloc}/botid-{app_id}"]
        self._keys = {tenant: Keys(registration.directory_url.format(tenant=tenant)) for tenant in registration.tenants}

    async def verify(self, header: str | None) -> Signed | TurnedAway:
        """Who that is. Whatever fails, fails closed."""
        scheme, _, token = (header or "").partition(" ")
        if self._registration.app_id is None or scheme.lower() != "bearer" or not 0 < len(token) <= LONGEST_TOKEN:
            return TurnedAway(401, "no token")
        try:
            key_id = jwt.get_unverified_header(token).get("kid")
            tenant = str(jwt.decode(token, options={"verify_signature": False}).get("tid") or "").lower()
        except (jwt.PyJWTError, ValueError, RecursionError):
            return TurnedAway(401, "no token that can be read")
        keys = self._keys.get(tenant)
        if keys is None:
            return TurnedAway(403, "an organisation that is not on the list")
        key = await keys.get(str(key_id))
        if key is None:
            return TurnedAway(401, "signed with a key that is unknown")
        try:
            claims = jwt.decode(
                token,
                key.public_key,
                algorithms=["RS256"],
                audience=self._audiences,
                issuer=[f"https://login.microsoftonline.com/{tenant}/v2.0", f"https://sts.windows.net/{tenant}/"],
                leeway=_LEEWAY,
                options={"require": ["exp", "nbf", "iss", "aud", "oid", "tid"]},
            )
        except jwt.PyJWTError as error:
            return TurnedAway(401, f"not verified: {type(error).__name__}")
        if SCOPE not in str(claims.get("scp") or "").split():
            return TurnedAway(403, "not on behalf of a person")
        return Signed(tenant, str(claims["oid"]).lower(), str(claims.get("name") or ""))
