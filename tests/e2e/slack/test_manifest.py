"""The manifest against Slack's own schema, where that stands beside the checkout: its vendor's file is not copied into here."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]  # comes with uvicorn; read here only

from adapters.slack.manifest import manifest

HERE = Path(__file__).parent
SCHEMA = HERE.parents[3] / "shared" / "schemas" / "slack-manifest-2.0.0.json"


@pytest.mark.parametrize("public_url", [None, "https://okr.example.org"])
def test_the_manifest_keeps_to_slacks_schema(modules: Path, public_url: str | None) -> None:
    assert check(modules, yaml.safe_load(manifest(public_url))) == ""


def test_the_check_finds_what_is_wrong(modules: Path) -> None:
    broken = yaml.safe_load(manifest(None))
    broken["features"]["slash_commands"][0]["command"] = "okr"
    broken["display_information"]["name"] = "M" * 36
    found = check(modules, broken)
    assert "/features/slash_commands/0/command" in found
    assert "/display_information/name" in found


def check(modules: Path, read: object) -> str:
    """What the schema says against it."""
    if not SCHEMA.exists():
        pytest.skip(f"Slack's schema of manifests does not stand at {SCHEMA}")
    node = shutil.which("node")
    assert node is not None
    command = (node, str(HERE / "manifest.mjs"), str(SCHEMA), str(modules))
    done = subprocess.run(  # noqa: S603
        command, input=json.dumps(read), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
