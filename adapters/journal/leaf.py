"""Leaf: the bytes of the record that are hashed, and what they commit to.

Source: ``audit.md``, section "Leaf". ``leaf = header ‖ 0x0A ‖ state`` and
``leaf_hash = SHA-256(0x00 ‖ leaf)``. The recorder writes the header under its
lock; ``state`` is opaque to it. Instants are microseconds since 1970 in UTC.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Final

import msgspec

SALT_BYTES: Final = 32
NONCE_BYTES: Final = 16

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_ENCODER: Final = msgspec.json.Encoder(order="sorted")
_UNFIT_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_UNFIT_STATE: Final = re.compile(
    rb"\x7f|\xc2[\x80-\x9f]|(?<!\\)(?:\\\\)*\\(?:u00|[bfr])"
)


class UnfitTextError(ValueError):
    """A text holds a control character or half of a surrogate pair.

    Whoever takes in what people typed cleans it first, so this is a mistake of
    the caller. Line feed and tab are allowed.
    """


def canonical(value: object) -> bytes:
    """Return the one JSON form: sorted keys, no spaces, UTF-8."""
    return _ENCODER.encode(value)


def is_canonical(state: bytes) -> bool:
    """Whether parsing and writing ``state`` gives the same bytes again."""
    try:
        return canonical(msgspec.json.decode(state)) == state
    except msgspec.DecodeError:
        return False


def check_text(text: str) -> None:
    """Raise ``UnfitTextError`` if ``text`` must not be stored."""
    if _UNFIT_TEXT.search(text):
        raise UnfitTextError(_UNFIT_SENTENCE)


def check_state(state: bytes) -> None:
    """Raise ``UnfitTextError`` if a text in ``state`` must not be stored."""
    suspect = b"\\" in state or b"\x7f" in state or b"\xc2" in state  # fast, mostly no
    if suspect and _UNFIT_STATE.search(state):
        raise UnfitTextError(_UNFIT_SENTENCE)


_UNFIT_SENTENCE: Final = "a text holds a control character or a lone surrogate"


def leaf_hash(header: bytes, state: bytes) -> bytes:
    """Return the hash of the leaf, 32 bytes."""
    return sha256(b"\0" + header + b"\n" + state).digest()


def header(kind: str, recorded: int, stream: str, version: int) -> bytes:
    """Return the header of the leaf; ``recorded`` in microseconds."""
    return canonical(
        {
            "kind": kind,
            "recorded": _written(recorded),
            "stream": stream,
            "version": version,
        }
    )


@lru_cache(maxsize=8)  # a group of events has one instant
def _written(recorded: int) -> str:
    return f"{instant(recorded):%Y-%m-%dT%H:%M:%S.%fZ}"


@lru_cache(maxsize=8)  # a group of events has one instant
def instant(microseconds: int) -> datetime:
    """Return the aware instant in UTC."""
    return _EPOCH + timedelta(0, 0, microseconds)  # by keyword it takes twice as long


def microseconds(at: datetime) -> int:
    """Return ``at``, which must be aware, as microseconds since 1970."""
    return (at - _EPOCH) // _MICROSECOND


class _Sealed(msgspec.Struct):
    sealed: dict[str, str | None] = {}


_SEALED: Final = msgspec.json.Decoder(_Sealed)


def sealed_in(state: bytes) -> frozenset[str]:
    """Return which fields of a stored event hold a text beside the log."""
    sealed = _SEALED.decode(state).sealed
    return frozenset(field for field, said in sealed.items() if said is not None)
