"""Recounting: a count made again, and what a decision is worth by law (*Geltung*)."""

from __future__ import annotations

from sqlalchemy import Connection

from core import decision as core
from core.decision.kinds import Tally
from core.law import PROFILES, only_political
from projections import history, people
from projections.decisions import DecisionRow
from projections.viewer import MACHINE


def political(db: Connection, row: DecisionRow) -> bool:
    """Whether it is worth no more than the members' word (*Selbstverpflichtung*)."""
    region = people.region(db)
    profile = PROFILES.get(region.law_profile) if region else None
    return profile is None or only_political(row.rule, profile)


def recount(db: Connection, ref: str) -> Tally | None:
    """Count the last ballot again from what lies in the log, whoever looks."""
    events = (step.event for step in history.of(db, MACHINE, ref))
    return core.recount(e for e in events if isinstance(e, core.events.Happening))
