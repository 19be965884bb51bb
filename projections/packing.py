"""Packing: events and states as JSON and back, for columns (*Ablageform*).

Only for tables that may be deleted; the log has its own canonical form. Nothing
is guessed: days, sealed texts, functions and events are marked as such.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final, get_args, get_type_hints

from core.ask import states as asking
from core.catalogue import EVENTS
from core.commitment import states
from core.decision import states as deciding
from core.effect import terms
from core.event import Event
from core.information import state
from core.person import preferences
from core.sealed import Sealed

_CORE: Final = "core."


def packed(value: object) -> str:
    """Return ``value`` as JSON; equal values give equal texts."""
    return json.dumps(_pack(value), ensure_ascii=False, separators=(",", ":"))


def unpacked(cell: str) -> Any:  # noqa: ANN401  (the packed value says what it is)
    """Return what ``packed`` was given; lists come back as tuples."""
    return _unpack(json.loads(cell))


def _pack(value: object) -> object:
    kind: type = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, Enum):  # before str, which some are as well
        return {"~": "name", "of": _named(kind), "is": value.value}
    return _pack_more(value)


def _pack_more(value: object) -> object:
    match value:
        case Sealed():
            return {"~": "text", "is": value.text}
        case date():
            return {"~": "day", "is": value.isoformat()}
        case tuple() if hasattr(value, "_fields"):
            parts = zip(value._fields, value, strict=True)
            inner = {name: _pack(part) for name, part in parts}
            return {"~": "part", "of": _named(type(value)), "is": inner}
        case tuple() | list():
            return [_pack(part) for part in value]
        case set() | frozenset():
            return {"~": "set", "is": [_pack(part) for part in sorted(value)]}
        case Mapping():
            pairs = [[_pack(key), _pack(part)] for key, part in value.items()]
            return {"~": "map", "is": pairs}
        case bool() | int() | str():
            return value
        case _:
            return _pack_whole(value)


_PLAIN: Final = frozenset({type(None), bool, int, str})


def _pack_whole(value: object) -> object:
    kind: type = type(value)
    mark, name, parts = _shape(kind)
    inner = {part: _pack(getattr(value, part)) for part in parts}
    return {"~": mark, "of": name, "is": inner}


@cache
def _shape(kind: type) -> tuple[str, str, tuple[str, ...]]:
    """Return how values of ``kind`` are marked and called, and what they hold."""
    if not is_dataclass(kind):
        raise TypeError(_named(kind))
    parts = tuple(part.name for part in fields(kind))
    if issubclass(kind, Event):
        return "event", kind.KIND, parts
    return "part", _named(kind), parts


@cache
def _named(kind: type) -> str:
    return f"{kind.__module__.removeprefix(_CORE)}.{kind.__name__}"


def _unpack(raw: object) -> Any:  # noqa: ANN401
    if isinstance(raw, list):
        return tuple(_unpack(part) for part in raw)
    if not isinstance(raw, dict):
        return raw
    inner = raw["is"]
    match raw["~"]:
        case "day":
            return date.fromisoformat(inner)
        case "text":
            return Sealed(inner)
        case "set":
            return frozenset(_unpack(part) for part in inner)
        case "map":
            return {_unpack(key): _unpack(part) for key, part in inner}
        case "name":
            return _kinds()[raw["of"]](inner)
        case _:
            kind = _kinds()[raw["of"]]
            return kind(**{name: _unpack(part) for name, part in inner.items()})


@cache
def _kinds() -> Mapping[str, Callable[..., object]]:
    """Return everything that a column may hold: events, their parts, core's states."""
    found: dict[str, Callable[..., object]] = {kind.KIND: kind for kind in EVENTS}
    hints = [hint for kind in EVENTS for hint in get_type_hints(kind).values()]
    for module in (states, state, asking, deciding, terms, preferences):
        hints += [kind for kind in vars(module).values() if isinstance(kind, type)]
    while hints:
        hint = hints.pop()
        hints += get_args(hint)
        if not isinstance(hint, type) or issubclass(hint, Event):
            continue
        kind: type = hint
        parts = is_dataclass(kind) or hasattr(kind, "_fields")
        if parts and _named(kind) not in found:
            hints += get_type_hints(kind).values()
        if parts or issubclass(kind, Enum):
            found[_named(kind)] = kind
    return found
