"""Help: asked for in one line or by a button, it reaches one person at once, stands on the key result until it is over, and no longer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.cards import (
    Button,
    Buttons,
    Card,
    Element,
    Form,
    Heading,
    Option,
    Paragraph,
    PersonField,
    Quote,
    Remark,
    TextField,
    action,
    plain_card,
)
from bot.chat.effects import KeepForm, Revise, Show
from bot.chat.events import Event, Pressed, Said, Submitted
from bot.chat.words import Day, Moment, Words, t
from bot.features.lines import carried, key_result_line, who
from bot.features.outcome import Outcome, to_person
from bot.features.rhythms import team_of
from bot.features.states import Reporting, State
from bot.okr.asking import after_quiet
from bot.okr.model import HelpRequest, KeyResult, Person
from bot.okr.rhythm import local_day
from bot.ports.book import Book
from bot.ports.changes import AddHelp, ResolveHelp
from bot.ports.unit import Tell, ToPerson
from bot.reading.needing import Need, read_need, read_no_more_need

NOTE = 2000
"""How many characters of what is needed are kept."""
ASKED = 5
"""How many requests for help home lists."""
OFFERED = 8
"""How many of one's own key results are offered where none was named."""


def heard(state: State | None, event: Event, text: str, book: Book) -> Outcome | None:
    """A typed call for help, or that it is over; None for everything else."""
    if over := _no_more(event, text, book):
        return over
    need = read_need(text)
    if need is None:
        return None
    helper = helper_named(need, event, book)
    ids = need.key_results or ((state.asked,) if isinstance(state, Reporting) and (need.note or need.bare) else ())
    if not ids:
        clear = need.bare or helper is not None
        return _which(event, book) if clear and book.owned(book.viewer.id, limit=1) else None
    kr = book.key_result(ids[0])
    if kr is None:
        return _say(event, t("needing-unknown", label=f"KR{ids[0]}"))
    if not may_call(kr, book):
        return _say(event, t("needing-not-yours", label=kr.label, title=kr.title, owner=who(book, kr.owner)))
    named = helper or lead_of(kr, book)
    if named is None or (need.whom and helper is None):
        return Outcome((Show(need_form(kr, book, note=need.note, whom=need.whom if helper is None else "")),))
    return call(kr, named, need.note, event, book)


def pressed(event: Pressed, book: Book) -> Outcome:
    """``need.ask`` opens the form; ``need.helped`` says that it is over."""
    if event.action.verb == "need.helped":
        request = book.help_request(carried(event.action.get("request")))
        return _over(event, [request] if request is not None else [], book)
    kr = book.key_result(carried(event.action.get("key_result")))
    if kr is None:
        return _say(event, t("needing-unknown", label=f"KR{event.action.get('key_result')}"))
    if not may_call(kr, book):
        return _say(event, t("needing-not-yours", label=kr.label, title=kr.title, owner=who(book, kr.owner)))
    return Outcome((Show(need_form(kr, book)),))


def submitted(event: Submitted, book: Book) -> Outcome:
    """The form sent."""
    kr = book.key_result(carried(event.action.get("key_result")))
    if kr is None or not may_call(kr, book):
        return _say(event, t("needing-unknown", label=f"KR{event.action.get('key_result')}"))
    helper, note = chosen_helper(event, book), event.get("note")
    if not isinstance(helper, Person):
        return Outcome((KeepForm(need_form(kr, book, event.get("helper"), note, errors=(("helper", helper),))),))
    return call(kr, helper, note, event, book)


def chosen_helper(event: Submitted, book: Book) -> Person | Words:
    """Whom a form's field ``helper`` names, or why that is nobody who could help."""
    helper = book.person(carried(event.get("helper")))
    if helper is None or not helper.active:
        return t("needing-error-nobody")
    return t("needing-error-self") if helper.id == book.viewer.id else helper


