"""What a viewer may not see is left out of every answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from core import information
from core.commitment import events as e
from core.ports import Circle
from core.sealed import Sealed
from projections import commitments, history, search
from projections import information as views
from projections.board import board
from projections.commitments import Filter
from projections.viewer import MACHINE, STRANGER, Viewer
from tests.projections.given import (
    ASKER,
    COORDINATOR,
    DUE,
    HOLDER,
    NOBODY,
    PROMISED,
    REQUESTED,
    THIRD,
    founded,
)

AUDITOR = Viewer("emil", frozenset({"kreis"}), coordinates=False, audits=True)
EVERYBODY = [
    COORDINATOR,
    AUDITOR,
    ASKER,
    HOLDER,
    THIRD,
    NOBODY,
    STRANGER,
    MACHINE,
]
LATE = DUE + timedelta(days=3)


@pytest.mark.parametrize(
    ("circle", "allowed"),
    [
        (Circle.PUBLIC, EVERYBODY),
        (Circle.INTERNAL, [COORDINATOR, AUDITOR, ASKER, HOLDER, THIRD, MACHINE]),
        (Circle.CLOSED, [COORDINATOR, AUDITOR, ASKER, HOLDER, MACHINE]),
    ],
)
def test_a_circle_lets_in_whom_it_names(
    engine: Engine, circle: Circle, allowed: list[Viewer]
) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED, circle=circle)
    note = information.Recorded(
        kind=information.InformationKind.FINDING,
        forum="wasser",
        org="lindgrund",
        text=Sealed("Fremdwasser im Kanal"),
    )
    tale.tell("information:I1", note, circle=circle).seen(engine)
    with engine.connect() as db:
        for viewer in EVERYBODY:
            inside = viewer in allowed
            assert bool(commitments.get(db, viewer, "Z1")) is inside
            assert bool(commitments.listing(db, viewer, Filter()).rows) is inside
            assert bool(search.find(db, viewer, "Klärschlamm")) is inside
            assert bool(history.of(db, viewer, "Z1")) is inside
            assert bool(board(db, viewer, "wasser", DUE).moving.total) is inside
            assert commitments.counts(db, viewer, "wasser").open == int(inside)
            if viewer not in (ASKER, HOLDER):
                assert bool(views.get(db, viewer, "I1")) is inside
        assert not views.latest(db, THIRD, "wasser", 5) or circle is not Circle.CLOSED


def test_one_closed_word_closes_the_item(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)
    tale.tell("commitment:Z1", PROMISED, circle=Circle.CLOSED).seen(engine)
    with engine.connect() as db:
        assert commitments.get(db, THIRD, "Z1") is None
        assert not search.find(db, THIRD, "Z1")


def test_a_later_word_does_not_open_a_closed_item(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED, circle=Circle.CLOSED)
    tale.tell("commitment:Z1", PROMISED, circle=Circle.PUBLIC).seen(engine)
    with engine.connect() as db:
        assert commitments.get(db, THIRD, "Z1") is None


@pytest.mark.parametrize(
    ("viewer", "late"),
    [(COORDINATOR, True), (ASKER, True), (HOLDER, True), (THIRD, False)],
)
def test_lateness_is_the_business_of_few(
    engine: Engine, viewer: Viewer, *, late: bool
) -> None:
    founded().tell("commitment:Z1", REQUESTED, PROMISED).seen(engine)
    with engine.connect() as db:
        row = commitments.get(db, viewer, "Z1")
        assert row is not None
        assert not commitments.overdue(row, viewer, DUE)
        assert commitments.overdue(row, viewer, LATE) is late
        promises = board(db, viewer, "wasser", LATE).promises
    assert [promises.overdue.total, promises.this_month.total] == [late, not late]
    assert [len(promises.overdue.rows), len(promises.this_month.rows)] == [
        promises.overdue.total,
        promises.this_month.total,
    ]


def test_what_was_only_asked_is_never_late(engine: Engine) -> None:
    founded().tell("commitment:Z1", REQUESTED).seen(engine)
    with engine.connect() as db:
        row = commitments.get(db, COORDINATOR, "Z1")
    assert row is not None
    assert not commitments.overdue(row, COORDINATOR, LATE)


def test_a_drafted_answer_is_known_to_its_organisation_only(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)
    tale.tell("commitment:Z1", e.Drafted(org="birkfeld", event=PROMISED)).seen(engine)
    with engine.connect() as db:
        for viewer, known in ((HOLDER, True), (COORDINATOR, True), (AUDITOR, True)):
            row = commitments.get(db, viewer, "Z1")
            assert row is not None
            assert (row.pending, row.pending_act) == ("draft", "promised"), known
            assert len(history.of(db, viewer, "Z1")) == 2
        for viewer in (ASKER, THIRD):
            row = commitments.get(db, viewer, "Z1")
            assert row is not None
            assert (row.pending, row.pending_org, row.pending_due) == (None, None, None)
            assert len(history.of(db, viewer, "Z1")) == 1
            assert board(db, viewer, "wasser", DUE).pending.total == 0
            assert not commitments.listing(db, viewer, Filter(pending="draft")).rows
        assert board(db, HOLDER, "wasser", DUE).pending.total == 1


def test_a_drafted_request_is_not_said_yet(engine: Engine) -> None:
    drafted = e.Drafted(org="lindgrund", event=REQUESTED)
    tale = founded().tell("commitment:Z1", drafted)
    worker = tale.seen(engine)
    with engine.connect() as db:
        for viewer, known in ((ASKER, True), (HOLDER, False), (THIRD, False)):
            assert bool(commitments.get(db, viewer, "Z1")) is known
            assert bool(search.find(db, viewer, "Klärschlamm")) is known
            assert bool(history.of(db, viewer, "Z1")) is known
    tale.tell("commitment:Z1", REQUESTED)
    worker.catch_up()
    with engine.connect() as db:
        row = commitments.get(db, HOLDER, "Z1")
        assert row is not None
        assert row.state == "requested"
        assert [s.kind for s in history.of(db, HOLDER, "Z1")] == [REQUESTED.KIND]
        assert search.find(db, THIRD, "Klärschlamm")


def test_a_discarded_draft_stays_where_it_was(engine: Engine) -> None:
    drafted = e.Drafted(org="lindgrund", event=REQUESTED)
    tale = founded().tell("commitment:Z1", drafted, e.DraftDiscarded())
    tale.seen(engine)
    with engine.connect() as db:
        row = commitments.get(db, ASKER, "Z1")
        assert row is not None
        assert (row.state, row.open) == ("draft_discarded", False)
        assert commitments.get(db, HOLDER, "Z1") is None
