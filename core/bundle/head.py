"""Head: the first line of a bundle, and the checkpoints behind it (*Kopf*)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from core.bundle.canonical import Value, list_in, number_in, text_in, unhex
from core.bundle.verdict import RefusedError, Said
from core.checkpoint import Checkpoint, parse_checkpoint
from core.merkle import EMPTY, verify_consistency
from core.note import (
    COSIGNATURE,
    ED25519,
    Key,
    MalformedError,
    UntrustedError,
    Verify,
    opened,
    parse,
    parse_key,
)

FORMAT: Final = 2
FORMATS: Final = (1, FORMAT)  # those that are read
AHEAD: Final = 86_400  # seconds by which a witness's clock may be ahead of ours


@unique
class Scope(StrEnum):
    """What a bundle holds."""

    FULL = "full"
    PUBLIC = "public"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Head:
    """What the first line says."""

    origin: str
    keys: tuple[tuple[int, Key], ...]  # that signed, and the entry announcing each
    scope: Scope
    size: int
    texts: bool  # those that are not erased are there
    witnesses: Mapping[Key, str]  # and the organisation of each

    @property
    def key(self) -> Key:
        """The key that signed the newest checkpoint."""
        return self.keys[-1][1]

    @property
    def whole(self) -> bool:
        """Whether every entry is there, disclosed or as a hash."""
        return self.scope is not Scope.PART


def head_of(value: Value) -> Head:
    """Return what the first line says.

    Raises:
        RefusedError: its key is that of another log.
        MalformedError: it says something else.
    """
    keys, texts = _keys(value), value["texts"]
    origin, scope = text_in(value, "origin"), text_in(value, "scope")
    witnesses = _witnesses(value)
    if not isinstance(texts, bool) or scope not in set(Scope):
        raise MalformedError("head")
    for _, key in keys:
        if key.name != origin:
            raise RefusedError(Said.ORIGIN, origin=origin, other=key.name)
    size = number_in(value, "size")
    return Head(origin, keys, Scope(scope), size, texts, witnesses)


def _keys(value: Value) -> tuple[tuple[int, Key], ...]:
    found = [(0, parse_key(text_in(value, "key")))]
    for each in list_in(value, "keys") if "keys" in value else ():
        if not isinstance(each, dict) or each.keys() != {"entry", "key"}:
            raise MalformedError("keys")
        entry, key = number_in(each, "entry"), parse_key(text_in(each, "key"))
        if entry <= found[-1][0] or key in {known for _, known in found}:
            raise MalformedError("keys")
        found.append((entry, key))
    if any(key.kind != ED25519 for _, key in found):
        raise MalformedError("keys")
    return tuple(found)


def _witnesses(value: Value) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for each in list_in(value, "witnesses"):
        if not isinstance(each, dict) or each.keys() != {"key", "org"}:
            raise MalformedError("witnesses")
        key = parse_key(text_in(each, "key"))
        if key.kind != COSIGNATURE or key in found:
            raise MalformedError("witnesses")
        found[key] = text_in(each, "org")
    return found


class Checkpoints:
    """The checkpoints of a bundle, each signed and grown out of the one before."""

    def __init__(self, head: Head, check: Verify, now: int) -> None:
        """Begin; ``now`` in seconds since 1970."""
        self._head = head
        self._check = check
        self._now = now
        self.roots: dict[int, bytes] = {}
        self.newest = Checkpoint(head.origin, 0, EMPTY)
        self.last = self.newest  # the one with all entries of the bundle
        self.witnessed: dict[int, frozenset[str]] = {}  # by size: which organisations
        self._signing: Key | None = None  # the key that signed the newest

    @property
    def complete(self) -> bool:
        """Whether the one with all entries of the bundle has come."""
        return bool(self.roots) and self.newest.size >= self._head.size

    def take(self, value: Value) -> None:
        """Take the next one.

        Raises:
            RefusedError: it is not to be believed.
            MalformedError: it is no checkpoint.
        """
        note = parse(text_in(value, "checkpoint"))
        now, before = parse_checkpoint(note.text), self.newest
        size, head = now.size, self._head
        if now.origin != head.origin:
            raise RefusedError(Said.ORIGIN, origin=head.origin, other=now.origin)
        is_later = self.complete
        if (size > head.size) != is_later or (self.roots and size <= before.size):
            raise RefusedError(Said.ORDER)
        log = {key for _, key in head.keys}
        try:
            signers = opened(note, (*log, *head.witnesses), self._check)
        except UntrustedError as error:
            raise RefusedError(Said.SIGNATURE, size=size, name=str(error)) from error
        self._signed(log & signers.keys(), size)
        if any((moment or 0) > self._now + AHEAD for moment in signers.values()):
            raise RefusedError(Said.FUTURE, size=size)
        proof = [unhex(each) for each in list_in(value, "consistency")]
        fits = (
            verify_consistency(before.size, size, proof, before.root, now.root)
            if before.size
            else not proof and (size > 0 or now.root == EMPTY)
        )
        if not fits:
            raise RefusedError(Said.CONSISTENCY, size=size, old=before.size)
        self.roots[size] = now.root
        self.newest = now
        if not is_later:
            self.last = now
        self._witnessed({head.witnesses[one] for one in signers.keys() - log}, size)

    def _witnessed(self, orgs: Collection[str], size: int) -> None:
        """Count whoever signed for all checkpoints before, too: it continues them."""
        self.witnessed[size] = frozenset()
        for before, known in self.witnessed.items():
            self.witnessed[before] = known.union(orgs)

    def _signed(self, by: Collection[Key], size: int) -> None:
        keys, before = self._head.keys, self.newest.size
        for key in may_sign(keys, self._signing, before):
            if key in by:
                self._signing = key
                return
        for entry, key in keys:
            if key in by and entry > before:
                raise RefusedError(Said.KEY_EARLY, size=size, entry=entry)
        raise RefusedError(Said.SIGNATURE, size=size, name=self._head.origin)


def may_sign(
    keys: Sequence[tuple[int, Key]], last: Key | None, size: int
) -> Sequence[Key]:
    """Return who may sign behind a checkpoint of ``size`` that ``last`` signed.

    That is ``last`` again, or the one after it if ``size`` covers the entry that
    announces it; at the beginning the first of ``keys``.
    """
    order = [key for _, key in keys]
    if last not in order:
        return order[:1]
    at = order.index(last)
    return [last, *(key for entry, key in keys[at + 1 : at + 2] if entry <= size)]
