"""The board of a forum and the list of a person, at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from core import forum, information
from core.commitment import events as e
from core.sealed import Sealed
from projections import mylist
from projections.board import SHOWN, board
from projections.viewer import Viewer
from tests.bench.board import filled
from tests.projections.given import (
    ASKER,
    COORDINATOR,
    DUE,
    HOLDER,
    PROMISED,
    REQUESTED,
    THIRD,
    TODAY,
    founded,
)

COUNTERED = e.CounterProposed(by="birkfeld", due=DUE, scope=Sealed("später"))


def test_who_must_move_stands_first(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)
    tale.tell("commitment:Z2", REQUESTED, COUNTERED).tell("commitment:Z3", REQUESTED)
    tale.tell("commitment:Z4", REQUESTED, PROMISED).seen(engine)
    with engine.connect() as db:
        moving = board(db, ASKER, "wasser", TODAY).moving
    assert moving.total == 3
    assert [(turn.org, [row.ref for row in turn.rows]) for turn in moving.turns] == [
        ("birkfeld", ["Z1", "Z3"]),
        ("lindgrund", ["Z2"]),
    ]


def test_promises_are_sorted_by_their_days(engine: Engine) -> None:
    tale = founded()
    days = [TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=16), DUE]
    for number, day in enumerate(days, start=1):
        tale.tell(f"commitment:Z{number}", REQUESTED, e.Promised(due=day))
    done = (e.CompletionReported(on=TODAY), e.CompletionAccepted(on=TODAY))
    tale.tell("commitment:Z5", REQUESTED, PROMISED, *done).seen(engine)
    with engine.connect() as db:
        promises = board(db, ASKER, "wasser", TODAY).promises
        lists = (promises.overdue, promises.this_month, promises.later, promises.kept)
        assert [[row.ref for row in part.rows] for part in lists] == [
            ["Z1"],
            ["Z2", "Z3"],
            ["Z4"],
            ["Z5"],
        ]
        assert [part.total for part in lists] == [1, 2, 1, 1]
        after = TODAY + timedelta(days=30)
        assert board(db, ASKER, "wasser", after).promises.kept.total == 1
        after = TODAY + timedelta(days=31)
        assert board(db, ASKER, "wasser", after).promises.kept.total == 0


def test_a_pulse_names_who_was_heard_of(engine: Engine) -> None:
    tale = founded().tell("forum:wasser", forum.CadenceSet(days=60))
    tale.tell("commitment:Z1", REQUESTED)
    tale.tell("commitment:Z2", e.Drafted(org="birkfeld", event=REQUESTED))
    tale.tell("commitment:Z1", PROMISED, mandate="birkfeld/mayor").seen(engine)
    with engine.connect() as db:
        pulse = board(db, ASKER, "wasser", TODAY + timedelta(days=10)).pulse
        assert (pulse.cadence_days, pulse.seats) == (60, 4)
        assert pulse.active == ["birkfeld", "lindgrund"]
        assert pulse.last is not None
        assert pulse.days == (TODAY + timedelta(days=10) - pulse.last).days
        assert pulse.counts == (1, 0, 0)
        much_later = board(db, ASKER, "wasser", TODAY + timedelta(days=120)).pulse
        assert much_later.active == []
        assert board(db, ASKER, "nirgends", TODAY).pulse.last is None


def test_the_newest_knowledge_is_shown_and_what_was_retracted_is_not(
    engine: Engine,
) -> None:
    tale = founded()
    for number in range(1, 8):
        note = information.Recorded(
            kind=information.InformationKind.IDEA,
            forum="wasser",
            org="kreis",
            text=Sealed(f"Idee {number}"),
        )
        tale.tell(f"information:I{number}", note)
    tale.tell("information:I6", information.Retracted(reason=Sealed("Irrtum")))
    tale.seen(engine)
    with engine.connect() as db:
        shown = board(db, ASKER, "wasser", TODAY)
    assert [item.ref for item in shown.learnt] == ["I7", "I5", "I4", "I3", "I2"]
    assert shown.stand == tale.log.head()


def test_a_forum_shows_what_it_took_over(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)
    tale.tell("forum:wasser", forum.Merged(into="nahraum", duties=("Z1",))).seen(engine)
    with engine.connect() as db:
        assert board(db, ASKER, "nahraum", TODAY).moving.total == 1


def test_my_list_is_what_is_expected_owed_and_to_be_confirmed(engine: Engine) -> None:
    tale = founded()
    for number in range(1, 8):
        tale.tell(f"commitment:Z{number}", REQUESTED)
    tale.tell("commitment:Z8", REQUESTED, PROMISED)
    tale.tell("commitment:Z9", REQUESTED, e.Drafted(org="birkfeld", event=COUNTERED))
    tale.seen(engine)
    with engine.connect() as db:
        holder = mylist.mine(db, HOLDER, DUE + timedelta(days=1))
        asker = mylist.mine(db, ASKER, DUE)
        nobody = mylist.mine(db, THIRD, DUE)
        movers = mylist.next_mover(db, THIRD)
    assert (len(holder.expected.rows), holder.expected.total) == (5, 9)
    assert (holder.expected.late, holder.owed.total) == (1, 0)
    assert [row.ref for row in holder.waiting_confirmation.rows] == ["Z9"]
    assert (asker.expected.total, asker.owed.total, asker.owed.late) == (0, 1, 0)
    assert [row.ref for row in asker.owed.rows] == ["Z8"]
    assert (asker.requested.total, len(asker.requested.rows)) == (8, 8)
    assert asker.waiting_confirmation.total == 0
    assert nobody.expected.total == nobody.owed.total == 0
    assert movers == [("wasser", "birkfeld", 9)]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A forum with many items in all states."""
    engine = filled(Path(tmp_path_factory.mktemp("crowded"), "views.db"), 600)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("viewer", [COORDINATOR, HOLDER, THIRD])
def test_no_query_of_the_board_reads_the_whole_table(
    crowded: Engine, viewer: Viewer
) -> None:
    asked: list[tuple[str, Any]] = []

    def note(*call: Any) -> None:  # noqa: ANN401  (the library's hook)
        asked.append((call[2], call[3]))

    event.listen(crowded, "before_cursor_execute", note)
    with crowded.connect() as db:
        shown = board(db, viewer, "wasser", TODAY)
        mylist.mine(db, viewer, TODAY)
        mylist.next_mover(db, viewer)
        event.remove(crowded, "before_cursor_execute", note)
        plans = [
            str(row[3])
            for statement, given in asked
            for row in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
        ]
    scans = {plan for plan in plans if plan.startswith("SCAN")}
    assert not {plan for plan in scans if plan.split()[1] in {"commitment", "step"}}
    assert len(asked) < 45
    assert len(shown.promises.later.rows) == SHOWN < shown.promises.later.total


@pytest.mark.parametrize("viewer", [COORDINATOR, HOLDER, THIRD])
def test_totals_agree_with_the_rows_that_a_viewer_may_see(
    crowded: Engine, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("projections.board.SHOWN", 10_000)
    with crowded.connect() as db:
        shown = board(db, viewer, "wasser", TODAY)
    parts = shown.promises
    for part in (parts.overdue, parts.this_month, parts.later, parts.kept):
        assert part.total == len(part.rows)
    assert shown.moving.total == sum(len(turn.rows) for turn in shown.moving.turns)
