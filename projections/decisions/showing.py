"""Showing: rows of the tables as a viewer may see them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, Final

from core.decision import events as e
from core.decision.councils import Step
from core.decision.kinds import Evidence
from core.effect import Answer, Stance
from core.facts import Basis
from core.ports import Circle
from core.rulebook import Mode
from projections.columns import names
from projections.decisions.rows import CouncilRow, DecisionRow, PositionRow
from projections.decisions.tables import C
from projections.packing import unpacked
from projections.rows import Row
from projections.viewer import Viewer


def council_of(row: Row, viewer: Viewer, today: date) -> CouncilRow:
    """Return a body as ``viewer`` may see it: what is late is not for everybody."""
    knows = viewer.knows_of_lateness(row["org"])
    over = bool(row["awaited"] and row["deadline"] and row["deadline"] < today)
    evidence = row["evidence"]
    cells = {
        **{name: cell for name, cell in row.items() if name != "last"},
        "step": Step(row["step"]),
        "answer": Answer(row["answer"]),
        "evidence": Evidence(evidence) if evidence else None,
        "delay_reason": row["delay_reason"] if knows else None,
        "late": knows and over,
    }
    return CouncilRow(**cells)


def position_of(row: Row, viewer: Viewer) -> PositionRow:
    """Return a position; what is prepared is its own organisation's business."""
    inside = viewer.oversees or viewer.is_party(row["org"])
    stance, basis, entered = row["stance"], row["basis"], row["entered_basis"]
    cells = {
        **{name: cell for name, cell in row.items() if name != "person_before"},
        "stance": Stance(stance) if stance else None,
        "scores": unpacked(row["scores"]) if row["scores"] else (),
        "basis": Basis(basis) if basis else None,
        "entered_basis": Basis(entered) if entered else None,
        "prepared": row["prepared"] if inside else None,
    }
    return PositionRow(**cells)


@lru_cache(maxsize=4096)
def _part(cell: str) -> Any:  # noqa: ANN401  (the packed value says what it is)
    """Return what was packed; the same text says the same, and is often asked for."""
    return unpacked(cell)


_PLAIN: Final = frozenset(DecisionRow.__dataclass_fields__) & frozenset(C.keys())


def decision_of(row: Row) -> DecisionRow:
    """Return a decision with its packed cells opened."""
    drafted: e.Drafted = _part(row["drafted"])
    cells = {name: row[name] for name in _PLAIN}
    cells |= {
        "mode": Mode(row["mode"]),
        "rule": _part(row["rule"]),
        "rulebook": _part(row["rulebook"]),
        "tally": _part(row["tally"]) if row["tally"] else None,
        "standing": _part(row["standing"]) if row["standing"] else None,
        "silent": names(row["silent"]),
        "bound": names(row["bound"]),
        "ready": names(row["ready"]),
        "lacking": _part(row["lacking"]),
        "released": names(row["released"]),
        "circle": Circle(row["circle"]),
    }
    return DecisionRow(
        **cells,
        council=drafted.council,
        options=drafted.options,
        reasons=drafted.reasons.text if drafted.reasons else None,
        alternatives=drafted.alternatives.text if drafted.alternatives else None,
        otherwise=drafted.otherwise.text if drafted.otherwise else None,
        costs=drafted.costs,
        benefits=drafted.benefits,
        goals=drafted.goals,
        instead_of=drafted.instead_of,
    )
