"""Every sentence that the code says stands in every language, with every argument it is given; and none stands there in vain.

An id is a literal where `t` is called, so that this can be read off the code: ``t("check-in-ask", kr=...)``, or one of
two: ``t("a" if one else "b")``. What depends on more is a `match` or a table of such calls.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.chat.figures import Language
from bot.chat.sentences import locale_files
from bot.chat.speech import LANGUAGES, message_ids, placeholders

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "adapters", "storage", "app.py")


@dataclass(frozen=True, slots=True)
class Call:
    """One ``t(...)`` in the code; ``id`` is None where it is no literal."""

    where: str
    id: str | None
    arguments: frozenset[str]
    spread: bool


def calls_in(source: str, name: str) -> Iterator[Call]:
    """Every call of a function that is `bot.chat.words.t` by whatever name, in the source of one module."""
    tree = ast.parse(source)
    known = {"t"} | {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "bot.chat.words"
        for alias in node.names
        if alias.name == "t"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
            first = node.args[0] if len(node.args) == 1 else None
            arguments = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
            spread = any(keyword.arg is None for keyword in node.keywords)
            for literal in literals(first):
                yield Call(f"{name}:{node.lineno}", literal, arguments, spread)


def literals(node: ast.expr | None) -> Iterator[str | None]:
    """The ids that an argument may be: one, or one of two; None where that cannot be read off."""
    match node:
        case ast.Constant(value=str(value)):
            yield value
        case ast.IfExp(body=body, orelse=other):
            yield from literals(body)
            yield from literals(other)
        case _:
            yield None


def modules() -> Iterator[Path]:
    """Every module of the running code."""
    for room in ROOMS:
        path = ROOT / room
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


CALLS = tuple(
    call for path in modules() for call in calls_in(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))
)


def test_ids_are_literals() -> None:
    assert [call.where for call in CALLS if call.id is None or call.spread] == []


def test_a_call_that_breaks_the_rule_is_seen() -> None:
    source = "from bot.chat.words import t as words\nwords(f'a-{x}')\nwords('b', **more)\nt('c' if x else 'd', n=1)\n"
    found = list(calls_in(source, "x.py"))
    assert [(call.id, call.spread, call.arguments) for call in found] == [
        (None, False, frozenset()),
        ("b", True, frozenset()),
        ("c", False, frozenset({"n"})),
        ("d", False, frozenset({"n"})),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_there(language: Language) -> None:
    there = message_ids(language)
    assert sorted(f"{call.where} {call.id}" for call in CALLS if call.id and call.id not in there) == []


def test_all_languages_have_the_same_sentences() -> None:
    first, *others = LANGUAGES
    for other in others:
        assert sorted(message_ids(first) ^ message_ids(other)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_is_supplied(language: Language) -> None:
    missing = [
        f"{call.where} {call.id}: {', '.join(sorted(lacking))}"
        for call in CALLS
        if call.id in message_ids(language) and (lacking := placeholders(language, call.id) - call.arguments)
    ]
    assert missing == []


def test_every_argument_is_used_in_some_language() -> None:
    vain = []
    for call in CALLS:
        used = {
            name
            for language in LANGUAGES
            if call.id in message_ids(language)
            for name in placeholders(language, call.id)
        }
        if call.id is not None and (unused := call.arguments - used):
            vain.append(f"{call.where} {call.id}: {', '.join(sorted(unused))}")
    assert vain == []


def test_no_sentence_is_there_in_vain() -> None:
    said = {call.id for call in CALLS}
    for language in LANGUAGES:
        said |= {
            name for _, text in locale_files(language) for name in re.findall(r"\{\s*([a-z][a-z0-9-]*)\s*\}", text)
        }
        assert sorted(message_ids(language) - said) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_the_same_and_keep_to_their_feature(language: Language) -> None:
    """One file a feature, each id beginning with one and the same word of it; common words are free."""
    assert [name for name, _ in locale_files(language)] == [name for name, _ in locale_files("en")]
    prefixes: dict[str, set[str]] = defaultdict(set)
    for name, text in locale_files(language):
        if name != "common.ftl":
            prefixes[name] |= {found.partition("-")[0] for found in re.findall(r"^([a-z][a-z0-9-]*)\s*=", text, re.M)}
    assert {name: sorted(found) for name, found in prefixes.items() if len(found) > 1} == {}
