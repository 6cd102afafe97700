"""The manifest against Microsoft's own schema of the version that it names, and its Chinese words against theirs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

from adapters.teams.package import FOLDER, manifest

APP_ID = "1b4e28ba-2fa1-11d2-883f-0016d3cca427"


def schema(modules: Path, version: str, name: str) -> Any:
    """Microsoft's schema of that version."""
    package = modules / "node_modules" / "@microsoft" / "app-manifest" / "build" / "json-schemas" / "teams"
    return json.loads((package / f"v{version}" / f"MicrosoftTeams{name}.schema.json").read_text(encoding="utf-8-sig"))


def test_the_manifest_is_what_teams_takes(modules: Path) -> None:
    filled = json.loads(manifest(APP_ID, "https://okr.example.org"))
    validator = Draft4Validator(schema(modules, filled["manifestVersion"], ""))
    assert [error.message for error in validator.iter_errors(filled)] == []
    assert [*validator.iter_errors({**filled, "icons": {}})], "the schema finds what is missing"
    words = json.loads((FOLDER / "zh.json").read_text(encoding="utf-8"))
    localised = Draft4Validator(schema(modules, filled["manifestVersion"], ".Localization"))
    assert [error.message for error in localised.iter_errors(words)] == []
