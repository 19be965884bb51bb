"""A region is founded from the official directory, once."""

from __future__ import annotations

import json
from pathlib import Path

from adapters.reference import extract
from tests.adapters.cli.terminal import Terminal


def test_sixteen_municipalities_are_invited_and_the_county_supports(
    founded: Terminal,
) -> None:
    found = json.loads(founded.must("people", "--json"))
    paths = [row["path"] for row in found["organisations"]]
    assert (paths.count("invited"), paths.count("supporter")) == (16, 1)
    town = next(row for row in found["organisations"] if row["org"] == "06636003")
    assert (town["name"], town["kind"], town["inhabitants"]) == (
        "Eschwege",
        "Stadt",
        19_472,
    )
    assert [row["forum"] for row in found["forums"]] == ["nahraum", "wasser", "wohnen"]
    assert {row["state"] for row in found["forums"]} == {"active"}


def test_the_unincorporated_area_is_left_out_with_a_reason(terminal: Terminal) -> None:
    told = terminal.must("init", "--region", "Musterregion")
    assert "100208 inhabitants" in told
    assert "Gutsbezirk Kaufunger Wald (06636200) is left out" in told


def test_founding_twice_changes_nothing(founded: Terminal) -> None:
    before = founded.must("history", "region:musterregion", "--json")
    founded.must("init", "--region", "Musterregion")
    assert founded.must("history", "region:musterregion", "--json") == before


def test_a_coordinator_can_be_named_from_the_start(terminal: Terminal) -> None:
    terminal.must("init", "--region", "R", "--coordinator", "Frau Kern")
    terminal.must("init", "--region", "R", "--coordinator", "Frau Kern")
    (person,) = json.loads(terminal.must("people", "--json"))["persons"]
    assert (person["name"], person["mandates"]) == ("Kern", ["06636/coordinator"])


def test_a_second_region_needs_another_folder(founded: Terminal) -> None:
    told = founded.refused("init", "--region", "Anderswo")
    assert told.startswith("This folder already holds the region Musterregion.")


def test_a_wrong_line_is_named_with_what_was_expected(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "wrong.txt"
    file.write_bytes(extract().replace(b"00000008394", b"many people"))
    told = terminal.refused("init", "--region", "R", "--gv100", "wrong.txt")
    assert told.startswith("wrong.txt, line 19: expected a number of inhabitants")
    assert not terminal.folder.exists()


def test_another_file_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    told = terminal.refused("init", "--region", "R", "--gv100", "empty.txt")
    assert "expected a county" in told
    assert "There is no file" in terminal.refused(
        "init", "--region", "R", "--gv100", "nowhere.txt"
    )
    assert "is a folder" in terminal.refused("init", "--region", "R", "--gv100", ".")
