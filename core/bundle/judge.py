"""Judge: whether a bundle proves what it shows, line by line (*Prüfung*).

::

    head --> checkpoints --> entries, each with its texts --> end

Nothing is kept of an entry but its hash in the growing root, and which texts are
missing, so that a long bundle needs no more memory than a short one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Final

from core.bundle.canonical import (
    Value,
    bytes_in,
    list_in,
    number_in,
    object_in,
    read,
    text_in,
    unhex,
    written,
)
from core.bundle.head import FORMAT, Checkpoints, Head, head_of
from core.bundle.kept import Kept
from core.bundle.leaf import Leaf, commitment, leaf_of
from core.bundle.summary import Seen, summary
from core.bundle.verdict import Exit, Facts, RefusedError, Said, Verdict
from core.checkpoint import PROOF
from core.ed25519 import verify
from core.merkle import Peaks, leaf_hash, verify_inclusion
from core.note import MalformedError, Verify

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
