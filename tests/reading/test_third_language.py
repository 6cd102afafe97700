"""A third language is one module of words: a copy of the core that is given German reads German, and nothing else of it is changed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]
READINGS = {
    "Schlüsselergebnis 1: Umsatz von 1,2 Mio auf 2 Mio Euro steigern": "increase 1200000 → 2000000 EUR",
    "Antwortzeit von drei Stunden auf 1 Stunde senken": "decrease 10800 → 3600 duration_seconds",
    "Mindestens zwölf Kunden gewinnen bis Ende März 2027": "reach 12 count, due Ende März 2027",
    "Kosten um 20 % senken": "decrease by 20 %",
    "Fehlerrate unter 2 Prozent halten": "maintain_below 2 %",
    "Anmeldungen verdoppeln": "increase by 2 ratio",
    "1.500 Nutzer": "reach 1500 count",
    "Neues Portal einführen": "milestone",
    "Grow to 5 sites": "increase 5 count",
    "开设5家门店": "reach 5 count",
}
READ = """
import sys
from bot.reading.key_result import read_key_result
from tests.reading.saying import said
for text in sys.argv[1:]:
    print(said(read_key_result(text)))
"""


def test_a_third_language_is_one_module_of_words(tmp_path: Path) -> None:
    shutil.copytree(HOUSE / "bot", tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    saying = tmp_path / "tests" / "reading" / "saying.py"
    saying.parent.mkdir(parents=True)
    shutil.copy(HOUSE / "tests" / "reading" / "saying.py", saying)
    words = tmp_path / "bot" / "reading" / "words"
    shutil.copy(HOUSE / "tests" / "reading" / "german.py", words / "de.py")
    listed = (words / "__init__.py").read_text(encoding="utf-8")
    named = listed.replace("LANGUAGES: Final = (EN, ZH)", "LANGUAGES: Final = (EN, ZH, DE)")
    assert named != listed
    imported = named.replace(
        "from bot.reading.words.en import EN",
        "from bot.reading.words.de import DE\nfrom bot.reading.words.en import EN",
    )
    (words / "__init__.py").write_text(imported, encoding="utf-8")
    command = [sys.executable, "-X", "utf8", "-c", READ, *READINGS]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)  # noqa: S603
    assert dict(zip(READINGS, done.stdout.splitlines(), strict=True)) == READINGS
