"""``faden audit diff``: what changed between two days, and the proof."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from core.merkle import verify_consistency
from tests.adapters.cli.terminal import Terminal


@pytest.fixture
def story(founded: Terminal) -> Terminal:
    """Asked on the 17th of March, promised on the 19th, late in May."""
    for name, town in (("A. Muster", "Sontra"), ("B. Beispiel", "Wanfried")):
        founded.must("join", town, "--basis", "Schreiben")
        founded.must("person", "add", name)
        founded.must("mandate", name, town, "--role", "mayor")
        founded.must("seat", "wasser", town, "vote")
    for line in ("Bitte an Wanfried: Pläne bis 30.4.", "ja", "Info: Neue Waage"):
        founded.must("say", "--as", "A. Muster", line)
    founded.clock.pass_by(timedelta(days=2))
    for line in ("Z1 machen wir", "ja", "Abfrage an alle: Wer macht mit?", "ja"):
        founded.must("say", "--as", "B. Beispiel", line)
    founded.clock.pass_by(timedelta(days=50))
    founded.must("tick")
    return founded


def changes(story: Terminal, *words: str) -> dict[str, list[str]]:
    found = json.loads(story.must("audit", "diff", *words, "--json"))
    return {one["ref"]: one["what"] for one in found["changes"]}


def test_what_is_new_and_what_changed_is_told(story: Terminal) -> None:
    assert changes(story, "1", "2027-03-17") == {"Z1": ["new"], "I1": ["new"]}
    assert changes(story, "2027-03-17", "2027-03-18") == {}
    assert changes(story, "2027-03-18", "2027-03-19")["Z1"] == ["changed"]


def test_time_alone_makes_something_overdue(story: Terminal) -> None:
    late = changes(story, "2027-03-19", "2027-05-02")
    assert late["Z1"] == ["overdue"]
    told = story.must("audit", "diff", "2027-03-19", "2.5.2027")
    assert "Z1    overdue: Pläne" in told
    assert "promised, by Fri, 30 Apr 2027 → promised, by Fri, 30 Apr 2027, ov" in told
    stranger = changes(story, "2027-03-19", "2027-05-02", "--as", "A. Muster")
    assert stranger["Z1"] == ["overdue"]


def test_forum_and_organisation_narrow_it(story: Terminal) -> None:
    whole = changes(story, "1", "2027-03-20")
    assert set(whole) == {"Z1", "I1", *whole}
    assert changes(story, "1", "2027-03-20", "--forum", "wasser").keys() <= set(whole)
    assert set(changes(story, "1", "2027-03-17", "--org", "Wanfried")) == {"Z1"}
    assert "There is no forum" in story.refused(
        "audit", "diff", "1", "2027-03-20", "--forum", "nirgends"
    )


def test_the_later_state_is_proved_to_continue_the_earlier(story: Terminal) -> None:
    words = ("audit", "diff", "2027-03-20", "2027-03-17", "--json")
    found = json.loads(story.must(*words))
    old, new, proof = found["old"], found["new"], found["consistency"]
    assert (old["day"], new["day"]) == ("2027-03-17", "2027-03-20")
    hashes = [bytes.fromhex(each) for each in proof["proof"]]
    roots = (bytes.fromhex(proof["old"]), bytes.fromhex(proof["new"]))
    assert verify_consistency(old["entry"], new["entry"], hashes, *roots)
    assert proof["holds"] is True
    told = story.must(*words[:-1])
    assert told.splitlines()[-1].startswith(f"The log at entry {new['entry']} (")


def test_where_nothing_changed_that_is_said(story: Terminal) -> None:
    assert "Nothing changed." in story.must("audit", "diff", "2027-03-17", "18.3.2027")
    assert "neither a day nor" in story.refused("audit", "diff", "x", "2027-03-17")


def test_a_lost_entry_is_not_compared(story: Terminal) -> None:
    with closing(sqlite3.connect(story.folder / "faden.db")) as db, db:
        db.execute("DELETE FROM event WHERE position = 3")
    said = story.refused("audit", "diff", "2027-03-17", "2027-03-18")
    assert "as entry 3 shows" in said
