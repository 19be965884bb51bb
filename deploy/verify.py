#!/usr/bin/env python3
"""Prüft eine Prüfdatei von Faden, ohne Faden und ohne Netz.

    python verify.py DATEI                       beweist die Datei, was sie zeigt?
    python verify.py DATEI --against ALT         passt sie zu dem, was Sie haben?
    python verify.py DATEI --quorum 9            haben es so viele bezeugt?

ALT ist, was Sie aufgehoben haben: eine Mail oder Nachricht mit einem Prüfstand (so
wie sie ist), eine Niederschrift als Text oder eine ältere Prüfdatei. Nötig ist nur
Python 3.11 oder neuer.

Ergebnis (auch als Exit-Code): 0 in Ordnung, 1 nicht lesbar, 2 ungültig, 3 gültig,
widerspricht aber dem Aufgehobenen, 4 gültig, aber etwas fehlt ohne Erklärung,
5 gültig, aber von weniger bezeugt als verlangt.

Diese Datei ist aus den Modulen von Faden zusammengesetzt (adapters/audit/onefile.py).
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):
    raise SystemExit("Bitte mit Python 3.11 oder neuer starten.")

import json
import re
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from enum import IntEnum, StrEnum, unique
from hashlib import sha256, sha512
from io import TextIOWrapper
from pathlib import Path
from typing import Final, IO, NoReturn, TypeAlias


# ──────────────────────────────────── core.merkle ─────────────────────────────────────
# Merkle: the hash tree over the log, its proofs, and their judge (*Hashbaum*).
#
# Source: RFC 9162, section 2.1, with SHA-256. All hashes are 32 bytes, counted from 0
# as the leaves are. The root of ``size`` leaves::
#
#     size 0                  --> SHA-256 of nothing
#     size 1                  --> the leaf hash, SHA-256(0x00 ‖ leaf)
#     k < size <= 2k          --> SHA-256(0x01 ‖ root of the first k ‖ root of the rest)
#
# ``verify_inclusion`` and ``verify_consistency`` never raise: whatever is malformed
# proves nothing. An inclusion proof does not bind the size; a signed checkpoint does.

HASH_BYTES: Final = 32
EMPTY: Final = sha256(b"").digest()


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


# ──────────────────────────────────── core.ed25519 ────────────────────────────────────
# Ed25519: whether a signature is right, in plain arithmetic (*Signaturprüfung*).
#
# Source: RFC 8032, section 5.1, without the cofactor. Slow (some milliseconds) and of
# no use for signing, where times could tell the key; but it needs nothing else, and
# anybody can read it. A point of the curve is (X, Y, Z, T) with x = X/Z, y = Y/Z and
# x·y = T/Z.

Point: TypeAlias = tuple[int, int, int, int]

_P: Final = 2**255 - 19
_ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_D: Final = -121665 * pow(121666, -1, _P) % _P
_ROOT: Final = pow(2, (_P - 1) // 4, _P)  # its square is -1
_NEUTRAL: Final[Point] = (0, 1, 1, 0)
_HALF: Final = 32  # bytes of a point, and of a number


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the key with this public half signed ``message``; never raises."""
    point = _read(public)
    if point is None or len(signature) != 2 * _HALF:
        return False
    shown = signature[:_HALF]
    factor = int.from_bytes(signature[_HALF:], "little")
    if factor >= _ORDER:
        return False
    digest = sha512(shown + public + message).digest()
    challenge = int.from_bytes(digest, "little") % _ORDER
    return _written(_sum(factor, _BASE, challenge, _negative(point))) == shown


