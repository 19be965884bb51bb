"""Coordination hears monthly how its forums are."""

from __future__ import annotations

from datetime import UTC, datetime

from core.digest import Reach
from tests.adapters.digesting.rounds import LINDNER, MONDAY, Office, events
from tests.auenland import Auenland
from tests.bots.digested import kept


def test_coordination_hears_monthly_of_its_forums_in_one_message(
    here: Auenland, office: Office
) -> None:
    kept(here)
    office.at(MONDAY)
    office.at(datetime(2027, 4, 1, 7, 0, tzinfo=UTC))
    assert office.told("p-kern")[-1] == "Wasser, 01.03.2027 bis 31.03.2027"
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]
    *_, month = events(office, "p-kern")
    assert (month.reach, month.period, month.forums) == (
        Reach.MONTH,
        "2027-03",
        ("wasser",),
    )
    office.at(datetime(2027, 4, 2, 7, 0, tzinfo=UTC))
    assert len(events(office, "p-kern")) == len(set(office.told("p-kern")))


def test_digest_and_month_come_together_where_they_meet(
    here: Auenland, office: Office
) -> None:
    kept(here)
    here.say("p-lindner", "Bitte an Kreis: Pläne bis 2.11.2027")
    here.say("p-lindner", "ja")
    office.at(datetime(2027, 10, 29, 7, 0, tzinfo=UTC))
    before = len(office.told("p-kern"))
    office.at(datetime(2027, 11, 1, 9, 0, tzinfo=UTC))  # a Monday
    assert len(office.told("p-kern")) == before + 1
    (_, message) = here.thread("p-kern")[-1]
    assert message.title.startswith("Kreis Auenland, KW 44")
    assert "Wasser, 01.10.2027 bis 31.10.2027" in message.plain
    assert message.parts[-1].kind == "choices"


def test_what_others_let_pass_comes_with_the_month_not_beside_it(
    here: Auenland, office: Office
) -> None:
    here.say("p-stein", "Bitte an Lindgrund: Schlammmengen bis 31.3.")
    here.say("p-stein", "ja")
    for day in (22, 25, 26, 29, 30, 31):
        office.at(datetime(2027, 3, day, 9, 0, tzinfo=UTC))
    here.news("p-kern")
    office.at(datetime(2027, 4, 1, 9, 0, tzinfo=UTC))  # a Thursday
    here.faden.reactor.settle()
    (told,) = here.news("p-kern")
    assert "Wasser, 01.03.2027 bis 31.03.2027" in told
    assert "Z1 Schlammmengen – Lindgrund für Steintal, war fällig am" in told


def test_whoever_wants_no_month_gets_none(here: Auenland, office: Office) -> None:
    kept(here)
    here.say("p-kern", "Monatsblick aus")
    office.at(MONDAY)
    told = office.told("p-kern")
    office.at(datetime(2027, 4, 1, 7, 0, tzinfo=UTC))
    assert office.told("p-kern") == told
