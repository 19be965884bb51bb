"""Checkpoint: how long a log is and what its root is, to be signed (*Prüfstand*).

Source: C2SP, ``tlog-checkpoint`` and ``tlog-proof``::

    <origin: the name of the log>         c2sp.org/tlog-proof@v1
    <size: leaves, in decimal>            index <of the leaf, counted from 0>
    <root: base64>                        <inclusion proof: base64, a hash per line>
    <extensions, if any>                  <empty line>
                                          <the signed note of a checkpoint>
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from typing import Final

from core.merkle import HASH_BYTES, leaf_hash, verify_inclusion
from core.note import (
    Key,
    MalformedError,
    Note,
    UntrustedError,
    Verify,
    decoded,
    opened,
    parse,
)

_NUMBER: Final = re.compile("0|[1-9][0-9]{0,18}")
_LEAST: Final = 3  # lines
PROOF: Final = "c2sp.org/tlog-proof@v1\n"
_INDEX: Final = "index "
_EXTRA: Final = "extra "
_DIGITS: Final = 24  # hexadecimal, of the short form: 96 bits, too many to guess at
_GROUP: Final = 4


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The first ``size`` entries of the log ``origin`` have this root."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def text(self) -> str:
        """Return what is signed."""
        lines = (self.origin, str(self.size), _encoded(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines)

    def digits(self) -> str:
        """Return the beginning of the root, to be read aloud: ``7F3A-91C2-…``."""
        shown = self.root.hex().upper()[:_DIGITS]
        return "-".join(shown[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))


@dataclass(frozen=True, slots=True)
class Proof:
    """That a leaf stands at ``index`` of a log with this signed checkpoint."""

    index: int
    hashes: tuple[bytes, ...]
    note: Note
    extra: bytes | None = None  # said beside it; nothing vouches for it

    def stands(self, leaf: bytes) -> bool:
        """Whether ``leaf`` stands there, if its checkpoint is to be believed."""
        said = parse_checkpoint(self.note.text)
        place = (self.index, said.size, leaf_hash(leaf))
        return verify_inclusion(*place, self.hashes, said.root)

    def written(self) -> str:
        """Return the proof as a file (``.tlog-proof``)."""
        extra = "" if self.extra is None else f"{_EXTRA}{_encoded(self.extra)}\n"
        hashes = "".join(f"{_encoded(each)}\n" for each in self.hashes)
        index = f"{_INDEX}{self.index}\n"
        return f"{PROOF}{extra}{index}{hashes}\n{self.note.written()}"


def proves(proof: Proof, leaf: bytes, key: Key, verify: Verify) -> bool:
    """Whether ``key`` signed a log in which ``leaf`` stands where ``proof`` says."""
    said = parse_checkpoint(proof.note.text)
    try:
        opened(proof.note, (key,), verify)
    except UntrustedError:
        return False
    return proof.stands(leaf) and said.origin == key.name


def parse_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint that the text of a note is.

    Raises:
        MalformedError: it is none.
    """
    *lines, last = text.split("\n")
    if last or len(lines) < _LEAST or not all(lines):
        raise MalformedError("no checkpoint")
    origin, size, root, *extensions = lines
    return Checkpoint(origin, number(size), parse_hash(root), tuple(extensions))


def parse_proof(said: str) -> Proof:
    """Return the proof that a file is.

    Raises:
        MalformedError: it is none.
    """
    if not said.startswith(PROOF):
        raise MalformedError("no proof")
    head, gap, rest = said.removeprefix(PROOF).partition("\n\n")
    lines = head.split("\n")
    extra = None
    if lines[0].startswith(_EXTRA):
        extra = decoded(lines.pop(0).removeprefix(_EXTRA))
    if not gap or not lines or not lines[0].startswith(_INDEX):
        raise MalformedError("no proof")
    index, *hashes = lines
    note = parse(rest)
    parse_checkpoint(note.text)
    at = number(index.removeprefix(_INDEX))
    return Proof(at, tuple(map(parse_hash, hashes)), note, extra)


def number(said: str) -> int:
    """Return a number written without a needless sign or zero.

    Raises:
        MalformedError: it is none.
    """
    if not _NUMBER.fullmatch(said):
        raise MalformedError(said)
    return int(said)


def parse_hash(encoded: str) -> bytes:
    """Return the hash that a base64 text is.

    Raises:
        MalformedError: it is none.
    """
    raw = decoded(encoded)
    if len(raw) != HASH_BYTES:
        raise MalformedError(encoded)
    return raw


def _encoded(raw: bytes) -> str:
    return b64encode(raw).decode()
