"""``faden audit replay``: the steps of an item in a terminal."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from datetime import timedelta

import pytest
from pypdf import PdfReader

from tests.adapters.cli.terminal import Terminal

LINE = "Bitte an Wanfried: Pläne bis Ende Juni"


@pytest.fixture
def promised(founded: Terminal) -> Terminal:
    """Sontra asked on the 17th of March; Wanfried promised on the 19th."""
    for name, town in (("A. Muster", "Sontra"), ("B. Beispiel", "Wanfried")):
        founded.must("join", town, "--basis", "Schreiben")
        founded.must("person", "add", name)
        founded.must("mandate", name, town, "--role", "mayor")
        founded.must("seat", "wasser", town, "vote")
    founded.must("say", "--as", "A. Muster", LINE)
    founded.must("say", "--as", "A. Muster", "ja")
    founded.clock.pass_by(timedelta(days=2))
    founded.must("say", "--as", "B. Beispiel", "Z1 machen wir")
    founded.must("say", "--as", "B. Beispiel", "ja")
    founded.must("audit", "checkpoint")
    return founded


def test_every_step_names_both_clocks_and_its_proof(promised: Terminal) -> None:
    told = promised.must("audit", "replay", "z1")
    assert "   2  2027-03-19 09:00  Z1" in told
    assert "recorded on Fri, 19 Mar 2027, counts for that day" in told
    assert "B. Beispiel, mayor, Wanfried" in told
    assert "Wording: as it was sealed" in told
    assert told.count("unchanged, proved by Checkpoint ") == 2
    assert told.splitlines()[-1].startswith("Covered by Checkpoint ")


def test_the_same_input_gives_the_same_bytes_on_any_day(promised: Terminal) -> None:
    calls = [("audit", "replay", "Z1", *more) for more in ([], ["--json"])]
    before = [promised.must(*words) for words in calls]
    promised.clock.pass_by(timedelta(days=400))
    promised.must("say", "--as", "B. Beispiel", "Info: eins")
    promised.must("audit", "checkpoint")
    assert [promised.must(*words) for words in calls] == before


def test_an_earlier_day_shows_what_was_known_then(promised: Terminal) -> None:
    def steps(*at: str) -> list[dict[str, object]]:
        found = promised.must("audit", "replay", "Z1", "--json", *at)
        return list(json.loads(found)["steps"])

    assert steps("--at", "2027-03-18") == steps()[:1]
    told = promised.must("audit", "replay", "Z1", "--at", "2027-03-18")
    assert told.startswith("As of Thu, 18 Mar 2027 (entry ")
    assert "is still to come" in promised.refused(
        "audit", "replay", "Z1", "--at", "2030-01-01"
    )


def test_a_draft_is_withheld_from_others(promised: Terminal) -> None:
    promised.must("person", "add", "C. Clerk")
    promised.must("mandate", "C. Clerk", "Wanfried", "--role", "clerk")
    promised.must("say", "--as", "A. Muster", LINE.replace("Pläne", "Karten"))
    promised.must("say", "--as", "A. Muster", "ja")
    promised.must("say", "--as", "C. Clerk", "Z2 machen wir")
    promised.must("say", "--as", "C. Clerk", "ja")
    told = promised.must("audit", "replay", "Z2", "--as", "A. Muster")
    assert "   2  (not for everybody)" in told
    assert "Withheld steps: 1." in told
    assert "the next checkpoint covers it" in told
    plain = json.loads(
        promised.must("audit", "replay", "Z2", "--as", "A. Muster", "--json")
    )
    assert plain["withheld"] == 1
    assert plain["steps"][1]["withheld"] is True
    assert plain["checkpoint"] is None


def test_a_forum_is_replayed_by_its_name(promised: Terminal) -> None:
    found = json.loads(promised.must("audit", "replay", "forum:wasser", "--json"))
    assert {step["ref"] for step in found["steps"]} == {"wasser", "Z1"}
    assert "There is no forum nirgends" in promised.refused(
        "audit", "replay", "nirgends"
    )


def test_the_steps_go_into_a_pdf(promised: Terminal) -> None:
    file = promised.folder.parent / "z1.pdf"
    printed = promised.call("audit", "replay", "Z1", "--pdf", "z1.pdf")
    if "needs Pango" in printed.err:
        pytest.skip("no Pango found: install Debian's package libpangoft2-1.0-0")
    assert printed.out == "z1.pdf holds the steps.\n"
    text = " ".join(PdfReader(file).pages[0].extract_text().split())
    assert "Step 2 of 2" in text
    assert "Z1 · Checkpoint " in text
    assert "Page 1 of 1" in text


def test_without_the_extra_no_pdf_is_left(
    promised: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    said = promised.refused("audit", "replay", "Z1", "--pdf", "z1.pdf")
    assert "pip install weasyprint" in said
    assert not (promised.folder.parent / "z1.pdf").exists()


def test_what_is_not_there_is_said(promised: Terminal) -> None:
    assert "nothing to replay of Z9" in promised.refused("audit", "replay", "z9")


def test_an_entry_that_was_changed_is_found(promised: Terminal) -> None:
    with closing(sqlite3.connect(promised.folder / "faden.db")) as db, db:
        db.execute(
            "UPDATE event SET recorded_at = recorded_at + 1 "
            "WHERE stream = 'commitment:Z1' AND version = 2"
        )
    printed = promised.call("audit", "replay", "Z1")
    assert printed.code == 2
    assert printed.out.splitlines()[-1].startswith("NOT what was written: 1 of these")
