"""Published: the public bundle, made once per checkpoint (*öffentliche Prüfdatei*).

Anybody may ask for it as often as they like, so it is written once into a file that
has no name and is gone with the last who reads it. It opens no text.
"""

from __future__ import annotations

import os
from tempfile import TemporaryFile
from typing import Final, TypeAlias
from weakref import finalize

import sqlalchemy as sa

from adapters.audit.bundle import CHUNK, chunks
from adapters.audit.checkpoints import newest
from adapters.audit.extent import Request, extent
from adapters.audit.keys import named
from adapters.audit.signing import Place
from adapters.audit.source import of_store
from adapters.journal.added import cosignature
from adapters.store import Store
from core.bundle.head import Scope
from core.checkpoint import Checkpoint

_PUBLIC: Final = Request(Scope.PUBLIC)
Stamp: TypeAlias = tuple[int, int, int]
"""What changes with every byte of it: the entries, who signed, who may."""


class File:
    """A bundle up to ``checkpoint``, ``length`` bytes long."""

    def __init__(self, checkpoint: Checkpoint, handle: int) -> None:
        """Close ``handle`` when nobody reads any more."""
        self.checkpoint = checkpoint
        self.length = os.fstat(handle).st_size
        self._handle = handle
        finalize(self, os.close, handle)

    def read(self, at: int) -> bytes:
        """Return some bytes; none at the end."""
        return os.pread(self._handle, CHUNK, at)


class Published:
    """The file of one open region; two may not ask for it at once."""

    def __init__(self, store: Store, place: Place) -> None:
        """Read from ``store``; nothing is signed with the key at ``place``."""
        self._store = store
        self._place = place
        self._last: tuple[Stamp, File] | None = None

    def made(self) -> tuple[Checkpoint | None, File | None]:
        """Return the newest checkpoint, and its file if it is made already.

        Raises:
            Refusal: the store is away.
        """
        newest, stamp = self._now()
        known = self._last is not None and self._last[0] == stamp
        return newest, self._last[1] if self._last and known else None

    def file(self) -> File | None:
        """Return the file up to the newest checkpoint; ``None``: there is none yet.

        Raises:
            DamagedError: the log is not what was signed.
            OtherKeyError: it was signed with no key of this log.
            Refusal: the store is away.
        """
        newest, stamp = self._now()
        if newest is None:
            return None
        if self._last is None or self._last[0] != stamp:
            self._last = stamp, self._written(newest.size)
        return self._last[1]

    def _now(self) -> tuple[Checkpoint | None, Stamp]:
        with self._store.reading() as db:
            last, keys = newest(db), len(named(db))
            signed = db.scalar(sa.select(sa.func.count()).select_from(cosignature))
        found = None if last is None else last.checkpoint
        return found, (found.size if found else 0, signed or 0, keys)

    def _written(self, size: int) -> File:
        with of_store(self._store) as source, TemporaryFile() as out:
            found = extent(source.log, self._place, _PUBLIC, size)
            out.writelines(chunks(source.log, found, _PUBLIC, []))
            out.flush()
            return File(found.newest.checkpoint, os.dup(out.fileno()))
