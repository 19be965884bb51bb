"""Every proof is what RFC 9162 defines, and nothing made of one is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from typing import Final, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import merkle
from core.merkle import (
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    verify_consistency,
    verify_inclusion,
)
from core.tree import Tree

NOTHING: Final = sha256(b"").digest()
MANY: Final = [leaf_hash(b"%d" % number) for number in range(80)]
TREE: Final = Tree(MANY)

Proof: TypeAlias = list[bytes]


def by_the_book_root(leaves: Sequence[bytes]) -> bytes:
    """Return MTH of RFC 9162, 2.1.1, word by word."""
    if not leaves:
        return NOTHING
    if len(leaves) == 1:
        return leaves[0]
    k = half(len(leaves))
    halves = by_the_book_root(leaves[:k]) + by_the_book_root(leaves[k:])
    return sha256(b"\1" + halves).digest()


def by_the_book_path(m: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Return PATH of RFC 9162, 2.1.3.1, word by word."""
    if len(leaves) == 1:
        return []
    k = half(len(leaves))
    if m < k:
        return [*by_the_book_path(m, leaves[:k]), by_the_book_root(leaves[k:])]
    return [*by_the_book_path(m - k, leaves[k:]), by_the_book_root(leaves[:k])]


def by_the_book_proof(m: int, leaves: Sequence[bytes], *, whole: bool) -> list[bytes]:
    """Return SUBPROOF of RFC 9162, 2.1.4.1, word by word."""
    if m == len(leaves):
        return [] if whole else [by_the_book_root(leaves)]
    k = half(len(leaves))
    if m <= k:
        left = by_the_book_proof(m, leaves[:k], whole=whole)
        return [*left, by_the_book_root(leaves[k:])]
    right = by_the_book_proof(m - k, leaves[k:], whole=False)
    return [*right, by_the_book_root(leaves[:k])]


def half(size: int) -> int:
    """Return the largest power of two smaller than ``size``."""
    return next(1 << n for n in range(size) if 1 << n < size <= 2 << n)


@pytest.mark.parametrize("size", range(1, 81))
def test_every_inclusion_proof_is_as_the_rfc_defines_it(size: int) -> None:
    leaves = MANY[:size]
    root = by_the_book_root(leaves)
    assert merkle.root(leaves) == TREE.root(size) == root
    for index, leaf in enumerate(leaves):
        proof = TREE.inclusion_proof(index, size)
        assert proof == by_the_book_path(index, leaves)
        assert verify_inclusion(index, size, leaf, proof, root)
        assert TREE.leaf_hash(index) == leaf
    assert inclusion_proof(leaves, size // 2) == TREE.inclusion_proof(size // 2, size)


@pytest.mark.parametrize("new", range(1, 81))
def test_every_consistency_proof_is_as_the_rfc_defines_it(new: int) -> None:
    for old in range(1, new + 1):
        proof = TREE.consistency_proof(old, new)
        assert proof == by_the_book_proof(old, MANY[:new], whole=True)
        assert verify_consistency(old, new, proof, TREE.root(old), TREE.root(new))
    half_way = consistency_proof(MANY, (new + 1) // 2, new)
    assert half_way == TREE.consistency_proof((new + 1) // 2, new)


def mutations(proof: Proof) -> st.SearchStrategy[Proof]:
    """Return what somebody could make of a proof."""
    other = [leaf_hash(b"other")]
    flips = [
        [*proof[:at], bytes([one[0] ^ 1 << at % 8]) + one[1:], *proof[at + 1 :]]
        for at, one in enumerate(proof)
    ]
    shorter = [proof[:at] + proof[at + 1 :] for at in range(len(proof))]
    longer = [proof[:at] + other + proof[at:] for at in range(len(proof) + 1)]
    doubled = [[*proof[:at], one, *proof[at:]] for at, one in enumerate(proof)]
    swapped = [
        [*proof[:at], proof[at + 1], proof[at], *proof[at + 2 :]]
        for at, _ in enumerate(pairwise(proof))
    ]
    cut = [[*proof[:-1], proof[-1][:-1]]] if proof else []
    return st.sampled_from(flips + shorter + longer + doubled + swapped + cut)


@given(st.data())
def test_no_mutated_inclusion_proof_is_accepted(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 80))
    index = data.draw(st.integers(0, size - 1))
    proof, root = TREE.inclusion_proof(index, size), TREE.root(size)
    wrong = data.draw(mutations(proof))
    assert not verify_inclusion(index, size, MANY[index], wrong, root)
    elsewhere = data.draw(st.integers(-2, 2 * size).filter(lambda at: at != index))
    assert not verify_inclusion(elsewhere, size, MANY[index], proof, root)
    assert not verify_inclusion(index, size, leaf_hash(b"other"), proof, root)
    assert not verify_inclusion(index, size, MANY[index], proof, NOTHING)


@given(st.data())
def test_no_mutated_consistency_proof_is_accepted(data: st.DataObject) -> None:
    new = data.draw(st.integers(2, 80))
    old = data.draw(st.integers(1, new - 1))
    proof, roots = TREE.consistency_proof(old, new), (TREE.root(old), TREE.root(new))
    wrong = data.draw(mutations(proof))
    assert not verify_consistency(old, new, wrong, *roots)
    assert not verify_consistency(old, new, proof, *roots[::-1])
    assert not verify_consistency(old, new, proof, roots[0], NOTHING)
    assert not verify_consistency(old, new, proof, NOTHING, roots[1])
    assert not verify_consistency(new, old, proof, *roots)
    assert not verify_consistency(old + 1, new, proof, *roots)


@given(st.lists(st.integers(0, 30)), st.data())
def test_a_tree_may_grow_in_any_steps(steps: list[int], data: st.DataObject) -> None:
    tree, grown = Tree(), 0
    for step in steps:
        tree.extend(MANY[grown : grown + step])
        grown = min(grown + step, len(MANY))
    assert len(tree) == grown
    size = data.draw(st.integers(0, grown))
    assert tree.root(size) == by_the_book_root(MANY[:size])
