"""Decisions: register, matrix and what is owed, beside the same queries by hand."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Final

from sqlalchemy import Connection, Engine

from core.decision import events as e
from core.effect import (
    Answer,
    EffectKind,
    Measure,
    Member,
    Position,
    Ratification,
    Rule,
    Stance,
    effect,
)
from projections import decisions
from projections.decisions import DECISIONS
from projections.people import PEOPLE
from projections.worker import Worker
from tests.bench.measure import ROUNDS, Row, Task, ratio, row
from tests.projections.decided import (
    DRAFTED,
    OPENED,
    accepted,
    approved,
    later,
    paper,
    required,
    says,
)
from tests.projections.given import COORDINATOR, founded, store

MANY: Final = 5_000  # decisions of a large region
ORGS: Final = tuple(f"ort{n:02}" for n in range(16))  # 80,000 bodies with them
ENOUGH: Final = 20_000  # evaluations a second on one core
_TIMES: Final = 5_000  # evaluations of a round
_DAY: Final = later(60)
_THEN: Final = "s.since <= :day AND (s.until IS NULL OR s.until > :day)"
_REGISTER: Final = (
    (
        f"SELECT d.*, s.state FROM decision d JOIN decision_stage s ON s.ref = d.ref "  # noqa: S608
        f"WHERE {_THEN} ORDER BY d.number DESC LIMIT 50"
    ),
    (
        "SELECT count(*) FROM decision d JOIN decision_stage s ON s.ref = d.ref "  # noqa: S608
        f"WHERE {_THEN}"
    ),
    (
        "SELECT s.ref, s.org FROM decision_hold s WHERE s.ref IN (SELECT ref FROM "  # noqa: S608
        f"decision ORDER BY number DESC LIMIT 50) AND {_THEN}"
    ),
)
_PAGE: Final = (
    "(SELECT ref FROM decision WHERE in_councils = 1 ORDER BY number DESC LIMIT 50)"
)
_MATRIX: Final = (
    "SELECT * FROM decision WHERE in_councils = 1 ORDER BY number DESC LIMIT 50",
    "SELECT count(*) FROM decision WHERE in_councils = 1",
    f"SELECT * FROM decision_council WHERE ref IN {_PAGE} ORDER BY number, org, body",  # noqa: S608
    f"SELECT * FROM decision_position WHERE ref IN {_PAGE} ORDER BY ref, org",  # noqa: S608
)
_OWED: Final = (
    (
        "SELECT c.*, d.title FROM decision_council c JOIN decision d ON d.ref = c.ref "
        "WHERE c.awaited = 1 ORDER BY c.last, c.number, c.org, c.body LIMIT 50"
    ),
    "SELECT count(*) FROM decision_council WHERE awaited = 1",
)


def rows() -> Iterator[Row]:
    """Yield our speed by that of the driver with the same tables, and of the effect."""
    yield _judging()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "views.db")
        engine = filled(path, MANY)
        with closing(sqlite3.connect(path)) as raw:
            for name, ask, by_hand in (
                ("register on a day", _register, _REGISTER),
                ("matrix of the councils", _matrix, _MATRIX),
                ("what bodies owe", _owed, _OWED),
            ):
                ours = Task(_asking(engine, ask), 10)
                hand = Task(_fetching(raw, by_hand), 10)
                yield ratio(f"{name}, {MANY} decisions", "sqlite", ours, hand)
        engine.dispose()


def _judging() -> Row:
    """Return how often a second the effect of 16 members is found, by what is enough.

    Every second member waits for its body, and the threshold counts inhabitants.
    """
    members = [Member(org, 1_000) for org in ORGS]
    rule = Rule(EffectKind.THRESHOLD, Measure.INHABITANTS, 500)
    said = {org: Position(Stance.YES, later(1)) for org in ORGS}
    answers = (Answer.APPROVED, Answer.OPEN) * (len(ORGS) // 2)
    bodies = [
        Ratification(org, "gv", answer, later(40))
        for org, answer in zip(ORGS, answers, strict=True)
    ]

    def work(times: int) -> None:
        for _ in range(times):
            effect(rule, members, said, bodies, (), _DAY)

    found: list[float] = []
    for _ in range(ROUNDS):
        began = process_time()  # a second of one core, whoever else has the machine
        work(_TIMES)
        found.append(_TIMES / (process_time() - began) / ENOUGH)
    return row(f"effect for 16 members, by {ENOUGH} a second", "core", found)


def filled(path: Path, many: int) -> Engine:
    """Return views with ``many`` decisions in the councils, a third partly in force."""
    roster = tuple(Member(org, 1_000) for org in ORGS)
    rule = Rule(EffectKind.THRESHOLD, at_least=8)
    opened = replace(OPENED, roster=roster, effect=rule)
    tale = founded()
    for n in range(1, many + 1):
        said = [says(org) for org in ORGS]
        bodies = [required(org) for org in ORGS]
        started = e.RatificationStarted(on=later(14))
        stream = f"decision:B{n}"
        tale.tell(stream, DRAFTED, opened, *said, accepted(), *bodies, started)
        if n % 3 == 0:
            for org in ORGS[:9]:
                tale.tell(stream, paper(org), approved(org))
            took = e.PartlyTookEffect(orgs=ORGS[:9], on=later(40))
            tale.tell(stream, took)
    engine = store(path)
    Worker(tale.log, engine, (PEOPLE, DECISIONS)).catch_up()
    return engine


def _register(db: Connection) -> object:
    return decisions.register(db, COORDINATOR, _DAY)


def _matrix(db: Connection) -> object:
    return decisions.matrix(db, COORDINATOR, _DAY)


def _owed(db: Connection) -> object:
    return decisions.follow_up(db, COORDINATOR, _DAY)


def _asking(
    engine: Engine, ask: Callable[[Connection], object]
) -> Callable[[int], None]:
    def work(times: int) -> None:
        with engine.connect() as db:
            for _ in range(times):
                ask(db)

    return work


def _fetching(
    raw: sqlite3.Connection, statements: tuple[str, ...]
) -> Callable[[int], None]:
    def work(times: int) -> None:
        for _ in range(times):
            for statement in statements:
                raw.execute(statement, {"day": _DAY.isoformat()}).fetchall()

    return work