def _add(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _double(one: Point) -> Point:
    a, b = one[0] * one[0], one[1] * one[1]
    h = a + b
    e = h - (one[0] + one[1]) ** 2
    g = a - b
    f = 2 * one[2] * one[2] + g
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _sum(m: int, one: Point, n: int, other: Point) -> Point:
    """Return m times one point plus n times another, bit by bit together."""
    points = {(1, 1): _add(one, other), (1, 0): one, (0, 1): other}
    found = _NEUTRAL
    for bit in reversed(range(max(m.bit_length(), n.bit_length()))):
        found = _double(found)
        point = points.get((m >> bit & 1, n >> bit & 1))
        if point is not None:
            found = _add(found, point)
    return found


def _negative(one: Point) -> Point:
    return -one[0] % _P, one[1], one[2], -one[3] % _P


def _written(one: Point) -> bytes:
    inverse = pow(one[2], -1, _P)
    x, y = one[0] * inverse % _P, one[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(_HALF, "little")


def _read(encoded: bytes) -> Point | None:
    """Return the point that 32 bytes name, ``None`` if they name none."""
    if len(encoded) != _HALF:
        return None
    number = int.from_bytes(encoded, "little")
    y, odd = number & (1 << 255) - 1, number >> 255
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (not x and odd):
        return None
    if x & 1 != odd:
        x = _P - x
    return x, y, 1, x * y % _P


def _base() -> Point:
    point = _read((4 * pow(5, -1, _P) % _P).to_bytes(_HALF, "little"))
    assert point is not None  # noqa: S101  (a constant)
    return point


_BASE: Final = _base()


# ───────────────────────────────────── core.note ──────────────────────────────────────
# Note: a text with signatures under it, and the keys of those who sign (*Vermerk*).
#
# Source: C2SP, ``signed-note`` and ``tlog-cosignature`` (Ed25519)::
#
#     text that ends with a line feed
#     <empty line>
#     — <name of key> <base64 of key id (4 bytes) and signature>
#
# A witness signs the moment as well: 8 bytes of seconds since 1970 stand in front of
# its signature. Whoever checks a signature brings the arithmetic (``Verify``). Only
# one form is read: what is written again gives the same bytes.

ED25519: Final = 1  # the kind of a log's key
COSIGNATURE: Final = 4  # the kind of a witness's key: cosignature/v1
MOST: Final = 100  # signatures under one note
_KINDS: Final = (ED25519, COSIGNATURE)
_ID: Final = 4  # bytes
_PUBLIC: Final = 32  # bytes
_MOMENT: Final = 8  # bytes
_LATEST: Final = 2**63 - 1  # seconds
_UNFIT: Final = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff]")

Verify: TypeAlias = Callable[[bytes, bytes, bytes], bool]
"""Whether a public key made a signature of a message: (key, message, signature)."""


class MalformedError(ValueError):
    """A text is not in the one form in which its kind is written."""


class UntrustedError(ValueError):
    """No known key signed a note, or one did not sign this text."""


@dataclass(frozen=True, slots=True)
class Key:
    """The public half of a key, with the name of who signs with it."""

    name: str
    kind: int  # ED25519 or COSIGNATURE
    public: bytes  # 32 bytes

    @property
    def id(self) -> bytes:
        """The first four bytes of a hash, by which a signature names its key."""
        named = self.name.encode() + b"\n" + bytes([self.kind])
        return sha256(named + self.public).digest()[:_ID]

    def written(self) -> str:
        """Return the key in one line (*vkey*)."""
        public = bytes([self.kind]) + self.public
        return f"{self.name}+{self.id.hex()}+{b64encode(public).decode()}"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature line; nobody has checked it."""

    name: str
    key_id: bytes
    signed: bytes

    def written(self) -> str:
        """Return the line."""
        raw = b64encode(self.key_id + self.signed).decode()
        return f"\N{EM DASH} {self.name} {raw}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text and the signatures under it."""

    text: str
    signatures: tuple[Signature, ...]

    def written(self) -> str:
        """Return the note as it is read."""
        return f"{self.text}\n{''.join(each.written() for each in self.signatures)}"


def parse_key(said: str) -> Key:
    """Return the key that a line names.

    Raises:
        MalformedError: it names none, or one of another kind.
    """
    name, _, rest = said.partition("+")
    key_id, _, encoded = rest.partition("+")
    raw = decoded(encoded)
    if not (is_name(name) and len(raw) == 1 + _PUBLIC and raw[0] in _KINDS):
        raise MalformedError(said)
    key = Key(name, raw[0], raw[1:])
    if key.id.hex() != key_id:
        raise MalformedError(said)
    return key


def parse(said: str) -> Note:
    """Return the note that ``said`` is.

    Raises:
        MalformedError: it is none.
    """
    text, gap, lines = said.rpartition("\n\n")
    if not gap or not lines.endswith("\n") or _UNFIT.search(said):
        raise MalformedError("no text with signatures")
    signatures = tuple(parse_signature(f"{line}\n") for line in lines[:-1].split("\n"))
    if len(signatures) > MOST:
        raise MalformedError(f"{len(signatures)} signatures")
    return Note(f"{text}\n", signatures)


def parse_signature(said: str) -> Signature:
    """Return the signature that a line is; it ends with a line feed.

    Raises:
        MalformedError: it is none.
    """
    dash, _, rest = said.removesuffix("\n").partition(" ")
    name, _, encoded = rest.partition(" ")
    raw = decoded(encoded)
    if dash != "\N{EM DASH}" or not is_name(name) or len(raw) <= _ID:
        raise MalformedError(said)
    return Signature(name, raw[:_ID], raw[_ID:])


def opened(note: Note, keys: Iterable[Key], verify: Verify) -> Mapping[Key, int | None]:
    """Return who of ``keys`` signed, and when if they say so (seconds since 1970).

    Signatures of other keys are passed over.

    Raises:
        UntrustedError: none of them did, or one of their signatures is wrong.
    """
    known = {(key.name, key.id): key for key in keys}
    found: dict[Key, int | None] = {}
    for signature in note.signatures:
        key = known.get((signature.name, signature.key_id))
        if key is None:
            continue
        signed, moment = signature.signed, None
        if key.kind == COSIGNATURE:
            moment = moment_of(signature)
            signed = signed[_MOMENT:]
        message = covered(note.text, moment)
        if (moment or 0) > _LATEST or not verify(key.public, message, signed):
            raise UntrustedError(signature.name)
        found.setdefault(key, moment)
    if not found:
        raise UntrustedError("no known key")
    return found


def moment_of(cosigned: Signature) -> int:
    """Return when a witness says that it signed, in seconds since 1970."""
    return int.from_bytes(cosigned.signed[:_MOMENT], "big")


def covered(text: str, moment: int | None = None) -> bytes:
    """Return what is signed: the text, by a witness with the moment before it."""
    before = "" if moment is None else f"cosignature/v1\ntime {moment}\n"
    return f"{before}{text}".encode()


def signed(key: Key, signature: bytes, moment: int | None = None) -> Signature:
    """Return the line for a signature that was made of ``covered``."""
    before = b"" if moment is None else moment.to_bytes(_MOMENT, "big")
    return Signature(key.name, key.id, before + signature)


def decoded(encoded: str) -> bytes:
    """Return the bytes of a base64 text.

    Raises:
        MalformedError: it is none, or not the one that these bytes have.
    """
    try:
        raw = b64decode(encoded, validate=True)
    except ValueError as error:
        raise MalformedError(encoded) from error
    if b64encode(raw).decode() != encoded:
        raise MalformedError(encoded)
    return raw


def is_name(said: str) -> bool:
    """Whether a key may have this name: no spaces, no plus."""
    return bool(said) and not any(sign.isspace() or sign == "+" for sign in said)


# ────────────────────────────────── core.checkpoint ───────────────────────────────────
# Checkpoint: how long a log is and what its root is, to be signed (*Prüfstand*).
#
# Source: C2SP, ``tlog-checkpoint`` and ``tlog-proof``::
#
#     <origin: the name of the log>         c2sp.org/tlog-proof@v1
#     <size: leaves, in decimal>            index <of the leaf, counted from 0>
#     <root: base64>                        <inclusion proof: base64, a hash per line>
#     <extensions, if any>                  <empty line>
#                                           <the signed note of a checkpoint>

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


# ──────────────────────────────── core.bundle.verdict ─────────────────────────────────
# Verdict: what came of looking at a bundle, as codes with facts (*Ergebnis*).

Facts: TypeAlias = Mapping[str, str | int]


@unique
class Exit(IntEnum):
    """How it went, as programs are told."""

    SOUND = 0
    UNREADABLE = 1  # it cannot be said
    INVALID = 2
    CONTRADICTED = 3  # valid, yet not what a kept checkpoint says
    UNEXPLAINED = 4  # valid, yet something is not there and nothing says why
    TOO_FEW = 5  # valid, yet fewer witnesses than were asked for


@unique
class Said(StrEnum):
    """What is said of a bundle; the words are those of whoever shows it."""

    # it cannot be read
    NO_BUNDLE = "no bundle"
    PROOF_ALONE = "proof without its bundle"
    NEWER = "newer format"
    NO_JSON = "no json"
    UNKNOWN_LINE = "unknown line"
    NO_KEPT = "nothing kept"
    OTHER_LOG = "other log"
    INCOMPARABLE = "incomparable"
    # it is not valid
    UNPROVED = "entry of a proof not proved"
    NOT_CANONICAL = "not canonical"
    MALFORMED = "malformed"
    ORDER = "order"
    ORIGIN = "origin"
    SIGNATURE = "signature"
    KEY_EARLY = "key early"
    KEY_UNKNOWN = "key unknown"
    KEY_LOST = "key lost"
    WITNESS_UNKNOWN = "witness unknown"
    FUTURE = "future"
    CONSISTENCY = "consistency"
    ROOT = "root"
    INCLUSION = "inclusion"
    TIME = "time"
    TEXT = "text"
    CUT = "cut"
    DIGEST = "digest"
    # it is valid, but
    CONTRADICTS = "contradicts"
    SHORTER = "shorter"
    UNEXPLAINED = "unexplained"
    HIDDEN = "hidden"
    QUORUM = "quorum"
    # what was seen
    SOUND = "sound"
    PART = "part"
    KEY = "key"
    KEY_ANEW = "key anew"
    KEY_CHANGED = "key changed"
    WITHHELD = "withheld"
    TEXTS = "texts"
    NO_TEXTS = "no texts"
    ERASED = "erased"
    ERASED_LATER = "erased later"
    WITNESSED = "witnessed"
    UNWITNESSED = "unwitnessed"
    AGREES = "agrees"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, and what is to be said of it, in order."""

    exit: Exit
    said: tuple[tuple[Said, Facts], ...]

    def shown(self) -> list[tuple[Said, Facts]]:
        """Return what is to be said, with nothing in it that moves a terminal."""
        return [
            (code, {name: _plain(fact) for name, fact in facts.items()})
            for code, facts in self.said
        ]


def _plain(fact: str | int) -> str | int:
    if isinstance(fact, int):
        return fact
    return "".join(sign if sign.isprintable() else "�" for sign in fact)


class RefusedError(Exception):
    """A bundle is not to be believed, or cannot be read."""

    def __init__(
        self, said: Said, exit_: Exit = Exit.INVALID, /, **facts: str | int
    ) -> None:
        """Keep why."""
        super().__init__(said.value)
        self.said = said
        self.exit = exit_
        self.facts = facts


# ─────────────────────────────── core.bundle.canonical ────────────────────────────────
# Canonical: the one form of JSON that is hashed, and what it may hold (*Normalform*).
#
# Sorted keys, no spaces, UTF-8, no fractions: who reads it and writes it again gets
# the same bytes. So nothing can hide behind a key that is there twice.

Value: TypeAlias = Mapping[str, object]
"""What stands between two braces."""


def written(value: object) -> str:
    """Return the one form of ``value``."""
    return _ENCODER.encode(value)


def read(said: str) -> Value:
    """Return what ``said`` holds, canonical or not.

    Raises:
        MalformedError: it is no object in JSON.
    """
    try:
        value: object = _DECODER.decode(said)
    except (ValueError, RecursionError) as error:
        raise MalformedError("no JSON") from error
    return _object(value)


def object_in(value: Value, name: str) -> Value:
    """Return the object under ``name``; raises as ``read``, like all below."""
    return _object(value.get(name))


def text_in(value: Value, name: str) -> str:
    """Return the text under ``name``."""
    found = value.get(name)
    if not isinstance(found, str):
        raise MalformedError(name)
    return found


def number_in(value: Value, name: str) -> int:
    """Return the whole number, not below 0, under ``name``."""
    found = value.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise MalformedError(name)
    return found


def list_in(value: Value, name: str) -> list[object]:
    """Return the list under ``name``."""
    found = value.get(name)
    if not isinstance(found, list):
        raise MalformedError(name)
    return found


def bytes_in(value: Value, name: str) -> bytes:
    """Return the 32 bytes written in hexadecimal under ``name``."""
    return unhex(value.get(name))


def unhex(said: object) -> bytes:
    """Return the 32 bytes that ``said`` writes in small hexadecimal digits."""
    if not isinstance(said, str) or len(said) != _HEX or not said.isascii():
        raise MalformedError("no hash")
    try:
        found = bytes.fromhex(said)
    except ValueError as error:
        raise MalformedError("no hash") from error
    if found.hex() != said:
        raise MalformedError("no hash")
    return found


def _object(value: object) -> Value:
    if not isinstance(value, dict):
        raise MalformedError("no object")
    return value


def _fraction(said: str) -> NoReturn:
    raise MalformedError(said)


_HEX: Final = 64  # digits of 32 bytes
_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True
)
_DECODER: Final = json.JSONDecoder(parse_float=_fraction, parse_constant=_fraction)


# ────────────────────────────────── core.bundle.leaf ──────────────────────────────────
# Leaf: what a disclosed entry says, so far as its proofs need it (*Eintrag*).
#
# Source: ``audit.md``, section "Leaf": ``leaf = header ‖ 0x0A ‖ state``.

ERASED: Final = "text.erased.v1"
REPLACED: Final = "text.replaced.v1"
ANNOUNCED: Final = "log.key_announced.v1"
NAMED: Final = "log.witness_named.v1"

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


# ────────────────────────────────── core.bundle.head ──────────────────────────────────
# Head: the first line of a bundle, and the checkpoints behind it (*Kopf*).

FORMAT: Final = 2

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


# ────────────────────────────────── core.bundle.kept ──────────────────────────────────
# Kept: checkpoints that somebody kept, in a mail, a note or a file (*Aufbewahrtes*).
#
# Whatever surrounds them is passed over: quoting, greetings, the wrapping of a mail.
# Read are the three lines of a checkpoint, the short form (``4711 · 7F3A-91C2-…``, at
# least four groups) however it was typed off, and the checkpoints of an older bundle.
# What was kept is believed: nobody but the keeper could change it.

_BUNDLE_LINE: Final = b'{"bundle":'
_CHECKPOINT_LINE: Final = b'{"checkpoint":'
_QUOTED: Final = re.compile(r"^[>|\t ]+|[\t ]+$", re.MULTILINE)
_LINES: Final = re.compile(
    r"^(\S[^\n]*)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)$", re.MULTILINE
)
_DASH: Final = r"\u2010-\u2014-"  # those that somebody may type or print
_SIZE: Final = rf"\b([0-9]{{1,19}})(?:\s*[·.,:;]\s*|\s+[{_DASH}]\s+|\s+)"
_HYPHENED: Final = rf"\b((?:[0-9A-F]{{4}}[{_DASH}]){{3,5}}[0-9A-F]{{4}})\b"
_SPACED: Final = rf"\b((?:[0-9A-F]{{4}}[{_DASH}\s]{{1,3}}){{3,5}}[0-9A-F]{{4}})\b"
_WORD: Final = r"(?:Pr(?:ü|u\u0308|ue?)fst[aä]nde?s?|Checkpoint)\W{0,3}"
_SHORT: Final = re.compile(  # with spaces an account looks alike, but for the word
    f"{_SIZE}{_HYPHENED}|{_WORD}{_SIZE}{_SPACED}", re.IGNORECASE
)
_APART: Final = re.compile("[^0-9a-f]+")


@dataclass(frozen=True, slots=True)
class Kept:
    """So many entries had a root that begins with these digits."""

    size: int
    digits: str  # hexadecimal, small
    origin: str | None = None  # a short form names none

    def fits(self, root: bytes) -> bool:
        """Whether ``root`` is the one that was kept."""
        return root.hex().startswith(self.digits)


class UnprovedError(MalformedError):
    """A proof names an entry that does not stand where it says."""


def kept(data: bytes) -> list[Kept]:
    """Return all checkpoints in a file; that of a proof only if it proves its entry.

    Raises:
        MalformedError: there is none in it.
        UnprovedError: it is a proof whose entry or path was changed.
    """
    if data.startswith(PROOF.encode()):
        proof = parse_proof(data.decode("utf-8", "replace"))
        if proof.extra is not None and not proof.stands(proof.extra):
            raise UnprovedError("no proof of its entry")
        found = [_whole(parse_checkpoint(proof.note.text))]
    elif data.startswith(_BUNDLE_LINE):
        found = list(_of_bundle(data))
    else:
        each = (list(_of_text(text)) for text in texts(data))
        found = next(filter(None, each), [])
    if not found:
        raise MalformedError("no checkpoint")
    return found


def texts(data: bytes) -> Iterator[str]:
    """Yield what a file says, mail or not, in the order in which to look at it.

    Nothing is quoted or wrapped for its way any more.
    """
    message = message_from_bytes(data)
    plain = data.decode("utf-8-sig", "replace")
    parts = _mail(message)
    for text in (*parts, plain) if "MIME-Version" in message else (plain, *parts):
        yield unquoted(text)


def unquoted(text: str) -> str:
    """Return what was quoted as it was before."""
    return _QUOTED.sub("", text.replace("\r\n", "\n"))


def _of_bundle(data: bytes) -> Iterator[Kept]:
    for line in data.split(b"\n"):
        if line.startswith(_CHECKPOINT_LINE):
            note = parse(text_in(read(line.decode("utf-8", "replace")), "checkpoint"))
            yield _whole(parse_checkpoint(note.text))


def _of_text(text: str) -> Iterator[Kept]:
    for lines in _LINES.finditer(text):
        try:
            checkpoint = parse_checkpoint("".join(f"{one}\n" for one in lines.groups()))
        except MalformedError:
            continue
        yield _whole(checkpoint)
    for found in _SHORT.finditer(text):
        size, digits = (one for one in found.groups() if one)
        yield Kept(int(size), _APART.sub("", digits.lower()))


def _mail(message: Message) -> Iterator[str]:
    for part in message.walk():
        said = part.get_payload(decode=True)
        if part.get_content_type() == "text/plain" and isinstance(said, bytes):
            try:
                yield said.decode(part.get_content_charset("utf-8"), "replace")
            except (LookupError, ValueError):  # an unknown alphabet, or none
                continue


def _whole(checkpoint: Checkpoint) -> Kept:
    return Kept(checkpoint.size, checkpoint.root.hex(), checkpoint.origin)


# ──────────────────────────────── core.bundle.summary ─────────────────────────────────
# Summary: what was seen in a sound bundle, and what follows from it (*Befund*).

@dataclass(slots=True)
class Seen:
    """What a bundle showed, counted."""

    disclosed: int = 0
    withheld: int = 0
    texts: int = 0
    roots: dict[int, bytes] = field(default_factory=dict)
    missing: set[tuple[int, str]] = field(default_factory=set)
    erased: dict[tuple[int, str], tuple[int, str]] = field(default_factory=dict)
    announced: dict[int, Announced] = field(default_factory=dict)
    head: Head | None = None
    newest: Checkpoint | None = None
    witnessed: dict[int, int] = field(default_factory=dict)

    def miss(self, entry: int, fields: Iterable[str]) -> None:
        """Note texts that were sealed and not opened."""
        self.missing.update((entry, one) for one in fields)

    def explain(self, erasure: Erasure, by: int) -> None:
        """Note why a text is gone; nobody can say so before it is there."""
        if erasure.entry < by:
            self.erased[erasure.entry, erasure.field] = (by, erasure.ground)

    def anew(self) -> tuple[int, str] | None:
        """Return the last entry that says that a key was lost, and the one instead."""
        lost = [(entry, one.key) for entry, one in self.announced.items() if one.lost]
        return max(lost, default=None)

    def close(self, head: Head, checkpoints: Checkpoints) -> None:
        """Take what the first lines said, if the log says so, too.

        Raises:
            RefusedError: no entry announces a key, or names a witness; or it is
                signed with one that was lost.
        """
        first = head.keys[0][1].written()
        since, instead = self.anew() or (0, first)
        if instead != first:
            raise RefusedError(Said.KEY_LOST, entry=since, key=instead)
        for entry, key in head.keys[1:]:
            if self.announced.get(entry) != Announced(key.written(), None):
                raise RefusedError(Said.KEY_UNKNOWN, key=key.written())
        for key, org in head.witnesses.items():
            if Announced(key.written(), org) not in self.announced.values():
                raise RefusedError(Said.WITNESS_UNKNOWN, key=key.written(), org=org)
        self.head, self.newest = head, checkpoints.last
        self.witnessed = {
            size: len(orgs) for size, orgs in checkpoints.witnessed.items()
        }
        self.roots.update({0: EMPTY, **checkpoints.roots})


def summary(seen: Seen, against: Sequence[Kept], quorum: int) -> Verdict:
    """Return what is to be said of a bundle in which every proof holds.

    Raises:
        RefusedError: what was kept is no measure.
    """
    head, newest = seen.head, seen.newest
    assert head is not None and newest is not None  # noqa: S101, PT018  (at its end)
    most = max(seen.witnessed.values(), default=0)
    compared = list(_compared(seen, head, against))
    gone = sorted(seen.missing - seen.erased.keys()) if head.texts else []
    unexplained: list[tuple[Said, Facts]] = [
        (Said.UNEXPLAINED, {"entry": entry, "field": name}) for entry, name in gone
    ]
    if seen.withheld and head.scope is Scope.FULL:
        unexplained.append((Said.HIDDEN, {"count": seen.withheld}))
    few: Facts = {"count": most, "quorum": quorum}
    asked = [(Said.QUORUM, few)] if most < quorum else []
    sound = (*_overall(seen, head, newest),)
    result = _exit({code for code, _ in (*compared, *unexplained, *asked)})
    match result:  # nobody is to read "sound" first where something is not
        case Exit.CONTRADICTED:
            said = (*compared, *unexplained, *sound, *asked)
        case Exit.UNEXPLAINED:
            said = (*unexplained, *sound, *compared, *asked)
        case _:
            said = (*sound, *compared, *unexplained, *asked)
    return Verdict(result, said)


def _exit(said: Collection[Said]) -> Exit:
    if Said.CONTRADICTS in said or Said.SHORTER in said:
        return Exit.CONTRADICTED
    if Said.INCOMPARABLE in said:
        return Exit.UNREADABLE
    if Said.UNEXPLAINED in said or Said.HIDDEN in said:
        return Exit.UNEXPLAINED
    return Exit.TOO_FEW if Said.QUORUM in said else Exit.SOUND


def _overall(
    seen: Seen, head: Head, newest: Checkpoint
) -> Iterator[tuple[Said, Facts]]:
    digits = newest.digits()
    sound: Facts = {"origin": head.origin, "size": head.size, "digits": digits}
    yield Said.SOUND, sound
    yield Said.KEY, {"key": head.key.written()}
    for entry, key in filter(None, [seen.anew()]):
        yield Said.KEY_ANEW, {"entry": entry, "key": key}
    for entry, _ in head.keys[1:]:
        yield Said.KEY_CHANGED, {"entry": entry, "key": head.keys[0][1].written()}
    if not head.whole:
        yield Said.PART, {"count": seen.disclosed, "size": head.size}
    if seen.withheld and head.scope is not Scope.FULL:
        yield Said.WITHHELD, {"count": seen.withheld}
    yield (Said.TEXTS, {"count": seen.texts}) if head.texts else (Said.NO_TEXTS, {})
    for (entry, name), (by, ground) in sorted(seen.erased.items()):
        facts: Facts = {"entry": entry, "field": name, "by": by, "ground": ground}
        yield (Said.ERASED if by <= head.size else Said.ERASED_LATER), facts
    most = max(seen.witnessed.values())
    if most:
        size = max(size for size, count in seen.witnessed.items() if count == most)
        orgs = len(set(head.witnesses.values()))
        yield Said.WITNESSED, {"count": most, "all": orgs, "size": size}
    else:
        yield Said.UNWITNESSED, {}


def _compared(
    seen: Seen, head: Head, against: Sequence[Kept]
) -> Iterator[tuple[Said, Facts]]:
    """Compare with what was kept of this log."""
    ours = [kept for kept in against if kept.origin in {None, head.origin}]
    if against and not ours:
        other = str(against[0].origin)
        raise RefusedError(
            Said.OTHER_LOG, Exit.UNREADABLE, origin=head.origin, other=other
        )
    for kept in ours:
        facts: Facts = {"size": kept.size, "newest": head.size}
        root = seen.roots.get(kept.size)
        if root is not None:
            yield Said.AGREES if kept.fits(root) else Said.CONTRADICTS, facts
        else:
            yield Said.SHORTER if kept.size > head.size else Said.INCOMPARABLE, facts


# ───────────────────────────────── core.bundle.judge ──────────────────────────────────
# Judge: whether a bundle proves what it shows, line by line (*Prüfung*).
#
# ::
#
#     head --> checkpoints --> entries, each with its texts --> end
#
# Nothing is kept of an entry but its hash in the growing root, and which texts are
# missing, so that a long bundle needs no more memory than a short one.

_HEAD: Final = {"bundle", "key", "origin", "scope", "size", "texts", "witnesses"}
_KEYS: Final = {1: _HEAD, FORMAT: {*_HEAD, "keys"}}
_CHECKPOINT: Final = {"checkpoint", "consistency"}
_SHOWN: Final = {"entry", "header", "state"}
_PROVED: Final = {*_SHOWN, "inclusion"}
_HIDDEN: Final = {"entry", "hash"}
_TEXT: Final = {"entry", "field", "salt", "text"}
_END: Final = {"end", "lines"}
_OTHER: Final = {PROOF.encode(): Said.PROOF_ALONE}  # by the first line of a file


def judged(
    lines: Iterable[bytes], against: Sequence[Kept], quorum: int, now: int
) -> Verdict:
    """Return what is to be said of a bundle; each line ends with a line feed.

    ``now`` in seconds since 1970; ``quorum``: so many organisations must have
    signed one of its checkpoints.
    """
    judge = Judge(verify, now, [each.size for each in against])
    digest = sha256()
    try:
        for line in lines:
            judge.take(line, digest.digest())
            digest.update(line)
        return summary(judge.seen(), against, quorum)
    except RefusedError as error:
        facts: Facts = {"line": judge.line, **error.facts}
        return Verdict(error.exit, ((error.said, facts),))


class Judge:
    """Takes the lines of one bundle."""

    def __init__(self, check: Verify, now: int, sizes: Iterable[int] = ()) -> None:
        """Note the roots at ``sizes``, too; ``now`` in seconds since 1970."""
        self.line = 0
        self._check = check
        self._now = now
        self._sizes = frozenset(sizes)
        self._before = b""
        self._head: Head | None = None
        self._checkpoints: Checkpoints | None = None
        self._peaks = Peaks()
        self._last: tuple[int, Leaf | None] = (0, None)  # entry, and what it says
        self._recorded = ""
        self._wanted: dict[str, str] = {}  # commitments of the last entry
        self._seen = Seen()
        self._ended = False

    def take(self, line: bytes, before: bytes) -> None:
        """Take the next line; ``before`` is the SHA-256 of all lines before.

        Raises:
            RefusedError: it cannot be read, or proves that something is wrong.
        """
        self.line += 1
        self._before = before
        try:
            said = line.decode("utf-8")
            value = read(said)
            canonical = said == f"{written(value)}\n"
        except (UnicodeDecodeError, MalformedError, RecursionError) as error:
            known = Said.NO_JSON if self._head else _OTHER.get(line, Said.NO_BUNDLE)
            raise RefusedError(known, Exit.UNREADABLE) from error
        if not canonical:
            raise RefusedError(Said.NOT_CANONICAL)
        try:
            self._sort(value)
        except MalformedError as error:
            raise RefusedError(Said.MALFORMED) from error

    def seen(self) -> Seen:
        """Return what was seen, at the end.

        Raises:
            RefusedError: the end has not come.
        """
        if self._head is None:
            raise RefusedError(Said.NO_BUNDLE, Exit.UNREADABLE)
        if not self._ended:
            raise RefusedError(Said.CUT)
        return self._seen

    def _sort(self, value: Value) -> None:
        names = value.keys()
        head, checkpoints = self._head, self._checkpoints
        if head is None or checkpoints is None:
            self._begin(value)
        elif self._ended:
            raise RefusedError(Said.ORDER)
        elif names == _CHECKPOINT:
            self._close()
            short = head.whole and self._last[0] < head.size
            if self._last[0] > head.size or (checkpoints.complete and short):
                raise RefusedError(Said.ORDER)
            checkpoints.take(value)
        elif names == _TEXT and head.texts:
            self._text(value)
        elif names == _PROVED and checkpoints.newest.size > head.size:
            self._later(value, head, checkpoints)
        elif names in (_SHOWN, _HIDDEN, _PROVED):
            self._entry(value, head, checkpoints)
        elif names == _END:
            self._end(value, head, checkpoints)
        elif names == _TEXT:
            raise RefusedError(Said.MALFORMED)
        else:
            raise RefusedError(Said.UNKNOWN_LINE, Exit.UNREADABLE)

    def _begin(self, value: Value) -> None:
        known = number_in(value, "bundle") if "bundle" in value else FORMAT
        if known not in _KEYS:
            raise RefusedError(Said.NEWER, Exit.UNREADABLE)
        if value.keys() != _KEYS[known]:
            raise RefusedError(Said.NO_BUNDLE, Exit.UNREADABLE)
        self._head = head_of(value)
        self._checkpoints = Checkpoints(self._head, self._check, self._now)

    def _entry(self, value: Value, head: Head, checkpoints: Checkpoints) -> None:
        self._close()
        entry, last = number_in(value, "entry"), self._last[0]
        follows = entry == last + 1 if head.whole else entry > last
        if not follows or checkpoints.newest.size != head.size or entry > head.size:
            raise RefusedError(Said.ORDER)
        if head.whole == ("inclusion" in value):
            raise RefusedError(Said.MALFORMED)
        hidden = "hash" in value
        found, said = (bytes_in(value, "hash"), None) if hidden else _shown(value)
        if said is not None:
            self._disclosed(entry, said)
        self._seen.withheld += hidden
        self._last = entry, said
        if head.whole:
            self._grow(found, checkpoints.roots)
        elif not _included(value, found, entry, checkpoints):
            raise RefusedError(Said.INCLUSION, entry=entry)

    def _later(self, value: Value, head: Head, checkpoints: Checkpoints) -> None:
        """Take what explains something, from behind the end of the bundle."""
        self._close()
        entry, (found, said) = number_in(value, "entry"), _shown(value)
        if not max(self._last[0], head.size) < entry <= checkpoints.newest.size:
            raise RefusedError(Said.ORDER)
        if said.erasure is None and said.announced is None:
            raise RefusedError(Said.MALFORMED)
        if not _included(value, found, entry, checkpoints):
            raise RefusedError(Said.INCLUSION, entry=entry)
        self._told(entry, said)
        self._last = entry, None

    def _disclosed(self, entry: int, said: Leaf) -> None:
        self._told(entry, said)
        self._wanted = dict(said.sealed)
        self._seen.disclosed += 1

    def _told(self, entry: int, said: Leaf) -> None:
        if said.recorded < self._recorded:
            raise RefusedError(Said.TIME, entry=entry)
        self._recorded = said.recorded
        if said.erasure is not None:
            self._seen.explain(said.erasure, entry)
        if said.announced is not None:
            self._seen.announced[entry] = said.announced

    def _grow(self, found: bytes, roots: Mapping[int, bytes]) -> None:
        """Compare the root with every checkpoint on the way."""
        self._peaks.append(found)
        size = self._peaks.size
        if size in roots and self._peaks.root() != roots[size]:
            raise RefusedError(Said.ROOT, size=size)
        if size in self._sizes:
            self._seen.roots[size] = self._peaks.root()

    def _text(self, value: Value) -> None:
        entry, leaf = self._last
        field, text = text_in(value, "field"), text_in(value, "text")
        salt, wanted = bytes_in(value, "salt"), self._wanted.pop(field, None)
        if leaf is None or number_in(value, "entry") != entry or wanted is None:
            raise RefusedError(Said.TEXT, entry=entry, field=field)
        if commitment(salt, leaf.stream, leaf.version, field, text) != wanted:
            raise RefusedError(Said.TEXT, entry=entry, field=field)
        self._seen.texts += 1

    def _close(self) -> None:
        """Note what was not opened of the entry before."""
        if self._wanted:
            self._seen.miss(self._last[0], self._wanted)
            self._wanted = {}

    def _end(self, value: Value, head: Head, checkpoints: Checkpoints) -> None:
        self._close()
        short = head.whole and self._last[0] < head.size
        if short or not checkpoints.roots or checkpoints.last.size != head.size:
            raise RefusedError(Said.CUT)
        said = bytes_in(value, "end"), number_in(value, "lines")
        if said != (self._before, self.line - 1):
            raise RefusedError(Said.DIGEST)
        self._ended = True
        self._seen.close(head, checkpoints)


def _shown(value: Value) -> tuple[bytes, Leaf]:
    """Return the hash of a disclosed entry, and what it says."""
    header, state = object_in(value, "header"), object_in(value, "state")
    leaf = f"{written(header)}\n{written(state)}".encode()
    return leaf_hash(leaf), leaf_of(header, state)


def _included(value: Value, found: bytes, entry: int, checkpoints: Checkpoints) -> bool:
    newest = checkpoints.newest
    proof = [unhex(each) for each in list_in(value, "inclusion")]
    return verify_inclusion(entry - 1, newest.size, found, proof, newest.root)


# ──────────────────────────────── adapters.audit.alone ────────────────────────────────
# Alone: checking a bundle from the command line, with nothing but Python.
#
# ``deploy/verify.py`` is made of this and of what it needs; see ``onefile.py``.

LONGEST: Final = 64 * 2**20  # bytes of a line; a longer one is none of ours
_USAGE: Final = "python verify.py DATEI [--against ALT] [--quorum N]\n"


def lines_of(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file, none longer than ``LONGEST``."""
    while line := file.readline(LONGEST):
        yield line


def check(file: Path, against: Path | None, quorum: int, now: int) -> Verdict:
    """Return what is to be said of a bundle.

    ``now`` in seconds since 1970.

    Raises:
        OSError: a file cannot be read.
    """
    measures: list[Kept] = []
    if against is not None:
        try:
            measures = kept(against.read_bytes())
        except UnprovedError:
            said = ((Said.UNPROVED, {"file": against.name}),)
            return Verdict(Exit.INVALID, said)
        except MalformedError:
            said = ((Said.NO_KEPT, {"file": against.name}),)
            return Verdict(Exit.UNREADABLE, said)
    with file.open("rb") as bundle:
        return judged(lines_of(bundle), measures, quorum, now)


def main(arguments: Sequence[str], words: Mapping[str, str]) -> int:
    """Check what ``arguments`` name; return the exit code.

    ``words`` by what is said, and by the name of a fact and its code.
    """
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal may know few letters
        sys.stdout.reconfigure(errors="replace")
    named = _named(arguments)
    if named is None:
        sys.stderr.write(_USAGE)
        return Exit.UNREADABLE
    try:
        verdict = check(*named, int(time.time()))
    except OSError as error:
        why = "no file" if isinstance(error, FileNotFoundError) else "closed file"
        sys.stderr.write(words[why].format(file=error.filename) + "\n")
        return Exit.UNREADABLE
    for code, facts in verdict.shown():
        said = {name: words.get(f"{name} {fact}", fact) for name, fact in facts.items()}
        sys.stdout.write(words[code.value].format(**said) + "\n")
    return verdict.exit


def _named(arguments: Sequence[str]) -> tuple[Path, Path | None, int] | None:
    """Return file, what was kept, and quorum; ``None`` if they are misspelt."""
    files, options = [], {"--against": "", "--quorum": "0"}
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word in options and rest:
            options[word] = rest.pop(0)
        elif word.startswith("--"):
            return None
        else:
            files.append(word)
    against, quorum = options.values()
    if len(files) != 1 or not (quorum.isascii() and quorum.isdigit()):
        return None
    return Path(files[0]), Path(against) if against else None, int(quorum)


SENTENCES: Final[Mapping[str, str]] = {
    'no bundle': (
        'Diese Datei ist keine Prüfdatei von Faden. Bitte prüfen Sie den Namen.'
    ),
    'proof without its bundle': (
        'Diese Datei ist der Nachweis eines einzelnen Eintrags. Bitte holen Sie die '
        'Prüfdatei der Region und prüfen Sie diese gegen den Nachweis: PRÜFDATEI '
        '--against NACHWEIS.'
    ),
    'newer format': (
        'Diese Prüfdatei hat ein neueres Format. Bitte holen Sie das neueste '
        'Prüfprogramm und prüfen Sie damit.'
    ),
    'no json': (
        'Zeile {line} ist nicht lesbar: Die Datei wurde unterwegs beschädigt oder '
        'abgeschnitten. Bitte holen Sie sie noch einmal.'
    ),
    'unknown line': (
        'Zeile {line} ist von einer Art, die dieses Prüfprogramm nicht kennt. Bitte '
        'holen Sie das neueste.'
    ),
    'nothing kept': (
        'In {file} steht kein Prüfstand. Bitte nennen Sie eine Mail, eine Notiz oder '
        'eine ältere Prüfdatei mit einem darin.'
    ),
    'entry of a proof not proved': (
        '{file} beweist den Eintrag nicht, den sie nennt: Der Eintrag oder sein Weg '
        'wurde nachträglich geändert.'
    ),
    'other log': (
        'Was Sie aufgehoben haben, gehört zum Protokoll {other}, diese Prüfdatei zu '
        '{origin}. Bitte nennen Sie den Prüfstand dieser Region.'
    ),
    'incomparable': (
        'Ihr aufgehobener Prüfstand {size} lässt sich mit diesem Auszug nicht '
        'vergleichen. Bitte verlangen Sie die ganze Prüfdatei.'
    ),
    'not canonical': (
        'UNGÜLTIG: Zeile {line} hat nicht die eine Form, in der Zeilen geschrieben '
        'werden. Die Datei wurde verändert.'
    ),
    'malformed': (
        'UNGÜLTIG: Zeile {line} sagt nicht, was sie soll. Die Datei wurde verändert.'
    ),
    'order': (
        'UNGÜLTIG: Zeile {line} folgt nicht auf die vorige: Einträge fehlen, stehen '
        'doppelt oder in anderer Reihenfolge.'
    ),
    'origin': (
        'UNGÜLTIG: Zeile {line} gehört zum Protokoll {other}, nicht zu {origin}.'
    ),
    'signature': (
        'UNGÜLTIG: Die Unterschrift unter Prüfstand {size} ist falsch oder fehlt '
        '({name}).'
    ),
    'key early': (
        'UNGÜLTIG: Prüfstand {size} ist mit einem anderen Schlüssel unterschrieben, '
        'bevor der alte für ihn gebürgt hat (Eintrag {entry}).'
    ),
    'key unknown': (
        'UNGÜLTIG: Kein Eintrag des Protokolls kündigt den Schlüssel {key} an. '
        'Unterschrieben hat jemand anderes.'
    ),
    'key lost': (
        'UNGÜLTIG: Eintrag {entry} sagt, dass der Schlüssel verloren ging, und nennt '
        'an seiner Stelle {key}. Diese Datei beginnt mit einem anderen.'
    ),
    'witness unknown': (
        'UNGÜLTIG: Kein Eintrag des Protokolls nennt {key} als Schlüssel von {org}.'
    ),
    'future': (
        'UNGÜLTIG: Prüfstand {size} wurde in der Zukunft bezeugt. Bitte prüfen Sie '
        'auch die Uhr dieses Rechners.'
    ),
    'consistency': (
        'UNGÜLTIG: Prüfstand {size} setzt Prüfstand {old} nicht fort. Dazwischen '
        'wurde das Protokoll umgeschrieben.'
    ),
    'root': (
        'UNGÜLTIG: Die Einträge bis {size} sind nicht die unterschriebenen. '
        'Mindestens einer wurde verändert.'
    ),
    'inclusion': (
        'UNGÜLTIG: Eintrag {entry} steht nicht im unterschriebenen Protokoll.'
    ),
    'time': (
        'UNGÜLTIG: Eintrag {entry} ist älter als der vorige.'
    ),
    'text': (
        'UNGÜLTIG: Eintrag {entry}: Der Text {field} ist nicht der versiegelte.'
    ),
    'cut': (
        'UNGÜLTIG: Die Datei endet zu früh. Bitte holen Sie sie noch einmal.'
    ),
    'digest': (
        'UNGÜLTIG: Die Datei wurde verändert; ihre letzte Zeile passt nicht.'
    ),
    'contradicts': (
        'WIDERSPRUCH: Sie haben einen anderen Prüfstand {size} aufgehoben. Seither '
        'wurde das Protokoll umgeschrieben. Bitte bewahren Sie beide Dateien auf und '
        'fragen Sie schriftlich bei der Koordination nach.'
    ),
    'shorter': (
        'WIDERSPRUCH: Sie haben Prüfstand {size} aufgehoben, diese Prüfdatei endet '
        'aber mit Eintrag {newest}. Sie ist älter als Ihr Prüfstand, oder es wurden '
        'Einträge entfernt.'
    ),
    'unexplained': (
        'UNGEKLÄRT: Eintrag {entry}: Der Text {field} fehlt, und kein Eintrag sagt '
        'warum.'
    ),
    'hidden': (
        'UNGEKLÄRT: Von {count} Einträgen steht nur der Hashwert da, obwohl diese '
        'Datei alle zeigen soll.'
    ),
    'quorum': (
        'ZU WENIGE ZEUGEN: Die Datei ist in Ordnung, doch bezeugt haben dieses '
        'Protokoll erst {count} Organisationen; verlangt haben Sie {quorum}. Bitte '
        'warten Sie auf die nächsten Unterschriften, oder verlangen Sie weniger.'
    ),
    'sound': (
        'IN ORDNUNG: Alle Beweise stimmen. Prüfstand {size} · {digits} von {origin}.'
    ),
    'part': (
        'Das ist ein Auszug: {count} von {size} Einträgen. Er kann nicht beweisen, '
        'dass nichts weggelassen wurde.'
    ),
    'key': (
        'Unterschrieben mit {key}. Bitte vergleichen Sie diesen Schlüssel mit dem, '
        'den Sie von anderswo kennen.'
    ),
    'key anew': (
        'Eintrag {entry} sagt, dass der vorige Schlüssel verloren ging; für {key} '
        'bürgt nur, wer Ihnen diesen Schlüssel gegeben hat. Ob das Protokoll noch '
        'dasselbe ist, zeigt, was Sie von früher aufgehoben haben: --against.'
    ),
    'key changed': (
        'Eintrag {entry} kündigt einen anderen Schlüssel an; der vorige hat das '
        'unterschrieben. Zuerst war es {key}.'
    ),
    'withheld': (
        'Von {count} Einträgen steht nur der Hashwert da.'
    ),
    'texts': (
        '{count} geöffnete Texte sind die versiegelten.'
    ),
    'no texts': (
        'Diese Prüfdatei öffnet keine Texte.'
    ),
    'erased': (
        'Eintrag {entry}: Text {field} gelöscht, Grund: {ground}, Eintrag {by}.'
    ),
    'erased later': (
        'Eintrag {entry}: Der Text {field} wurde später gelöscht ({ground}), das sagt'
        ' Eintrag {by}.'
    ),
    'witnessed': (
        'Bezeugt von {count} der {all} Organisationen, deren Schlüssel das Protokoll '
        'nennt, bis Eintrag {size}.'
    ),
    'unwitnessed': (
        'Sonst hat niemand unterschrieben. Ob das Protokoll umgeschrieben wurde, '
        'zeigt nur ein Prüfstand, den Sie selbst aufgehoben haben: --against.'
    ),
    'agrees': (
        'Sie setzt den Prüfstand {size} fort, den Sie aufgehoben haben.'
    ),
    'no file': (
        'Eine Datei {file} gibt es nicht. Bitte prüfen Sie den Namen.'
    ),
    'closed file': (
        '{file} lässt sich nicht lesen. Bitte prüfen Sie, ob Sie diese Datei öffnen '
        'dürfen.'
    ),
    'ground not_needed': (
        'nicht mehr nötig'
    ),
    'ground consent_withdrawn': (
        'Einwilligung widerrufen'
    ),
    'ground objection': (
        'Widerspruch der Person'
    ),
    'ground unlawful': (
        'unrechtmäßig gespeichert'
    ),
    'ground legal_duty': (
        'gesetzliche Pflicht'
    ),
    'ground correction': (
        'Berichtigung'
    ),
    'ground period_over': (
        'Frist abgelaufen'
    ),
    'field alternatives': (
        '„Alternativen“'
    ),
    'field basis': (
        '„Grundlage“'
    ),
    'field by': (
        '„von wem“'
    ),
    'field conditions': (
        '„Maßgaben“'
    ),
    'field deputy': (
        '„Vertretung“'
    ),
    'field evidence': (
        '„Nachweis“'
    ),
    'field giver': (
        '„Geldgeber“'
    ),
    'field mailbox': (
        '„Postfach“'
    ),
    'field measure': (
        '„fertig heißt“'
    ),
    'field missing': (
        '„was fehlt“'
    ),
    'field no_review': (
        '„warum keine Wiedervorlage“'
    ),
    'field note': (
        '„Anmerkung“'
    ),
    'field otherwise': (
        '„wenn man nicht mitmacht“'
    ),
    'field override': (
        '„Ausnahme“'
    ),
    'field period': (
        '„Zeitraum“'
    ),
    'field pitfalls': (
        '„Fallstricke“'
    ),
    'field place': (
        '„Ort“'
    ),
    'field programme': (
        '„Förderprogramm“'
    ),
    'field proposal': (
        '„Vorschlag“'
    ),
    'field purpose': (
        '„Zweck“'
    ),
    'field reason': (
        '„Grund“'
    ),
    'field reasons': (
        '„Begründung“'
    ),
    'field remark': (
        '„Bemerkung“'
    ),
    'field result': (
        '„Ergebnis“'
    ),
    'field said': (
        '„Antwort“'
    ),
    'field scope': (
        '„Umfang“'
    ),
    'field source': (
        '„Quelle“'
    ),
    'field summary': (
        '„Zusammenfassung“'
    ),
    'field text': (
        '„Wortlaut“'
    ),
    'field to': (
        '„Empfänger“'
    ),
    'field waiver': (
        '„warum ohne Abfrage“'
    ),
    'field what': (
        '„worum es geht“'
    ),
    'field where': (
        '„wo sie liegt“'
    ),
    'field why': (
        '„warum“'
    ),
    'field wording': (
        '„Wortlaut“'
    ),
}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:], SENTENCES))
