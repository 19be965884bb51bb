"""Kept: checkpoints that somebody kept, in a mail, a note or a file (*Aufbewahrtes*).

Whatever surrounds them is passed over: quoting, greetings, the wrapping of a mail.
Read are the three lines of a checkpoint, the short form (``4711 · 7F3A-91C2-…``, at
least four groups) however it was typed off, and the checkpoints of an older bundle.
What was kept is believed: nobody but the keeper could change it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from typing import Final

from core.bundle.canonical import read, text_in
from core.checkpoint import PROOF, Checkpoint, parse_checkpoint, parse_proof
from core.note import MalformedError, parse

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
