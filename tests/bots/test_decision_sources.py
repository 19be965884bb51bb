"""On what a decision rests, and what was known on its day."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland
from tests.bots.deciding import accepted, both
from tests.bots.stages import conditioned, followed, in_force


def test_the_documents_name_versions_papers_proofs_and_what_names_it(
    here: Auenland,
) -> None:
    here.say("p-lindner", "Info: Klärschlamm zu verwerten kostet zurzeit 90 Euro")
    here.say("p-lindner", "Info: Trocknung in Auenburg kostet 70 Euro")
    in_force(here)
    both(here, "p-kern", "B1 Begründung: Die Preise stehen in I1.")
    here.say("p-lindner", "Info: Zu B1 liegt das Gutachten im Ordner Wasser")
    here.say("p-lindner", "Info: Klärschlamm von Auenburg geht an B12")
    said = here.say("p-vogt", "B1 Unterlagen")[-1]
    assert "Fassung 1 vom 17.03.2027, Kennmarke " in said
    assert (
        "Lindgrund (Gemeindevertretung): Vorlage vom 12.05.2027, zugestimmt am "
        "12.05.2027, Beleg: TOP 7."
    ) in said
    assert "Darin genannt oder dazu festgehalten:" in said
    assert "90 Euro" in said
    assert "Gutachten" in said
    assert "70 Euro" not in said
    assert "geht an B12" not in said
    assert "Vorlage zum Drucken: auf der Seite von B1: B1" in said


def test_other_conditions_are_named_with_their_proof(here: Auenland) -> None:
    conditioned(here)
    both(here, "p-kern", "B1 Genehmigung der Aufsicht erteilt am 12.5., Az. 12/2027")
    said = here.say("p-vogt", "B1 Unterlagen")[-1]
    assert "(für alle): 12.05.2027, Beleg: Az. 12/2027." in said


def test_what_was_recorded_late_was_not_known_on_its_day(here: Auenland) -> None:
    accepted(here)
    here.watch.forward(days=30)  # 12 June
    for who in ("p-lange", "p-birke", "p-mueller"):
        both(here, who, "B1 Gemeindevertretung: zugestimmt am 20.5., TOP 7")
    said = here.say("p-vogt", "Stand am 1.6.2027: Klärschlamm")[-1]
    assert "Am 01.06.2027 galt nur B1." in said
    assert "damals war davon noch nichts bekannt" in said
    said = here.say("p-vogt", "Stand am 12.6.2027: Klärschlamm")[-1]
    assert "damals bekannt war dasselbe" in said


def test_what_binds_an_organisation_is_found_by_its_name(here: Auenland) -> None:
    in_force(here)
    said = here.say("p-kern", "Was gilt für Lindgrund?")
    assert "B1" in said[-1]
    assert "Nichts gefunden" not in said[-1]
    said = here.say("p-kern", "Was gilt für Steintal?")  # its council has not resolved
    assert "für Steintal gilt zurzeit kein Beschluss" in said[-1]
    assert "Noch in den Räten: B1" in said[-1]


@pytest.mark.parametrize("line", ["Was gilt?", "Was gilt bei uns?", "Was gilt jetzt?"])
def test_what_holds_in_ones_forums_needs_no_name(here: Auenland, line: str) -> None:
    accepted(here)
    assert "gilt noch kein Beschluss" in here.say("p-lange", line)[-1]
    for who in ("p-lange", "p-birke", "p-mueller"):
        both(here, who, "B1 Gemeindevertretung: zugestimmt am 13.5., TOP 7")
    assert here.say("p-lange", line)[-1].startswith("1) B1 ")


def test_what_was_replaced_does_not_hold_for_anybody(here: Auenland) -> None:
    followed(here)
    both(here, "p-kern", "B1 ersetzt durch B2")
    said = here.say("p-kern", "Was gilt für Birkfeld?")[-1]
    assert "B2" in said
    assert "B1" not in said


def test_what_was_replaced_is_told_with_whom_it_bound_until_then(
    here: Auenland,
) -> None:
    followed(here)
    here.watch.forward(days=1)
    both(here, "p-kern", "B1 ersetzt durch B2")
    (*_, said) = here.say("p-kern", "Was galt heute zu B1?")
    day = f"{here.watch():%d.%m.%Y}"
    assert f"{day}; bis dahin band er Birkfeld, Lindgrund, Mühlau" in said


def test_an_answer_leads_to_history_and_documents(here: Auenland) -> None:
    accepted(here)
    said = here.say("p-vogt", "Was haben wir zum Klärschlamm entschieden?")[-1]
    assert "Verlauf B1" in said
    assert "[Unterlagen] – B1 Unterlagen" in said


def test_whoever_is_released_reads_so_and_an_old_card_names_no_review(
    here: Auenland,
) -> None:
    in_force(here)
    accepted(here, "Beschlussvorschlag: Zweckverband gründen, Konsent", "B2")
    for who in ("p-lange", "p-mueller", "p-roth"):
        both(here, who, "B2 Gemeindevertretung: zugestimmt, TOP 1")
    here.news("p-vogt")
    both(here, "p-kern", "B1 ersetzt durch B2, entlässt Birkfeld")
    assert "Nicht mehr gebunden: Birkfeld." in "\n".join(here.news("p-vogt"))
    assert "Wiedervorlage" not in here.say("p-vogt", "B1")[-1]
