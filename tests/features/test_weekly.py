"""What a team, a key result and everybody choose of their week; summaries that go out by themselves; followers; what was sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.chat.cards import action
from bot.chat.effects import KeepForm, Show
from bot.chat.events import Place
from bot.features import weekly
from bot.features.outcome import Outcome
from bot.features.weekly.teams import team_form
from bot.okr.model import Cadence, Follow, Settings, TeamRhythm
from bot.ports.changes import DropFollow, PutAdmin, PutCadence, PutFollow, PutNextPost, PutTeamRhythm, PutWorkspace
from tests.features.desk import button, lines, measured
from tests.features.test_rhythms import Week

FRIDAY = datetime(2026, 11, 27, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def week() -> Week:
    """KR1 and KR2 of Growth are Bo's; Ada leads; it is Monday at nine."""
    desk = Week()
    desk.objective(
        "Grow",
        measured("Sign-ups", "100", "200", owner=desk.bo),
        measured("Calls", "1", "9", owner=desk.bo),
        team=desk.growth,
    )
    return desk


def hear(week: Week, person: int, text: str, *, sure: bool = False, place: Place | None = None) -> Outcome | None:
    with week.book(person) as book:
        outcome = weekly.heard(week.said(person, text, place=place), text, book, sure=sure)
    if outcome is not None and outcome.changes:
        week.carry_out(person, outcome)
    return outcome


def rhythm_of(week: Week) -> TeamRhythm:
    with week.book(week.ada) as book:
        return book.team_rhythm(week.growth)


def test_a_rhythm_of_nobody_here_is_said_to_be_of_nobody(week: Week) -> None:
    answer = hear(week, week.ada, "Logistics every Tuesday 10:00")
    assert answer is not None
    assert "no team and nobody called “Logistics”" in lines(answer)
    assert answer.changes == ()


def test_a_lead_sets_the_teams_rhythm_and_a_member_does_not(week: Week) -> None:
    refused = hear(week, week.bo, "Growth every Tuesday 10:00")
    assert refused is not None
    assert "for Ada Park to decide" in lines(refused)
    assert refused.changes == ()
    done = hear(week, week.ada, "Growth every two weeks on Tuesday 10:00")
    assert done is not None
    assert "Growth is asked every 2 weeks, Tuesday 10:00 from now on" in lines(done)
    assert rhythm_of(week).cadence == Cadence(2, 1, time(10), since=date(2026, 11, 24))
    usual = hear(week, week.ada, "Growth as usual")
    assert usual is not None
    assert rhythm_of(week).cadence is None


def test_a_key_result_follows_its_owner_who_hears_of_what_the_lead_sets(week: Week) -> None:
    stranger = hear(week, week.cas, "KR1 every two weeks")
    assert stranger is not None
    assert stranger.changes == ()
    set_by_lead = hear(week, week.ada, "KR1 monthly")
    assert set_by_lead is not None
    assert [type(change) for change in set_by_lead.changes] == [PutCadence]
    assert len(set_by_lead.tells) == 1
    own = hear(week, week.bo, "KR1 每两周周四下午两点")
    assert own is not None
    assert own.tells == ()
    assert "every 2 weeks, Thursday 14:00 (its own)" in lines(own)


def test_only_an_admin_sets_everybodys(week: Week) -> None:
    refused = hear(week, week.ada, "everybody every Friday")
    assert refused is not None
    assert "there is none yet" in lines(refused)
    week.write(week.ada, PutAdmin(week.ada, True, week.ada, week.now))
    done = hear(week, week.ada, "everybody every Friday")
    assert done is not None
    assert [type(change) for change in done.changes] == [PutWorkspace]
    with week.book(week.bo) as book:
        assert book.workspace.cadence == Cadence(1, 4, time(9))


def test_ones_own_rhythm_by_a_sentence_and_back(week: Week) -> None:
    assert hear(week, week.bo, "weekly") is None
    set_own = hear(week, week.bo, "ask me every Tuesday at 10")
    assert set_own is not None
    with week.book(week.bo) as book:
        chosen = book.settings(week.bo)
    assert (chosen.own, chosen.cadence) == (True, Cadence(1, 1, time(10)))
    back = hear(week, week.bo, "me as usual")
    assert back is not None
    with week.book(week.bo) as book:
        assert not book.settings(week.bo).own


@pytest.mark.parametrize(
    "text", ["KR9 every week", "KR1 fell to 20 every week", "Unknown every Tuesday", "follow up soon"]
)
def test_words_about_what_is_not_here_are_no_wish(week: Week, text: str) -> None:
    assert hear(week, week.ada, text) is None


def test_quiet_hours_by_a_sentence_and_back(week: Week) -> None:
    chosen = hear(week, week.bo, "quiet hours 18:00 to 8:30")
    assert chosen is not None
    assert "Quiet hours: 18:00 to 08:30" in lines(chosen)
    with week.book(week.bo) as book:
        settings = book.settings(week.bo)
    assert (settings.quiet_from, settings.quiet_to) == (time(18), time(8, 30))
    assert hear(week, week.bo, "取消免打扰") is not None
    with week.book(week.bo) as book:
        assert book.settings(week.bo).quiet_from is None


