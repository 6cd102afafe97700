"""What those who run it can see: a line a turn, numbers, and whether it works. Never what people wrote."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from fastapi import FastAPI
from fastapi.testclient import TestClient

from adapters import health, logs
from adapters.metrics import CONTENT_TYPE, Metrics
from bot.turns import TurnReport

TURN = TurnReport("w1", "local", "drafting", "a1b2c3", "answered", 0.0123456)


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """The process's logging, put back."""
    root = logging.getLogger()
    handlers, level = [*root.handlers], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def failed() -> TurnReport:
    """A turn that failed with somebody's words in the exception."""
    try:
        raise ValueError("the secret plan")
    except ValueError as error:
        return TurnReport("w1", "local", "drafting", "a1b2c3", "failed", 0.5, error)


def test_a_turn_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.begin("info")
    logs.log_turn(TURN)
    (line,) = capsys.readouterr().err.splitlines()
    written = json.loads(line)
    assert written.pop("timestamp").endswith("Z")
    assert written == {
        "event": "turn",
        "level": "info",
        "workspace": "w1",
        "door": "local",
        "feature": "drafting",
        "result": "answered",
        "seconds": 0.0123,
        "reference": "a1b2c3",
    }


def test_a_failure_is_logged_by_type_and_place_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    logs.begin("info")
    logs.log_turn(failed())
    said = capsys.readouterr().err
    written = json.loads(said)
    assert (written["level"], written["error"], written["reference"]) == ("error", "ValueError", "a1b2c3")
    assert written["places"][-1].endswith(" failed")
    assert "secret" not in said


def test_below_its_level_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    logs.begin("warning")
    logs.log_turn(TURN)
    assert capsys.readouterr().err == ""
    logs.log_turn(failed())
    assert capsys.readouterr().err != ""


def test_other_libraries_are_heard_without_their_words(capsys: pytest.CaptureFixture[str]) -> None:
    logs.begin("debug")
    try:
        raise KeyError("the secret plan")
    except KeyError:
        logging.getLogger("some.library").exception("about %s", "the secret plan")
    logging.getLogger("some.library").info("chatter")
    (line,) = capsys.readouterr().err.splitlines()
    written = json.loads(line)
    assert (written["event"], written["level"], written["error"]) == ("some.library", "error", "KeyError")
    assert "secret" not in line


def test_turns_are_counted() -> None:
    metrics = Metrics()
    metrics.count_turn(TURN)
    metrics.count_turn(TURN)
    metrics.count_turn(failed())
    metrics.count_tick(nudges=3, delivered=2)
    page = metrics.page().decode()
    assert 'measured_turns_total{door="local",feature="drafting",result="answered"} 2.0' in page
    assert 'measured_turns_total{door="local",feature="drafting",result="failed"} 1.0' in page
    assert 'measured_turn_seconds_count{door="local"} 3.0' in page
    assert "measured_nudges_total 3.0" in page
    assert "measured_deliveries_total 2.0" in page


def test_health_readiness_and_metrics() -> None:
    trouble: list[str | None] = [None]
    app = FastAPI()
    app.mount("/", FastAPI())
    health.add_routes(
        app, ready=lambda: trouble[0], metrics=lambda: b"measured_turns_total 1.0\n", metrics_type=CONTENT_TYPE
    )
    with TestClient(app) as client:
        assert (client.get("/health").status_code, client.get("/ready").status_code) == (200, 200)
        trouble[0] = "the database does not answer"
        assert client.get("/health").status_code == 200
        assert (client.get("/ready").status_code, client.get("/ready").text) == (503, "the database does not answer\n")
        numbers = client.get("/metrics")
        assert numbers.text == "measured_turns_total 1.0\n"
        assert numbers.headers["content-type"] == CONTENT_TYPE
