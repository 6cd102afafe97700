"""Slack's own types know every payload: `@slack/types` under ``tsc --strict``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from adapters.slack.limits import Json
from tests.e2e.node import run
from tests.e2e.slack.shown import conversations, golden_payloads, worst_payloads

HEAD = 'import type {{ KnownBlock, View }} from "@slack/types";\n'
UNTYPED = ("data_visualization",)
"""Blocks that these types do not hold yet; `adapters.slack.limits` checks them."""


def typed(name: str, payload: Json) -> str:
    """The payload as a constant of its type."""
    blocks = [block for block in payload["blocks"] if block["type"] not in UNTYPED]
    value, kind = (blocks, "KnownBlock[]") if "type" not in payload else ({**payload, "blocks": blocks}, "View")
    return f"export const {name.replace('-', '_')}: {kind} = {json.dumps(value, ensure_ascii=False)};\n"


def problems(source: str, modules: Path, folder: Path) -> str:
    """What the compiler says to that source."""
    file = folder / "payloads.ts"
    file.write_text(HEAD.format() + source, encoding="utf-8")
    (folder / "node_modules").symlink_to(modules / "node_modules")
    options = ("--strict", "--noEmit", "--skipLibCheck", "--module", "nodenext", "--target", "es2022", "--types", "")
    done = run(modules / "node_modules" / ".bin" / "tsc", *options, file, folder=folder)
    return done.stdout + done.stderr


def test_every_payload_has_the_type_that_slack_gives_it(modules: Path, tmp_path: Path) -> None:
    payloads = golden_payloads() | conversations() | worst_payloads()
    assert len(payloads) > 100
    source = "".join(typed(name, payload) for name, payload in payloads.items())
    assert problems(source, modules, tmp_path) == ""


@pytest.mark.parametrize(
    "block",
    [{"type": "header"}, {"type": "divider", "colour": "red"}, {"type": "actions", "elements": [{"type": "knob"}]}],
)
def test_a_wrong_one_is_found(block: Json, modules: Path, tmp_path: Path) -> None:
    assert "error TS" in problems(typed("wrong", {"text": "x", "blocks": [block]}), modules, tmp_path)
