"""For which e-mail Slack vouches: what `users.info` says with the scope users:read.email, and of whom.

Slack gives an address for people whose workspace it knows little of as well. Only a full member's own one counts, which they have confirmed
(`is_email_confirmed`; https://docs.slack.dev/reference/objects/user-object): no guest's (`is_restricted`, `is_ultra_restricted`), no
stranger's of a shared channel (`is_stranger`, another `team_id`), nobody's who was only invited or is deactivated, and no bot's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from adapters.slack.installed import Installed

_NOT_A_MEMBER: Final = (
    "deleted",
    "is_bot",
    "is_stranger",
    "is_restricted",
    "is_ultra_restricted",
    "is_invited_user",
    "is_workflow_bot",
)


def vouched_email(user: Mapping[str, Any], installed: Installed) -> str:
    """The e-mail that is certainly theirs; empty where none is. It is said to nobody, and not logged."""
    if user.get("is_email_confirmed") is not True or any(user.get(one) for one in _NOT_A_MEMBER):
        return ""
    ours = {installed.external, installed.enterprise} - {None}
    of = {user.get("team_id"), (user.get("enterprise_user") or {}).get("enterprise_id")} - {None}
    email = (user.get("profile") or {}).get("email")
    return email.strip() if of & ours and isinstance(email, str) and email.count("@") == 1 else ""
