"""Decisions, register and councils, as other software reads them (*Beschlüsse*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from adapters.api.commitments import paged
from adapters.api.operation import (
    Day,
    Id,
    Limit,
    Listed,
    Paged,
    Reading,
    Then,
    Truth,
    query,
)
from projections import decisions
from projections.decisions import (
    ConditionRow,
    CouncilRow,
    DecisionRow,
    EditionRow,
    Entry,
    FollowUp,
    Forecast,
    HoldRow,
    Line,
    ObjectionRow,
    PositionRow,
    Way,
)

Ref = Annotated[str, Field(pattern="^B[1-9][0-9]{0,8}$")]


class Wanted(Paged):
    """Which decisions, by forum and by the state in which they are."""

    forum: Id | None = None
    state: Id | None = None


class OnDay(Wanted):
    """On which day; ``in_force`` leaves out whatever did not hold then."""

    wirksam: Day | None = Field(
        default=None, description="As it held on that day; today, if none is named."
    )
    in_force: Truth = False


class Sought(Then):
    """What was decided about some words."""

    q: Annotated[str, Field(min_length=1, max_length=200)]
    wirksam: Day | None = None


class One(Then):
    """One of them."""

    ref: Ref


class Owed(Then):
    """Of which forum, and of which organisation."""

    forum: Id | None = None
    org: Id | None = None
    limit: Limit = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A decision with all it rests on (*Akte*)."""

    decision: DecisionRow
    editions: Sequence[EditionRow]
    positions: Sequence[PositionRow]
    objections: Sequence[ObjectionRow]
    councils: Sequence[CouncilRow]
    ways: Sequence[Way]
    conditions: Sequence[ConditionRow]
    holds: Sequence[HoldRow]


@query("/decisions", "decisions", DecisionRow, listed=True)
def list_decisions(at: Reading, asked: Wanted) -> Listed:
    """List decisions, the newest first."""
    forums, states = _filter(asked)
    limit = asked.limit + 1
    found = decisions.listing(at.db, at.viewer, forums, states, limit, asked.before)
    return paged(found.rows, asked.limit, found.total)


@query("/decisions/{ref}", "decisions", DecisionRow)
def get_decision(at: Reading, asked: One) -> DecisionRow | None:
    """Return one decision."""
    return decisions.get(at.db, at.viewer, asked.ref)


@query("/decisions/{ref}/dossier", "decisions", Dossier)
def get_dossier(at: Reading, asked: One) -> Dossier | None:
    """Return one decision with everything it rests on."""
    row = decisions.get(at.db, at.viewer, asked.ref)
    if row is None:
        return None
    councils = decisions.councils(at.db, at.viewer, [row.ref], at.today)
    return Dossier(
        decision=row,
        editions=decisions.editions(at.db, row),
        positions=decisions.positions(at.db, at.viewer, row),
        objections=decisions.objections(at.db, [row.ref]),
        councils=councils,
        ways=decisions.ways(at.db, councils, at.today),
        conditions=decisions.conditions(at.db, row),
        holds=decisions.holds(at.db, row),
    )


@query("/decisions/{ref}/forecast", "decisions", Forecast)
def get_forecast(at: Reading, asked: One) -> Forecast | None:
    """Return between what and what a decision may come out."""
    row = decisions.get(at.db, at.viewer, asked.ref)
    if row is None:
        return None
    (line,) = decisions.lines(at.db, at.viewer, [row], at.today)
    return decisions.forecast(at.db, at.viewer, line)


@query("/register", "decisions", Entry, listed=True)
def list_register(at: Reading, asked: OnDay) -> Listed:
    """List decisions as they stood on a day: both clocks, stand and wirksam."""
    forums, states = _filter(asked)
    on, limit = asked.wirksam or at.today, asked.limit + 1
    if asked.in_force:
        found = decisions.holding(at.db, at.viewer, on, forums, limit, asked.before)
    else:
        found = decisions.register(
            at.db, at.viewer, on, forums, states, limit, asked.before
        )
    shown = found.entries[: asked.limit]
    more = len(found.entries) > asked.limit
    return Listed(shown, shown[-1].row.number if more else None, found.total)


@query("/register/search", "decisions", Entry, listed=True)
def search_register(at: Reading, asked: Sought) -> Listed:
    """Tell what was decided about some words; what holds or goes on comes first."""
    on = asked.wirksam or at.today
    return Listed(decisions.what_decided(at.db, at.viewer, asked.q, on))


@query("/councils", "decisions", Line, listed=True)
def list_councils(at: Reading, asked: Wanted) -> Listed:
    """List decisions that bodies have, with a cell for each organisation."""
    forums, _ = _filter(asked)
    limit = asked.limit + 1
    found = decisions.matrix(at.db, at.viewer, at.today, forums, limit, asked.before)
    shown, more = found.lines[: asked.limit], len(found.lines) > asked.limit
    return Listed(shown, shown[-1].row.number if more else None, found.total)


@query("/councils/owed", "decisions", FollowUp, listed=True)
def list_owed_by_councils(at: Reading, asked: Owed) -> Listed:
    """List what bodies still owe, the nearest deadline first."""
    forums = [asked.forum] if asked.forum else []
    orgs = [asked.org] if asked.org else None
    rows, total = decisions.follow_up(
        at.db, at.viewer, at.today, forums, asked.limit, orgs
    )
    return Listed(rows, None, total)


def _filter(asked: Wanted) -> tuple[list[str], list[str]]:
    forums = [asked.forum] if asked.forum else []
    return forums, [asked.state] if asked.state else []
