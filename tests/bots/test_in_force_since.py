"""Since when a decision binds whom, and who was entitled when it was counted."""

from __future__ import annotations

from dataclasses import replace

from bots.register import rules
from projections import decisions
from projections.viewer import Viewer
from tests.auenland import Auenland
from tests.bots.deciding import accepted, agreed, both, first, kinds, opened
from tests.bots.stages import in_force
from tests.bots.test_register_words import DE

COUNTY = Viewer("p-kern", frozenset({"kreis"}), coordinates=True, audits=False)


def test_the_card_names_the_day_of_each_where_they_differ(here: Auenland) -> None:
    in_force(here)
    here.watch.forward(days=3)
    both(here, "p-roth", "B1 Gemeindevertretung: zugestimmt am 14.5., TOP 3")
    both(here, "p-kern", "B1 Gemeindevertretung Auenburg: abgelehnt am 15.5.")
    assert first(here.say("p-roth", "B1")) == (
        "B1 gilt seit 13.05.2027 für Birkfeld, Lindgrund, Mühlau und seit 14.05.2027 "
        "für Steintal."
    )


def test_whoever_joined_after_the_count_had_no_vote_in_it(here: Auenland) -> None:
    in_force(here)
    with here.faden.reading() as db:
        row = decisions.get(db, COUNTY, "B1")
    assert row is not None
    assert row.standing is not None
    later = replace(row, standing=replace(row.standing, entitled=6, needed=4))
    said = rules.whole(later, DE).plain
    assert "5 stimmberechtigt, beschlussfähig ab 3" in said


def test_joining_after_ones_council_refused_points_to_asking_it_again(
    here: Auenland,
) -> None:
    accepted(here)
    both(here, "p-roth", "B1 Gemeindevertretung: abgelehnt am 13.5.")
    for who in ("p-lange", "p-birke", "p-mueller"):
        both(here, who, "B1 Gemeindevertretung: zugestimmt am 13.5., TOP 7")
    said = "\n".join(here.say("p-roth", "B1 beitreten"))
    assert "„B1 Gemeindevertretung: noch einmal fragen, …“" in said
    both(here, "p-roth", "B1 Gemeindevertretung: noch einmal fragen, neue Zahlen")
    assert kinds(here)[-1] == "RatificationReopened"


def test_an_abstention_is_told_with_the_count(here: Auenland) -> None:
    opened(here)
    agreed(here, mayors=("p-lange", "p-vogt", "p-mueller"))
    both(here, "p-roth", "B1 Enthaltung")
    here.watch.forward(days=57)
    said = first(both(here, "p-kern", "B1 auszählen"))
    assert "angenommen im Forum 3 : 0, enthalten 1" in said
