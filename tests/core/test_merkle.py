"""Hashes, proofs and refusals are those by which other logs are judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Final

import pytest

from core import merkle
from core.merkle import (
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    verify_consistency,
    verify_inclusion,
)
from core.tree import Tree

# Leaves and roots of 1 to 8 leaves: transparency-dev/merkle, proof/verify_test.go
LEAVES: Final = tuple(
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
)
ROOTS: Final = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
HASHES: Final = [leaf_hash(leaf) for leaf in LEAVES]
NOTHING: Final = sha256(b"").digest()


def test_a_leaf_hash_is_that_of_other_logs() -> None:
    # printf '\000L123456' | sha256sum; transparency-dev/merkle, rfc6962_test.go
    known = "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"
    assert leaf_hash(b"L123456").hex() == known


def test_the_roots_are_those_of_other_logs() -> None:
    assert merkle.root([]) == NOTHING
    for size, root in enumerate(ROOTS, 1):
        assert merkle.root(HASHES[:size]).hex() == root


def test_an_inclusion_proof_is_that_of_other_logs() -> None:
    # proof/verify_test.go, inclusionProofs: leaf 2 of 5 (counted from 1)
    assert [each.hex() for each in inclusion_proof(HASHES[:5], 1)] == [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]


def test_a_consistency_proof_is_that_of_other_logs() -> None:
    # proof/verify_test.go, consistencyProofs: from 6 to 7
    assert [each.hex() for each in consistency_proof(HASHES, 6, 7)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


SOME: Final = bytes.fromhex(
    "abacaba000000000000000000000000000000000000000000060061e00123456"
)
ANY: Final = b"don't care 1"
OTHER: Final = b"don't care 2"


@pytest.mark.parametrize(
    "old, new, proof, old_root, new_root, accepted",
    [  # transparency-dev/merkle, testdata/consistency/additional
        (0, 0, [], ANY, ANY, True),
        (1, 1, [], OTHER, OTHER, True),
        (0, 0, [], ANY, OTHER, False),
        (1, 1, [], ANY, OTHER, False),
        (0, 1, [], ANY, OTHER, False),
        (0, 1, [], NOTHING, OTHER, False),
        (0, 1, [NOTHING], NOTHING, NOTHING, False),
        (1, 0, [], ANY, OTHER, False),
        (2, 1, [], ANY, OTHER, False),
        (1, 2, [], ANY, OTHER, False),
        (0, 0, [], NOTHING, OTHER, False),
        (1, 1, [], NOTHING, OTHER, False),
        (0, 0, [NOTHING], NOTHING, NOTHING, False),
        (1, 1, [NOTHING], NOTHING, NOTHING, False),
    ],
)
def test_sizes_at_the_border_are_judged_as_by_others(
    old: int,
    new: int,
    proof: list[bytes],
    old_root: bytes,
    new_root: bytes,
    accepted: bool,  # noqa: FBT001
) -> None:
    assert verify_consistency(old, new, proof, old_root, new_root) is accepted


@pytest.mark.parametrize("index, size", [(0, 0), (0, 1), (1, 0), (2, 1)])
@pytest.mark.parametrize("leaf, root", [(SOME, b""), (b"", NOTHING), (SOME, NOTHING)])
def test_what_is_in_no_tree_is_refused(
    index: int, size: int, leaf: bytes, root: bytes
) -> None:  # transparency-dev/merkle, testdata/inclusion/additional
    assert not verify_inclusion(index, size, leaf, [], root)


MALFORMED: Final[tuple[object, ...]] = (
    None,
    7,
    b"",
    "text",
    [b""],
    [None, None, None],
    [NOTHING.hex()] * 3,
    [NOTHING + b"0"] * 3,
    [bytearray(NOTHING)] * 3,
    {NOTHING: 1},
)


@pytest.mark.parametrize("proof", MALFORMED)
def test_what_is_no_proof_is_refused_without_a_fuss(proof: Sequence[bytes]) -> None:
    root = merkle.root(HASHES)
    assert not verify_inclusion(1, 8, HASHES[1], proof, root)
    assert not verify_inclusion(0, 1, HASHES[0], proof, HASHES[0])
    assert not verify_consistency(6, 8, proof, merkle.root(HASHES[:6]), root)
    assert not verify_consistency(8, 8, proof, root, root)


@pytest.mark.parametrize("number", [-1, -(2**64), 2**64, None, 1.0, "1"])
def test_what_is_no_size_is_refused_without_a_fuss(number: int) -> None:
    leaf, root = HASHES[1], merkle.root(HASHES)
    path, proof = inclusion_proof(HASHES, 1), consistency_proof(HASHES, 1, 8)
    assert verify_inclusion(1, 8, leaf, path, root)
    assert not verify_inclusion(number, 8, leaf, path, root)
    assert not verify_inclusion(1, number, leaf, path, root)
    assert verify_consistency(1, 8, proof, HASHES[0], root)
    assert not verify_consistency(number, 8, proof, HASHES[0], root)
    assert not verify_consistency(1, number, proof, HASHES[0], root)


@pytest.mark.parametrize("none", [None, "", b"short", 7])
def test_what_is_no_hash_is_refused_without_a_fuss(none: bytes) -> None:
    root, six = merkle.root(HASHES), merkle.root(HASHES[:6])
    path, proof = inclusion_proof(HASHES, 1), consistency_proof(HASHES, 6, 8)
    assert not verify_inclusion(1, 8, none, path, root)
    assert not verify_inclusion(1, 8, HASHES[1], path, none)
    assert not verify_consistency(6, 8, proof, none, root)
    assert not verify_consistency(6, 8, proof, six, none)


def test_nothing_needs_to_be_proved_from_nothing_or_between_equals() -> None:
    assert consistency_proof(HASHES, 0, 8) == []
    assert consistency_proof(HASHES, 8, 8) == []
    assert consistency_proof([], 0, 0) == []


GENERATORS: Final[tuple[Callable[[], object], ...]] = (
    lambda: inclusion_proof(HASHES, 8),
    lambda: inclusion_proof([], 0),
    lambda: inclusion_proof(HASHES, -1),
    lambda: consistency_proof(HASHES, 3, 9),
    lambda: consistency_proof(HASHES, 5, 4),
    lambda: consistency_proof(HASHES, -1, 4),
    lambda: Tree(HASHES).root(9),
    lambda: Tree(HASHES).append(b"short"),
)


@pytest.mark.parametrize("asked", GENERATORS)
def test_nothing_is_proved_of_leaves_that_are_not_there(
    asked: Callable[[], object],
) -> None:
    with pytest.raises(ValueError, match=r"leaf|leaves"):
        asked()
