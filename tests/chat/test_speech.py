"""Sentences: nothing empty, nothing cut, nothing unworded in silence."""

from __future__ import annotations

import contextlib
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.figures import Language
from bot.chat.sentences import UnknownWords, bundle, locale_files, sentence, sources
from bot.chat.speech import LANGUAGES, message_ids, placeholders, say
from bot.chat.words import Msg, t


def test_what_a_person_typed_is_said_to_the_letter() -> None:
    assert say("  <b>@channel</b> { $x }\n", "zh", "UTC") == "  <b>@channel</b> { $x }\n"


def test_a_sentence_in_a_sentence() -> None:
    words = t("status-said", said=t("status-on-track"), computed=t("status-at-risk"))
    assert say(words, "en", "UTC") == "on track (the numbers say at risk)"
    assert say(words, "zh", "UTC") == "进展顺利（按数字算：有风险）"


@given(st.text(max_size=40), st.text(max_size=40), st.integers(0, 4_000))
def test_long_words_stand_whole(said: str, computed: str, more: int) -> None:
    said += "。" * more
    for language in LANGUAGES:
        text = say(t("status-said", said=said, computed=computed), language, "UTC")
        assert text.startswith(said)
        assert computed in text[len(said) :]


def test_a_mark_in_long_words_is_only_a_character() -> None:
    odd = "\ufdd01\ufdd0" * 900
    assert (
        say(t("status-said", said=odd, computed="y" * 3_000), "en", "UTC") == f"{odd} (the numbers say {'y' * 3_000})"
    )


@pytest.mark.parametrize("words", [t("no-such-words"), t("no-such-words", kr="KR3"), t("status-said", said="x")])
def test_unknown_words_are_an_error_here(words: Msg) -> None:
    with pytest.raises(UnknownWords):
        say(words, "en", "UTC")


def test_people_get_the_arguments_of_words_that_are_gone() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert say(t("gone", kr="KR3", note="outage"), "en", "UTC") == "gone · KR3 · outage"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_understood(language: Language) -> None:
    """Each is understood alone, at its first use: what is not, or stands between two of them, must be found here."""
    found = []
    for name, text in locale_files(language):
        for entry in FluentParser(with_spans=False).parse(text).body:
            assert not isinstance(entry, ast.Junk), (name, entry.content)
            if isinstance(entry, ast.Message):
                found.append(entry.id.name)
    assert sorted(found) == sorted(message_ids(language))


@pytest.mark.parametrize("language", LANGUAGES)
@given(said=st.text(max_size=30), computed=st.text(max_size=30))
def test_words_stand_where_fluent_would_put_them(language: Language, said: str, computed: str) -> None:
    args = {"said": said, "computed": computed}
    fluent = FluentBundle([language], use_isolating=False)
    fluent.add_resource(FluentResource(sources(language)["status-said"]))
    pattern = fluent.get_message("status-said").value
    assert pattern is not None
    written = sentence(language, "status-said").template
    assert written is not None
    assert (written % args, []) == fluent.format_pattern(pattern, args)


def test_placeholders_are_found_in_every_variant() -> None:
    for language in LANGUAGES:
        assert placeholders(language, "objective-detail") == {"count", "level"}
        assert "objective-detail" in message_ids(language)


@pytest.mark.parametrize(
    ("by", "text"),
    [
        ("魏然", "魏然请您负责 O1"),
        ("Jo Marsh", "Jo Marsh 请您负责 O1"),
        ("A组", "A组请您负责 O1"),
        ("魏A", "魏A请您负责 O1"),
    ],
)
def test_latin_words_keep_a_space_to_chinese_ones(by: str, text: str) -> None:
    words = t("owning-yours-now", by=by, labels="O1", count=1)
    assert say(words, "zh", "UTC").startswith(text)


@given(st.text(max_size=30).filter(lambda text: "\ufdd1" not in text), st.sampled_from(LANGUAGES))
def test_an_argument_stands_to_the_letter(words: str, language: Language) -> None:
    assert words in say(t("status-said", said=words, computed=words), language, "UTC")


def test_two_who_are_the_first_to_be_told_anything_are_both_told(monkeypatch: pytest.MonkeyPatch) -> None:
    both = threading.Barrier(2)

    class Slow(FluentBundle):
        """Begun by two at once, where that can be."""

        def __init__(self, *args: Any, **more: Any) -> None:
            with contextlib.suppress(threading.BrokenBarrierError):
                both.wait(0.3)
            super().__init__(*args, **more)

    monkeypatch.setattr("fluent.runtime.FluentBundle", Slow)
    sentence.cache_clear()
    bundle.cache_clear()
    first, second = t("viewing-home-teams", count=1), t("viewing-home-more-teams", count=2)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda words: say(words, "en", "UTC"), (first, second)))
    assert say(first, "en", "UTC") == "Your team"
    assert say(second, "en", "UTC") == "2 more of your teams are on the list of teams."
    bundle.cache_clear()
    sentence.cache_clear()
