"""World: what the writer knows of the log while it decides.

``Memory`` holds committed facts only: states, numbers handed out, the region. A
``Scene`` lays the changes of one transaction over it; they become memory after
the commit and are simply dropped when it fails.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from adapters.journal import leaf
from adapters.journal.codec import Codec
from adapters.journal.database import Database
from adapters.journal.reading import recorded
from core.decider import Decider
from core.facts import Entry, LastAct
from core.ports import Recorded
from core.world import Loaded

STATES_KEPT: Final = 20_000  # streams whose state stays in memory
_ERASING: Final = "text:"  # of what is said there, nothing may stay in memory
_NUMBERED: Final = re.compile(r"[a-z_]+:([A-Z])([1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class Nouns:
    """What the catalogue says: the decider of each noun, the letter of some."""

    deciders: Mapping[str, Decider[Any, Any, Any]]
    letters: Mapping[str, str]

    def of(self, stream: str) -> Decider[Any, Any, Any]:
        """Return the decider for ``stream``; ``KeyError`` for an unknown noun."""
        return self.deciders[stream.partition(":")[0]]


@dataclass(slots=True)
class Memory:
    """Committed states, least recently used first, up to ``position``."""

    kept: int = STATES_KEPT
    position: int = 0
    region: str = ""
    states: OrderedDict[str, Loaded] = field(default_factory=OrderedDict)
    numbers: dict[str, int] = field(default_factory=dict)

    def forget(self) -> None:
        """Know nothing: texts were erased, or too much was written elsewhere."""
        self.region = ""
        self.states.clear()
        self.numbers.clear()

    def keep(self, stream: str, loaded: Loaded) -> None:
        """Remember a state; the least recently used one may go."""
        self.states[stream] = loaded
        self.states.move_to_end(stream)
        if len(self.states) > self.kept:
            self.states.popitem(last=False)

    def follow(self, entry: Recorded, nouns: Nouns) -> None:
        """Take in what another process wrote."""
        stream = entry.stream
        if stream.startswith(_ERASING):
            self.states.clear()
        if (known := self.states.get(stream)) is not None:
            state = nouns.of(stream).evolve(known.state, entry.event)
            last = LastAct(entry.origin.actor, entry.recorded_at, entry.version)
            self.states[stream] = Loaded(state, entry.version, last)
        if (named := _NUMBERED.fullmatch(stream)) and named[1] in self.numbers:
            self.numbers[named[1]] = max(int(named[2]), self.numbers[named[1]])
        self.position = entry.position


class Scene:
    """``core.world.World`` for one transaction."""

    def __init__(
        self, memory: Memory, database: Database, codec: Codec, nouns: Nouns
    ) -> None:
        """Look at ``memory``, and in ``database`` at what it lacks."""
        self._memory = memory
        self._database = database
        self._codec = codec
        self._nouns = nouns
        self._changed: dict[str, Loaded] = {}
        self._used: dict[str, int] = {}
        self._asked: dict[str, int] = {}
        self._fresh = ""  # the number that nothing can have yet

    @property
    def region(self) -> str:
        """Return the id of the region, empty before it is founded."""
        if not self._memory.region:
            for stream in self._changed:
                if stream.startswith("region:"):
                    return stream.partition(":")[2]
            first = next(iter(self._stored_streams("region")), "")
            self._memory.region = first.partition(":")[2]
        return self._memory.region

    def load(self, stream: str) -> Loaded:
        """Return the state of ``stream``; its decider's initial state if new."""
        loaded = self._changed.get(stream) or self._memory.states.get(stream)
        if loaded is None and stream.partition(":")[2] == self._fresh:
            return Loaded(self._nouns.of(stream).initial, 0, None)
        if loaded is None:
            loaded = self._replay(stream)
        if stream not in self._changed:
            self._memory.keep(stream, loaded)
        return loaded

    def next_reference(self, letter: str) -> str:
        """Return the next free number, such as ``Z35``; free again on refusal."""
        if letter not in self._memory.numbers:
            self._memory.numbers[letter] = self._highest(letter)
        used = max(self._memory.numbers[letter], self._used.get(letter, 0))
        self._asked[letter] = max(used, self._asked.get(letter, 0)) + 1
        ref = f"{letter}{self._asked[letter]}"
        self._fresh = ref
        return ref

    def streams(self, noun: str) -> Iterable[str]:
        """Return all streams of ``noun``; slow, for structural commands only."""
        stored = dict.fromkeys(self._stored_streams(noun))
        changed = (s for s in self._changed if s.startswith(f"{noun}:"))
        return tuple(stored | dict.fromkeys(changed))

    def entry(self, position: int) -> Entry | None:
        """Return what is stored at ``position``, if anything is."""
        wanted = self._database.statements.sealed_at
        found = self._database.find(wanted, (position,))
        if not found:
            return None
        kind, state, stream, recorded, later = found[0]
        sealed, entered = leaf.sealed_in(bytes(state)), leaf.instant(recorded).date()
        return Entry(position, kind, sealed, stream, entered, bool(later))

    def begin(self) -> None:
        """Forget the numbers that an order asked for but did not use."""
        self._asked.clear()
        self._fresh = ""

    def change(self, stream: str, loaded: Loaded) -> None:
        """Let ``stream`` be in a new state, and its number be used."""
        self._changed[stream] = loaded
        if named := _NUMBERED.fullmatch(stream):
            letter, number = named[1], int(named[2])
            self._used[letter] = max(number, self._used.get(letter, 0))

    def committed(self, position: int) -> None:
        """Make the changes memory, which now reaches to ``position``."""
        for stream, loaded in self._changed.items():
            self._memory.keep(stream, loaded)
        numbers = self._memory.numbers
        for letter, number in self._used.items():
            if letter in numbers:
                numbers[letter] = max(number, numbers[letter])
        self._memory.position = position

    def _replay(self, stream: str) -> Loaded:
        decider = self._nouns.of(stream)
        rows = self._database.find(self._database.statements.of_stream, (stream,))
        state, version, last = decider.initial, 0, None
        for entry in recorded(self._codec, rows):
            state = decider.evolve(state, entry.event)
            version = entry.version
            last = LastAct(entry.origin.actor, entry.recorded_at, version)
        return Loaded(state, version, last)

    def _stored_streams(self, noun: str) -> Iterable[str]:
        wanted = self._database.statements.streams
        found = self._database.find(wanted, (f"{noun}:", f"{noun};"))
        return (stream for (stream,) in found)

    def _highest(self, letter: str) -> int:
        highest = 0
        for noun, own in self._nouns.letters.items():
            if own == letter:
                first = f"{noun}:{letter}"
                digits = len(first) + 1
                bounds = (digits, first, f"{noun}:{letter};", digits)
                wanted = self._database.statements.highest_number
                found = self._database.find(wanted, bounds)
                highest = max(highest, found[0][0] or 0)
        return highest
