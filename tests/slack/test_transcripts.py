"""Every transcript through Slack: what people do comes as Slack's payloads, what they see is drawn as Slack gets it, and the
conversation is the same to the letter.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.transcript.files import difference
from adapters.transcript.player import play
from tests.contract.driven import driven
from tests.slack.driven import Screen
from tests.transcripts.wiring import TRANSCRIPTS, in_memory


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_conversation_goes_the_same_on_slack(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    screen = Screen()
    played = play(written, driven(in_memory(), screen), seen=screen.show)
    assert not "".join(difference(path.name, written, played))
    assert screen.messages
    assert screen.typed + screen.pressed
