"""Pool: the connections of this process to one PostgreSQL, lent to all regions.

There are two: whoever has a connection to views may need one to log or office as
well, never the other way round, so that nobody waits in a circle. Beside them a region
has three of its own: its writer's, the one that holds the lead, and the listener's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import Enum
from functools import partial
from threading import Lock
from typing import Any, Final, TypeAlias

import psycopg
import sqlalchemy as sa

READING: Final = 8  # connections to logs and offices at most
VIEWING: Final = 8  # connections to views that stay open
_MORE: Final = 24  # connections to views that come and go
_PATIENCE: Final = "10s"  # for a lock that another process holds
_UNHURRIED: Final = "synchronous_commit = off"  # what a crash loses is folded again


class _Use(Enum):
    """What a pool is for; how many connections stay open, and how many come and go."""

    READING = (READING, 0)
    VIEWING = (VIEWING, _MORE)


Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]


def connect(url: str) -> Connection:
    """Return a connection of one's own to ``url`` (``postgresql://…``).

    Raises:
        psycopg.OperationalError: the server is not there, or does not let us in.
    """
    connection = psycopg.connect(url, autocommit=True, connect_timeout=10)
    try:
        connection.execute(f"SET lock_timeout = '{_PATIENCE}'")
    except psycopg.Error:
        connection.close()
        raise
    return connection


def reading(url: str, schemas: Mapping[str, str]) -> sa.Engine:
    """Return the pool for whoever reads tables in ``schemas``, by their parts.

    Whoever has got it must ``leave_reading`` in the end.
    """
    return _joined(url, _Use.READING).execution_options(schema_translate_map=schemas)


def viewing(url: str, schema: str) -> sa.Engine:
    """Return the pool for the views in ``schema``.

    Whoever reads sees one moment; what is written there may be lost in a crash. Whoever
    has got it must ``leave_viewing`` in the end.
    """
    pool = _joined(url, _Use.VIEWING)
    engine = pool.execution_options(isolation_level="REPEATABLE READ")

    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(
            f'SET LOCAL search_path = "{schema}"; SET LOCAL {_UNHURRIED}'
        )

    sa.event.listen(engine, "begin", begin)
    return engine


def leave_reading(url: str) -> None:
    """Give the pool for logs and offices back; the last one closes it."""
    _left(url, _Use.READING)


def leave_viewing(url: str) -> None:
    """Give the pool for views back; the last one closes it."""
    _left(url, _Use.VIEWING)


_turn: Final = Lock()
_pools: Final[dict[tuple[str, _Use], sa.Engine]] = {}
_users: Final[Counter[tuple[str, _Use]]] = Counter()


def _joined(url: str, use: _Use) -> sa.Engine:
    key = (url, use)
    with _turn:
        _users[key] += 1
        if key not in _pools:
            _pools[key] = _pool(url, *use.value)
        return _pools[key]


def _left(url: str, use: _Use) -> None:
    key = (url, use)
    with _turn:
        _users[key] -= 1
        if not _users[key]:
            _pools.pop(key).dispose()


def _pool(url: str, size: int, more: int) -> sa.Engine:
    return sa.create_engine(
        "postgresql+psycopg://",
        creator=partial(connect, url),
        hide_parameters=True,
        pool_size=size,
        max_overflow=more,
        pool_pre_ping=True,
        pool_use_lifo=True,
        isolation_level="AUTOCOMMIT",
    )
