"""What each element and each field looks like on Teams, to the letter. `WRITE_GOLDEN=1 pytest` writes down what is drawn now."""

from __future__ import annotations

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from adapters.teams.limits import Json
from adapters.teams.render import draw_card, draw_form, draw_found, draw_unfold, form_card
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
    Heading,
    Menu,
    Option,
    Paragraph,
    PersonField,
    Progress,
    Quote,
    Remark,
    TextField,
    Views,
    action,
)
from bot.chat.effects import Found, Result
from bot.chat.words import Amount, t
from bot.ports.door import Reader

GOLDEN = Path(__file__).parent / "golden"
READERS = {"en": Reader("en", "Europe/Berlin"), "zh": Reader("zh", "Asia/Shanghai")}

LINE = Progress(
    "KR3",
    "Orders [a week](https://evil.example)",
    "at_risk",
    t("status-at-risk"),
    t("chart-value", value=Amount(Decimal(310_000), "count", "orders", "k")),
    Decimal("54.6"),
    Decimal(58),
    "林晓雨",
    1,
    action("view.show", id="KR3"),
)

ELEMENTS: dict[str, tuple[Element, ...]] = {
    "heading": (Heading("**Not bold** {{DATE(2026-01-01)}}"),),
    "paragraph": (Paragraph("one\n\ntwo\tthree"),),
    "quote": (Quote("what <b>ada</b> wrote", "Ada"),),
    "remark": (Remark("quiet"), Remark("advice", coach=True)),
    "facts": (Facts((("Owner", "Ada"), ("负责人", "林晓雨"))),),
    "progress": (LINE,),
    "chart": (
        Chart(
            "History",
            (
                ChartPoint(date(2026, 10, 5), Decimal(43_200), Decimal(42_000)),
                ChartPoint(date(2026, 11, 16), Decimal(50_500), Decimal(49_500)),
            ),
            "from 43.2k to 50.5k",
            "count",
            "learners",
            "k",
            Decimal(60_000),
        ),
    ),
    "divider": (Paragraph("above"), Divider(), Paragraph("below"), Divider()),
    "buttons": (
        Buttons(
            (
                Button(t("button-save"), action("draft.save", objective=5, seen=1), "primary"),
                Button(t("button-edit"), action("draft.edit", objective=5), opens_form=True),
                Button(t("button-discard"), action("draft.discard", objective=5), "danger"),
            )
        ),
    ),
    "menu": (Menu("Post to", (Option("1", "#growth"), Option("", "nowhere")), action("summary.post", team=1)),),
    "long-menu": (
        Menu("Post to", tuple(Option(str(one), f"#channel-{one}") for one in range(8)), action("summary.post", team=1)),
    ),
}

FORM = Form(
    t("button-edit"),
    action("draft.fields", objective=5, seen=2),
    (
        TextField("title", "Objective", "=5 **bold**", required=True, hint="One sentence"),
        TextField("key_results", "Key results", "a\nb", lines=5),
        ChoiceField("level", "Level", (Option("team", t("level-team")), Option("", "nothing")), "team"),
        DayField("due", "By", date(2026, 12, 31)),
        PersonField("owner", "Owner", (Option("7", "林晓雨"),), "7"),
    ),
    t("button-save"),
    "One a line.",
    (("title", "Which one?"), ("elsewhere", "Odd.")),
)


def kept(name: str, drawn: Json) -> None:
    """Compare with the file of that name, or write it."""
    file = GOLDEN / f"{name}.json"
    text = json.dumps(drawn, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("WRITE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("language", READERS)
@pytest.mark.parametrize("name", ELEMENTS)
def test_an_element(name: str, language: str) -> None:
    drawn = draw_card(Card(t("status-on-track"), ELEMENTS[name]), READERS[language])
    kept(f"{name}.{language}", drawn["attachments"][0]["content"]["body"])


@pytest.mark.parametrize("language", READERS)
def test_rows_that_can_be_added(language: str) -> None:
    lines = TextField("key_results", t("drafting-field-key-results"), "a\nb", 5, adds=t("drafting-add-key-result"))
    kept(f"rows.{language}", draw_form(Form("x", action("draft.create"), (lines,), "OK"), READERS[language]))


@pytest.mark.parametrize("language", READERS)
def test_views_of_ones_own(language: str) -> None:
    card = Card(t("status-on-track"), ELEMENTS["buttons"], views=Views(action("view.look", id="KR3"), (1, 2)))
    kept(f"views.{language}", draw_card(card, READERS[language], ("29:ada", "29:ben")))


@pytest.mark.parametrize("language", READERS)
def test_a_form(language: str) -> None:
    kept(f"dialog.{language}", draw_form(FORM, READERS[language], on="m7"))
    kept(f"form.{language}", form_card(FORM, READERS[language]))


@pytest.mark.parametrize("language", READERS)
def test_what_is_found_and_what_unfurls(language: str) -> None:
    card = Card("A & B <c>", (LINE, *ELEMENTS["buttons"]))
    kept(f"found.{language}", draw_found(Found("two", (Result(LINE, card),)), READERS[language]))
    kept(f"nothing-found.{language}", draw_found(Found("none"), READERS[language]))
    kept(f"unfurled.{language}", draw_unfold(card, READERS[language]))
