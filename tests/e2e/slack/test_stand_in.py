"""The main job against a Slack that others wrote, in a browser, over Socket Mode and over HTTP.

That Slack listens on every address and has no way to say otherwise, so all of it runs in a network namespace of its own,
from which nothing leads out. Making one is for root on Linux; elsewhere this says so and is skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
INSIDE = 'ip link set lo up && exec "$0" -m tests.e2e.slack.inside "$@"'


@pytest.mark.parametrize("mode", ["socket", "events"])
def test_the_main_job_in_somebody_elses_slack(modules: Path, pictures: Path, tmp_path: Path, mode: str) -> None:
    unshare, binary = shutil.which("unshare"), modules / "node_modules/local-slack-linux-x64/bin/local-slack"
    if unshare is None or shutil.which("ip") is None or not binary.exists():
        pytest.skip("this needs Linux on x64, with unshare and ip")
    if subprocess.run([unshare, "-n", "true"], capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("only root may make a network namespace")
    binary.chmod(0o755)
    command = (unshare, "-n", "bash", "-c", INSIDE, sys.executable, mode, str(binary), str(tmp_path), str(pictures))
    played = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=400)  # noqa: S603
    ours = tmp_path / "ours.log"
    log = ours.read_text("utf-8") if ours.exists() else ""
    assert played.returncode == 0, f"{played.stderr[-4000:]}\n{log[-2000:]}"
    assert "xoxb" not in log
    assert "onboarding" not in log
