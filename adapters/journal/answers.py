"""Answers: what became of an order, found again by its command id.

Events are read from the log. Refusals and empty results write no event, so they
are kept beside it for thirty days: the same click gets the same reply.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from adapters.journal import leaf
from adapters.journal.codec import Codec
from adapters.journal.database import Database, Row
from adapters.journal.reading import recorded
from core.errors import Code, Fact, Refusal
from core.ports import Answer

KEPT: Final = 30 * 24 * 3600 * 1_000_000  # microseconds; source: architecture.md
_DAY: Final = "day:"  # marks a date among the facts
_WORDS: Final = "str:"


class _Stored(msgspec.Struct):
    code: str
    facts: dict[str, str | int | list[str]]


def find(database: Database, codec: Codec, command_id: str) -> Answer:
    """Return the answer to a command that is known."""
    rows = database.find(database.statements.of_command, (command_id,))
    done = list(recorded(codec, rows))
    if done:
        newest = done[-1]
        return Answer(
            stream=newest.stream,
            version=newest.version,
            position=newest.position,
            events=tuple(entry.event for entry in done),
        )
    (found,) = database.find(database.statements.find_answer, (command_id,))
    stream, version, position, refusal = found
    return Answer(
        stream=stream,
        version=version,
        position=position,
        refusal=None if refusal is None else _refusal(refusal),
    )


def row(command_id: str, answer: Answer, now: int) -> Row:
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
