"""What ``doctor`` finds out about Teams: whether Microsoft knows the bot, and whether its keys can be had."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from adapters.teams.edge import PATH
from adapters.teams.keys import KeysUnreachable, fetch
from adapters.teams.registration import Registration, TokenRefused, Tokens

Finding = tuple[Literal["good", "hint", "wrong"], str, str]
"""Verdict, what was found, and what to do about it."""


def examine(registration: Registration, public_url: str) -> Iterator[Finding]:
    """Ask Microsoft. Blocks for half a minute at most; nothing is kept."""
    if registration.app_id is None:
        yield (
            "hint",
            "Microsoft Teams: on, and nothing is verified.",
            "Good for Microsoft's playground, and for nothing else.",
        )
        return
    try:
        Tokens(registration).get()
    except TokenRefused as refused:
        yield "wrong", f"Microsoft Teams: Microsoft gives no token: {refused}", _mend(str(refused), registration)
    else:
        yield "good", f"Microsoft Teams: Microsoft knows the bot {registration.app_id}.", ""
    try:
        fetch(registration.keys_url)
    except KeysUnreachable as unreachable:
        yield (
            "wrong",
            f"Microsoft Teams: the keys of its messages cannot be had ({unreachable}).",
            f"Let this machine reach {registration.keys_url}; without them nobody is let in.",
        )
    yield "hint", "Microsoft Teams: Azure's page of the bot must have this messaging endpoint:", f"{public_url}{PATH}"


def _mend(refused: str, registration: Registration) -> str:
    """What to do about what Microsoft calls the trouble (https://learn.microsoft.com/entra/identity-platform/reference-error-codes)."""
    if "AADSTS7000215" in refused:
        return "MEASURED_TEAMS_APP_PASSWORD is not a secret of this app: take the secret's value, not its id."
    if "AADSTS7000222" in refused:
        return "The client secret has run out: make a new one for MEASURED_TEAMS_APP_PASSWORD."
    if "AADSTS700016" in refused and registration.single:
        return "The app is not in that organisation: look at MEASURED_TEAMS_APP_ID and MEASURED_TEAMS_TENANTS."
    if "AADSTS90002" in refused:
        return "There is no such organisation: look at MEASURED_TEAMS_TENANTS."
    return "Let this machine reach login.microsoftonline.com, and look at the three settings that begin with MEASURED_TEAMS_."
