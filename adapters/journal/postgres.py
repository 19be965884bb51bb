"""PostgreSQL: the store in four schemas of a server, for several processes.

Each transaction takes the region's advisory lock first, so positions have no
gaps and are in the order of the commits. What is asked before the decision, and
what is written after it, travels in one round trip each (pipeline).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from types import MappingProxyType
from typing import Final

import psycopg
import sqlalchemy as sa
from psycopg import errors, sql
from psycopg.pq import TransactionStatus

from adapters.journal import leaf, pool
from adapters.journal.company import OF_THE_STORE, Company
from adapters.journal.database import (
    VERSION_ROW,
    Database,
    Opened,
    Row,
)
from adapters.journal.library import Driver
from adapters.journal.schema import tables
from adapters.journal.statements import POSTGRES
from adapters.settings import REGION
from core.errors import Code

_PARTS: Final = ("log", "vault", "office")
_LEADING: Final = 1  # makes the lock of the leader from that of the writers


def refusal_code(error: BaseException) -> Code | None:
    """Return what to tell whoever asked; ``None`` if the store is not to blame."""
    if isinstance(error, sa.exc.TimeoutError):  # all reading connections are lent
        return Code.STORE_UNAVAILABLE
    if isinstance(error, sa.exc.DBAPIError) and error.orig is not None:
        error = error.orig
    match error:
        case errors.DiskFull():
            return Code.DISK_FULL
        case errors.ReadOnlySqlTransaction() | errors.InsufficientPrivilege():
            return Code.STORE_READ_ONLY
        case psycopg.OperationalError() | psycopg.InterfaceError():
            return Code.STORE_UNAVAILABLE
        case _:
            return None


class PostgresDatabase(Database):
    """The connections to one region on a server."""

    # As text, bytes cost twice as much.
    _reading_as = MappingProxyType({"binary": True})

    def __init__(self, url: str, region: str = REGION) -> None:
        """Connect to ``url`` (``postgresql://…``); ``region`` begins the schemas.

        Raises:
            psycopg.OperationalError: the server is not there, or does not let us in.
        """
        super().__init__()
        self._schemas = {part: f"{region}_{part}" for part in _PARTS}
        names = {part: f'"{name}".' for part, name in self._schemas.items()}
        self.statements = POSTGRES.written("%s", names)
        digest = sha256(f"faden {region}".encode()).digest()
        self._lock = int.from_bytes(digest[:8], "big", signed=True)
        self._channel = f"faden_{region}"
        self._connect = partial(pool.connect, url)
        options = {"schema_translate_map": self._schemas}
        self._writing = sa.create_engine(
            "postgresql+psycopg://",
            creator=self._connect,
            hide_parameters=True,
            poolclass=sa.NullPool,
            isolation_level="AUTOCOMMIT",
            execution_options=options,
        )
        self._url = url
        self._reading = pool.reading(url, self._schemas)
        self._pending: list[tuple[str, str]] = []
        self._company = Company(self._connect, self._lock ^ _LEADING, self._channel)
        try:
            self._connection, self.raw = self._open()
        except BaseException:
            pool.leave_reading(url)
            raise

    @property
    def driver(self) -> Driver:
        """Psycopg."""
        return psycopg

    @property
    def connection(self) -> sa.Connection:
        """The writing connection; what was written before is sent first."""
        self._send()
        return self._connection

    def start(self) -> None:
        """Begin a transaction; nobody else writes to this region before it ends."""
        self._ready()
        self.raw.execute("BEGIN")
        self.raw.execute("SELECT pg_advisory_xact_lock(%s)", (self._lock,))

    def begin(self, command_ids: Sequence[str] = ()) -> Opened:
        """Begin a transaction, and look around, in one round trip."""
        self._ready()
        one = command_ids[0] if len(command_ids) == 1 else None
        many = None
        with self.raw.pipeline():
            self.raw.execute("BEGIN")
            self.raw.execute("SELECT pg_advisory_xact_lock(%s)", (self._lock,))
            seen = self.raw.execute(self.statements.opening, (one, one))
            if len(command_ids) > 1:
                wanted = leaf.canonical(command_ids).decode()
                many = self.raw.execute(self.statements.known_of_many, (wanted,))
        position, recorded, is_known = seen.fetchall()[0]
        known = frozenset(command_ids) if is_known else frozenset[str]()
        if many is not None:
            known = frozenset(id_ for (id_,) in many)
        return Opened(position or 0, recorded or 0, known)

    def find(self, statement: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return what the writing connection finds."""
        self._send()
        cursor = self.raw.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else []

    def write(self, statement: str, rows: Sequence[Row]) -> None:
        """Keep ``rows``, as one JSON array, for the next round trip."""
        if rows:
            self._pending.append((statement, leaf.canonical(rows).decode()))

    def commit(self, position: int) -> None:
        """Send everything, tell the other processes, and make it durable."""
        pending, self._pending = self._pending, []
        with self.raw.pipeline():
            for statement, rows in pending:
                self.raw.execute(statement, (rows,))
            if position:
                told = (self._channel, str(position))
                self.raw.execute("SELECT pg_notify(%s, %s)", told)
            self.raw.execute("COMMIT")

    def rollback(self) -> None:
        """Forget the transaction; a lost connection is opened again when needed."""
        self._pending = []
        try:
            if self.raw.info.transaction_status is not TransactionStatus.IDLE:
                self.raw.execute("ROLLBACK")
        except OF_THE_STORE:
            self.raw.close()

    @property
    def in_transaction(self) -> bool:
        """Whether what was written so far can still be committed."""
        return self.raw.info.transaction_status is TransactionStatus.INTRANS

    def refusal_code(self, error: BaseException) -> Code | None:
        """Return what to tell whoever asked; ``None`` if the store is not to blame."""
        return refusal_code(error)

    def version(self) -> int | None:
        """Return the version of the tables, ``None`` if there are none."""
        meta = f'"{self._schemas["log"]}".meta'
        ((there,),) = self.find("SELECT to_regclass(%s)::text", (meta,))
        if there is None:
            return None
        wanted = sql.SQL("SELECT value FROM {} WHERE name = %s").format(
            sql.Identifier(self._schemas["log"], "meta")
        )
        found = self.raw.execute(wanted, (VERSION_ROW,)).fetchall()
        return int(found[0][0])

    def make(self) -> None:
        """Make schemas and tables in the transaction that was started."""
        there = sa.inspect(self.connection).get_schema_names()
        for name in self._schemas.values():
            if name not in there:  # whoever may not make one may well use it
                self.connection.execute(sa.schema.CreateSchema(name))
        super().make()

    def scour(self) -> bool:
        """Write vault and office anew; what servers copy elsewhere ages out there.

        Statistics hold samples of what was stored, so they are made anew, too; a
        server that is not ours skips the table in which they lie.
        """
        self._ready()
        for part in ("vault", "office"):
            schema = self._schemas[part]
            for table in tables.sorted_tables:
                if table.schema == part:
                    names = sql.Identifier(schema, table.name)
                    self.raw.execute(sql.SQL("VACUUM (FULL, ANALYZE) {}").format(names))
        self.raw.execute("VACUUM (FULL) pg_catalog.pg_statistic")
        for statement in ("SELECT pg_switch_wal()", "CHECKPOINT"):
            with suppress(errors.InsufficientPrivilege):  # the server does so in time
                self.raw.execute(statement)
        return True

    def leads(self) -> bool:
        """Take the lead if nobody has it; it is lost with its connection."""
        return self._company.leads()

    def listen(self, heard: Callable[[int], None]) -> None:
        """Call ``heard`` in a thread of its own; a lost connection is made again."""
        self._company.listen(heard, lambda: self.raw.info.backend_pid)

    def close(self) -> None:
        """Close all connections."""
        with suppress(*OF_THE_STORE):  # else the listener looks by itself
            self.raw.execute("SELECT pg_notify(%s, '0')", (self._channel,))
        self._company.close()
        super().close()
        self._connection.close()
        self._writing.dispose()

    def _end_reading(self) -> None:
        pool.leave_reading(self._url)

    def _send(self) -> None:
        pending, self._pending = self._pending, []
        for statement, rows in pending:
            self.raw.execute(statement, (rows,))

    def _ready(self) -> None:
        """Have a connection that is in no transaction."""
        if self.raw.closed or self.raw.broken:
            if not self._connection.closed:  # else the server was away last time, too
                self._connection.invalidate()
                self._connection.close()
            self._connection, self.raw = self._open()
        elif self.raw.info.transaction_status is not TransactionStatus.IDLE:
            self.rollback()

    def _open(self) -> tuple[sa.Connection, psycopg.Connection[Row]]:
        connection = self._writing.connect()
        raw = connection.connection.driver_connection
        if not isinstance(raw, psycopg.Connection):
            raise TypeError(raw)
        return connection, raw
