"""After a municipality was replaced its successor goes on with what it owes."""

from __future__ import annotations

from core import organisation
from core.commitment import events as e
from tests.auenland import Auenland


def test_the_mayor_of_the_successor_is_told_and_goes_on(here: Auenland) -> None:
    here.say("p-kern", "Bitte an Lindgrund: Pläne bis 30.4.")
    here.say("p-kern", "ja")
    here.order("organisation:lindgrund", organisation.Succeed(by="birkfeld"))
    assert "Pläne" in here.say("p-vogt", "Was ist offen?")[-1]
    (echo,) = here.say("p-vogt", "Z1 machen wir")
    assert echo.startswith("Sie sagen für Lindgrund zu: Pläne bis Fr, 30.04.2027.")
    here.say("p-vogt", "ja")
    kinds = [type(r.event) for r in here.faden.store.journal.stream("commitment:Z1")]
    assert kinds == [e.Requested, e.Promised]
    assert "noch kein Mandat" in here.say("p-lange", "Z1 erledigt: alles")[-1]
    here.say("p-birke", "Z1 erledigt: Pläne liegen bei")
    assert here.news("p-kern")[-1].startswith("Lindgrund meldet Z1 fertig.")


def test_coordination_promises_to_itself_without_the_power(here: Auenland) -> None:
    usual = organisation.GiveMandate(
        person="p-kern", role=organisation.Role.COORDINATOR
    )
    here.order("organisation:kreis", usual)
    here.say("p-kern", "Bitte an Kreis Auenland: Protokoll schreiben bis 30.4.")
    here.say("p-kern", "ja")
    here.say("p-kern", "Z1 machen wir")
    assert here.say("p-kern", "ja")[-1].startswith("Zugesagt: Z1 – Protokoll schreiben")


def test_towards_others_coordination_still_prepares(here: Auenland) -> None:
    usual = organisation.GiveMandate(
        person="p-kern", role=organisation.Role.COORDINATOR
    )
    here.order("organisation:kreis", usual)
    here.say("p-lange", "Bitte an Kreis Auenland: Protokoll bis 30.4.")
    here.say("p-lange", "ja")
    assert "vorbereiten" in here.say("p-kern", "Z1 machen wir")[-1]
