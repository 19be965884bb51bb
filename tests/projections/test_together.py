"""What may belong together, and why; only hints, and only what both may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from core import organisation
from core.commitment import events as e
from core.ports import Circle
from core.sealed import Sealed
from projections.care import Together, together
from tests.projections.given import COORDINATOR, DUE, HOLDER, REQUESTED, Tale, founded


def told(*texts: str, forums: Sequence[str] = ("wasser", "energie")) -> Tale:
    """Return a tale of two forums, in which such things are asked of Birkfeld."""
    tale = founded()
    for n, text in enumerate(texts):
        place = forums[n % len(forums)]
        asked = replace(REQUESTED, forum=place, what=Sealed(text), measure=None)
        tale.tell(f"commitment:Z{n + 1}", asked)
    return tale


def found(engine: Engine, tale: Tale) -> Sequence[Together]:
    tale.seen(engine)
    with engine.connect() as db:
        return together(db, COORDINATOR)


def refs(hints: Sequence[Together]) -> list[tuple[str, str]]:
    return [(one.one.ref, one.other.ref) for one in hints]


def test_two_forums_that_name_the_same_thing_may_belong_together(
    engine: Engine,
) -> None:
    (hint,) = found(
        engine, told("Klärschlammmengen melden", "Trocknung von Klärschlamm prüfen")
    )
    assert (hint.one.ref, hint.other.ref) == ("Z1", "Z2")
    assert hint.words == ("Klärschlamm",)
    assert hint.near


def test_within_one_forum_everybody_knows_already(engine: Engine) -> None:
    texts = ("Kehrmaschine beschaffen", "Kehrmaschine warten")
    assert found(engine, told(*texts, forums=("wasser",))) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("Unterlagen zur Gemeindevertretung", "Unterlagen der Gemeindevertretung"),
        tuple(f"Kehrmaschine Nummer {n}" for n in range(6)),
        ("Radweg nach Lindgrund", "Bus für Lindgrund"),
        ("Radweg bauen", "Radweg sperren"),
    ],
    ids=["general", "often", "a municipality", "one short word"],
)
def test_what_everybody_writes_about_is_no_topic(
    engine: Engine, texts: tuple[str, ...]
) -> None:
    assert found(engine, told(*texts)) == []


def test_two_short_words_are_enough(engine: Engine) -> None:
    two = told("Brücke am Radweg bauen", "Radweg und Brücke sperren")
    assert [hint.words for hint in found(engine, two)] == [("Brücke", "Radweg")]


def test_what_is_typed_in_small_letters_counts_by_its_long_words(
    engine: Engine,
) -> None:
    small = told("kehrmaschine beschaffen bitte", "Kehrmaschine für den Bauhof")
    assert [hint.words for hint in found(engine, small)] == [("kehrmaschine",)]


def test_whoever_lends_such_a_thing_is_named_with_it(engine: Engine) -> None:
    tale = told("Kehrmaschine beschaffen", "Kehrmaschine warten")
    tale.tell(
        "organisation:steintal",
        organisation.DevicesNamed(devices=("Kehrmaschine", "Spülwagen")),
    )
    assert [hint.lenders for hint in found(engine, tale)] == [("steintal",)]


def test_days_far_apart_are_no_reason(engine: Engine) -> None:
    tale = told("Kehrmaschine beschaffen")
    later = replace(
        REQUESTED,
        forum="energie",
        what=Sealed("Kehrmaschine warten"),
        due=DUE + timedelta(days=15),
    )
    (hint,) = found(engine, tale.tell("commitment:Z2", later))
    assert not hint.near


def test_what_is_over_is_left_out(engine: Engine) -> None:
    tale = told("Kehrmaschine beschaffen", "Kehrmaschine warten")
    tale.tell("commitment:Z2", e.Withdrawn(by="lindgrund", reason=Sealed("anders")))
    assert found(engine, tale) == []


def test_what_others_may_not_see_is_left_out(engine: Engine) -> None:
    tale = told("Kehrmaschine beschaffen")
    secret = replace(REQUESTED, forum="energie", what=Sealed("Kehrmaschine warten"))
    assert found(engine, tale.tell("commitment:Z2", secret, circle=Circle.CLOSED)) == []


def test_only_coordination_is_told(engine: Engine) -> None:
    told("Kehrmaschine beschaffen", "Kehrmaschine warten").seen(engine)
    with engine.connect() as db:
        assert together(db, HOLDER) == []
