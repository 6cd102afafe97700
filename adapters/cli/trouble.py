"""What is wrong with a database, in words for somebody at a shell."""

from __future__ import annotations

from collections.abc import Callable


def trouble_of(look: Callable[[], object]) -> str | None:
    """What keeps that look from coming to an end, None for nothing."""
    try:
        look()
    except Exception as error:
        return first_line(error)
    return None


def first_line(error: Exception) -> str:
    """What a driver said, without the statement and its values."""
    return str(getattr(error, "orig", None) or error).partition("\n")[0]
