"""Who brings the bot in, and what a platform tells of people."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.events import Installed, ProfileChanged
from bot.features import organising
from bot.features.lines import today_of
from bot.features.outcome import Outcome
from bot.features.rhythms import plan_of
from bot.okr.asking import back_at
from bot.ports.book import Book
from bot.ports.changes import Change, MarkGreeted, PutAdmin, PutPerson, PutSettings


def installed(event: Installed, book: Book) -> Outcome:
    """Who brings the bot in is its first admin, and sets it up in a minute or later; who brings it in again finds it as it was."""
    origin, viewer = event.origin, book.viewer
    admins = book.admins()
    first = () if admins else (PutAdmin(viewer.id, True, viewer.id, origin.at),)
    outcome = organising.first_minute(event, book, again=bool(admins))
    return replace(outcome, changes=(*first, MarkGreeted(viewer.id)))


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
        following = plan_of(viewer.id, book, after, zone).next_moment(at)
        changes.append(PutSettings(viewer.id, after, following, back_at(after, zone, at)))
    return Outcome((), changes=tuple(changes))
