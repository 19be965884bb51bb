"""Items are found by their words, however these are written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from core import information, organisation
from core.commitment import events as commitment
from core.decision import events as e
from core.effect import Member
from core.ports import Circle
from core.sealed import Sealed
from projections.search import find, forget
from projections.viewer import MACHINE
from projections.words import asked, beginnings, ends, spellings, words
from tests.projections.decided import DRAFTED, OPENED, later
from tests.projections.given import DUE, NOBODY, REQUESTED, THIRD, Tale, founded


def told() -> Tale:
    """Return a tale with three items that have words in common."""
    tale = founded().tell("commitment:Z1", REQUESTED)
    other = commitment.Offered(
        forum="wasser",
        asker="kreis",
        holder="steintal",
        what=Sealed("Spülwagen für die Straßen in Mühlau"),
        due=DUE,
    )
    note = information.Recorded(
        kind=information.InformationKind.FINDING,
        forum="wasser",
        org="kreis",
        text=Sealed("Der Klärschlamm wird teurer"),
    )
    return tale.tell("commitment:Z2", other).tell("information:I1", note)


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("Klärschlamm", ["I1", "Z1"]),
        ("klaerschlamm", ["I1", "Z1"]),
        ("KLARSCHLAMM", ["I1", "Z1"]),
        ("Klärschlammverwertungen", ["Z1"]),
        ("Klärschl", ["Z1", "I1"]),
        ("Menge", ["Z1"]),
        ("Schlamm", ["I1", "Z1"]),
        ("schlämme", ["I1", "Z1"]),
        ("Wagen", ["Z2"]),
        ("Was ist mit dem Spülwagen?", ["Z2"]),
        ("strasse", ["Z2"]),
        ("Muehlau", ["Z2"]),
        ("z2", ["Z2"]),
        ("Steintal", ["steintal", "Z2"]),
        ("Spülwagen Steintal", ["Z2", "steintal"]),
        ("Forum", ["wasser"]),
        ("Klärschlamm Mengen", ["Z1", "I1"]),
        ("Tabelle", ["Z1"]),
        ("Kanal", []),
        ("der die das", []),
        ("%_'\"", []),
        ("", []),
    ],
)
def test_a_question_finds(engine: Engine, question: str, refs: list[str]) -> None:
    told().seen(engine)
    with engine.connect() as db:
        assert [hit.ref for hit in find(db, MACHINE, question, 10)] == refs


def test_what_somebody_reports_is_found_too(engine: Engine) -> None:
    done = commitment.CompletionReported(on=DUE, evidence=Sealed("Ordner Grundwasser"))
    told().tell("commitment:Z1", commitment.Promised(due=DUE), done).seen(engine)
    with engine.connect() as db:
        assert [hit.ref for hit in find(db, MACHINE, "Grundwasser", 10)] == ["Z1"]


def test_a_corrected_text_is_no_longer_found(engine: Engine) -> None:
    better = information.Corrected(text=Sealed("Strom wird teurer"), reason=Sealed("x"))
    told().tell("information:I1", better).seen(engine)
    with engine.connect() as db:
        assert [hit.ref for hit in find(db, MACHINE, "Klärschlamm", 10)] == ["Z1"]
        (hit,) = find(db, MACHINE, "Strom", 10)
    assert (hit.noun, hit.title, hit.forum) == (
        "information",
        "Strom wird teurer",
        "wasser",
    )


def test_a_renamed_organisation_is_found_by_its_new_name(engine: Engine) -> None:
    tale = told().tell("organisation:steintal", organisation.Renamed(name="Neutal"))
    tale.seen(engine)
    with engine.connect() as db:
        found = [hit.title for hit in find(db, MACHINE, "Neutal", 10)]
    assert found == ["Neutal", "Spülwagen für die Straßen in Mühlau"]


def test_a_forgotten_item_leaves_nothing(engine: Engine) -> None:
    told().seen(engine)
    with engine.begin() as db:
        forget(db, "commitment:Z1")
        assert [hit.ref for hit in find(db, MACHINE, "Klärschlamm Z1", 10)] == ["I1"]


def test_the_best_come_first_and_no_more_than_wanted(engine: Engine) -> None:
    told().seen(engine)
    with engine.connect() as db:
        assert len(find(db, MACHINE, "Klärschlamm", 1)) == 1


def test_the_whole_word_comes_before_the_end_of_a_longer_one(engine: Engine) -> None:
    note = information.Recorded(
        kind=information.InformationKind.FINDING,
        forum="wasser",
        org="kreis",
        text=Sealed("Schlamm im Hafen"),
    )
    told().tell("information:I2", note).seen(engine)
    with engine.connect() as db:
        found = [hit.ref for hit in find(db, MACHINE, "Schlamm", 10)]
    assert found == ["I2", "I1", "Z1"]


def test_the_ends_of_a_forgotten_item_are_gone_too(engine: Engine) -> None:
    told().seen(engine)
    with engine.begin() as db:
        forget(db, "commitment:Z1")
        assert [hit.ref for hit in find(db, MACHINE, "Schlamm", 10)] == ["I1"]


@pytest.mark.parametrize(
    ("word", "within"),
    [
        ("klärschlamm", "schlamm"),
        ("trinkwasserversorgung", "wasserversorgung"),
        ("trinkwasserversorgung", "versorgung"),
        ("mischwasser", "wasser"),
        ("bauordnung", "ordnung"),
        ("wohnungsangebot", "angebot"),
        ("haustüren", "turen"),
        ("haustüren", "tueren"),
    ],
)
def test_a_long_word_is_kept_under_its_parts(word: str, within: str) -> None:
    assert within in ends(word)


@pytest.mark.parametrize("word", ["mühlau", "schlamm", "strasse", "xxxxxxxxxxxx"])
def test_a_word_without_parts_is_kept_as_it_is(word: str) -> None:
    assert ends(word) == frozenset()


def test_words_are_cut_and_spelled() -> None:
    assert words("Klär-Schlamm, Z34!") == ["klär", "schlamm", "z34"]
    assert spellings("straße") == {"strass", "strasse"}
    assert beginnings("Mühlau".casefold()) == {"muhlau"}
    assert asked("Wer hat im Mai Kanäle, Kanäle?") == ["mai", "kanäle"]


@pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)
def test_a_closed_decision_is_found_by_whoever_is_on_its_list(engine: Engine) -> None:
    tale = founded().tell("decision:B1", DRAFTED, circle=Circle.CLOSED)
    others = replace(THIRD, orgs=frozenset({"auenburg"}))
    tale.seen(engine)
    with engine.connect() as db:
        assert not find(db, THIRD, "Klärschlamm")  # nobody is on a list yet
    tale.tell("decision:B1", OPENED, circle=Circle.CLOSED).seen(engine)
    with engine.connect() as db:
        assert [hit.ref for hit in find(db, THIRD, "Klärschlamm")] == ["B1"]
        assert not find(db, others, "Klärschlamm")
        assert not find(db, NOBODY, "Klärschlamm")
    member = Member("auenburg", 100, late=True)
    joined = e.MemberJoined(org="auenburg", member=member, text=1, on=later(70))
    tale.tell("decision:B1", joined, circle=Circle.CLOSED).seen(engine)
    with engine.connect() as db:
        assert [hit.ref for hit in find(db, others, "Klärschlamm")] == ["B1"]
