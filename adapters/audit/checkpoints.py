"""Checkpoints: what was signed of the log, kept for good (*Prüfstände*).

Never are two different roots of one size signed, and never one that does not
continue the newest: first the log is compared with what was signed of it before.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from adapters.audit.leaves import DamagedError, grow
from adapters.audit.signing import Signer, kept, made
from adapters.journal.tables import checkpoint
from core.checkpoint import Checkpoint, parse_checkpoint
from core.note import Key, Note, parse, parse_key
from core.tree import Tree


class OtherKeyError(Exception):
    """The log was signed with a key that is not at hand."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint with its signatures."""

    note: Note
    key: Key
    checkpoint: Checkpoint


def stored(db: sa.Connection, until: int | None = None) -> list[Signed]:
    """Return those of at most ``until`` entries, the smallest first.

    Raises:
        MalformedError: what is stored is none.
    """
    if not _has_table(db):
        return []
    wanted = sa.select(checkpoint.c.note, checkpoint.c.key)
    if until is not None:
        wanted = wanted.where(checkpoint.c.size <= until)
    return [
        signed_of(note, key)
        for note, key in db.execute(wanted.order_by(checkpoint.c.number))
    ]


def signed_of(said: str, key: str) -> Signed:
    """Return what a row holds; raises as ``stored``."""
    note = parse(said)
    return Signed(note, parse_key(key), parse_checkpoint(note.text))


def up_to(
    log: sa.Engine, file: Path, name: str, at: int | None = None
) -> tuple[Tree, list[Signed]]:
    """Return the first ``at`` entries, else all, and what was signed of them.

    The last is signed now if it was not before, with the key in ``file``; the first
    time that is made, for the log ``name``.

    Raises:
        DamagedError: an entry is missing, or was changed since it was signed.
        OtherKeyError: the log was signed with another key than the one in ``file``.
        MalformedError: there is no key in ``file``.
        OSError: it cannot be used.
    """
    with log.connect() as db:
        tree = grow(Tree(), db, at)
        known = stored(db, len(tree))
    last = known[-1] if known else None
    if last is None:
        return tree, [signed(made(file, name), tree)]
    continued(tree, last)
    if last.checkpoint.size == len(tree):
        return tree, known
    return tree, [*known, signed(of_same(last, file), tree)]


def of_same(last: Signed, file: Path) -> Signer:
    """Return the key in ``file`` if it signed ``last``; raises as ``up_to``."""
    signer = kept(file)
    if signer is None or signer.key != last.key:
        raise OtherKeyError(str(file))
    return signer


def continued(tree: Tree, last: Signed) -> None:
    """Refuse a log that does not continue what was signed; raises as ``up_to``."""
    size, root = last.checkpoint.size, last.checkpoint.root
    if size > len(tree) or tree.root(size) != root:
        raise DamagedError(size)


def signed(signer: Signer, tree: Tree) -> Signed:
    """Return the checkpoint of all entries."""
    found = Checkpoint(signer.key.name, len(tree), tree.root())
    return Signed(signer.note(found.text()), signer.key, found)


def _has_table(db: sa.Connection) -> bool:
    """Whether it is there: an older store, opened for reading, has none yet."""
    schemas = db.get_execution_options()["schema_translate_map"]
    return sa.inspect(db).has_table(checkpoint.name, schema=schemas[checkpoint.schema])
