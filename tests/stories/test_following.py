"""What follows from a decision, in chat lines: promises, their end, and a review.

In force → those bound are asked once → they promise and cite it → another takes its
place → both sides are asked → one keeps, one is released. And: things change → the
decision is looked at again → it stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.commitment import events as z
from core.decision import events as b
from core.event import Event
from projections import commitments, decisions, information, mylist
from projections.viewer import MACHINE
from tests.auenland import Auenland, found
from tests.bots.deciding import both, kinds
from tests.bots.sludge import MAYORS
from tests.bots.test_decision_terms import tick

PROPOSAL = (
    "Beschlussvorschlag: Klärschlamm gemeinsam verwerten. Konsent, jede für sich, bis "
    "12.5., Wiedervorlage 2 Jahre"
)
NEWER = "Beschlussvorschlag: Zweckverband Klärschlamm, Konsent, jede für sich"
CHANGE = (
    "Rahmenbedingung geändert: Neue Klärschlammverordnung ab 2029, betrifft B1 und B9"
)
THREE = ("p-lange", "p-vogt", "p-roth")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, with nothing decided."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


def _events(here: Auenland, stream: str) -> list[Event]:
    return [r.event for r in here.faden.store.journal.stream(stream)]


def _count(here: Auenland, stream: str, kind: type[Event]) -> int:
    return sum(isinstance(event, kind) for event in _events(here, stream))


def _in_force(here: Auenland, ref: str, line: str, days: int = 57) -> None:
    both(here, "p-kern", line)
    for mayor in THREE:
        both(here, mayor, f"{ref} einverstanden")
    here.watch.forward(days=days)
    both(here, "p-kern", f"{ref} auszählen")
    for mayor in THREE:
        both(here, mayor, f"{ref} Gemeindevertretung: zugestimmt, TOP 1")
        here.news(mayor)


def _asked_once(here: Auenland) -> None:
    tick(here)
    (asked,) = [m for m in here.news("p-lange") if "Was sagen Sie dazu zu?" in m]
    assert asked.startswith("B1 („Klärschlamm gemeinsam verwerten“) gilt seit heute")
    assert "für Lindgrund" in asked
    assert "Wiedervorlage: 17.03.2029" in asked
    assert "Etwas zusagen" in asked
    tick(here, hours=1)
    tick(here, days=1)
    assert here.news("p-lange") == []
    assert all("Was sagen Sie" not in one for one in here.news("p-mueller"))
    assert _count(here, "decision:B1", b.PromisesAsked) == 3


def _promised(here: Auenland) -> None:
    said = here.say("p-lange", "B1 wir sagen zu: Probenplan erstellen bis 30.9.")
    assert "Folgt aus B1 („Klärschlamm gemeinsam verwerten“)." in said[-1]
    here.say("p-lange", "ja")
    both(here, "p-vogt", "Angebot: Waage stellen bis 31.10., wegen B1")
    for ref in ("Z1", "Z2"):
        both(here, "p-kern", f"{ref} einverstanden")
    with here.faden.reading() as db:
        rows = commitments.citing(db, MACHINE, "B1")
    assert [(row.ref, row.state) for row in rows] == [
        ("Z1", "promised"),
        ("Z2", "promised"),
    ]
    assert "Folgt aus B1." in here.say("p-lange", "Z1")[-1]


def _replaced(here: Auenland) -> None:
    _in_force(here, "B2", NEWER, days=61)
    tick(here)
    both(here, "p-kern", "B1 ersetzt durch B2")
    for who in (*THREE, "p-kern", "p-lindner"):
        here.news(who)
    tick(here)
    tick(here, hours=1)
    asked = here.news("p-kern")
    assert len(asked) == 2  # one card for each
    assert all("B1 gilt nicht mehr; das bestimmt B2." in one for one in asked)
    (mine,) = [m for m in here.news("p-lange") if "Bleibt Z1 trotzdem" in m]
    assert "[Bleibt] – Z1 bleibt" in mine
    assert "[Anpassen …] – Z1 anpassen: " in mine
    assert "[Um Freigabe bitten] – Z1 freigeben" in mine
    for ref in ("Z1", "Z2"):
        assert _count(here, f"commitment:{ref}", z.GroundGone) == 1
        with here.faden.reading() as db:
            row = commitments.get(db, MACHINE, ref)
        assert row is not None
        assert row.state == "promised"


def _answered(here: Auenland) -> None:
    with here.faden.reading() as db:
        viewer = here.faden.desk.viewer("p-lange")
        waits = mylist.mine(db, viewer, here.watch().date()).doubted
    assert [row.ref for row in waits] == ["Z1"]
    assert "B1 gilt nicht mehr: Bleibt es dabei? „Z1 bleibt“" in "\n".join(
        here.say("p-lange", "Was ist offen?")
    )
    here.choose("p-lange", "Bleibt")
    both(here, "p-kern", "Z1 bleibt")
    assert _count(here, "commitment:Z1", z.Upheld) == 2
    both(here, "p-vogt", "Z2 freigeben, die Waage steht jetzt beim Zweckverband")
    assert _count(here, "commitment:Z2", z.ReleaseSought) == 1
    assert "bittet um Freigabe von Z2" in "\n".join(here.news("p-kern"))
    here.choose("p-kern", "Freigeben")
    with here.faden.reading() as db:
        kept, freed = commitments.several(db, MACHINE, ["Z1", "Z2"])
    assert (kept.state, kept.doubting) == ("promised", ())
    assert (freed.state, freed.doubting) == ("released", ())
    tick(here, days=1)
    assert _count(here, "commitment:Z1", z.GroundGone) == 1


def test_what_follows_from_a_decision_outlives_it_only_if_both_say_so(
    here: Auenland,
) -> None:
    _in_force(here, "B1", PROPOSAL)
    _asked_once(here)
    _promised(here)
    _replaced(here)
    _answered(here)


def test_when_things_change_the_decision_is_looked_at_again_and_stays(
    here: Auenland,
) -> None:
    _in_force(here, "B1", PROPOSAL)
    tick(here)
    assert "Einen Beschluss B9 kenne ich nicht" in here.say("p-lange", CHANGE)[-1]
    (said,) = both(here, "p-lange", CHANGE.replace(" und B9", ""))
    assert "Deshalb wird überprüft: B1." in said
    for who in ("p-kern", *MAYORS):
        here.news(who)
    tick(here)
    tick(here, hours=1)
    for who in ("p-kern", "p-vogt"):
        (told,) = [m for m in here.news(who) if "wird überprüft, weil" in m]
        assert "„Neue Klärschlammverordnung ab 2029“ (I1, Lindgrund)" in told
    assert kinds(here, "B1").count("ReviewFellDue") == 1
    with here.faden.reading() as db:
        row = decisions.get(db, MACHINE, "B1")
        (one,) = information.listing(db, MACHINE)
    assert row is not None
    assert (row.state, row.because) == ("decision_under_review", one.ref)
    both(here, "p-kern", "B1 bleibt, Wiedervorlage in 1 Jahr")
    tick(here, days=1)
    assert kinds(here, "B1").count("ReviewFellDue") == 1
    assert kinds(here, "B1")[-1] == "Confirmed"


def test_what_follows_from_a_repealed_decision_is_doubted_and_not_cancelled(
    here: Auenland,
) -> None:
    _in_force(here, "B1", PROPOSAL)
    _promised(here)
    _in_force(here, "B2", NEWER, days=61)
    tick(here)
    reply = both(here, "p-kern", "B1 aufgehoben durch B2: überholt")[-1]
    assert "B1 ist durch B2 aufgehoben und bindet niemanden mehr." in reply
    here.news("p-lange")
    tick(here)
    tick(here, hours=1)
    asked = [m for m in here.news("p-lange") if "Bleibt Z1 trotzdem" in m]
    assert len(asked) == 1
    with here.faden.reading() as db:
        rows = commitments.several(db, MACHINE, ["Z1", "Z2"])
    assert [(row.state, set(row.doubting)) for row in rows] == [
        ("promised", {"kreis", "lindgrund"}),
        ("promised", {"kreis", "birkfeld"}),
    ]
