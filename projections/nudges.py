"""Nudges: what is going to be reminded of, and what was (*Erinnerungen*).

Who was written to is for coordination, for whoever examines and for themselves; others
read only that their organisation was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, assert_never

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Index,
    Integer,
    String,
    Table,
    and_,
    func,
    or_,
    select,
)

from core import nudge
from core.nudge import Rung, Step
from core.ports import Recorded
from projections.columns import METADATA, ordered
from projections.rows import Row, Rows
from projections.view import View
from projections.viewer import Viewer

LADDER: Final = Table(
    "nudge_ladder",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("org", ordered(), primary_key=True),
    Column("due", Date),  # None: asked to be reminded of, never planned
    Column("silent", Date),
    Column("direct", Date),
    Column("coordination", Date),
    Column("done", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("again", Date),
    Column("asked", Boolean, nullable=False),
)
LOG: Final = Table(
    "nudge_log",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True),
    Column("ref", String, nullable=False),
    Column("org", String, nullable=False),
    Column("step", Integer, nullable=False),
    Column("what", String, nullable=False),  # sent, silent, suppressed, …
    Column("why", String),
    Column("on", Date, nullable=False),
    Column("again", Date),
    Column("person", String),
)
L: Final = LADDER.c
G: Final = LOG.c
Index("nudge_log_by_ref", G.ref, G.org, G.position)
Index("nudge_log_by_day", G.on, G.position)
Index("nudge_log_by_person", G.person, G.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The ladder of one item for one organisation, and how far it has come."""

    ref: str
    org: str
    due: date | None
    silent: date | None
    direct: date | None
    coordination: date | None
    done: int
    sent: int
    again: date | None
    asked: bool

    def next_day(self) -> date | None:
        """Return when a look is taken next, if ever."""
        step = self.next_step()
        if self.again is not None and step in {Step.WISHED, Step.DIRECT}:
            return self.again
        return self._day(step)

    def next_step(self) -> Step:
        """Return what would come then."""
        if self.asked:
            return Step.WISHED
        later = (step for step in Step if step > self.done)
        return next((step for step in later if self._day(step)), Step.COORDINATION)

    def _day(self, step: Step) -> date | None:
        return (None, self.silent, self.direct, self.coordination)[step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """One thing that was or was not said about one item, and why."""

    position: int
    ref: str
    org: str
    step: Step
    what: str
    why: str | None
    on: date
    again: date | None
    person: str | None


def ladder(db: Connection, ref: str, org: str) -> Ladder | None:
    """Return the ladder of ``ref`` for ``org``, if there is one."""
    found = _ladders(db, (L.ref == ref, L.org == org))
    return found[0] if found else None


def ladders(db: Connection) -> Sequence[Ladder]:
    """Return all ladders that still have something to come."""
    return _ladders(db, (L.due.is_not(None) | L.asked.is_(True),))


def due(db: Connection, today: date) -> Sequence[Ladder]:
    """Return the ladders of which a day has come that needs something."""
    steps = ((Step.SILENT, L.silent), (Step.DIRECT, L.direct))
    last = (Step.COORDINATION, L.coordination)
    come = [and_(day <= today, L.done < int(step)) for step, day in (*steps, last)]
    return _ladders(db, (or_(L.again <= today, *come),))


def log(
    db: Connection, viewer: Viewer, limit: int = 100, ref: str | None = None
) -> Sequence[Reminded]:
    """Return what was said and what was held back, the newest first."""
    query = select(LOG).order_by(G.position.desc(), G.n).limit(limit)
    if ref is not None:
        query = query.where(G.ref == ref)
    if not (viewer.coordinates or viewer.audits):
        query = query.where(G.org.in_(sorted(viewer.orgs)))
    return [_shown(dict(row), viewer) for row in db.execute(query).mappings()]


def written_on(db: Connection, day: date) -> frozenset[str]:
    """Return who was reminded of something on ``day``."""
    query = select(G.person).where(G.on == day, G.what == "sent").distinct()
    return frozenset(who for who in db.scalars(query) if who is not None)


def wished_by(db: Connection, ref: str, org: str) -> str | None:
    """Return who wants to be reminded of ``ref`` again."""
    query = select(G.person).where(G.ref == ref, G.org == org, G.what == "snoozed")
    return db.scalar(query.order_by(G.position.desc()).limit(1))


def counts(db: Connection, since: date) -> dict[str, int]:
    """Return how much was sent, held back, … from ``since`` on."""
    query = select(G.what, func.count()).where(G.on >= since).group_by(G.what)
    return {what: int(n) for what, n in db.execute(query)}


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Bring the tables up to date; ignore other aggregates."""
    mine = [(r, r.event) for r in batch if isinstance(r.event, nudge.Happening)]
    rows.load(LADDER, {ref for _, event in mine for ref, _, _ in _touched(event)})
    for recorded, event in mine:
        for ref, org, step in _touched(event):
            _climb(rows, ref, org, step, event)
        for n, entry in enumerate(_entries(recorded, event)):
            rows.add(LOG, {"position": recorded.position, "n": n, **entry})


NUDGES: Final = View("nudges.v1", (LADDER, LOG), fold)


def _touched(event: nudge.Happening) -> Iterable[tuple[str, str, int]]:
    match event:
        case nudge.Scheduled(org=org, plans=plans):
            return [(plan.ref, org, 0) for plan in plans]
        case nudge.Stopped(org=org, refs=refs):
            return [(ref, org, 0) for ref in refs]
        case nudge.Snoozed(ref=ref, org=org) | nudge.Woken(ref=ref, org=org):
            return [(ref, org, 0)]
        case nudge.Sent(about=about) | nudge.Suppressed(about=about):
            return [(one.ref, one.org, one.step) for one in about]
        case nudge.Delegated():
            return ()
        case _:
            assert_never(event)


def _climb(rows: Rows, ref: str, org: str, step: int, event: nudge.Happening) -> None:
    sheet = {row["org"]: row for row in rows.of(LADDER, ref)}
    before = sheet.pop(org, None)
    if not isinstance(event, nudge.Stopped):
        known = before or dict.fromkeys(column.name for column in LADDER.columns)
        rung = _rung(before) if before else Rung()
        new = nudge.climbed(rung, event, step)
        cells = {name: getattr(new, name) for name in _RUNG}
        sheet[org] = {**known, "ref": ref, "org": org, **_days(ref, event), **cells}
    rows.put(LADDER, ref, [sheet[one] for one in sorted(sheet)])


def _rung(row: Row) -> Rung:
    return Rung(
        done=row["done"], sent=row["sent"], again=row["again"], asked=row["asked"]
    )


_RUNG: Final = ("done", "sent", "again", "asked")


def _days(ref: str, event: nudge.Happening) -> Row:
    if not isinstance(event, nudge.Scheduled):
        return {}
    plan = next(plan for plan in event.plans if plan.ref == ref)
    names = ("due", "silent", "direct", "coordination")
    return {name: getattr(plan, name) for name in names}


def _entries(recorded: Recorded, event: nudge.Happening) -> list[Row]:
    cells: Row = {"why": None, "again": None, "person": None}
    match event:
        case nudge.Sent(about=about, on=on, to=to):
            what = "silent" if to is None else "sent"
            cells |= {"what": what, "on": on, "person": to and to.text}
        case nudge.Delegated(about=about, on=on, to=to):
            cells |= {"what": "delegated", "on": on, "person": to.text}
        case nudge.Suppressed(about=about, on=on, why=why, again=again):
            cells |= {"what": "suppressed", "on": on, "why": why.value, "again": again}
        case nudge.Snoozed(ref=ref, org=org, until=until, by=by):
            about = (nudge.About(ref=ref, org=org, step=nudge.Step.WISHED),)
            on = recorded.origin.effective_on
            cells |= {"what": "snoozed", "on": on, "again": until, "person": by.text}
        case nudge.Scheduled() | nudge.Stopped() | nudge.Woken():
            return []
        case _:
            assert_never(event)
    return [
        {"ref": one.ref, "org": one.org, "step": int(one.step), **cells}
        for one in about
    ]


def _ladders(db: Connection, wanted: Iterable[object]) -> Sequence[Ladder]:
    query = select(LADDER).where(*wanted).order_by(L.ref, L.org)  # type: ignore[arg-type]  # conditions
    return [Ladder(**row) for row in db.execute(query).mappings()]


def _shown(row: Row, viewer: Viewer) -> Reminded:
    own = viewer.coordinates or viewer.audits or row["person"] == viewer.person
    del row["n"]
    shown = {"step": Step(row["step"]), "person": row["person"] if own else None}
    return Reminded(**{**row, **shown})
