"""One of each element and field as people see them, for the golden files and the pictures; all words of ours in both languages."""

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
    action,
)
from bot.chat.words import Amount, Day, t
from bot.ports.door import Reader

ENGLISH = Reader("en", "Europe/Lisbon")
CHINESE = Reader("zh", "Asia/Shanghai")
READERS = (ENGLISH, CHINESE)

TYPED = "<!channel> *bold* _slanted_ ~gone~ `code` <@U1> <https://a.example|here> & :tada: https://a.example/x?y=1&z=2."

_HISTORY = tuple(
    ChartPoint(date(2026, 10, day), Decimal(value), Decimal(expected))
    for day, value, expected in ((5, 43_200, 42_000), (12, 44_100, 43_300), (19, 46_800, 44_600), (26, 50_500, 45_900))
)

ELEMENTS: dict[str, tuple[Element, ...]] = {
    "heading": (Heading(t("viewing-home-mine")), Heading(TYPED)),
    "paragraph": (Paragraph(TYPED), Paragraph(t("viewing-home-start"))),
    "quote": (Quote("new page is out\nand the drum is late", "Ada"), Quote(TYPED)),
    "remark": (Remark(t("no-date")), Remark(TYPED, coach=True)),
    "facts": (Facts(((t("level-team"), "Growth"), (t("no-date"), TYPED))),),
    "progress": (
        Progress("O1", "Cafés love ordering", "at_risk", t("status-at-risk"), None, Decimal("14.4"), None, "Ada"),
        Progress(
            "KR1",
            TYPED,
            "on_track",
            t("status-on-track"),
            t("stands-of", current=Amount(Decimal(1420)), target=Amount(Decimal(2000))),
            Decimal(28),
            Decimal(25),
            depth=1,
            opens=action("view.show", id="KR1"),
        ),
        Progress("KR2", "Late deliveries", "pending", t("status-pending"), depth=1),
        Progress("KR3", "Launch in Porto", "done", t("status-done"), None, Decimal(100), Decimal(100), depth=2),
    ),
    "chart": (
        Chart(t("no-date"), _HISTORY, TYPED, "count", "learners", "k", Decimal(60_000)),
        Chart("Response time", _HISTORY, t("status-done"), "duration_seconds", None, "h"),
        Chart("A third one is drawn in characters", _HISTORY, t("status-done"), "USD", None, "k"),
        Chart("One point", _HISTORY[:1], t("status-done")),
    ),
    "divider": (Paragraph("above"), Divider(), Paragraph("below")),
    "buttons": (
        Buttons(
            (
                Button(t("button-save"), action("draft.save", objective=5, seen=1), "primary"),
                Button(t("button-edit"), action("draft.edit", objective=5), opens_form=True),
                Button(TYPED, action("draft.edit", objective=6)),
                Button(t("button-discard"), action("draft.discard", objective=5), "danger"),
            )
        ),
    ),
    "menu": (
        Menu(t("button-more"), (Option("C1", "#growth"), Option("", t("nobody-yet"))), action("summary.post", team=1)),
    ),
}
"""By the name of their golden file."""

FIELDS: dict[str, FormField] = {
    "text": TextField("note", t("level-team"), TYPED, required=True, hint=t("no-date")),
    "lines": TextField("key_results", t("level-team"), "a\nb", lines=5, adds=t("drafting-add-key-result")),
    "choice": ChoiceField("level", t("level-team"), (Option("t", t("level-team")), Option("i", TYPED)), "t"),
    "day": DayField("due", t("no-date"), date(2026, 12, 31)),
    "person": PersonField("owner", t("nobody-yet"), (Option("7", "林晓雨"), Option("8", "Ada")), "7", required=True),
}


def card(elements: tuple[Element, ...]) -> Card:
    """A card of those."""
    return Card(t("on-day", day=Day(date(2026, 11, 23))), elements)


def form(*fields: FormField) -> Form:
    """A form of those, with what is wrong with the first, and something that belongs to none."""
    errors = ((fields[0].name, t("no-date")), ("nowhere", t("nobody-yet")))
    return Form(t("button-edit"), action("draft.change", objective=5), fields, t("button-save"), TYPED, errors)
