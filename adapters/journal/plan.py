"""Plan: how the value of a field is taken apart, worked out once per kind.

A packer turns a value into plain JSON values and puts aside every ``Sealed`` it
meets, under its path in the body: ``reason``, ``event.reason``, ``lines.0``.
Floats are refused: they have no canonical form that all readers agree on.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, TypeAlias, Union, get_args, get_origin, get_type_hints

from core.event import Event
from core.sealed import Sealed

KIND_KEY: Final = "@kind"  # of an event inside an event; no field can be called so

Aside: TypeAlias = dict[str, Sealed]
Packer: TypeAlias = Callable[[Any, str, Aside], Any]
Fields: TypeAlias = tuple[tuple[str, Packer | None], ...]

_PLAIN: Final = (str, int, bool, date, datetime, Enum)
_MANY: Final = (tuple, frozenset)


def fields_of(kind: type) -> Fields:
    """Return the fields of a dataclass with their packers (``None``: as it is).

    Raises:
        TypeError: a field has a type that must not be stored, or may be nothing and has
            no default: what is nothing is left out, and could not be read again.
    """
    hints = get_type_hints(kind)
    for field in dataclasses.fields(kind):
        needed = field.default is field.default_factory is dataclasses.MISSING
        if needed and types.NoneType in get_args(hints[field.name]):
            raise TypeError(f"{kind.__name__}.{field.name} needs a default")
    return tuple(
        (field.name, _packer(hints[field.name], f"{kind.__name__}.{field.name}"))
        for field in dataclasses.fields(kind)
    )


def nested_in(kind: type) -> tuple[str, ...]:
    """Return the names of the fields that hold another event."""
    return tuple(
        name
        for name, hint in get_type_hints(kind).items()
        if _without_none(hint) is Event
    )


def pack(value: object, fields: Fields, path: str, aside: Aside) -> dict[str, Any]:
    """Return the fields of ``value`` that are there, sealed ones put aside."""
    body = {}
    for name, packer in fields:
        item = getattr(value, name)
        if item is not None and packer is not None:
            item = packer(item, path + name, aside)
        if item is not None:
            body[name] = item
    return body


def place(body: dict[str, Any], path: str, text: Sealed) -> None:
    """Put a sealed text back to where it was taken from."""
    *steps, last = path.split(".")
    at: Any = body
    for step in steps:
        at = at[int(step)] if isinstance(at, list) else at[step]
    if isinstance(at, list):
        at[int(last)] = text
    else:
        at[last] = text


def _without_none(hint: object) -> object:
    if get_origin(hint) not in {Union, types.UnionType}:
        return hint
    rest: list[object] = [part for part in get_args(hint) if part is not types.NoneType]
    return rest[0] if len(rest) == 1 else hint


def _packer(hint: object, where: str) -> Packer | None:
    hint = _without_none(hint)
    if hint is Sealed:
        return _put_aside
    if hint is Event:
        return _Nested()
    origin = get_origin(hint) or hint
    if origin in _MANY:
        return _many(hint, origin, where)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(hint, where)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record(fields_of(hint))
    if isinstance(hint, type) and issubclass(hint, _PLAIN):
        return None
    raise TypeError(f"{where}: {hint} cannot be stored")


def _put_aside(value: Sealed, path: str, aside: Aside) -> None:
    aside[path] = value


def _record(fields: Fields) -> Packer:
    return lambda value, path, aside: pack(value, fields, path + ".", aside)


def _many(hint: object, origin: object, where: str) -> Packer | None:
    inner = {_packer(part, where) for part in get_args(hint) if part is not Ellipsis}
    packer = inner.pop()
    if packer is None and not inner:
        return None
    if packer is None or inner or origin is frozenset or get_args(hint)[1:] != (...,):
        raise TypeError(f"{where}: {hint} cannot be stored")
    return lambda value, path, aside: [
        packer(item, f"{path}.{index}", aside) for index, item in enumerate(value)
    ]


def _mapping(hint: object, where: str) -> Packer:
    _, inner = get_args(hint)
    packer = _packer(inner, where)
    if packer is None:
        return lambda value, _path, _aside: dict(value)
    return lambda value, path, aside: {
        key: packer(item, f"{path}.{key}", aside) for key, item in value.items()
    }


class _Nested:
    """Packs an event inside an event; its own fields are looked up by class."""

    def __init__(self) -> None:
        self._known: dict[type, Fields] = {}

    def __call__(self, value: Event, path: str, aside: Aside) -> dict[str, Any]:
        kind = type(value)
        if kind not in self._known:
            self._known[kind] = fields_of(kind)
        packed = pack(value, self._known[kind], path + ".", aside)
        packed[KIND_KEY] = value.KIND
        return packed
