"""Erasures: what went or may go, why, who may still have it (*Löschverzeichnis*)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple, TypeAlias

from sqlalchemy import Column, Connection, Index, Integer, String, Table, or_, select

from core import export, person, text
from core.grounds import Ground
from core.ports import Recorded
from projections.columns import METADATA, Moment
from projections.rows import Row, Rows
from projections.view import View
from projections.viewer import Viewer

ERASURE: Final = Table(
    "erasure",
    METADATA,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("what", String, nullable=False),  # the keys of bots/deletions.py
    Column("leaf", Integer, nullable=False),  # 0: a person
    Column("field", String, nullable=False),
    Column("person", String),
    Column("ground", String),
    Column("actor", String, nullable=False),
    Column("recorded_at", Moment, nullable=False),
)
_EXPORT: Final = Table(
    "export",
    METADATA,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("scope", String, nullable=False),
    Column("upto", Integer, nullable=False),
    Column("item", String),
    Column("recipient", String),
    Column("actor", String, nullable=False),
    Column("recorded_at", Moment, nullable=False),
)
Index("erasure_by_leaf", ERASURE.c.leaf)
_E: Final = ERASURE.c
_X: Final = _EXPORT.c
_ARCHIVE: Final = ("offered", "taken", "declined")
Where: TypeAlias = tuple[int, str]
"""The entry that sealed a text, and its field."""


class Gone(NamedTuple):
    """Why a text is gone, and the entry that says so; ``instead``: it was reworded."""

    entry: int
    ground: Ground
    instead: bool


class Offer(NamedTuple):
    """When the archive was offered a text, and whether it has released it."""

    at: datetime  # aware, UTC
    released: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureRow:
    """A line of the register.

    ``what`` is offered, taken or declined (by the archive), erased, replaced or
    forgotten.
    """

    entry: int
    what: str
    leaf: int
    field: str
    person: str | None
    ground: Ground | None
    actor: str
    recorded_at: datetime
    item: str | None = None  # the stream to which the text belonged


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRow:
    """A file with texts that left; ``recipient`` as far as that was said."""

    entry: int
    scope: str
    upto: int
    item: str | None
    recipient: str | None
    actor: str
    recorded_at: datetime


def offers(db: Connection, leaves: Collection[int]) -> Mapping[Where, Offer]:
    """Return of the texts of these entries which the archive was offered."""
    wanted = select(ERASURE).where(_E.leaf.in_(leaves), _E.what.in_(_ARCHIVE))
    found: dict[Where, Offer] = {}
    for row in db.execute(wanted.order_by(_E.entry)):
        where, first = (row.leaf, row.field), row.what == "offered"
        found[where] = Offer(row.recorded_at if first else found[where].at, not first)
    return found


def gone(db: Connection, leaves: Collection[int]) -> Mapping[int, Mapping[str, Gone]]:
    """Return of each of the entries which of its texts are gone, and why."""
    query = select(ERASURE).where(_E.leaf.in_(leaves), _E.ground.is_not(None))
    found: dict[int, dict[str, Gone]] = {}
    for row in db.execute(query):
        told = Gone(row.entry, Ground(row.ground), row.what == "replaced")
        found.setdefault(row.leaf, {})[row.field] = told
    return found


def exports(db: Connection, viewer: Viewer, limit: int | None) -> Sequence[ExportRow]:
    """Return which files left, newest first; coordination and auditors may know."""
    if not viewer.oversees:
        return []
    query = select(_EXPORT).order_by(_X.entry.desc()).limit(limit)
    return [ExportRow(**row) for row in db.execute(query).mappings()]


def holders(db: Connection, leaf: int, item: str) -> Sequence[ExportRow]:
    """Return which files hold the texts of an entry of ``item``, oldest first."""
    whole = or_(_X.item.is_(None), _X.item == item)
    query = select(_EXPORT).where(_X.upto >= leaf, _X.entry > leaf, whole)
    return [ExportRow(**row) for row in db.execute(query.order_by(_X.entry)).mappings()]


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Note what went, and what left."""
    for recorded in batch:
        event = recorded.event
        match event:
            case export.Made(scope=scope, upto=upto, item=item, to=to):
                said = {"scope": scope.value, "upto": upto, "item": item}
                recipient = None if to is None else to.text
                rows.add(_EXPORT, {**_row(recorded), **said, "recipient": recipient})
            case person.Forgotten(ground=ground):
                about = {"person": recorded.ref, "leaf": 0, "field": ""}
                rows.add(ERASURE, _gone(recorded, "forgotten", ground, about))
            case text.Offered(leaf=leaf, field=field):
                about = {"person": None, "leaf": leaf, "field": field}
                rows.add(ERASURE, _gone(recorded, "offered", None, about))
            case text.Released(leaf=leaf, field=field, taken=taken):
                about = {"person": None, "leaf": leaf, "field": field}
                what = "taken" if taken else "declined"
                rows.add(ERASURE, _gone(recorded, what, None, about))
            case text.Erased(leaf=leaf, field=field, ground=ground):
                about = {"person": None, "leaf": leaf, "field": field}
                rows.add(ERASURE, _gone(recorded, "erased", ground, about))
            case text.Replaced(leaf=leaf, field=field, ground=ground):
                about = {"person": None, "leaf": leaf, "field": field}
                rows.add(ERASURE, _gone(recorded, "replaced", ground, about))
            case _:
                pass  # nothing goes with it


ERASURES: Final = View("erasures.v2", (ERASURE, _EXPORT), fold)


def _gone(recorded: Recorded, what: str, ground: Ground | None, about: Row) -> Row:
    value = None if ground is None else ground.value
    return {**_row(recorded), "what": what, "ground": value, **about}


def _row(recorded: Recorded) -> Row:
    return {
        "entry": recorded.position,
        "actor": recorded.origin.actor,
        "recorded_at": recorded.recorded_at,
    }
