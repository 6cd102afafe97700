"""Public holidays of a place: a country ("IE") or one of its parts ("DE-BY"), by ISO 3166 code.

The days are those of the ``holidays`` package. Working days that make up for a holiday, as China has them at weekends, are
not known here: a weekend stays a weekend. The package is imported when the first place is asked about, never before: who
has set no holidays does not wait for it.
"""

from __future__ import annotations

from datetime import date
from functools import cache


def is_holiday(place: str, day: date) -> bool:
    """Whether that day is a public holiday there; never where ``place`` is empty or is not `known`."""
    return bool(place) and known(place) and _is_holiday(place, day)


@cache
def known(place: str) -> bool:
    """Whether the holidays of a code, written like "IE" or "DE-BY", are known."""
    country, _, part = place.partition("-")
    parts = _parts().get(country)
    return parts is not None and (part in parts if "-" in place else True)


@cache
def _parts() -> dict[str, list[str]]:
    from holidays import list_supported_countries

    return {code: parts for code, parts in list_supported_countries().items() if len(code) == 2}


@cache
def _in_year(place: str, year: int) -> frozenset[date]:
    from holidays import country_holidays

    country, _, part = place.partition("-")
    return frozenset(country_holidays(country, subdiv=part or None, years=year))


def _is_holiday(place: str, day: date) -> bool:
    return day in _in_year(place, day.year)
