"""Numbers and times come back as they went in, from every database, or are refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Dialect, select
from sqlalchemy.dialects import postgresql, sqlite

from storage import Storage
from storage.rows import KEY_RESULT
from storage.types import Exact, Utc
from tests.storage.world import NOW, World, key_result

DIALECTS: tuple[Dialect, ...] = (sqlite.dialect(), postgresql.dialect())  # type: ignore[no-untyped-call]
ON_ONE_DATABASE = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])

exact = st.decimals(allow_nan=False, allow_infinity=False)
aware = st.builds(
    lambda zone, seconds, micros: (
        datetime(1, 1, 3, tzinfo=UTC).astimezone(zone) + timedelta(seconds=seconds, microseconds=micros)
    ),
    st.timezones(),
    st.integers(0, 315_537_000_000),
    st.integers(0, 999_999),
)


def _same_digits(one: Decimal | None, other: Decimal) -> bool:
    return one is not None and one.as_tuple() == other.as_tuple()


@given(exact)
def test_a_number_keeps_its_digits_sign_and_exponent(value: Decimal) -> None:
    for dialect in DIALECTS:
        assert _same_digits(Exact().process_result_value(Exact().process_bind_param(value, dialect), dialect), value)


@pytest.mark.parametrize("value", [1.5, 0.1 + 0.2, 3, True, "1"])
def test_what_is_no_decimal_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        Exact().process_bind_param(value, DIALECTS[0])  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        Exact().process_bind_param(Decimal(value), DIALECTS[0])


@given(aware)
def test_a_time_is_the_same_instant_in_utc(value: datetime) -> None:
    for dialect in DIALECTS:
        back = Utc().process_result_value(Utc().process_bind_param(value, dialect), dialect)
        assert back == value
        assert back.tzinfo is UTC


@given(aware, aware)
def test_on_sqlite_times_sort_as_text(one: datetime, other: datetime) -> None:
    texts = [str(Utc().process_bind_param(value, DIALECTS[0])) for value in (one, other)]
    assert (texts[0] < texts[1]) == (one < other)


def test_a_naive_time_is_refused() -> None:
    for dialect in DIALECTS:
        with pytest.raises(ValueError, match="no zone"):
            Utc().process_bind_param(NOW.replace(tzinfo=None), dialect)
        with pytest.raises(TypeError):
            Utc().process_bind_param("2026-11-23", dialect)  # type: ignore[arg-type]


@pytest.fixture
def kept(world: World, storage: Storage) -> Callable[[Decimal, datetime], tuple[Decimal, datetime]]:
    """Writes a number and a time to the database under test, and reads them back."""
    world.put(world.objective(1), key_result(1, 1, world.ada))

    def keep(number: Decimal, at: datetime) -> tuple[Decimal, datetime]:
        this = KEY_RESULT.c.workspace == world.workspace

        def write(connection: Connection) -> None:
            connection.execute(KEY_RESULT.update().where(this), {"target": number, "checked_in_at": at})

        with storage.database.writing() as connection:
            write(connection)
        with storage.database.reading() as connection:
            row = connection.execute(select(KEY_RESULT.c.target, KEY_RESULT.c.checked_in_at).where(this)).one()
        return row[0], row[1]

    return keep


@ON_ONE_DATABASE
@given(exact, aware)
def test_both_survive_the_database(
    kept: Callable[[Decimal, datetime], tuple[Decimal, datetime]], number: Decimal, at: datetime
) -> None:
    back, instant = kept(number, at)
    assert _same_digits(back, number)
    assert instant == at
    assert instant.utcoffset() == timedelta(0)


def test_far_more_digits_than_a_float_has(kept: Callable[[Decimal, datetime], tuple[Decimal, datetime]]) -> None:
    number = Decimal("123456789012345678901234567890.123456789012345678900")
    at = datetime(2026, 3, 29, 2, 30, 0, 1, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    back, instant = kept(number, at)
    assert str(back) == str(number)
    assert instant.isoformat() == "2026-03-28T20:45:00.000001+00:00"
