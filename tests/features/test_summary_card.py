"""What a summary says: right figures, kind words, the same in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.chat.cards import Progress
from bot.features.summarising.card import TOLD
from bot.okr.model import HelpRequest, Settings
from bot.ports.changes import AddHelp, PutSettings, ResolveHelp
from tests.core.office import MONDAY, Office
from tests.features.desk import Desk, cards, lines, measured
from tests.features.previews import start


def test_the_preview_says_what_has_happened(week: Desk) -> None:
    text = lines(start(week, week.ada))
    for part in (
        "Only you see it so far",
        "# Growth, the week to 23 Nov",
        "One key result is off track and could use a hand.",
        "O1 At home in a week 24% | off track | +10 points since 16 Nov | Ada Park",
        "# What moved\nKR1, Sign-ups, went from 290k to 310k and is on track.\n> The outage is behind us (Ada Park)",
        "# What could use a hand\nKR2, Calls a day, went from 120 to 110 and is well behind. By now",
        "> Two big imports pending (Bo Lind)",
        "# What comes next\nStill to hear from Ada Park (KR3).",
        "3 key results: 1 on track, 1 off track and 1 without a recent check-in. Compared with Mon 16 Nov, a week ago.",
        "[Post to #growth] [Edit the first line] [Not now]",
        "(Another channel: #general)",
    ):
        assert part in text, part


def test_the_preview_reads_the_same_in_chinese(week: Desk) -> None:
    text = lines(start(week, week.ada), "zh")
    for part in (
        "一周小结 · Growth · 截至11月23日",
        "有 1 个关键结果严重落后，需要大家搭把手。",
        "有进展的\nKR1「Sign-ups」从",
        "需要搭把手的\nKR2「Calls a day」从 120 到了 110，落后较多。按进度现在应为",
        "较11月16日 +10 个百分点",
        "还在等消息：Ada Park（KR3）。",
        "[发到 #growth] [修改开头] [先不发]",
    ):
        assert part in text, part


def test_change_counts_from_the_last_summary(week: Desk) -> None:
    week.posted(week.growth, days_ago=20)
    text = lines(start(week, week.ada))
    assert "went from 250k to 310k" in text
    assert "Tue 3 Nov, when the last summary went out" in text
    week.posted(week.growth, days_ago=1)
    after = lines(start(week, week.ada))
    assert "What moved" not in after
    assert "went from" not in after
    assert "outage" not in after


def test_a_first_value_is_news_even_with_nothing_to_compare_it_to(desk: Desk) -> None:
    desk.objective("Loved", replace(measured("NPS", None, "60", unit="score"), kind="maintain_above"), team=desk.growth)
    desk.check_in(1, "41")
    text = lines(start(desk, desk.ada))
    assert "KR1, NPS, has its first number, 41, and is well behind." in text


def test_order_is_that_of_the_objectives_whoever_did_best(desk: Desk) -> None:
    desk.objective(
        "First", measured("Worst", "0", "100", owner=desk.bo), measured("Best", "0", "100"), team=desk.growth
    )
    desk.objective("Second", measured("Middle", "0", "100", owner=desk.li), team=desk.growth)
    for key_result, value in ((1, "1"), (2, "99"), (3, "50")):
        desk.check_in(key_result, value)
    card = cards(start(desk, desk.ada))[0]
    assert [one.label for one in card.elements if isinstance(one, Progress)] == ["O1", "O2"]
    text = lines(start(desk, desk.ada))
    moved, hand = text.index("What moved"), text.index("What could use a hand")
    assert moved < text.index("KR2, Best") < hand < text.index("KR1, Worst") < text.index("KR3, Middle")


def test_a_call_for_help_is_told_until_it_is_over(week: Desk) -> None:
    request = HelpRequest(1, 1, week.ada, week.cas, "keys", week.now)
    week.write(week.ada, AddHelp(request))
    text = lines(start(week, week.ada))
    hand = text.index("What could use a hand")
    assert hand < text.index("KR1, Sign-ups") < text.index("Ada Park has asked Cas Ray for help.\n> keys (Ada Park)")
    week.write(week.ada, ResolveHelp(1, week.cas, week.now))
    assert "asked Cas Ray" not in lines(start(week, week.ada))


@pytest.mark.parametrize(
    ("covered", "said"),
    [
        (False, "Ada Park (KR3) is away until Wed 25 Nov."),
        (True, "Ada Park (KR3) is away until Wed 25 Nov; Cas Ray checks in meanwhile."),
    ],
)
def test_nobody_is_waited_for_who_is_away(week: Desk, covered: bool, said: str) -> None:
    away = Settings(away_from=date(2026, 11, 20), away_to=date(2026, 11, 25), stand_in=week.cas if covered else None)
    week.write(week.ada, PutSettings(week.ada, away, week.now))
    text = lines(start(week, week.ada))
    assert f"# What comes next\n{said}" in text
    assert "Still to hear" not in text
    week.objective("More", measured("Pages", "30", "10", owner=week.bo), team=week.growth)
    assert f"Still to hear from Bo Lind (KR4). {said}" in lines(start(week, week.ada))
    week.now += timedelta(days=4)
    back = lines(start(week, week.ada))
    assert "and Ada Park (KR3)." in back
    assert "away until" not in back


def test_what_is_due_soon_and_what_goes_on_is_said_in_a_line(desk: Desk) -> None:
    soon = replace(measured("Soon", "0", "100"), due=date(2026, 12, 1))
    desk.objective("Aim", soon, measured("Calm", "0", "100"), team=desk.growth)
    desk.check_in(1, "90", days_ago=8)
    desk.check_in(2, "90", days_ago=8)
    desk.posted(desk.growth, days_ago=7)
    desk.check_in(2, "90", days_ago=1)
    desk.posted(desk.growth, days_ago=0)
    desk.now += timedelta(hours=1)
    text = lines(start(desk, desk.ada))
    assert "Due soon: KR1 on 1 Dec." in text
    assert "One key result goes on as before." in text


@pytest.mark.parametrize(
    ("values", "opening"),
    [
        (("90", "95"), "A good week: everything we measure is where it should be."),
        (("40", "95"), "Going well, with an eye on one key result at risk."),
        (("1", "2"), "2 key results are off track and could use a hand."),
        ((None, None), "A quiet week: no news from any key result yet."),
        (("90", None), "What we know so far looks good; more news is still to come."),
    ],
)
def test_the_first_line_fits_the_week(desk: Desk, values: tuple[str | None, ...], opening: str) -> None:
    desk.objective("Aim", measured("A", "0", "100"), measured("B", "0", "100"), team=desk.growth)
    for n, value in enumerate(values):
        if value is not None:
            desk.check_in(n + 1, value)
    assert opening in lines(start(desk, desk.ada))


def test_a_long_summary_only_counts_what_is_as_before(desk: Desk) -> None:
    many = TOLD + 3
    desk.objective("Much", *(measured(f"Number {n}", "0", "100") for n in range(many)), team=desk.growth)
    for n in range(many):
        desk.check_in(n + 1, "90", days_ago=8)
    desk.check_in(4, "95", note="Good news")
    text = lines(start(desk, desk.ada))
    assert "KR4, Number 3, went from 90 to 95" in text
    assert text.count(" Number ") == 1
    assert "from Ada Park (KR1, KR2" in text
    assert "and 2 more." in text


def test_a_draft_of_the_team_is_not_in_it(week: Desk) -> None:
    week.objective("Secret plan", measured("Secret", "1", "2"), team=week.growth, state="draft")
    assert "Secret" not in lines(start(week, week.ada))


def test_an_edited_check_in_counts_from_where_it_stood_before_both(week: Desk) -> None:
    week.amend(2, 1, "300000", note="Miscounted")
    text = lines(start(week, week.ada))
    assert "went from 290k to 300k" in text
    assert "Miscounted" in text
    assert "outage" not in text


def test_a_week_with_news_is_not_called_quiet_because_all_are_due_again() -> None:
    office = Office()
    office.okr(office.ada, "My objective is grow as measured by sign-ups from 10 to 20; leads from 5 to 9")
    office.say(office.ada, "KR1 12, the fair helped; KR2 6")
    office.now = MONDAY + timedelta(days=7)
    preview = office.command(office.ada, "summary growth").text
    assert "the fair helped" in preview
    assert "Still to hear" in preview
    assert "no news" not in preview
