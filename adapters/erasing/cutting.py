"""Cutting: takes texts and names out of messages that quote them (*Schwärzen*).

A card shortens what it quotes and a digest wraps it, so a string goes as a whole as
soon as it says three words of a text in a row; a shorter text is looked for only
where its item is named. A name is cut out, and the rest stays. Rather too much goes
than too little: messages are working copies, and what counts stands in the log.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

from core.ports import Card
from projections.words import words

CUT: Final = "[…]"
Rows: TypeAlias = Sequence[tuple[str, ...]]
_ROW: Final = 3  # words
_NAMES_OF_PARTS: Final = frozenset({"kind", "style", "urgency", "id", "item"})


class Knife:
    """Knows what is to go, and cuts it."""

    def __init__(self, texts: Iterable[tuple[str, str]], cards: Iterable[Card]) -> None:
        """Cut texts, each behind the reference of its item, and names of ``cards``."""
        self._rows: set[tuple[str, ...]] = set()
        self._short: list[tuple[str, tuple[str, ...]]] = []
        for ref, text in texts:
            said = tuple(words(text))
            if 0 < len(said) < _ROW:
                self._short.append((ref, said))
            self._rows |= {said[n : n + _ROW] for n in range(len(said) - _ROW + 1)}
        names = [pattern for card in cards for pattern in _patterns(card)]
        self._names = re.compile("|".join(names)) if names else None

    @property
    def is_blunt(self) -> bool:
        """Whether there is nothing to cut."""
        return not self._rows and not self._short and self._names is None

    def cut(self, value: Any) -> Any:  # noqa: ANN401  (JSON)
        """Return a JSON value without what is to go."""
        whole = json.dumps(value, ensure_ascii=False)
        here = [
            said
            for ref, said in self._short
            if re.search(rf"\b{re.escape(ref)}\b", whole)
        ]
        return self._part(value, here)

    def _part(self, value: Any, short: Rows) -> Any:  # noqa: ANN401
        match value:
            case str():
                return self._string(value, short)
            case list():
                return [self._part(part, short) for part in value]
            case dict():
                return {
                    name: part if name in _NAMES_OF_PARTS else self._part(part, short)
                    for name, part in value.items()
                }
            case _:
                return value

    def _string(self, said: str, short: Rows) -> str:
        spoken = tuple(words(said))
        rows = (spoken[n : n + _ROW] for n in range(len(spoken) - _ROW + 1))
        if any(row in self._rows for row in rows) or any(
            row == spoken[n : n + len(row)] for row in short for n in range(len(spoken))
        ):
            return CUT
        return said if self._names is None else self._names.sub(CUT, said)


def _patterns(card: Card) -> Iterable[str]:
    yield rf"\b{re.escape(card.name)}\b"
    yield rf"\b(?:Herrn?|Frau) {re.escape(card.name.split()[-1])}\b"
