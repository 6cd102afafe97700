"""One card with every element and one form with every field, with the worst that people type; and what draws them."""

from __future__ import annotations

from datetime import date
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
    Facts,
    Form,
    Heading,
    Menu,
    Option,
    Paragraph,
    PersonField,
    Progress,
    Quote,
    Remark,
    TextField,
    action,
)
from bot.chat.words import t
from bot.ports.door import Reader

ENGLISH = Reader("en", "Europe/Lisbon")
CHINESE = Reader("zh", "Asia/Shanghai")

NASTY = '<script>alert("x")</script> **bold** [a](javascript:1) &amp; {{ 7*7 }} \u202eright to left\u202c \x00\x07 😀 {name}'

CARD = Card(
    t("status-on-track"),
    (
        Heading(t("status-at-risk")),
        Paragraph(NASTY),
        Quote(NASTY, by="Ada"),
        Remark(t("no-date")),
        Remark(NASTY, coach=True),
        Facts(((t("level-team"), NASTY), (t("no-date"), t("nobody-yet")))),
        Progress(
            "KR3",
            NASTY,
            "at_risk",
            t("status-at-risk"),
            detail=NASTY,
            percent=Decimal("54.6"),
            expected=Decimal("58"),
            owner="Ben",
            depth=2,
            opens=action("view.show", id="KR3"),
        ),
        Chart(
            t("no-date"),
            (
                ChartPoint(date(2026, 10, 5), Decimal(43200), Decimal(42000)),
                ChartPoint(date(2026, 11, 16), Decimal(50500), Decimal(49500)),
            ),
            t("status-pending"),
            unit="count",
            unit_word="learners",
            written_in="k",
            target=Decimal(60000),
        ),
        Divider(),
        Buttons(
            (
                Button(t("button-save"), action("draft.save", objective=5, seen=1), "primary"),
                Button(t("button-edit"), action("draft.edit", objective=5), opens_form=True),
                Button(t("button-discard"), action("draft.discard", objective=5), "danger"),
            )
        ),
        Menu(t("button-more"), (Option("1", t("level-team")), Option("2", NASTY)), action("summary.team", seen=3)),
    ),
)

FORM = Form(
    t("button-edit"),
    action("draft.fields", objective=5, seen=2),
    (
        TextField("title", t("level-team"), NASTY, required=True, hint=t("no-date")),
        TextField("key_results", NASTY, "a\nb", lines=5),
        ChoiceField("level", t("level-team"), (Option("team", t("level-team")),), "team"),
        DayField("due", t("no-date"), date(2026, 12, 31)),
        PersonField("owner", t("nobody-yet"), (Option("7", "林晓雨"),), "7"),
    ),
    t("button-save"),
    intro=NASTY,
    errors=(("title", t("no-date")), ("elsewhere", t("nobody-yet"))),
)
