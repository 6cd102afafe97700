"""What a person reads on a Slack payload, and whether that is what the card says."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.slack.limits import Json
from bot.chat.cards import Card, Form
from bot.ports.door import Reader
from tests.contract import said


def texts(payload: object) -> Iterator[str]:
    """Every text in a payload that is there to be read, from top to bottom."""
    match payload:
        case {"type": "plain_text" | "text", "text": str(text)}:
            yield text
        case {"type": "link", "url": str(url)}:
            yield url
        case {"type": "data_visualization", "title": str(title), **rest}:
            yield title
            yield from texts(list(rest.values()))
        case dict():
            for name, value in payload.items():
                if name == "initial_value":
                    yield str(value)
                elif name in ("title", "submit", "close"):
                    yield f"\n{value['text'] if isinstance(value, dict) else value}\n"
                elif name not in ("text", "private_metadata") or isinstance(value, dict):
                    yield from texts(value)
        case list():
            for one in payload:
                yield from texts(one)
                if isinstance(one, dict) and one.get("type") not in ("text", "link", "emoji"):
                    yield "\n"
        case _:
            return


def assert_says(shown: Card | Form, payload: Json, reader: Reader) -> None:
    """Every word of the card or form stands in the payload, but for what is cut with an ellipsis."""
    said.assert_says(shown, "".join(texts({name: part for name, part in payload.items() if name != "text"})), reader)
