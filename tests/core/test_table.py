"""States x events: every pair gets an answer, and no pair is forgotten. Any text at all gets one too."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.cards import Action, action
from bot.chat.effects import Answer, Found, KeepForm, Revise, Say, Show, Unfold, Whisper
from bot.chat.events import (
    Commanded,
    Deleted,
    Dismissed,
    Edited,
    Event,
    LinkShared,
    Opened,
    Pressed,
    Reacted,
    Said,
    Searched,
    SharedLink,
    Submitted,
)
from bot.chat.speech import say as in_words
from bot.chat.words import Words
from bot.features.states import (
    AskingDraft,
    AskingLeadIn,
    AskingNumber,
    AskingObjective,
    AskingTeam,
    AskingWhich,
    Previewing,
    Reporting,
    Reviewing,
    State,
    state_from_json,
    state_to_json,
)
from bot.router import route
from tests.core.office import Office, Seen

STATES: tuple[State | None, ...] = (
    None,
    AskingObjective(),
    AskingDraft(2, "objective"),
    AskingDraft(2, "key_results"),
    AskingDraft(2, "owner"),
    AskingDraft(2, "due"),
    Reviewing(2),
    Reviewing(99),
    AskingWhich("now 5", (1, 2)),
    AskingWhich("now 5", (98, 99)),
    AskingNumber(1, "31k", ("31000", "310000")),
    AskingNumber(99, "31k", ("31000",), "at_risk", "note", (1, 2)),
    AskingNumber(1, "KR1 900k", ("900000",), confidence=3, supersedes=1),
    Reporting(1, (2,)),
    Reporting(99, (1,)),
    Previewing(1, "A good week"),
    Previewing(99),
    AskingTeam(),
    AskingLeadIn(1),
    AskingLeadIn(99),
)
VERBS = (
    "draft.new",
    "draft.save",
    "draft.discard",
    "draft.edit",
    "draft.open",
    "draft.detail",
    "draft.skip",
    "draft.me",
    "draft.end",
    "check_in.walk",
    "check_in.open",
    "check_in.amend",
    "check_in.no_change",
    "check_in.value",
    "check_in.status",
    "check_in.which",
    "check_in.skip",
    "check_in.cancel",
    "check_in.undo",
    "edit.history",
    "edit.drop",
    "edit.discard",
    "edit.close",
    "edit.score",
    "edit.reopen",
    "edit.keep",
    "cheer.like",
    "cheer.unlike",
    "cheer.comment",
    "cheer.other",
    "check_in.redo",
    "view.show",
    "view.more",
    "view.find",
    "view.tree",
    "view.list",
    "view.home",
    "summary.edit",
    "summary.post",
    "summary.cancel",
    "summary.team",
    "settings.open",
    "settings.stop",
    "settings.start",
    "settings.back",
    "settings.wake",
    "settings.decline",
    "own.open",
    "own.keep",
    "own.back",
    "own.off",
    "team.list",
    "team.new",
    "team.show",
    "team.join",
    "team.leave",
    "team.open",
    "org.show",
    "org.open",
    "org.set_up",
    "org.later",
    "org.claim",
    "left.all",
    "left.each",
    "join.code",
    "join.do",
    "join.not_now",
    "join.by_email",
    "join.not_by_email",
    "help.more",
    "help.show",
    "help.run",
    "nothing.known",
    "",
)
WORDS = (
    "", "   ", "\x00\x07", "👍", "🎉🎉", "שלום מה שלומך", "save", "cancel", "help", "skip", "no change", "12", "+5", "KR1 300k", "KR99", "O99",
    "show O1", "list", "/okr", "/okr nonsense", "me", "end of march", "growth", "lovely weather", "没变化", "目前31万",
    "My objective is calm as measured by fewer alarms", "我的目标是安静，该目标以告警从9降到3来衡量", "sumary", "x" * 25_000,
    "settings", "leave me alone", "I'm away until Friday", "away", "snooze", "snooze until Thursday", "snooze until the rain stops", "别再问我",
    "我休假到周五", "推迟到周四", "设置", "/okr away from the sea",
    "KR1 @bo", "give KR1 to me", "KR1 @nobody", "hand back KR1", "KR1 contributor @bo copy", "remove me from KR1", "give everything of @bo to me",
    "把KR1交给@bo", "我来负责KR1", "team", "teams", "team growth", "new team Ours", "join growth", "leave growth", "add @bo to growth",
    "团队", "加入growth", "workspace", "workspace settings", "admins", "make @bo an admin", "工作区设置", "no stand-in",
    "@bo checks in for me while I'm away", "I'm away until Friday, @bo checks in for me", "我不在时由@bo代我更新", "reminders off",
    "KR1 target 500k", "drop KR1", "close O1", "reopen O1", "history of KR1", "rename O1 to x", "O2 level team", "align O1 to O2",
    "connect Teams", "连接码", "connect 7K3M-92QF-XA01", "join people by e-mail", "不要按邮箱合并", "nudge me on Teams", "在 Teams 提醒我",
    "nudge me where I was last", "keep Slack and Teams apart", "把 Slack 和 Teams 分开", "I am the same on Slack and Teams",
    "undo", "undo KR1", "撤销", "KR1 confidence 7", "信心11", "KR1 900k", "yes",
    "<script>alert(1)</script>", "<!channel> @everyone", "KR1 310k KR1 320k", "\u202e123", "1" * 400, "KR" + "9" * 300,
)  # fmt: skip


@pytest.fixture(scope="module")
def office() -> Office:
    office = Office()
    office.okr(
        office.ada,
        "My objective is grow as measured by increase sign-ups from 250k to 350k; reduce refunds from 8% to 4%",
    )
    office.say(office.ada, "My objective is calm as measured by cut alarms from 90 to 30")
    return office


def events(office: Office) -> list[Event]:
    origin = office.origin(office.ada, key="table")
    full: list[Action] = [
        action(
            verb,
            objective=2,
            version=1,
            key_result=1,
            seen=1,
            check_in=1,
            check_ins="1,2",
            team=1,
            value="5",
            person=1,
            first=1,
            last=1,
            id="KR1",
            day="2026-12-31",
            question="owner",
        )
        for verb in VERBS
    ]
    odd = [action(verb) for verb in VERBS] + [
        action(verb, objective="O", key_result="²", seen="-1", team="x", value="NaN", id="?") for verb in VERBS
    ]
    values = (("objective", "x"), ("value", "12"), ("lead_in", "hello"), ("choice", "growth"))
    return [
        *(Said(origin, words) for words in WORDS),
        *(Commanded(origin, words) for words in WORDS),
        *(Pressed(origin, one) for one in (*full, *odd)),
        *(Pressed(origin, one, values) for one in full),
        *(
            Submitted(origin, action(verb, objective=2, version=1, key_result=1, seen=1, team=1), given)
            for verb in (
                "draft.create",
                "draft.change",
                "draft.measure",
                "check_in.report",
                "cheer.say",
                "edit.scored",
                "summary.lead_in",
                "summary.edit",
                "settings.save",
                "own.save",
                "team.create",
                "team.save",
                "org.save",
                "org.begin",
                "left.all",
                "left.each",
                "nothing.known",
                "",
            )
            for given in ((), values)
        ),
        Opened(origin),
        LinkShared(origin, (SharedLink("https://x/o/O1", "O1"), SharedLink("https://x/o/KR1", "KR1"))),
        *(Searched(origin, words) for words in WORDS),
        Searched(origin, "a", after=1),
    ]


def silent(office: Office) -> list[Event]:
    """What may be nothing to us, and then gets no answer."""
    origin = office.origin(office.ada, key="table")
    return [
        *(Edited(origin, message, words) for message in ("1", "nobody's") for words in WORDS),
        *(Deleted(origin, message) for message in ("1", "nobody's")),
        *(
            Reacted(origin, message, reaction, added)
            for message in ("1", "nobody's")
            for reaction in ("👍", "+1", "x", "❌", "")
            for added in (True, False)
        ),
    ]


@pytest.mark.parametrize("state", STATES, ids=lambda state: type(state).__name__ + str(getattr(state, "objective", "")))
def test_every_event_in_every_state_gets_an_answer_in_both_languages(office: Office, state: State | None) -> None:
    for event in events(office):
        with office.storage.units.open(event.origin) as unit:
            outcome = route(state, event, unit.book)
        assert outcome.answers, event
        for answer in outcome.answers:
            words = _first_words(answer)
            for language in ("en", "zh"):
                assert in_words(words, language, "Asia/Shanghai").strip(), event
        seen = Seen(outcome.answers)
        assert seen.text is not None
        assert seen.chinese is not None


@pytest.mark.parametrize("state", STATES, ids=lambda state: type(state).__name__ + str(getattr(state, "objective", "")))
def test_what_may_be_nothing_to_us_is_read_in_every_state(office: Office, state: State | None) -> None:
    for event in silent(office):
        with office.storage.units.open(event.origin) as unit:
            seen = Seen(route(state, event, unit.book).answers)
        assert seen.text is not None
        assert seen.chinese is not None


def _first_words(answer: Answer) -> Words:
    match answer:
        case Show(form) | KeepForm(form):
            return form.title
        case Found(words):
            return words
        case Say(card) | Whisper(card) | Revise(card) | Unfold(card=card):
            return card.summary


def test_the_table_names_every_state() -> None:
    assert {type(state) for state in STATES if state is not None} == set(get_args(State))


@pytest.mark.parametrize("state", [state for state in STATES if state is not None], ids=repr)
def test_every_state_survives_being_saved(state: State) -> None:
    assert state_from_json(state_to_json(state)) == state


def test_a_closed_empty_form_needs_no_answer(office: Office) -> None:
    event = Dismissed(office.origin(office.ada), action("draft.create"))
    with office.storage.units.open(event.origin) as unit:
        assert route(None, event, unit.book).answers == ()


@settings(max_examples=150)
@given(text=st.text(max_size=300), state=st.sampled_from(STATES), slash=st.booleans())
def test_any_text_gets_an_answer(office: Office, text: str, state: State | None, slash: bool) -> None:
    origin = office.origin(office.ada, key="any")
    event: Event = Commanded(origin, text) if slash else Said(origin, text)
    with office.storage.units.open(origin) as unit:
        outcome = route(state, event, unit.book)
    assert outcome.answers
    for answer in outcome.answers:
        assert isinstance(answer, Show | KeepForm | Found) or answer.card.elements
