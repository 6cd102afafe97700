"""Column types that keep what the core means: every digit of a number, and the one instant that a time names."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import Dialect, Text
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeDecorator, TypeEngine


class Exact(TypeDecorator[Decimal]):
    """A `Decimal` as text: all digits, trailing zeros and the exponent come back as they went in.

    Nothing is reckoned or sorted on these in SQL. A float is refused, for it has lost its digits already; so are NaN
    and the infinities.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database.

        Raises:
            TypeError: it is no `Decimal`.
            ValueError: it is no finite number.
        """
        if value is None:
            return None
        if not isinstance(value, Decimal):
            raise TypeError(f"an exact number is a Decimal, not {type(value).__name__}")
        if not value.is_finite():
            raise ValueError(f"{value} is no number to store")
        return str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """From the database."""
        return None if value is None else Decimal(value)


class Utc(TypeDecorator[datetime]):
    """An aware time, kept in UTC to the microsecond and returned in UTC. A naive one is refused: nobody could say
    which instant it was.

    PostgreSQL has a type for it. SQLite gets text of one width, so that its order is the order of time.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime] | TypeEngine[str]:
        """The type each database has for it."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | str | None:
        """To the database.

        Raises:
            TypeError: it is no datetime.
            ValueError: it is naive.
        """
        if value is None:
            return None
        if not isinstance(value, datetime):
            raise TypeError(f"a time is a datetime, not {type(value).__name__}")
        if value.utcoffset() is None:
            raise ValueError(f"{value.isoformat()} has no zone")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.isoformat(timespec="microseconds")

    def process_result_value(self, value: datetime | str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From the database."""
        if value is None:
            return None
        return datetime.fromisoformat(value) if isinstance(value, str) else value.astimezone(UTC)
