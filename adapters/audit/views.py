"""Views: the live tables against the same ones built from the log (*Ansichten*).

Built in memory up to where the live ones are, then both are read row by row, the
live ones in one moment of theirs, so that a server beside may go on.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias

import sqlalchemy as sa

from adapters.audit.difference import Difference, What, different
from adapters.audit.entries import UNFIT, Feed, head
from projections import view as views_
from projections.asof import Shelf, build
from projections.register import Stand
from projections.view import View

_CHUNK: Final = 500  # rows fetched at once
_Cells: TypeAlias = tuple[Any, ...]


class _Found(NamedTuple):
    """A row, live or built."""

    key: _Cells
    cells: _Cells
    built: bool


def of_views(
    live: sa.Engine,
    log: sa.Engine,
    feed: Feed,
    views: Sequence[View],
    progress: Callable[[int], None],
) -> Iterator[Difference]:
    """Yield what differs in the live tables of ``views``."""
    shelf = Shelf()
    try:
        with live.connect() as db:
            stands = _stands(db, views)
        low = min((stand.position for stand in stands.values()), default=0)
        build(feed, shelf.engine, views, min(low, head(log)), progress)
        with live.connect() as db, shelf.engine.connect() as built:
            stands = _stands(db, views)
            newest = head(log)
            for view in views:
                stand = stands.get(view.noun)
                wrong = _stand_of(view, stand, newest)
                if wrong is not None or stand is None:
                    yield wrong or different(What.VIEW_MISSING, view=view.noun)
                    continue
                build(feed, shelf.engine, [view], stand.position)
                yield from _of_one(db, built, view, stand)
    finally:
        shelf.close()


def _stands(db: sa.Connection, views: Sequence[View]) -> dict[str, Stand]:
    found = ((view.noun, views_.stand(db, view)) for view in views)
    return {noun: stand for noun, stand in found if stand is not None}


def _stand_of(view: View, stand: Stand | None, newest: int) -> Difference | None:
    """Return why the tables of ``view`` cannot be compared."""
    if stand is None:
        return different(What.VIEW_MISSING, view=view.noun)
    if stand.version != view.version:
        facts = {"found": stand.version, "known": view.version}
        return different(What.VIEW_VERSION, view=view.noun, **facts)
    if stand.position > newest:
        return different(What.AHEAD_OF_LOG, table="view", row=view.noun)
    return None


def _of_one(
    db: sa.Connection, built: sa.Connection, view: View, stand: Stand
) -> Iterator[Difference]:
    for table in view.tables:
        try:
            yield from _indexes(db, table, stand.generation)
            yield from _rows(db, built, table)
        except UNFIT as error:
            reason = str(getattr(error, "orig", error))
            yield different(What.UNREADABLE, table=table.name, row="…", reason=reason)


def _indexes(
    db: sa.Connection, table: sa.Table, generation: int
) -> Iterator[Difference]:
    """Compare the names of the indexes, which carry the generation."""
    wanted = {f"{index.name}_{generation}" for index in table.indexes}
    there = {str(found["name"]) for found in sa.inspect(db).get_indexes(table.name)}
    for name in sorted(wanted - there):
        yield different(What.VIEW_INDEX, table=table.name, index=name)


def _rows(
    db: sa.Connection, built: sa.Connection, table: sa.Table
) -> Iterator[Difference]:
    """Compare two tables by walking along both in the order of their keys."""
    raw = db.dialect.name == built.dialect.name
    ours = (_Found(*row, built=False) for row in _walk(db, table, raw=raw))
    theirs = (_Found(*row, built=True) for row in _walk(built, table, raw=raw))
    both = heapq.merge(ours, theirs, key=attrgetter("key"))
    told: tuple[What, str] | None = None
    for key, same in groupby(both, attrgetter("key")):
        rows = {row.built: row.cells for row in same}
        if len(rows) == 1:
            what = What.ROW_MISSING if True in rows else What.ROW_SURPLUS
        elif rows[True] != rows[False]:
            what = What.ROW_CHANGED
        else:
            continue
        sheet = str(key[0])  # the rest of a key may be a word that somebody typed
        if told != (what, sheet):
            yield different(what, table=table.name, row=sheet)
        told = (what, sheet)


def _walk(
    db: sa.Connection, table: sa.Table, *, raw: bool
) -> Iterator[tuple[_Cells, _Cells]]:
    """Yield keys and rows in the order of the keys.

    ``raw`` is as they are stored: two databases of one kind are compared so.
    """
    keys = list(table.primary_key.columns)
    wanted: list[sa.ColumnElement[Any]] = [*keys, *table.columns]
    if raw:
        wanted = [sa.type_coerce(column, sa.types.NullType()) for column in wanted]
    ordering = [_by_code_point(key, db.dialect.name) for key in keys]
    numbered = [column.label(f"c{n}") for n, column in enumerate(wanted)]
    statement = sa.select(*numbered).order_by(*ordering)
    for row in db.execute(statement, execution_options={"yield_per": _CHUNK}):
        yield tuple(row[: len(keys)]), tuple(row[len(keys) :])


def _by_code_point(key: sa.Column[Any], dialect: str) -> sa.ColumnElement[Any]:
    """Order names the same way on every database."""
    if dialect == "postgresql" and isinstance(key.type, sa.String):
        return sa.collate(key, "C")
    return key
