"""The command line as somebody at a shell meets it: what it does, and what it says when something is wrong."""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.settings import BadSettings, Settings, read_settings, strangers
from app import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def a_clean_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No settings but the test's own, in an empty folder."""
    for name in [*os.environ]:
        if name.startswith("MEASURED_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return run


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0
    assert all(command in said for command in ("serve", "migrate", "play", "read", "doctor"))


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("MEASURED_PORT", "eighty", "whole number"),
        ("MEASURED_PORT", "70000", "65535"),
        ("MEASURED_HOST", "192.0.2.1", "only this machine"),
        ("MEASURED_HOST", "example.org", "only this machine"),
        ("MEASURED_LOG_LEVEL", "loud", "warning"),
        ("MEASURED_DATABASE_URL", "mysql://u:hush@db/x", "postgresql://"),
    ],
)
def test_a_bad_setting_is_said_by_its_name_in_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str, word: str
) -> None:
    monkeypatch.setenv(name, value)
    code, out, err = run("doctor")
    assert (code, out) == (1, "")
    assert name.removeprefix("MEASURED_") in err
    assert word in err
    assert "hush" not in err


GOOD = {
    "SLACK_BOT_TOKEN": "xoxb-hush",
    "SLACK_APP_TOKEN": "xapp-hush",
    "SLACK_SIGNING_SECRET": "hush",
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "hush",
    "ENCRYPTION_KEYS": "hush" * 10,
    "PUBLIC_URL": "https://okr.example.org/",
}


@pytest.mark.parametrize(
    ("given", "name", "word"),
    [
        ({"SLACK_BOT_TOKEN": "xoxp-hush"}, "SLACK_BOT_TOKEN", "OAuth & Permissions"),
        ({"SLACK_APP_TOKEN": "xoxb-hush"}, "SLACK_APP_TOKEN", "App-Level Tokens"),
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_APP_TOKEN", "does neither"),
        ({"SLACK_APP_TOKEN": ""}, "SLACK_BOT_TOKEN", "OAuth & Permissions"),
        ({"SLACK_CLIENT_ID": ""}, "SLACK_CLIENT_SECRET", "App Credentials"),
        ({"SLACK_CLIENT_ID": "", "SLACK_CLIENT_SECRET": "", "ENCRYPTION_KEYS": ""}, "PUBLIC_URL", "people install"),
        ({"SLACK_CLIENT_ID": "", "SLACK_CLIENT_SECRET": "", "PUBLIC_URL": ""}, "ENCRYPTION_KEYS", "new-key"),
        ({"ENCRYPTION_KEYS": "hush"}, "ENCRYPTION_KEYS", "32"),
        ({"PUBLIC_URL": "okr.example.org"}, "PUBLIC_URL", "https://"),
        ({"PUBLIC_URL": "http://okr.example.org"}, "PUBLIC_URL", "https://"),
        ({"LOCAL_CHAT": "perhaps"}, "LOCAL_CHAT", "on or off"),
        ({"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": "", "HOST": "okr"}, "HOST", "localhost"),
        ({"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": "", "HOST": "10.0.0.1", "LOCAL_CHAT": "on"}, "HOST", "only this"),
    ],
)
def test_what_slack_still_needs_is_said_by_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], name: str, word: str
) -> None:
    """Where a setting is given as empty here, it is one of the good ones that is there."""
    for key, value in given.items():
        monkeypatch.setenv(f"MEASURED_{key}", value or GOOD[key])
    code, _, err = run("doctor")
    assert code == 1
    assert name in err
    assert word in err
    assert "hush" not in err


def test_what_is_connected_decides_what_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    for key, value in GOOD.items():
        monkeypatch.setenv(f"MEASURED_{key}", value)
    monkeypatch.setenv("MEASURED_HOST", "10.0.0.1")
    settings = read_settings()
    assert isinstance(settings, Settings)
    assert (settings.slack, settings.chat_here) == (True, False)
    assert settings.public_url == "https://okr.example.org"
    for key in GOOD:
        monkeypatch.delenv(f"MEASURED_{key}")
    monkeypatch.delenv("MEASURED_HOST")
    alone = read_settings()
    assert isinstance(alone, Settings)
    assert (alone.slack, alone.chat_here) == (False, True)


