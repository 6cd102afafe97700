"""The app package: whole, filled in, in both languages, and its commands are understood."""

from __future__ import annotations

import io
import json
import struct
import zipfile

import pytest

from adapters.teams.package import FOLDER, package
from adapters.teams.parse import ADD_UPDATE
from bot.reading.command import read_command
from bot.reading.types import Command
from tests.teams.microsoft import APP_ID

FILES = ("manifest.json", "zh.json", "color.png", "outline.png")


@pytest.fixture
def packed() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(package(APP_ID, "https://okr.example.org:8443")))


def test_it_is_whole_and_filled_in(packed: zipfile.ZipFile) -> None:
    assert packed.testzip() is None
    assert sorted(packed.namelist()) == sorted(FILES)
    manifest = json.loads(packed.read("manifest.json"))
    assert "${" not in json.dumps(manifest)
    assert manifest["bots"][0]["botId"] == manifest["id"] == APP_ID
    assert manifest["validDomains"] == ["okr.example.org:8443"]
    assert manifest["staticTabs"][0]["contentUrl"] == "https://okr.example.org:8443/teams/tab"
    assert package(APP_ID, "https://x.example") == package(APP_ID, "https://x.example")


def test_the_icons_are_as_large_as_teams_wants_them() -> None:
    for name, side, colour in (("color.png", 192, 2), ("outline.png", 32, 6)):
        header = (FOLDER / name).read_bytes()[:33]
        assert header[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", header[16:24]) == (side, side)
        assert header[25] == colour, "the outline is transparent"


def test_each_command_is_one_in_its_language(packed: zipfile.ZipFile) -> None:
    manifest, chinese = json.loads(packed.read("manifest.json")), json.loads(packed.read("zh.json"))
    for list_number, listed in enumerate(manifest["bots"][0]["commandLists"]):
        for number, command in enumerate(listed["commands"]):
            there = f"bots[0].commandLists[{list_number}].commands[{number}]"
            english = read_command(command["title"])
            translated = read_command(chinese[f"{there}.title"])
            assert isinstance(english, Command), command["title"]
            assert isinstance(translated, Command), chinese[f"{there}.title"]
            assert english.verb == translated.verb
            assert chinese[f"{there}.description"]


def test_the_message_extension_is_the_one_that_is_answered(packed: zipfile.ZipFile) -> None:
    (extension,) = json.loads(packed.read("manifest.json"))["composeExtensions"]
    assert [command["id"] for command in extension["commands"]] == ["find", ADD_UPDATE]
