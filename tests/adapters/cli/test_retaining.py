"""``faden audit hold``, ``lift``, ``release``; what goes next, and from backups."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from adapters.clock import SetClock
from adapters.settings import SettingsError, backup_days
from tests.adapters.cli.terminal import Terminal
from tests.adapters.cli.test_erasing import place, spoken

__all__ = ["spoken"]


def at(terminal: Terminal, day: datetime) -> None:
    """Let it be that day."""
    terminal.clock = SetClock(day)


def over(spoken: Terminal) -> None:
    """Let the promise be given up, and ten years pass."""
    spoken.must("say", "--as", "Quittenbaum", "Z1 zurückziehen")
    spoken.must("say", "--as", "Quittenbaum", "ja")
    at(spoken, datetime(2037, 4, 1, 3, tzinfo=UTC))
    spoken.must("tick")


def test_the_archive_answers_and_it_goes_with_the_next_month(spoken: Terminal) -> None:
    over(spoken)
    told = spoken.must("audit", "deletions")
    assert "Z1: by Thu, 01 Oct 2037 the archive answers about" in told
    assert "has answered about" in spoken.must("audit", "release", "z1", "declined")
    assert "Z1: Fri, 01 May 2037:" in spoken.must("audit", "deletions")
    at(spoken, datetime(2037, 5, 1, 3, tzinfo=UTC))
    spoken.must("tick")
    told = spoken.must("audit", "deletions")
    assert "erased: its period is over" in told
    assert "Backups and copies of the log may hold it until Thu, 30 Jul 2037." in told
    at(spoken, datetime(2037, 8, 1, 3, tzinfo=UTC))
    told = spoken.must("audit", "deletions")
    assert "Since Thu, 30 Jul 2037 no backup holds it any more." in told
    assert spoken.must("audit", "fsck") == ""


def test_it_is_kept_longer_with_a_reason(spoken: Terminal) -> None:
    reason = ("--reason", "Klage anhängig", "--until", "2040-12-31")
    assert "The texts of Z1 stay." in spoken.must("audit", "hold", "Z1", *reason)
    kept = "Z1: kept longer up to Mon, 31 Dec 2040, whatever its period"
    assert kept in spoken.must("audit", "deletions")
    over(spoken)
    coming = json.loads(spoken.must("audit", "deletions", "--json"))["coming"]
    assert {one["stage"] for one in coming if one["item"]} == {"held"}
    assert "held back no more" in spoken.must("audit", "lift", "Z1")
    coming = json.loads(spoken.must("audit", "deletions", "--json"))["coming"]
    assert {one["stage"] for one in coming if one["item"]} == {"offer"}
    unknown = spoken.refused("audit", "hold", "Z99", *reason)
    assert "There is nothing called commitment:Z99" in unknown


def test_the_archive_answers_only_what_it_was_asked(spoken: Terminal) -> None:
    for item in ("Z99", "Z1"):
        said = spoken.refused("audit", "release", item, "taken")
        assert said.startswith(f"The archive was not asked about any text of {item}")


def test_the_register_says_when_it_is_cut(
    spoken: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.cli.erasing._SHOWN", 1)
    entry, field = place(spoken)
    for to in ("A. Adler", "B. Bussard"):
        spoken.must("audit", "bundle", f"{to}.jsonl", "--for", to)
    spoken.must("audit", "erase", entry, field, "--ground", "unlawful", "--yes")
    shown = spoken.call("audit", "deletions")
    assert "Z1: " in shown.out
    assert "A. Adler" not in shown.out
    assert "older lines are not shown; --json shows all of them." in shown.err
    told = json.loads(spoken.must("audit", "deletions", "--json"))
    assert [one["recipient"] for one in told["exports"]] == ["B. Bussard", "A. Adler"]
    assert {one["item"] for one in told["deletions"]} == {"commitment:Z1"}


def test_how_long_backups_are_kept_is_a_setting(spoken: Terminal) -> None:
    entry, field = place(spoken)
    ground = ("--ground", "unlawful", "--yes")
    spoken.must("audit", "erase", entry, field, *ground)
    spoken.environment = {**spoken.environment, "FADEN_BACKUP_DAYS": "10"}
    assert "may hold it until Sat, 27 Mar 2027" in spoken.must("audit", "deletions")
    assert backup_days({}) == 90
    for said in ("x", "-1", "²", "99999"):
        with pytest.raises(SettingsError):
            backup_days({"FADEN_BACKUP_DAYS": said})
