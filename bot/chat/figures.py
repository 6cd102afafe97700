"""Numbers, money, durations, days and bars as words.

Exact: what cannot be shown in the unit its owner writes, without losing a digit, is shown in a plainer one. Babel gives
each language's separators, currency signs and names of months; words ("3 hours") are ids in ``figures.ftl``.
"""

from __future__ import annotations

from decimal import Context, Decimal
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol

from bot.chat.nouns import singular
from bot.chat.units import SECONDS
from bot.chat.words import Amount, Bar, Day, Moment, Share, Words, t

Language = Literal["en", "zh"]

# Powers of ten, and the languages whose readers know the sign. Elsewhere the number is written out.
_SCALES: dict[str, tuple[int, frozenset[Language]]] = {
    "k": (3, frozenset({"en", "zh"})),
    "M": (6, frozenset({"en", "zh"})),
    "B": (9, frozenset({"en", "zh"})),
    "万": (4, frozenset({"zh"})),
    "亿": (8, frozenset({"zh"})),
    "lakh": (5, frozenset({"en"})),
    "crore": (7, frozenset({"en"})),
}
_SPACED_SCALES = frozenset({"lakh", "crore"})
_CLEAN_DECIMALS = 2
_SMALLEST_SCALED = Decimal("0.1")

_WHOLE_UNITS = ("day", "h", "min", "s", "ms")

_DAY_PATTERNS: dict[Language, tuple[str, str]] = {"en": ("d MMM", "d MMM y"), "zh": ("M月d日", "y年M月d日")}
_WEEKDAYS: dict[Language, tuple[str, str]] = {"en": ("EEE ", ""), "zh": ("", "EEE")}
_MOMENT_COMMA: dict[Language, str] = {"en": ",", "zh": ""}

# A Chinese counted thing takes 个, unless it begins with what counts by itself (家客户), a unit of measure (公斤) or 每,
# or ends like an amount (用量, 时长), which is not counted.
_MEASURES = frozenset(
    "个只位名人次条篇家项件台单场门款份套张本部辆间所座起例笔批页行字句分步级层天周月年小公千百万毫厘平立吨每"
)
_AMOUNTS = frozenset("量率额费数值度比长价本重")

_BAR_CELLS = 10


def amount_words(amount: Amount, language: Language) -> Words:
    """A value with its unit, as its owner writes it wherever that is exact and short (at most two decimals)."""
    if not amount.value.is_finite():
        return str(amount.value)
    sign, size = _sign(amount.value, amount.signed), amount.value.copy_abs()
    unit, word = amount.unit, amount.unit_word
    if unit == "%":
        if amount.signed:
            return t("figure-points", number=sign + digits(size, language), plural=plural(size, language))
        return f"{sign}{digits(size, language)}%"
    if unit == "duration_seconds":
        return _signed(sign, _duration(size, amount.written_in, language))
    if unit == "ratio":
        return f"{sign}{digits(size, language)}×"
    number = _scaled(size, amount.written_in, language)
    if unit is not None and len(unit) == 3 and unit.isalpha() and unit.isupper():
        symbol = _currency(unit, language)
        return f"{sign}{symbol}{' ' if symbol[-1:].isalpha() else ''}{number}"
    if word and size == 1:
        word = singular(word)
    return f"{sign}{number}{_counted(number, word, language) if word else ''}"


def share_words(share: Share, language: Language) -> Words:
    """Per cent without decimals, half away from zero; a change is in percentage points."""
    return amount_words(Amount(share.percent.to_integral_value("ROUND_HALF_UP"), "%", signed=share.signed), language)


def day_words(day: Day, language: Language) -> str:
    """A calendar day: "Mon 30 Nov", "30 Nov 2026"; 11月30日周一, 2026年11月30日."""
    before, after = _WEEKDAYS[language] if day.weekday else ("", "")
    return format_date(day.on, before + _DAY_PATTERNS[language][day.year] + after, _locale(language))


def moment_words(moment: Moment, language: Language, zone: str) -> str:
    """Weekday, day and time on the reader's own clock, 00:00 to 23:59."""
    local = moment.at.astimezone(ZoneInfo(zone))
    day = day_words(Day(local.date(), weekday=True), language)
    return f"{day}{_MOMENT_COMMA[language]} {local:%H:%M}"


