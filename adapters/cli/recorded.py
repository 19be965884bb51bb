"""Recorded: the stored record, opened for reading beside whoever has it open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.cli.call import Call
from adapters.cli.marks import N_
from adapters.cli.trouble import Trouble, not_founded, of_store
from adapters.settings import Server

if TYPE_CHECKING:
    from adapters.audit.source import Source


def place(call: Call, data: str | None) -> Path | str:
    """Return where the record lies: a folder, or the address of a server.

    Raises:
        Trouble: there is no region in it.
    """
    folder = call.folder(data)
    if call.server is not None:
        return _checked(call.server)
    if not (folder / "faden.db").is_file():
        raise not_founded(folder)
    return folder


@contextmanager
def opened(call: Call, data: str | None) -> Iterator[Source]:
    """Open the record for reading; raises as ``place``, and at the end.

    Raises:
        Trouble: somebody opened the folder meanwhile, so that it may have changed.
    """
    from adapters.audit.source import MovedError, of_folder, of_server

    where = place(call, data)
    try:
        server = of_server(call.server) if call.server else None
        with server or of_folder(Path(where)) as source:
            yield source
    except MovedError as error:
        raise Trouble(
            N_(
                "{folder} was opened by another process while it was read, so nothing "
                "can be said for sure. Please run this once more."
            ),
            folder=where,
        ) from error


@contextmanager
def blaming(key: Path) -> Iterator[None]:
    """Put into words why the record cannot be signed with the key in ``key``."""
    from adapters.audit.checkpoints import KeyChangedError, OtherKeyError
    from adapters.audit.leaves import DamagedError
    from core.note import MalformedError

    try:
        yield
    except DamagedError as error:
        raise Trouble(
            N_(
                "The log is not what was written, as entry {position} shows, so "
                "nothing is signed. Please run faden audit fsck."
            ),
            position=error.position,
        ) from error
    except KeyChangedError as error:
        raise Trouble(
            N_(
                "So long ago the log was signed with an earlier key, so nothing new "
                "can be signed there. Please name entry {size}, which was signed then."
            ),
            size=error.size,
        ) from error
    except OtherKeyError as error:
        raise Trouble(
            N_(
                "The log was signed with another key than the one in {file}. Please "
                "put that file back from your backup, or name the right one in "
                "FADEN_LOG_KEY. If it is lost for good: faden audit rotate --lost."
            ),
            file=key,
        ) from error
    except MalformedError as error:
        raise Trouble(
            N_(
                "{file} holds no key of a log. Please put it back from your backup, "
                "or name the right file in FADEN_LOG_KEY."
            ),
            file=key,
        ) from error


def _checked(server: Server) -> str:
    """Return the address of a server that holds a region.

    Raises:
        Trouble: it does not, or cannot be read.
    """
    import sqlalchemy as sa

    from adapters.audit.entries import head
    from adapters.audit.source import of_server
    from adapters.store import shown
    from adapters.unopened import of_postgres

    try:
        with of_server(server) as source:
            head(source.log)
    except sa.exc.ProgrammingError as error:  # there are no such tables
        raise not_founded(shown(server)) from error
    except sa.exc.DBAPIError as error:
        found = of_postgres(shown(server), error)
        if found is None:
            raise
        raise of_store(found) from error
    return shown(server)
