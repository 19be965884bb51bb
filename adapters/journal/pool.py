"""Pool: the connections of this process to one PostgreSQL, lent to all regions.

Who reads log, office or views of a region borrows one of few. Beside them a region
has three of its own: its writer's, the one that holds the lead, and the listener's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from threading import Lock
from typing import Any, Final, TypeAlias

import psycopg
import sqlalchemy as sa

CONNECTIONS: Final = 12  # lent at once at most
_PATIENCE: Final = "10s"  # for a lock that another process holds
_UNHURRIED: Final = "synchronous_commit = off"  # what a crash loses is folded again

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

    Whoever has got it, or that for views, must ``leave`` in the end.
    """
    return _joined(url).execution_options(schema_translate_map=schemas)


def viewing(url: str, schema: str) -> sa.Engine:
    """Return the pool for the views in ``schema``.

    Whoever reads sees one moment; what is written there may be lost in a crash.
    """
    engine = _joined(url).execution_options(isolation_level="REPEATABLE READ")

    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(
            f'SET LOCAL search_path = "{schema}"; SET LOCAL {_UNHURRIED}'
        )

    sa.event.listen(engine, "begin", begin)
    return engine


def leave(url: str) -> None:
    """Give the pool to ``url`` back; the last one closes it."""
    with _turn:
        _users[url] -= 1
        if not _users[url]:
            _pools.pop(url).dispose()


_turn: Final = Lock()
_pools: Final[dict[str, sa.Engine]] = {}
_users: Final[Counter[str]] = Counter()


def _joined(url: str) -> sa.Engine:
    with _turn:
        _users[url] += 1
        if url not in _pools:
            _pools[url] = _pool(url)
        return _pools[url]


def _pool(url: str) -> sa.Engine:
    return sa.create_engine(
        "postgresql+psycopg://",
        creator=partial(connect, url),
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_pre_ping=True,
        pool_use_lifo=True,
        isolation_level="AUTOCOMMIT",
    )
