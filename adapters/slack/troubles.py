"""What Slack's refusals mean and what to do about them, for the admin who reads the log or ``doctor``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from adapters.slack.web import Refusal

_INVITE: Final = "Invite the app there: type /invite and its name in that channel."
_REINSTALL: Final = 'Install the app again: README, "Slack in five minutes".'

WORDS: Final[Mapping[str, str]] = {
    "not_in_channel": f"the app is not in that channel. {_INVITE}",
    "channel_not_found": f"there is no such channel, or it is private and the app is not in it. {_INVITE}",
    "is_archived": "that channel is archived. Choose another one for the team, or unarchive it.",
    "restricted_action": "posting in that channel is restricted to some people. Allow the app in the channel's settings.",
    "restricted_action_read_only_channel": "that channel is read-only. Choose another one for the team.",
    "restricted_action_thread_only_channel": "that channel takes answers in threads only. Choose another one.",
    "messages_tab_disabled": "the app's Messages tab is off. Turn it on under App Home on Slack's app page.",
    "user_disabled": "that person was deactivated in Slack.",
    "user_not_found": "Slack knows no such person any more.",
    "cannot_dm_bot": "that person is a bot.",
    "invalid_auth": f"Slack does not know the token. {_REINSTALL}",
    "not_authed": f"there is no token. {_REINSTALL}",
    "account_inactive": f"the app was removed from the workspace. {_REINSTALL}",
    "token_revoked": f"the token was taken back. {_REINSTALL}",
    "token_expired": f"the token has run out. {_REINSTALL}",
    "team_access_not_granted": "the organisation has not given the app access to that workspace. Its admin can.",
    "ekm_access_denied": "the organisation's admins have suspended posting.",
}


def in_words(refusal: Refusal) -> str:
    """Why, and what an admin can do about it. Slack's own word stands in front, for looking it up."""
    if refusal.word == "missing_scope":
        needed = refusal.needed or "a scope"
        return f"missing_scope: the app may not do that; it needs {needed}. Add it and install the app again."
    words = WORDS.get(refusal.word)
    return f"{refusal.word}: {words}" if words else refusal.word
