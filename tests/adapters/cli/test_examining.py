"""``faden audit list``: what auditors look at first."""

from __future__ import annotations

import json

import pytest

from tests.adapters.cli.terminal import Terminal


@pytest.fixture
def story(founded: Terminal) -> Terminal:
    """Something asked, promised, taken back, and entered for somebody else."""
    for name, town in (("A. Muster", "Sontra"), ("B. Beispiel", "Wanfried")):
        founded.must("join", town, "--basis", "Schreiben")
        founded.must("person", "add", name)
        founded.must("mandate", name, town, "--role", "mayor")
        founded.must("seat", "wasser", town, "vote")
    for line in ("Bitte an Wanfried: Pläne bis 30.4.", "ja", "zurücknehmen", "ja"):
        founded.must("say", "--as", "A. Muster", line)
    return founded


def test_a_correction_is_listed_with_who_and_when(story: Terminal) -> None:
    told = story.must("audit", "list", "corrections")
    assert "A. Muster" in told
    assert "recorded on Wed, 17 Mar 2027, counts for that day" in told
    (plain,) = json.loads(story.must("audit", "list", "corrections", "--json"))
    assert plain["ref"] == "Z1"
    assert plain["withheld"] is False


@pytest.mark.parametrize("kind", ["behalf", "backdated", "deletions", "exports"])
def test_what_never_happened_is_an_empty_list(story: Terminal, kind: str) -> None:
    assert story.must("audit", "list", kind) == ""


def test_only_auditors_and_coordination_look(story: Terminal) -> None:
    said = story.refused("audit", "list", "behalf", "--as", "A. Muster")
    assert "for auditors and coordination" in said
    assert "is none of: corrections" in story.refused("audit", "list", "all")


def test_what_an_auditor_looked_at_is_listed(story: Terminal) -> None:
    story.must("person", "add", "C. Prüfer")
    given = ("mandate", "C. Prüfer", "Sontra", "--role", "auditor")
    assert "--until" in story.refused(*given)
    story.must(*given, "--until", "2027-12-31")
    story.must("audit", "list", "behalf", "--as", "C. Prüfer")
    story.must("history", "Z1", "--as", "C. Prüfer")
    story.must("search", "Geheimes", "--as", "C. Prüfer")
    story.must("commitments", "--as", "A. Muster")
    told = story.must("audit", "list", "lookups").splitlines()
    ways = ["faden search", "faden history Z1", "faden audit list behalf"]
    assert [line.partition("C. Prüfer: ")[2] for line in told] == ways
    plain = json.loads(story.must("audit", "list", "lookups", "--json"))
    assert [one["what"] for one in plain] == ways
