"""History: what happened to one item, step by step (*Verlauf*).

Holds every event of every noun with its texts; erasing a text means building the
view again, as the vault then gives none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    Date,
    Index,
    Integer,
    String,
    Table,
    or_,
    select,
)

from core.ask.events import Opened
from core.catalogue import LETTERS, noun_of
from core.commitment import events
from core.decision import events as decision
from core.digest import Sent
from core.event import Event
from core.ports import Recorded
from projections import asks, commitments, decisions, disclosure, erasures, information
from projections.columns import METADATA, Moment
from projections.packing import packed, unpacked
from projections.rows import Row, Rows
from projections.steps import Step, step_of, told
from projections.view import View
from projections.viewer import MACHINE, Viewer

STEP: Final = Table(
    "step",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("stream", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("event", String, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("actor", String, nullable=False),
    Column("mandate", String, nullable=False),
    Column("on_behalf_org", String),
    Column("basis", String),
    Column("via", String, nullable=False),
    Column("source", String),
    Column("circle", String, nullable=False),
)
_C: Final = STEP.c
Index("step_by_stream", _C.stream, _C.version)
Index("step_by_actor", _C.actor, _C.position)


def of(db: Connection, viewer: Viewer, ref: str) -> Sequence[Step]:
    """Return the steps of one item, oldest first; ``ref`` is ``Z34`` or a stream.

    Nothing comes back of an item that the viewer may not see.
    """
    stream = ref if ":" in ref else f"{noun_of(ref)}:{ref}"
    parties = _parties(db, viewer, stream)
    if parties is None:
        return []
    query = select(STEP).where(_C.stream == stream).order_by(_C.version)
    steps = [step_of(dict(row)) for row in db.execute(query).mappings()]
    return _shown(_told_why(db, steps), viewer, parties)


def seen(
    db: Connection, viewer: Viewer, stream: str, recorded: Iterable[Recorded]
) -> Sequence[Step]:
    """Return the steps that ``recorded``, read from the log of one stream, is.

    Those that the viewer may not see are left out, as in ``of``.
    """
    parties = _parties(db, viewer, stream)
    if parties is None:
        return []
    steps = [step_of(_row(one)) for one in recorded]
    return _shown(_told_why(db, steps), viewer, parties)


def between(db: Connection, viewer: Viewer, seen: int, upto: int) -> Sequence[Step]:
    """Return what came behind ``seen``, up to ``upto``, as far as it may be seen."""
    span = (_C.position > seen, _C.position <= upto)
    streams = db.scalars(select(_C.stream).where(*span).distinct().order_by(_C.stream))
    found = [one for stream in streams.all() for one in of(db, viewer, stream)]
    here = [one for one in found if seen < one.position <= upto]
    return sorted(here, key=lambda one: one.position)


def in_forum(db: Connection, forum: str) -> Sequence[str]:
    """Return the streams of a forum and of all its items, whoever may see them."""
    items = (_C.stream.startswith(f"{noun}:") for noun in LETTERS)
    named = _C.event.contains(packed(forum), autoescape=True)
    query = select(_C.stream, _C.event).where(_C.version == 1, or_(*items), named)
    rows = db.execute(query.order_by(_C.position))
    found = [row.stream for row in rows if _forum(unpacked(row.event)) == forum]
    return [f"forum:{forum}", *found]


def _forum(event: Event) -> str | None:
    """Return the forum in which ``event``, or what it holds back, opens an item."""
    inner = getattr(event, "event", event)
    return getattr(inner, "forum", None)


def _told_why(db: Connection, steps: Sequence[Step]) -> Sequence[Step]:
    """Return ``steps`` with why their texts went, where any did."""
    went = erasures.gone(db, {step.position for step in steps})
    return [replace(one, gone=went.get(one.position, {})) for one in steps]


def _shown(
    steps: Sequence[Step], viewer: Viewer, parties: Sequence[str]
) -> Sequence[Step]:
    return [
        step
        for step in _without_answers(_without_drafts(steps, viewer), viewer)
        if viewer.may_see(step.circle, *parties)
    ]


def _parties(db: Connection, viewer: Viewer, stream: str) -> tuple[str, ...] | None:
    """Return whose matter it is, or ``None`` if it is not for the viewer."""
    noun, _, ref = stream.partition(":")
    match noun:
        case "commitment":
            row = commitments.get(db, viewer, ref)
            return None if row is None else (row.asker, row.holder)
        case "information":
            item = information.get(db, viewer, ref)
            return None if item is None else (item.org,)
        case "ask":
            asked = asks.get(db, viewer, ref)
            return None if asked is None else (asked.org, *asked.audience)
        case "decision":
            decided = decisions.get(db, viewer, ref)
            if decided is None:
                return None
            return (decided.org, *decisions.on_list(db, decided))
        case "person":
            own = viewer.oversees or viewer.person == ref
            return () if own else None
        case "nudge":
            own = viewer.oversees or viewer.is_party(ref)
            return (ref,) if own else None
        case "text" | "hold" | "export":  # they tell of items that may be closed
            return () if viewer.coordinates or viewer.audits else None
        case "organisation":
            return (ref,)
        case "digest":
            return _of_digest(db, viewer, stream)
        case _:
            return ()


def _of_digest(db: Connection, viewer: Viewer, stream: str) -> tuple[str, ...] | None:
    """Return whose it is: what was said to somebody is nobody else's business."""
    cell = db.scalar(select(_C.event).where(_C.stream == stream))
    event = unpacked(cell) if cell else None
    if not isinstance(event, Sent):
        return None
    own = viewer == MACHINE or viewer.person == event.to.text
    return (event.org, *viewer.orgs) if own else None


