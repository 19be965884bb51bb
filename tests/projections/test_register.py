"""The register: what holds today, on another day, and as it was known then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from core.decision import events as e
from core.decision.kinds import Evidence
from core.rulebook import Mode
from core.sealed import Sealed
from projections import decisions
from projections.asof import Past
from projections.catalogue import VIEWS
from projections.decisions import HOLDING, DecisionRow
from tests.projections.decided import (
    DRAFTED,
    IN_COUNCILS,
    OPENED,
    accepted,
    approved,
    in_force,
    later,
    paper,
    required,
)
from tests.projections.given import COORDINATOR, NOBODY, THIRD, Tale, founded

pytestmark = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)


def held(tale: Tale, engine: Engine) -> list[tuple[str, date, date | None]]:
    """Return whom B1 bound from when to when."""
    tale.seen(engine)
    with engine.connect() as db:
        row = decisions.get(db, COORDINATOR, "B1")
        assert isinstance(row, DecisionRow)
        found = decisions.holds(db, row)
    return [(one.org, one.since, one.until) for one in found]


def states(engine: Engine, *days: int) -> list[str]:
    """Return how B1 stood on each day."""
    found: list[str] = []
    with engine.connect() as db:
        for day in days:
            told = decisions.register(db, COORDINATOR, later(day)).entries
            found += [one.state.removeprefix("decision_") for one in told]
    return found


def test_a_resolution_told_late_counts_from_its_own_day(engine: Engine) -> None:
    tale = in_force(founded())  # on day 30 and 40, recorded on day 48
    both = later(40)  # the threshold of two was reached
    assert held(tale, engine) == [("birkfeld", both, None), ("lindgrund", both, None)]
    assert states(engine, 0, 14, 39, 40) == [
        "open",
        "ratifying",
        "ratifying",
        "partly_in_force",
    ]


def test_what_held_on_a_day_names_whom_it_bound(engine: Engine) -> None:
    tale = in_force(founded())
    left = e.MemberLeft(org="birkfeld", on=later(100), reason=Sealed("zu teuer"))
    over = e.Superseded(by="B2", on=later(400), released=("lindgrund",))
    tale.tell("decision:B1", left, over).seen(engine)
    with engine.connect() as db:
        for day, bound in (
            (39, None),
            (40, ("birkfeld", "lindgrund")),
            (99, ("birkfeld", "lindgrund")),
            (100, ("lindgrund",)),
            (399, ("lindgrund",)),
            (400, None),
        ):
            found = decisions.holding(db, THIRD, later(day))
            assert found.total == (bound is not None), day
            assert [one.bound for one in found.entries] == [bound] * found.total, day
        (ended,) = decisions.on_day(db, THIRD, later(400), ["B1"])
        assert (ended.bound, ended.until_the_end) == ((), ("lindgrund",))
    assert states(engine, 400) == ["superseded"]


def test_what_was_recorded_wrongly_never_held(engine: Engine) -> None:
    tale = in_force(founded())
    wrong = e.ResultRetracted(org="birkfeld", body="gv", reason=Sealed("verlesen"))
    tale.tell("decision:B1", wrong, e.EffectRevoked(on=later(60)))
    assert held(tale, engine) == []
    assert states(engine, 45, 61) == ["ratifying", "ratifying"]


def test_what_was_known_then_is_asked_of_the_views_of_then(engine: Engine) -> None:
    tale = in_force(founded())
    past = Past(tale.log, VIEWS)
    before = tale.log.head() - 1  # the effect is not recorded yet
    with past.reading(before) as db:
        assert decisions.holding(db, THIRD, later(45)).total == 0
    tale.seen(engine)
    with engine.connect() as db:
        assert decisions.holding(db, THIRD, later(45)).total == 1
    past.forget()


def test_whoever_joins_later_is_bound_from_the_day_of_its_own_body(
    engine: Engine,
) -> None:
    tale = in_force(founded())
    (member,) = (one for one in OPENED.roster if one.org == "steintal")
    late = replace(member, org="auenburg", late=True)
    joins = e.MemberJoined(org="auenburg", member=late, text=1, on=later(50))
    tale.tell("decision:B1", joins, required("auenburg"), paper("auenburg", 55))
    tale.tell("decision:B1", approved("auenburg", 70, Evidence.LETTER))
    orgs = ("auenburg", "birkfeld", "lindgrund")
    tale.tell("decision:B1", e.PartlyTookEffect(orgs=orgs, on=later(80)))
    assert held(tale, engine)[-1] == ("auenburg", later(70), None)


def test_a_recommendation_holds_though_it_binds_nobody(engine: Engine) -> None:
    opened = replace(OPENED, mode=Mode.RECOMMENDATION)
    founded().tell("decision:B1", DRAFTED, opened, accepted()).seen(engine)
    with engine.connect() as db:
        (one,) = decisions.holding(db, THIRD, later(20)).entries
    assert one.row.recommends
    assert one.bound == ()


def test_the_register_is_filtered_and_read_page_by_page(engine: Engine) -> None:
    tale = in_force(founded())
    for n in range(2, 6):
        tale.tell(f"decision:B{n}", *IN_COUNCILS)
    tale.seen(engine)
    with engine.connect() as db:
        page = decisions.register(db, THIRD, later(50), limit=2)
        assert ([one.row.ref for one in page.entries], page.total) == (["B5", "B4"], 5)
        rest = decisions.register(db, THIRD, later(50), limit=2, before=4)
        assert ([one.row.ref for one in rest.entries], rest.total) == (["B3", "B2"], 5)
        holding = decisions.register(db, THIRD, later(50), states=HOLDING)
        assert [one.row.ref for one in holding.entries] == ["B1"]
        assert decisions.register(db, THIRD, later(50), ["energie"]).total == 0
        assert decisions.register(db, THIRD, later(-1)).total == 0
        assert decisions.register(db, NOBODY, later(50)).total == 0


def test_what_was_decided_about_a_matter_says_first_what_goes_on(
    engine: Engine,
) -> None:
    tale = in_force(founded())
    tale.tell("decision:B1", e.Superseded(by="B2", on=later(90)))
    tale.tell("decision:B2", *IN_COUNCILS)
    other = replace(
        DRAFTED, title="Blühstreifen", text=Sealed("an Wegen"), reasons=None
    )
    tale.tell("decision:B3", other).seen(engine)
    with engine.connect() as db:
        found = decisions.what_decided(db, THIRD, "Klärschlamm", later(100))
        assert [(one.row.ref, one.state) for one in found] == [
            ("B2", "decision_ratifying"),
            ("B1", "decision_superseded"),
        ]
        assert decisions.what_decided(db, THIRD, "Brückenbau", later(100)) == []
        assert decisions.what_decided(db, NOBODY, "Klärschlamm", later(100)) == []


def test_what_holds_is_told_before_any_number_of_newer_ones_that_are_over(
    engine: Engine,
) -> None:
    tale = in_force(founded())
    for n in range(2, 5):
        given_up = e.Withdrawn(reason=Sealed("erledigt"))
        tale.tell(f"decision:B{n}", DRAFTED, given_up)
    tale.seen(engine)
    with engine.connect() as db:
        found = decisions.what_decided(db, THIRD, "Klärschlamm", later(50), limit=2)
    assert [(one.row.ref, one.holds) for one in found] == [("B1", True), ("B4", False)]