def bar_words(bar: Bar) -> str:
    """Ten cells. Anything above nothing fills one; only all of it fills the last."""
    if bar.percent.is_nan():
        return "░" * _BAR_CELLS
    percent = min(max(bar.percent, Decimal(0)), Decimal(100))
    filled = int(percent * _BAR_CELLS // 100)
    if percent > 0:
        filled = max(filled, 1)
    return "▓" * filled + "░" * (_BAR_CELLS - filled)


def digits(value: Decimal, language: Language) -> str:
    """Every digit of a number and no other: grouped by thousands, no trailing zeros, never in powers."""
    text = format(value, ",f")
    whole, _, fraction = text.partition(".")
    group, point = _symbols(language)
    fraction = fraction.rstrip("0")
    if whole.startswith("-") and not fraction and not whole.strip("-0,"):
        whole = whole.removeprefix("-")
    return whole.replace(",", group) + (point + fraction if fraction else "")


def plural(value: Decimal, language: Language) -> str:
    """The plural category of a number (CLDR): "one", "other" and so on."""
    return _locale(language).plural_form(value)


def _counted(number: str, word: str, language: Language) -> str:
    """The counted thing behind its number: apart from digits, close behind 万, with a 个 where Chinese asks for one."""
    if not _is_chinese(word[0]):
        return f" {word}"
    if not number[-1].isascii():
        return word
    things = len(word) > 1 and word[0] not in _MEASURES and _is_chinese(word[-1]) and word[-1] not in _AMOUNTS
    return f" 个{word}" if things and language == "zh" else f" {word}"


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _sign(value: Decimal, signed: bool) -> str:
    if value < 0:
        return "-"
    return "+" if signed and value > 0 else ""


def _signed(sign: str, words: Words) -> Words:
    if not sign:
        return words
    return sign + words if isinstance(words, str) else t("figure-signed", sign=sign, size=words)


def _scaled(size: Decimal, written_in: str | None, language: Language) -> str:
    power, languages = _SCALES.get(written_in or "", (0, frozenset()))
    if language not in languages or size == 0:
        return digits(size, language)
    smaller = _shift(size, -power)
    if smaller < _SMALLEST_SCALED or _decimals(smaller) > _CLEAN_DECIMALS:
        return digits(size, language)
    return digits(smaller, language) + (" " if written_in in _SPACED_SCALES else "") + str(written_in)


def _shift(value: Decimal, power: int) -> Decimal:
    # Not scaleb(), which rounds to the context's precision.
    return value.scaleb(power, _exactly(value))


def _decimals(value: Decimal) -> int:
    _, _, fraction = format(value, "f").partition(".")
    return len(fraction.rstrip("0"))


def _duration(seconds: Decimal, written_in: str | None, language: Language) -> Words:
    if written_in == "clock":
        return _clock(seconds, language)
    if written_in in SECONDS:
        number = _in_unit(seconds, written_in)
        if number is not None and (number == 0 or number >= _SMALLEST_SCALED):
            return _unit_words(number, written_in, language)
    for unit in _WHOLE_UNITS:
        number = _in_unit(seconds, unit)
        if number is not None and seconds > 0 and _decimals(number) == 0:
            if written_in is None or number < 100 or unit == "ms":
                return _unit_words(number, unit, language)
            break
    return _parts(seconds, language)


def _in_unit(seconds: Decimal, unit: str) -> Decimal | None:
    """Seconds in another unit, where that comes out at two decimals or fewer."""
    size, exact = SECONDS[unit], _exactly(seconds)
    number = exact.divide(seconds, size)
    return number if _decimals(number) <= _CLEAN_DECIMALS and exact.multiply(number, size) == seconds else None


def _exactly(value: Decimal) -> Context:
    # Room for every digit before and behind the point, and for what a division by a unit of time adds.
    return Context(prec=len(format(value, "f")) + 12)


def _parts(seconds: Decimal, language: Language) -> Words:
    """Days, hours, minutes and seconds, those that are not nothing; the seconds keep all their decimals."""
    words: Words | None = None
    rest, exact = seconds, _exactly(seconds)
    for unit in ("day", "h", "min", "s"):
        number = rest if unit == "s" else exact.divide_int(rest, SECONDS[unit])
        rest = exact.subtract(rest, exact.multiply(number, SECONDS[unit]))
        if number == 0 and not (unit == "s" and words is None):
            continue
        part = _unit_words(number, unit, language)
        words = part if words is None else t("figure-two-parts", first=words, second=part)
    return words if words is not None else digits(seconds, language)


def _clock(seconds: Decimal, language: Language) -> str:
    whole = int(seconds)
    fraction = digits(_exactly(seconds).subtract(seconds, Decimal(whole)), language)[1:]
    minutes, second = divmod(whole, 60)
    hour, minute = divmod(minutes, 60)
    return (f"{hour}:{minute:02}:{second:02}" if hour else f"{minute}:{second:02}") + fraction


def _unit_words(number: Decimal, unit: str, language: Language) -> Words:
    text, form = digits(number, language), plural(number, language)
    match unit:
        case "month":
            return t("figure-months", number=text, plural=form)
        case "week":
            return t("figure-weeks", number=text, plural=form)
        case "day":
            return t("figure-days", number=text, plural=form)
        case "h":
            return t("figure-hours", number=text, plural=form)
        case "min":
            return t("figure-minutes", number=text, plural=form)
        case "ms":
            return t("figure-milliseconds", number=text)
        case _:
            return t("figure-seconds", number=text, plural=form)


@cache
def _locale(language: Language) -> Locale:
    return Locale.parse(language)


@cache
def _symbols(language: Language) -> tuple[str, str]:
    return get_group_symbol(_locale(language)), get_decimal_symbol(_locale(language))


@cache
def _currency(code: str, language: Language) -> str:
    return get_currency_symbol(code, _locale(language))
