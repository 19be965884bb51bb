"""Printing: data as JSON for programs and as columns for people (*Ausgabe*)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from core.sealed import Sealed


def told(data: object) -> str:
    """Return ``data`` as JSON on several lines."""
    return json.dumps(_plain(data), ensure_ascii=False, indent=2)


def as_lines(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return ``rows`` in columns as wide as their words."""
    if not rows:
        return "–"
    cells = [[_cell(value) for value in row.values()] for row in rows]
    widths = [max(len(row[n]) for row in cells) for n in range(len(cells[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in cells
    )


def _cell(value: object) -> str:
    match value:
        case None | "":
            return "–"
        case list() | tuple():
            return ", ".join(map(str, value)) or "–"
        case _:
            return " ".join(str(value).split())


def _plain(value: Any) -> Any:  # noqa: ANN401  (whatever a query returns)
    match value:
        case None | str() | int() | float() if not isinstance(value, Enum):
            return value
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case Sealed(text=text):
            return text
        case Mapping():
            return {str(name): _plain(inner) for name, inner in value.items()}
        case frozenset() | set():
            return sorted(_plain(inner) for inner in value)
        case _ if is_dataclass(value):
            return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        case tuple() if hasattr(value, "_fields"):
            return {name: _plain(getattr(value, name)) for name in value._fields}
        case Sequence():
            return [_plain(inner) for inner in value]
        case _:
            raise TypeError(type(value).__name__)
