"""``--at``: what a board, a list and a history showed earlier."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

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
    return founded


def test_a_board_shows_whose_turn_it_was(promised: Terminal) -> None:
    now = promised.must("board", "wasser")
    then = promised.must("board", "wasser", "--at", "2027-03-18")
    assert "Next to move" in then
    assert "Next to move" not in now
    assert then.startswith("As of Thu, 18 Mar 2027 (entry ")
    promised.language = "de"
    told = promised.must("board", "wasser", "--at", "18.3.2027")
    assert told.startswith("Stand vom Do, 18.03.2027 (Eintrag ")
    assert "damals bekannt" in told


def test_the_same_in_json(promised: Terminal) -> None:
    stand = json.loads(promised.must("board", "wasser", "--json"))["stand"]
    then = promised.must("board", "wasser", "--json", "--at", str(stand - 1))
    assert json.loads(then)["stand"] == stand - 1


def test_the_day_of_the_promise_counts_whole(promised: Terminal) -> None:
    for at, state in (
        ("2027-03-17", "requested"),
        ("2027-03-18", "requested"),
        ("2027-03-19", "promised"),
    ):
        told = promised.must("commitments", "--json", "--at", at)
        assert [row["state"] for row in json.loads(told)] == [state]
    assert "As of Wed, 17 Mar" in promised.must("commitments", "--at", "2027-03-17")


def test_a_history_ends_where_it_ended_then(promised: Terminal) -> None:
    def steps(*at: str) -> int:
        return len(json.loads(promised.must("history", "Z1", "--json", *at)))

    assert (steps(), steps("--at", "2027-03-18")) == (2, 1)
    assert "As of" in promised.must("history", "Z1", "--at", "2027-03-18")


def test_midnight_is_that_of_the_region(promised: Terminal) -> None:
    """At 23:30 in Berlin it is the next day's 22:30 in no other place of the log."""
    promised.clock.pass_by(timedelta(hours=14, minutes=30))  # 23:30 in Berlin
    promised.must("say", "--as", "A. Muster", "Info: eins")
    promised.clock.pass_by(timedelta(hours=1))  # 00:30, but 23:30 in UTC
    promised.must("say", "--as", "A. Muster", "Info: zwei")

    def learnt(at: str) -> int:
        board = promised.must("board", "wasser", "--json", "--at", at)
        return len(json.loads(board)["learnt"])

    assert (learnt("2027-03-19"), learnt("2027-03-20")) == (1, 2)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2027-03-20", "is still to come"),
        ("2027-03-16", "the region was founded on Wed, 17 Mar 2027"),
        ("gestern", "gestern is neither a day nor an entry"),
        ("", "is neither a day nor an entry"),
        ("2027-02-30", "is neither a day nor an entry"),
        ("0", "There is no entry 0"),
        ("99999", "There is no entry 99999; the newest is"),
    ],
)
def test_what_cannot_be_shown_is_said(promised: Terminal, at: str, told: str) -> None:
    assert told in promised.refused("board", "wasser", "--at", at)
    assert told in promised.refused("commitments", "--at", at)
    assert told in promised.refused("history", "Z1", "--at", at)


def test_what_was_not_there_then_is_named(promised: Terminal) -> None:
    assert "There is no forum wasser" in promised.refused("board", "wasser", "--at=1")
    assert "There is no item Z1" in promised.refused("history", "Z1", "--at=1")
