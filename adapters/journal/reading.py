"""Reading: rows of the log, joined with their texts, as recorded events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from adapters.journal import leaf
from adapters.journal.codec import Codec
from adapters.journal.database import Row
from core.ports import Recorded


def recorded(codec: Codec, rows: Iterable[Row]) -> Iterator[Recorded]:
    """Yield the events of ``rows``, of which each has one row per text.

    Raises:
        UnknownKindError: this program is older than the log.
    """
    last = 0
    head: Row = ()
    texts: dict[str, str] = {}
    for row in rows:
        if row[0] != last:
            if last:
                yield _one(codec, head, texts)
            last, head, texts = row[0], row, {}
        if row[6] is not None:
            texts[row[6]] = row[7]
    if last:
        yield _one(codec, head, texts)


def _one(codec: Codec, row: Row, texts: dict[str, str]) -> Recorded:
    position, stream, version, kind, at, state, _, _ = row
    event, origin = codec.decode(kind, state, texts)
    return Recorded(position, stream, version, leaf.instant(at), event, origin)
