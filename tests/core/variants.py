"""Variants: the classes of which a union consists, read from the code."""

from __future__ import annotations

import types
from typing import Union, get_args, get_origin


def variants(hint: object) -> set[type[object]]:
    """Return the members of a union, or the one class; ``None`` is no member."""
    if get_origin(hint) in {Union, types.UnionType}:
        return {part for part in get_args(hint) if part is not types.NoneType}
    assert isinstance(hint, type)
    return {hint}
