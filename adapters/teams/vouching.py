"""For which e-mail Teams vouches: what the roster says of a member of the organisation itself.

Nothing that came with a message counts, and nothing of a guest's: theirs is an address of elsewhere, and their name in the directory says so
(``ada_harbour.example#EXT#@dock.onmicrosoft.com``). Whatever the roster leaves out is a no.
"""

from __future__ import annotations

from adapters.teams.wire import Member


def vouched_email(member: Member, tenant: str) -> str:
    """The e-mail that is certainly theirs; empty where none is. It is said to nobody, and not logged."""
    own = member.role.lower() == "user" and member.tenant.lower() == tenant.lower() != ""
    if not own or not member.directory_id or not member.principal or "#ext#" in member.principal.lower():
        return ""
    email = (member.email or member.principal).strip()
    return email if email.count("@") == 1 and "#ext#" not in email.lower() else ""
