"""Forum summary: what a forum decided, promised, kept and learnt (*Monatsblick*).

Each item stands once, where it stands at the end: what was promised and kept in the
same month is kept. Which seats stayed silent is told to coordination alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, or_

from projections import asks, decisions, information, people, pulse
from projections.asks import AskRow
from projections.commitments import COMMITMENTS, CommitmentRow
from projections.commitments.queries import rows_of, total
from projections.commitments.table import C, visible
from projections.decisions import DecisionRow
from projections.decisions.tables import C as D
from projections.digest.facts import Some
from projections.information import InformationRow
from projections.span import Span
from projections.view import position
from projections.viewer import Viewer

SHOWN: Final = 8  # lines of one part


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumSummary:
    """What happened in ``forum`` from ``start`` to ``end``, both days included.

    ``resolved`` are decisions that were counted, came into force or ended; ``deciding``
    those that were opened and are not counted yet. ``decided`` are asks of which it
    was said what follows; ``told`` those whose result came out; ``asked`` those that
    still owe it. ``silent`` are seats of which nothing was heard, ``None`` for whoever
    is not to know.
    """

    forum: str
    start: date
    end: date
    resolved: Some[DecisionRow]
    deciding: Some[DecisionRow]
    decided: Some[AskRow]
    promised: Some[CommitmentRow]
    kept: Some[CommitmentRow]
    asked: Some[AskRow]
    told: Some[AskRow]
    learnt: Some[InformationRow]
    silent: tuple[str, ...] | None
    stand: int

    @property
    def empty(self) -> bool:
        """Whether nothing happened; silence alone is no news to send."""
        parts = (self.decided, self.promised, self.kept, self.asked, self.told)
        more = (self.resolved, self.deciding, self.learnt)
        return not any(part.total for part in (*parts, *more))


def summary(
    db: Connection, viewer: Viewer, forum: str, start: date, end: date, zone: ZoneInfo
) -> ForumSummary:
    """Return what ``viewer`` may know of these local days of ``forum``."""
    places = people.line(db, forum)
    span = Span(
        forums=places,
        start=datetime(start.year, start.month, start.day, tzinfo=zone),
        end=_after(end, zone),
    )
    here: list[ColumnElement[bool]] = [C.forum.in_(places), visible(viewer)]
    during = [C.since >= span.start, C.since < span.end]
    kept = [C.settled_on >= start, C.settled_on <= end]
    return ForumSummary(
        forum=forum,
        start=start,
        end=end,
        resolved=_resolved(db, viewer, places, _either(start, end)),
        deciding=_resolved(
            db, viewer, places, D.opened_on.between(start, end), D.closed_on.is_(None)
        ),
        decided=_asked(asks.concluded_in(db, viewer, span, SHOWN)),
        promised=_some(db, viewer, [*here, C.promised.is_(True), *during], C.due),
        kept=_some(db, viewer, [*here, *kept], C.settled_on),
        asked=_asked(asks.opened_in(db, viewer, span, SHOWN)),
        told=_asked(asks.told_in(db, viewer, span, SHOWN)),
        learnt=Some(*information.learnt_in(db, viewer, span, SHOWN)),
        silent=_silent(db, forum, span) if viewer.coordinates else None,
        stand=position(db, COMMITMENTS),
    )


def _after(end: date, zone: ZoneInfo) -> datetime:
    day = date.fromordinal(end.toordinal() + 1)
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _some(
    db: Connection,
    viewer: Viewer,
    wanted: Sequence[ColumnElement[bool]],
    order: ColumnElement[object],
) -> Some[CommitmentRow]:
    rows = rows_of(db, viewer, wanted, SHOWN, order, C.number)
    return Some(rows, total(db, wanted) if len(rows) == SHOWN else len(rows))


def _resolved(
    db: Connection,
    viewer: Viewer,
    forums: Sequence[str],
    *wanted: ColumnElement[bool],
) -> Some[DecisionRow]:
    found = decisions.listing(db, viewer, forums, (), SHOWN, None, *wanted)
    return Some(found.rows, found.total)


def _either(start: date, end: date) -> ColumnElement[bool]:
    """Return when a decision was counted, came into force or ended."""
    days = (D.closed_on, D.holds_since, D.ended_on)
    return or_(*(day.between(start, end) for day in days))


def _asked(found: asks.Asked) -> Some[AskRow]:
    return Some(found.rows, found.total)


def _silent(db: Connection, forum: str, span: Span) -> tuple[str, ...]:
    """Return the seats whose newest sign of life lies before the span."""
    heard = {sign.org for sign in pulse.signs(db, span.forums) if sign.at >= span.start}
    seated = {seat.org for seat in people.seats(db, forum)}
    return tuple(sorted(seated - heard))
