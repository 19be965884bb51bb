"""Tree: the hash tree of a growing log, with its inner nodes kept (*Hashbaum*).

::

    row 2   [0..3]
    row 1   [0..1] [2..3] [4..5]
    row 0    0  1   2  3   4  5  6      append is one hash on average

Each row is one run of bytes: the roots of all complete trees of that height. So the
root and every proof at any earlier size are a few look-ups, and a million leaves
take 64 MB.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from core.merkle import EMPTY, HASH_BYTES, consistency, inclusion, node_hash, split

_PAIR = 2 * HASH_BYTES


class Tree:
    """All leaf hashes so far, and the nodes above them."""

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        """Begin with ``leaf_hashes``, 32 bytes each."""
        self._rows = [bytearray()]
        self.extend(leaf_hashes)

    def __len__(self) -> int:
        """Return how many leaves there are."""
        return len(self._rows[0]) // HASH_BYTES

    def append(self, leaf_hash: bytes) -> None:
        """Take the next leaf.

        Raises:
            ValueError: a hash has 32 bytes.
        """
        self.extend((leaf_hash,))

    def extend(self, leaf_hashes: Iterable[bytes]) -> None:
        """Take the next leaves; raises as ``append``, and then takes none."""
        more = list(leaf_hashes)
        if any(len(each) != HASH_BYTES for each in more):
            raise ValueError(f"a leaf hash has {HASH_BYTES} bytes")
        self._rows[0] += b"".join(more)
        height = 0
        while len(self._rows[height]) >= _PAIR:
            if height + 1 == len(self._rows):
                self._rows.append(bytearray())
            lower, upper = self._rows[height], self._rows[height + 1]
            for pair in range(2 * len(upper), len(lower) - HASH_BYTES, _PAIR):
                upper += sha256(b"\x01" + lower[pair : pair + _PAIR]).digest()
            height += 1

    def leaf_hash(self, index: int) -> bytes:
        """Return the hash of leaf ``index``, which must be there."""
        return self._range(index, index + 1)

    def root(self, size: int | None = None) -> bytes:
        """Return the root over the first ``size`` leaves, else over all.

        Raises:
            ValueError: there are not so many leaves.
        """
        return self._range(0, self._size(size))

    def inclusion_proof(self, index: int, size: int | None = None) -> list[bytes]:
        """Prove leaf ``index`` among the first ``size``; raises as ``root``."""
        return inclusion(self._range, index, self._size(size))

    def consistency_proof(self, old: int, new: int | None = None) -> list[bytes]:
        """Prove that ``new`` leaves begin with ``old``; raises as ``root``."""
        return consistency(self._range, old, self._size(new))

    def _size(self, size: int | None) -> int:
        if size is None:
            return len(self)
        if not 0 <= size <= len(self):
            raise ValueError(f"{size} of {len(self)} leaves")
        return size

    def _range(self, first: int, end: int) -> bytes:
        """Return the root of a part that begins where a tree of its size does."""
        width = end - first
        if not width:
            return EMPTY
        if not width & (width - 1):
            at = first // width * HASH_BYTES
            return bytes(self._rows[width.bit_length() - 1][at : at + HASH_BYTES])
        middle = first + split(width)
        return node_hash(self._range(first, middle), self._range(middle, end))
