"""The sentences of a language, in Fluent's files: where each stands is found at once, what it says is understood at its own first use.

To understand all of them takes a quarter of a second, and a day needs a few dozen.
"""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from bot.chat.figures import Language

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.syntax import ast

_BEGINS = re.compile(r"^([a-z][a-z0-9-]*) *=", re.MULTILINE)
_NAMES = re.compile(r"\{\s*([a-z][a-z0-9-]*)\s*\}")
_UNDERSTANDING = threading.RLock()
"""Two turns at once would each begin a `bundle`, and what the one understood would be missing from the other's, which stays."""


class UnknownWords(UserWarning):
    """An id that a language lacks, or an argument that its sentence needs and did not get."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence."""

    placeholders: frozenset[str]
    """The arguments that it names, in any of its variants."""
    template: str | None
    """For ``%``, where all it does is to put words in; None where it chooses among variants, or names another sentence."""


def locale_files(language: Language) -> Iterator[tuple[str, str]]:
    """Name and text of each file of a language's sentences, in the order of their names."""
    folder = resources.files("bot") / "locales" / language
    for entry in sorted(folder.iterdir(), key=lambda found: found.name):
        if entry.name.endswith(".ftl"):
            yield entry.name, entry.read_text(encoding="utf-8")


@cache
def sources(language: Language) -> dict[str, str]:
    """Every sentence as it is written, by its id."""
    found: dict[str, str] = {}
    for name, text in locale_files(language):
        begins = list(_BEGINS.finditer(text))
        ends = [*(one.start() for one in begins[1:]), len(text)]
        for begin, end in zip(begins, ends, strict=True):
            if begin[1] in found:
                warnings.warn(f"{language}/{name}: {begin[1]} is there twice", UnknownWords, stacklevel=2)
            found[begin[1]] = text[begin.start() : end]
    return found


@cache
def sentence(language: Language, message_id: str) -> Sentence:
    """That sentence.

    Raises:
        KeyError: the language lacks the id.
    """
    with _UNDERSTANDING:
        return _understood(language, message_id)


def _understood(language: Language, message_id: str) -> Sentence:
    from fluent.runtime import FluentResource
    from fluent.syntax import ast

    resource = FluentResource(sources(language)[message_id])
    bundle(language).add_resource(resource)
    names: frozenset[str] = frozenset()
    template = None
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            warnings.warn(f"{message_id} in {language}: not understood: {entry.content!r}", UnknownWords, stacklevel=2)
        if isinstance(entry, ast.Message):
            names, template = _variables(entry), _template(entry)
    for other in set(_NAMES.findall(sources(language)[message_id])) & sources(language).keys():
        names |= sentence(language, other).placeholders
    return Sentence(names, template)


@cache
def bundle(language: Language) -> FluentBundle:
    """The sentences that were understood so far, for Fluent. There is none before the first `sentence`."""
    from fluent.runtime import FluentBundle

    return FluentBundle([language], use_isolating=False)


def _variables(entry: ast.Message) -> frozenset[str]:
    from fluent.syntax import visitor

    class Variables(visitor.Visitor):
        """Collects the names of variables below a node."""

        def __init__(self) -> None:
            self.names: set[str] = set()

        def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's visitor calls it by this name
            self.names.add(node.id.name)

    variables = Variables()
    variables.visit(entry)
    return frozenset(variables.names)


def _template(entry: ast.Message) -> str | None:
    from fluent.syntax import ast

    parts: list[str] = []
    for element in entry.value.elements if entry.value is not None else ():
        match element:
            case ast.TextElement():
                parts.append(element.value.replace("%", "%%"))
            case ast.Placeable(expression=ast.VariableReference() as variable):
                parts.append(f"%({variable.id.name})s")
            case _:
                return None
    return "".join(parts) or None