def need_form(
    kr: KeyResult,
    book: Book,
    helper: str = "",
    note: str = "",
    whom: str = "",
    errors: tuple[tuple[str, Words], ...] = (),
) -> Form:
    """Whom, and with what. ``whom`` are words that name nobody here."""
    lead = lead_of(kr, book)
    wrong = (("helper", t("needing-error-who", words=whom[:60])),) if whom else errors
    return Form(
        title=t("needing-form", label=kr.label),
        action=action("need.submit", key_result=kr.id),
        intro=kr.title,
        fields=(
            PersonField(
                "helper",
                t("needing-field-helper"),
                others(book),
                helper or (str(lead.id) if lead else ""),
                required=True,
            ),
            TextField("note", t("needing-field-note"), note[:NOTE], lines=3, hint=t("needing-hint-note")),
        ),
        submit=t("needing-submit"),
        errors=wrong,
    )


def others(book: Book) -> tuple[Option, ...]:
    """Everybody but the viewer, to be chosen from."""
    return tuple(Option(str(one.id), one.name) for one in book.people() if one.id != book.viewer.id)


def need_button(kr: KeyResult, words: Words | None = None) -> Button:
    """The button that asks for help with a key result."""
    return Button(words or t("needing-button"), action("need.ask", key_result=kr.id), opens_form=True)


def open_needs(key_results: Sequence[KeyResult], book: Book) -> tuple[Element, ...]:
    """What stands on a key result while help is needed: who asked whom, since when, with what, and the way to end it."""
    elements: list[Element] = []
    for request in book.help_wanted([kr.id for kr in key_results]):
        day = Day(local_day(book.viewer.zone, request.at), weekday=True)
        label = f"KR{request.key_result}"
        asker, helper = who(book, request.asker), who(book, request.helper)
        elements.append(Paragraph(t("needing-open", label=label, asker=asker, helper=helper, day=day)))
        if request.note:
            elements.append(Quote(request.note))
        if may_end(request, book):
            elements.append(Buttons((over_button(request),)))
    return tuple(elements)


def asked_of_viewer(book: Book) -> tuple[Element, ...]:
    """What the viewer was asked to help with and nobody has called settled, oldest first; at most five."""
    elements: list[Element] = []
    for request in book.help_asked()[:ASKED]:
        kr = book.key_result(request.key_result)
        if kr is None:
            continue
        call = t("needing-call", asker=who(book, request.asker), label=kr.label, title=kr.title)
        show = Button(t("check-in-show", label=kr.label), action("view.show", id=kr.label))
        quoted = (Quote(request.note),) if request.note else ()
        elements += [Paragraph(call), *quoted, Buttons((over_button(request), show))]
    return tuple(elements)


def lead_of(kr: KeyResult, book: Book) -> Person | None:
    """Whom a call for help reaches where nobody is named: the team's lead, else whose objective it is; None where that is the viewer."""
    team, objective = team_of(kr, book), book.objective(kr.objective)
    for one in (team.lead if team is not None else None, objective.owner if objective is not None else None):
        person = book.person(one) if one is not None else None
        if person is not None and person.active and person.id != book.viewer.id:
            return person
    return None


def may_call(kr: KeyResult, book: Book) -> bool:
    """Whoever works on it may call for help: its owner and contributors, the objective's owner, people of the team."""
    objective, team = book.objective(kr.objective), team_of(kr, book)
    people = {kr.owner, *kr.contributors, *((team.lead, *team.members) if team is not None else ())}
    return book.viewer.id in people | {objective.owner if objective is not None else None}


def may_end(request: HelpRequest, book: Book) -> bool:
    """Who may say that it is over: who asked, who was asked, the owner, and the lead."""
    kr = book.key_result(request.key_result)
    team = team_of(kr, book) if kr is not None else None
    return book.viewer.id in (
        request.asker,
        request.helper,
        kr.owner if kr is not None else None,
        team.lead if team is not None else None,
    )


def call(kr: KeyResult, helper: Person, note: str, event: Event, book: Book) -> Outcome:
    """Ask that person, and say that they know."""
    request, tell = request_of(kr, helper, note, event, book)
    words = told_words(kr, helper, event, book)
    elements: tuple[Element, ...] = (Paragraph(words),)
    if request.note:
        elements = (*elements, Quote(request.note))
    card = Card(words, (*elements, Remark(t("needing-until", label=kr.label)), Buttons((over_button(request),))))
    return Outcome((to_person(event.origin, card),), "keep", (AddHelp(request),), (tell,))


