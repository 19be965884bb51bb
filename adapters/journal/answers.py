"""Answers: what became of an order, found again by its command id.

Events are read from the log. Refusals and empty results write no event, so they
are kept beside it for thirty days: the same click gets the same reply.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from adapters.journal import leaf, sqlite, statements
from adapters.journal.codec import Codec
from adapters.journal.reading import recorded
from core.errors import Code, Fact, Refusal
from core.ports import Answer

KEPT: Final = 30 * 24 * 3600 * 1_000_000  # microseconds; source: architecture.md
_MANY: Final = 8  # from here on one statement for all is faster
_DAY: Final = "day:"  # marks a date among the facts
_WORDS: Final = "str:"


class _Stored(msgspec.Struct):
    code: str
    facts: dict[str, str | int | list[str]]


def known(raw: sqlite3.Connection, command_ids: Sequence[str]) -> frozenset[str]:
    """Return which of these commands have an answer already."""
    if len(command_ids) < _MANY:
        asked = iter([(statements.KNOWN, id_) for id_ in command_ids])
    else:
        many = leaf.canonical(tuple(command_ids)).decode()
        asked = iter([(statements.KNOWN_OF_MANY, many)])
    return frozenset(
        found for statement, of in asked for (found,) in raw.execute(statement, (of,))
    )


def find(raw: sqlite3.Connection, codec: Codec, command_id: str) -> Answer:
    """Return the answer to a command that is ``known``."""
    done = list(recorded(codec, sqlite.rows(raw, statements.OF_COMMAND, (command_id,))))
    if done:
        newest = done[-1]
        return Answer(
            stream=newest.stream,
            version=newest.version,
            position=newest.position,
            events=tuple(entry.event for entry in done),
        )
    found = raw.execute(statements.FIND_ANSWER, (command_id,)).fetchone()
    stream, version, position, refusal = found
    return Answer(
        stream=stream,
        version=version,
        position=position,
        refusal=None if refusal is None else _refusal(refusal),
    )


def row(command_id: str, answer: Answer, now: int) -> sqlite.Row:
    """Return what is kept of an answer without events; ``now`` in microseconds."""
    refusal = None if answer.refusal is None else _bytes(answer.refusal)
    return (command_id, answer.stream, answer.version, answer.position, refusal, now)


def _bytes(refusal: Refusal) -> bytes:
    facts = {name: _plain(fact) for name, fact in refusal.facts.items()}
    return leaf.canonical({"code": refusal.code.value, "facts": facts})


def _plain(fact: Fact) -> str | int | tuple[str, ...]:
    match fact:
        case date():
            return _DAY + fact.isoformat()
        case str():
            return _WORDS + fact
        case _:
            return fact


def _refusal(stored: bytes) -> Refusal:
    plain = msgspec.json.decode(stored, type=_Stored)
    facts = {name: _fact(fact) for name, fact in plain.facts.items()}
    return Refusal(Code(plain.code), **facts)


def _fact(plain: str | int | list[str]) -> Fact:
    match plain:
        case list():
            return tuple(plain)
        case str() if plain.startswith(_DAY):
            return date.fromisoformat(plain.removeprefix(_DAY))
        case str():
            return plain.removeprefix(_WORDS)
        case _:
            return plain
