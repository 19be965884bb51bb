"""Cosigning: takes what witnesses signed, checks it and keeps it (*Mitzeichnung*).

It proves itself, so it does not matter who brings it, or how often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

import sqlalchemy as sa

from adapters.audit.checkpoints import Signed, latest, newest, numbered
from adapters.audit.keys import current, named, witnesses
from adapters.audit.signing import verify
from adapters.journal.added import cosignature
from adapters.store import Store
from core.checkpoint import Checkpoint, parse_checkpoint
from core.note import Key, Note, Signature, UntrustedError, opened, parse
from core.witness import Unkept, UnkeptError

AHEAD: Final = 600  # seconds by which the clock of a witness may be ahead of ours
_LOOKED: Final = 30  # checkpoints among which the best witnessed is looked for
_NOTE: Final = re.compile(
    "^\\S[^\n]*\n[0-9]+\n[A-Za-z0-9+/]{43}=\n\n(?:\N{EM DASH} [^\n]+\n)+", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Taken:
    """The organisations whose cosignature is kept, and those of whom it was before."""

    size: int
    fresh: Sequence[str]
    known: Sequence[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """The checkpoint that most organisations witnessed, of those the newest."""

    checkpoint: Checkpoint
    count: int
    of_all: int


def take(store: Store, said: str, now: int) -> Taken:
    """Keep what witnesses signed in ``said``; ``now`` in seconds since 1970.

    Raises:
        UnkeptError: it is not to be believed.
        MalformedError: it is no signed checkpoint.
        Refusal: the store is away.
    """
    note = _found(said)
    with store.reading() as db:
        number, lines = _checked(db, note, now)
    fresh = store.writer.run(partial(_add, number=number, lines=lines)).result()
    orgs = {org for org, _, _ in lines}
    size = parse_checkpoint(note.text).size
    return Taken(size, sorted(fresh), sorted(orgs - fresh))


def holds_note(said: str) -> bool:
    """Whether there is something in a text that looks like a signed checkpoint."""
    return _NOTE.search(_plain(said)) is not None


def standing(db: sa.Connection) -> Standing | None:
    """Return how far the log is witnessed; ``None``: there is no checkpoint."""
    orgs = {key: one.org for key, one in witnesses(named(db)).items()}
    counted, seen = list[tuple[int, Checkpoint]](), set[str]()
    for each in latest(db, _LOOKED):  # whoever signed a later one vouches for this, too
        seen |= _orgs(each, orgs)
        counted.append((len(seen), each.checkpoint))
    if not counted:
        return None
    most, best = max(counted, key=lambda pair: (pair[0], pair[1].size))
    return Standing(best, most, len(set(orgs.values())))


def last_seen(db: sa.Connection) -> Mapping[str, int | None]:
    """Return up to which size each organisation bore witness, as far as is known."""
    all_named = named(db)
    orgs = {key: one.org for key, one in witnesses(all_named).items()}
    found: dict[str, int | None] = dict.fromkeys(current(all_named))
    for each in reversed(latest(db, _LOOKED)):
        found |= dict.fromkeys(_orgs(each, orgs), each.checkpoint.size)
    return found


def _orgs(each: Signed, orgs: Mapping[Key, str | None]) -> set[str]:
    ids = {(one.name, one.key_id) for one in each.note.signatures}
    return {org for key, org in orgs.items() if org and (key.name, key.id) in ids}


def _found(said: str) -> Note:
    """Return the note in a text, whatever stands around it."""
    plain = _plain(said)
    found = _NOTE.search(plain)
    return parse(found[0] if found else plain)


def _plain(said: str) -> str:
    return said.replace("\r\n", "\n").strip() + "\n"


_Line: TypeAlias = tuple[str, Key, Signature]


def _checked(db: sa.Connection, note: Note, now: int) -> tuple[int, Sequence[_Line]]:
    """Return the number of the checkpoint, and what is to be kept beside it."""
    said, last = parse_checkpoint(note.text), newest(db)
    if last is None or said.origin != last.checkpoint.origin:
        ours = last.checkpoint.origin if last else "–"
        raise UnkeptError(Unkept.OTHER_LOG, other=said.origin, ours=ours)
    kept = numbered(db, said.size)
    if kept is None:
        raise UnkeptError(Unkept.NOT_SIGNED, size=said.size)
    number, signed = kept
    if signed.note.text != note.text:
        raise UnkeptError(Unkept.OTHER_TREE, size=said.size)
    lines = list(_lines(note, current(named(db))))
    if not lines:
        raise UnkeptError(Unkept.UNKNOWN_KEY, name=_others(note, signed.key))
    try:
        keys = (signed.key, *(key for _, key, _ in lines))
        moments = opened(note, keys, verify)
    except UntrustedError as error:
        raise UnkeptError(Unkept.WRONG, name=str(error)) from error
    if any((moment or 0) > now + AHEAD for moment in moments.values()):
        raise UnkeptError(Unkept.FUTURE, size=said.size)
    return number, lines


def _lines(note: Note, keys: Mapping[str, Key]) -> Iterator[_Line]:
    """Yield the signatures of those who bear witness now, one of each."""
    for org, key in keys.items():
        for signature in note.signatures:
            if (signature.name, signature.key_id) == (key.name, key.id):
                yield org, key, signature
                break


def _others(note: Note, log: Key) -> str:
    names = [one.name for one in note.signatures if one.key_id != log.id]
    return ", ".join(dict.fromkeys(names)) or "–"


def _add(db: sa.Connection, number: int, lines: Sequence[_Line]) -> set[str]:
    """Keep what is not there yet, under the lock of all writers; return whose it is."""
    c = cosignature.c
    there = set(db.scalars(sa.select(c.key).where(c.number == number)))
    fresh = [line for line in lines if line[1].written() not in there]
    for _, key, signature in fresh:
        row = {"number": number, "key": key.written(), "line": signature.written()}
        db.execute(cosignature.insert().values(row))
    return {org for org, _, _ in fresh}
