"""Grounds: what a decision names and rests on, and what became of it (*Grundlage*)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from core.decision import events as e
from core.information import Confirmed
from projections import history
from projections.viewer import MACHINE, Viewer

_SETTLED: Final = (e.Accepted, e.Opened, e.Drafted)  # the first there is counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An item that is named; ``changed_at`` and ``entry`` tell of its last change.

    Both are ``None`` while it is as it was when the decision was taken, or, until
    that is so, proposed.
    """

    ref: str
    changed_at: datetime | None
    entry: int | None


def of_decision(
    db: Connection, viewer: Viewer, ref: str, named: Iterable[str]
) -> Sequence[Ground]:
    """Return those of the ``named`` items that the viewer may see."""
    own = history.of(db, MACHINE, ref)
    since = max(
        next(
            [step.position for step in own if isinstance(step.event, kind)]
            for kind in _SETTLED
            if any(isinstance(step.event, kind) for step in own)
        )
    )
    found: list[Ground] = []
    for item in dict.fromkeys(named):
        steps = [] if item == ref else history.of(db, viewer, item)
        later = [
            step
            for step in steps
            if step.position > since and not isinstance(step.event, Confirmed)
        ]
        if steps:
            last = later[-1] if later else None
            found.append(
                Ground(
                    ref=item,
                    changed_at=last.recorded_at if last else None,
                    entry=last.position if last else None,
                )
            )
    return found
