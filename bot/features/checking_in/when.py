"""Who is asked, when, and about what: said before it happens."""

from __future__ import annotations

from bot.chat.cards import Button, Buttons, Card, Element, Facts, Heading, Paragraph, Remark, action
from bot.chat.events import Event
from bot.chat.words import Listing, Moment, Words, t
from bot.features.lines import key_result_line, today_of
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import plan_of
from bot.features.settings import cadence_words, quiet_line
from bot.ports.book import Book

LED = 3
"""How many teams are offered to whoever leads several."""
TEAM = 20
"""How many people of one's own teams are listed."""


def when(event: Event, book: Book) -> Outcome:
    """When the viewer is asked next, and about which key results as things stand; and when those whom they lead are asked."""
    viewer, now = book.viewer, event.origin.at
    settings = book.settings(viewer.id)
    plan = plan_of(viewer.id, book, settings)
    moment = plan.next_asked(now)
    elements: list[Element] = []
    if moment is None:
        words = t("check-in-when-never")
    else:
        asked = plan.asked_at(moment)
        words = t("check-in-when", moment=Moment(moment), count=len(asked))
        elements += [key_result_line(kr, book, today_of(event.origin, book)) for kr in asked[:TEAM]]
    if (quiet := quiet_line(event, book)) is not None:
        elements.append(quiet)
    rhythm = Listing(tuple(cadence_words(one) for one in plan.cadences[:3]))
    rule = t("check-in-when-rule", rhythm=rhythm) if settings.reminding else t("check-in-when-rule-once", rhythm=rhythm)
    elements.append(Paragraph(rule))
    if rows := _team(event, book):
        elements += [Heading(t("check-in-when-team")), Facts(rows)]
    led = [team for team in book.teams_of(viewer.id) if team.lead == viewer.id][:LED]
    weeks = (Button(t("check-in-when-week", team=team.name), action("rhythm.show", team=team.id)) for team in led)
    change = Button(t("settings-button-change"), action("settings.open"), opens_form=True)
    elements += [Buttons((change, *weeks)), Remark(t("check-in-when-past"))]
    return Outcome((to_person(event.origin, Card(words, (Heading(words), *elements))),))


def _team(event: Event, book: Book) -> tuple[tuple[Words, Words], ...]:
    """Whom the viewer leads, and when each is asked; who owns nothing is not asked."""
    led = [team for team in book.teams_of(book.viewer.id) if team.lead == book.viewer.id]
    people = dict.fromkeys(one for team in led for one in team.members if one != book.viewer.id)
    rows: list[tuple[Words, Words]] = []
    for id in list(people)[:TEAM]:
        person = book.person(id)
        if person is None:
            continue
        moment = plan_of(id, book).next_asked(event.origin.at)
        if not book.owned(id, limit=1):
            rows.append((person.name, t("check-in-when-owns-nothing")))
        elif moment is None:
            rows.append((person.name, t("check-in-when-not-asked")))
        else:
            rows.append((person.name, t("settings-moment", moment=Moment(moment))))
    return tuple(rows)