TEAMS = {
    "TEAMS_APP_ID": "1b4e28ba-2fa1-11d2-883f-0016d3cca427",
    "TEAMS_APP_PASSWORD": "hush",
    "TEAMS_TENANTS": "6FA459EA-ee8a-3ca4-894e-db77e160355e",
    "PUBLIC_URL": "https://okr.example.org",
}


@pytest.mark.parametrize(
    ("given", "name", "word"),
    [
        ({"TEAMS_APP_ID": None}, "TEAMS_APP_ID", "Microsoft App ID"),
        ({"TEAMS_APP_PASSWORD": None}, "TEAMS_APP_PASSWORD", "Certificates & secrets"),
        ({"TEAMS_TENANTS": None}, "TEAMS_TENANTS", "nobody else"),
        ({"PUBLIC_URL": None}, "PUBLIC_URL", "Microsoft calls"),
        ({"TEAMS_APP_ID": "my bot"}, "TEAMS_APP_ID", "Configuration"),
        ({"TEAMS_TENANTS": "contoso.com"}, "TEAMS_TENANTS", "Configuration"),
        ({"TEAMS_TENANTS": TEAMS["TEAMS_TENANTS"] + "," + TEAMS["TEAMS_APP_ID"]}, "TEAMS_TENANTS", "MULTI_TENANT"),
        ({"TEAMS_ANONYMOUS": "on"}, "TEAMS_ANONYMOUS", "take one of the two away"),
        (
            {**dict.fromkeys(TEAMS), "TEAMS_ANONYMOUS": "on", "HOST": "10.0.0.1", "LOCAL_CHAT": "off"},
            "HOST",
            "only this machine",
        ),
    ],
)
def test_what_teams_still_needs_is_said_by_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, given: dict[str, str | None], name: str, word: str
) -> None:
    for key, value in {**TEAMS, **given}.items():
        if value is not None:
            monkeypatch.setenv(f"MEASURED_{key}", value)
    code, _, err = run("doctor")
    assert code == 1
    assert name in err
    assert word in err
    assert "hush" not in err


def test_teams_is_connected_with_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for key, value in TEAMS.items():
        monkeypatch.setenv(f"MEASURED_{key}", value)
    settings = read_settings()
    assert isinstance(settings, Settings)
    assert (settings.teams, settings.slack, settings.chat_here) == (True, False, False)
    assert settings.tenants == {TEAMS["TEAMS_TENANTS"].lower()}


def test_all_that_is_wrong_is_said_at_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEASURED_PORT", "0")
    monkeypatch.setenv("MEASURED_HOST", "10.0.0.1")
    _, _, err = run()
    assert "MEASURED_PORT" in err
    assert "MEASURED_HOST" in err


