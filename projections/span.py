"""Span: a stretch of time in some forums (*Zeitraum*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From ``start`` to ``end``, which is excluded (aware, UTC), in ``forums``.

    Only what was recorded behind the position ``behind`` counts, and nothing that an
    organisation of ``besides`` said.
    """

    forums: Sequence[str]
    start: datetime
    end: datetime
    behind: int = 0
    besides: Sequence[str] = ()
