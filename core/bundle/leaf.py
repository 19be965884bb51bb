"""Leaf: what a disclosed entry says, so far as its proofs need it (*Eintrag*).

Source: ``audit.md``, section "Leaf": ``leaf = header ‖ 0x0A ‖ state``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from core.bundle.canonical import Value, number_in, object_in, text_in
from core.note import MalformedError

ERASED: Final = "text.erased.v1"
REPLACED: Final = "text.replaced.v1"
ANNOUNCED: Final = "log.key_announced.v1"
NAMED: Final = "log.witness_named.v1"
EXPLAINING: Final = (ERASED, REPLACED, ANNOUNCED, NAMED)
"""Entries that a part brings along, whatever it is a part of."""
_NAMES: Final = {"kind", "recorded", "stream", "version"}
_RECORDED: Final = re.compile(
    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{6}Z"
)


@dataclass(frozen=True, slots=True)
class Erasure:
    """An entry that says why a text is gone."""

    entry: int  # in which the text was sealed
    field: str
    ground: str


@dataclass(frozen=True, slots=True)
class Announced:
    """An entry that says which key signs, or by which key somebody bears witness."""

    key: str  # as it is written
    org: str | None  # for whom it bears witness; ``None``: it signs the log
    lost: bool = False  # the key before is gone, and did not vouch for this one


@dataclass(frozen=True, slots=True)
class Leaf:
    """A disclosed entry."""

    recorded: str  # UTC, to be compared as a text
    stream: str
    version: int
    sealed: Mapping[str, str]  # commitments by field; those erased before are left out
    erasure: Erasure | None
    announced: Announced | None


def leaf_of(header: Value, state: Value) -> Leaf:
    """Return what the two parts of a leaf say.

    Raises:
        MalformedError: they do not say it in the way of this format.
    """
    recorded, kind = text_in(header, "recorded"), text_in(header, "kind")
    if header.keys() != _NAMES or not _RECORDED.fullmatch(recorded):
        raise MalformedError("header")
    if number_in(state, "v") != 1 or not text_in(state, "nonce"):
        raise MalformedError("state")
    sealed = object_in(state, "sealed") if "sealed" in state else {}
    return Leaf(
        recorded=recorded,
        stream=text_in(header, "stream"),
        version=number_in(header, "version"),
        sealed={
            field: text_in(sealed, field)
            for field, committed in sealed.items()
            if committed is not None
        },
        erasure=_erasure(state) if kind in {ERASED, REPLACED} else None,
        announced=_announced(state, kind) if kind in {ANNOUNCED, NAMED} else None,
    )


def commitment(salt: bytes, stream: str, version: int, field: str, text: str) -> str:
    """Return the hexadecimal commitment to a sealed text."""
    place = b"\0".join(
        (stream.encode(), b"%d" % version, field.encode(), text.encode())
    )
    return sha256(b"faden-seal/v1\0" + salt + place).hexdigest()


def _erasure(state: Value) -> Erasure:
    body = object_in(state, "body")
    entry, field = number_in(body, "leaf"), text_in(body, "field")
    return Erasure(entry, field, text_in(body, "ground"))


def _announced(state: Value, kind: str) -> Announced:
    body = object_in(state, "body")
    org = text_in(body, "org") if kind == NAMED else None
    lost = body.get("lost", False) if kind == ANNOUNCED else False
    if not isinstance(lost, bool):
        raise MalformedError("lost")
    return Announced(text_in(body, "key"), org, lost)
