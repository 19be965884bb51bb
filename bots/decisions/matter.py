"""Matter: a decision with what is said of it and where it lies (*Sache*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.decision.councils import OUTSTANDING, SOME_BODY
from core.decision.file import Work
from core.effect import Stance
from projections import decisions
from projections.decisions import (
    CouncilRow,
    DecisionRow,
    ObjectionRow,
    PositionRow,
)
from projections.viewer import Reader, Viewer

IN_FORUM: Final = ("decision_open", "decision_objected", "decision_escalated")
_STATES: Final = (
    ("decision_draft",),
    IN_FORUM,
    ("decision_lapsed",),
    ("decision_resolved", "decision_reconsidered"),
    ("decision_ratifying", "decision_partly_in_force"),
    ("decision_in_force", "decision_under_review"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A decision, and all that its card may show."""

    row: DecisionRow
    positions: Sequence[PositionRow]
    objections: Sequence[ObjectionRow]
    councils: Sequence[CouncilRow]

    @property
    def stage(self) -> int:
        """The number that changes when a card no longer says what it said.

        Whoever presses a button on a card answers to the version that it showed.
        """
        at = [n for n, states in enumerate(_STATES) if self.row.state in states]
        return 100 * self.row.edition + (at[0] if at else len(_STATES))

    @property
    def in_forum(self) -> bool:
        """Whether positions are wanted."""
        return self.row.state in IN_FORUM

    @property
    def open_objections(self) -> Sequence[ObjectionRow]:
        """The objections that still hinder."""
        return [one for one in self.objections if one.work is Work.OPEN]

    @property
    def members(self) -> Sequence[PositionRow]:
        """Whoever is on the list and not recused."""
        return [one for one in self.positions if not one.recused]

    def position(self, org: str) -> PositionRow | None:
        """Return how ``org`` stands to it, if it is on the list."""
        return next((one for one in self.positions if one.org == org), None)

    def objections_of(self, org: str) -> Sequence[ObjectionRow]:
        """Return the open objections of ``org``."""
        return [one for one in self.open_objections if one.org == org]

    def councils_of(self, org: str) -> Sequence[CouncilRow]:
        """Return the bodies of ``org`` that have to resolve."""
        return [one for one in self.councils if one.org == org]

    def awaited_of(self, org: str) -> CouncilRow | None:
        """Return the body of ``org`` that has not resolved yet, if there is one."""
        own = self.councils_of(org)
        return next((one for one in own if one.step in OUTSTANDING), None)

    def council(self, org: str, body: str) -> CouncilRow | None:
        """Return the body of ``org`` called ``body``.

        The only one is meant where none is named; whoever names it first gives the
        name to one that has none.
        """
        own = self.councils_of(org)
        if not body and len(own) == 1:
            return own[0]
        low = body.casefold()
        named = [one for one in own if low and one.body.casefold().startswith(low)]
        if named:
            return named[0]
        return next((one for one in own if one.body == SOME_BODY), None)

    def declined(self, org: str) -> bool:
        """Whether ``org`` said anything but yes."""
        known = self.position(org)
        return known is not None and known.stance in {Stance.NO, Stance.ABSTAIN}


def load(db: Reader, viewer: Viewer, ref: str, today: date) -> Matter | None:
    """Return the decision ``ref`` as ``viewer`` may see it."""
    row = decisions.get(db, viewer, ref)
    if row is None:
        return None
    return Matter(
        row=row,
        positions=decisions.positions(db, viewer, row),
        objections=decisions.objections(db, [ref]),
        councils=decisions.councils(db, viewer, [ref], today),
    )
