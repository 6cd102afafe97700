"""The lines of a transcript -> steps. What each line means is said in ``docs/transcripts.md``; nothing is played here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from adapters.transcript.steps import (
    Adopts,
    Arrives,
    Beside,
    Closes,
    Crashes,
    Deletes,
    Edits,
    Fills,
    Gathered,
    Installs,
    Introduced,
    Leaves,
    Lives,
    Looks,
    Moves,
    Named,
    Opens,
    Presses,
    Profiled,
    Reacts,
    Repeats,
    Replies,
    Searches,
    Shares,
    Shuts,
    Speaks,
    Step,
    Types,
    Vouches,
)
from bot.okr.model import Language

CONTINUED = "    "
"""What a line begins with that goes on with the one above it."""

EMPTY = "·"
"""An empty line inside a message, in what is typed and in what is answered."""


class ScriptError(Exception):
    """A line that cannot be played. ``line`` counts from 1."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(f"line {line}: {words}")
        self.line = line
        self.words = words


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in the file, with those that go on with it; ``step`` is None for a comment or an empty one."""

    number: int
    source: tuple[str, ...]
    step: Step | None


def read_script(text: str) -> tuple[Line, ...]:
    """The lines of a transcript, without the answers beneath them.

    Raises:
        ScriptError: a line is none that can be played.
    """
    lines: list[Line] = []
    block: list[str] = []
    began = 0
    answer = False
    zone = ZoneInfo("UTC")

    def end() -> None:
        nonlocal zone
        if block:
            step = _step(block, began, zone)
            if isinstance(step, Moves):
                zone = cast(ZoneInfo, step.at.tzinfo)
            lines.append(Line(began, tuple(block), step))
            block.clear()

    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(CONTINUED):
            if answer:
                continue
            if not block or not block[0].strip() or block[0].startswith("#"):
                raise ScriptError(number, "an indented line goes on with the line above it, and there is none")
            block.append(line.rstrip())
            continue
        end()
        answer = is_answer(line)
        if not answer:
            began = number
            block.append(line.rstrip())
    end()
    while lines and not "".join(lines[-1].source).strip():
        lines.pop()
    return tuple(lines)


def is_answer(line: str) -> bool:
    """Whether the line is the first one of what the bot said, or says when that was."""
    return re.match(r"bot [-~=]> |at \d{4}-\d\d-\d\d \d\d:\d\d ", line) is not None


_SAID = re.compile(r"(?P<who>[^\s:：#]+)(?: #(?P<channel>[^\s:：]+))?[:：] ?(?P<text>.*)", re.DOTALL)
_PRESSED = re.compile(r"(?P<label>.+?)(?: on (?P<place>(?:(?P<newest>\d+)(?:st|nd|rd|th) )?newest))?(?P<twice> twice)?")
_NTH = r"(?P<newest>\d+)(?:st|nd|rd|th) newest"
_REPLIED = re.compile(r"in thread(?: of (?P<of>[^\s:：]+))?[:：] ?(?P<text>.*)", re.DOTALL)
_EDITED = re.compile(rf"edits(?: {_NTH})?[:：] ?(?P<text>.*)", re.DOTALL)
_DELETED = re.compile(rf"deletes the (?:{_NTH} )?message")
_REACTED = re.compile(r"(?P<verb>reacts|takes back) (?P<reaction>\S+)(?: to (?P<of>\S+))?")
_LATER = ("attaches",)


def _step(block: list[str], number: int, zone: ZoneInfo) -> Step | None:
    first = block[0]
    if not first.strip() or first.startswith("#"):
        return None
    text = "\n".join([first, *(_continuation(line) for line in block[1:])])
    word, _, rest = text.partition(" ")
    if word in _HEADERS:
        return _HEADERS[word](rest.strip(), number)
    if word == "clock":
        return _moves(rest, number, zone)
    if text in ("crash", "crash before the next answer"):
        return Crashes(unanswered=text != "crash")
    if text == "again":
        return Repeats()
    said = _SAID.fullmatch(text)
    if said:
        return Types(said["who"], said["channel"], _unescaped(said["text"]))
    if (step := _act(word, rest, number)) is not None:
        return step
    raise ScriptError(number, f"not understood: {first!r}")


def _act(who: str, rest: str, number: int) -> Step | None:
    if (step := _on_a_message(who, rest)) is not None:
        return step
    verb, _, what = rest.partition(" ")
    if shared := re.fullmatch(r"(?:#(?P<channel>\S+) )?shares(?P<labels>(?: (?:O|KR)\d+)+)", rest):
        return Shares(who, shared["channel"], tuple(shared["labels"].split()))
    match verb:
        case "presses":
            pressed = _PRESSED.fullmatch(what)
            if pressed is None:
                raise ScriptError(number, "presses what? The label stands in [brackets] above")
            newest = int(pressed["newest"] or 1) if pressed["place"] else None
            return Presses(who, pressed["label"], newest, 2 if pressed["twice"] else 1)
        case "fills" | "enters":
            return Fills(who, _unescaped(what), sends=verb == "fills")
        case "closes" if what == "the form":
            return Closes(who)
        case "opens" if what == "home":
            return Arrives(who)
        case "looks" if what == "at it":
            return Looks(who)
        case "installs" if not what:
            return Installs(who)
        case "leaves" if not what:
            return Leaves(who)
        case "moves" | "is" | "has":
            return _profiled(who, rest, number)
        case "searches":
            return Searches(who, _unescaped(what))
        case _ if verb.rstrip(":") in _LATER:
            raise ScriptError(number, f"'{verb}' is not supported yet: this version does not hear such events")
        case _:
            return None


def _profiled(who: str, rest: str, number: int) -> Step | None:
    """What the platform says of somebody."""
    if rest.startswith("moves to "):
        return Profiled(who, zone=_zone(rest.removeprefix("moves to ").strip(), number).key)
    if rest.startswith("is called "):
        return Profiled(who, name=rest.removeprefix("is called ").strip())
    if rest == "has no status":
        return Profiled(who, here=True)
    if email := re.fullmatch(r"has the e-mail (\S+)", rest):
        return Vouches(who, email[1])
    if rest == "has no e-mail":
        return Vouches(who, "")
    if away := re.fullmatch(r"has the status away until (\d{4}-\d\d-\d\d)", rest):
        return Profiled(who, away=date.fromisoformat(away[1]))
    return None


def _on_a_message(who: str, rest: str) -> Step | None:
    """What is done to a message that stands there already."""
    if adopted := re.fullmatch(r"adds as update[:：] ?(?P<text>.*)", rest, re.DOTALL):
        return Adopts(who, _unescaped(adopted["text"]))
    if replied := _REPLIED.fullmatch(rest):
        return Replies(who, replied["of"], _unescaped(replied["text"]))
    if edited := _EDITED.fullmatch(rest):
        return Edits(who, int(edited["newest"] or 1), _unescaped(edited["text"]))
    if deleted := _DELETED.fullmatch(rest):
        return Deletes(who, int(deleted["newest"] or 1))
    if reacted := _REACTED.fullmatch(rest):
        return Reacts(who, reacted["reaction"], reacted["of"], reacted["verb"] == "reacts")
    return None


def _continuation(line: str) -> str:
    text = line.removeprefix(CONTINUED)
    return "" if text == EMPTY else text


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def _moves(text: str, number: int, zone: ZoneInfo) -> Moves:
    day, _, rest = text.partition(" ")
    time, _, place = rest.partition(" ")
    where = _zone(place, number) if place else zone
    try:
        return Moves(datetime.strptime(f"{day} {time}", "%Y-%m-%d %H:%M").replace(tzinfo=where))
    except ValueError:
        raise ScriptError(number, "a clock line reads: clock 2026-11-30 09:00 Asia/Shanghai") from None


def _named(text: str, number: int) -> Named:
    if not text:
        raise ScriptError(number, "the workspace needs a name")
    return Named(text)


def _speaks(text: str, number: int) -> Speaks:
    return Speaks(_language(text, number))


def _lives(text: str, number: int) -> Lives:
    return Lives(_zone(text, number).key)


def _introduced(text: str, number: int) -> Introduced:
    who, *more = (part.strip() for part in text.split(","))
    handle, _, name = who.partition(" ")
    language, zone = (*more, None, None)[:2]
    if not re.fullmatch(r"[^\s:：#@,;]+", handle) or handle == "bot" or len(more) > 2:
        raise ScriptError(number, "a person reads: person maya Maya Lind, en, Europe/Berlin")
    return Introduced(
        handle,
        name.strip() or handle.capitalize(),
        None if not language else _language(language, number),
        None if not zone else _zone(zone, number).key,
    )


def _beside(text: str, number: int) -> Beside:
    read = re.fullmatch(r"it on Teams, (?P<name>[^:]+): ?(?P<people>.+)", text)
    people = () if read is None else tuple(one.strip() for one in read["people"].split(",") if one.strip())
    if read is None or not people:
        raise ScriptError(number, "another organisation reads: beside it on Teams, Dock: mei, tom")
    return Beside(read["name"].strip(), people)


def _gathered(text: str, number: int) -> Gathered:
    name, _, rest = text.partition(":")
    members, *more = (part.strip() for part in rest.split(";"))
    lead = channel = None
    for part in more:
        word, _, value = part.partition(" ")
        if word == "lead" and value:
            lead = value.strip()
        elif word == "channel" and value.startswith("#"):
            channel = value.removeprefix("#").strip()
        else:
            raise ScriptError(number, "a team reads: team Growth: maya, tom; lead maya; channel #growth")
    handles = tuple(handle.strip() for handle in members.split(",") if handle.strip())
    if not name.strip() or not handles:
        raise ScriptError(number, "a team reads: team Growth: maya, tom; lead maya; channel #growth")
    return Gathered(name.strip(), handles, lead, channel)


def _opens(text: str, number: int) -> Opens | Shuts:
    if text.endswith(" is archived"):
        return Shuts(_opens(text.removesuffix(" is archived"), number).name)
    if not re.fullmatch(r"#[^\s:：]+", text):
        raise ScriptError(number, "a channel reads: channel #growth")
    return Opens(text.removeprefix("#"))


def _language(text: str, number: int) -> Language:
    match text:
        case "en" | "zh":
            return text
        case _:
            raise ScriptError(number, f"no such language: {text!r}; there are en and zh")


def _zone(text: str, number: int) -> ZoneInfo:
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ScriptError(number, f"no such time zone: {text!r}; one is called Europe/Berlin") from None


_HEADERS: dict[str, Callable[[str, int], Step]] = {
    "workspace": _named,
    "language": _speaks,
    "zone": _lives,
    "person": _introduced,
    "newcomer": lambda text, number: replace(_introduced(text, number), new=True),
    "beside": _beside,
    "team": _gathered,
    "channel": _opens,
}
