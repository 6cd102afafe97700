"""Cards and forms -> what Teams shows: messages with an Adaptive Card, dialogs, what unfurls beneath a link, what a search finds.

Every card keeps to `limits`, whatever stands in it: texts are shortened step by step, then the end is left out and said to be.
What stands in a form's fields is never shortened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from adapters.teams.limits import (
    BUTTON,
    CARD_TYPE,
    CARD_VERSION,
    FOUND_BYTES,
    FOUND_VIEWERS,
    MOST_BYTES,
    SUMMARY,
    TITLE,
    UNFURL_VERSION,
    Json,
    size,
)
from adapters.teams.pressing import form as form_data
from adapters.teams.pressing import look
from adapters.teams.render_elements import Drawing, draw_elements, execute
from adapters.teams.render_fields import draw_field, wrong
from adapters.teams.render_text import label, lines, rich, run, speaker
from bot.chat.cards import Buttons, Card, Form, Menu
from bot.chat.effects import Found, Result
from bot.chat.shown import NOTHING, cut, one_line
from bot.chat.words import t
from bot.ports.door import Reader

_LENGTHS = (None, 3_000, 1_000, 400, 150)
"""How long one text may be: the first of these at which the card is small enough."""

_CONTROLS = Buttons | Menu


def draw_card(card: Card, reader: Reader, seen_by: Sequence[str] = ()) -> Json:
    """A message: its card, and the words that a notification shows. ``seen_by``: Teams' ids of those who get a view of their own."""
    return message(adaptive(card, reader, seen_by), summary_of(card, reader))


def message(card: Json, summary: str) -> Json:
    """The activity that holds a card."""
    return {"type": "message", "summary": summary, "attachments": [attachment(card)]}


def attachment(card: Json) -> Json:
    """A card as a message, a dialog or a search result holds it."""
    return {"contentType": CARD_TYPE, "content": card}


def summary_of(card: Card, reader: Reader) -> str:
    """What a notification and a screen reader say: never empty."""
    return label(speaker(reader)(card.summary), SUMMARY)


def adaptive(
    card: Card, reader: Reader, seen_by: Sequence[str] = (), *, unfurled: bool = False, most_bytes: int = MOST_BYTES
) -> Json:
    """The Adaptive Card. ``seen_by``: Teams' ids of those who get a view of their own. ``unfurled``: as old as Teams wants it beneath a link,
    where there are no such views. ``most_bytes``: how large it may be; what is smaller than it must be stays.
    """
    views = {} if unfurled else _views(card, seen_by)

    def draw(count: int, most: int | None) -> Json:
        speak = speaker(reader, most)
        drawing = Drawing(speak, plainly=unfurled, lean=most is not None)
        body = draw_elements(card.elements[:count], drawing) or lines(speak(card.summary)) or [rich(run(NOTHING))]
        left = len(card.elements) - count
        if left:
            controls = [one for one in card.elements[count:] if isinstance(one, _CONTROLS)] if count else []
            body += draw_elements(controls, drawing)
            body += lines(speak(t("more-than-fits", count=left)), isSubtle=True, size="Small")
        version = UNFURL_VERSION if unfurled else CARD_VERSION
        return {**_card(body, reader, version, summary_of(card, reader)), **views}

    return _fitted(draw, len(card.elements), most_bytes)


def _views(card: Card, seen_by: Sequence[str]) -> Json:
    """What Teams asks us by itself, for each of these people."""
    if card.views is None or not seen_by:
        return {}
    asks = {"type": "Action.Execute", "title": "Measured", "verb": "refresh", "data": look(card.views.look)}
    return {"refresh": {"action": asks, "userIds": list(seen_by)}}


def draw_form(form: Form, reader: Reader, *, on: str | None = None) -> Json:
    """A form as a dialog: ``{"title", "card"}`` and how large. ``on``: the message whose button opened it."""
    card = _fitted(lambda _, most: _form(form, reader, most, on, dialog=True), 0)
    return {
        "title": label(speaker(reader)(form.title), TITLE),
        "height": "large" if len(form.fields) > 4 else "medium",
        "width": "medium",
        "card": attachment(card),
    }


