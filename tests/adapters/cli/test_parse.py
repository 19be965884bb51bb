"""``faden parse`` answers in JSON, line by line, and never stops at a bad one."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.adapters.cli.terminal import Terminal

TODAY = ("--today", "2027-03-17")


def test_a_line_becomes_an_intent(terminal: Terminal) -> None:
    told = json.loads(terminal.must("parse", "Z34 erst bis 15. Mai", *TODAY))
    assert (told["intent"], told["ref"], told["due"]) == (
        "counter",
        "Z34",
        "2027-05-15",
    )


def test_small_talk_becomes_no_intent(terminal: Terminal) -> None:
    assert (
        json.loads(terminal.must("parse", "Urlaub war schön", *TODAY))["intent"] is None
    )


def test_lines_are_answered_in_order_and_bad_ones_named(terminal: Terminal) -> None:
    lines = (
        '{"text": "Z1 machen wir", "today": "2027-03-17"}',
        "no json",
        "[]",
        '{"text": 1, "today": "2027-03-17"}',
        '{"text": "Hilfe", "today": "2027-02-31"}',
        "",
        '{"text": "Hilfe \udcff", "today": "2027-03-17"}',
        '{"text": "Z2 passt", "today": "2027-03-17"}',
    )
    told = terminal.must("parse", "--jsonl", stdin="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in told.splitlines()]
    assert ["error" in answer for answer in answers] == [
        *(False, True, True, True, True, True, True, False),
    ]
    assert answers[0]["ref"] == "Z1"
    assert answers[-1]["ref"] == "Z2"


def test_without_a_text_something_is_missing(terminal: Terminal) -> None:
    assert "parse --help" in terminal.refused("parse", code=2)


def test_an_impossible_today_is_named(terminal: Terminal) -> None:
    assert "2027-02-31 is not a day" in terminal.refused(
        "parse", "x", "--today", "2027-02-31"
    )


def test_names_are_those_of_the_region_named(founded: Terminal) -> None:
    line = ("parse", "Bitte an Sontra: Pläne bis 30.4.", *TODAY)
    there = json.loads(founded.must(*line, "--data", str(founded.folder)))
    assert there["audience"] == ["Sontra"]
    assert json.loads(founded.must(*line))["intent"] != "request"


def test_a_folder_without_a_region_is_named(terminal: Terminal) -> None:
    told = terminal.refused("parse", "x", "--data", str(terminal.folder))
    assert "faden init" in told


@pytest.mark.parametrize("heavy", ["sqlalchemy", "aiohttp", "pydantic", "babel"])
def test_parsing_loads_nothing_heavy(heavy: str) -> None:
    code = (
        "import sys; sys.argv = ['faden', 'parse', 'Hilfe']\n"
        "from adapters.cli import main\n"
        "try: main()\n"
        f"finally: assert {heavy!r} not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
