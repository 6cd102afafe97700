"""Which feature an event belongs to.

A press or a submitted form names its feature in its action. A command is a wish, else an OKR, else a check-in. Typed words are, in this order:
an OKR sentence; the answer to the open question; a wish; a check-in; and else something to be asked back about. A command never loses an open
question: its answer comes, the question stays.
"""

from bot.router.routing import feature_of, route
from bot.router.text import cleaned

__all__ = ["cleaned", "feature_of", "route"]
