"""The sentence of a draft was edited where it was typed: the draft follows it, and its card is drawn anew."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, count

from bot.chat.cards import Button, Buttons, Card, Paragraph, action
from bot.chat.effects import Revise, Say, Whisper
from bot.chat.events import Edited, Said
from bot.chat.words import t
from bot.features.drafting.asking import Draft, compose, load, review
from bot.features.drafting.composing import initiatives_from
from bot.features.lines import carried
from bot.features.outcome import Outcome, to_person
from bot.ports.book import Book
from bot.reading.types import TemplateText


def redrafted(event: Edited, template: TemplateText, book: Book) -> Outcome | None:
    """The same draft by the new words; its key results keep their numbers, first to first. What is saved by now is not touched by an old
    message. None where the message began no draft, or says no objective any more.
    """
    answer = book.answer_to(event.origin.message(event.message))
    card = book.card_on(event.origin.message(answer)) if answer is not None else None
    number = _draft_of(card) if card is not None else None
    if number is None or answer is None or not template.objective or not template.key_results:
        return None
    old = load(book, number)
    if old is None:
        return _saved(number, event, book)
    said = Said(event.origin, event.text, event.mentions)
    made, notices = compose(said, template.objective, template, book)
    fresh = count(book.next_key_result())
    ids = chain((kr.id for kr in old.key_results), fresh)
    key_results = tuple(replace(kr, id=next(ids), objective=number) for kr in made.key_results)
    initiatives = initiatives_from(template.initiatives, number, book.next_initiative(), old.initiatives)
    draft = Draft(replace(old.objective, title=made.objective.title), key_results, initiatives)
    outcome = review(draft, event, book, notices)
    return replace(
        outcome,
        answers=tuple(Revise(one.card, answer) if isinstance(one, Say | Whisper) else one for one in outcome.answers),
    )


def _draft_of(card: Card) -> int | None:
    buttons = [button for one in card.elements if isinstance(one, Buttons) for button in one.buttons]
    about = [one.action.get("objective") for one in buttons if one.action.verb == "draft.save"]
    shown = [
        one.action.get("id") for one in buttons if one.action.verb == "view.show" and one.action.get("id")[:1] == "O"
    ]
    return next((id for one in (*about, *(label[1:] for label in shown)) if (id := carried(one))), None)


def _saved(number: int, event: Edited, book: Book) -> Outcome | None:
    objective = book.objective(number)
    if objective is None or objective.state != "active":
        return None
    words = t("drafting-edited-after-saving", label=objective.label, title=objective.title)
    edit = Button(t("button-edit"), action("draft.edit", objective=objective.id), opens_form=True)
    return Outcome((to_person(event.origin, Card(words, (Paragraph(words), Buttons((edit,))))),))