def test_reminders_are_off_for_a_team_by_name_or_in_its_channel(week: Week) -> None:
    here = Place("c-growth", "channel", "growth")
    assert hear(week, week.ada, "reminders off here", place=here) is not None
    assert not rhythm_of(week).reminding
    assert hear(week, week.ada, "打开Growth的提醒") is not None
    assert rhythm_of(week).reminding


def test_the_form_takes_all_or_names_what_is_wrong(week: Week) -> None:
    with week.book(week.ada) as book:
        team = book.team(week.growth)
        assert team is not None
        opened = weekly.pressed(week.pressed(week.ada, action("rhythm.open", team=week.growth)), book)
        assert isinstance(opened.answers[0], Show)
        form = team_form(team, TeamRhythm())
        wrong = week.submitted(week.ada, form.action, every="2", weekday="2", at="half past", post_at="15:00")
        (kept,) = weekly.submitted(wrong, book).answers
        assert isinstance(kept, KeepForm)
        assert [name for name, _ in kept.form.errors] == ["at"]
        values = {"every": "2", "weekday": "2", "at": "9.30", "reminding": "no", "telling": "no"}
        right = week.submitted(week.ada, form.action, **values, posting="yes", post_on="4", post_at="15:00")
        saved = weekly.submitted(right, book)
        refused = weekly.submitted(replace(right, origin=week.origin(week.cas)), book)
    (change,) = saved.changes
    assert isinstance(change, PutTeamRhythm)
    assert change.post_at == FRIDAY
    assert change.look_at == FRIDAY - 2 * HOUR
    assert (change.rhythm.reminding, change.rhythm.telling, change.rhythm.posting) == (False, False, True)
    assert refused.answers


def test_the_summary_goes_out_by_itself_once_with_the_leads_line(week: Week) -> None:
    hear(week, week.ada, "post Growth's summary every Friday at 15:00")
    week.check_in(1, "150", by=week.bo, note="Spring")
    week.check_in(2, "5", by=week.bo)
    assert [to for _, to, _ in week.until(FRIDAY - HOUR)] == ["ada"]
    shown = week.sent[-1]
    assert shown[0] == FRIDAY - 2 * HOUR
    assert "Everybody in #growth will see it" in shown[2]
    assert "> Spring (Bo Lind)" in shown[2]
    with week.book(week.ada) as book:
        coming = book.next_post(week.growth)
        assert coming is not None
        act = action("rhythm.write", team=week.growth, post_at=coming.at.isoformat())
        written = weekly.submitted(week.submitted(week.ada, act, lead_in="We are  back"), book)
    assert [type(change) for change in written.changes] == [PutNextPost]
    week.carry_out(week.ada, written)
    ((at, to, text),) = week.until(FRIDAY + 6 * HOUR)
    assert (at, to) == (FRIDAY, "c-growth")
    assert "We are back" in text
    with week.book(week.ada) as book:
        (posted,) = book.posts(week.growth)
        coming = book.next_post(week.growth)
    assert (posted.at, posted.lead_in, posted.thread) == (FRIDAY, "We are back", None)
    assert coming is not None
    assert (coming.at, coming.lead_in) == (FRIDAY + timedelta(days=7), "")


def test_where_its_channel_is_gone_the_lead_hears_and_the_rhythm_stays(week: Week) -> None:
    hear(week, week.ada, "post Growth's summary every Friday at 15:00")
    week.check_in(1, "150", by=week.bo)
    week.until(FRIDAY - HOUR)
    week.storage.directory.no_channel(week.workspace, "test", "c-growth")
    (told,) = [text for _, to, text in week.until(FRIDAY) if to == "ada"]
    assert "The summary of Growth did not get into its channel" in told
    with week.book(week.ada) as book:
        coming = book.next_post(week.growth)
    assert coming is not None
    assert coming.at == FRIDAY + timedelta(days=7)


def test_a_late_answer_joins_the_post_and_says_so(week: Week) -> None:
    hear(week, week.ada, "post Growth's summary every Friday at 15:00")
    week.until(FRIDAY + HOUR)
    week.check_in(1, "150", by=week.bo, note="Late but good")
    ((_, to, text),) = week.until(FRIDAY + 2 * HOUR)
    assert to == "c-growth"
    assert "> Late but good (Bo Lind)" in text
    assert "KR1 came in after this had gone out" in text


