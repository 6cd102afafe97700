"""The log: one JSON line a turn with workspace, feature, duration and reference. Never what people wrote, and never a
token.

An exception's message may quote a row or a request, so of an exception only its type and the places in the code are
written.
"""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING, Literal

import structlog
from structlog.typing import EventDict, WrappedLogger

if TYPE_CHECKING:
    from bot.turns import TurnReport

LogLevel = Literal["debug", "info", "warning", "error"]

_MOST_PLACES = 12
_log = structlog.get_logger(__name__)


def begin(level: LogLevel) -> None:
    """Write the log to stderr from ``level`` on, other libraries' warnings among it."""
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _places_only,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[_Others()], level=max(number, logging.WARNING), force=True)


def log_turn(report: TurnReport) -> None:
    """One line for one turn."""
    line = _log.bind(
        workspace=report.workspace,
        door=report.door,
        feature=report.feature,
        result=report.result,
        seconds=round(report.seconds, 4),
        reference=report.reference,
    )
    if report.error is None:
        line.info("turn")
    else:
        line.error("turn", exc_info=report.error)


class _Others(logging.Handler):
    """What other libraries log becomes a line of ours: who, where and how bad. Their messages may quote a request and
    are left out.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """One line for one record."""
        error = record.exc_info[1] if record.exc_info else None
        _log.log(record.levelno, record.name, at=f"{record.module}:{record.lineno}", exc_info=error)


def _places_only(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """An exception as its type and the places it passed, innermost last; without its message."""
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["places"] = _places(error.__traceback__)
    return event


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-_MOST_PLACES:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
