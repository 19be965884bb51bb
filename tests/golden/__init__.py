"""Golden: one stored record of every kind, as the first version wrote it.

Lines in ``events.jsonl`` are never changed. ``python -m tests.golden.make`` adds
those of new kinds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("events.jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """A record: header, exact state, texts with salts, and what it says."""

    kind: str
    stream: str
    version: int
    state: str
    texts: dict[str, tuple[str, str]]  # salt (hexadecimal) and text, by field
    says: dict[str, object]


def records() -> list[Golden]:
    """Return all lines, oldest first."""
    lines = FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else []
    return [Golden(**json.loads(line)) for line in lines]
