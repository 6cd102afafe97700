"""Secrets at rest: sealed with a key from the settings, and opened with any of them, so that a key can be changed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class Seal:
    """Seals and opens text. The first key seals; a key may be any text that nobody can guess."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = MultiFernet([Fernet(_stretched(key)) for key in keys])

    def close(self, text: str) -> str:
        """The text, sealed."""
        return self._keys.encrypt(text.encode()).decode("ascii")

    def open(self, sealed: str, *, younger_than: int | None = None) -> str | None:
        """The text; None where no key fits, or where it was sealed that many seconds ago or more."""
        try:
            return self._keys.decrypt(sealed.encode(), ttl=younger_than).decode()
        except (InvalidToken, ValueError):
            return None


def _stretched(key: str) -> bytes:
    """A key of 32 bytes. The key is no password but random, so one round of a hash is enough."""
    return base64.urlsafe_b64encode(hashlib.sha256(key.strip().encode()).digest())
