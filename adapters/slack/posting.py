"""Posting a message once: what came of it is a value, and one that may have arrived is looked for and not repeated.

Every post carries a mark of its own in its metadata, by which it is found again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, Literal

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.render_chart import has_charts, without_charts
from adapters.slack.troubles import in_words
from adapters.slack.web import Answered, Refusal, Unclear, asked
from bot.ports.door import Ambiguous, Refused, RetryAfter, SendResult, Sent

EVENT_TYPE: Final = "measured"
LOOK_BACK: Final = 40
"""Messages among which one that may have arrived is looked for."""

Json = dict[str, Any]
Look = Literal["no", "first", "where allowed"]
"""Whether something is looked for before it is posted: not; in any case, and not posted where that cannot be done; or where
the app may read along, as it may with every person, but in no channel."""


async def post(
    client: AsyncWebClient,
    channel: str,
    drawn: Mapping[str, Any],
    mark: str,
    *,
    thread: str | None = None,
    look: Look = "no",
) -> SendResult:
    """Post ``drawn`` into a conversation, or to a person by their id."""
    if look != "no":
        there = await find(client, channel, mark, thread=thread)
        if there is not None and not (look == "where allowed" and isinstance(there, Ambiguous)):
            return there
    posted = await as_slack_takes_it(
        drawn,
        lambda blocks: client.chat_postMessage(
            channel=channel,
            thread_ts=thread,
            text=drawn["text"],
            blocks=blocks,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"mark": mark}},
            unfurl_links=False,
            unfurl_media=False,
        ),
    )
    if isinstance(posted, Refusal):
        return refused(posted)
    if isinstance(posted, Unclear):
        return Ambiguous(posted.why) if posted.reached else RetryAfter(5.0)
    return Sent(str(posted["ts"]))


async def redraw(client: AsyncWebClient, channel: str, message: str, drawn: Mapping[str, Any]) -> SendResult:
    """Draw a message of ours anew. Doing it twice is as good as once."""
    changed = await as_slack_takes_it(
        drawn, lambda blocks: client.chat_update(channel=channel, ts=message, text=drawn["text"], blocks=blocks)
    )
    if isinstance(changed, Refusal):
        return refused(changed)
    return RetryAfter(5.0) if isinstance(changed, Unclear) else Sent(message)


async def as_slack_takes_it(drawn: Mapping[str, Any], call: Callable[[list[Json]], Awaitable[Any]]) -> Answered:
    """Call with the blocks; with charts in characters where Slack refused its own. A message that was refused is not there."""
    answered = await asked(call(drawn["blocks"]))
    if isinstance(answered, Refusal) and answered.word == "invalid_blocks" and has_charts(drawn["blocks"]):
        return await asked(call(without_charts(drawn["blocks"])))
    return answered


async def find(
    client: AsyncWebClient, channel: str, mark: str, *, thread: str | None = None
) -> Sent | RetryAfter | Ambiguous | None:
    """The message with that mark among the newest of a conversation; None where it is certainly not there."""
    place = await conversation(client, channel)
    if not isinstance(place, str):
        return place
    if thread is None:
        call = client.conversations_history(channel=place, limit=LOOK_BACK, include_all_metadata=True)
    else:
        call = client.conversations_replies(channel=place, ts=thread, limit=LOOK_BACK, include_all_metadata=True)
    found = await asked(call)
    if isinstance(found, Refusal):
        cannot = f"cannot look whether it is there: {found.word}"
        return RetryAfter(found.again_in) if found.again_in else Ambiguous(cannot)
    if isinstance(found, Unclear):
        return RetryAfter(5.0)
    for message in found.get("messages") or ():
        if ((message.get("metadata") or {}).get("event_payload") or {}).get("mark") == mark:
            return Sent(str(message["ts"]))
    return None


async def conversation(client: AsyncWebClient, channel: str) -> str | RetryAfter | Ambiguous:
    """Slack's id of a conversation; of the one with a person where ``channel`` is a person's id."""
    if not channel.startswith(("U", "W")):
        return channel
    opened = await asked(client.conversations_open(users=channel))
    if isinstance(opened, Refusal):
        return RetryAfter(opened.again_in) if opened.again_in else Ambiguous(opened.word)
    if isinstance(opened, Unclear):
        return RetryAfter(5.0)
    return str(opened["channel"]["id"])


def refused(refusal: Refusal) -> Refused | RetryAfter:
    """What Slack refused, as the courier knows it."""
    if refusal.again_in:
        return RetryAfter(refusal.again_in)
    return Refused(in_words(refusal))
