"""Matrix: decisions by organisations, and what is awaited (*in den Räten*).

::

    ● approved   ◐ with conditions   ◌ by word of mouth   ○ open   ✕ refused
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select, true

from core.decision.councils import Step
from core.effect import Answer, Stance
from core.facts import Power
from projections import people
from projections.decisions import tables as t
from projections.decisions.queries import PAGE, listing
from projections.decisions.rows import CouncilRow, DecisionRow
from projections.decisions.showing import council_of
from projections.decisions.tables import C, G, P, visible
from projections.viewer import Viewer

Body: TypeAlias = Mapping[str, Any] | RowMapping
"""What is known of a body: its name, answer, meeting and the day of its result."""


@unique
class Mark(StrEnum):
    """How it stands with one organisation."""

    APPROVED = "approved"  # ● zugestimmt
    CONDITIONAL = "conditional"  # ◐ mit Maßgabe
    PROVISIONAL = "provisional"  # ◌ mündlich zugestimmt
    OPEN = "open"  # ○ offen
    REFUSED = "refused"  # ✕ abgelehnt
    EXPIRED = "expired"  # ✕ Frist verstrichen
    AGREED = "agreed"  # ● einverstanden, kein Gremium nötig
    DECLINED = "declined"  # – nicht dabei
    SILENT = "silent"  # · hat sich nicht geäußert


_MARK: Final[Mapping[str, Mark]] = {
    Answer.OPEN: Mark.OPEN,
    Answer.PROVISIONAL: Mark.PROVISIONAL,
    Answer.CONDITIONAL: Mark.CONDITIONAL,
    Answer.APPROVED: Mark.APPROVED,
    Answer.WAIVED: Mark.APPROVED,
    Answer.REFUSED: Mark.REFUSED,
    Answer.EXPIRED: Mark.EXPIRED,
}
_WORST: Final = (
    Answer.REFUSED,
    Answer.EXPIRED,
    Answer.CONDITIONAL,
    Answer.OPEN,
    Answer.PROVISIONAL,
    Answer.APPROVED,
    Answer.WAIVED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One organisation in a line; ``on`` is its result or, while open, the meeting."""

    org: str
    mark: Mark
    on: date | None
    body: str | None
    bound: bool
    late: bool  # as far as the viewer may know


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One decision with a cell for everybody on its list who is not recused."""

    row: DecisionRow
    cells: Sequence[Cell]

    @property
    def ready(self) -> int:
        """How many lack nothing of their own: what a threshold counts."""
        return len(self.row.ready)

    @property
    def in_councils(self) -> bool:
        """Whether any body has to do with it."""
        return any(cell.body for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Some lines of how many there are."""

    lines: Sequence[Line]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One line of what a council asks after (*Nachverfolgung*).

    ``on`` is the meeting, else the deadline. Why it is late and who looks after it
    are told to coordination and the organisation alone.
    """

    ref: str
    title: str
    forum: str
    mover: str
    body: str
    on: date | None
    step: Step
    delay: str | None
    delay_reason: str | None
    responsible: str | None
    late: bool


def matrix(
    db: Connection,
    viewer: Viewer,
    today: date,
    forums: Sequence[str] = (),
    limit: int = PAGE,
    before: int | None = None,
) -> Matrix:
    """Return the decisions that bodies have, the newest first.

    What holds for some stands there as long as a body is awaited.
    """
    there = C.in_councils.is_(True)
    found = listing(db, viewer, forums, (), limit, before, there)
    return Matrix(lines=lines(db, viewer, found.rows, today), total=found.total)


def lines(
    db: Connection, viewer: Viewer, rows: Sequence[DecisionRow], today: date
) -> Sequence[Line]:
    """Return ``rows``, each with its cells."""
    refs = [row.ref for row in rows]
    if not refs:
        return []
    narrow = select(G.ref, G.org, G.body, G.answer, G.meeting, G.on, G.awaited, G.last)
    bodies: dict[tuple[str, str], list[RowMapping]] = {}
    for one in db.execute(narrow.where(G.ref.in_(refs))).mappings().all():
        bodies.setdefault((one["ref"], one["org"]), []).append(one)
    seats = select(P.ref, P.org, P.stance, P.bound).where(P.ref.in_(refs))
    cells: dict[str, list[Cell]] = {ref: [] for ref in refs}
    listed = db.execute(seats.where(P.recused.is_(False)).order_by(P.ref, P.org))
    for ref, org, stance, bound in listed.all():
        own = bodies.get((ref, org), ())
        over = any(one["awaited"] and one["last"] < today for one in own)
        late = over and viewer.knows_of_lateness(org)
        cells[ref].append(cell_of(org, stance, own, bound=bound, late=late))
    return [Line(row=row, cells=cells[row.ref]) for row in rows]


def cell_of(
    org: str, stance: str | None, own: Sequence[Body], *, bound: bool, late: bool
) -> Cell:
    """Return what is shown of an organisation with its bodies."""
    worst = min(own, key=_badness, default=None)
    if stance in {Stance.NO.value, Stance.ABSTAIN.value}:
        worst, mark = None, Mark.DECLINED
    elif worst is None:
        mark = Mark.AGREED if stance else Mark.SILENT
    else:
        mark = _MARK[worst["answer"]]
    return Cell(
        org=org,
        mark=mark,
        on=worst["meeting" if mark is Mark.OPEN else "on"] if worst else None,
        body=worst["body"] if worst else None,
        bound=bound,
        late=late,
    )


def _badness(body: Body) -> tuple[int, str]:
    """Return what is shown of several bodies: the worst, then the first by name."""
    return _WORST.index(body["answer"]), body["body"]


def follow_up(
    db: Connection,
    viewer: Viewer,
    today: date,
    forums: Sequence[str] = (),
    limit: int = PAGE,
    orgs: Sequence[str] | None = None,
) -> tuple[Sequence[FollowUp], int]:
    """Return what bodies still owe, the nearest deadline first, and how much it is.

    Without ``orgs`` those of everybody.
    """
    seen = G.ref.in_(select(C.ref).where(visible(viewer)))
    all_of_them = true() if viewer.coordinates else seen
    wanted: list[ColumnElement[bool]] = [G.awaited.is_(True), all_of_them]
    wanted += [G.forum.in_(forums)] if forums else []
    wanted += [G.org.in_(orgs)] if orgs is not None else []
    both = t.COUNCIL.join(t.DECISION, C.ref == G.ref)
    query = select(*t.COUNCIL.c, C.title).select_from(both).where(*wanted)
    order = (G.last, G.number, G.org, G.body)
    found = db.execute(query.order_by(*order).limit(limit)).mappings().all()
    total = len(found)
    if total == limit:
        count = select(func.count()).select_from(t.COUNCIL).where(*wanted)
        total = db.scalar(count) or 0
    titles = [str(row["title"]) for row in found]
    cells = ({name: row[name] for name in row if name != "title"} for row in found)
    owed = [council_of(one, viewer, today) for one in cells]
    known = (one for one in owed if viewer.knows_of_lateness(one.org))
    unnamed = {(one.org, one.forum) for one in known if one.person is None}
    holders = {place: _holder(db, *place, today) for place in unnamed}
    return [
        _owed(one, title, holders.get((one.org, one.forum)), viewer)
        for one, title in zip(owed, titles, strict=True)
    ], total


def _owed(one: CouncilRow, title: str, holder: str | None, viewer: Viewer) -> FollowUp:
    """Return what a body owes; ``holder`` looks after it if nobody told anything."""
    return FollowUp(
        ref=one.ref,
        title=title,
        forum=one.forum,
        mover=one.org,
        body=one.body,
        on=one.meeting or one.deadline,
        step=one.step,
        delay=one.delay,
        delay_reason=one.delay_reason,
        responsible=one.person or holder if viewer.knows_of_lateness(one.org) else None,
        late=one.late,
    )


def _holder(db: Connection, org: str, forum: str, today: date) -> str | None:
    """Return who may agree for an organisation in a forum."""
    acting = people.persons_of(db, org, forum, today)
    return next((m.person for m in acting if Power.CONSENT.value in m.powers), None)
