"""What the hour does to decisions, and what it leaves alone."""

from __future__ import annotations

import pytest

from core.decision import events
from tests.auenland import Auenland
from tests.bots.deciding import accepted, agreed, both, kinds, opened

TACIT = "Beschlussvorschlag: Brunnen gemeinsam prüfen, Schweigefrist, bis 12.5."


def tick(here: Auenland, **later: float) -> None:
    """Let time pass, and the hour act on it."""
    here.watch.forward(**later)
    here.faden.ticker.tick(here.watch())
    here.faden.reactor.settle()


def test_that_it_reached_somebody_is_noted_for_each_organisation_once(
    here: Auenland,
) -> None:
    opened(here)
    tick(here)
    tick(here, hours=1)
    assert kinds(here).count("Delivered") == 4  # nobody acts for Auenburg
    log = here.faden.store.journal.stream("decision:B1")
    proofs = [one.event.proof for one in log if isinstance(one.event, events.Delivered)]
    assert all(proof.startswith("reaction/") for proof in proofs)
    assert not any("p-" in proof for proof in proofs)  # who it was stays in the office


def test_silence_is_consent_only_for_those_it_reached(here: Auenland) -> None:
    opened(here, TACIT)
    tick(here)
    tick(here, days=57)
    assert "Accepted" in kinds(here)
    assert "4 : 0" in "\n".join(here.news("p-kern"))


def test_at_the_end_of_the_term_it_is_counted_and_goes_to_the_councils(
    here: Auenland,
) -> None:
    opened(here)
    agreed(here)
    tick(here, days=56)
    assert "Accepted" not in kinds(here)
    tick(here, days=1)
    tick(here, minutes=1)
    assert kinds(here).count("Accepted") == 1
    assert kinds(here).count("RatificationRequired") == 5
    assert kinds(here)[-1] == "RatificationStarted"


def test_an_entry_stands_when_nobody_contests_it_and_then_counts(
    here: Auenland,
) -> None:
    opened(here)
    both(here, "p-kern", "B1 einverstanden für Steintal, Telefon BM Roth")
    tick(here, days=16)
    assert "OnBehalfStood" not in kinds(here)
    tick(here, days=1)
    assert [k for k in kinds(here) if k != "Delivered"][2:] == [
        "EnteredOnBehalf",
        "OnBehalfStood",
        "PositionGiven",
    ]


def test_a_contested_entry_leaves_everything_as_it_was(here: Auenland) -> None:
    opened(here)
    both(here, "p-kern", "B1 einverstanden für Steintal, Telefon BM Roth")
    here.news("p-roth")
    here.choose("p-roth", "Stimmt nicht")
    assert "widerspricht dem Eintrag" in here.news("p-kern")[-1]
    tick(here, days=20)
    assert "PositionGiven" not in kinds(here)


def test_a_council_that_lets_its_term_go_by_is_told_of_it(here: Auenland) -> None:
    accepted(here)
    both(here, "p-lange", "B1 Gremienvorbehalt Gemeindevertretung bis 11.6.")
    here.news("p-lange")
    tick(here, days=28)  # Friday, 11 June
    assert "RatificationExpired" not in kinds(here)
    tick(here, days=3)
    assert "RatificationExpired" in kinds(here)
    assert "Die Frist für B1 ist verstrichen" in here.news("p-lange")[-1]
    assert "✕ Lindgrund" in here.news("p-kern")[-1]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("B1 bleibt, Wiedervorlage 2 Jahre", "Confirmed"),
        ("B1 bleibt, keine Wiedervorlage: erledigt sich 2030", "Confirmed"),
    ],
)
def test_at_its_review_coordination_is_asked_whether_it_stays(
    here: Auenland, line: str, kind: str
) -> None:
    accepted(here)
    for who in ("p-lindner", "p-birke", "p-mueller"):
        both(here, who, "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7")
    here.news("p-kern")
    tick(here, days=700)  # past 17 March 2029
    assert kinds(here).count("ReviewFellDue") == 1
    told = [one for one in here.news("p-kern") if "Wiedervorlage an" in one]
    assert len(told) == 1
    assert "[Bleibt so] – B1 bleibt" in told[0]
    both(here, "p-kern", line)
    assert kinds(here)[-1] == kind