def test_one_is_left_out_and_sent_after_all(week: Week) -> None:
    hear(week, week.ada, "post Growth's summary every Friday at 15:00")
    week.until(FRIDAY - HOUR)
    act: dict[str, str | int] = {"team": week.growth, "post_at": FRIDAY.isoformat()}
    for verb in ("rhythm.skip", "rhythm.unskip", "rhythm.skip"):
        with week.book(week.ada) as book:
            outcome = weekly.pressed(week.pressed(week.ada, action(verb, **act)), book)
        week.carry_out(week.ada, outcome)
    assert [to for _, to, _ in week.until(FRIDAY + HOUR) if to == "c-growth"] == []
    with week.book(week.ada) as book:
        too_late = weekly.pressed(week.pressed(week.ada, action("rhythm.unskip", **act)), book)
        coming = book.next_post(week.growth)
    assert too_late.changes == ()
    assert "out already" in lines(too_late)
    assert coming is not None
    assert not coming.skipped


def test_a_team_without_a_channel_is_told_so(week: Week) -> None:
    lone = week.storage.directory.team(week.workspace, "Lone", lead=week.cas)
    outcome = hear(week, week.cas, "post Lone's summary every Friday")
    assert outcome is not None
    assert "has no channel" in lines(outcome)
    with week.book(week.cas) as book:
        assert book.next_post(lone) is None


def test_a_follower_hears_once_a_week_of_all_they_follow(week: Week) -> None:
    assert hear(week, week.cas, "follow Growth") is not None
    followed = hear(week, week.cas, "follow @bo")
    assert followed is not None
    assert [type(change) for change in followed.changes] == [PutFollow]
    assert "the next on Fri 27 Nov, 16:00" in lines(followed)
    week.check_in(1, "150", by=week.bo, note="Spring")
    sent = [one for one in week.until(FRIDAY + 8 * HOUR) if one[1] == "cas"]
    ((at, _, text),) = sent
    assert at == FRIDAY + HOUR
    assert text.count("# Growth") == 1
    assert "Spring" in text
    gone = hear(week, week.cas, "unfollow Growth")
    assert gone is not None
    assert gone.changes == (DropFollow(week.cas, Follow("team", week.growth)),)
    with week.book(week.cas) as book:
        assert book.following(week.cas) == (Follow("person", week.bo),)


def test_a_follower_who_is_away_hears_the_week_after(week: Week) -> None:
    week.choose(week.cas, Settings(away_from=date(2026, 11, 26), away_to=date(2026, 11, 30)))
    hear(week, week.cas, "follow Growth")
    assert [one for one in week.until(FRIDAY + 24 * HOUR) if one[1] == "cas"] == []
    assert [at for at, to, _ in week.until(FRIDAY + timedelta(days=8)) if to == "cas"] == [
        FRIDAY + timedelta(days=7) + HOUR
    ]


def test_nobody_follows_themselves_or_nobody(week: Week) -> None:
    for text in ("follow @cas", "follow @nobody"):
        outcome = hear(week, week.cas, text)
        assert outcome is not None
        assert outcome.changes == ()


def test_afterwards_it_can_be_asked_who_was_asked_and_why_not(week: Week) -> None:
    week.team_rhythm(TeamRhythm(Cadence(1, 1, time(10))))
    week.until(datetime(2026, 11, 25, 12, tzinfo=UTC))
    week.check_in(1, "150", by=week.bo)
    outcome = hear(week, week.ada, "who was nudged this week")
    assert outcome is not None
    text = lines(outcome)
    assert "Bo Lind: asked Tue 24 Nov about KR1 and KR2 and reminded Wed 25 Nov; still open: KR2" in text
    week.choose(week.bo, Settings(away_from=date(2026, 12, 1), away_to=date(2026, 12, 9)))
    week.until(datetime(2026, 12, 3, 12, tzinfo=UTC))
    away = hear(week, week.ada, "谁被提醒了")
    assert away is not None
    assert "Bo Lind: not asked: away until Wed 9 Dec" in lines(away)


def test_a_lead_turns_the_telling_off_from_the_message(week: Week) -> None:
    week.team_rhythm(TeamRhythm(Cadence(1, 1, time(10))))
    week.until(datetime(2026, 11, 26, 12, tzinfo=UTC))
    with week.book(week.ada) as book:
        off = weekly.pressed(week.pressed(week.ada, action("rhythm.telling", team=week.growth, on="no")), book)
    week.carry_out(week.ada, off)
    assert not rhythm_of(week).telling
    assert button(off, "Change the week").action.verb == "rhythm.open"


def test_who_does_not_see_the_teams_channel_leaves_its_summary_alone(week: Week) -> None:
    week.storage.directory.channel(week.workspace, "test", "c-growth", name="growth", members=("ada",))
    assert hear(week, week.ada, "post the summary of Growth every friday at 15:00") is not None
    assert rhythm_of(week).posting
    week.write(week.cas, PutAdmin(week.cas, True, week.cas, week.now))
    answer = hear(week, week.cas, "reminders off for Growth")
    assert answer is not None
    assert "Weekly summary: a channel that you or I do not see" in lines(answer)
    assert (rhythm_of(week).reminding, rhythm_of(week).posting) == (False, True)
    with week.book(week.ada) as book:
        following = book.next_post(week.growth)
    assert following is not None
    assert following.by == week.ada
