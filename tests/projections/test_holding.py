"""Whom decisions bind, at every moment of a story, and in which state they stand."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from core import decision as core
from core.decision import events as e
from core.decision import states as s
from projections.decisions import DECISIONS
from projections.decisions.tables import HOLD, STAGE
from projections.view import advance, prepare
from tests.projections.given import store
from tests.projections.story import story


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_every_event_the_tables_bind_whom_core_binds(
    seed: int, tmp_path: Path
) -> None:
    engine = store(tmp_path / "views.db")
    prepare(engine, DECISIONS)
    states: dict[str, s.State] = {}
    held = 0
    for recorded in story(seed, 40):
        assert advance(engine, DECISIONS, recorded.position - 1, [recorded])
        if not isinstance(recorded.event, e.Happening):
            continue
        before = states.get(recorded.ref, core.DECISION.initial)
        states[recorded.ref] = after = core.DECISION.evolve(before, recorded.event)
        with engine.connect() as db:
            held += _holds(db, recorded.ref, after)
            _stages(db, recorded.ref, after)
    assert held
    engine.dispose()


def _holds(db: Connection, ref: str, state: s.State) -> int:
    """Whoever is bound has one stretch that goes on; stretches of one do not meet."""
    rows = db.execute(select(HOLD).where(HOLD.c.ref == ref)).all()
    assert sorted(row.org for row in rows if row.until is None) == sorted(
        core.bound(state)
    )
    by_org: dict[str, list[tuple[date, date]]] = {}
    for row in rows:
        assert row.until is None or row.since < row.until
        stretch = (row.since, row.until or date.max)
        by_org.setdefault(row.org, []).append(stretch)
    for stretches in by_org.values():
        for (_, until), (since, _) in pairwise(sorted(stretches)):
            assert until <= since
    return len(rows)


def _stages(db: Connection, ref: str, state: s.State) -> None:
    """One state follows the other without gaps, and the last is the present one."""
    rows = db.execute(select(STAGE).where(STAGE.c.ref == ref).order_by(STAGE.c.n)).all()
    assert (rows[-1].state, rows[-1].until) == (core.name(state), None)
    for one, after in pairwise(rows):
        assert one.since < one.until == after.since
