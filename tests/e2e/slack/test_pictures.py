"""Every card as a picture, light and dark, as wide as a phone: left in ``.node/pictures`` to be looked at.

What is drawn here is somebody else's idea of Slack, so only what would be wrong anywhere is asserted: that everything is there
to be read, and that nothing runs over the side.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from adapters.slack.limits import Json
from tests.e2e.node import run
from tests.e2e.slack.conftest import HERE
from tests.e2e.slack.shown import conversations, golden_payloads
from tests.slack.seen import texts

SHOWN = ("see-one-in-full", "post-a-summary", "settings-own-rhythm")
"""The conversations that are drawn."""

READ = """() => Object.fromEntries([...document.querySelectorAll("body > section")].map(
    one => [one.id, [one.innerText, one.scrollWidth - one.clientWidth]]))"""


@pytest.fixture(scope="session")
def payloads() -> dict[str, Json]:
    """What is drawn: every golden card, and a few conversations."""
    drawn = {name: one for path in SHOWN for name, one in conversations(path).items()}
    return golden_payloads() | drawn


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_card_is_a_picture(
    theme: str, payloads: dict[str, Json], modules: Path, pictures: Path, browser: Browser, tmp_path: Path
) -> None:
    source, page_file = tmp_path / "payloads.json", tmp_path / "page.html"
    source.write_text(json.dumps(payloads), encoding="utf-8")
    drawn = run("node", HERE / "draw.mjs", source, page_file, theme, modules, folder=HERE)
    assert drawn.returncode == 0, drawn.stderr[-2000:]
    page = browser.new_page(viewport={"width": 600, "height": 800}, device_scale_factor=1)
    page.goto(page_file.as_uri())
    folder = pictures / theme
    folder.mkdir(exist_ok=True)
    seen = page.evaluate(READ)
    for name, payload in payloads.items():
        text, wide = seen[name]
        read = bare(text)
        for words in texts([part for block in payload["blocks"] for part in _open(block)]):
            for word in [one for one in words.split()[:8] if "<" not in one]:  # read as markup here, not by Slack
                assert bare(word) in read, (name, word)
        assert wide <= 0, f"{name} runs {wide} pixels over the side"
    for name in [*golden_payloads(), *(name for name in payloads if name.endswith("5"))]:
        page.locator(f"#{name}").screenshot(path=folder / f"{name}.png")
    page.close()


def _open(block: Json) -> list[Json]:
    """What of a block stands there before anything is pressed."""
    match block["type"]:
        case "actions":
            return [one for one in block["elements"] if one["type"] == "button"]
        case "input":
            return [block["label"]]
        case "data_visualization":
            return []  # a picture, whose words stand beneath it
        case _:
            return [block]


def bare(text: str) -> str:
    """Without what the drawing changes: colons of emoji, quotation marks."""
    return re.sub(r"[\W_]", "", text)
