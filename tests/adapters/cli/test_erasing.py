"""``faden audit erase``, ``offer``, ``deletions`` and ``faden forget``."""

from __future__ import annotations

import json
import re

import pytest

from tests.adapters.cli.terminal import Terminal
from tests.adapters.erasing.scene import left

NAME = ("Zwetschgenbaum", "zwetschgenbaum")


@pytest.fixture
def spoken(founded: Terminal) -> Terminal:
    """A region in which somebody was named."""
    for town in ("Eschwege", "Sontra"):
        founded.must("join", town, "--basis", "Schreiben")
        founded.must("seat", "wasser", town, "vote")
    founded.must("person", "add", "Frau Quittenbaum")
    founded.must("mandate", "Quittenbaum", "Eschwege", "--role", "mayor")
    line = "Bitte an Sontra: Plan von Zwetschgenbaum prüfen bis 30.4."
    founded.must("say", "--as", "Quittenbaum", line)
    founded.must("say", "--as", "Quittenbaum", "ja")
    return founded


def place(terminal: Terminal) -> tuple[str, str]:
    """Return entry and field of the text."""
    for step in json.loads(terminal.must("history", "Z1", "--json")):
        for field, text in step["texts"].items():
            if NAME[0] in (text or ""):
                return str(step["position"]), field
    raise LookupError


def test_first_it_is_shown_then_offered_then_gone(spoken: Terminal) -> None:
    entry, field = place(spoken)
    erase = ("audit", "erase", entry, field, "--ground", "objection")
    shown = spoken.must(*erase)
    assert f"Goes: entry {entry}, {field}:" in shown
    assert "Nothing was erased yet" in shown
    refused = spoken.call(*erase, "--yes")
    assert refused.code == 1
    assert f"faden audit offer {entry} {field}" in refused.err
    assert "offered to the archive" in spoken.must("audit", "offer", entry, field)
    assert "it is gone from every file" in spoken.must(*erase, "--yes")
    assert left(spoken.folder, NAME) == []
    history = spoken.must("history", "Z1")
    assert re.search(r"text erased, ground: objection .*, entry [0-9]+", history)
    assert spoken.must("audit", "fsck") == ""


def test_other_words_take_its_place(spoken: Terminal) -> None:
    entry, field = place(spoken)
    words = ("--ground", "correction", "--instead", "Plan der Anlage prüfen", "--yes")
    spoken.must("audit", "erase", entry, field, *words)
    assert left(spoken.folder, NAME) == []
    assert "“Plan der Anlage prüfen” (reworded" in spoken.must("history", "Z1")
    assert "Plan der Anlage" in spoken.must("commitments")
    assert spoken.must("audit", "fsck") == ""


def test_whoever_has_a_file_is_to_be_told(spoken: Terminal) -> None:
    entry, field = place(spoken)
    spoken.must("audit", "bundle", "all.jsonl", "--for", "Rechnungsprüfung")
    spoken.must("audit", "bundle", "part.jsonl", "--item", "Z1")
    spoken.must("audit", "bundle", "early.jsonl", "--at", "9", "--for", "Niemand")
    shown = spoken.must("audit", "erase", entry, field, "--ground", "unlawful")
    assert "Rechnungsprüfung has the file of 17.03.2027" in shown
    assert shown.count("Please tell (Art. 19 DSGVO)") == 2
    assert "Niemand" not in shown


def test_what_quotes_it_elsewhere_is_named_and_stays(spoken: Terminal) -> None:
    entry, field = place(spoken)
    info = "Info: Plan von Zwetschgenbaum prüfen wir im Mai"
    spoken.must("say", "--as", "Quittenbaum", info)
    spoken.must("say", "--as", "Quittenbaum", "ja")
    shown = spoken.must("audit", "erase", entry, field, "--ground", "unlawful")
    assert "Stays, and quotes it" in shown


def test_an_unknown_text_is_refused_with_those_there_are(spoken: Terminal) -> None:
    entry, field = place(spoken)
    words = ("--ground", "unlawful", "--yes")
    said = spoken.call("audit", "erase", entry, "nothing", *words)
    assert "Please name one of: origin.source and what" in said.err
    assert said.out == ""
    unknown = spoken.call("audit", "erase", "9999", field, *words)
    assert "There is no entry 9999" in unknown.err
    assert "There is no entry 9999" in spoken.refused("audit", "offer", "9999", field)


def test_a_person_is_forgotten_once_no_mandate_is_left(spoken: Terminal) -> None:
    forget = ("forget", "Quittenbaum", "--ground", "objection")
    assert "Goes: the name Quittenbaum" in spoken.must(*forget)
    assert "still acts for" in spoken.call(*forget, "--yes").err
    spoken.must("mandate", "Quittenbaum", "Eschwege", "--end")
    spoken.must(*forget, "--yes")
    assert left(spoken.folder, ("Quittenbaum",)) == []
    assert spoken.must("audit", "fsck") == ""
    people = json.loads(spoken.must("people", "--json"))["organisations"]
    org = next(row["org"] for row in people if row["name"] == "Eschwege")
    mandates = spoken.must("history", f"organisation:{org}")
    assert "a person no longer known" in mandates
    assert "mayor" in mandates


def test_texts_that_name_the_person_are_listed(spoken: Terminal) -> None:
    spoken.must("person", "add", "Herr Adam Zwetschgenbaum")
    shown = spoken.must("forget", "Adam Zwetschgenbaum", "--ground", "objection")
    entry, field = place(spoken)
    assert f"faden audit erase {entry} {field}" in shown


def test_the_register_says_what_went_and_what_left(spoken: Terminal) -> None:
    assert "Nothing was erased." in spoken.must("audit", "deletions")
    entry, field = place(spoken)
    spoken.must("audit", "bundle", "all.jsonl", "--for", "Rechnungsprüfung")
    spoken.must("audit", "offer", entry, field)
    words = ("--ground", "unlawful", "--yes")
    spoken.must("audit", "erase", entry, field, *words)
    told = spoken.must("audit", "deletions")
    named = "text “what it is about”"
    assert f"{named} of entry {entry} erased: should not have been stored" in told
    assert "in a file for Rechnungsprüfung" in told
    rows = json.loads(spoken.must("audit", "deletions", "--json"))
    assert [row["what"] for row in rows["deletions"]] == ["erased", "offered"]
    assert rows["exports"][0]["recipient"] == "Rechnungsprüfung"
