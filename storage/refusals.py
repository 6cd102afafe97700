"""What a platform refused, until its author has heard of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Connection, Integer, bindparam, select, text, true, update

from bot.ports.unit import Refusal, Tell
from storage import tells
from storage.tells import DELIVERY

_UNTOLD = (
    select(
        DELIVERY.c.id,
        DELIVERY.c.workspace,
        DELIVERY.c.author,
        DELIVERY.c.door,
        DELIVERY.c.address,
        DELIVERY.c.occurrence,
    )
    .where(text("delivery.state = 'dead' AND delivery.author IS NOT NULL AND NOT delivery.told"))
    .order_by(DELIVERY.c.id)
    .limit(bindparam("limit", type_=Integer))
)
_TOLD = update(DELIVERY).where(DELIVERY.c.id == bindparam("refused", type_=BigInteger)).values(told=true())


def untold(connection: Connection, limit: int) -> tuple[Refusal, ...]:
    """Refused deliveries that somebody has to hear of, oldest first."""
    return tuple(Refusal(*row) for row in connection.execute(_UNTOLD, {"limit": limit}))


def commit(connection: Connection, told: tuple[tuple[Refusal, Tell | None], ...], now: datetime) -> None:
    """Add what the authors are told, and remember that they were."""
    for refusal, tell in told:
        if tell is not None:
            tells.add(connection, refusal.workspace, (tell,), now)
    connection.execute(_TOLD, [{"refused": refusal.delivery} for refusal, _ in told])
