"""Rows of commitments: where each stands, listed by due day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from core.commitment import events as e
from core.event import Event
from core.facts import Basis
from core.sealed import Sealed
from projections import commitments
from projections.commitments import CommitmentRow, Cursor, Filter, Page
from projections.viewer import MACHINE
from tests.projections.given import (
    ASKER,
    COORDINATOR,
    DUE,
    HOLDER,
    PROMISED,
    REQUESTED,
    TODAY,
    founded,
)

LATER = DUE + timedelta(days=15)
COUNTERED = e.CounterProposed(by="birkfeld", due=LATER, scope=Sealed("2026 später"))
OFFERED = e.Offered(
    forum="wasser", asker="kreis", holder="birkfeld", what=Sealed("Wagen"), due=DUE
)


def told(engine: Engine, *happened: Event) -> CommitmentRow:
    """Return the row of ``Z1`` after ``happened``."""
    founded().tell("commitment:Z1", *happened).seen(engine)
    with engine.connect() as db:
        row = commitments.get(db, MACHINE, "Z1")
    assert row is not None
    return row


def test_a_counter_shows_both_days(engine: Engine) -> None:
    row = told(engine, REQUESTED, COUNTERED)
    assert (row.state, row.mover) == ("countered", "lindgrund")
    assert (row.due, row.proposed_due, row.proposed_by) == (DUE, LATER, "birkfeld")
    assert row.remark == "2026 später"


def test_the_old_day_stays_beside_the_new_one(engine: Engine) -> None:
    row = told(engine, REQUESTED, COUNTERED, e.CounterAccepted(due=LATER))
    assert (row.state, row.due, row.first_due) == ("promised", LATER, DUE)
    assert (row.proposed_due, row.proposed_by) == (None, None)


def test_an_organisation_that_is_asked_to_take_over_must_move(engine: Engine) -> None:
    handing = [e.HandedOver(person="p9"), e.HandOverProposed(to="steintal")]
    row = told(engine, REQUESTED, PROMISED, *handing)
    assert (row.mover, row.to_org, row.caretaker) == ("steintal", "steintal", "p9")


def test_who_took_over_has_no_caretaker_yet(engine: Engine) -> None:
    handing = [e.HandedOver(person="p9"), e.HandOverProposed(to="steintal")]
    row = told(engine, REQUESTED, PROMISED, *handing, e.HandedOver(org="steintal"))
    assert (row.holder, row.caretaker, row.to_org) == ("steintal", None, None)


def test_taking_back_restores_what_was_said_before(engine: Engine) -> None:
    row = told(engine, REQUESTED, COUNTERED, e.TakenBack(version=2))
    assert (row.state, row.mover, row.remark) == ("requested", "birkfeld", None)
    assert (row.due, row.version) == (DUE, 3)


def test_an_opening_that_was_taken_back_keeps_its_words(engine: Engine) -> None:
    row = told(engine, REQUESTED, e.TakenBack(version=1))
    assert (row.state, row.mover, row.open) == ("taken_back", None, False)
    assert row.what == "Klärschlammverwertung: Mengen 2024–2026"


def test_an_entry_on_behalf_waits_until_a_day(engine: Engine) -> None:
    entry = e.EnteredOnBehalf(
        org="birkfeld",
        basis=Basis.PHONE,
        holder="vogt",
        contest_until=TODAY,
        event=PROMISED,
    )
    row = told(engine, REQUESTED, entry)
    assert (row.state, row.pending, row.pending_act) == (
        "requested",
        "on_behalf",
        "promised",
    )
    assert (row.pending_org, row.pending_until) == ("birkfeld", TODAY)


def test_an_erased_text_is_none(engine: Engine) -> None:
    erased = e.Requested(
        forum="wasser",
        asker="kreis",
        holder="birkfeld",
        what=Sealed(None),
        due=DUE,
        measure=Sealed(None),
    )
    row = told(engine, erased)
    assert (row.what, row.measure) == (None, None)


@pytest.mark.parametrize("limit", [1, 3, 7, 50])
def test_pages_follow_each_other_without_gap(engine: Engine, limit: int) -> None:
    tale = founded()
    for number in range(1, 24):
        due = DUE + timedelta(days=number % 4)
        asked = e.Requested(
            forum="wasser",
            asker="lindgrund",
            holder="birkfeld",
            what=Sealed("x"),
            due=due,
        )
        tale.tell(f"commitment:Z{number}", asked)
    tale.seen(engine)
    found: list[CommitmentRow] = []
    page = Page([], Cursor(date.min, 0))
    with engine.connect() as db:
        while page.next is not None:
            page = commitments.listing(db, ASKER, Filter(), limit, page.next)
            assert len(page.rows) <= limit
            found += page.rows
    assert [row.ref for row in found] == [
        f"Z{number}"
        for rest in range(4)
        for number in range(1, 24)
        if number % 4 == rest
    ]


@pytest.mark.parametrize(
    ("wanted", "refs"),
    [
        (Filter(), ["Z1", "Z2", "Z3", "Z4"]),
        (Filter(forum="wasser", open_only=True), ["Z1", "Z2", "Z3"]),
        (Filter(forum="energie"), []),
        (Filter(org="kreis"), ["Z3"]),
        (Filter(state="promised"), ["Z2"]),
        (Filter(state="withdrawn"), ["Z4"]),
        (Filter(mover="birkfeld"), ["Z1", "Z2"]),
        (Filter(due_from=DUE, due_until=DUE), ["Z1", "Z2", "Z3", "Z4"]),
        (Filter(due_from=LATER), []),
        (Filter(due_until=TODAY), []),
    ],
)
def test_a_filter_narrows(engine: Engine, wanted: Filter, refs: list[str]) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)
    tale.tell("commitment:Z2", REQUESTED, PROMISED).tell("commitment:Z3", OFFERED)
    tale.tell("commitment:Z4", REQUESTED, e.Withdrawn(by="lindgrund")).seen(engine)
    with engine.connect() as db:
        page = commitments.listing(db, HOLDER, wanted)
        assert [row.ref for row in page.rows] == refs
        assert page.next is None
        assert commitments.counts(db, HOLDER, "wasser") == (3, 0, 1)
        offers = commitments.offers_in(db, COORDINATOR, "wasser", "kreis")
        assert [row.ref for row in offers] == ["Z3"]
        assert not commitments.offers_in(db, COORDINATOR, "wasser", "birkfeld")
