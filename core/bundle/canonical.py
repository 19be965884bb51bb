"""Canonical: the one form of JSON that is hashed, and what it may hold (*Normalform*).

Sorted keys, no spaces, UTF-8, no fractions: who reads it and writes it again gets
the same bytes. So nothing can hide behind a key that is there twice.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final, NoReturn, TypeAlias

from core.note import MalformedError

Value: TypeAlias = Mapping[str, object]
"""What stands between two braces."""


def written(value: object) -> str:
    """Return the one form of ``value``."""
    return _ENCODER.encode(value)


def read(said: str) -> Value:
    """Return what ``said`` holds, canonical or not.

    Raises:
        MalformedError: it is no object in JSON.
    """
    try:
        value: object = _DECODER.decode(said)
    except (ValueError, RecursionError) as error:
        raise MalformedError("no JSON") from error
    return _object(value)


def object_in(value: Value, name: str) -> Value:
    """Return the object under ``name``; raises as ``read``, like all below."""
    return _object(value.get(name))


def text_in(value: Value, name: str) -> str:
    """Return the text under ``name``."""
    found = value.get(name)
    if not isinstance(found, str):
        raise MalformedError(name)
    return found


def number_in(value: Value, name: str) -> int:
    """Return the whole number, not below 0, under ``name``."""
    found = value.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise MalformedError(name)
    return found


def list_in(value: Value, name: str) -> list[object]:
    """Return the list under ``name``."""
    found = value.get(name)
    if not isinstance(found, list):
        raise MalformedError(name)
    return found


def bytes_in(value: Value, name: str) -> bytes:
    """Return the 32 bytes written in hexadecimal under ``name``."""
    return unhex(value.get(name))


def unhex(said: object) -> bytes:
    """Return the 32 bytes that ``said`` writes in small hexadecimal digits."""
    if not isinstance(said, str) or len(said) != _HEX or not said.isascii():
        raise MalformedError("no hash")
    try:
        found = bytes.fromhex(said)
    except ValueError as error:
        raise MalformedError("no hash") from error
    if found.hex() != said:
        raise MalformedError("no hash")
    return found


def _object(value: object) -> Value:
    if not isinstance(value, dict):
        raise MalformedError("no object")
    return value


def _fraction(said: str) -> NoReturn:
    raise MalformedError(said)


_HEX: Final = 64  # digits of 32 bytes
_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True
)
_DECODER: Final = json.JSONDecoder(parse_float=_fraction, parse_constant=_fraction)
