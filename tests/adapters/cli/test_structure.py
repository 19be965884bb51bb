"""Joining, seats, persons and mandates; whoever is unknown is guessed at."""

from __future__ import annotations

import json
import re
from contextlib import closing

import pytest

from adapters.main import Faden
from tests.adapters.cli.terminal import Terminal


def test_a_seat_needs_membership(founded: Terminal) -> None:
    told = founded.refused("seat", "wasser", "Eschwege", "vote")
    assert 'faden join "Eschwege"' in told


def test_an_organisation_is_found_by_key_and_by_name(founded: Terminal) -> None:
    assert "Eschwege is a member." in founded.must("join", "06636003", "--basis", "x")
    assert "already" in founded.must("join", "eschwege", "--basis", "x")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("join", "Eschwge", "--basis", "x"), "Did you mean Eschwege?"),
        (("join", "Qqqq", "--basis", "x"), "faden people lists all"),
        (("seat", "waser", "Eschwege", "vote"), "wasser"),
        (("seat", "wasser", "Eschwege", "sit"), "none of: vote, advise"),
        (("board", "xyz"), "nahraum, wasser, wohnen"),
        (("commitments", "--state", "gone"), "There is no state gone"),
        (("commitments", "--due-until", "31.2.2027"), "is not a day"),
        (("history", "Z9"), "There is no item Z9"),
        (("history", "Eschwege"), "There is no item"),
        (("rebuild", "nothing"), "There is no view nothing"),
        (("say", "--as", "Nobody", "Hilfe"), "faden person add"),
        (("link", "Nobody"), "Nobody here is called Nobody"),
        (("join", "Eschwege", "--basis", " "), "basis"),
    ],
)
def test_what_is_unknown_gets_a_sentence_with_the_next_step(
    founded: Terminal, words: tuple[str, ...], told: str
) -> None:
    assert told in founded.refused(*words)


@pytest.mark.parametrize(
    "words",
    [("people",), ("join", "x", "--basis", "x"), ("say", "--as", "x", "y")],
)
def test_an_empty_folder_says_how_to_found_a_region(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    assert "faden init --region NAME" in terminal.refused(*words)
    assert not terminal.folder.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("parze",), "Did you mean parse"),
        (("people", "--jsn"), "There is no option --jsn."),
        (("init",), "--region is missing."),
        (("people", "too", "much"), "missing or too much"),
    ],
)
def test_a_misspelt_call_shows_where_help_is(
    terminal: Terminal, words: tuple[str, ...], told: str
) -> None:
    error = terminal.refused(*words, code=2)
    assert told in error
    assert "--help" in error


def test_help_is_german_where_the_terminal_is(terminal: Terminal) -> None:
    assert "Options" in terminal.must("say", "--help")
    terminal.language = "de"
    assert "Optionen" in terminal.must("say", "--help")
    assert "Zeigt diese Hilfe." in terminal.must("--help")


def test_a_person_keeps_one_id(founded: Terminal) -> None:
    first = founded.must("person", "add", "Frau Kern", "--language", "en")
    assert founded.must("person", "add", "Kern", "--salutation", "Frau") == first


def test_two_of_one_name_are_told_apart_by_id(founded: Terminal) -> None:
    one = founded.must("person", "add", "Anna Krüger").strip()
    founded.must("person", "add", "Eva Krüger")
    told = founded.refused("mandate", "Krueger", "Eschwege", "--role", "clerk")
    assert one in told
    founded.must("mandate", one, "Eschwege", "--role", "clerk")


def test_a_mandate_is_given_and_ended(founded: Terminal) -> None:
    founded.must("person", "add", "Kern")
    assert "--role" in founded.refused("mandate", "Kern", "Eschwege")
    founded.must(
        *("mandate", "Kern", "Eschwege", "--role", "clerk", "--power", "promise"),
        *("--forum", "wasser", "--until", "2027-12-31"),
    )
    (person,) = json.loads(founded.must("people", "--json"))["persons"]
    assert person["mandates"] == ["06636003/clerk"]
    assert "no longer" in founded.must("mandate", "Kern", "Eschwege", "--end")
    assert "already" in founded.must("mandate", "Kern", "Eschwege", "--end")


def test_a_mandate_that_ended_before_today_is_refused_in_words(
    founded: Terminal,
) -> None:
    founded.must("person", "add", "Kern")
    told = founded.refused(
        *("mandate", "Kern", "Eschwege", "--role", "clerk", "--until", "2026-01-01")
    )
    assert "2026" in told


def test_a_link_is_a_page_to_enter(founded: Terminal) -> None:
    founded.must("person", "add", "Kern")
    assert founded.must("link", "Kern").startswith("http://127.0.0.1:8765/enter/")
    founded.environment = {"FADEN_URL": "https://faden.example"}
    assert founded.must("link", "Kern").startswith("https://faden.example/enter/")


def test_a_person_gets_a_code_for_slack_and_the_connection_is_ended(
    founded: Terminal,
) -> None:
    who = founded.must("person", "add", "Kern").strip()
    code = founded.must("link", "Kern", "--slack")
    assert re.fullmatch(r"/faden connect [A-Z0-9]{4}-[A-Z0-9]{4}\n", code)
    assert "no connection" in founded.must("unlink", "Kern")
    with closing(Faden.open(founded.folder, clock=founded.clock)) as faden:
        addresses = faden.store.office.addresses
        addresses.link(who, "slack", "T1/U1", founded.clock()).result(20)
    assert "has ended" in founded.must("unlink", "Kern")
    assert "no connection" in founded.must("unlink", "Kern")


def test_a_variable_that_nobody_reads_is_named(terminal: Terminal) -> None:
    terminal.environment = {"FADEN_PROT": "1"}
    assert "FADEN_PROT" in terminal.refused("people")


def test_views_are_built_anew(founded: Terminal) -> None:
    before = founded.must("people", "--json")
    assert "people: built anew up to entry" in founded.must("rebuild", "people")
    assert founded.must("people", "--json") == before


def test_views_that_were_deleted_are_built_before_anybody_reads_them(
    founded: Terminal,
) -> None:
    before = founded.must("people", "--json")
    for left in founded.folder.glob("views.db*"):
        left.unlink()
    assert founded.must("people", "--json") == before


def test_a_place_is_found_by_its_name_without_addition(founded: Terminal) -> None:
    assert "Bad Sooden-Allendorf is a member." in founded.must(
        "join", "Bad Sooden", "--basis", "x"
    )
