"""Decisions: what forums resolved, who agreed, and whom it binds (*Beschlüsse*)."""

from __future__ import annotations

from projections.decisions.fold import DECISIONS
from projections.decisions.queries import (
    Decided,
    conditions,
    councils,
    editions,
    get,
    holds,
    listing,
    objections,
    on_list,
    positions,
    several,
    to_answer,
)
from projections.decisions.rows import (
    DECIDING,
    HOLDING,
    IN_COUNCILS,
    OVER,
    RECOMMENDED,
    ConditionRow,
    CouncilRow,
    DecisionRow,
    EditionRow,
    HoldRow,
    ObjectionRow,
    PositionRow,
)

__all__ = [
    "DECIDING",
    "DECISIONS",
    "HOLDING",
    "IN_COUNCILS",
    "OVER",
    "RECOMMENDED",
    "ConditionRow",
    "CouncilRow",
    "Decided",
    "DecisionRow",
    "EditionRow",
    "HoldRow",
    "ObjectionRow",
    "PositionRow",
    "conditions",
    "councils",
    "editions",
    "get",
    "holds",
    "listing",
    "objections",
    "on_list",
    "positions",
    "several",
    "to_answer",
]