def _without_drafts(steps: Sequence[Step], viewer: Viewer) -> Sequence[Step]:
    """Leave out what only the drafting organisation knows (rule O1)."""
    if viewer.oversees:
        return steps
    kept: list[Step] = []
    hidden: set[int] = set()
    drafting = ""
    for step in steps:
        match step.event:
            case events.Drafted(org=org):
                drafting = org
                secret = org not in viewer.orgs
            case events.DraftDiscarded():
                secret = drafting not in viewer.orgs
            case decision.Prepared(org=org) | decision.PreparedDropped(org=org):
                secret = org not in viewer.orgs
            case events.TakenBack(version=version):
                secret = version in hidden
            case _:
                secret = False
        if secret:
            hidden.add(step.version)
        else:
            kept.append(step)
    return kept


def _without_answers(steps: Sequence[Step], viewer: Viewer) -> Sequence[Step]:
    """Leave out what others answered to an ask, where it promised to hide that."""
    opened = steps[0].event if steps else None
    if not isinstance(opened, Opened):
        return steps
    shown: list[Step] = []
    for step in steps:
        event = disclosure.shown(step.event, opened, viewer)
        facts, texts = told(event)
        shown.append(replace(step, event=event, facts=facts, texts=texts))
    return shown


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Keep every event as it is."""
    for recorded in batch:
        rows.add(STEP, _row(recorded))


def _row(recorded: Recorded) -> Row:
    origin = recorded.origin
    source = origin.source
    return {
        "position": recorded.position,
        "stream": recorded.stream,
        "version": recorded.version,
        "kind": recorded.event.KIND,
        "event": packed(recorded.event),
        "recorded_at": recorded.recorded_at,
        "effective_on": origin.effective_on,
        "actor": origin.actor,
        "mandate": origin.mandate,
        "on_behalf_org": origin.on_behalf_org,
        "basis": origin.basis.value if origin.basis else None,
        "via": origin.via.value,
        "source": source.text if source else None,
        "circle": origin.circle.value,
    }


HISTORY: Final = View("history.v1", (STEP,), fold)