def request_of(kr: KeyResult, helper: Person, note: str, event: Event, book: Book) -> tuple[HelpRequest, Tell]:
    """What stands on the key result from now on, and what the helper is told at once."""
    viewer, at = book.viewer, event.origin.at
    request = HelpRequest(book.next_help(), kr.id, viewer.id, helper.id, note.strip()[:NOTE], at)
    headline = t("needing-call", asker=viewer.name, label=kr.label, title=kr.title)
    today = local_day(helper.zone, at)
    elements: list[Element] = [Heading(headline)]
    if request.note:
        elements.append(Quote(request.note, viewer.name))
    show = Button(t("check-in-show", label=kr.label), action("view.show", id=kr.label))
    elements += [key_result_line(kr, book, today), Buttons((over_button(request), show))]
    elements.append(Remark(t("needing-call-how", asker=viewer.name)))
    return request, Tell(ToPerson(helper.id), Card(headline, tuple(elements)), f"help:{request.id}")


def told_words(kr: KeyResult, helper: Person, event: Event, book: Book) -> Words:
    """That they know, or when they will."""
    at = event.origin.at
    moment = after_quiet(book.settings(helper.id), helper.zone, at)
    if moment > at:
        return t("needing-told-later", helper=helper.name, label=kr.label, moment=Moment(moment))
    return t("needing-told", helper=helper.name, label=kr.label)


def over_button(request: HelpRequest) -> Button:
    """The way to say that it is over."""
    return Button(t("needing-button-over"), action("need.helped", request=request.id))


def _no_more(event: Event, text: str, book: Book) -> Outcome | None:
    ids = read_no_more_need(text)
    requests = book.help_wanted(ids) if ids else ()
    return _over(event, requests, book) if requests else None


def _over(event: Event, requests: Sequence[HelpRequest], book: Book) -> Outcome:
    """End them, and let the other one know."""
    viewer = book.viewer
    still = [one for one in requests if one.resolved_at is None]
    if not still:
        return _say(event, t("needing-over-already"))
    mine = [one for one in still if may_end(one, book)]
    if not mine:
        return _say(event, t("needing-over-others", asker=who(book, still[0].asker), helper=who(book, still[0].helper)))
    label = f"KR{mine[0].key_result}"
    words = t("needing-over", label=label)
    card = plain_card(words)
    tells = []
    for one in mine:
        for other in dict.fromkeys((one.asker, one.helper)):
            if other is not None and other != viewer.id:
                news = t("needing-over-told", name=viewer.name, label=f"KR{one.key_result}")
                tells.append(Tell(ToPerson(other), plain_card(news), f"helped:{one.id}:{other}"))
    answer = Revise(card) if isinstance(event, Pressed) else to_person(event.origin, card)
    return Outcome(
        (answer,), "keep", tuple(ResolveHelp(one.id, viewer.id, event.origin.at) for one in mine), tuple(tells)
    )


def _which(event: Event, book: Book) -> Outcome:
    """With which of their key results? A button each; and the way to what this can do, which may be meant as well."""
    words = t("needing-which")
    buttons = [
        need_button(kr, t("check-in-which-button", key_result=kr.label, title=kr.title[:40]))
        for kr in book.owned(book.viewer.id, limit=OFFERED)
    ]
    buttons.append(Button(t("needing-button-bot"), action("help.show")))
    elements: tuple[Element, ...] = (Paragraph(words), Buttons(tuple(buttons)), Remark(t("needing-typed")))
    return Outcome((to_person(event.origin, Card(words, elements)),))


def helper_named(need: Need, event: Event, book: Book) -> Person | None:
    """Whom the call names, where that is somebody here and not the viewer."""
    if not need.whom:
        return None
    mentions = event.mentions if isinstance(event, Said) else ()
    for mention in mentions:
        if mention.words.lstrip("@").casefold() == need.whom.lstrip("@").casefold():
            person = book.person(mention.person)
            break
    else:
        person = book.person_named(need.whom)
    return person if person is not None and person.active and person.id != book.viewer.id else None


def _say(event: Event, words: Words) -> Outcome:
    return Outcome((to_person(event.origin, plain_card(words)),))
