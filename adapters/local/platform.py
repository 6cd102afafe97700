"""The local platform: what Slack's servers would keep. Who sees which message, and what was sent and not answered yet.

It is a file of its own beside the core's records, since a platform's memory is not the core's. Every write is one
transaction and keyed, so that the process may die between any two and do them again.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from adapters.local.drawn import DrawnCard, DrawnForm
from adapters.local.payloads import Payload, payload_from_json, payload_to_json
from adapters.local.places import direct
from adapters.local.posts import Body, FormBody, Gone, Post, Text, body_from_json, body_to_json

_SCHEMA = """
CREATE TABLE IF NOT EXISTS post (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, place TEXT NOT NULL, author TEXT, only_for TEXT,
    at TEXT NOT NULL, body TEXT NOT NULL, changed INTEGER NOT NULL, thread INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS post_by_change ON post (place, changed);
CREATE TABLE IF NOT EXISTS inbox (
    key TEXT PRIMARY KEY, payload TEXT NOT NULL, answered INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX IF NOT EXISTS inbox_waiting ON inbox (answered) WHERE answered = 0;
CREATE TABLE IF NOT EXISTS seen (person TEXT, place TEXT, upto INTEGER NOT NULL, PRIMARY KEY (person, place)) STRICT;
CREATE TABLE IF NOT EXISTS sign (
    post INTEGER, sign TEXT, person TEXT, PRIMARY KEY (post, sign, person)
) STRICT;
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""

_COLUMNS = """
SELECT id, place, author, only_for, at, body, changed, thread,
(SELECT json_group_array(json_array(sign, person)) FROM sign WHERE sign.post = post.id) FROM post
"""

_POSTS = f"""{_COLUMNS}
WHERE place = :place AND changed > :after AND (:before IS NULL OR id < :before)
AND (only_for IS NULL OR only_for = :person)
ORDER BY id DESC LIMIT :limit
"""

_POST = f"{_COLUMNS} WHERE id = :post AND (only_for IS NULL OR only_for = :person)"

_UNREAD = """
SELECT post.place, count(*) FROM post LEFT JOIN seen ON seen.place = post.place AND seen.person = :person
WHERE post.id > coalesce(seen.upto, 0) AND author IS NOT :person AND (only_for IS NULL OR only_for = :person)
AND thread IS NULL
GROUP BY post.place
"""


class Platform:
    """The memory of the local chat in one SQLite file. Safe for many threads."""

    def __init__(self, file: Path) -> None:
        """Open the file, or make it; ``file``'s folder must exist. What was answered leaves the inbox here."""
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        # Whoever drops a platform without closing it leaves no connection open: Python 3.13 warns of one.
        weakref.finalize(self, self._connection.close)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.executescript(_SCHEMA)
        if not any(column[1] == "thread" for column in self._connection.execute("PRAGMA table_info (post)")):
            self._connection.execute("ALTER TABLE post ADD COLUMN thread INTEGER")
        self._connection.execute("DELETE FROM inbox WHERE answered = 1")
        self._sightings = 0
        self._changed = int(self._one("SELECT coalesce(max(changed), 0) FROM post", ())[0])

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    @property
    def changed(self) -> int:
        """Rises with every change of a message; a page compares it with what it drew last."""
        return self._changed

    @property
    def stirs(self) -> int:
        """Rises with everything that a page may have to show: a changed message, or one that was seen."""
        return self._changed + self._sightings

    # --- messages -------------------------------------------------------------------------------------------

    def put(
        self,
        key: str,
        place: str,
        body: Body,
        at: datetime,
        *,
        author: str | None = None,
        only_for: str | None = None,
        thread: int | None = None,
    ) -> int:
        """Put a message into a place, or into the thread beneath another, and give its id. A second one with the same
        key is the first one.
        """
        with self._writing() as changed:
            self._connection.execute(
                "INSERT INTO post (key, place, author, only_for, at, body, changed, thread)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
                (key, place, author, only_for, at.isoformat(), body_to_json(body), changed, thread),
            )
            return int(self._one("SELECT id FROM post WHERE key = ?", (key,))[0])

    def revise(self, post: int, card: DrawnCard, *, place: str, person: str | None = None) -> bool:
        """Draw another card in the stead of the one there. False where that person (None: everybody) sees no card there."""
        with self._writing() as changed:
            found = self._find(post, person)
            if found is None or found.place != place or found.body["kind"] != "card":
                return False
            self._write(post, {"kind": "card", "card": card}, changed)
            return True

    def rewrite(self, post: int, text: str, *, person: str) -> bool:
        """Let a message say something else. False where it is no message of that person's."""
        return self._change_own(post, person, Text(kind="text", text=text, edited=True))

    def erase(self, post: int, *, person: str) -> bool:
        """Delete a message, likewise."""
        return self._change_own(post, person, Gone(kind="gone"))

    def sign(self, post: int, sign: str, *, person: str, added: bool) -> bool:
        """Put a sign on a message, or take it back. False where that person does not see it."""
        with self._writing() as changed:
            found = self._find(post, person)
            if found is None:
                return False
            change = (
                "INSERT INTO sign (post, sign, person) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
                if added
                else "DELETE FROM sign WHERE post = ? AND sign = ? AND person = ?"
            )
            self._connection.execute(change, (post, sign, person))
            self._write(post, found.body, changed)
            return True

    def post(self, post: int, person: str) -> Post | None:
        """That message, where that person sees it."""
        with self._lock:
            return self._find(post, person)

    def number_of(self, key: str) -> str | None:
        """The id of the message that was put there with that key, as text; None where there is none."""
        with self._lock:
            row = self._connection.execute("SELECT id FROM post WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def posts(
        self, person: str, place: str, *, after: int = 0, before: int | None = None, limit: int = 60
    ) -> tuple[Post, ...]:
        """What that person sees in that place, oldest first: the newest ``limit`` that changed after ``after`` and are
        older than ``before``.
        """
        with self._lock:
            rows = self._connection.execute(
                _POSTS,
                {"place": place, "after": after, "before": before, "person": person, "limit": limit},
            ).fetchall()
        return tuple(_post(row) for row in reversed(rows))

    # --- forms ----------------------------------------------------------------------------------------------

    def ask_again(self, post: int, form: DrawnForm, person: str) -> bool:
        """The form stays open, with what is wrong in it. False where there is no such form."""
        return self._change_form(post, person, lambda _: FormBody(kind="form", form=form, waiting=True))

    def close_form(self, post: int, person: str) -> None:
        """The form was sent or cancelled; it is seen no more."""
        self._change_form(post, person, lambda body: FormBody(kind="form", form=body["form"], waiting=False))

    # --- what was sent to the bot ---------------------------------------------------------------------------

    def receive(self, payload: Payload) -> None:
        """Keep what a person did, before anything is done about it."""
        with self._lock:
            self._connection.execute(
                "INSERT INTO inbox (key, payload) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
                (payload["key"], payload_to_json(payload)),
            )

    def received(self, key: str) -> Payload | None:
        """What was sent with that key."""
        with self._lock:
            row = self._connection.execute("SELECT payload FROM inbox WHERE key = ?", (key,)).fetchone()
        return None if row is None else payload_from_json(row[0])

    def unanswered(self) -> tuple[Payload, ...]:
        """What was sent and not answered, in the order of coming: what a crash left behind."""
        with self._lock:
            rows = self._connection.execute("SELECT payload FROM inbox WHERE answered = 0 ORDER BY rowid").fetchall()
        return tuple(payload_from_json(row[0]) for row in rows)

    def answered(self, key: str) -> None:
        """It is answered, and the answer stands in the conversation."""
        with self._lock:
            self._connection.execute("UPDATE inbox SET answered = 1 WHERE key = ?", (key,))

    # --- people ---------------------------------------------------------------------------------------------

    def unread(self, person: str) -> dict[str, int]:
        """How many messages by others this person has not seen, by place; places without any are left out, and so is what
        stands in threads: it is quiet.
        """
        with self._lock:
            rows = self._connection.execute(_UNREAD, {"person": person}).fetchall()
        return {place: count for place, count in rows if place == direct(person) or not place.startswith(direct(""))}

    def saw(self, person: str, place: str, upto: int) -> None:
        """That person saw everything in the place up to that message."""
        with self._lock:
            moved = self._connection.execute(
                "INSERT INTO seen (person, place, upto) VALUES (?, ?, ?)"
                " ON CONFLICT (person, place) DO UPDATE SET upto = excluded.upto WHERE upto < excluded.upto",
                (person, place, upto),
            )
            self._sightings += moved.rowcount

    # --- settings -------------------------------------------------------------------------------------------

    def setting(self, name: str) -> str | None:
        """A setting of the chat itself, None while it was never set."""
        with self._lock:
            row = self._connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        with self._lock:
            self._connection.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    @property
    def clock_offset(self) -> timedelta:
        """How far the clock had been pushed when the process last ran."""
        return timedelta(seconds=float(self.setting("clock_offset_seconds") or "0"))

    def keep_clock_offset(self, offset: timedelta) -> None:
        """Keep it for the next start."""
        self.set("clock_offset_seconds", str(offset.total_seconds()))

    # --- inside ---------------------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[int]:
        """One transaction, and the number of the change in it."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._changed + 1
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
            self._changed += 1

    def _one(self, query: str, values: tuple[str, ...]) -> tuple[int, ...]:
        row: tuple[int, ...] = self._connection.execute(query, values).fetchone()
        return row

    def _find(self, post: int, person: str | None) -> Post | None:
        row = self._connection.execute(_POST, {"post": post, "person": person}).fetchone()
        return None if row is None else _post(row)

    def _write(self, post: int, body: Body, changed: int) -> None:
        self._connection.execute(
            "UPDATE post SET body = ?, changed = ? WHERE id = ?", (body_to_json(body), changed, post)
        )

    def _change_own(self, post: int, person: str, body: Body) -> bool:
        with self._writing() as changed:
            found = self._find(post, person)
            if found is None or found.author != person or found.body["kind"] != "text":
                return False
            self._write(post, body, changed)
            return True

    def _change_form(self, post: int, person: str, change: Callable[[FormBody], FormBody]) -> bool:
        with self._writing() as changed:
            found = self._find(post, person)
            if found is None or found.body["kind"] != "form":
                return False
            self._write(post, change(found.body), changed)
            return True


def _post(row: tuple[int, str, str | None, str | None, str, str, int, int | None, str]) -> Post:
    number, place, author, only_for, at, body, changed, thread, signs = row
    people: dict[str, tuple[str, ...]] = {}
    for sign, person in json.loads(signs):
        people[sign] = (*people.get(sign, ()), person)
    moment = datetime.fromisoformat(at)
    return Post(number, place, author, only_for, moment, body_from_json(body), changed, thread, tuple(people.items()))
