"""Commitments, as other software reads them (*Zusagen*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from adapters.api.operation import Day, Id, Listed, Paged, Reading, Then, Truth, query
from projections import commitments, mylist
from projections.commitments import CommitmentRow, Filter
from projections.mylist import NextMover

Ref = Annotated[str, Field(pattern="^Z[1-9][0-9]{0,8}$")]


class Wanted(Paged):
    """Which commitments; days are inclusive, ``org`` is asker or holder."""

    forum: Id | None = None
    org: Id | None = None
    state: Id | None = None
    open: Truth = False
    mover: Id | None = None
    due_from: Day | None = None
    due_until: Day | None = None
    pending: Literal["draft", "on_behalf"] | None = None


class One(Then):
    """One of them."""

    ref: Ref


@query("/commitments", "commitments", CommitmentRow, listed=True)
def list_commitments(at: Reading, asked: Wanted) -> Listed:
    """List commitments, the newest first."""
    wanted = Filter(
        forum=asked.forum,
        org=asked.org,
        state=asked.state,
        open_only=asked.open,
        mover=asked.mover,
        due_from=asked.due_from,
        due_until=asked.due_until,
        pending=asked.pending,
    )
    limit = asked.limit + 1
    rows = commitments.numbered(at.db, at.viewer, wanted, limit, asked.before)
    return paged(rows, asked.limit)


@query("/commitments/{ref}", "commitments", CommitmentRow)
def get_commitment(at: Reading, asked: One) -> CommitmentRow | None:
    """Return one commitment."""
    return commitments.get(at.db, at.viewer, asked.ref)


@query("/next-movers", "commitments", NextMover, listed=True)
def list_next_movers(at: Reading, asked: Then) -> Listed:  # noqa: ARG001  (no filter)
    """Tell how many commitments wait for whom, by forum and organisation."""
    return Listed(mylist.next_mover(at.db, at.viewer))


def paged(rows: Sequence[object], limit: int, total: int | None = None) -> Listed:
    """Return the page that ``rows``, one more than ``limit`` if there are, make."""
    shown = rows[:limit]
    last = int(str(getattr(shown[-1], "ref", "0"))[1:]) if len(rows) > limit else None
    return Listed(shown, last, total)
