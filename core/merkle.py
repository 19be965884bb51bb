"""Merkle: the hash tree over the log, its proofs, and their judge (*Hashbaum*).

Source: RFC 9162, section 2.1, with SHA-256. All hashes are 32 bytes, counted from 0
as the leaves are. The root of ``size`` leaves::

    size 0                  --> SHA-256 of nothing
    size 1                  --> the leaf hash, SHA-256(0x00 ‖ leaf)
    k < size <= 2k          --> SHA-256(0x01 ‖ root of the first k ‖ root of the rest)

``verify_inclusion`` and ``verify_consistency`` never raise: whatever is malformed
proves nothing. An inclusion proof does not bind the size; a signed checkpoint does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Final, TypeAlias

HASH_BYTES: Final = 32
EMPTY: Final = sha256(b"").digest()

Roots: TypeAlias = Callable[[int, int], bytes]
"""Gives the root of the leaves from the first index up to before the second."""


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf."""
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two neighbours."""
    return sha256(b"\x01" + left + right).digest()


class Peaks:
    """A root that grows leaf by leaf and forgets the leaves (some 20 hashes)."""

    def __init__(self) -> None:
        """Begin empty."""
        self.size = 0
        self._peaks: list[bytes] = []  # of complete trees, the largest first

    def append(self, leaf_hash: bytes) -> None:
        """Take the next leaf."""
        peaks, complete = self._peaks, self.size
        while complete & 1:
            leaf_hash = node_hash(peaks.pop(), leaf_hash)
            complete >>= 1
        peaks.append(leaf_hash)
        self.size += 1

    def root(self) -> bytes:
        """Return the root of all leaves so far."""
        if not self._peaks:
            return EMPTY
        *left, found = self._peaks
        for peak in reversed(left):
            found = node_hash(peak, found)
        return found


def root(leaf_hashes: Iterable[bytes]) -> bytes:
    """Return the root over all ``leaf_hashes``."""
    peaks = Peaks()
    for each in leaf_hashes:
        peaks.append(each)
    return peaks.root()


def inclusion_proof(leaf_hashes: Sequence[bytes], index: int) -> list[bytes]:
    """Return what proves that leaf ``index`` is in the tree of all ``leaf_hashes``.

    Raises:
        ValueError: there is no such leaf.
    """
    return inclusion(_roots(leaf_hashes), index, len(leaf_hashes))


def consistency_proof(leaf_hashes: Sequence[bytes], old: int, new: int) -> list[bytes]:
    """Return what proves that the tree of ``new`` leaves begins with that of ``old``.

    Nothing needs to be proved from size 0 or between equal sizes.

    Raises:
        ValueError: there are not so many leaves, or ``old`` is more than ``new``.
    """
    if new > len(leaf_hashes):
        raise ValueError(f"{new} of {len(leaf_hashes)} leaves")
    return consistency(_roots(leaf_hashes), old, new)


def inclusion(roots: Roots, index: int, size: int) -> list[bytes]:
    """Return the inclusion proof by the roots of parts; raises as above."""
    if not 0 <= index < size:
        raise ValueError(f"leaf {index} of {size}")
    proof, first, end = [], 0, size
    while end - first > 1:
        middle = first + split(end - first)
        if index < middle:
            proof.append(roots(middle, end))
            end = middle
        else:
            proof.append(roots(first, middle))
            first = middle
    return proof[::-1]


def consistency(roots: Roots, old: int, new: int) -> list[bytes]:
    """Return the consistency proof by the roots of parts; raises as above."""
    if not 0 <= old <= new:
        raise ValueError(f"from {old} to {new} leaves")
    if old in (0, new):
        return []
    proof, first, end = [], 0, new
    while old != end:
        middle = first + split(end - first)
        if old <= middle:
            proof.append(roots(middle, end))
            end = middle
        else:
            proof.append(roots(first, middle))
            first = middle
    if first:  # else the old root itself, which the judge knows
        proof.append(roots(first, end))
    return proof[::-1]


def split(size: int) -> int:
    """Return how many of ``size`` leaves stand left: the next lower power of two."""
    return 1 << ((size - 1).bit_length() - 1)


def verify_inclusion(
    index: int, size: int, leaf_hash: bytes, proof: Sequence[bytes], root: bytes
) -> bool:
    """Whether leaf ``index`` of a tree with this ``root`` has this hash (2.1.3.2)."""
    if not (_sizes(index, size) and _hashes(proof) and _hashes([leaf_hash])):
        return False
    if index >= size:
        return False
    at, last, found = index, size - 1, leaf_hash
    for sibling in proof:
        if not last:
            return False
        if at & 1 or at == last:
            found = node_hash(sibling, found)
            at, last = _as_left_child(at, last)
        else:
            found = node_hash(found, sibling)
        at, last = at >> 1, last >> 1
    return not last and found == root


def verify_consistency(
    old_size: int,
    new_size: int,
    proof: Sequence[bytes],
    old_root: bytes,
    new_root: bytes,
) -> bool:
    """Whether the tree of the new root begins with that of the old one (2.1.4.2).

    Equal sizes need equal roots and an empty proof. That a tree grew out of nothing
    cannot be proved: refused, as in ``transparency-dev/merkle``.
    """
    if not (_sizes(old_size, new_size) and _hashes(proof)):
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    if not 0 < old_size < new_size or not proof or not _hashes([old_root, new_root]):
        return False
    known = [] if old_size & (old_size - 1) else [old_root]
    seed, *rest = [*known, *proof]
    at, last = old_size - 1, new_size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old_found = new_found = seed
    for sibling in rest:
        if not last:
            return False
        if at & 1 or at == last:
            old_found = node_hash(sibling, old_found)
            new_found = node_hash(sibling, new_found)
            at, last = _as_left_child(at, last)
        else:
            new_found = node_hash(new_found, sibling)
        at, last = at >> 1, last >> 1
    return not last and old_found == old_root and new_found == new_root


def _as_left_child(at: int, last: int) -> tuple[int, int]:
    """Go up the border for as long as there is no sibling to the right."""
    while at and not at & 1:
        at, last = at >> 1, last >> 1
    return at, last


def _sizes(*numbers: object) -> bool:
    return all(isinstance(number, int) and number >= 0 for number in numbers)


def _hashes(proof: object) -> bool:
    return isinstance(proof, list | tuple) and all(
        isinstance(each, bytes) and len(each) == HASH_BYTES for each in proof
    )


def _roots(leaf_hashes: Sequence[bytes]) -> Roots:
    return lambda first, end: root(leaf_hashes[first:end])
