"""The Book: what one person may see of one workspace, read from one snapshot.

Every statement is made once, when the module is loaded, and carries ``:workspace``; whatever can lead to a draft
carries ``:viewer`` too. People, teams and cycles are kept for the life of the Book, which is one turn.
"""

from __future__ import annotations

from storage.book.check_ins import CheckIns
from storage.book.helping import Helping
from storage.book.joining import Joining
from storage.book.objectives import Objectives
from storage.book.people import People
from storage.book.posts import Posts

__all__ = ["SqlBook"]


class SqlBook(People, Objectives, CheckIns, Posts, Helping, Joining):
    """`bot.ports.book.Book` over a connection."""

    __slots__ = ()
