"""Numbers as people read them: exact in every unit, natural in both languages."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.figures import Language
from bot.chat.speech import say
from bot.chat.units import about
from bot.chat.words import Amount, Bar, Day, Listing, Moment, Msg, Share, t

LANGUAGE = st.sampled_from(("en", "zh"))
NUMBER = st.decimals(min_value=-(10**18), max_value=10**18, allow_nan=False, allow_infinity=False)
SCALES = {"k": 3, "M": 6, "B": 9, "万": 4, "亿": 8, " lakh": 5, " crore": 7}
SECONDS: dict[str, Fraction | int] = {
    "month": 2_592_000,
    "week": 604_800,
    "day": 86_400,
    "hour": 3_600,
    "minute": 60,
    "second": 1,
    "ms": Fraction(1, 1_000),
    "个月": 2_592_000,
    "周": 604_800,
    "天": 86_400,
    "小时": 3_600,
    "分钟": 60,
    "秒": 1,
    "毫秒": Fraction(1, 1_000),
}


def shown(arg: Amount | Share | Day | Moment | Bar | Listing, language: Language = "en", zone: str = "UTC") -> str:
    """One argument as it stands in a sentence."""
    return say(t("on-day", day=arg), language, zone)


@pytest.mark.parametrize(
    ("amount", "english", "chinese"),
    [
        (Amount(Decimal(310_000), "count", "sign-ups", "k"), "310k sign-ups", "310k sign-ups"),
        (Amount(Decimal(310_500), "count", "注册用户", "万"), "310,500 注册用户", "31.05万注册用户"),
        (Amount(Decimal(1), "count", "new customers"), "1 new customer", "1 new customer"),
        (Amount(Decimal(-1), "count", "case studies"), "-1 case study", "-1 case study"),
        (Amount(Decimal(1), "count", "SKUs"), "1 SKU", "1 SKU"),
        (Amount(Decimal(1), "count", "status pages live"), "1 status pages live", "1 status pages live"),
        (Amount(Decimal(1000), "count", "customers", "k"), "1k customers", "1k customers"),
        (Amount(Decimal(30), "count", "个客户"), "30 个客户", "30 个客户"),
        (Amount(Decimal(12), "count", "漏接电话"), "12 漏接电话", "12 个漏接电话"),
        (Amount(Decimal(12), "count", "次投诉"), "12 次投诉", "12 次投诉"),
        (Amount(Decimal(12), "count", "公斤"), "12 公斤", "12 公斤"),
        (Amount(Decimal(12), "count", "燃气用量"), "12 燃气用量", "12 燃气用量"),
        (Amount(Decimal(12), "count", "人"), "12 人", "12 人"),
        (Amount(Decimal(310_000), "count", "注册用户", "k"), "310k 注册用户", "310k 个注册用户"),
        (Amount(Decimal(310_000), "count"), "310,000", "310,000"),
        (Amount(Decimal(1_234_567), "count", None, "k"), "1,234,567", "1,234,567"),
        (Amount(Decimal(500_000), "USD", None, "M"), "$0.5M", "US$0.5M"),
        (Amount(Decimal(950), "USD", None, "M"), "$950", "US$950"),
        (Amount(Decimal(1_200_000), "USD", None, "M"), "$1.2M", "US$1.2M"),
        (Amount(Decimal(12_000_000), "CNY", None, "万"), "CN¥12,000,000", "¥1,200万"),
        (Amount(Decimal(5_000_000), "INR", None, "lakh"), "₹50 lakh", "₹5,000,000"),
        (Amount(Decimal(-30_000), "EUR"), "-€30,000", "-€30,000"),
        (Amount(Decimal(30_000), "EUR", signed=True), "+€30,000", "+€30,000"),
        (Amount(Decimal(1_200), "XBT"), "XBT 1,200", "XBT 1,200"),
        (Amount(Decimal("80.50"), "%"), "80.5%", "80.5%"),
        (Amount(Decimal(5), "%", signed=True), "+5 points", "+5 个百分点"),
        (Amount(Decimal(-1), "%", signed=True), "-1 point", "-1 个百分点"),
        (Amount(Decimal("-0.0"), "%"), "0%", "0%"),
        (Amount(Decimal("1E+5"), None), "100,000", "100,000"),
        (Amount(Decimal(10_800), "duration_seconds", None, "h"), "3 hours", "3 小时"),
        (Amount(Decimal(3_600), "duration_seconds", None, "h"), "1 hour", "1 小时"),
        (Amount(Decimal(5_400), "duration_seconds", None, "h"), "1.5 hours", "1.5 小时"),
        (Amount(Decimal(7_776_000), "duration_seconds", None, "day"), "90 days", "90 天"),
        (Amount(Decimal(7_776_000), "duration_seconds", None, "month"), "3 months", "3 个月"),
        (Amount(Decimal(7_776_000), "duration_seconds"), "90 days", "90 天"),
        (Amount(Decimal("0.8"), "duration_seconds", None, "ms"), "800 ms", "800 毫秒"),
        (Amount(Decimal(0), "duration_seconds", None, "h"), "0 hours", "0 小时"),
        (Amount(Decimal(157), "duration_seconds", None, "clock"), "2:37", "2:37"),
        (Amount(Decimal("3757.5"), "duration_seconds", None, "clock"), "1:02:37.5", "1:02:37.5"),
        (Amount(Decimal(-60), "duration_seconds", None, "min", signed=True), "-1 minute", "-1 分钟"),
        (
            Amount(Decimal(10_400), "duration_seconds", None, "h"),
            "2 hours 53 minutes 20 seconds",
            "2 小时 53 分钟 20 秒",
        ),
        (Amount(Decimal(3), "ratio"), "3×", "3×"),
        (Amount(Decimal("4.50"), "score"), "4.5", "4.5"),
    ],
)
def test_a_number_reads_as_its_owner_writes_it(amount: Amount, english: str, chinese: str) -> None:
    assert shown(amount, "en") == english
    assert shown(amount, "zh") == chinese


@given(
    NUMBER,
    st.sampled_from((None, "count", "USD", "CNY", "score", "ratio", "%")),
    st.sampled_from([*SCALES, ""]),
    LANGUAGE,
)
def test_no_digit_is_lost(value: Decimal, unit: str | None, scale: str, language: Language) -> None:
    text = shown(Amount(value, unit, None, scale.strip() or None), language)
    power = next((SCALES[sign] for sign in SCALES if text.endswith(sign)), 0)
    number = "".join(re.findall(r"[-0-9.]", text))
    assert Fraction(number) * 10**power == Fraction(value)
    assert not re.search(r"\.\d*0$|\.$", number), "no noise of zeros"


@given(
    st.decimals(min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False),
    st.sampled_from((None, "ms", "s", "min", "h", "day", "week", "month")),
    LANGUAGE,
)
def test_no_second_is_lost(seconds: Decimal, written_in: str | None, language: Language) -> None:
    text = shown(Amount(seconds, "duration_seconds", None, written_in), language)
    parts = re.findall(r"([\d,.]+) (\w+)", text)
    assert parts
    total = Fraction(0)
    for number, unit in parts:
        total += Fraction(number.replace(",", "")) * SECONDS[unit if unit == "ms" else unit.removesuffix("s")]
    assert total == Fraction(seconds)


@given(st.decimals(min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False), LANGUAGE)
def test_a_clock_counts_every_second(seconds: Decimal, language: Language) -> None:
    text = shown(Amount(seconds, "duration_seconds", None, "clock"), language)
    total = Fraction(0)
    for part in text.split(":"):
        total = total * 60 + Fraction(part)
    assert total == Fraction(seconds)


@given(st.decimals(), LANGUAGE, st.text(max_size=5), st.text(max_size=9), st.text(max_size=9), st.booleans())
def test_any_amount_has_a_face(
    value: Decimal, language: Language, unit: str, word: str, written_in: str, signed: bool
) -> None:
    if not value.is_finite() or abs(value.adjusted()) < 1_000:
        assert shown(Amount(value, unit, word, written_in, signed), language).strip()


@pytest.mark.parametrize(("percent", "text"), [("49.5", "50%"), ("-0.2", "0%"), ("33.333", "33%"), ("250", "250%")])
def test_a_share_is_whole(percent: str, text: str) -> None:
    assert shown(Share(Decimal(percent))) == text


def test_a_changed_share_is_in_points() -> None:
    assert shown(Share(Decimal("12.4"), signed=True)) == "+12 points"
    assert shown(Share(Decimal("-1"), signed=True), "zh") == "-1 个百分点"


def test_days_and_moments_in_both_languages() -> None:
    on = date(2026, 11, 30)
    assert [shown(Day(on), "en"), shown(Day(on), "zh")] == ["30 Nov", "11月30日"]
    assert [shown(Day(on, year=True), "en"), shown(Day(on, year=True), "zh")] == ["30 Nov 2026", "2026年11月30日"]
    assert [shown(Day(on, weekday=True), "en"), shown(Day(on, weekday=True), "zh")] == ["Mon 30 Nov", "11月30日周一"]
    at = Moment(datetime(2026, 11, 29, 23, 30, tzinfo=UTC))
    assert shown(at, "en", "Asia/Shanghai") == "Mon 30 Nov, 07:30"
    assert shown(at, "zh", "America/New_York") == "11月29日周日 18:30"


def test_a_list_joins_as_the_language_does() -> None:
    items = Listing(("KR1", t("button-save"), "KR3"))
    assert [shown(items, "en"), shown(items, "zh")] == ["KR1, Save and KR3", "KR1、保存和 KR3"]
    assert shown(Listing(("KR1", "2 个")), "zh") == "KR1 和 2 个"
    assert shown(Listing(("陈静", "")), "zh") == "陈静和"
    assert shown(Listing(("1月8日", Msg("on-day", (("day", Day(date(2026, 11, 30))),)))), "zh") == "1月8日和11月30日"
    assert shown(Listing(("KR1",)), "zh") == "KR1"


@given(st.decimals(allow_nan=False))
def test_a_bar_has_ten_cells_and_is_full_only_when_done(percent: Decimal) -> None:
    bar = shown(Bar(percent))
    assert len(bar) == 10
    assert (bar.count("▓") == 10) == (percent >= 100)
    assert (bar.count("▓") == 0) == (percent <= 0)
    assert bar == "▓" * bar.count("▓") + "░" * bar.count("░")


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount(Decimal("313483.8"), "count", None, "k"), "313k"),
        (Amount(Decimal("73.0666"), "%"), "73.1%"),
        (Amount(Decimal("0.012345"), "ratio"), "0.0123×"),
        (Amount(Decimal("488000"), "duration_seconds", None, "day"), "5.65 days"),
        (Amount(Decimal("10433.33"), "duration_seconds", None, "h"), "2.9 hours"),
        (Amount(Decimal("157.333"), "duration_seconds", None, "clock"), "2:37"),
        (Amount(Decimal(0), "USD"), "$0"),
    ],
)
def test_what_is_only_expected_is_short(amount: Amount, text: str) -> None:
    assert shown(about(amount)) == text


@given(NUMBER, st.sampled_from((None, "%", "USD", "duration_seconds")), st.sampled_from((None, "day", "h", "k", "万")))
def test_what_is_short_is_near(value: Decimal, unit: str | None, written_in: str | None) -> None:
    near = about(Amount(value, unit, None, written_in)).value
    allowed = max(abs(value) / 200, Decimal("432") if unit == "duration_seconds" else Decimal(0))
    assert abs(near - value) <= allowed
