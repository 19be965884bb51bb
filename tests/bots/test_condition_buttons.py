"""The buttons about conditions name whose conditions the message is about."""

from __future__ import annotations

from tests.auenland import Auenland, options
from tests.bots.deciding import accepted, both
from tests.bots.stages import in_force

CONDITIONS = "B1 Gemeindevertretung: mit Maßgabe: "


def offered(here: Auenland) -> list[str]:
    """Return the lines of the buttons about conditions in coordination's newest."""
    twins = [one.twin for one in options(here.thread("p-kern")[-1][1])]
    return [twin.removeprefix("B1 ").strip(" :") for twin in twins if "Maßgabe" in twin]


def test_a_report_offers_only_what_it_is_about(here: Auenland) -> None:
    accepted(here)
    both(here, "p-vogt", f"{CONDITIONS}jährlich kündbar")
    here.news("p-kern")
    birkfeld = ["Maßgabe Birkfeld übernehmen", "Maßgabe Birkfeld nicht übernehmen"]
    assert offered(here) == birkfeld
    both(here, "p-lange", f"{CONDITIONS}nur mit Deckel")
    here.news("p-kern")
    lindgrund = ["Maßgabe Lindgrund übernehmen", "Maßgabe Lindgrund nicht übernehmen"]
    assert offered(here) == lindgrund
    both(here, "p-mueller", "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7")
    here.news("p-kern")
    assert offered(here) == []


def test_the_card_offers_each_by_its_name(here: Auenland) -> None:
    accepted(here)
    both(here, "p-vogt", f"{CONDITIONS}jährlich kündbar")
    both(here, "p-lange", f"{CONDITIONS}nur mit Deckel")
    here.say("p-kern", "Stand B1")
    labels = [one.label for one in options(here.thread("p-kern")[-1][1])]
    assert "Maßgabe Birkfeld übernehmen …" in labels
    assert "Maßgabe Lindgrund nicht übernehmen …" in labels
    assert len(offered(here)) == len(set(offered(here))) == 4


def test_whoever_enters_another_result_for_others_reads_no_foreign_button(
    here: Auenland,
) -> None:
    accepted(here)
    both(here, "p-vogt", f"{CONDITIONS}jährlich kündbar")
    line = "B1 Gemeindevertretung Mühlau: zugestimmt am 12.5., TOP 7"
    both(here, "p-kern", line)
    assert offered(here) == []


def test_once_it_binds_others_a_condition_leads_to_another_decision(
    here: Auenland,
) -> None:
    in_force(here)
    here.news("p-kern")
    both(here, "p-roth", f"{CONDITIONS}jährlich kündbar")
    told = here.news("p-kern")[-1]
    assert "ein anderer Text braucht deshalb einen eigenen Beschluss" in told
    assert "Forum fragen" not in told
    assert offered(here) == ["Maßgabe Steintal nicht übernehmen"]
    said = here.say("p-kern", "B1 Maßgabe Steintal übernehmen: jährlich kündbar")[-1]
    assert "danach „B1 ersetzt durch …“" in said
