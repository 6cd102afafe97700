"""Drafting, from one sentence, by form, and by question and answer."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.chat.events import Mention
from tests.core.office import Office, text_of

SENTENCE = (
    "My objective is make onboarding effortless as measured by cutting setup time from 3 days to 4 hours; "
    "raising activation from 40% to 60%; and 200 teams onboarded through a new wizard, better docs and weekly clinics"
)


@pytest.fixture
def office() -> Office:
    return Office()


def test_a_sentence_becomes_a_draft_that_is_saved_by_one_press(office: Office) -> None:
    drafted = office.say(office.ada, SENTENCE)
    for part in ("make onboarding effortless", "3 days", "4 hours", "60%", "Ada Park", "weekly clinics", "2026 Q4"):
        assert part in drafted.text
    saved = office.press(office.ada, drafted.button("Save"))
    assert "Saved: O1" in saved.text
    with office.storage.units.read_as(office.workspace, office.bo) as book:
        first, second, third = book.key_results([1])
        assert (first.start, first.target, first.unit) == (Decimal(259200), Decimal(14400), "duration_seconds")
        assert (second.kind, second.start, second.target, second.unit) == ("increase", Decimal(40), Decimal(60), "%")
        assert (third.kind, third.target) == ("reach", Decimal(200))
        assert {kr.owner for kr in (first, second, third)} == {office.ada}
        assert all(kr.due is not None and kr.starts_on is not None for kr in (first, second, third))
        assert [one.title for one in book.initiatives(1)] == ["a new wizard", "better docs", "weekly clinics"]


def test_a_chinese_sentence_becomes_a_draft(office: Office) -> None:
    drafted = office.say(
        office.li,
        "我的目标是让新客户更快上手，该目标通过新手引导、客户培训以激活率从40%提升到60%、首周留存达到80%来衡量",
    )
    for part in ("让新客户更快上手", "40%", "60%", "80%", "李明"):
        assert part in drafted.chinese
    office.press(office.li, drafted.button("Save"))
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        assert [kr.target for kr in book.key_results([1])] == [Decimal(60), Decimal(80)]
        assert len(book.initiatives(1)) == 2


def test_a_draft_is_its_authors_alone_until_it_is_saved(office: Office) -> None:
    drafted = office.say(office.ada, SENTENCE)
    assert "make onboarding effortless" not in office.command(office.bo, "show O1").text
    assert "make onboarding effortless" not in office.command(office.bo, "list all").text
    office.press(office.ada, drafted.button("Save"))
    assert "make onboarding effortless" in office.command(office.bo, "show O1").text


def test_a_draft_is_found_again(office: Office) -> None:
    office.say(office.ada, SENTENCE)
    office.command(office.ada, "cancel")
    found = office.command(office.ada, "drafts")
    assert "make onboarding effortless" in found.text
    again = office.press(office.ada, found.button("O1"))
    assert "Saved: O1" in office.press(office.ada, again.button("Save")).text


def test_save_can_be_typed(office: Office) -> None:
    office.say(office.ada, SENTENCE)
    assert "Saved: O1" in office.say(office.ada, "save").text


def test_a_double_click_on_save_saves_once(office: Office) -> None:
    save = office.say(office.ada, SENTENCE).button("Save")
    office.press(office.ada, save)
    assert "Nothing was saved twice" in office.press(office.ada, save).text


def test_the_same_press_delivered_twice_is_answered_the_same(office: Office) -> None:
    save = office.say(office.ada, SENTENCE).button("Save")
    first = office.press(office.ada, save, key="press-7")
    again = office.press(office.ada, save, key="press-7")
    assert first.answers == again.answers
    assert office.reports[-1].result == "repeated"


def test_discarding_gives_the_words_back(office: Office) -> None:
    drafted = office.say(office.ada, SENTENCE)
    gone = office.press(office.ada, drafted.button("Discard"))
    assert "make onboarding effortless" in gone.text
    assert "activation from 40% to 60%" in gone.text
    assert "no draft O1" in office.press(office.ada, drafted.button("Save")).text


def test_a_mention_is_the_owner(office: Office) -> None:
    text = "My objective is calm support as measured by reduce tickets from 120 to 30 @bo"
    drafted = office.say(office.ada, text, mentions=(Mention("@bo", office.bo),))
    assert "Bo Lind" in drafted.text
    office.press(office.ada, drafted.button("Save"))
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        (kr,) = book.key_results([1])
        assert kr.owner == office.bo


def test_a_name_that_nobody_has_is_kept_and_pointed_out(office: Office) -> None:
    drafted = office.say(office.ada, "My objective is calm support as measured by reduce tickets from 120 to 30 @zoe")
    assert "anybody called zoe" in drafted.text
    assert "@zoe" in drafted.text


def test_questions_lead_to_a_draft(office: Office) -> None:
    assert "What matters most" in office.say(office.ada, "new objective").text
    assert "success look like" in office.say(office.ada, "Teams find their own answers").text
    assert "Who owns" in office.say(office.ada, "Cut tickets from 120 to 30\nRaise doc visits from 2k to 5k").text
    assert "By when" in office.say(office.ada, "@bo", mentions=(Mention("@bo", office.bo),)).text
    card = office.say(office.ada, "end of march 2027")
    for part in ("Teams find their own answers", "Bo Lind", "31 Mar", "5k"):
        assert part in card.text
    assert "Saved: O1" in office.press(office.ada, card.button("Save")).text


def test_every_question_can_be_answered_by_a_press_or_skipped(office: Office) -> None:
    office.say(office.ada, "new objective")
    office.say(office.ada, "Teams find their own answers")
    who = office.say(office.ada, "Cut tickets from 120 to 30")
    when = office.press(office.ada, who.button("Me"))
    assert "By when" in when.text
    card = office.press(office.ada, when.button("Skip"))
    assert "Ada Park" in card.text
    assert "has no date" in card.text


def test_an_unreadable_date_is_asked_again_with_the_words_kept(office: Office) -> None:
    office.say(office.ada, "new objective")
    office.say(office.ada, "Teams find their own answers")
    office.say(office.ada, "Cut tickets from 120 to 30")
    office.say(office.ada, "me")
    again = office.say(office.ada, "whenever the stars align")
    assert "could not read a date" in again.text
    assert "whenever the stars align" in again.text
    assert "31 Mar" in office.say(office.ada, "31 March 2027").text


def test_the_form_makes_a_draft(office: Office) -> None:
    form = office.command(office.ada, "new").form
    made = office.submit(
        office.ada,
        form,
        objective="Fewer surprises in production",
        key_results="Cut incidents from 9 to 3 a month\nKeep uptime above 99.9% @bo",
        initiatives="Canary releases\nGame days",
        level="team",
        ambition="aspirational",
    )
    for part in ("Fewer surprises", "Bo Lind", "aspirational", "Canary releases"):
        assert part in made.text


def test_a_form_without_an_objective_comes_back_with_every_word(office: Office) -> None:
    form = office.command(office.ada, "new").form
    again = office.submit(office.ada, form, objective="  ", key_results="Cut incidents from 9 to 3").form
    assert [name for name, _ in again.errors] == ["objective"]
    assert {one.name: one.value for one in again.fields}["key_results"] == "Cut incidents from 9 to 3"


def test_editing_keeps_drops_adds_and_reorders(office: Office) -> None:
    drafted = office.say(office.ada, SENTENCE)
    form = office.press(office.ada, drafted.button("Edit")).form
    lines = str({one.name: one.value for one in form.fields}["key_results"]).splitlines()
    assert lines[0].startswith("KR1: ")
    edited = office.submit(office.ada, form, key_results="\n".join([lines[2], lines[0], "Raise NPS from 20 to 40"]))
    office.press(office.ada, edited.button("Save"))
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        kept = book.key_results([1])
        assert [kr.id for kr in kept] == [3, 1, 4]
        assert kept[1].start == Decimal(259200)
        assert kept[2].unit == "score"


def test_a_key_result_is_mended_in_detail(office: Office) -> None:
    drafted = office.say(office.ada, SENTENCE)
    form = office.press(office.ada, drafted.button("Change KR3")).form
    wrong = office.submit(office.ada, form, start="about a few", due="some day").form
    assert [name for name, _ in wrong.errors] == ["start", "due"]
    mended = office.submit(office.ada, form, kind="increase", start="20", target="250", due="2027-03-31")
    assert "20 → 250" in mended.text
    office.press(office.ada, mended.button("Save"))
    with office.storage.units.read_as(office.workspace, office.ada) as book:
        kr = book.key_result(3)
        assert kr is not None
        assert (kr.kind, kr.start, kr.target) == ("increase", Decimal(20), Decimal(250))
        assert kr.due is not None
        assert kr.due.isoformat() == "2027-03-31"


def test_a_form_sent_over_a_newer_version_shows_it_and_keeps_the_words(office: Office) -> None:
    drafted = office.say(office.ada, SENTENCE)
    form = office.press(office.ada, drafted.button("Edit")).form
    office.submit(office.ada, form, objective="First change")
    again = office.submit(office.ada, form, objective="Second change").form
    assert {one.name: one.value for one in again.fields}["objective"] == "Second change"
    assert "Second change" in office.submit(office.ada, again).text


def test_a_stale_card_shows_how_the_draft_stands(office: Office) -> None:
    drafted = office.say(office.ada, SENTENCE)
    form = office.press(office.ada, drafted.button("Edit")).form
    office.submit(office.ada, form, objective="Changed since")
    stale = office.press(office.ada, drafted.button("Save"))
    assert "changed after that card" in stale.text
    assert "Saved: O1 Changed since" in office.press(office.ada, stale.button("Save")).text


def test_a_closed_form_gives_the_words_back(office: Office) -> None:
    form = office.command(office.ada, "new").form
    assert "half an idea" in office.dismiss(office.ada, form, objective="half an idea").text


def test_others_cannot_change_what_is_not_theirs(office: Office) -> None:
    office.okr(office.ada, SENTENCE)
    assert "can be changed by its author" in office.command(office.bo, "edit O1").text


def test_too_many_lines_are_refused_kindly(office: Office) -> None:
    lines = "\n".join(f"- Raise figure {n} from 1 to 2" for n in range(31))
    assert "at most 30" in office.say(office.ada, f"My objective is everything as measured by\n{lines}").text


def test_a_missing_objective_is_asked_for(office: Office) -> None:
    asked = office.say(office.ada, "Key results:\n- Cut incidents from 9 to 3\n- Raise NPS from 20 to 40")
    assert "What matters most" in asked.text
    assert "Quiet nights" in office.say(office.ada, "Quiet nights").text


def test_an_owner_is_told_what_became_theirs(office: Office) -> None:
    office.okr(
        office.ada,
        "My objective is calm support as measured by reduce tickets from 120 to 30 @bo; reply in under 2 hours",
    )
    (parcel,) = office.storage.ledger.lease("test", office.now, owner="courier")
    assert parcel.address == "bo"
    said = "\n".join(text_of(parcel.card, "en"))
    assert "Ada Park made you the owner of KR1" in said
    assert "KR1" in said
    assert "KR2" not in said


def test_a_key_result_added_after_saving_runs_from_today_to_the_end_of_the_cycle(office: Office) -> None:
    office.okr(office.ada, "My objective is grow as measured by sign-ups from 10 to 20; leads from 5 to 9")
    form = office.say(office.ada, "edit O1").form
    lines = str({one.name: one.value for one in form.fields}["key_results"]).splitlines()
    seen = office.submit(office.ada, form, key_results=f"{lines[0]}\nRaise NPS from 20 to 40 @bo @zoe")
    assert "KR3" in seen.text
    assert "KR2 is no longer part of O1" in seen.text
    assert "anybody called zoe" in seen.text
    with office.storage.units.read_as(office.workspace, office.bo) as book:
        kr = book.key_result(3)
        assert kr is not None
        assert kr.starts_on is not None
        assert kr.due is not None
        assert (kr.starts_on.isoformat(), kr.due.isoformat()) == ("2026-11-23", "2026-12-31")
        assert kr.owner == office.bo


@pytest.mark.parametrize("words", ["delete KR2", "删掉KR2"])
def test_discarding_one_key_result_does_not_discard_its_draft(office: Office, words: str) -> None:
    office.say(office.ada, SENTENCE)
    seen = office.say(office.ada, words)
    assert "Drop KR2" in seen.text
    assert "O1 (draft)" in office.press(office.ada, office.say(office.ada, "drafts").button("O1")).text


def test_editing_a_key_result_opens_its_own_form(office: Office) -> None:
    office.say(office.ada, SENTENCE)
    assert office.say(office.ada, "edit KR2").form.action.get("key_result") == "2"


def test_what_is_saved_is_not_discarded_and_is_told_so(office: Office) -> None:
    office.okr(office.ada, SENTENCE)
    seen = office.say(office.ada, "discard O1")
    assert "Discard O1" in seen.text
    assert "twice" not in seen.text


def test_a_name_that_nobody_has_is_pointed_out_wherever_it_is_typed(office: Office) -> None:
    office.say(office.ada, "new objective")
    office.say(office.ada, "Be quicker")
    assert "anybody called zoe" in office.say(office.ada, "Cut incidents from 9 to 3 @zoe").text


def test_a_line_typed_again_without_its_label_is_the_one_that_is_there(office: Office) -> None:
    office.okr(office.ada, "My objective is grow as measured by sign-ups from 10 to 20 @bo; leads from 5 to 9")
    form = office.say(office.ada, "edit O1").form
    seen = office.submit(office.ada, form, key_results="leads from 5 to 9\nsign-ups from 10 to 20\nleads from 5 to 9")
    assert "no longer part" not in seen.text
    with office.storage.units.read_as(office.workspace, office.bo) as book:
        kept = book.key_results([1])
        assert [kr.id for kr in kept] == [2, 1, 3]
        assert kept[1].owner == office.bo


def test_the_coach_points_out_a_date_that_has_passed(office: Office) -> None:
    seen = office.say(office.ada, "My objective is grow as measured by sign-ups from 10 to 20 by 1 Jan 2020")
    assert "The date of KR1 has passed already" in seen.text
    assert "KR1 的日期已经过去了" in seen.chinese
