"""Checkpoints: what was signed of the log, kept for good (*Prüfstände*).

Never are two different roots of one size signed, and never one that does not
continue the newest: first the log is compared with what was signed of it before.
What witnesses sign comes later and stands under the note from then on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from adapters.audit.keys import Chain, chain, named
from adapters.audit.leaves import DamagedError, grow
from adapters.audit.signing import Place, Signer, kept, made
from adapters.journal.added import cosignature
from adapters.journal.tables import checkpoint
from core.bundle.head import may_sign
from core.checkpoint import Checkpoint, parse_checkpoint
from core.note import Key, Note, Signature, parse, parse_key, parse_signature
from core.tree import Tree


class OtherKeyError(Exception):
    """The log was signed with a key that is not at hand."""


class KeyChangedError(Exception):
    """Nothing can be signed of so long ago: another key signed then."""

    def __init__(self, size: int) -> None:
        """Keep the next size that was signed."""
        super().__init__(f"entry {size}")
        self.size = size


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
    if not has_table(db, checkpoint):
        return []
    ordered = _ROWS.order_by(checkpoint.c.number)
    if has_table(db, cosignature):
        return _read(db, ordered)
    return [signed_of(row.note, row.key) for row in db.execute(ordered)]


def newest(db: sa.Connection) -> Signed | None:
    """Return the largest, ``None`` if there is none; raises as ``stored``."""
    return next(iter(latest(db, 1)), None)


def latest(db: sa.Connection, limit: int) -> list[Signed]:
    """Return the largest ones, the largest first; raises as ``stored``."""
    return _read(db, _ROWS.order_by(checkpoint.c.number.desc()).limit(limit))


def covering(db: sa.Connection, position: int) -> Signed | None:
    """Return the first that covers an entry, if one does; raises as ``stored``."""
    wanted = _ROWS.where(checkpoint.c.size >= position).order_by(checkpoint.c.number)
    return next(iter(_read(db, wanted.limit(1))), None)


def numbered(db: sa.Connection, size: int) -> tuple[int, Signed] | None:
    """Return the checkpoint of ``size`` with its number; raises as ``stored``."""
    row = db.execute(_ROWS.where(checkpoint.c.size == size)).one_or_none()
    return None if row is None else (row.number, signed_of(row.note, row.key))


_ROWS: Final = sa.select(checkpoint.c.number, checkpoint.c.note, checkpoint.c.key)


def _read(db: sa.Connection, wanted: sa.Select[tuple[int, str, str]]) -> list[Signed]:
    rows = db.execute(wanted).all()
    added = _cosigned(db, [row.number for row in rows])
    return [signed_of(row.note, row.key, added.get(row.number, ())) for row in rows]


def _cosigned(
    db: sa.Connection, numbers: Sequence[int]
) -> Mapping[int, Sequence[Signature]]:
    """Return what witnesses signed, by the number of the checkpoint."""
    found: dict[int, list[Signature]] = {}
    if numbers:
        c = cosignature.c
        among = c.number.between(min(numbers), max(numbers))
        wanted = sa.select(c.number, c.line).where(among).order_by(c.number, c.key)
        for number, line in db.execute(wanted):
            found.setdefault(number, []).append(parse_signature(line))
    return found


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


def signed_of(said: str, key: str, added: Sequence[Signature] = ()) -> Signed:
    """Return what a row holds, with what was ``added``; raises as ``stored``."""
    note = parse(said)
    found = parse_checkpoint(note.text)
    return Signed(Note(note.text, (*note.signatures, *added)), parse_key(key), found)


def up_to(
    log: sa.Engine, place: Place, at: int | None = None
) -> tuple[Tree, list[Signed]]:
    """Return the first ``at`` entries, else all, and what was signed of them.

    The last is signed now if it was not before; the first time the key is made.

    Raises:
        DamagedError: an entry is missing, or was changed since it was signed.
        OtherKeyError: the log was signed with another key than the one at ``place``.
        KeyChangedError: an older one signed then.
        MalformedError: there is no key at ``place``.
        OSError: it cannot be used.
    """
    with log.connect() as db:
        tree = grow(Tree(), db, at)
        everything = stored(db)
        keys = chain_of(db)
    known = [each for each in everything if each.checkpoint.size <= len(tree)]
    last = known[-1] if known else None
    try:
        made_now = signed(tree, last, keys, place)
    except OtherKeyError:
        signer, later = kept(place.file), len(known) < len(everything)
        if signer is None or not later or signer.key not in {one for _, one in keys}:
            raise
        raise KeyChangedError(everything[len(known)].checkpoint.size) from None
    return tree, known if made_now is last else [*known, made_now]


def behind(log: sa.Engine, place: Place, at: int, until: int) -> list[Signed]:
    """Return what was signed behind ``at``, until a checkpoint covers ``until``.

    Where none does, exactly that many entries are signed. Raises as ``up_to``.
    """
    with log.connect() as db:
        further = [one for one in stored(db) if one.checkpoint.size > at]
    sizes = [one.checkpoint.size for one in further]
    if not any(size >= until for size in sizes):
        return up_to(log, place, until)[1][-len(sizes) - 1 :]
    covering = next(n for n, size in enumerate(sizes, 1) if size >= until)
    return further[:covering]


def signed(tree: Tree, last: Signed | None, keys: Chain, place: Place) -> Signed:
    """Return the checkpoint of all entries; ``last`` if it is that one already.

    ``last`` is the largest of no more entries, ``keys`` those of this log so far.
    Raises as ``up_to``.
    """
    if last is not None:
        size, root = last.checkpoint.size, last.checkpoint.root
        if size > len(tree) or tree.root(size) != root:
            raise DamagedError(size)
        if size == len(tree) and last.key in {key for _, key in keys}:
            return last
    signer = at_hand(last, keys, place)
    found = Checkpoint(signer.key.name, len(tree), tree.root())
    return Signed(signer.note(found.text()), signer.key, found)


def at_hand(last: Signed | None, keys: Chain, place: Place) -> Signer:
    """Return the key at ``place``, which may sign behind ``last``; raises as ``up_to``.

    As long as no key is known for the log, it is made.
    """
    signer = kept(place.file) if keys else made(place)
    before = None if last is None else last.key
    size = 0 if last is None else last.checkpoint.size
    if signer is None or (keys and signer.key not in may_sign(keys, before, size)):
        raise OtherKeyError(str(place.file))
    return signer


def chain_of(db: sa.Connection) -> Chain:
    """Return the keys that sign this log, the one of the first checkpoint first."""
    if not has_table(db, checkpoint):
        return chain(named(db), None)
    first = db.scalar(sa.select(checkpoint.c.key).order_by(checkpoint.c.number))
    return chain(named(db), None if first is None else parse_key(first))


def has_table(db: sa.Connection, table: sa.Table) -> bool:
    """Whether it is there: an older store, opened for reading, has none yet."""
    schemas = db.get_execution_options()["schema_translate_map"]
    return sa.inspect(db).has_table(table.name, schema=schemas[table.schema])
