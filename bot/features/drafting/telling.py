"""Telling people what has become theirs."""

from __future__ import annotations

from datetime import date

from bot.chat.cards import Button, Buttons, Card, Heading, Remark, action
from bot.chat.words import t
from bot.features.drafting.card import key_result_face
from bot.ports.book import Book
from bot.ports.changes import PutObjective
from bot.ports.unit import Tell, ToPerson


def owners_told(put: PutObjective, book: Book, today: date) -> tuple[Tell, ...]:
    """One message for each owner but the viewer: which key results are theirs from now on, and who says so."""
    owners = [kr.owner for kr in put.key_results if kr.owner is not None and kr.owner != book.viewer.id]
    return tuple(
        Tell(ToPerson(owner), _card(put, owner, book, today), f"owner:{put.objective.id}:{put.seen + 1}:{owner}")
        for owner in dict.fromkeys(owners)
    )


def _card(put: PutObjective, owner: int, book: Book, today: date) -> Card:
    mine = [kr for kr in put.key_results if kr.owner == owner]
    label = put.objective.label
    words = t("drafting-yours-now", by=book.viewer.name, count=len(mine), label=label, title=put.objective.title)
    return Card(
        words,
        (
            Heading(words),
            *(key_result_face(kr, book, today) for kr in mine),
            Remark(t("drafting-yours-how", key_result=mine[0].label)),
            Buttons((Button(t("drafting-show", label=label), action("view.show", id=label)),)),
        ),
    )
