"""Specimens: one event of every kind, made from the types of its fields."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Final, Union, get_args, get_origin, get_type_hints

from core.event import Event
from core.sealed import Sealed

MARKER: Final = "Klärschlamm geheim"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Inner(Event):
    """Stands for any event that another one holds."""

    KIND = "specimen.inner.v1"
    kind: str
    due: date
    reason: Sealed
    lines: tuple[Sealed, ...] = ()


def specimen(event: type[Event], text: str = MARKER) -> Event:
    """Return an event with every field filled, every sealed one with ``text``."""
    made = _filled(event, text)
    assert isinstance(made, Event)
    return made


def _filled(record: type, text: str) -> object:
    hints = get_type_hints(record)
    values = {
        field.name: _value(hints[field.name], text)
        for field in dataclasses.fields(record)
    }
    made: object = record(**values)
    return made


def _value(hint: object, text: str) -> object:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return _value(parts[0], text)
    if origin is tuple:
        wanted = parts[:1] * 2 if parts[-1] is Ellipsis else parts
        return tuple(_value(part, text) for part in wanted)
    if origin is frozenset:
        return frozenset({_value(parts[0], text)})
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {_value(parts[0], text): _value(parts[1], text)}
    assert isinstance(hint, type)
    if hint is Sealed:
        return Sealed(text)
    if hint is Event:
        inner = {"kind": "x", "due": date(2027, 4, 30), "reason": Sealed(text)}
        return Inner(**inner, lines=(Sealed(text), Sealed(text + " 2")))  # type: ignore[arg-type]  # see above
    if issubclass(hint, Enum):
        return next(iter(hint))
    if dataclasses.is_dataclass(hint):
        return _filled(hint, text)
    return {
        str: "lindgrund",
        int: 7,
        bool: True,
        date: date(2027, 4, 30),
        datetime: datetime(2027, 4, 30, 8, tzinfo=UTC),
    }[hint]
