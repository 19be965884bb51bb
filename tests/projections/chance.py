"""Chance: any command with any arguments that fit the names of its fields."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from types import NoneType
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

from core.facts import Seat
from core.sealed import Sealed

ORGS: Final = ("kreis", "auenburg", "lindgrund", "birkfeld", "steintal", "muehlau")
FORUMS: Final = ("wasser", "energie", "nahraum")
FIELDS: Final = ("wasser", "energie", "wohnen")
BODIES: Final = ("gv", "hfa")
PERSONS: Final = tuple(f"p{n}" for n in range(8))
WORDS: Final = (
    *("Klärschlamm", "Klärschlammverwertung", "Mengen", "Spülwagen", "Kanal"),
    *("Leckortung", "Förderung", "Straße", "Kehrmaschine", "Trocknung", "Gebühren"),
    *("Anlage", "Tabelle", "Müller", "Hof"),
)

_NAMED: Final[Mapping[str, Sequence[str]]] = {
    "forum": FORUMS,
    "forums": FORUMS,
    "into": FORUMS,
    "successor": FORUMS,
    "field": FIELDS,
    "fields": FIELDS,
    "body": BODIES,
    "person": PERSONS,
    "about": ("Z1", "Z2", "I1"),
    "law_profile": ("DE-HE", "DE-TH"),
    "name": ("Wasser", "Energie und Wärme", "Nahraum", "Mühlau"),
    "time_zone": ("Europe/Berlin",),
    "ags": ("06636003",),
    "readiness": ("F1",),
    "notice": ("m1",),
    "devices": WORDS,
    "kind": ("Rat",),
}
_NUMBERS: Final = {"year": (2020, 2027), "share_percent": (0, 100), "days": (7, 90)}


T = TypeVar("T")


class Chance:
    """One throw after the other; the same seed gives the same story."""

    def __init__(self, seed: int) -> None:
        """Begin."""
        self.dice = random.Random(seed)  # noqa: S311  (a story, not a secret)

    def often(self, share: float) -> bool:
        """Say yes that often."""
        return self.dice.random() < share

    def pick(self, stock: Sequence[T]) -> T:
        """Return one of several."""
        return self.dice.choice(stock)

    def command(self, kind: Callable[..., object], today: date) -> object:
        """Return a command of ``kind``."""
        hints = get_type_hints(kind)
        named = [part.name for part in fields(kind)]  # type: ignore[arg-type]  # all are
        return kind(**{name: self._value(hints[name], name, today) for name in named})

    def _value(self, hint: Any, name: str, today: date) -> object:  # noqa: ANN401
        inner = [part for part in get_args(hint) if part is not NoneType]
        if NoneType in get_args(hint):
            found = inner[0] if len(inner) == 1 else inner
            return self._value(found, name, today) if self.often(0.6) else None
        match get_origin(hint):
            case list_like if list_like in {tuple, frozenset}:
                many = self.dice.randrange(3)
                found = [self._value(inner[0], name, today) for _ in range(many)]
                return list_like(dict.fromkeys(found))
            case None:
                return self._plain(hint, name, today)
            case _:
                orgs = self.dice.sample(ORGS, 2)
                return {org: self.pick([*Seat, None]) for org in orgs}

    def _plain(self, hint: Any, name: str, today: date) -> object:  # noqa: ANN401
        if hint is str:
            return self.pick(_NAMED.get(name, ORGS))
        if hint is bool:
            return self.often(0.5)
        if hint is int:
            return self.dice.randint(*_NUMBERS.get(name, (1, 30)))
        if hint is date:
            past = name in {"on", "noticed_on", "inhabitants_on", "since"}
            days = (-20, 1) if past else (-1, 45)
            return today + timedelta(days=self.dice.randint(*days))
        if hint is Sealed:
            return Sealed(" ".join(self.dice.choices(WORDS, k=3)))
        if is_dataclass(hint):
            return self.command(hint, today)  # type: ignore[arg-type]  # a class
        assert issubclass(hint, Enum), hint
        return self.pick(list(hint))
