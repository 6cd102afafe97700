"""Wishes about doors, and what only looks like one."""

from __future__ import annotations

import pytest

from bot.reading.joining import JoiningWish, read_joining

CODE = JoiningWish("code", code="7K3M92QFXA01")


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("connect Teams", JoiningWish("offer")),
        ("connect", JoiningWish("offer")),
        ("please link Slack with Microsoft Teams", JoiningWish("offer")),
        ("连接 Teams", JoiningWish("offer")),
        ("打通 Slack 和 Teams", JoiningWish("offer")),
        ("连接码", JoiningWish("offer")),
        ("connect 7K3M-92QF-XA01", CODE),
        ("7k3m-92qf-xaol", CODE),
        ("Connect with code: 7K3M-92QF-XAO1", CODE),
        ("connect 7K3M92QFXA01", CODE),
        ("连接 7K3M-92QF-XA01", CODE),
        ("打通码：7K3M-92QF-XA01", CODE),
        ("join people by e-mail", JoiningWish("by_email")),
        ("match people by email.", JoiningWish("by_email")),
        ("按邮箱合并人员", JoiningWish("by_email")),
        ("don't join people by email", JoiningWish("not_by_email")),
        ("join people by e-mail off", JoiningWish("not_by_email")),
        ("不要按邮箱合并", JoiningWish("not_by_email")),
        ("nudge me on Teams", JoiningWish("door", door="teams")),
        ("Please remind me in Slack!", JoiningWish("door", door="slack")),
        ("在 Teams 提醒我", JoiningWish("door", door="teams")),
        ("以后在Slack上联系我", JoiningWish("door", door="slack")),
        ("nudge me where I was last", JoiningWish("any_door")),
        ("在我最近用的地方提醒我", JoiningWish("any_door")),
        ("keep Slack and Teams apart", JoiningWish("apart")),
        ("that's not me on Teams", JoiningWish("apart")),
        ("unjoin me", JoiningWish("apart")),
        ("把 Slack 和 Teams 分开", JoiningWish("apart")),
        ("Teams 上的那个人不是我", JoiningWish("apart")),
        ("I am the same on Slack and Teams", JoiningWish("same")),
        ("我在 Slack 和 Teams 是同一个人", JoiningWish("same")),
    ],
)
def test_a_wish_about_doors_is_heard(text: str, wish: JoiningWish) -> None:
    assert read_joining(text) == wish


@pytest.mark.parametrize(
    "text",
    [
        "",
        "join growth",
        "connect with customers from 5 to 10",
        "connect Teams users to the new API, 40%",
        "Teams rollout 40%",
        "nudge me on Friday",
        "remind me in two days",
        "keep Slack under 5%",
        "migrated the chat from Slack to Teams",
        "按邮箱合并了 300 个账号",
        "在 Teams 上线了",
        "提醒我",
        "123456789012",
        "well-made-tent",
        "2024-2025-2026",
        "4111-1111-1111-1111",
        "连接数 7000",
        "my objective is to connect Slack and Teams as measured by 5 joined",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert read_joining(text) is None
