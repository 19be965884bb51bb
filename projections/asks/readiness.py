"""Readiness: who said in a published ask that they take part (*Bereitschaft*).

What forecasts, "Willige" and "Wer macht mit?" go by. Counted as it was published;
who it is is told only as far as the ask promised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from core import ask as core
from core.ask.kinds import AskKind, Disclosure
from core.ask.questions import NO, YES, QuestionKind
from projections.asks.queries import get
from projections.asks.table import AskRow, C, visible
from projections.packing import unpacked
from projections.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The published result of one readiness ask.

    ``yes`` and ``no`` are ``None`` where too few answered to be told (Q2), ``ready``
    where it is not for the viewer to know who they are.
    """

    ref: str
    forum: str
    published_at: datetime
    audience: tuple[str, ...]
    answered: int
    yes: int | None
    no: int | None
    ready: tuple[str, ...] | None


def readiness(
    db: Connection, viewer: Viewer, forum: str | None = None, limit: int = 10
) -> Sequence[Readiness]:
    """Return what was published on readiness, the newest first."""
    wanted = [
        C.kind == AskKind.READINESS.value,
        C.state.in_(("ask_published", "ask_concluded")),
        visible(viewer),
    ]
    wanted += [C.forum == forum] if forum else []
    query = select(C.ref, C.core).where(*wanted)
    newest = query.order_by(C.published_at.desc(), C.number.desc()).limit(limit)
    found: list[Readiness] = []
    for ref, state in db.execute(newest).all():
        row = get(db, viewer, ref)
        if row is not None and row.published_at is not None:
            found.append(_told(row, unpacked(state), viewer, row.published_at))
    return found


def _told(
    row: AskRow, state: core.states.State, viewer: Viewer, at: datetime
) -> Readiness:
    ready = core.ready(state)
    hidden = row.disclosure is Disclosure.COORDINATION and not viewer.oversees
    return Readiness(
        ref=row.ref,
        forum=row.forum,
        published_at=at,
        audience=row.audience,
        answered=row.told or 0,
        yes=_count(row, YES),
        no=_count(row, NO),
        ready=None if ready is None or hidden else tuple(sorted(ready)),
    )


def _count(row: AskRow, said: str) -> int | None:
    """Return how many said it to the first yes-no question, if that is told."""
    kinds = {one.key: one.kind for one in row.questions}
    key = next((k for k, kind in kinds.items() if kind is QuestionKind.YES_NO), None)
    groups = [figure for figure in row.figures if figure.question == key]
    if not groups or any(figure.more for figure in groups):
        return None
    return sum(figure.count for figure in groups if figure.said == said)
