"""Entries: pages of the log with texts, and where each stream was before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import sqlalchemy as sa

from adapters.journal.codec import Codec
from adapters.journal.reading import recorded
from adapters.journal.tables import event, text
from core.ports import Recorded

PAGE: Final = 500  # entries per statement
UNFIT: Final = (sa.exc.DBAPIError, TypeError, ValueError, OverflowError)
"""What a row raises that holds something else than its columns say."""


class Kept(NamedTuple):
    """A text in the vault."""

    salt: bytes
    text: str
    retention_class: str | None
    delete_after: str | None


@dataclass(slots=True)
class Entry:
    """A row of the log, with its texts."""

    position: int
    stream: str
    version: int
    kind: str
    recorded_at: int
    effective_on: str | None
    command_id: str | None
    n: int
    state: bytes
    leaf_hash: bytes
    before: int | None  # the entry that holds the version before
    texts: dict[str, Kept] = field(default_factory=dict)


def head(engine: sa.Engine) -> int:
    """Return the newest position, or 0."""
    with engine.connect() as db:
        return db.scalar(sa.select(sa.func.max(event.c.position))) or 0


def page(engine: sa.Engine, after: int, until: int) -> list[Entry]:
    """Return up to ``PAGE`` entries behind ``after``, up to and with ``until``."""
    with engine.connect() as db:
        return _entries(db, _some(after, until))


def of_stream(db: sa.Connection, stream: str, until: int) -> list[Entry]:
    """Return the entries of one stream, up to and with ``until``."""
    wanted = sa.select(event).where(event.c.stream == stream, event.c.position <= until)
    return _entries(db, wanted)


def at(db: sa.Connection, wanted: Sequence[int]) -> Iterator[Entry]:
    """Yield the entries at the positions ``wanted``, which rise."""
    for start in range(0, len(wanted), PAGE):
        some = event.c.position.in_(wanted[start : start + PAGE])
        yield from _entries(db, sa.select(event).where(some))


def pages(
    engine: sa.Engine,
    until: int,
    streams: Collection[str] | None,
    kinds: Collection[str],
) -> Iterator[list[Entry]]:
    """Yield all entries up to ``until``, those of ``streams`` if any are named.

    Then the entries of ``kinds`` come as well.
    """
    after = 0
    while after < until:
        wanted = _some(after, until)
        if streams is not None:
            wanted = wanted.where(event.c.stream.in_(streams) | event.c.kind.in_(kinds))
        with engine.connect() as db:
            found = _entries(db, wanted)
        if not found:
            return
        yield found
        after = found[-1].position


def _entries(db: sa.Connection, wanted: sa.Select[tuple[object, ...]]) -> list[Entry]:
    some = wanted.subquery("e")
    earlier = event.alias("earlier")
    version_before = sa.and_(
        earlier.c.stream == some.c.stream, earlier.c.version == some.c.version - 1
    )
    of_the_same = sa.and_(
        text.c.stream == some.c.stream, text.c.version == some.c.version
    )
    kept = (text.c.salt, text.c.text, text.c.retention_class, text.c.delete_after)
    with_texts = (
        sa.select(some, earlier.c.position, text.c.field, *kept)
        .select_from(
            some.outerjoin(earlier, version_before).outerjoin(text, of_the_same)
        )
        .order_by(some.c.position)
    )
    found: list[Entry] = []
    for *row, of, salt, said, class_, after_ in db.execute(with_texts):
        if not found or found[-1].position != row[0]:
            found.append(Entry(*row))
        if of is not None:
            found[-1].texts[of] = Kept(salt, said, class_, after_)
    return found


def positions(engine: sa.Engine, after: int, until: int) -> list[int]:
    """Return the positions of the entries that ``page`` would return."""
    some = _some(after, until).subquery("e")
    with engine.connect() as db:
        return list(db.scalars(sa.select(some.c.position)))


class Feed:
    """The log as the views read it."""

    def __init__(self, engine: sa.Engine, codec: Codec) -> None:
        """Read from ``engine``."""
        self._engine = engine
        self._codec = codec

    def since(self, position: int, until: int) -> Iterator[Recorded]:
        """Yield everything behind ``position``, up to and with ``until``."""
        of_the_same = sa.and_(
            text.c.stream == event.c.stream, text.c.version == event.c.version
        )
        columns = ("position", "stream", "version", "kind", "recorded_at", "state")
        named = [event.c[name] for name in columns]
        while position < until:
            last = min(position + PAGE, until)
            wanted = (
                sa.select(*named, text.c.field, text.c.text)
                .select_from(event.outerjoin(text, of_the_same))
                .where(event.c.position > position, event.c.position <= last)
                .order_by(event.c.position)
            )
            with self._engine.connect() as db:
                rows = [tuple(row) for row in db.execute(wanted)]
            yield from recorded(self._codec, rows)
            position = last


def _some(after: int, until: int) -> sa.Select[tuple[object, ...]]:
    return (
        sa.select(event)
        .where(event.c.position > after, event.c.position <= until)
        .order_by(event.c.position)
        .limit(PAGE)
    )
