"""Gone: which texts and persons the log says are gone (*Gelöschtes*).

A text that was replaced may have been replaced again: where it was first sealed
lies a copy of what is said today, with the salt by which it can be proved at its own
place. Only ``event`` is read here, so that it can be compared with any vault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import msgspec
import sqlalchemy as sa

from adapters.journal.tables import event
from core.person import Forgotten
from core.text import Erased, Replaced

TEXTS: Final = ("text:", "text;")  # the streams of texts lie between these
PERSONS: Final = ("person:", "person;")
INSTEAD: Final = "text"  # the field that holds what is said instead
_AT_ONCE: Final = 500  # positions in one statement


class Place(NamedTuple):
    """Where a text lies in the vault."""

    stream: str
    version: int
    field: str


@dataclass(frozen=True, slots=True)
class Going:
    """A text that went, with the entries that sealed it and that say so."""

    entry: int
    leaf: int
    ground: str
    place: Place
    instead: Place | None  # where lies what is said in its place
    committed: str | None  # the commitment to that
    item: str = ""  # the stream in which it was said first


@dataclass(frozen=True, slots=True)
class Lost:
    """A person that was forgotten, and the entry that says so."""

    entry: int
    person: str
    ground: str


class _Body(msgspec.Struct):
    leaf: int
    field: str
    ground: str


class _State(msgspec.Struct):
    body: _Body
    sealed: dict[str, str | None] = {}


class _OfPerson(msgspec.Struct):
    body: dict[str, str]


_STATE: Final = msgspec.json.Decoder(_State)
_FORGOTTEN: Final = msgspec.json.Decoder(_OfPerson)


def newest(db: sa.Connection, behind: int = 0) -> int:
    """Return the last entry behind ``behind`` that lets something go, or 0."""
    last = sa.select(sa.func.max(event.c.position)).where(event.c.position > behind)
    return max(db.scalar(last.where(_of(kinds))) or 0 for kinds in _KINDS)


def goings(db: sa.Connection) -> list[Going]:
    """Return all texts that went, by the entries that say so."""
    columns = [event.c[name] for name in ("position", "stream", "version", "state")]
    rows = db.execute(sa.select(*columns).where(_of(_TEXT_KINDS))).all()
    bodies = [_STATE.decode(row.state) for row in rows]
    sealed = dict(_places(db, {each.body.leaf for each in bodies}))
    found = [
        Going(
            entry=row.position,
            leaf=said.body.leaf,
            ground=said.body.ground,
            place=Place(*sealed[said.body.leaf], said.body.field),
            instead=Place(row.stream, row.version, INSTEAD) if said.sealed else None,
            committed=said.sealed.get(INSTEAD),
        )
        for row, said in zip(rows, bodies, strict=True)
        if said.body.leaf in sealed
    ]
    said_in = {going.instead: going.place for going in found}
    return [replace(going, item=_item(going.place, said_in)) for going in found]


def _item(place: Place, said_in: Mapping[Place | None, Place]) -> str:
    while place in said_in:
        place = said_in[place]
    return place.stream


def lost(db: sa.Connection) -> list[Lost]:
    """Return all persons that were forgotten."""
    columns = (event.c.position, event.c.stream, event.c.state)
    rows = db.execute(sa.select(*columns).where(_of(_PERSON_KINDS)))
    return [
        Lost(at, stream.partition(":")[2], _FORGOTTEN.decode(state).body["ground"])
        for at, stream, state in rows
    ]


def today(all_of_them: Iterable[Going]) -> Mapping[Place, Going]:
    """Return what each place holds today: the going that decides it.

    Nothing is there unless it names what is said ``instead``.
    """
    by_place = {going.place: going for going in all_of_them}

    def last(going: Going) -> Going:
        while going.instead is not None and going.instead in by_place:
            going = by_place[going.instead]
        return going

    return {place: last(going) for place, going in by_place.items()}


def _of(of: tuple[tuple[str, str], tuple[str, ...]]) -> sa.ColumnElement[bool]:
    (first, behind), kinds = of
    between = sa.and_(event.c.stream >= first, event.c.stream < behind)
    return sa.and_(between, event.c.kind.in_(kinds))


def _places(
    db: sa.Connection, positions: Iterable[int]
) -> Iterator[tuple[int, tuple[str, int]]]:
    wanted = sorted(positions)
    columns = (event.c.position, event.c.stream, event.c.version)
    for start in range(0, len(wanted), _AT_ONCE):
        some = event.c.position.in_(wanted[start : start + _AT_ONCE])
        for position, stream, version in db.execute(sa.select(*columns).where(some)):
            yield position, (stream, version)


_TEXT_KINDS: Final = (TEXTS, (Erased.KIND, Replaced.KIND))
_PERSON_KINDS: Final = (PERSONS, (Forgotten.KIND,))
_KINDS: Final = (_TEXT_KINDS, _PERSON_KINDS)
