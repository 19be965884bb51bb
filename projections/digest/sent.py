"""Sent: which digests went out, up to where they told, and who was thanked (*Versand*).

Of somebody whose name for us was erased nothing is kept here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import (
    BindParameter,
    Column,
    Connection,
    Integer,
    String,
    Table,
    bindparam,
    select,
)

from core import digest as core
from core.ports import Recorded
from projections.columns import METADATA, Moment, ordered
from projections.rows import Row, Rows
from projections.view import View

_SENT: Final = Table(
    "digest_sent",
    METADATA,
    Column("person", ordered(), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("stream", String, nullable=False),
    Column("reach", String, nullable=False),
    Column("period", String, nullable=False),
    Column("upto", Integer, nullable=False),
    Column("wording", String),
    Column("sent_at", Moment, nullable=False),
)
_THANKED: Final = Table(
    "digest_thanked",
    METADATA,
    Column("person", ordered(), primary_key=True),
    Column("ref", ordered(), primary_key=True),
)
_S: Final = _SENT.c


class SentRow(NamedTuple):
    """A digest that went out; ``wording`` is the neutral message, ``None`` if erased.

    ``position`` is its entry in the log, by which it can be proved.
    """

    position: int
    reach: str
    period: str
    upto: int
    wording: str | None
    sent_at: datetime


def sent_to(db: Connection, person: str, limit: int = 20) -> Sequence[SentRow]:
    """Return what ``person`` was sent, newest first."""
    columns = [_S[name] for name in SentRow._fields]
    query = select(*columns).where(_S.person == person)
    found = db.execute(query.order_by(_S.position.desc()).limit(limit))
    return [SentRow(*row) for row in found]


def told_upto(db: Connection, person: str) -> int:
    """Return up to where the newest whole digest of ``person`` told; 0: none."""
    return db.scalar(_UPTO, {"who": person}) or 0


def thanked(db: Connection, person: str) -> frozenset[str]:
    """Return for which commitments ``person`` was thanked."""
    return frozenset(db.scalars(_REFS, {"who": person}))


_WHO: Final[BindParameter[str]] = bindparam("who")
_REFS: Final = select(_THANKED.c.ref).where(_THANKED.c.person == _WHO)
_UPTO: Final = (
    select(_S.upto)
    .where(_S.person == _WHO, _S.reach == core.Reach.ALL.value)
    .order_by(_S.position.desc())
    .limit(1)
)


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Note every digest that went out."""
    sent = [
        (recorded, recorded.event)
        for recorded in batch
        if isinstance(recorded.event, core.Sent) and recorded.event.to.text is not None
    ]
    thanked = {str(event.to.text) for _, event in sent if event.thanked}
    rows.load(_THANKED, thanked)
    known = {one: {r["ref"] for r in rows.of(_THANKED, one)} for one in thanked}
    for recorded, event in sent:
        person = str(event.to.text)
        rows.add(_SENT, _row(person, recorded, event))
        for ref in event.thanked:
            if ref not in known[person]:
                known[person].add(ref)
                rows.add(_THANKED, {"person": person, "ref": ref})


SENT: Final = View("digests.v1", (_SENT, _THANKED), fold)


def _row(person: str, recorded: Recorded, event: core.Sent) -> Row:
    return {
        "person": person,
        "position": recorded.position,
        "stream": recorded.stream,
        "reach": event.reach.value,
        "period": event.period,
        "upto": event.upto,
        "wording": event.wording.text,
        "sent_at": recorded.recorded_at,
    }
