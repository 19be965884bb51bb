"""Effect: who is bound by a decision, from when, and what is missing (*Wirkung*).

One pure function; whoever wants to check it by hand reads ``judging`` and ``table``.
"""

from __future__ import annotations

from core.effect.judging import effect
from core.effect.table import Line, table
from core.effect.terms import (
    BINDING,
    EVERYBODY,
    FINAL,
    Answer,
    Condition,
    Effect,
    EffectKind,
    Form,
    Lack,
    Measure,
    Member,
    Missing,
    Position,
    Ratification,
    Rule,
    Stance,
    Status,
)

__all__ = [
    "BINDING",
    "EVERYBODY",
    "FINAL",
    "Answer",
    "Condition",
    "Effect",
    "EffectKind",
    "Form",
    "Lack",
    "Line",
    "Measure",
    "Member",
    "Missing",
    "Position",
    "Ratification",
    "Rule",
    "Stance",
    "Status",
    "effect",
    "table",
]
