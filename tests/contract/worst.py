"""The worst that a card or form may hold: what people really paste, and what they paste to see what happens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from bot.chat.cards import (
    Button,
    Buttons,
    Card,
    Chart,
    ChartPoint,
    ChoiceField,
    DayField,
    Divider,
    Element,
    Facts,
    Form,
    FormField,
    Heading,
    Menu,
    Option,
    Paragraph,
    PersonField,
    Progress,
    Quote,
    Remark,
    TextField,
    Tone,
    action,
)
from bot.chat.words import Listing, t

WORDS = (
    "a",
    "Orders a week",
    "让茶馆更愿意向我们订货，因为送得准、说得清、价格也公道",
    "הגדלת מספר ההזמנות השבועיות",
    "\u202e0002 \u202d3000\u202c",
    "<b>bold</b> <script>alert('x')</script> &amp; <!channel> <@U123>",
    "@channel @here <at>everyone</at> *bold* _slanted_ ~gone~ `code` [a](http://x.example) | > quote",
    "two\nlines\n\nand a third\ttab",
    "bell\x07 escape\x1b[31m null\x00",
    "👩‍👩‍👧‍👦🏳️‍🌈 e\u0301\u0301\u0301",
    "x" * 3_000,
    "长" * 3_000,
    "word " * 800,
    "{ $kr } %s {0} \\u0041 ${HOME}",
    "bot -> ada: [Save] <Post to: #all>",
)

TONES: tuple[Tone, ...] = ("on_track", "at_risk", "off_track", "done", "pending", "outdated", "neutral")


def cards() -> Iterator[Card]:
    """One card for each sort of words, and some that hold a great deal."""
    for words in WORDS:
        yield Card(words, (*elements(words), Buttons((Button(words, action("view.show", id=words)),))))
        yield Card(t("status-said", said=words, computed=words), ())
    yield Card("many", tuple(_progress(number, "KR", depth=number % 7 - 1) for number in range(60)))
    yield Card("many", tuple(Paragraph(f"paragraph {number}") for number in range(120)))
    yield Card("buttons", (Buttons(tuple(_button(number) for number in range(30))), Buttons(())))
    yield Card("same", (Buttons((_button(1), _button(1), Button("Button 1 (2)", action("view.show", id=3)))),))
    yield Card("choices", (Menu("Post to", _options(30), action("summary.post", team=1)), Menu("-", (), action("x"))))
    yield Card("facts", (Facts(tuple((f"label {number}", "value") for number in range(30))), Facts(())))
    yield Card(
        "no words of ours", (Heading(t("on-day", day=Listing(("a", t("button-save"), "c")))), Divider(), Divider())
    )
    yield Card("version", (Buttons((Button("Go", action("a" * 60, **{"n" * 20: "v" * 120})),)),))


def forms() -> Iterator[Form]:
    """One form for each sort of words, and some that hold a great deal."""
    for words in WORDS:
        yield Form(words, action("draft.submit", words=words[:50]), fields(words), words, words, (("text", words),))
    many = tuple(TextField(f"field-{number}", "the same label", str(number)) for number in range(30))
    yield Form("many", action("draft.submit"), many, "Send", None, (("field-3", "no"), ("nowhere", "neither")))
    yield Form("none", action("draft.submit"), (), "Send")
    yield Form("choices", action("x.y"), (ChoiceField("one", "One", _options(120), "value 99"),), "Send")


def elements(words: str) -> tuple[Element, ...]:
    """Every element, with those words wherever words can be."""
    points = tuple(
        ChartPoint(date(2026, 1, 5) + timedelta(weeks=number), Decimal(number**3), Decimal(number))
        for number in range(60)
    )
    return (
        Heading(words),
        Paragraph(words),
        Quote(words, words),
        Quote("", None),
        Remark(words),
        Remark(words, coach=True),
        Facts(((words, words),)),
        _progress(1, words, depth=0),
        Chart(words, points, words, "USD", None, "M", Decimal(10)),
        Chart(words, (), words),
        Chart(words, points[:1], words, "count", words, "万", Decimal(0)),
        Divider(),
        Menu(
            words, (Option("1", words), Option("2", words), Option("", t("button-skip"))), action("menu.pick", of="x")
        ),
    )


def _progress(number: int, words: str, depth: int) -> Progress:
    share = Decimal(number * 37 - 50)
    return Progress(
        f"KR{number}",
        words,
        TONES[number % len(TONES)],
        t("status-on-track"),
        words,
        share if number % 3 else None,
        share + Decimal("0.5") if number % 2 else None,
        words if number % 5 else None,
        depth,
        action("view.show", id=f"KR{number}") if number % 4 else None,
    )


def _button(number: int) -> Button:
    return Button(
        f"Button {number}", action("view.show", id=number), "danger" if number % 2 else "primary", number % 3 == 0
    )


def _options(count: int) -> tuple[Option, ...]:
    return tuple(Option(f"value {number}", f"Choice {number}") for number in range(count))


def fields(words: str) -> tuple[FormField, ...]:
    """Every field, with those words wherever words can be."""
    options = (Option("1", words), Option("2", words), Option("3", "three"))
    return (
        TextField("text", words, words[:2_900], 1, True, words),
        TextField("lines", words, words[:2_900], 5),
        ChoiceField("choice", words, options, "2", True, words),
        ChoiceField("none", "no choice", options),
        DayField("day", words, date(2027, 3, 31), True, words),
        DayField("no-day", words),
        PersonField("person", words, options, "3"),
        PersonField("nobody", words, (), ""),
    )
