"""The app package that is uploaded to Teams: the manifest, filled in with what this bot is, the Chinese words of it, and the icons."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from string import Template
from typing import Final
from urllib.parse import urlsplit

FOLDER: Final = Path(__file__).resolve().parents[2] / "manifest" / "teams"
FILES: Final = ("zh.json", "color.png", "outline.png")
VERSION: Final = "0.1.0"
"""The package's own: Teams takes an upload as an update only where it has risen."""

_ANY_TIME: Final = (2026, 1, 1, 0, 0, 0)
"""Every file's date in the package, so that the same settings give the same bytes."""


def manifest(app_id: str, public_url: str) -> str:
    """The manifest of the bot ``app_id``, served at ``public_url`` (https, without a slash at its end)."""
    written = (FOLDER / "manifest.json").read_text(encoding="utf-8").replace('"$schema"', '"$$schema"')
    return Template(written).substitute(
        app_id=app_id, public_url=public_url, host=urlsplit(public_url).netloc, version=VERSION
    )


def package(app_id: str, public_url: str) -> bytes:
    """The zip file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "manifest.json", manifest(app_id, public_url).encode())
        for name in FILES:
            _add(archive, name, (FOLDER / name).read_bytes())
    return packed.getvalue()


def write(app_id: str | None, public_url: str | None, file: Path) -> str | None:
    """Put the zip file there; gives in words why that cannot be, None where it is done."""
    if app_id is None or public_url is None:
        return "The package says which bot it is and where: set MEASURED_TEAMS_APP_ID and MEASURED_PUBLIC_URL first."
    try:
        file.write_bytes(package(app_id, public_url))
    except OSError as error:
        return f"{file} cannot be written: {error.strerror}"
    return None


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _ANY_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
