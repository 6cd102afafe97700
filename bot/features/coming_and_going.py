"""Coming and going: who brings the bot in, what a platform tells of people, who leaves."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.events import Installed, ProfileChanged
from bot.features import helping
from bot.features.lines import today_of
from bot.features.outcome import Outcome
from bot.features.rhythms import plan_of
from bot.ports.book import Book
from bot.ports.changes import Change, MarkGreeted, MarkLeft, PutAdmin, PutPerson, PutSettings


def installed(event: Installed, book: Book) -> Outcome:
    """Who brings the bot in is its first admin."""
    origin, viewer = event.origin, book.viewer
    first = () if book.admins() else (PutAdmin(viewer.id, True, viewer.id, origin.at),)
    welcome = helping.welcome(event, book)
    return replace(welcome, changes=(*first, MarkGreeted(viewer.id)))


def profile_changed(event: ProfileChanged, book: Book) -> Outcome:
    """Name, language and zone are followed, but for what the person chose; a status "away" where they let it be followed."""
    viewer, at = book.viewer, event.origin.at
    changes: list[Change] = []
    if any((event.name, event.handle, event.language, event.zone)):
        changes.append(PutPerson(viewer.id, at, event.name, event.handle, event.language, event.zone))
    settings = book.settings(viewer.id)
    after = settings
    today = today_of(event.origin, book)
    if event.away is not None and settings.follows_status and event.away >= today:
        own = settings.away_to is not None and settings.away_to >= today and not settings.away_by_status
        if not own:
            after = replace(settings, away_from=today, away_to=event.away, away_by_status=True)
    elif event.here and settings.away_by_status:
        after = replace(settings, away_from=None, away_to=None, away_by_status=False)
    if after != settings:
        zone = after.zone or event.zone or viewer.zone
        changes.append(PutSettings(viewer.id, after, plan_of(viewer.id, book, after, zone).next_moment(at)))
    return Outcome((), changes=tuple(changes))


def left(book: Book) -> Outcome:
    """Nobody asks who has left."""
    return Outcome((), changes=(MarkLeft(book.viewer.id),)) if book.viewer.active else Outcome(())