def test_the_environment_wins_over_the_file_over_defaults(a_clean_shell: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (a_clean_shell / ".env").write_text("MEASURED_PORT=9001\nMEASURED_LOG_LEVEL=DEBUG\nMEASURED_DATA=\n", "utf-8")
    monkeypatch.setenv("MEASURED_PORT", "9002")
    settings = read_settings()
    assert isinstance(settings, Settings)
    assert (settings.port, settings.log_level, settings.host) == (9002, "debug", "127.0.0.1")
    assert settings.storage_url == f"sqlite:///{a_clean_shell / 'measured-data' / 'measured.sqlite'}"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_addresses_of_this_machine_are_taken(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("MEASURED_HOST", host)
    assert not isinstance(read_settings(), BadSettings)


def test_a_slip_in_a_name_is_found(a_clean_shell: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEASURED_PROT", "9001")
    (a_clean_shell / ".env").write_text("measured_zzz=1\nMEASURED_DATA=here\n", "utf-8")
    assert strangers() == (("MEASURED_PROT", "MEASURED_PORT"), ("measured_zzz", None))


def test_the_example_holds_every_setting(a_clean_shell: Path) -> None:
    example = (Path(__file__).parent.parent / ".env.example").read_text("utf-8")
    (a_clean_shell / ".env").write_text(example.replace("\n#MEASURED", "\nMEASURED"), "utf-8")
    settings = read_settings()
    assert isinstance(settings, Settings)
    assert strangers() == ()
    assert settings.model_fields_set == set(Settings.model_fields)


def test_doctor_on_a_fresh_machine_finds_nothing_wrong_and_changes_nothing(run: Run, a_clean_shell: Path) -> None:
    code, out, err = run("doctor")
    assert (code, err) == (0, "")
    assert "!!" not in out
    assert str(a_clean_shell / "measured-data") in out
    assert [*a_clean_shell.iterdir()] == []


def test_doctor_looks_at_what_is_there(run: Run, a_clean_shell: Path) -> None:
    assert run("migrate")[0] == 0
    before = sorted(file.name for file in (a_clean_shell / "measured-data").iterdir())
    code, out, _ = run("doctor")
    assert code == 0
    assert "nothing is wrong with it" in out
    assert sorted(file.name for file in (a_clean_shell / "measured-data").iterdir()) == before


def test_doctor_says_what_to_do_about_a_folder_that_is_none(
    run: Run, a_clean_shell: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (a_clean_shell / "notes").write_text("mine", "utf-8")
    monkeypatch.setenv("MEASURED_DATA", "notes")
    code, out, _ = run("doctor")
    assert code == 1
    assert "notes is a file" in out
    assert "MEASURED_DATA" in out


def test_doctor_tells_a_database_that_is_none(run: Run, a_clean_shell: Path) -> None:
    (a_clean_shell / "measured-data").mkdir()
    (a_clean_shell / "measured-data" / "measured.sqlite").write_bytes(b"no database at all" * 100)
    code, out, _ = run("doctor")
    assert code == 1
    assert "not a database" in out


@pytest.mark.parametrize("command", ["doctor", "migrate", "serve"])
def test_a_database_out_of_reach_is_said_without_its_password(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        monkeypatch.setenv("MEASURED_DATABASE_URL", f"postgresql://measured:hush@127.0.0.1:{port}/okr")
        code, out, err = run(command)
    assert code == 1
    assert "127.0.0.1" in out + err
    assert "hush" not in out + err


@pytest.mark.parametrize(
    ("keyed", "words"), [(True, "can make them one organisation"), (False, "app.py new-key"), (None, "")]
)
def test_doctor_says_what_joining_two_chats_wants(tmp_path: Path, keyed: bool | None, words: str) -> None:
    from adapters.cli.doctor import examine, report

    said = report(examine(data=tmp_path, host="127.0.0.1", port=0, database=lambda: None, keyed=keyed))
    assert words in said
    assert ("Slack and Teams:" in said) is (keyed is not None)


def test_doctor_says_who_may_have_the_port(run: Run, monkeypatch: pytest.MonkeyPatch, busy_port: int) -> None:
    monkeypatch.setenv("MEASURED_PORT", str(busy_port))
    code, out, _ = run("doctor")
    assert code == 0
    assert f":{busy_port} cannot be had" in out
    assert "MEASURED_PORT" in out


def test_doctor_asks_what_a_stranger_was_meant_to_be(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEASURED_PROT", "9001")
    assert "Did you mean MEASURED_PORT?" in run("doctor")[1]


def test_migrate_makes_the_database_and_may_be_repeated(run: Run, a_clean_shell: Path) -> None:
    assert run("migrate") == (0, "The database is up to date.\n", "")
    assert run("migrate") == (0, "The database is up to date.\n", "")
    assert (a_clean_shell / "measured-data" / "measured.sqlite").stat().st_size > 0


def test_a_database_from_the_future_is_left_alone(run: Run, a_clean_shell: Path) -> None:
    run("migrate")
    file = a_clean_shell / "measured-data" / "measured.sqlite"
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    for command in ("migrate", "serve"):
        code, _, err = run(command)
        assert code == 1
        assert "newer" in err


def test_the_package_for_teams_is_written(run: Run, a_clean_shell: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = run("manifest", "teams")
    assert code == 1
    assert "MEASURED_TEAMS_APP_ID" in err
    for key, value in TEAMS.items():
        monkeypatch.setenv(f"MEASURED_{key}", value)
    code, out, _ = run("manifest", "teams", "--to", "there.zip")
    assert code == 0
    assert "there.zip" in out
    assert (a_clean_shell / "there.zip").read_bytes()[:2] == b"PK"
    code, _, err = run("manifest", "teams", "--to", "nowhere/there.zip")
    assert code == 1
    assert "cannot be written" in err
