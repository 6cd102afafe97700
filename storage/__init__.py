"""The memory: SQLite or PostgreSQL behind the ports of the core. `open_storage` is the way in."""

from __future__ import annotations

from storage.migrate import BrokenKeysError, NewerDatabaseError
from storage.open import PLAYED, Storage, memory_storage, open_storage

__all__ = ["PLAYED", "BrokenKeysError", "NewerDatabaseError", "Storage", "memory_storage", "open_storage"]
