"""A bundle that ends early brings what explains it, whoever signed that later on."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.adapters.cli.terminal import Terminal


@pytest.fixture
def region(tmp_path: Path) -> Terminal:
    """A region with a text in it."""
    terminal = Terminal(tmp_path / "data")
    terminal.must("init", "--region", "Musterregion")
    terminal.must("join", "Sontra", "--basis", "Schreiben von Zwetschgenbaum")
    return terminal


def signed(region: Terminal) -> str:
    """Sign; return how many entries there are."""
    return region.must("audit", "checkpoint").split()[1]


def entry(region: Terminal) -> str:
    """Return the entry that holds the text."""
    with closing(sqlite3.connect(region.folder / "faden.db")) as db:
        wanted = (
            "SELECT e.position FROM event e JOIN text t USING (stream, version)"
            " WHERE t.text LIKE '%Zwetschgenbaum%'"
        )
        return str(db.execute(wanted).fetchone()[0])


def erase(region: Terminal) -> None:
    """Let the text go, by way of the archive."""
    place = (entry(region), "basis")
    region.must("audit", "offer", *place)
    region.must("audit", "erase", *place, "--ground", "unlawful", "--yes")


def told(region: Terminal, size: str) -> dict[str, dict[str, object]]:
    """Write the bundle up to ``size`` with its texts; return what is said of it."""
    region.must("audit", "bundle", "early.jsonl", "--at", size)
    said = json.loads(region.must("audit", "verify", "early.jsonl", "--json"))["said"]
    return {str(one["what"]): one for one in said}


def test_the_next_checkpoint_covers_what_explains(region: Terminal) -> None:
    size = signed(region)
    erase(region)
    later = signed(region)
    region.must("person", "add", "Frau Neu")
    signed(region)
    said = told(region, size)
    assert said["sound"]["size"] == int(size)
    assert "erased later" in said
    region.must("audit", "verify", "early.jsonl")
    text = (region.folder.parent / "early.jsonl").read_text()
    assert f"127.0.0.1/log\\n{later}\\n" in text
    assert text.count('{"checkpoint"') == 2  # none beyond is needed


def test_a_key_that_came_later_is_explained_too(region: Terminal) -> None:
    size = signed(region)
    region.must("audit", "rotate")
    erase(region)
    said = told(region, size)
    assert "erased later" in said
    assert "key changed" in said


def test_whoever_was_named_later_still_bears_witness(region: Terminal) -> None:
    zeuge = ("audit", "witness", "--folder", "zeuge")
    key = region.must(*zeuge, "--name", "sontra.example/zeuge").strip()
    size = signed(region)
    asked = region.must("audit", "checkpoint", "--since", "0")
    (region.folder.parent / "neu.txt").write_text(asked, "utf-8")
    region.must("audit", "bundle", "all.jsonl", "--public")
    verdict = json.loads(region.must("audit", "verify", "all.jsonl", "--json"))
    log = next(str(one["key"]) for one in verdict["said"] if one["what"] == "key")
    cosigned = region.must(*zeuge, "--log", log, "neu.txt")
    region.must("audit", "appoint", "Sontra", key)
    region.must("audit", "cosign", "-", stdin=cosigned)
    assert told(region, size)["witnessed"]["count"] == 1
