"""Unopened: why a store cannot be opened, in kinds that can be put into words."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import sqlalchemy as sa

from core.errors import Code


class StoreError(Exception):
    """A store cannot be opened; ``where`` is its folder, or server and database."""

    def __init__(self, where: Path | str, detail: str = "") -> None:
        """Keep what is needed to put it into words."""
        super().__init__(f"{where}: {detail or (self.__doc__ or '').splitlines()[0]}")
        self.where = where
        self.detail = detail


class StoreInUseError(StoreError):
    """Another process has this folder open."""


class StoreReadOnlyError(StoreError):
    """The folder, its disk, or the server can only be read."""


class StoreForbiddenError(StoreError):
    """The account may not write here: that of the program, or that on the server."""


class NotAFolderError(StoreError):
    """There is something else under this name, or nothing could be made there."""


class StoreCorruptError(StoreError):
    """What lies there is damaged or is not a database of ours."""


class StoreFullError(StoreError):
    """The disk is full."""


class StoreNewerError(StoreError):
    """It was written by a newer version of the program."""


class StoreUnreachableError(StoreError):
    """The server does not answer."""


class StoreRefusedError(StoreError):
    """The server answers but does not let us in; ``detail`` are its words."""


def of_system(folder: Path, error: OSError) -> StoreError:
    """Return what the operating system refused."""
    match error.errno:
        case errno.EROFS:
            return StoreReadOnlyError(folder)
        case errno.EACCES | errno.EPERM:
            return StoreForbiddenError(folder)
        case errno.ENOSPC | errno.EDQUOT:
            return StoreFullError(folder)
        case _:
            return NotAFolderError(folder, error.strerror or "")


def of_sqlite(folder: Path, error: Exception) -> StoreError | None:
    """Return what SQLite refused; ``None`` if it is not to blame."""
    from adapters.journal.sqlite import error_name, refusal_code

    if not isinstance(error, sqlite3.Error | sa.exc.DBAPIError):
        return None
    match refusal_code(error):
        case Code.DISK_FULL:
            return StoreFullError(folder)
        case Code.STORE_READ_ONLY:
            return StoreReadOnlyError(folder)
        case _ if error_name(error) == "SQLITE_CANTOPEN":
            return StoreForbiddenError(folder)
        case _:
            return StoreCorruptError(folder, error_name(error))


def of_postgres(where: str, error: Exception) -> StoreError | None:
    """Return what PostgreSQL refused; ``None`` if it is not to blame.

    Who is not let in learns no code, only words behind ``FATAL:``.
    """
    import psycopg
    from psycopg import errors

    if isinstance(error, sa.exc.DBAPIError) and isinstance(error.orig, Exception):
        error = error.orig
    match error:
        case errors.DiskFull():
            return StoreFullError(where)
        case errors.ReadOnlySqlTransaction():
            return StoreReadOnlyError(where)
        case errors.InsufficientPrivilege():
            return StoreForbiddenError(where)
        case psycopg.OperationalError() | psycopg.InterfaceError():
            _, fatal, words = str(error).rpartition("FATAL:")
            if fatal:
                return StoreRefusedError(where, words.strip().partition("\n")[0])
            return StoreUnreachableError(where)
        case psycopg.ProgrammingError(sqlstate=None):  # no address at all
            return StoreUnreachableError(where)
        case psycopg.Error():
            return StoreCorruptError(where, type(error).__name__)
        case _:
            return None
