"""``play``, ``play --check`` and ``play --write`` over files. Says on its two streams what it finds, and decides nothing."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

from adapters.transcript.parts import Begin
from adapters.transcript.player import play, play_lines
from adapters.transcript.script import ScriptError

ENDING = ".transcript"


def show(paths: Iterable[Path], fresh: Callable[[], Begin], out: TextIO, err: TextIO) -> bool:
    """Print each conversation; True where all could be played. ``fresh`` gives an empty memory."""
    good = True
    for path in found(paths):
        text = _text(path, err)
        try:
            for line in [] if text is None else play_lines(text, fresh()):
                out.write(f"{line}\n")
        except ScriptError as error:
            err.write(f"{path}:{error.line}: {error.words}\n")
            good = False
        good = good and text is not None
    return good


def check(paths: Iterable[Path], fresh: Callable[[], Begin], out: TextIO, err: TextIO) -> bool:
    """Print what is said otherwise than the files say; True where nothing is."""
    good = True
    for path in found(paths):
        played = _played(path, fresh, err)
        if played is None or played[0] != played[1]:
            good = False
        if played is not None:
            out.writelines(difference(str(path), *played))
    return good


def write(paths: Iterable[Path], fresh: Callable[[], Begin], out: TextIO, err: TextIO) -> bool:
    """Put into each file what is said now; True where all could be played. A file that cannot be played stays as it is."""
    good = True
    for path in found(paths):
        played = _played(path, fresh, err)
        if played is None:
            good = False
        elif played[0] != played[1]:
            path.write_text(played[1], encoding="utf-8", newline="\n")
            out.write(f"{path} is written anew\n")
    return good


def found(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and those below each folder, by name."""
    for path in paths:
        yield from sorted(path.rglob(f"*{ENDING}")) if path.is_dir() else [path]


def difference(name: str, written: str, played: str) -> Iterator[str]:
    """The lines in which a transcript differs from what was played, as a unified diff; none where it does not."""
    return difflib.unified_diff(
        written.splitlines(keepends=True),
        played.splitlines(keepends=True),
        f"{name} (as written)",
        f"{name} (as played)",
    )


def _played(path: Path, fresh: Callable[[], Begin], err: TextIO) -> tuple[str, str] | None:
    written = _text(path, err)
    if written is None:
        return None
    try:
        return written, play(written, fresh())
    except ScriptError as error:
        err.write(f"{path}:{error.line}: {error.words}\n")
        return None


def _text(path: Path, err: TextIO) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        err.write(f"{path} cannot be read: {error}\n")
        return None
