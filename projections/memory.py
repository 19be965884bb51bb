"""Memory: what a reader who asks much was told already (*Merkzettel*).

Only while somebody lays a memory beside the connection, and for queries about who is
who, whose answer seldom changes; whoever keeps it longer empties it when it does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeAlias, TypeVar

from sqlalchemy import Connection

P = ParamSpec("P")
R = TypeVar("R")

Memory: TypeAlias = dict[tuple[object, ...], Any]

_KEY: Final = "faden.memory"


@contextmanager
def remembering(db: Connection, memory: Memory) -> Iterator[None]:
    """Let queries on ``db`` that may be remembered be asked once."""
    db.info[_KEY] = memory
    try:
        yield
    finally:
        del db.info[_KEY]


def remembers(db: Connection) -> bool:
    """Whether somebody asks much, so that what is asked for all is worth it."""
    return _KEY in db.info


def remembered(
    query: Callable[Concatenate[Connection, P], R],
) -> Callable[Concatenate[Connection, P], R]:
    """Return ``query``, which is asked once for the same arguments, by position."""

    @wraps(query)
    def ask(db: Connection, /, *args: P.args, **named: P.kwargs) -> R:
        known = db.info.get(_KEY)
        if known is None:
            return query(db, *args, **named)
        at = (query, args, tuple(named.items()))
        if at not in known:
            known[at] = query(db, *args, **named)
        answer: R = known[at]
        return answer

    return ask
