"""Signatures are judged as RFC 8032 says, and as by the usual library."""

from __future__ import annotations

from typing import Final

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from core.ed25519 import verify

VECTORS: Final = [  # RFC 8032, section 7.1: public key, message, signature
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
]
ORDER: Final = 2**252 + 27742317777372353535851937790883648493


@pytest.mark.parametrize("public, message, signature", VECTORS)
def test_the_signatures_of_the_rfc_are_right(
    public: str, message: str, signature: str
) -> None:
    key, text = bytes.fromhex(public), bytes.fromhex(message)
    assert verify(key, text, bytes.fromhex(signature))
    assert not verify(key, text + b"x", bytes.fromhex(signature))


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=80), st.integers(0, 511))
def test_a_signature_is_right_until_a_bit_of_it_changes(
    secret: bytes, message: bytes, bit: int
) -> None:
    private = Ed25519PrivateKey.from_private_bytes(secret)
    public, signature = private.public_key().public_bytes_raw(), private.sign(message)
    assert verify(public, message, signature)
    changed = int.from_bytes(signature, "little") ^ 1 << bit
    assert not verify(public, message, changed.to_bytes(64, "little"))


def test_the_same_signature_in_another_form_is_refused() -> None:
    public, _, said = (bytes.fromhex(part) for part in VECTORS[0])
    factor = int.from_bytes(said[32:], "little") + ORDER
    assert not verify(public, b"", said[:32] + factor.to_bytes(32, "little"))


@pytest.mark.parametrize(
    "public",
    [
        b"",
        bytes(31),
        bytes(33),
        b"\x02" + bytes(31),  # on no point of the curve
        (2**255 - 19).to_bytes(32, "little"),  # 0, written as it must not be
        (1 | 1 << 255).to_bytes(32, "little"),  # 0 has no odd sibling
    ],
)
def test_what_is_no_key_signs_nothing(public: bytes) -> None:
    assert not verify(public, b"", bytes.fromhex(VECTORS[0][2]))


def test_what_is_no_signature_is_refused() -> None:
    public, _, said = (bytes.fromhex(part) for part in VECTORS[0])
    for wrong in (b"", said[:-1], said + b"\0"):
        assert not verify(public, b"", wrong)
