"""Checkpoints: what was signed of the log, kept for good (*Prüfstände*).

Never are two different roots of one size signed, and never one that does not
continue the newest: first the log is compared with what was signed of it before.
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from adapters.audit.leaves import DamagedError, grow
from adapters.audit.signing import Place, kept, made
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


def stored(db: sa.Connection) -> list[Signed]:
    """Return all, the smallest first.

    Raises:
        MalformedError: what is stored is none.
    """
    if not has_table(db):
        return []
    wanted = sa.select(checkpoint.c.note, checkpoint.c.key)
    return [
        signed_of(note, key)
        for note, key in db.execute(wanted.order_by(checkpoint.c.number))
    ]


def newest(db: sa.Connection) -> Signed | None:
    """Return the largest, ``None`` if there is none; raises as ``stored``."""
    return next(iter(latest(db, 1)), None)


def latest(db: sa.Connection, limit: int) -> list[Signed]:
    """Return the largest ones, the largest first; raises as ``stored``."""
    wanted = sa.select(checkpoint.c.note, checkpoint.c.key)
    ordered = wanted.order_by(checkpoint.c.number.desc()).limit(limit)
    return [signed_of(note, key) for note, key in db.execute(ordered)]


def add(db: sa.Connection, new: Signed) -> Signed:
    """Keep ``new``, under the lock of all writers; return the newest then.

    Another process may have been quicker.

    Raises:
        DamagedError: it signed another root of the same size.
    """
    last = newest(db)
    if last is not None and last.checkpoint.size >= new.checkpoint.size:
        same = last.checkpoint.size == new.checkpoint.size
        if same and last.checkpoint != new.checkpoint:
            raise DamagedError(new.checkpoint.size)
        return last
    highest = db.scalar(sa.select(sa.func.max(checkpoint.c.number))) or 0
    db.execute(
        checkpoint.insert().values(
            number=highest + 1,
            size=new.checkpoint.size,
            note=new.note.written(),
            key=new.key.written(),
        )
    )
    return new


def signed_of(said: str, key: str) -> Signed:
    """Return what a row holds; raises as ``stored``."""
    note = parse(said)
    return Signed(note, parse_key(key), parse_checkpoint(note.text))


def up_to(
    log: sa.Engine, place: Place, at: int | None = None
) -> tuple[Tree, list[Signed]]:
    """Return the first ``at`` entries, else all, and what was signed of them.

    The last is signed now if it was not before; the first time the key is made.

    Raises:
        DamagedError: an entry is missing, or was changed since it was signed.
        OtherKeyError: the log was signed with another key than the one at ``place``.
        MalformedError: there is no key at ``place``.
        OSError: it cannot be used.
    """
    with log.connect() as db:
        tree = grow(Tree(), db, at)
        everything = stored(db)
    known = [each for each in everything if each.checkpoint.size <= len(tree)]
    last = known[-1] if known else None
    key = everything[0].key if everything else None
    made_now = signed(tree, last, key, place)
    return tree, known if made_now is last else [*known, made_now]


def signed(tree: Tree, last: Signed | None, key: Key | None, place: Place) -> Signed:
    """Return the checkpoint of all entries; ``last`` if it is that one already.

    ``last`` is the largest of no more entries, ``key`` the one of this log so far.
    Raises as ``up_to``.
    """
    if last is not None:
        size, root = last.checkpoint.size, last.checkpoint.root
        if size > len(tree) or tree.root(size) != root:
            raise DamagedError(size)
        if size == len(tree):
            return last
    signer = made(place) if key is None else kept(place.file)
    if signer is None or key not in {None, signer.key}:
        raise OtherKeyError(str(place.file))
    found = Checkpoint(signer.key.name, len(tree), tree.root())
    return Signed(signer.note(found.text()), signer.key, found)


def has_table(db: sa.Connection) -> bool:
    """Whether it is there: an older store, opened for reading, has none yet."""
    schemas = db.get_execution_options()["schema_translate_map"]
    return sa.inspect(db).has_table(checkpoint.name, schema=schemas[checkpoint.schema])