def form_card(form: Form, reader: Reader, *, on: str | None = None) -> Json:
    """The same as a message, where no dialog can be opened: after typed words, and in a nudge."""
    card = _fitted(lambda _, most: _form(form, reader, most, on, dialog=False), 0)
    return message(card, label(speaker(reader)(form.title), SUMMARY))


def draw_found(found: Found, reader: Reader, seen_by: Callable[[Card], Sequence[str]] = lambda _: ()) -> Json:
    """What a search found, as the message extension lists it. ``seen_by``: who gets a view of their own of a card, once it is chosen."""
    if not found.results:
        return {"composeExtension": {"type": "message", "text": label(speaker(reader)(found.words), SUMMARY)}}
    each = FOUND_BYTES // len(found.results)
    attachments = [
        _result(one, reader, seen_by(one.card)[:FOUND_VIEWERS], min(MOST_BYTES, each)) for one in found.results
    ]
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": attachments}}


def draw_unfold(card: Card, reader: Reader) -> Json:
    """What unfurls beneath a link."""
    preview = {"title": escape(summary_of(card, reader))}
    drawn = {**attachment(adaptive(card, reader, unfurled=True)), "preview": _thumbnail(preview)}
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": [drawn]}}


def _result(result: Result, reader: Reader, seen_by: Sequence[str], most_bytes: int) -> Json:
    speak = speaker(reader)
    line = result.line
    stands = [speak(line.status), *([] if line.detail is None else [speak(line.detail)])]
    preview = {
        "title": escape(label(f"{speak(line.label)} {speak(line.title)}", TITLE)),
        "text": escape(label(" · ".join(stands), TITLE)),
    }
    return {**attachment(adaptive(result.card, reader, seen_by, most_bytes=most_bytes)), "preview": _thumbnail(preview)}


def _thumbnail(content: Json) -> Json:
    """Its words are HTML to Teams, so they come escaped."""
    return {"contentType": "application/vnd.microsoft.card.thumbnail", "content": content}


def _form(form: Form, reader: Reader, most: int | None, on: str | None, *, dialog: bool) -> Json:
    speak = speaker(reader, most)
    drawing = Drawing(speak)
    errors = {name: speak(words) for name, words in form.errors}
    names = [field.name for field in form.fields]
    body = [] if dialog else lines(one_line(speak(form.title)), weight="Bolder", size="Medium")
    if form.intro is not None:
        body += lines(speak(form.intro))
    for name, words in errors.items():
        body += [] if name in names else wrong(words)
    for field in form.fields:
        body += draw_field(field, speak, errors.get(field.name))
    send, close = (form_data(means, form.action, names, on) for means in ("send", "close"))
    body.append({"type": "ActionSet", "actions": _ends(form, send, close, drawing, dialog=dialog)})
    return _card(body, reader, CARD_VERSION, label(speaker(reader)(form.title), SUMMARY))


def _ends(form: Form, send: Json, close: Json, drawing: Drawing, *, dialog: bool) -> list[Json]:
    """Sending and closing. Both carry what was typed; Teams tells nobody of a dialog that is closed by its cross."""
    named = ((drawing.speak(form.submit), "form.send", send), (drawing.speak(t("button-cancel")), "form.close", close))
    if dialog:
        ends = [{"type": "Action.Submit", "title": label(words, BUTTON), "data": data} for words, _, data in named]
    else:
        ends = [execute(label(words, BUTTON), verb, data, drawing) for words, verb, data in named]
    return [{**ends[0], "style": "positive"}, ends[1]]


def _card(body: Sequence[Json], reader: Reader, version: str, fallback: str) -> Json:
    return {
        "type": "AdaptiveCard",
        "version": version,
        "lang": reader.language,
        "fallbackText": cut(fallback, SUMMARY),
        "body": list(body),
        "msteams": {"width": "Full"},
    }


def _fitted(draw: Callable[[int, int | None], Json], whole: int, most_bytes: int = MOST_BYTES) -> Json:
    """``draw(count, most)``: with so many of its elements, and texts of at most so many characters. At first all of it, then with ever
    shorter texts, then with ever fewer elements.
    """
    for most in _LENGTHS:
        drawn = draw(whole, most)
        if size(drawn) <= most_bytes:
            return drawn
    for count in (*range(whole - 1, 0, -1 - whole // 20), 0):
        drawn = draw(count, _LENGTHS[-1])
        if size(drawn) <= most_bytes:
            return drawn
    return drawn
