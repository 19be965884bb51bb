"""Witness: what somebody signs who saw the log grow, and what they refuse (*Zeuge*).

::

    Nothing seen --checkpoint, signed by the log--> Seen
    Seen --the same, or one that is proved to continue it--> Seen

Source: C2SP, ``tlog-witness``. A request is::

    old <size that the witness saw last, in decimal>
    <consistency proof: base64, a hash per line>
    <empty line>
    <the signed note of a checkpoint>

A note alone is a request of whoever has seen nothing, or the same size, before. Both
are found in a letter as it is, quoted or wrapped.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from core.bundle.kept import texts, unquoted
from core.checkpoint import Checkpoint, number, parse_checkpoint, parse_hash
from core.merkle import verify_consistency
from core.note import Key, MalformedError, Note, UntrustedError, Verify, opened, parse

_OLD: Final = "old "
_HASH: Final = "[A-Za-z0-9+/]{43}=\n"
_SIGNATURE: Final = "\N{EM DASH}\\s+(\\S+)\\s+([A-Za-z0-9+/]{86,}={0,2})\n"
_LETTER: Final = re.compile(
    f"^((?:old [0-9]+\n(?:{_HASH})*\n)?"
    f"\\S[^\n]*\n[0-9]+\n{_HASH}\n)((?:{_SIGNATURE})+)",
    re.MULTILINE,
)


@unique
class Why(StrEnum):
    """Why a witness does not sign."""

    OTHER_LOG = "other log"
    OTHER_KEY = "other key"
    SMALLER = "smaller"
    FORKED = "forked"
    NO_PROOF = "no proof"


class RefusedError(Exception):
    """A witness does not sign that."""

    def __init__(self, why: Why, /, **facts: str | int) -> None:
        """Keep why, with ``old`` (what was seen) and ``new`` sizes, or names."""
        super().__init__(why.value)
        self.why = why
        self.facts = facts


@unique
class Unkept(StrEnum):
    """Why what a witness signed is not kept beside its checkpoint."""

    OTHER_LOG = "other log"
    NOT_SIGNED = "not signed"
    OTHER_TREE = "other tree"
    UNKNOWN_KEY = "unknown key"
    WRONG = "wrong"
    FUTURE = "future"


class UnkeptError(Exception):
    """What was brought is not kept."""

    def __init__(self, why: Unkept, /, **facts: str | int) -> None:
        """Keep why, with the size of the checkpoint, or names."""
        super().__init__(why.value)
        self.why = why
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Request:
    """A signed checkpoint, and the proof that it continues the one of size ``old``."""

    note: Note
    old: int = 0
    proof: tuple[bytes, ...] = ()

    def written(self) -> str:
        """Return the request as it is sent."""
        hashes = "".join(f"{b64encode(each).decode()}\n" for each in self.proof)
        return f"{_OLD}{self.old}\n{hashes}\n{self.note.written()}"


@dataclass(frozen=True, slots=True)
class Seen:
    """The largest checkpoint that a witness signed of a log."""

    size: int
    root: bytes


def in_letter(data: bytes) -> Request:
    """Return the request in a letter, a file or what was pasted.

    Raises:
        MalformedError: there is none.
    """
    for text in texts(data):
        if found := _LETTER.search(f"{text}\n"):
            lines = re.findall(_SIGNATURE, found[2])
            signed = "".join(f"\N{EM DASH} {name} {raw}\n" for name, raw in lines)
            return parse_request(f"{found[1]}{signed}")
    raise MalformedError("no request")


def holds_request(said: str) -> bool:
    """Whether something in what was said looks like a signed checkpoint."""
    return _LETTER.search(f"{unquoted(said)}\n") is not None


def parse_request(said: str) -> Request:
    """Return the request that ``said`` is.

    Raises:
        MalformedError: it is none.
    """
    if not said.startswith(_OLD):
        return Request(parse(said))
    head, gap, rest = said.partition("\n\n")
    first, *hashes = head.split("\n")
    if not gap:
        raise MalformedError("no request")
    old = number(first.removeprefix(_OLD))
    return Request(parse(rest), old, tuple(map(parse_hash, hashes)))


def weigh(request: Request, log: Key, seen: Seen | None, check: Verify) -> Checkpoint:
    """Return the checkpoint that may be signed by whoever has ``seen`` that.

    Raises:
        RefusedError: it may not.
        MalformedError: the note is no checkpoint.
    """
    found = parse_checkpoint(request.note.text)
    if found.origin != log.name:
        raise RefusedError(Why.OTHER_LOG, log=log.name, other=found.origin)
    try:
        opened(request.note, (log,), check)
    except UntrustedError as error:
        raise RefusedError(Why.OTHER_KEY, log=log.name) from error
    if seen is not None:
        _continued(request, found, seen)
    return found


def _continued(request: Request, new: Checkpoint, seen: Seen) -> None:
    sizes = {"old": seen.size, "new": new.size}
    if new.size < seen.size:
        raise RefusedError(Why.SMALLER, **sizes)
    if new.size == seen.size:
        if new.root != seen.root:
            raise RefusedError(Why.FORKED, **sizes)
        return
    if seen.size and request.old != seen.size:
        raise RefusedError(Why.NO_PROOF, **sizes)
    if not _follows(seen, new, request.proof):
        raise RefusedError(Why.FORKED, **sizes)


def _follows(seen: Seen, new: Checkpoint, proof: Sequence[bytes]) -> bool:
    return not seen.size or verify_consistency(
        seen.size, new.size, proof, seen.root, new.root
    )
