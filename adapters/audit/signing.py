"""Signing: the key of the log, in a file of its own (German: *Logschlüssel*).

It never lies in the database, so that whoever changes that cannot sign what comes
of it. The file holds one line, as in C2SP ``signed-note``: ``PRIVATE+KEY+``, the
name of the log, the key's id, and base64 of the kind and the 32 secret bytes.
"""

from __future__ import annotations

import os
from base64 import b64encode
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from core.note import (
    COSIGNATURE,
    ED25519,
    Key,
    MalformedError,
    Note,
    Signature,
    covered,
    decoded,
    is_name,
    signed,
)

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_PREFIX: Final = "PRIVATE+KEY+"
_SECRET: Final = 32  # bytes


class Place(NamedTuple):
    """Where the key lies, and what the log is called when it is made."""

    file: Path
    name: str


@dataclass(frozen=True, slots=True)
class Signer:
    """A key with both halves."""

    key: Key
    _secret: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def of(cls, name: str, secret: bytes, kind: int = ED25519) -> Self:
        """Return the key of ``name`` made of 32 secret bytes.

        Raises:
            MalformedError: a key cannot have this name.
        """
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if not is_name(name) or len(secret) != _SECRET:
            raise MalformedError(name)
        private = Ed25519PrivateKey.from_private_bytes(secret)
        return cls(Key(name, kind, private.public_key().public_bytes_raw()), private)

    @classmethod
    def parse(cls, line: str) -> Self:
        """Return the key that the line of a key file holds.

        Raises:
            MalformedError: it holds none.
        """
        name, _, rest = line.strip().removeprefix(_PREFIX).partition("+")
        key_id, _, encoded = rest.partition("+")
        raw = decoded(encoded)
        if not line.startswith(_PREFIX) or raw[:1] not in {b"\x01", b"\x04"}:
            raise MalformedError(name)
        signer = cls.of(name, raw[1:], raw[0])
        if signer.key.id.hex() != key_id:
            raise MalformedError(name)
        return signer

    def written(self) -> str:
        """Return the line of the key file, to be kept secret."""
        raw = bytes([self.key.kind]) + self._secret.private_bytes_raw()
        key = f"{self.key.name}+{self.key.id.hex()}+{b64encode(raw).decode()}"
        return f"{_PREFIX}{key}\n"

    def sign(self, text: str, moment: int | None = None) -> Signature:
        """Sign ``text``; a witness says at which second since 1970."""
        if (self.key.kind == COSIGNATURE) != (moment is not None):
            raise ValueError("a witness signs a moment, a log none")
        made = self._secret.sign(covered(text, moment))
        return signed(self.key, made, moment)

    def note(self, text: str) -> Note:
        """Return ``text`` with this key's signature under it."""
        return Note(text, (self.sign(text),))


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a public key made a signature (``core.note.Verify``)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def kept(file: Path) -> Signer | None:
    """Return the key in a file, ``None`` if there is no such file.

    Raises:
        OSError: it cannot be read.
        MalformedError: it holds no key.
    """
    try:
        return Signer.parse(file.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise MalformedError(file.name) from error


def made(place: Place, kind: int = ED25519) -> Signer:
    """Return the key in a file, made now if there is none (mode 0600).

    Two processes that come at once get the same.

    Raises:
        OSError: it can be neither read nor written.
        MalformedError: it holds no key.
    """
    file = place.file
    if (found := kept(file)) is not None:
        return found
    fresh = Signer.of(place.name, os.urandom(_SECRET), kind)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(fresh.written())
            out.flush()
            os.fsync(out.fileno())
        os.link(beside, file)  # all at once, and never over another
    except FileExistsError:
        return made(place, kind)
    finally:
        beside.unlink()
    return fresh
