"""The one path through the core: event -> load -> step -> commit -> what to say.

1. An event that was answered before gets the same answer again; nothing happens twice.
2. What a step decides is committed in one transaction, or nothing is.
3. On a conflict the turn runs again on what is there now; nothing else has happened yet.
4. A turn that only reads writes nothing.
5. An expected mistake is an answer. An unexpected one rolls back, gives the words back and shows a short reference that is in the log.
"""

from bot.turns.path import Turns
from bot.turns.report import TurnReport, reference

__all__ = ["TurnReport", "Turns", "reference"]
