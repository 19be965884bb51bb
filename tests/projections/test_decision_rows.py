"""Decisions of a whole story: the rows say what core says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection

from core import decision as core
from core.decision import events as e
from core.decision import states as s
from core.decision.councils import CouncilKey
from core.effect import Stance
from core.ports import Recorded
from projections import decisions
from projections.catalogue import VIEWS
from projections.decisions import DecisionRow
from projections.viewer import MACHINE
from projections.worker import Worker
from tests.projections.given import store
from tests.projections.story import story
from tests.projections.world import Log

TODAY = date(2028, 6, 1)


def _replayed(events: list[Recorded]) -> dict[str, s.Present]:
    found: dict[str, s.State] = {}
    for recorded in events:
        if isinstance(recorded.event, e.Happening):
            before = found.get(recorded.ref, core.DECISION.initial)
            found[recorded.ref] = core.DECISION.evolve(before, recorded.event)
    return {r: one for r, one in found.items() if not isinstance(one, s.Absent)}


@pytest.mark.parametrize("seed", [1, 5])
def test_rows_of_decisions_say_what_core_says(seed: int, tmp_path: Path) -> None:
    events = story(seed, 60)
    engine = store(tmp_path / "views.db")
    Worker(Log(events), engine, VIEWS).catch_up()
    replayed = _replayed(events)
    assert len(replayed) > 3
    with engine.connect() as db:
        for ref, state in replayed.items():
            row = decisions.get(db, MACHINE, ref)
            assert row is not None
            _same(row, state)
            _same_parts(db, row, state.file)
            holding = {h.org for h in decisions.holds(db, row) if h.until is None}
            assert holding == core.bound(state)
    engine.dispose()


def _same(row: DecisionRow, state: s.Present) -> None:
    file = state.file
    assert (row.state, row.edition) == (core.name(state), file.text)
    assert row.text == file.texts[file.text].text
    assert set(row.bound) == core.bound(state)
    assert row.review_on == file.review_on
    if file.opened is not None:
        assert (row.rule, row.mode) == (file.opened.effect, file.opened.mode)
        assert (row.standing, row.until) == (core.shown(file), file.until)


def _same_parts(db: Connection, row: DecisionRow, file: core.File) -> None:
    seen = decisions.positions(db, MACHINE, row)
    stances = {one.org: one.stance for one in seen if one.stance}
    entitled = {member.org for member in file.entitled}
    said = {o: Stance(v.stance) for o, v in file.votes.items() if o in entitled}
    assert stances == said
    assert {one.org for one in seen if one.recused} == file.recused
    objections = {one.n: one.work for one in decisions.objections(db, [row.ref])}
    assert objections == {n: one.work for n, one in file.objections.items()}
    councils = decisions.councils(db, MACHINE, [row.ref], TODAY)
    assert {CouncilKey(one.org, one.body): one.answer for one in councils} == {
        key: known.answer(file.text) for key, known in file.councils.items()
    }
    met = {
        (one.kind, one.org or ""): one.answer for one in decisions.conditions(db, row)
    }
    assert met == {key: known.answer for key, known in file.conditions.items()}
    texts = {one.edition: one.text for one in decisions.editions(db, row)}
    assert texts == {n: text.text for n, text in file.texts.items()}
