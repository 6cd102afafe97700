"""Cards and forms -> what Slack shows: messages, modals, the App Home, unfurls.

- `draw_card`: a message, ``{"text", "blocks"}``.
- `in_passing`: the same without Slack's own charts.
- `draw_form`: a modal; its ``private_metadata`` holds the form's action and where it was opened (`stood`).
- `keep_form`: the answer to a submit that was not taken: errors beneath their fields where that says it all, else the modal anew.
- `draw_home`: the App Home of one card or several.
- `view_blocks`: the same for any view.
- `draw_unfurl`: a card beneath a link, as `chat.unfurl` takes it.

Every payload keeps to `limits`, whatever stands in the card. State that does not fit its place is compressed (`pressing`),
texts too long for one input go on in the next (`render_fields`); nothing is kept on our side, so nothing can be lost there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from adapters.slack.limits import (
    CHARTS,
    LABEL,
    MESSAGE_BLOCKS,
    MESSAGE_SIZE,
    SECTION,
    TITLE,
    VIEW_BLOCKS,
    VIEW_SIZE,
    Json,
)
from adapters.slack.parse_values import field_block, values_of
from adapters.slack.render_chart import without_charts
from adapters.slack.render_elements import Drawing, draw_elements
from adapters.slack.render_fields import draw_field
from adapters.slack.render_fit import fit
from adapters.slack.render_text import fallback, label, pieces, plain, rich, section, speaker
from adapters.slack.stood import Stood, pack
from bot.chat.cards import Button, Buttons, Card, Form, action
from bot.chat.shown import Speak, cut, one_line
from bot.chat.words import t
from bot.ports.door import Reader

CALLBACK = "form"
"""The callback id of every modal."""


def draw_card(card: Card, reader: Reader) -> Json:
    """A message: its blocks, and the text that notifications and screen readers get. Its charts are Slack's own."""
    speak = speaker(reader)
    return {
        "text": fallback(speak(card.summary)),
        "blocks": _card_blocks(card, speak, charts=CHARTS, most=MESSAGE_BLOCKS, longest=MESSAGE_SIZE),
    }


def in_passing(drawn: Json) -> Json:
    """The same message for ways on which nobody learns whether Slack took it (a response, a response URL): charts in characters."""
    return {**drawn, "blocks": without_charts(drawn["blocks"])} if "blocks" in drawn else drawn


def draw_unfurl(card: Card, reader: Reader) -> Json:
    """What stands beneath a link. Charts are drawn in characters, as in a view."""
    speak = speaker(reader)
    return {"blocks": _card_blocks(card, speak, charts=0, most=MESSAGE_BLOCKS, longest=MESSAGE_SIZE)}


def draw_home(cards: Sequence[Card], reader: Reader) -> Json:
    """The App Home: the cards one beneath the other, and at its foot the way to one's settings."""
    settings = Button(t("slack-home-settings"), action("settings.open"), opens_form=True)
    foot = Card(t("slack-home-settings"), (Buttons((settings,)),))
    return {"type": "home", "blocks": view_blocks((*cards, foot), reader)}


def view_blocks(cards: Sequence[Card], reader: Reader) -> list[Json]:
    """Cards in a view, one beneath the other. Charts are drawn in characters: Slack takes its own ones in messages only."""
    speak = speaker(reader)
    drawing = Drawing(speak, charts=0)
    blocks: list[Json] = []
    for card in cards:
        blocks += [{"type": "divider"}] if blocks else []
        blocks += draw_elements(card.elements, drawing) or _summary(card, speak)
    return fit(blocks, most=VIEW_BLOCKS, longest=VIEW_SIZE, more=lambda count: _more(count, speak))


def draw_form(form: Form, reader: Reader, stood: Stood) -> Json:
    """A modal. Errors that stand in the form are said above its fields."""
    speak = speaker(reader)
    labels = {field.name: speak(field.label) for field in form.fields}
    blocks: list[Json] = []
    if form.intro is not None:
        blocks.append(rich(section(pieces(speak(form.intro)))))
    for name, words in form.errors:
        about = f"{one_line(labels[name])}: " if name in labels else ""
        blocks.append({"type": "context", "elements": [plain(f"⚠️ {about}{speak(words)}", SECTION)]})
    for field in form.fields:
        blocks += draw_field(field, speak)
    if not blocks:
        blocks.append(rich(section(pieces(one_line(speak(form.title))))))
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": pack(form.action, stood),
        "title": label(speak(form.title), TITLE),
        "submit": label(speak(form.submit), TITLE),
        "close": label(speak(t("button-cancel")), TITLE),
        "notify_on_close": True,
        "blocks": fit(blocks, most=VIEW_BLOCKS, longest=VIEW_SIZE, more=lambda count: _more(count, speak)),
    }


def keep_form(form: Form, reader: Reader, stood: Stood, view: Mapping[str, Any]) -> Json:
    """How to answer the submit of ``view`` that was not taken: the acknowledgement as bolt and Slack take it.

    Where the fields are the ones that are open, their errors are said beneath them and what was typed stays untouched;
    where the form has changed, or an error belongs to no field, the modal is drawn anew with what was typed in it.
    """
    anew = draw_form(form, reader, stood)
    beneath = _field_ids(view)
    unchanged = (
        _kinds(anew) == _kinds(view)
        and values_of(anew) == values_of(view)
        and anew["private_metadata"] == view.get("private_metadata")
    )
    if unchanged and form.errors and all(name in beneath for name, _ in form.errors):
        speak = speaker(reader)
        return {
            "response_action": "errors",
            "errors": {beneath[name]: cut(one_line(speak(words)), LABEL) for name, words in form.errors},
        }
    return {"response_action": "update", "view": anew}


def _kinds(view: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Which fields are open, and what each is filled in with."""
    found = [(block["element"]["type"], field_block(block["block_id"])) for block in _inputs(view)]
    return [(named.name, kind) for kind, named in found if named is not None]


def _field_ids(view: Mapping[str, Any]) -> dict[str, str]:
    """The id of the first input of each field."""
    found = [(block["block_id"], field_block(block["block_id"])) for block in _inputs(view)]
    return {named.name: id for id, named in reversed(found) if named is not None}


def _inputs(view: Mapping[str, Any]) -> list[Json]:
    return [block for block in view["blocks"] if block["type"] == "input"]


def _card_blocks(card: Card, speak: Speak, *, charts: int, most: int, longest: int) -> list[Json]:
    blocks = draw_elements(card.elements, Drawing(speak, charts)) or _summary(card, speak)
    return fit(blocks, most=most, longest=longest, more=lambda count: _more(count, speak))


def _summary(card: Card, speak: Speak) -> list[Json]:
    return [rich(section(pieces(speak(card.summary))))]


def _more(count: int, speak: Speak) -> Json:
    return {"type": "context", "elements": [plain(speak(t("more-than-fits", count=count)), SECTION)]}
