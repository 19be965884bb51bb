"""Proving: whether entries are what was signed of them (*Beweis je Eintrag*).

An entry is proved by the first checkpoint that covers it, so that a proof once given
stays the same. Hashes are made anew from what is stored; the tree is read once and
then grown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, unique
from threading import Lock
from typing import Final, TypeAlias

import msgspec
from sqlalchemy import Connection

from adapters.audit.checkpoints import Signed, covering, stored
from adapters.audit.entries import Entry, at, of_stream
from adapters.audit.leaves import DamagedError, grow
from adapters.audit.signed import is_believed
from adapters.audit.single import deciding, single
from adapters.audit.texts import opens
from adapters.erasing.gone import Going, Place, goings, today
from adapters.journal import leaf
from adapters.store import Store
from core.checkpoint import Checkpoint
from core.merkle import verify_consistency, verify_inclusion
from core.tree import Tree


@unique
class Held(StrEnum):
    """What became of checking an entry."""

    SIGNED = "signed"  # it is what a checkpoint covers
    UNSIGNED = "unsigned"  # it fits its hash; no checkpoint covers it yet
    FORGED = "forged"  # the key of the log did not sign the checkpoint that covers it
    BROKEN = "broken"  # it is not what was written


@unique
class Wording(StrEnum):
    """What became of a text that people typed."""

    SAME = "same"  # as it was sealed
    NEW = "new"  # reworded since, as an entry says; this is what was sealed there
    GONE = "gone"  # erased, as an entry says
    UNEXPLAINED = "unexplained"  # it lies in the vault no more, and no entry says why
    OTHER = "other"  # it is not what was sealed


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known of one entry; ``hashes`` lead to the checkpoint's root."""

    held: Held
    checkpoint: Checkpoint | None
    hashes: tuple[bytes, ...]
    texts: Mapping[str, Wording]


@dataclass(frozen=True, slots=True)
class Continued:
    """The log at two sizes; ``hashes`` prove that the later begins as the earlier."""

    before: Checkpoint
    after: Checkpoint
    hashes: tuple[bytes, ...]
    holds: bool


class _State(msgspec.Struct):
    """What of a state is needed here."""

    sealed: dict[str, str | None] = {}


Gone: TypeAlias = Mapping[Place, Going]

_STATE: Final = msgspec.json.Decoder(_State)


class Proving:
    """Proves entries of one open region."""

    def __init__(self, store: Store) -> None:
        """Read from ``store``."""
        self._store = store
        self._tree = Tree()
        self._believed: set[Signed] = set()
        self._lock = Lock()

    def covering(self, position: int) -> Checkpoint | None:
        """Return the first checkpoint that covers an entry, if it is to be believed."""
        with self._lock, self._store.reading() as db:
            found = covering(db, position)
            believed = found is not None and self._believes(db, found)
        return found.checkpoint if found is not None and believed else None

    def single(self, positions: Sequence[int]) -> tuple[int, str] | None:
        """Return the proof, as a file, of the entry among these that decides.

        ``positions`` rise. ``None``: no checkpoint covers it yet.

        Raises:
            DamagedError: it is not what was signed, or not signed by the log's key.
        """
        with self._lock, self._store.reading() as db:
            entry = deciding(list(at(db, positions)))
            signed = covering(db, entry.position)
            if signed is None:
                return None
            if not self._believes(db, signed):
                raise DamagedError(entry.position)
            found = single(grow(self._tree, db), entry, signed)
        return entry.position, found.written()

    def between(self, old: int, new: int) -> Continued:
        """Return what the log was at two sizes, and whether the later continues it.

        Raises:
            DamagedError: an entry is missing.
        """
        with self._lock, self._store.reading() as db:
            tree = grow(self._tree, db)
            hashes = tree.consistency_proof(old, new)
            first, last = tree.root(old), tree.root(new)
        holds = verify_consistency(old, new, hashes, first, last)
        before, after = (Checkpoint("", n, r) for n, r in ((old, first), (new, last)))
        return Continued(before, after, tuple(hashes), holds)

    def of(self, streams: Iterable[str], until: int) -> Mapping[int, Proof]:
        """Return the proofs of all entries of ``streams`` up to ``until``."""
        with self._lock, self._store.reading() as db:
            try:
                tree, whole = grow(self._tree, db), True
            except DamagedError:
                tree, whole = self._tree, False
            known = stored(db) if whole else []
            gone, found = _gone(db), dict[int, Proof]()
            for stream in streams:
                for entry in of_stream(db, stream, until):
                    by = _covering(known, entry.position)
                    proof = _proof(entry, tree, by, gone)
                    if by and proof.held is Held.SIGNED and not self._believes(db, by):
                        proof = replace(proof, held=Held.FORGED)
                    found[entry.position] = proof
            return found

    def _believes(self, db: Connection, signed: Signed) -> bool:
        """Whether the key of the log signed this; what it did is not asked again."""
        if signed not in self._believed and is_believed(db, signed):
            self._believed.add(signed)
        return signed in self._believed


def _covering(checkpoints: Sequence[Signed], position: int) -> Signed | None:
    """Return the first checkpoint that covers an entry, if one does."""
    at = bisect_left([each.checkpoint.size for each in checkpoints], position)
    return checkpoints[at] if at < len(checkpoints) else None


def _gone(db: Connection) -> Gone:
    """Return what entries say is gone; nothing, where they cannot be read any more."""
    try:
        return today(goings(db))
    except (msgspec.DecodeError, TypeError):
        return {}


def _proof(entry: Entry, tree: Tree, by: Signed | None, gone: Gone) -> Proof:
    checkpoint = None if by is None else by.checkpoint
    index, hashes = entry.position - 1, list[bytes]()
    hashed = _hashed(entry)
    held = Held.BROKEN
    if index < len(tree) and hashed == tree.leaf_hash(index):
        held = Held.UNSIGNED
        if checkpoint is not None:
            hashes = tree.inclusion_proof(index, min(checkpoint.size, len(tree)))
            place = (index, checkpoint.size, hashed)
            holds = verify_inclusion(*place, hashes, checkpoint.root)
            held = Held.SIGNED if holds else Held.BROKEN
    return Proof(held, checkpoint, tuple(hashes), _texts(entry, gone))


def _hashed(entry: Entry) -> bytes | None:
    """Return the hash that an entry has today; ``None``: it cannot be read."""
    try:
        header = leaf.header(entry.kind, entry.recorded_at, entry.stream, entry.version)
        found = leaf.leaf_hash(header, entry.state)
    except (TypeError, ValueError):
        return None
    return found if found == entry.leaf_hash else None


def _texts(entry: Entry, gone: Gone) -> Mapping[str, Wording]:
    try:
        sealed = _STATE.decode(entry.state).sealed
    except (msgspec.DecodeError, TypeError):
        return {}
    return {
        field: _wording(entry, Place(entry.stream, entry.version, field), said, gone)
        for field, said in sorted(sealed.items())
    }


def _wording(entry: Entry, place: Place, said: str | None, gone: Gone) -> Wording:
    """Return what became of a text that was sealed as ``said``."""
    kept, going = entry.texts.get(place.field), gone.get(place)
    if kept is None:
        explained = said is None or (going is not None and going.instead is None)
        return Wording.GONE if explained else Wording.UNEXPLAINED
    instead = None if going is None else going.instead
    committed = said if going is None else going.committed
    if not opens(kept, instead or place, committed):
        return Wording.OTHER
    return Wording.SAME if going is None else Wording.NEW
