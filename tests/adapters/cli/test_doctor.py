"""``faden doctor``: silent about nothing, and every mistake with what to do."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.cli.doctor import SICK, SOUND
from adapters.cli.signs import SENTENCES
from adapters.health import around
from adapters.health.findings import WELL, WORTH_KNOWING, Sign
from tests.adapters.cli.terminal import Terminal
from tests.slack.simulator import Simulator, simulating


def signs(terminal: Terminal, code: int = SOUND) -> set[str]:
    """Return what is found."""
    printed = terminal.call("doctor", "--json")
    assert printed.code == code, printed
    return {one["sign"] for one in json.loads(printed.out)}


def lines(terminal: Terminal, mark: str) -> list[str]:
    out = terminal.call("doctor").out
    return [line[2:] for line in out.splitlines() if line.startswith(mark)]


def test_a_sound_region_is_well(founded: Terminal) -> None:
    founded.must("audit", "checkpoint")
    assert lines(founded, "✗") == []
    entrance, process = lines(founded, "!")
    assert entrance.startswith("Sign-in: neither mail")
    assert process == (
        "Process: Faden is not running here. faden serve, or its service, starts it."
    )
    assert len(lines(founded, "✓")) == 6
    assert signs(founded) >= {"settings well", "store well", "signed well"}


def test_a_misspelt_variable_is_told_with_the_right_name(founded: Terminal) -> None:
    founded.environment = {"FADEN_DATABSE": "x", "FADEN_SLAK_BOT_TOKEN": "x"}
    first, second = lines(founded, "✗")
    assert "nobody reads FADEN_DATABSE. Is FADEN_DATABASE" in first
    assert "FADEN_SLACK_BOT_TOKEN" in second
    assert signs(founded, SICK) >= {"variable unknown", "store well"}
    told = founded.refused("people")
    assert "Did you mean FADEN_DATABASE" in told


def test_a_variable_like_none_of_ours_is_to_be_removed(founded: Terminal) -> None:
    founded.environment = {"FADEN_XYZZY": "x"}
    assert "FADEN_XYZZY" in founded.refused("people")
    assert lines(founded, "✗") != []


@pytest.mark.parametrize(
    ("name", "value", "sign"),
    [
        ("FADEN_PORT", "eins", "variable unusable"),
        ("FADEN_METRICS_TOKEN", "short", "variable unusable"),
        ("FADEN_DATABASE", "mysql://x", "variable unusable"),
        ("FADEN_SLACK_BOT_TOKEN", "xoxb-1", "variable missing"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(
    founded: Terminal, name: str, value: str, sign: str
) -> None:
    founded.environment = {name: value}
    assert sign in signs(founded, SICK)


def test_https_without_a_proxy_is_worth_a_question(founded: Terminal) -> None:
    founded.environment = {"FADEN_URL": "https://faden.example"}
    assert "proxy unsaid" in signs(founded)


def test_without_a_region_the_next_step_is_told(terminal: Terminal) -> None:
    (told,) = lines(terminal, "✗")
    assert "faden init" in told


def test_a_damaged_file_is_told(founded: Terminal) -> None:
    (founded.folder / "faden.db").write_bytes(b"x" * 9000)
    (told,) = lines(founded, "✗")
    assert "damaged" in told


def test_a_clock_behind_the_record_is_told(founded: Terminal) -> None:
    founded.clock.pass_by(-timedelta(hours=1))
    (told,) = lines(founded, "✗")
    assert "3600 seconds before the last entry" in told


def test_a_log_that_nobody_signs_is_told(founded: Terminal) -> None:
    assert "never signed" in signs(founded)
    founded.must("audit", "checkpoint")
    founded.must("join", "Sontra", "--basis", "Schreiben")
    assert "signed well" in signs(founded)
    founded.clock.pass_by(timedelta(days=3))
    assert "signed long ago" in signs(founded)


def test_the_key_is_looked_after(founded: Terminal, tmp_path: Path) -> None:
    key = founded.folder / "log.key"
    founded.must("audit", "checkpoint")
    held = key.read_text()
    key.chmod(0o644)
    assert "key open" in signs(founded, SICK)
    key.chmod(0o600)
    key.write_text("nothing")
    assert "key none" in signs(founded, SICK)
    key.unlink()
    assert "key missing" in signs(founded, SICK)
    other = Terminal(tmp_path / "other")
    other.must("init", "--region", "Musterregion")
    other.must("audit", "checkpoint")
    key.write_text((other.folder / "log.key").read_text())
    key.chmod(0o600)
    assert "key other" in signs(founded, SICK)
    key.write_text(held)
    assert "signed well" in signs(founded)


def test_an_open_folder_is_told(founded: Terminal) -> None:
    founded.folder.chmod(0o755)
    assert "folder open" in signs(founded, SICK)


@pytest.mark.parametrize(
    ("limit", "sign", "code"),
    [("_LOW", "disk low", SOUND), ("_FULL", "disk full", SICK)],
)
def test_a_disk_without_room_is_told(
    founded: Terminal, monkeypatch: pytest.MonkeyPatch, limit: str, sign: str, code: int
) -> None:
    monkeypatch.setattr(around, limit, 10**18)
    assert sign in signs(founded, code)


def test_views_behind_and_what_was_left_lying_are_told(founded: Terminal) -> None:
    with closing(sqlite3.connect(founded.folder / "views.db")) as db, db:
        db.execute("UPDATE view SET position = -1000")
    with closing(sqlite3.connect(founded.folder / "faden.db")) as db, db:
        db.execute("INSERT INTO stuck VALUES ('letter', 'x', 10, 0, NULL, 'x')")
    assert signs(founded) >= {"views behind", "left lying"}


def test_slack_is_asked_if_it_is_set_up(founded: Terminal) -> None:
    with simulating(founded.clock) as slack:
        founded.environment = _slack(slack, slack.workspace.token)
        assert "slack well" in signs(founded)
        founded.environment = _slack(slack, "xoxb-other")
        assert "slack refuses" in signs(founded, SICK)
        gone = _slack(slack, slack.workspace.token)
    founded.environment = gone
    assert "slack away" in signs(founded)


def _slack(slack: Simulator, token: str) -> dict[str, str]:
    return {
        "FADEN_SLACK_BOT_TOKEN": token,
        "FADEN_SLACK_SIGNING_SECRET": "x",
        "FADEN_SLACK_API": slack.api,
    }


def test_on_a_server_its_clock_is_compared(tmp_path: Path, database: str) -> None:
    served = Terminal(tmp_path / "data", environment={"FADEN_DATABASE": database})
    assert lines(served, "✗") != []
    served.must("init", "--region", "Musterregion")
    assert "time apart" in signs(served, SICK)  # the clock of the test stands in 2027


def test_every_sign_has_words_and_a_weight() -> None:
    assert SENTENCES.keys() == set(Sign)
    assert not WELL & WORTH_KNOWING
