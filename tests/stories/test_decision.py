"""The story of B7: an objection, a condition, a refusal, a late joiner, a successor.

Everything is said in chat lines; numbers, titles and rules are those of the chat
design, with six municipalities and a threshold of three.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core import forum, organisation, person, region
from core.facts import Seat
from core.organisation import OrganisationKind, Role
from core.ports import Card
from core.sealed import Sealed
from projections import decisions
from projections.decisions import DecisionRow
from projections.viewer import MACHINE
from tests.auenland import TOWNS, Auenland, found
from tests.bots.deciding import both, kinds
from tests.bots.sludge import lived, past

FIVE = ("p-burg", "p-lange", "p-vogt", "p-roth", "p-mueller")
PROPOSAL = (
    "Beschlussvorschlag: Klärschlamm ab 2029 gemeinsam energetisch verwerten, "
    "Kostenteilung nach Menge. Konsent, bis 12.5., Wiedervorlage 2 Jahre"
)
WITH_NOTICE = (
    "B7 Maßgabe Birkfeld übernehmen: Klärschlamm ab 2029 gemeinsam energetisch "
    "verwerten, Kündigung jährlich möglich"
)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland after a year of decisions about sludge."""
    county = found(tmp_path / "data", past())
    lived(county)
    yield county
    county.faden.close()


def _row(here: Auenland, ref: str = "B7") -> DecisionRow:
    with here.faden.reading() as db:
        row = decisions.get(db, MACHINE, ref)
    assert row is not None
    return row


def _agreed(here: Auenland, ref: str, who: tuple[str, ...] = FIVE) -> None:
    for one in who:
        both(here, one, f"{ref} einverstanden")


def _accepted_after_an_objection(here: Auenland) -> None:
    both(here, "p-kern", PROPOSAL)
    _agreed(here, "B7", FIVE[:2])
    both(here, "p-mueller", "B7 Einwand: Transportkosten für uns zu hoch, 38 km")
    assert "Einwände" in "\n".join(here.say("p-kern", "B7 auszählen"))
    both(
        here,
        "p-kern",
        "B7 neue Fassung: Klärschlamm gemeinsam verwerten, mit Entfernungsausgleich",
    )
    both(here, "p-mueller", "B7 Einwand erledigt")
    _agreed(here, "B7")
    both(here, "p-kern", "B7 auszählen")
    assert _row(here).state == "decision_ratifying"


def _a_condition_is_taken_over(here: Auenland) -> None:
    here.watch.forward(days=28)  # 14 April
    for who in ("p-burg", "p-lange"):
        both(here, who, "B7 Gemeindevertretung: zugestimmt am 12.4., TOP 2")
    both(here, "p-vogt", "B7 Gemeindevertretung: mit Maßgabe: Kündigung jährlich")
    assert _row(here).bound == ()
    both(here, "p-kern", WITH_NOTICE)
    _agreed(here, "B7")
    both(here, "p-kern", "B7 auszählen")
    assert _row(here).state == "decision_ratifying"
    assert _row(here).bound == ()  # two approvals are of an earlier version
    assert "sagt, ob das auch für die neue gilt" in "\n".join(here.news("p-burg"))


def _four_are_bound(here: Auenland) -> None:
    both(here, "p-roth", "B7 Gemeindevertretung: abgelehnt am 13.4.")
    for who in ("p-burg", "p-lange"):
        both(here, who, "B7 Gemeindevertretung: zugestimmt am 13.4., TOP 1")
    assert _row(here).bound == ("auenburg", "birkfeld", "lindgrund")
    here.news("p-lindner")
    both(here, "p-mueller", "B7 Gemeindevertretung: zugestimmt am 14.4., TOP 9")
    assert _row(here).bound == ("auenburg", "birkfeld", "lindgrund", "muehlau")
    assert _row(here).state == "decision_in_force"
    told = [one for one in here.news("p-lindner") if one.startswith("B7 gilt für")]
    assert len(told) == 1


def _a_sixth_joins(here: Auenland) -> None:
    kind = OrganisationKind.MUNICIPALITY
    here.order("organisation:wiesau", organisation.Register(name="Wiesau", kind=kind))
    here.order("region:auenland", region.InviteOrganisation(org="wiesau"))
    joined = region.Join(org="wiesau", basis=Sealed("Schreiben"))
    here.order("region:auenland", joined)
    seats = {org: Seat.VOTE for org in (*TOWNS, "wiesau") if org != "kreis"}
    here.order("forum:wasser", forum.SetSeats(seats=seats))
    here.order("person:p-wies", person.Admit(), Card(name="BM Wies", salutation="Herr"))
    mayor = organisation.GiveMandate(person="p-wies", role=Role.MAYOR)
    here.order("organisation:wiesau", mayor)
    both(here, "p-wies", "B7 beitreten")
    assert "wiesau" not in _row(here).bound
    here.watch.forward(days=30)
    both(here, "p-wies", "B7 Gemeindevertretung: zugestimmt am 10.5., TOP 3")
    assert "wiesau" in _row(here).bound


def _a_year_later_it_is_replaced(here: Auenland) -> None:
    here.watch.forward(days=364)
    both(here, "p-kern", "Beschlussvorschlag: Zweckverband Klärschlamm, Konsent")
    everybody = (*FIVE, "p-wies")
    _agreed(here, "B8", everybody)
    both(here, "p-kern", "B8 auszählen")
    said = "\n".join(here.say("p-kern", "B7 ersetzt durch B8"))
    assert "B8 bindet noch niemanden" in said
    for who in everybody:
        both(here, who, "B8 Gemeindevertretung: zugestimmt, TOP 1")
    both(here, "p-kern", "B7 ersetzt durch B8")
    assert _row(here).state == "decision_superseded"
    said = "\n".join(here.say("p-kern", "B8 ersetzt durch B7"))
    assert "das wäre ein Kreis" in said
    assert "B7 gilt nicht mehr: ersetzt durch B8." in here.say("p-roth", "B7")[-1]


def test_b7_binds_four_then_five_and_is_replaced_later(here: Auenland) -> None:
    _accepted_after_an_objection(here)
    _a_condition_is_taken_over(here)
    _four_are_bound(here)
    _a_sixth_joins(here)
    _a_year_later_it_is_replaced(here)
    assert kinds(here, "B7").count("TookEffect") == 2  # for four, then with Wiesau
