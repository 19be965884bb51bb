"""Pseudonyms: names for what concerns one person, which tell nobody who it is.

The same parts give the same name for ever, so that what is done again is known; but
only whoever has the key can tell which person stands behind it. The key is made
once, by chance, and lies beside the log, never in an entry. Source: ``audit.md``,
"sealed are … the wording of digests and who was nudged".
"""

from __future__ import annotations

import hmac
import secrets
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import meta
from adapters.journal.writer import Writer

_ROW: Final = "pseudonyms"
_BYTES: Final = 32
_LENGTH: Final = 32  # hexadecimal digits: 128 bits


class Pseudonyms:
    """Names under the key of this store."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Keep the key in ``database``."""
        self._database = database
        self._writer = writer
        self._key: bytes | None = None

    def of(self, *parts: str) -> str:
        """Return the name of ``parts``: hexadecimal digits, fit for a stream."""
        if self._key is None:
            self._key = self._kept() or self._writer.run(_make).result()
        said = "\0".join(parts).encode()
        return hmac.digest(self._key, said, "sha256").hex()[:_LENGTH]

    def _kept(self) -> bytes | None:
        wanted = sa.select(meta.c.value).where(meta.c.name == _ROW)
        with self._database.reading() as connection:
            found = connection.execute(wanted).scalar_one_or_none()
        return None if found is None else bytes.fromhex(found)


def _make(connection: sa.Connection) -> bytes:
    """Make the key, unless another process was first."""
    wanted = sa.select(meta.c.value).where(meta.c.name == _ROW)
    found = connection.execute(wanted).scalar_one_or_none()
    if found is None:
        found = secrets.token_hex(_BYTES)
        connection.execute(meta.insert().values(name=_ROW, value=found))
    return bytes.fromhex(str(found))
