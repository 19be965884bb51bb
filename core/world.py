"""World: fresh state, as the writer sees it under its lock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from core.facts import Entry, LastAct


class Loaded(NamedTuple):
    """The state of one stream, its newest version (0: none) and last author."""

    state: object
    version: int
    last: LastAct | None


class World(Protocol):
    """What ``desk.decide`` may ask of the writer."""

    @property
    def region(self) -> str:
        """Return the id of the region."""
        ...

    def load(self, stream: str) -> Loaded:
        """Return the state of ``stream``; its decider's initial state if new."""
        ...

    def next_reference(self, letter: str) -> str:
        """Return the next free number, such as ``Z35``; free again on refusal."""
        ...

    def streams(self, noun: str) -> Iterable[str]:
        """Return all streams of ``noun``; slow, for rare commands only."""
        ...

    def entry(self, position: int) -> Entry | None:
        """Return what is stored at ``position``, if anything is."""
        ...
