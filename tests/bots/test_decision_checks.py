"""What a council approved is compared with the text that the forum resolved (T1)."""

from __future__ import annotations

import pytest

from bots.decisions import deviations
from core import decision
from core.sealed import Sealed
from tests.auenland import Auenland
from tests.bots.deciding import accepted, both, first, kinds
from tests.bots.stages import anew

TEXT = "Klärschlamm ab 2029 gemeinsam energetisch verwerten, Kostenteilung nach Menge"
OTHER = "Klärschlamm ab 2030 gemeinsam verwerten, Kostenteilung nach Menge, kündbar"
RESULT = "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7"


def test_the_same_text_counts_however_its_lines_are_broken(here: Auenland) -> None:
    accepted(here)
    broken = TEXT.replace(", ", ",\n")
    *_, echo = here.say("p-lange", f"{RESULT}, Text: {broken}")
    assert "Geprüft: Der Wortlaut ist der von Fassung 1." in echo
    here.say("p-lange", "ja")
    assert kinds(here)[-1] == "CouncilApproved"


def test_it_can_be_said_with_the_council_first(here: Auenland) -> None:
    accepted(here)
    line = f"Gemeindevertretung Birkfeld hat B1 zugestimmt am 12.5., Text: {TEXT}"
    both(here, "p-kern", line)
    assert kinds(here)[-2:] == ["PaperSubmitted", "CouncilApproved"]
    assert "◌ Birkfeld" in here.say("p-kern", "B1")[-1]  # no evidence was named


def test_another_text_is_a_condition_and_its_deviations_are_shown(
    here: Auenland,
) -> None:
    accepted(here)
    here.news("p-kern")
    *_, echo = here.say("p-lange", f"{RESULT}, Text: {OTHER}")
    assert (
        "Der Wortlaut ist nicht der von Fassung 1; er wird deshalb als Zustimmung mit "
        "Maßgabe eingetragen und zählt noch nicht." in echo
    )
    assert "Abweichung: Statt „2029“ steht dort „2030“." in echo
    assert "Abweichung: „energetisch“ fehlt." in echo
    reply = here.say("p-lange", "ja")[-1]
    assert "Lindgrunds Maßgabe ändert den Text → zählt noch nicht." in reply
    assert "Abweichung: Statt „2029“ steht dort „2030“." in reply
    assert "Abweichung: Statt „2029“" in here.news("p-kern")[-1]
    assert kinds(here)[-1] == "CouncilApprovedWithConditions"


def test_the_mark_on_the_paper_says_which_text_it_was(here: Auenland) -> None:
    accepted(here)
    mark = decision.mark(Sealed(TEXT))
    *_, echo = here.say("p-lange", f"{RESULT}, Kennmarke {mark}")
    assert "Geprüft: Die Kennmarke ist die von Fassung 1." in echo
    here.say("p-lange", "ja")
    assert kinds(here)[-1] == "CouncilApproved"


def test_a_mark_that_no_version_has_is_refused(here: Auenland) -> None:
    accepted(here)
    said = "\n".join(here.say("p-lange", f"{RESULT}, Kennmarke 0000-0000-0000"))
    assert "Kennmarke 0000-0000-0000, beschlossen wurde also ein anderer" in said
    assert "PaperSubmitted" not in kinds(here)


@pytest.mark.parametrize(
    "proof", [f"Text: {TEXT}", f"Kennmarke {decision.mark(Sealed(TEXT))}"]
)
def test_an_approval_of_an_earlier_text_does_not_cover_the_newest(
    here: Auenland, proof: str
) -> None:
    anew(here)
    before = kinds(here)
    said = first(here.say("p-lange", f"{RESULT}, {proof}"))
    assert said.startswith("Das ist nicht der Text von Fassung 2 von B1")
    assert kinds(here) == before


def test_a_condition_of_its_own_is_no_other_wording() -> None:
    assert deviations.rewords(TEXT, OTHER)
    assert not deviations.rewords(TEXT, "Kündigung jährlich möglich")


def test_two_clerks_do_not_record_two_results(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lindner", RESULT)
    said = "\n".join(here.say("p-lange", "B1 Gemeindevertretung: abgelehnt am 12.5."))
    assert (
        "„Gemeindevertretung“ von Lindgrund ist zu B1 schon etwas anderes eingetragen"
        in said
    )
    assert "B1 Gemeindevertretung: falsch eingetragen, …" in said
