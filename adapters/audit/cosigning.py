"""Cosigning: takes what witnesses signed, checks it and keeps it (*Mitzeichnung*).

It proves itself, so it does not matter who brings it, or how often.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

import sqlalchemy as sa

from adapters.audit.checkpoints import newest, numbered
from adapters.audit.keys import current, named, witnesses
from adapters.audit.signing import verify
from adapters.journal.added import cosignature
from adapters.journal.tables import checkpoint
from adapters.store import Store
from core.checkpoint import Checkpoint, parse_checkpoint
from core.note import (
    Key,
    Note,
    Signature,
    UntrustedError,
    moment_of,
    opened,
    parse,
    parse_signature,
)
from core.witness import Unkept, UnkeptError, in_letter

AHEAD: Final = 600  # seconds by which the clock of a witness may be ahead of ours
RECENT: Final = 60 * 86_400  # seconds for which a signature counts, and then a newer


@dataclass(frozen=True, slots=True)
class Taken:
    """The organisations whose cosignature is kept, and those of whom it was before."""

    size: int
    fresh: Sequence[str]
    known: Sequence[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """The checkpoint that most members witnessed lately, of those the newest."""

    checkpoint: Checkpoint
    count: int
    of_all: int  # members of the region


def take(store: Store, said: bytes, now: int) -> Taken:
    """Keep what witnesses signed in a letter; ``now`` in seconds since 1970.

    Raises:
        UnkeptError: it is not to be believed.
        MalformedError: it is no signed checkpoint.
        Refusal: the store is away.
    """
    note = in_letter(said).note
    with store.reading() as db:
        number, lines = _checked(db, note, now)
    fresh = store.writer.run(partial(_add, number=number, lines=lines)).result()
    orgs = {org for org, _, _ in lines}
    size = parse_checkpoint(note.text).size
    return Taken(size, sorted(fresh), sorted(orgs - fresh))


def standing(db: sa.Connection, members: Collection[str], now: int) -> Standing | None:
    """Return how far ``members`` witnessed the log; ``None``: nothing is signed.

    Whoever signed a later checkpoint vouches for an earlier one, too.
    """
    last = newest(db)
    if last is None:
        return None
    signed = [one for org, one in _newest(db, now).items() if org in members]
    best = min(signed, key=lambda each: each.size, default=last.checkpoint)
    return Standing(best, len(signed), len(members))


def last_seen(db: sa.Connection, now: int) -> Mapping[str, int | None]:
    """Return up to which size each organisation bore witness lately."""
    found: dict[str, int | None] = dict.fromkeys(current(named(db)))
    return found | {org: each.size for org, each in _newest(db, now).items()}


def _newest(db: sa.Connection, now: int) -> Mapping[str, Checkpoint]:
    """Return the largest checkpoint that each organisation signed, if it did lately."""
    orgs = {key.written(): one.org or "" for key, one in witnesses(named(db)).items()}
    c, found = cosignature.c, dict[str, Checkpoint]()
    last = sa.select(c.key, sa.func.max(c.number).label("number")).group_by(c.key)
    each = last.subquery()
    wanted = (
        sa.select(c.key, c.line, checkpoint.c.note)
        .join(each, sa.and_(each.c.key == c.key, each.c.number == c.number))
        .join(checkpoint, checkpoint.c.number == c.number)
        .order_by(c.number)
    )
    for key, line, note in db.execute(wanted):
        if key in orgs and moment_of(parse_signature(line)) > now - RECENT:
            found[orgs[key]] = parse_checkpoint(parse(note).text)
    return found


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
