"""What cannot be done with a decision is said, with what to do instead."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland
from tests.bots.deciding import accepted, both, first, kinds, opened


def refused(here: Auenland, who: str, line: str) -> str:
    """Say ``line`` and yes; return why it was not done."""
    before = {ref: kinds(here, ref) for ref in ("B1", "B2")}
    here.news(who)
    said = here.say(who, line)
    if any("– ja" in one for one in said):
        said += here.say(who, "ja")
    assert {ref: kinds(here, ref) for ref in ("B1", "B2")} == before
    return said[-1].split("\n")[0]


def test_whoever_is_recused_or_has_no_seat_does_not_vote(here: Auenland) -> None:
    opened(here)
    both(here, "p-lange", "B1 befangen")
    assert "hat sich bei B1 für befangen erklärt" in refused(
        here, "p-lange", "B1 einverstanden"
    )
    assert "steht bei B1 nicht auf der Stimmliste" in refused(
        here, "p-kern", "B1 einverstanden"
    )


def test_it_is_not_counted_while_an_objection_stands(here: Auenland) -> None:
    opened(here)
    both(here, "p-mueller", "B1 Einwand: zu teuer")
    said = refused(here, "p-kern", "B1 auszählen")
    assert "Mühlau" in said
    assert "Bitte" in said


def test_a_text_that_is_voted_on_changes_only_for_an_objection(here: Auenland) -> None:
    opened(here)
    said = refused(here, "p-kern", "B1 neue Fassung: ein anderer Text")
    assert "lässt sich während der Entscheidung nicht ändern" in said


def test_two_clerks_do_not_record_two_results(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lindner", "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7")
    said = refused(here, "p-lange", "B1 Gemeindevertretung: abgelehnt am 12.5.")
    assert "ist zu B1 schon etwas anderes eingetragen" in said
    assert "Bitte" in said


def test_a_result_does_not_come_before_its_paper(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lindner", "B1 Vorlage 12/2027 eingereicht am 12.5.")
    said = refused(
        here, "p-lindner", "B1 Gemeindevertretung: zugestimmt am 10.5., TOP 7"
    )
    assert "Mo, 10.05.2027" in said
    assert "Bitte prüfen Sie den Tag" in said


def test_a_meeting_to_come_has_no_result_yet(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lindner", "B1 Vorlage 12/2027 eingereicht am 12.5.")
    both(here, "p-lindner", "B1 Gemeindevertretung: Sitzung am 17.6., TOP 4")
    line = "B1 Gemeindevertretung: zugestimmt am 17.6."
    assert "Do, 17.06.2027 liegt noch vor uns" in refused(here, "p-lindner", line)


def test_a_result_does_not_come_before_its_decision(here: Auenland) -> None:
    accepted(here)
    said = refused(here, "p-lindner", "B1 Gemeindevertretung: zugestimmt am 10.3.")
    assert "Am Mi, 10.03.2027 lag B1 dem Forum noch nicht vor" in said
    assert "Bitte prüfen Sie den Tag" in said


def test_a_day_before_the_forum_resolved_is_pointed_out(here: Auenland) -> None:
    accepted(here)
    line = "B1 Gemeindevertretung: zugestimmt am 10.5., TOP 7"
    said = "\n".join(here.say("p-lindner", line))
    assert "liegt vor dem Beschluss des Forums (Do, 13.05.2027)" in said


def test_an_entry_cannot_be_contested_for_ever(here: Auenland) -> None:
    opened(here)
    both(here, "p-kern", "B1 einverstanden für Steintal, Telefon BM Roth")
    here.watch.forward(days=20)
    said = refused(here, "p-roth", "B1 Eintrag stimmt nicht")
    assert "konnte bis Fr, 02.04.2027 widersprochen werden" in said


def test_a_term_on_a_holiday_ends_on_the_next_working_day(here: Auenland) -> None:
    opened(here, "Beschlussvorschlag: Brunnen prüfen, bis 6.5.")  # Ascension Day
    assert "Frist: Fr, 07.05." in here.news("p-lange")[-1]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("B1 Gemeindevertretung: vertagt auf 17.6.", "CouncilPostponed"),
        ("B1 Gemeindevertretung: nicht beschlussfähig", "CouncilNotQuorate"),
        ("B1 Gemeindevertretung: verwiesen an den Bauausschuss", "CouncilReferred"),
        ("B1 Gemeindevertretung: abgelehnt am 13.5.: zu teuer", "CouncilRefused"),
    ],
)
def test_a_council_may_do_otherwise_and_coordination_is_told(
    here: Auenland, line: str, hint: str
) -> None:
    accepted(here)
    here.news("p-kern")
    both(here, "p-lindner", line)
    assert hint in kinds(here)
    told = here.news("p-kern")
    assert len(told) == 1
    assert "Lindgrund" in told[0]


def test_coordination_records_for_others_and_conditions_can_be_declined(
    here: Auenland,
) -> None:
    accepted(here)
    both(here, "p-kern", "B1 Gemeindevertretung Steintal: mit Maßgabe: nur drei Jahre")
    assert kinds(here)[-1] == "CouncilApprovedWithConditions"
    both(here, "p-kern", "B1 Maßgabe Steintal nicht übernehmen: zu kurz")
    assert kinds(here)[-1] == "ConditionsRefused"
    assert "übernimmt Ihre Maßgabe zu B1 nicht" in here.news("p-roth")[-1]


def test_who_has_agreed_may_join_late_or_leave_again(here: Auenland) -> None:
    accepted(here)
    for who in ("p-lindner", "p-birke", "p-mueller"):
        both(here, who, "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7")
    assert first(both(here, "p-lange", "B1 austreten: zu teuer")).startswith(
        "Notiert: Lindgrund tritt aus B1 aus."
    )
    assert "MemberLeft" in kinds(here)
    assert "Lindgrund tritt aus B1 aus" in "\n".join(here.news("p-kern"))
