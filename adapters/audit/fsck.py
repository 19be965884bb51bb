"""Fsck: is what is stored still what was written? (*Bestandsprüfung*).

::

    file --> small tables --> entries, hashes, texts --> checkpoints --> vault
         --> office --> views

Each step is made even if one before found something, so that one run tells all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum, unique
from functools import partial

from adapters.audit import beside
from adapters.audit.difference import Difference, What, different
from adapters.audit.entries import UNFIT, Feed, head
from adapters.audit.log import of_log
from adapters.audit.signed import of_checkpoints
from adapters.audit.source import LOG, VIEWS, Source
from adapters.audit.texts import of_vault
from adapters.audit.views import of_views
from adapters.journal.codec import Codec, UnknownKindError, UnreadableError
from projections.view import View


@unique
class Part(StrEnum):
    """What takes long enough to tell how far it is."""

    LOG = "log"
    VIEWS = "views"


def fsck(
    source: Source,
    codec: Codec,
    views: Sequence[View],
    progress: Callable[[Part, int, int], None],
) -> Iterator[Difference]:
    """Yield what differs; ``progress`` gets part, position and head of the log.

    What is written while it runs is left for the next time.
    """
    log = source.log
    yield from beside.of_file(log, LOG)
    yield from _table("meta", beside.of_meta(log))
    try:
        newest = head(log)
    except UNFIT as error:
        yield _unreadable("event", error)
        return

    def reached(part: Part, position: int) -> None:
        progress(part, position, newest)

    entries = of_log(log, codec, newest, partial(reached, Part.LOG))
    yield from _table("event", entries)
    yield from _table("checkpoint", of_checkpoints(log))
    yield from _table("kind", beside.of_kinds(log))
    yield from _table("vault", of_vault(log))
    yield from _table("office", beside.of_office(log))
    if source.views is not None:
        yield from beside.of_file(source.views, VIEWS)
        feed = Feed(log, codec)
        compared = of_views(
            source.views, log, feed, views, partial(reached, Part.VIEWS)
        )
        yield from _table("view", compared)


def _table(name: str, differences: Iterable[Difference]) -> Iterator[Difference]:
    """Yield ``differences``; what cannot be read at all is one of them."""
    try:
        yield from differences
    except (*UNFIT, UnknownKindError, UnreadableError) as error:
        yield _unreadable(name, error)


def _unreadable(table: str, error: Exception) -> Difference:
    reason = str(getattr(error, "orig", error))
    return different(What.UNREADABLE, table=table, row="…", reason=reason)
