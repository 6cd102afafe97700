"""Slack's limits, and a check of payloads against them.

From Slack's reference of blocks, elements, composition objects and views, and from what its API refuses. Lengths are in
characters. `problems` finds what Slack would refuse and its own libraries let pass.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Json = dict[str, Any]
"""A block, element or view as it goes to Slack."""

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_SIZE = 12_500
"""All blocks of a message as JSON. Slack refuses at some 13,000 (``msg_blocks_too_long``) and does not say where exactly."""
VIEW_SIZE = 200_000
"""All blocks of a view as JSON. Slack takes views of some 250 KB."""
FALLBACK = 4_000
SECTION = 3_000
FIELDS, FIELD = 10, 2_000
HEADER = 150
CONTEXT_ELEMENTS = 10
ACTIONS_ELEMENTS = 25
BUTTON, BUTTON_VALUE, URL = 75, 2_000, 3_000
OPTIONS, OPTION, OPTION_VALUE = 100, 75, 150
GROUPS, GROUP = 100, 75
RADIO, OVERFLOW = 10, 5
PLACEHOLDER = 150
ID = 255
TITLE = 24
LABEL = HINT = 2_000
TEXT_INPUT = 3_000
METADATA = 3_000
RICH_TEXT = 3_000
"""Slack gives no number for a rich text; this is what a section may hold."""
INDENT = 8
CHARTS, CHART_TITLE, CHART_NAME, CHART_POINTS, CHART_SERIES, AXIS_LABEL = 2, 50, 20, 20, 6, 50
ALT = 2_000


def size(blocks: object) -> int:
    """How long blocks are on their way to Slack."""
    return len(json.dumps(blocks, ensure_ascii=False, separators=(",", ":")))


def problems(payload: Mapping[str, Any]) -> tuple[str, ...]:
    """What Slack would refuse in a message (``text`` and ``blocks``), a modal or a home; empty where nothing."""
    return tuple(_payload(payload))


def _payload(payload: Mapping[str, Any]) -> Iterator[str]:
    blocks: list[Json] = payload["blocks"]
    kind = payload.get("type", "message")
    yield from _blocks(blocks, message=kind == "message")
    if kind == "message":
        yield from _length("fallback text", payload.get("text", ""), FALLBACK)
    if kind == "modal":
        yield from _view(payload, blocks)
    if kind in ("modal", "home"):
        yield from _length("private_metadata", payload.get("private_metadata", "{}"), METADATA)
        yield from _length("callback_id", payload.get("callback_id", "-"), ID)


def _view(view: Mapping[str, Any], blocks: list[Json]) -> Iterator[str]:
    for part in ("title", "submit", "close"):
        if part in view:
            yield from _text(f"view {part}", view[part], TITLE)
    if "title" not in view:
        yield "a modal without a title"
    if "submit" not in view and any(block["type"] == "input" for block in blocks):
        yield "a modal with inputs and without a submit"


def _blocks(blocks: list[Json], *, message: bool) -> Iterator[str]:
    most, longest = (MESSAGE_BLOCKS, MESSAGE_SIZE) if message else (VIEW_BLOCKS, VIEW_SIZE)
    if not 1 <= len(blocks) <= most:
        yield f"{len(blocks)} blocks, of 1 to {most}"
    if size(blocks) > longest:
        yield f"{size(blocks)} characters of blocks, of {longest}"
    yield from _twice("block_id", (block["block_id"] for block in blocks if "block_id" in block))
    yield from _twice("action_id", (one["action_id"] for one in _each(blocks) if "action_id" in one))
    if sum(block["type"] == "data_visualization" for block in blocks) > (CHARTS if message else 0):
        yield "more charts than a message may hold, or one where there may be none"
    for block in blocks:
        yield from _length("block_id", block.get("block_id", "-"), ID)
        yield from _block(block, message=message)


def _block(block: Json, *, message: bool) -> Iterator[str]:
    match block["type"]:
        case "header":
            yield from _text("header", block["text"], HEADER)
        case "section":
            yield from _section(block)
        case "context":
            yield from _count("context", block["elements"], CONTEXT_ELEMENTS)
            for one in block["elements"]:
                yield from _text("context", one, SECTION)
        case "actions":
            yield from _count("actions", block["elements"], ACTIONS_ELEMENTS)
            for one in block["elements"]:
                yield from _element(one)
        case "input":
            if message:
                yield "an input in a message"
            yield from _text("label", block["label"], LABEL)
            if "hint" in block:
                yield from _text("hint", block["hint"], HINT)
            yield from _element(block["element"])
        case "rich_text":
            yield from _rich(block)
        case "image":
            yield from _length("image url", block["image_url"], URL)
            yield from _length("alt text", block["alt_text"], ALT)
        case "data_visualization":
            yield from _chart(block)
        case "divider":
            pass
        case other:
            yield f"an unknown block {other}"


def _section(block: Json) -> Iterator[str]:
    if "text" not in block and "fields" not in block:
        yield "an empty section"
    if "text" in block:
        yield from _text("section", block["text"], SECTION)
    if "fields" in block:
        yield from _count("fields", block["fields"], FIELDS)
        for one in block["fields"]:
            yield from _text("field", one, FIELD)
    if "accessory" in block:
        yield from _element(block["accessory"])


def _element(element: Json) -> Iterator[str]:
    yield from _length("action_id", element.get("action_id", ""), ID)
    if "placeholder" in element:
        yield from _text("placeholder", element["placeholder"], PLACEHOLDER)
    match element["type"]:
        case "button":
            yield from _text("button", element["text"], BUTTON)
            yield from _length("button value", element.get("value", "-"), BUTTON_VALUE)
            yield from _length("button url", element.get("url", "-"), URL)
        case "static_select" | "multi_static_select":
            yield from _select(element)
        case "radio_buttons" | "checkboxes":
            yield from _options(element["options"], RADIO)
        case "overflow":
            yield from _options(element["options"], OVERFLOW)
        case "plain_text_input":
            if len(element.get("initial_value", "")) > TEXT_INPUT:
                yield f"an initial value of more than {TEXT_INPUT}"
        case "datepicker" | "users_select" | "external_select":
            pass
        case other:
            yield f"an unknown element {other}"


def _select(element: Json) -> Iterator[str]:
    options = element.get("options", [])
    groups = element.get("option_groups")
    if groups is None:
        yield from _options(options, OPTIONS)
    else:
        yield from _count("option groups", groups, GROUPS)
        for group in groups:
            yield from _text("group label", group["label"], GROUP)
            yield from _options(group["options"], OPTIONS)
            options = [*options, *group["options"]]
    if "initial_option" in element and element["initial_option"] not in options:
        yield "an initial option that is none of the options"


def _options(options: list[Json], most: int) -> Iterator[str]:
    yield from _count("options", options, most)
    for option in options:
        yield from _text("option", option["text"], OPTION)
        yield from _length("option value", option["value"], OPTION_VALUE)


def _rich(block: Json) -> Iterator[str]:
    if not block["elements"]:
        yield "an empty rich text"
    total = 0
    for part in block["elements"]:
        inner = part["elements"] if part["type"] == "rich_text_list" else [part]
        if not 0 <= part.get("indent", 0) <= INDENT:
            yield "a list indented too far"
        for one in inner:
            if not one["elements"]:
                yield f"an empty {one['type']}"
            for piece in one["elements"]:
                if piece["type"] == "text" and not piece["text"]:
                    yield "an empty piece of rich text"
                if piece["type"] == "link" and not 1 <= len(piece["url"]) <= URL:
                    yield "a link too long"
                total += len(piece.get("text", piece.get("url", "")))
    if total > RICH_TEXT:
        yield f"{total} characters of rich text, of {RICH_TEXT}"


def _chart(block: Json) -> Iterator[str]:
    yield from _length("chart title", block["title"], CHART_TITLE)
    chart = block["chart"]
    categories = chart["axis_config"]["categories"]
    yield from _twice("category", categories)
    yield from _count("categories", categories, CHART_POINTS)
    yield from _count("series", chart["series"], CHART_SERIES)
    yield from _twice("series name", (series["name"] for series in chart["series"]))
    for label in ("x_label", "y_label"):
        yield from _length(label, chart["axis_config"].get(label, "-"), AXIS_LABEL)
    for series in chart["series"]:
        yield from _length("series name", series["name"], CHART_NAME)
        if [point["label"] for point in series["data"]] != categories:
            yield "a series that has not one point a category"
        for point in series["data"]:
            yield from _length("category", point["label"], CHART_NAME)


def _text(what: str, text: Json, most: int) -> Iterator[str]:
    yield from _length(what, text["text"], most)
    if text["type"] != "plain_text":
        yield f"{what} is {text['type']}: what people type must never be read as markup"


def _length(what: str, text: str, most: int) -> Iterator[str]:
    if not 1 <= len(text) <= most:
        yield f"{what} of {len(text)} characters, of 1 to {most}"


def _count(what: str, items: list[Any], most: int) -> Iterator[str]:
    if not 1 <= len(items) <= most:
        yield f"{len(items)} {what}, of 1 to {most}"


def _twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    met: set[str] = set()
    for one in ids:
        if one in met:
            yield f"{what} {one!r} twice"
        met.add(one)


def _each(blocks: Iterable[Json]) -> Iterator[Json]:
    """Every element that can be pressed or filled in."""
    for block in blocks:
        yield from block.get("elements", []) if block["type"] == "actions" else []
        yield from [block[part] for part in ("accessory", "element") if part in block]
