"""The day on which a council resolved: said back, and put right where it was wrong."""

from __future__ import annotations

from datetime import date

from core.decision.events import ApprovalRechecked
from tests.auenland import Auenland
from tests.bots.deciding import accepted, both, first, kinds
from tests.bots.stages import anew, submitted

BODY = "B1 Gemeindevertretung"  # the day after the count is Thu, 13.05.2027


def test_a_day_that_nobody_named_is_said_back_as_that_of_today(here: Auenland) -> None:
    accepted(here)
    unnamed = "Einen Tag haben Sie nicht genannt, deshalb steht der heutige da"
    assert unnamed in "\n".join(here.say("p-lindner", f"{BODY}: mündlich zugestimmt"))
    named = here.say("p-lindner", f"{BODY}: mündlich zugestimmt am 12.5.")
    assert unnamed not in "\n".join(named)


def test_the_mayor_proves_the_approval_and_names_its_right_day(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lindner", f"{BODY}: mündlich zugestimmt")
    reply = first(both(here, "p-lange", f"{BODY}: zugestimmt am 12.5., TOP 7"))
    assert "am Mi, 12.05. zugestimmt" in reply
    assert kinds(here)[-2:] == ["PaperSubmitted", "CouncilApproved"]


def test_a_proof_without_a_day_is_said_back_with_the_known_one(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lindner", f"{BODY}: mündlich zugestimmt am 12.5.")
    echo = first(here.say("p-lange", f"{BODY}: zugestimmt, TOP 7"))
    assert "am Mi, 12.05.2027 (TOP 7)" in echo


def test_what_was_taken_back_is_entered_anew_with_an_earlier_day(
    here: Auenland,
) -> None:
    accepted(here)
    both(here, "p-lindner", f"{BODY}: zugestimmt, TOP 7")
    both(here, "p-lange", f"{BODY}: falsch eingetragen, die Sitzung war am 12.5.")
    both(here, "p-lange", f"{BODY}: zugestimmt am 12.5., TOP 7")
    assert kinds(here)[-3:] == ["ResultRetracted", "PaperSubmitted", "CouncilApproved"]


def test_the_day_of_a_paper_is_put_right(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lange", "B1 Vorlage eingereicht")
    asked = first(here.say("p-lange", "B1 Vorlage falsch eingetragen"))
    assert "„B1 Vorlage eingereicht am 5.12.“" in asked
    both(here, "p-lange", "B1 Vorlage eingereicht am 12.5.")
    assert kinds(here)[-2:] == ["PaperSubmitted", "PaperSubmitted"]


def test_an_approval_of_a_newer_version_keeps_the_day_of_the_council(
    here: Auenland,
) -> None:
    anew(here)
    here.watch.forward(days=3)
    echo = first(here.say("p-lange", f"{BODY}: zugestimmt am 14.5., TOP 2"))
    assert "14.05.2027" in echo
    here.say("p-lange", "ja")
    (event,) = [
        one.event
        for one in here.faden.store.journal.stream("decision:B1")
        if isinstance(one.event, ApprovalRechecked)
    ]
    assert (event.on, event.ref) == (date(2027, 5, 14), "TOP 2")


def test_the_day_to_which_a_council_put_it_off_is_said(here: Auenland) -> None:
    submitted(here)
    echo = first(here.say("p-lange", f"{BODY}: vertagt auf 17.6."))
    assert "vertagt auf Do, 17.06." in echo
    reply = first(here.say("p-lange", "ja"))
    assert "vertagt auf Do, 17.06." in reply
    assert "offen" in reply


def test_put_off_without_a_day_it_simply_stays_open(here: Auenland) -> None:
    submitted(here)
    echo = first(here.say("p-lange", f"{BODY}: vertagt"))
    assert "vertagt." in echo
    assert " ." not in echo
    reply = first(here.say("p-lange", "ja"))
    assert "Bis dahin" not in reply


def test_an_approval_is_said_to_cover_the_newest_version(here: Auenland) -> None:
    anew(here)
    assert "Die neueste Fassung von B1 ist 2" in first(
        here.say("p-lange", f"{BODY}: gilt auch für Fassung 3")
    )
    echo = "\n".join(here.say("p-lange", f"{BODY}: gilt auch für Fassung 2, TOP 3"))
    assert "gilt auch für B1 (Fassung 2" in echo
    here.say("p-lange", "ja")
    assert "ApprovalRechecked" in kinds(here)


def test_without_an_earlier_approval_nothing_is_covered(here: Auenland) -> None:
    submitted(here)
    said = first(here.say("p-lange", f"{BODY}: gilt auch für Fassung 1"))
    assert "noch keine Zustimmung zu einer früheren Fassung" in said
