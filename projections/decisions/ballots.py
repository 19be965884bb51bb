"""Ballots: what a forum is deciding, and what still hinders it (*wird entschieden*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from core.decision.file import Work
from projections.decisions.queries import Decided, objections
from projections.decisions.rows import DecisionRow, ObjectionRow


@dataclass(frozen=True, slots=True)
class Ballot:
    """A decision that the forum has, with the objections that still hinder."""

    row: DecisionRow
    objections: Sequence[ObjectionRow]


@dataclass(frozen=True, slots=True)
class Ballots:
    """What is being decided (*Wird entschieden*); some of how many there are."""

    rows: Sequence[Ballot]
    total: int


def ballots(db: Connection, found: Decided) -> Ballots:
    """Return ``found``, each with the objections that still hinder it."""
    hindering: dict[str, list[ObjectionRow]] = {row.ref: [] for row in found.rows}
    for one in objections(db, hindering) if hindering else ():
        if one.work is Work.OPEN:
            hindering[one.ref].append(one)
    return Ballots([Ballot(row, hindering[row.ref]) for row in found.rows], found.total)
