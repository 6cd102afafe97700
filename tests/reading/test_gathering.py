"""Wishes about teams, admins and stand-ins, read as whole sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.gathering import Doing, Gathering, read_gathering
from bot.reading.naming import Named
from bot.reading.organising import Asked, read_organising

LI = Named("@li", 0)


@pytest.mark.parametrize(
    ("text", "slash", "expected"),
    [
        ("team", True, Gathering("list", sure=True)),
        ("teams", False, Gathering("list", sure=True)),
        ("团队", False, Gathering("list", sure=True)),
        ("team new Growth", True, Gathering("new", name="Growth", sure=True)),
        ("create a team called Growth & Brand", False, Gathering("new", name="Growth & Brand", sure=True)),
        ("新建团队增长", False, Gathering("new", name="增长", sure=True)),
        ("new team Growth with @li", False, Gathering("new", people=(LI,), name="Growth", sure=True)),
        ("create a team called Growth of @li", False, Gathering("new", people=(LI,), name="Growth", sure=True)),
        ("新建团队增长，成员有@li", False, Gathering("new", people=(LI,), name="增长", sure=True)),
        ("create a team", False, Gathering("new", sure=True)),
        ("新建一个团队", False, Gathering("new", sure=True)),
        ("team join growth", True, Gathering("join", "growth", sure=True)),
        ("join Growth", False, Gathering("join", "Growth")),
        ("加入增长", False, Gathering("join", "增长")),
        ("team leave", True, Gathering("leave", sure=True)),
        ("退出增长团队", False, Gathering("leave", "增长", sure=True)),
        ("team growth", True, Gathering("show", "growth", sure=True)),
        ("team growth lead @li", True, Gathering("lead", "growth", (LI,), sure=True)),
        ("make @li lead of Growth", False, Gathering("lead", "Growth", (LI,))),
        ("让@li当增长的负责人", False, Gathering("lead", "增长", (LI,))),
        ("add @li to Growth", False, Gathering("add", "Growth", (LI,))),
        ("把@li加入增长", False, Gathering("add", "增长", (LI,))),
        ("team growth add @li", True, Gathering("add", "growth", (LI,), sure=True)),
        ("remove @li from Growth", False, Gathering("remove", "Growth", (LI,))),
        ("把@li移出增长团队", False, Gathering("remove", "增长", (LI,))),
        ("post Growth's summaries to #growth", False, Gathering("channel", "Growth", name="#growth")),
        ("增长的频道 #增长", False, Gathering("channel", "增长", name="#增长")),
        ("team growth no channel", True, Gathering("no_channel", "growth", sure=True)),
        ("rename team Growth to Brand", False, Gathering("rename", "Growth", name="Brand", sure=True)),
        ("增长改名为品牌", False, Gathering("rename", "增长", name="品牌")),
    ],
)
def test_a_wish_about_a_team(text: str, slash: bool, expected: Gathering) -> None:
    assert read_gathering(text, ("@li",), slash=slash) == expected


@pytest.mark.parametrize(
    "text",
    [
        "our team shipped the wizard",
        "KR3 310k",
        "the team is on holiday until Monday",
        "list growth",
        "summary growth",
        "团队这周很忙",
        "",
    ],
)
def test_what_is_no_wish_about_a_team(text: str) -> None:
    assert read_gathering(text) is None


@pytest.mark.parametrize(
    ("text", "asked", "rest"),
    [
        ("workspace settings", "workspace", ""),
        ("settings workspace", "workspace", ""),
        ("工作区设置", "workspace", ""),
        ("admins", "admins", ""),
        ("谁是管理员", "admins", ""),
        ("make @li an admin", "admin", ""),
        ("让@li当管理员", "admin", ""),
        ("remove @li as admin", "no_admin", ""),
        ("取消@li的管理员", "no_admin", ""),
        ("while I'm away @li checks in for me", "stand_in", ""),
        ("@li covers for me", "stand_in", ""),
        ("stand-in: @li", "stand_in", ""),
        ("I'm away until Friday, @li checks in for me", "stand_in", "I'm away until Friday"),
        ("我不在时由@li代我签到", "stand_in", ""),
        ("我休假到周五，@li替我更新", "stand_in", "我休假到周五"),
        ("no stand-in", "no_stand_in", ""),
        ("取消代理", "no_stand_in", ""),
    ],
)
def test_a_wish_about_who_does_what(text: str, asked: Asked, rest: str) -> None:
    read = read_organising(text, ("@li",))
    assert read is not None
    assert (read.asked, read.rest) == (asked, rest)
    assert (read.person == LI) is ("@li" in text)


@pytest.mark.parametrize(
    "text",
    ["@li checked in", "I'm away until Friday", "settings", "KR3 @li", "the admin is on leave", "管理员很忙，进度慢了"],
)
def test_what_is_none(text: str) -> None:
    assert read_organising(text, ("@li",)) is None


DOINGS: tuple[Doing, ...] = (
    "list",
    "show",
    "new",
    "join",
    "leave",
    "add",
    "remove",
    "lead",
    "channel",
    "no_channel",
    "rename",
)


@given(st.text(max_size=400), st.lists(st.text(max_size=10), max_size=3), st.booleans())
def test_any_text_can_be_read(text: str, mentions: list[str], slash: bool) -> None:
    read = read_gathering(text, mentions, slash=slash)
    assert read is None or read.doing in DOINGS
    read_organising(text, mentions, slash=slash)
