"""The conversation in a terminal, and what can be looked at there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.adapters.cli.terminal import Terminal


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal in the county of the demo; each test speaks as somebody else."""
    folder: Path = tmp_path_factory.mktemp("demo")
    terminal = Terminal(folder / "data")
    terminal.must("demo")
    return terminal


def test_an_answer_names_what_can_be_typed_next(demo: Terminal) -> None:
    told = demo.must("say", "--as", "Mira Lenz", "Bitte an Steintal: Pläne bis 30.4.")
    assert "Fr, 30.04.2027" in told
    assert "ja 1" in told


def test_nothing_is_shown_twice(demo: Terminal) -> None:
    first = demo.must("say", "--as", "Paul", "Hilfe")
    second = demo.must("say", "--as", "Paul", "Hilfe")
    assert second in first
    assert len(second) < len(first)


def test_the_first_look_says_how_much_came_before(demo: Terminal) -> None:
    printed = demo.call("say", "--as", "BM Vogt")
    assert re.search(r"\(\d+ frühere Nachrichten stehen auf der Seite", printed.err)
    assert re.search(r"^Verlauf: Z\d+$", printed.out, re.MULTILINE)  # the newest


def test_only_what_can_still_be_chosen_is_offered(tmp_path: Path) -> None:
    here = Terminal(tmp_path / "data")
    here.must("demo")
    here.must("say", "--as", "Lenz", stdin="")
    here.must("say", "--as", "Mira Lenz", "Bitte an Steintal: Pläne bis 30.4.")
    here.must("say", "--as", "Mira Lenz", "ja")
    asked = here.must("say", "--as", "Dorn", stdin="")
    assert "  [Machen wir]  Z17 machen wir\n" in asked
    assert "  [Anderer Termin]  Z17 erst bis …\n" in asked
    here.must("say", "--as", "Roth", stdin="Z17 machen wir\nja\n")
    echo = here.must("say", "--as", "Kern", stdin="")
    assert "[Ja, " not in echo  # all of them were answered long ago
    assert "[zurücknehmen]" not in echo


def test_a_suggestion_ends_with_one_ellipsis(demo: Terminal) -> None:
    told = demo.must("say", "--as", "Winkler", "Bite an Lindgrund Pläne")
    assert "[Bitte an …: … bis …]  Bitte an …: … bis …\n" in told
    echo = demo.must("say", "--as", "Lenz", "Bitte an Steintal: Pläne bis 30.4.")
    assert "  [Ändern]  Bitte an Steintal: Pläne bis 30.4.\n" in echo
    which = demo.must("say", "--as", "Winkler", "Bitte an Steintal: Pläne bis 30.4.")
    assert "Bitte an Steintal: Pläne bis 30.4. (Forum Nahraum)\n" in which


def test_people_are_told_in_words_and_as_raw_data(demo: Terminal) -> None:
    told = demo.must("people")
    assert "Birkfeld: mayor (answer, promise, consent and book)" in told
    assert "municipality" in told
    assert "Auenburg with a vote" in told
    raw = json.loads(demo.must("people", "--json"))
    assert ["birkfeld/mayor"] in [one["mandates"] for one in raw["persons"]]


def test_lines_are_read_from_standard_input(demo: Terminal) -> None:
    told = demo.must("say", "--as", "Ebel", stdin="Hilfe\n\nWas ist offen?\n")
    assert "Z14" in told


def test_messages_come_as_json_too(demo: Terminal) -> None:
    demo.must("say", "--as", "Dorn", stdin="")  # what was said to her before
    message = json.loads(demo.must("say", "--as", "Dorn", "--json", "Hilfe"))
    assert message["parts"]


@pytest.mark.parametrize("text", ["", "  ", "\x00"])
def test_nothing_said_is_asked_again(demo: Terminal, text: str) -> None:
    assert "Please say something" in demo.refused("say", "--as", "Roth", text)


def test_what_is_no_text_is_refused(demo: Terminal) -> None:
    assert "UTF-8" in demo.refused("say", "--as", "Roth", "Hilfe \udcff")


def test_a_very_long_text_gets_an_answer(demo: Terminal) -> None:
    assert demo.must("say", "--as", "Brandt", "Info: " + "x" * 100_000).strip()


def test_a_board_shows_who_must_move_and_what_is_late(demo: Terminal) -> None:
    board = demo.must("board", "wasser")
    for title in ("Next to move", "Overdue", "Kept lately", "Waiting", "Newly learnt"):
        assert title in board
    assert "Z10" in board


def test_lateness_is_not_shown_to_others(demo: Terminal) -> None:
    late = json.loads(demo.must("board", "wasser", "--json"))
    assert [row["ref"] for row in late["promises"]["overdue"]["rows"]] == ["Z10"]
    assert "Overdue" not in demo.must("board", "wasser", "--as", "Winkler")


def test_commitments_are_filtered(demo: Terminal) -> None:
    told = demo.must(
        *("commitments", "--forum", "wasser", "--org", "Birkfeld", "--open"),
        *("--due-until", "2027-12-31", "--state", "countered"),
    )
    assert [line.split()[0] for line in told.splitlines()] == ["Z13"]
    assert demo.must("commitments", "--state", "reneged").strip() == "–"


def test_a_word_is_found_by_its_stem(demo: Terminal) -> None:
    assert "Z1 " in demo.must("search", "Klärschlamm")
    hits = json.loads(demo.must("search", "Klärschlamm", "--json"))
    assert {"Z1", "Z13"} <= {hit["ref"] for hit in hits}
    assert "Nothing was found." in demo.must("search", "Xylophon")


def test_a_history_says_who_said_what_for_whom(demo: Terminal) -> None:
    told = demo.must("history", "z12")
    assert "Petra Kern" in told
    assert "Steintal" in told
    steps = json.loads(demo.must("history", "Z12", "--json"))
    assert steps[-1]["on_behalf_org"] == "steintal"


def test_a_draft_is_not_shown_to_others(demo: Terminal) -> None:
    own = demo.must("history", "Z9", "--as", "Lenz")
    other = demo.must("history", "Z9", "--as", "Winkler")
    assert len(own.splitlines()) > len(other.splitlines())
