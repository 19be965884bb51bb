"""Note: a text with signatures under it, and the keys of those who sign (*Vermerk*).

Source: C2SP, ``signed-note`` and ``tlog-cosignature`` (Ed25519)::

    text that ends with a line feed
    <empty line>
    — <name of key> <base64 of key id (4 bytes) and signature>

A witness signs the moment as well: 8 bytes of seconds since 1970 stand in front of
its signature. Whoever checks a signature brings the arithmetic (``Verify``). Only
one form is read: what is written again gives the same bytes.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, TypeAlias

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
