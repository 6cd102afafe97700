"""The Book: the records of one workspace as one person may see them, read only, inside the turn's own transaction.

Workspace and viewer are part of the Book itself: no query can forget them. What the viewer may not see is not there.
"""

from __future__ import annotations

from typing import Protocol

from bot.ports.book.check_ins import CheckIns
from bot.ports.book.helping import Helping
from bot.ports.book.joining import Identity, Joining, JoinOffer
from bot.ports.book.objectives import Objectives, Page, Scope
from bot.ports.book.people import Channel, People
from bot.ports.book.posts import Asked, NextPost, Post, Posts

__all__ = ["Asked", "Book", "Channel", "Identity", "JoinOffer", "NextPost", "Page", "Post", "Scope"]


class Book(People, Objectives, CheckIns, Posts, Helping, Joining, Protocol):
    """Read-only. Every answer is as the viewer may see it: other people's drafts are not there."""
