"""Reading: rows of the log, joined with their texts, as recorded events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from adapters.journal import leaf
from adapters.journal.codec import Codec
from adapters.journal.database import Row
from core.ports import Recorded


def recorded(codec: Codec, rows: Iterable[Row]) -> Iterator[Recorded]:
    """Yield the events of ``rows``, of which each has one row per text.

    Raises:
        UnknownKindError: this program is older than the log.
    """
    for _, group in groupby(rows, itemgetter(0)):
        same = list(group)
        position, stream, version, kind, at, state, first, _ = same[0]
        texts = {} if first is None else {field: text for *_, field, text in same}
        event, origin = codec.decode(kind, state, texts)
        yield Recorded(
            position=position,
            stream=stream,
            version=version,
            recorded_at=leaf.instant(at),
            event=event,
            origin=origin,
        )
