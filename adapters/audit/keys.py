"""Keys: who signs the log and who bears witness, as the log itself says (*Schlüssel*).

::

    first key --an entry announces the next, the old one signs for it--> next key
    key lost  --an entry announces another--> a new beginning: older signatures go

Read from the log, so that it can be compared with what was signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import msgspec
import sqlalchemy as sa

from adapters.journal.tables import event
from core.log import KeyAnnounced, WitnessNamed
from core.note import Key, parse_key

_FIRST, _BEHIND = "log:", "log;"  # the stream of keys lies between these
_KINDS: Final = (KeyAnnounced.KIND, WitnessNamed.KIND)

Chain: TypeAlias = Sequence[tuple[int, Key]]
"""The keys of a log, and the entry that announces each; 0 for the first."""


class _Body(msgspec.Struct):
    key: str
    org: str | None = None
    lost: bool = False


class _State(msgspec.Struct):
    body: _Body


_STATE: Final = msgspec.json.Decoder(_State)


@dataclass(frozen=True, slots=True)
class Named:
    """A key that an entry names; without an ``org`` it signs the log."""

    entry: int
    key: Key
    org: str | None
    lost: bool


def named(db: sa.Connection) -> list[Named]:
    """Return all keys that the log names, in the order of their entries."""
    ours = (event.c.stream >= _FIRST, event.c.stream < _BEHIND)
    wanted = sa.select(event.c.position, event.c.state).where(
        *ours, event.c.kind.in_(_KINDS)
    )
    bodies = (
        (row.position, _STATE.decode(row.state).body)
        for row in db.execute(wanted.order_by(event.c.position))
    )
    return [Named(at, parse_key(one.key), one.org, one.lost) for at, one in bodies]


def witnesses(all_named: Sequence[Named]) -> dict[Key, Named]:
    """Return by whom each key bears witness, and which entry said so first."""
    found: dict[Key, Named] = {}
    for one in all_named:
        if one.org is not None:
            found.setdefault(one.key, one)
    return found


def current(all_named: Sequence[Named]) -> dict[str, Key]:
    """Return by which key each organisation bears witness now."""
    return {one.org: one.key for one in all_named if one.org is not None}


def chain(all_named: Sequence[Named], first: Key | None) -> Chain:
    """Return the keys that sign, the ``first`` of all checkpoints before the others.

    After a key was lost the log begins anew with the next.
    """
    found: list[tuple[int, Key]] = [] if first is None else [(0, first)]
    for one in all_named:
        if one.org is None and one.lost:
            found = [(0, one.key)]
        elif one.org is None:
            found.append((one.entry, one.key))
    return found
