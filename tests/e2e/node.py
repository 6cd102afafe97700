"""What node brings: installed once for each lock, into a folder that git ignores, without running anything that a package brings."""

from __future__ import annotations

import shutil
import subprocess
from hashlib import blake2s
from pathlib import Path

CACHE = Path(__file__).resolve().parents[2] / ".node"


def installed(wanted: Path) -> Path:
    """The folder that holds ``node_modules`` for the ``package.json`` and its lock in ``wanted``."""
    npm = shutil.which("npm")
    assert npm is not None, "there is no npm on PATH; on Debian: apt-get install nodejs npm"
    lock = wanted / "package-lock.json"
    folder = CACHE / blake2s(lock.read_bytes(), digest_size=6).hexdigest()
    if not (folder / "whole").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for file in (lock, wanted / "package.json"):
            shutil.copy(file, folder)
        for _ in range(3):  # a registry may be slow
            done = run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", folder=folder)
            if done.returncode == 0:
                break
        assert done.returncode == 0, done.stderr[-2000:]
        (folder / "whole").touch()
    return folder


def pictures() -> Path:
    """Where pictures are left to be looked at."""
    folder = CACHE / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run it there and wait; what it says is kept."""
    return subprocess.run(  # noqa: S603 - our own commands
        [str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )
