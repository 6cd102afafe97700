"""What stands beneath a check-in wherever it is shown: who likes it, what was said of it, and the ways to join in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.cards import Button, Element, Quote, Remark, action
from bot.chat.words import Listing, Words, t
from bot.features.lines import who
from bot.okr.model import CheckIn, Comment, Like
from bot.ports.book import Book

NAMED = 3
"""How many of those who like something are named; the others are counted."""
QUOTED = 3
"""How many comments are shown, the newest ones."""


def root_of(entry: CheckIn, book: Book) -> int:
    """The first of the entries that mend one another: likes and comments belong to it."""
    while entry.supersedes is not None and (before := book.check_in(entry.supersedes)) is not None:
        entry = before
    return entry.id


@dataclass(frozen=True, slots=True)
class Echo:
    """What others said of a check-in."""

    root: int
    likes: tuple[Like, ...] = ()
    comments: tuple[Comment, ...] = ()


def echoes(entries: Sequence[CheckIn], book: Book) -> dict[int, Echo]:
    """What others said of these entries, by entry."""
    roots = {one.id: root_of(one, book) for one in entries}
    likes, comments = book.likes(list(roots.values())), book.comments(list(roots.values()))
    return {id: Echo(root, likes.get(root, ()), comments.get(root, ())) for id, root in roots.items()}


def beneath(echo: Echo, book: Book) -> tuple[Element, ...]:
    """Likes in one line, then the newest comments."""
    elements: list[Element] = []
    if echo.likes:
        elements.append(Remark(likes_words(echo.likes, book)))
    if len(echo.comments) > QUOTED:
        elements.append(Remark(t("cheering-more-comments", count=len(echo.comments) - QUOTED)))
    elements += [
        Quote(one.words, t("cheering-comment-by", name=who(book, one.person))) for one in echo.comments[-QUOTED:]
    ]
    return tuple(elements)


def likes_words(likes: Sequence[Like], book: Book) -> Words:
    """ "👍 2: Mia and Tom"."""
    names: tuple[Words, ...] = tuple(who(book, one.person) for one in likes[:NAMED])
    if len(likes) > NAMED:
        names = (*names, t("cheering-others", count=len(likes) - NAMED))
    return t("cheering-likes", count=len(likes), names=Listing(names))


def cheer_buttons(entry: CheckIn, echo: Echo, book: Book) -> tuple[Button, ...]:
    """Like it or no longer, and comment. Nobody is offered to like their own."""
    comment = Button(t("cheering-button-comment"), action("cheer.comment", check_in=echo.root), opens_form=True)
    if entry.person == book.viewer.id:
        return (comment,)
    liked = any(one.person == book.viewer.id for one in echo.likes)
    like = (
        Button(t("cheering-button-unlike"), action("cheer.unlike", check_in=echo.root, key_result=entry.key_result))
        if liked
        else Button(t("cheering-button-like"), action("cheer.like", check_in=echo.root, key_result=entry.key_result))
    )
    return (like, comment)
