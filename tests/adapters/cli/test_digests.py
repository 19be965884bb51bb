"""Digests on the command line: the same words as in the chat."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.main import Faden
from tests.adapters.cli.terminal import Terminal


@pytest.fixture
def demo(tmp_path: Path) -> Terminal:
    """A terminal in the demonstration."""
    terminal = Terminal(tmp_path / "data", language="de")
    terminal.must("demo")
    return terminal


def test_a_digest_is_printed_as_it_is_said_in_the_chat(demo: Terminal) -> None:
    printed = demo.must("digest", "--for", "Krüger").splitlines()
    said = demo.must("say", "--as", "Krüger", "Überblick")
    assert printed[0].startswith("Lindgrund, KW ")
    for line in printed:
        assert line in said


def test_a_program_gets_the_facts(demo: Terminal) -> None:
    told = json.loads(demo.must("digest", "--for", "Krüger", "--json"))
    assert told["org"] == "lindgrund"
    refs = [row["ref"] for row in told["todo"]["rows"]]
    printed = demo.must("digest", "--for", "Krüger")
    assert refs
    assert all(ref in printed for ref in refs)


def test_a_forum_is_printed_as_somebody_may_see_it(demo: Terminal) -> None:
    everything = demo.must("digest", "--forum", "wasser")
    own = demo.must("digest", "--forum", "wasser", "--for", "Krüger")
    said = demo.must("say", "--as", "Krüger", "Überblick Forum Wasser")
    assert everything.splitlines()[0] == own.splitlines()[0]
    assert all(line in said for line in own.splitlines())
    assert "nichts gehört" not in own
    told = json.loads(demo.must("digest", "--forum", "wasser", "--json"))
    assert told["forum"] == "wasser"


def test_somebody_has_to_be_named(demo: Terminal) -> None:
    assert "--for" in demo.refused("digest")
    assert "niemand" in demo.refused("digest", "--for", "Xaver")


def test_what_was_sent_is_printed_word_for_word_with_its_entry(
    demo: Terminal,
) -> None:
    assert demo.must("digest", "--for", "Krüger", "--sent").strip() == "–"
    friday = demo.clock().replace(hour=9) + timedelta(days=2)
    for moment in (friday, friday + timedelta(days=3)):
        faden = Faden.open(demo.folder, clock=demo.clock)
        faden.tick(moment)
        faden.close()
    sent = demo.must("digest", "--for", "Krüger", "--sent")
    assert "Lindgrund, KW 12" in sent
    assert "(Eintrag " in sent
    (row,) = json.loads(demo.must("digest", "--for", "Krüger", "--sent", "--json"))
    assert row["reach"] == "all"
    assert row["period"] == "2027-W12"
