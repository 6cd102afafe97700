"""Slack's own chart, and the characters that stand in for it where Slack takes none."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from adapters.slack.limits import problems
from adapters.slack.render import draw_card, in_passing
from adapters.slack.render_chart import has_charts, without_charts
from bot.ports.door import Parcel, Sent
from tests.slack.office import NOW, office, run
from tests.slack.samples import ELEMENTS, ENGLISH, card
from tests.slack.seen import texts
from tests.slack.test_serving import saved

CHART = card(ELEMENTS["chart"][:1])


def test_a_chart_in_characters_says_the_same() -> None:
    drawn = draw_card(CHART, ENGLISH)
    assert has_charts(drawn["blocks"])
    plain = without_charts(drawn["blocks"])
    assert not has_charts(plain)
    assert problems({"text": "-", "blocks": plain}) == ()
    words = "".join(texts(plain))
    assert "no date yet" in words
    assert "▁▁▄█" in words


def test_in_passing_a_message_has_no_chart_and_is_the_same_else() -> None:
    drawn = draw_card(card(ELEMENTS["buttons"]), ENGLISH)
    assert in_passing(drawn) == drawn
    passed = in_passing(draw_card(CHART, ENGLISH))
    assert passed["text"] == draw_card(CHART, ENGLISH)["text"]
    assert not has_charts(passed["blocks"])
    assert in_passing({"delete_original": True}) == {"delete_original": True}


def test_where_slack_takes_no_chart_the_message_arrives_without_one() -> None:
    async def job() -> None:
        async with office() as desk:
            desk.slack.troubles["chat.postMessage"] = [{"error": "invalid_blocks"}]
            parcel = Parcel(1, "W1", "C1GROWTH", False, CHART, ENGLISH)
            await desk.commands("help")  # the app knows the workspace from then on
            result = await asyncio.to_thread(desk.app.door.send, parcel)
            assert isinstance(result, Sent)
            refused, taken = desk.slack.of("chat.postMessage")[-2:]
            assert has_charts(refused["blocks"])
            assert not has_charts(taken["blocks"])
            (there,) = desk.slack.messages["C1GROWTH"]
            assert there["ts"] == result.message

    run(job)


@pytest.mark.parametrize("taken", [True, False])
def test_an_answer_for_one_person_alone_has_its_chart_where_slack_takes_it(taken: bool) -> None:
    async def job() -> None:
        async with office() as desk:
            await saved(desk)
            for day, value in enumerate((42, 45, 48)):
                desk.clock.at = NOW + timedelta(days=day)
                await desk.says(f"KR1 {value}%")
            await desk.app.settle()
            desk.slack.troubles["chat.postEphemeral"] = [] if taken else [{"error": "invalid_blocks"}]
            await desk.mentions("show KR1")
            shown = await desk.slack.until("chat.postEphemeral", 1 if taken else 2)
            await desk.app.settle()
            assert [has_charts(one["blocks"]) for one in shown] == ([True] if taken else [True, False])
            assert len(desk.slack.of("chat.postEphemeral")) == len(shown)

    run(job)
