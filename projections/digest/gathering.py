"""Gathering: what a digest tells, out of the views (*Zusammentragen*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, not_, or_

from core.facts import Power
from projections import asks, history, information, people
from projections.asks import AskRow
from projections.commitments import COMMITMENTS, CommitmentRow
from projections.commitments.queries import knows_pending, rows_of, total
from projections.commitments.table import C, visible
from projections.digest.facts import Digest, Since, Some
from projections.digest.sent import thanked, told_upto
from projections.memory import remembered
from projections.span import Span
from projections.view import position
from projections.viewer import Viewer

SHOWN: Final = 5  # lines of one part; source: domain.md section 17
AHEAD: Final = timedelta(days=14)  # calendar days within which a promise is due soon
OWED_AHEAD: Final = timedelta(days=7)  # calendar days, for what others promised
LOOK_BACK: Final = timedelta(days=7)  # what is new without an earlier digest
FARTHEST: Final = timedelta(days=31)  # what is older is no news, whatever was sent


def since_the_last(db: Connection, person: str, now: datetime) -> Since:
    """Return what is new to ``person`` since the last whole digest they were sent."""
    upto = told_upto(db, person)
    at = _recorded_at(db, upto) if upto else None
    return Since(
        at=max(at or now - LOOK_BACK, now - FARTHEST),
        behind=upto,
        thanked=thanked(db, person),
    )


_recorded_at: Final = remembered(history.recorded_at)


def since_a_week(now: datetime) -> Since:
    """Return what is new in a week, for whoever asks in between."""
    return Since(at=now - LOOK_BACK)


def digest(
    db: Connection, viewer: Viewer, today: date, now: datetime, since: Since
) -> Digest:
    """Return how things stand for ``viewer``; ``today`` is local, ``now`` aware UTC."""
    held = people.mandates_of(db, viewer.person, today)
    shared = _shared(db, replace(viewer, person=""), today, now, since)
    return replace(
        shared,
        org=held[0].org if held else "",
        confirm=_confirm(db, viewer, today),
    )


@remembered
def _shared(
    db: Connection, viewer: Viewer, today: date, now: datetime, since: Since
) -> Digest:
    """Return what is the same for all who speak for the same organisations."""
    forums = _own_forums(db, viewer)
    span = Span(
        forums=[place for forum in forums for place in people.line(db, forum)],
        start=since.at,
        end=now + timedelta(microseconds=1),
        behind=since.behind,
        besides=sorted(viewer.orgs),
    )
    return Digest(
        org="",
        forums=forums,
        today=today,
        thanks=_thanks(db, viewer, since),
        answers=_asked(asks.awaited(db, viewer, SHOWN)),
        results=_asked(asks.owed(db, viewer, today, SHOWN)),
        confirm=Some((), 0),
        todo=_todo(db, viewer, today),
        owed=_owed(db, viewer, today),
        late=_late(db, viewer, today),
        missing=_missing(db, viewer, today),
        learnt=Some(*information.learnt_in(db, viewer, span, SHOWN)),
        told=_asked(asks.told_in(db, viewer, span, SHOWN)),
        concluded=_asked(asks.concluded_in(db, viewer, span, SHOWN)),
        stand=position(db, COMMITMENTS),
    )


def _own_forums(db: Connection, viewer: Viewer) -> tuple[str, ...]:
    """Return the forums at work in which the viewer's organisations sit, by name."""
    rows = [
        row for org in sorted(viewer.orgs) for row in people.shared_forums(db, org, org)
    ]
    rows.sort(key=lambda row: (row.name, row.forum))
    return tuple(dict.fromkeys(row.forum for row in rows))


def _some(
    db: Connection,
    viewer: Viewer,
    conditions: Sequence[ColumnElement[bool]],
    *ordering: ColumnElement[object],
) -> Some[CommitmentRow]:
    wanted = [*conditions, visible(viewer)]
    rows = rows_of(db, viewer, wanted, SHOWN, *ordering)
    return Some(rows, total(db, wanted) if len(rows) == SHOWN else len(rows))


def _asked(found: asks.Asked) -> Some[AskRow]:
    return Some(found.rows, found.total)


def _thanks(db: Connection, viewer: Viewer, since: Since) -> Some[CommitmentRow]:
    kept = [
        C.holder.in_(sorted(viewer.orgs)),
        C.settled_on >= since.at.date(),
        C.ref.not_in(sorted(since.thanked)),
    ]
    return _some(db, viewer, kept, C.settled_on, C.number)


def _confirm(db: Connection, viewer: Viewer, today: date) -> Some[CommitmentRow]:
    """Return what waits for the viewer in person (rules O1 and D5)."""
    rows = _waiting(db, replace(viewer, person=""))
    own = [row for row in rows if _decides(db, viewer, row, today)]
    return Some(own[:SHOWN], len(own))


@remembered
def _waiting(db: Connection, viewer: Viewer) -> Sequence[CommitmentRow]:
    waiting = [C.pending_org.in_(sorted(viewer.orgs)), knows_pending(viewer)]
    return rows_of(db, viewer, [*waiting, visible(viewer)], 10 * SHOWN)


def _decides(db: Connection, viewer: Viewer, row: CommitmentRow, today: date) -> bool:
    acting = people.persons_of(db, row.pending_org or "", row.forum, today)
    able = {m.person for m in acting if Power.PROMISE.value in m.powers}
    return viewer.person in able


def _todo(db: Connection, viewer: Viewer, today: date) -> Some[CommitmentRow]:
    soon = or_(C.promised.is_(False), C.due <= today + AHEAD)
    return _some(db, viewer, [C.mover.in_(sorted(viewer.orgs)), soon])


def _owed(db: Connection, viewer: Viewer, today: date) -> Some[CommitmentRow]:
    orgs = sorted(viewer.orgs)
    theirs: list[ColumnElement[bool]] = [C.open.is_(True), C.asker.in_(orgs)]
    theirs.append(C.mover.not_in(orgs))
    late = and_(C.due < today, C.mover == C.holder)
    theirs += [not_(late)] if viewer.coordinates else []  # a part of its own
    return _some(db, viewer, [*theirs, C.due <= today + OWED_AHEAD])


def _late(db: Connection, viewer: Viewer, today: date) -> Some[CommitmentRow]:
    """Return where others are to move and late, for coordination alone (rule 11).

    What became late last stands first: no other message tells it.
    """
    if not viewer.coordinates:
        return Some((), 0)
    others = [C.mover == C.holder, C.holder.not_in(sorted(viewer.orgs))]
    late = [C.open.is_(True), C.due < today, *others]
    return _some(db, viewer, late, C.due.desc(), C.number)


def _missing(db: Connection, viewer: Viewer, today: date) -> Some[AskRow]:
    """Return others' asks without answers or result, for coordination alone."""
    if not viewer.coordinates:
        return Some((), 0)
    return _asked(asks.late(db, viewer, today, SHOWN))
