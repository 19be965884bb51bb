"""Fitting: what of a message there is room for (*Platz*).

Buttons get room first, each row with what can be typed instead, then the words from
the beginning. Where something is left out, a link leads to the whole.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from adapters.slack import blocks
from adapters.slack.blocks import Block, Words

Unit: TypeAlias = Block | Words  # Words: a paragraph, to share a block with others

_ROWS: Final = 20  # blocks of buttons and twins before the words get theirs
_ACTIONS: Final = 4000  # characters in them


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one surface takes: blocks, and characters in all of them."""

    blocks: int
    characters: int


MESSAGE: Final = Limits(blocks=50, characters=9000)  # refused from about 11,300
HOME: Final = Limits(blocks=100, characters=60_000)  # a view may have 250 kB


def fitted(
    units: Sequence[Unit], more: Words, foot: Sequence[Block], limits: Limits
) -> list[Block]:
    """Return ``units`` and ``foot`` as blocks, or as many as fit, and ``more``."""
    whole = [*_assembled(units), *foot]
    if len(whole) <= limits.blocks and blocks.length(whole) <= limits.characters:
        return whole
    room = Limits(
        blocks=limits.blocks - len(foot) - 1,
        characters=limits.characters - blocks.length([*foot, more]),
    )
    kept = _kept(units, room)
    some = [unit for n, unit in enumerate(units) if n in kept]
    return [*_assembled([*some, more]), *foot]


def _kept(units: Sequence[Unit], room: Limits) -> set[int]:
    """Return the places of what there is room for."""
    kept: set[int] = set()
    left = room.characters
    for n in _in_order(units):
        left -= blocks.length(units[n])
        if left < 0 or _count(units, kept | {n}) > room.blocks:
            break
        kept.add(n)
    return kept


def _count(units: Sequence[Unit], kept: Container[int]) -> int:
    """Return how many blocks these make."""
    words = [isinstance(unit, tuple) for n, unit in enumerate(units) if n in kept]
    return sum(1 for n, one in enumerate(words) if not (one and n and words[n - 1]))


def _in_order(units: Sequence[Unit]) -> Iterator[int]:
    """Return places in the order in which room is given to them.

    Buttons come first, each row with its twins, as far as they leave room for words.
    """
    early: list[int] = []
    for n, unit in enumerate(units):
        if _is(unit, "actions") or (_is(unit, "context") and n - 1 in early):
            some = [units[m] for m in (*early, n)]
            if len(some) <= _ROWS and blocks.length(some) <= _ACTIONS:
                early.append(n)
    yield from (n for n, unit in enumerate(units) if _is(unit, "header"))
    yield from early
    yield from (n for n, unit in enumerate(units) if isinstance(unit, tuple))


def _is(unit: Unit, kind: str) -> bool:
    return isinstance(unit, dict) and unit["type"] == kind


def _assembled(units: Iterable[Unit]) -> list[Block]:
    """Return blocks; paragraphs that follow each other share one."""
    made: list[Block] = []
    paragraphs: list[Words] = []
    for unit in units:
        if isinstance(unit, tuple):
            paragraphs.append(unit)
            continue
        if paragraphs:
            made.append(blocks.rich(paragraphs))
            paragraphs = []
        made.append(unit)
    return [*made, blocks.rich(paragraphs)] if paragraphs else made
