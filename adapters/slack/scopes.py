"""What the app may do in Slack, and why it asks for it. The manifest, the installation page and the README say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

BOT_SCOPES: Final[Mapping[str, str]] = {
    "app_mentions:read": "hears you where you mention it in a channel",
    "channels:read": "knows the names of the public channels it was invited to, to offer them for a summary",
    "chat:write": "answers, asks, and posts summaries where it was invited",
    "commands": "/okr, and the shortcuts",
    "groups:read": "the same of private channels it was invited to, offered to those alone who are in them",
    "im:history": "reads what you write to it directly; finds a message again whose sending broke off",
    "im:write": "writes to you first: the weekly question",
    "links:read": "sees its own links when they are posted",
    "links:write": "shows what such a link leads to",
    "reactions:read": "takes a reaction as a quick answer",
    "users:read": "your name, language, time zone, and whether you are away",
}

OPTIONAL_SCOPES: Final[Mapping[str, str]] = {
    "users:read.email": "only where your admin joins people who are on Teams as well: a confirmed e-mail, of which a mark is kept",
}
"""What it may be denied; everything but what the reason names works without."""
