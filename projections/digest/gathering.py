"""Gathering: what a digest tells, out of the views (*Zusammentragen*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    not_,
    or_,
    select,
)

from core.facts import Power
from projections import asks, entries, information, meetings, people
from projections.asks import AskRow
from projections.commitments import COMMITMENTS, CommitmentRow
from projections.commitments.queries import knows_pending
from projections.commitments.table import COLUMNS, TABLE, C, shown, visible
from projections.digest import deciding
from projections.digest.facts import Digest, Since, Some
from projections.digest.sent import thanked, told_upto
from projections.memory import remembered
from projections.span import Span
from projections.view import position
from projections.viewer import Viewer, among

SHOWN: Final = 5  # lines of one part; source: domain.md section 17
AHEAD: Final = timedelta(days=14)  # calendar days within which a promise is due soon
OWED_AHEAD: Final = timedelta(days=7)  # calendar days, for what others promised
LOOK_BACK: Final = timedelta(days=7)  # what is new without an earlier digest
_VIEWERS: Final = 256  # whose questions are kept; of all persons of an organisation one
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


_recorded_at: Final = remembered(entries.recorded_at)


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
    met = meetings.ahead(db, viewer, today, today + AHEAD)
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
        owed=_owed(db, viewer, today, "promised"),
        requested=_owed(db, viewer, today, "requested"),
        late=_late(db, viewer, today),
        missing=_missing(db, viewer, today),
        decide=deciding.to_answer(db, viewer, SHOWN),
        councils=deciding.councils(db, viewer, today + AHEAD, today, SHOWN),
        stuck=deciding.stuck(db, viewer, today, SHOWN),
        overdue=deciding.overdue(db, viewer, today, SHOWN),
        meetings=Some(met[:SHOWN], len(met)),
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


class _Question(NamedTuple):
    """What is asked of the commitments: the first rows, and how many there are."""

    rows: Select[Any]
    total: Select[Any]


def _question(
    viewer: Viewer,
    conditions: Sequence[ColumnElement[bool]],
    *ordering: ColumnElement[object],
) -> _Question:
    wanted = [*conditions, visible(viewer)]
    by = ordering or (C.due, C.number)
    return _Question(
        select(*COLUMNS).where(*wanted).order_by(*by).limit(SHOWN),
        select(func.count()).select_from(TABLE).where(*wanted),
    )


def _some(
    db: Connection, viewer: Viewer, question: _Question, **named: object
) -> Some[CommitmentRow]:
    found = db.execute(question.rows, named).mappings()
    rows = [shown(row, viewer) for row in found]
    full = len(rows) == SHOWN
    total = db.scalar(question.total, named) if full else len(rows)
    return Some(rows, total or 0)


def _asked(found: asks.Asked) -> Some[AskRow]:
    return Some(found.rows, found.total)


def _thanks(db: Connection, viewer: Viewer, since: Since) -> Some[CommitmentRow]:
    known = {"day": since.at.date(), "thanked": sorted(since.thanked)}
    return _some(db, viewer, _kept(viewer), **known)


# Made once for each viewer: to make a statement takes longer than to run it.
@lru_cache(maxsize=_VIEWERS)
def _kept(viewer: Viewer) -> _Question:
    kept = [
        among(C.holder, viewer.orgs),
        C.settled_on >= bindparam("day"),
        C.ref.not_in(bindparam("thanked", expanding=True)),
    ]
    return _question(viewer, kept, C.settled_on, C.number)


def _confirm(db: Connection, viewer: Viewer, today: date) -> Some[CommitmentRow]:
    """Return what waits for the viewer in person (rules O1 and D5)."""
    rows = _waiting(db, replace(viewer, person=""))
    own = [row for row in rows if _decides(db, viewer, row, today)]
    return Some(own[:SHOWN], len(own))


@remembered
def _waiting(db: Connection, viewer: Viewer) -> Sequence[CommitmentRow]:
    found = db.execute(_pending(viewer)).mappings()
    return [shown(row, viewer) for row in found]


@lru_cache(maxsize=_VIEWERS)
def _pending(viewer: Viewer) -> Select[Any]:
    waiting = [among(C.pending_org, viewer.orgs), knows_pending(viewer)]
    wanted = select(*COLUMNS).where(*waiting, visible(viewer))
    return wanted.order_by(C.due, C.number).limit(10 * SHOWN)


def _decides(db: Connection, viewer: Viewer, row: CommitmentRow, today: date) -> bool:
    acting = people.persons_of(db, row.pending_org or "", row.forum, today)
    able = {m.person for m in acting if Power.PROMISE.value in m.powers}
    return viewer.person in able


def _todo(db: Connection, viewer: Viewer, today: date) -> Some[CommitmentRow]:
    return _some(db, viewer, _to_move(viewer), ahead=today + AHEAD)


@lru_cache(maxsize=_VIEWERS)
def _to_move(viewer: Viewer) -> _Question:
    soon = or_(C.promised.is_(False), C.due <= bindparam("ahead"))
    return _question(viewer, [among(C.mover, viewer.orgs), soon])


def _owed(
    db: Connection, viewer: Viewer, today: date, kind: str
) -> Some[CommitmentRow]:
    until = {"ahead": today + OWED_AHEAD}
    until |= {"today": today} if viewer.coordinates else {}
    return _some(db, viewer, _theirs(viewer, kind), **until)


@lru_cache(maxsize=_VIEWERS)
def _theirs(viewer: Viewer, kind: str) -> _Question:
    others = not_(among(C.mover, viewer.orgs))
    stands = C.promised.is_(kind == "promised")
    theirs = [C.open.is_(True), stands, among(C.asker, viewer.orgs), others]
    late = and_(C.due < bindparam("today"), C.mover == C.holder)
    theirs += [not_(late)] if viewer.coordinates else []  # a part of its own
    return _question(viewer, [*theirs, C.due <= bindparam("ahead")])


def _late(db: Connection, viewer: Viewer, today: date) -> Some[CommitmentRow]:
    """Return where others are to move and late, for coordination alone (rule 11).

    What became late last stands first: no other message tells it.
    """
    if not viewer.coordinates:
        return Some((), 0)
    return _some(db, viewer, _between_others(viewer), today=today)


@lru_cache(maxsize=_VIEWERS)
def _between_others(viewer: Viewer) -> _Question:
    others = [C.mover == C.holder, not_(among(C.holder, viewer.orgs))]
    late = [C.open.is_(True), C.due < bindparam("today"), *others]
    return _question(viewer, late, C.due.desc(), C.number)


def _missing(db: Connection, viewer: Viewer, today: date) -> Some[AskRow]:
    """Return others' asks without answers or result, for coordination alone."""
    if not viewer.coordinates:
        return Some((), 0)
    return _asked(asks.late(db, viewer, today, SHOWN))
