"""Whose public holidays hold: read from what people write, and named as they name it."""

from __future__ import annotations

from functools import cache

from babel import Locale

from bot.chat.words import Words, t
from bot.okr.model import Language, Settings
from bot.okr.public_holidays import known

_LANGUAGES = ("en", "zh")
_ALSO = {
    "uk": "GB",
    "england": "GB-ENG",
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
    "northern ireland": "GB-NIR",
    "usa": "US",
}
_ALSO |= {
    "us": "US",
    "america": "US",
    "holland": "NL",
    "bavaria": "DE-BY",
    "巴伐利亚": "DE-BY",
    "香港": "HK",
    "澳门": "MO",
}
_ALSO |= {
    "the netherlands": "NL",
    "the united states": "US",
    "the united kingdom": "GB",
    "hong kong": "HK",
    "macau": "MO",
}
_OFF = frozenset({"off", "none", "no", "nowhere", "无", "没有", "关", "关闭", "不用", "不按"})


def read_place(text: str) -> str | None:
    """The ISO code that is written or named ("IE", "de-by", Germany, 中国), "" for "off"; None for what is no known place."""
    folded = " ".join(text.replace("_", "-").split()).casefold()
    if folded in _OFF:
        return ""
    code = _ALSO.get(folded) or _countries().get(folded) or _spelt(folded)
    return code if code and known(code) else None


def place_words(code: str, language: Language) -> Words:
    """A place by its name in that language, a part of a country with its code; for the empty one that there are none."""
    if not code:
        return t("settings-holidays-none")
    country, _, part = code.partition("-")
    name = str(Locale.parse(language).territories.get(country, country))
    return t("settings-holidays-part", place=name, code=code) if part else name


def holidays_words(settings: Settings, language: Language) -> Words:
    """What holds for somebody, and whether it is the workspace's."""
    place = place_words(settings.place, language)
    return t("settings-holidays-shared", place=place) if settings.holidays is None else place


def _spelt(folded: str) -> str:
    """The code as ISO writes it: the parts of some countries are named in small letters."""
    country, _, part = folded.partition("-")
    tried = (f"{country.upper()}-{one}" for one in (part.upper(), part.title())) if part else (country.upper(),)
    return next((code for code in tried if known(code)), "")


@cache
def _countries() -> dict[str, str]:
    return {
        name.casefold(): code
        for language in _LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if len(code) == 2
    }
