"""History: what happened to one item, step by step (*Verlauf*).

Holds every event of every noun with its texts; erasing a text means building the
view again, as the vault then gives none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import Enum
from typing import Final

from sqlalchemy import Column, Connection, Date, Index, Integer, String, Table, select

from core.ask.events import Figure, Opened
from core.ask.questions import Question, Value
from core.catalogue import noun_of
from core.commitment import events
from core.event import Event
from core.facts import Basis
from core.information import Funding
from core.ports import Circle, Recorded, Via
from core.sealed import Sealed
from projections import commitments, disclosure, information
from projections.columns import METADATA, Moment
from projections.packing import packed, unpacked
from projections.rows import Rows
from projections.view import View
from projections.viewer import Viewer

_TABLE: Final = Table(
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
_C: Final = _TABLE.c
Index("step_by_stream", _C.stream, _C.version)
Index("step_by_actor", _C.actor, _C.position)

Plain = str | int | date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One event with everything said around it.

    ``facts`` are its plain fields and ``texts`` what people typed (``None``:
    erased); a field of an event that waits for confirmation is called
    ``event.due``, its kind ``event.kind``. ``source`` is the link to the message.
    """

    position: int
    version: int
    kind: str
    event: Event
    facts: Mapping[str, Plain]
    texts: Mapping[str, str | None]
    recorded_at: datetime
    effective_on: date
    actor: str
    org: str
    role: str
    on_behalf_org: str | None
    basis: Basis | None
    via: Via
    source: str | None
    circle: Circle


def of(db: Connection, viewer: Viewer, ref: str) -> Sequence[Step]:
    """Return the steps of one item, oldest first; ``ref`` is ``Z34`` or a stream.

    Nothing comes back of an item that the viewer may not see.
    """
    stream = ref if ":" in ref else f"{noun_of(ref)}:{ref}"
    parties = _parties(db, viewer, stream)
    if parties is None:
        return []
    query = select(_TABLE).where(_C.stream == stream).order_by(_C.version)
    steps = [_step(dict(row)) for row in db.execute(query).mappings()]
    return [
        step
        for step in _without_answers(_without_drafts(steps, viewer), viewer)
        if viewer.may_see(step.circle, *parties)
    ]


def newest_of(db: Connection, person: str) -> str | None:
    """Return the item, such as ``Z34``, of the newest thing that ``person`` did."""
    query = select(_C.stream).where(_C.actor == person).order_by(_C.position.desc())
    stream = db.scalar(query.limit(1))
    return None if stream is None else stream.partition(":")[2]


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
        case "person":
            own = viewer.coordinates or viewer.audits or viewer.person == ref
            return () if own else None
        case "organisation":
            return (ref,)
        case _:
            return ()


def _without_drafts(steps: Sequence[Step], viewer: Viewer) -> Sequence[Step]:
    """Leave out what only the drafting organisation knows (rule O1)."""
    if viewer.coordinates or viewer.audits:
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


def _step(row: Mapping[str, object]) -> Step:
    cells = dict(row)
    mandate, event = str(cells.pop("mandate")), unpacked(str(cells["event"]))
    facts, texts = told(event)
    org, _, role = mandate.partition("/")
    cells |= {"event": event, "facts": facts, "texts": texts, "org": org, "role": role}
    cells["via"] = Via(str(cells["via"]))
    cells["circle"] = Circle(str(cells["circle"]))
    cells["basis"] = None if cells["basis"] is None else Basis(str(cells["basis"]))
    del cells["stream"]
    return Step(**cells)  # type: ignore[arg-type]  # the columns have these types


def told(
    event: Event | Funding, within: str = ""
) -> tuple[dict[str, Plain], dict[str, str | None]]:
    """Return the plain fields of ``event`` and its texts, nested ones included."""
    facts: dict[str, Plain] = {}
    texts: dict[str, str | None] = {}
    for part in fields(event):  # type: ignore[arg-type]  # every one is a dataclass
        name, value = within + part.name, getattr(event, part.name)
        match value:
            case Event() | Funding():
                inner, said = told(value, f"{name}.")
                facts |= inner
                texts |= said
                if isinstance(value, Event):
                    facts[f"{name}.kind"] = value.KIND
            case Sealed():
                texts[name] = value.text
            case Enum():
                facts[name] = value.value
            case tuple():
                facts[name] = tuple(_item(item) for item in value)
                given = [item for item in value if isinstance(item, Value)]
                texts |= {f"{name}.{one.question}": one.said.text for one in given}
            case None | str() | int() | date():
                facts[name] = value
            case _:
                raise TypeError(name)
    return facts, texts


def _item(item: object) -> str:
    """Return one of several things by its name."""
    match item:
        case Question(key=name) | Value(question=name):
            return name
        case Figure(question=name, said=said, count=count, total=total):
            return " ".join(part for part in (name, said, str(count), total) if part)
        case _:
            return str(item)


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Keep every event as it is."""
    for recorded in batch:
        origin = recorded.origin
        source = origin.source
        rows.add(
            _TABLE,
            {
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
            },
        )


HISTORY: Final = View("history.v1", (_TABLE,), fold)
