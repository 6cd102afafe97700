"""The manifest of the Slack app for these settings: ``manifest/slack.yaml`` as it stands for Socket Mode, or with the
addresses under which Slack reaches this server.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

FILE: Final = Path(__file__).parents[2] / "manifest" / "slack.yaml"
_HTTP: Final = "#HTTP "
_EXAMPLE: Final = "okr.example.org"


def manifest(public_url: str | None) -> str:
    """The manifest as text, without the comments above it."""
    lines = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if _HTTP not in line:
            lines.append(
                line.replace("socket_mode_enabled: true", "socket_mode_enabled: false") if public_url else line
            )
        elif public_url:
            host = urlsplit(public_url).hostname or ""
            filled = line.replace(_HTTP, "", 1).replace(f"https://{_EXAMPLE}", public_url).replace(_EXAMPLE, host)
            lines.append(filled)
    return "\n".join(lines) + "\n"
