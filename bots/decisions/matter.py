"""Matter: a decision with what is said of it and where it lies (*Sache*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bots.grammar.spellings import usual
from core.decision.councils import OUTSTANDING, SOME_BODY
from core.decision.file import Work
from core.decision.wording import marked
from core.effect import Stance
from core.sealed import Sealed
from projections import decisions, people
from projections.decisions import (
    ConditionRow,
    CouncilRow,
    DecisionRow,
    EditionRow,
    HoldRow,
    ObjectionRow,
    PositionRow,
)
from projections.people import BodyRow
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
    bodies: Sequence[BodyRow]
    conditions: Sequence[ConditionRow]
    editions: Sequence[EditionRow]
    holds: Sequence[HoldRow]
    today: date

    @property
    def stage(self) -> int:
        """See ``stage``."""
        return stage(self.row)

    @property
    def in_forum(self) -> bool:
        """Whether positions are wanted."""
        return self.row.state in IN_FORUM

    @property
    def negotiable(self) -> bool:
        """Whether the forum may still take over what a council wants instead."""
        return self.row.state == "decision_ratifying"

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
        if not body:
            return own[0] if len(own) == 1 else None
        key = self.body_called(org, body)
        named = next((one for one in own if one.body == key), None)
        return named or next((one for one in own if one.body == SOME_BODY), None)

    def meeting(self, org: str, body: str) -> date | None:
        """Return the day on which the body deals with it, if it is on an agenda."""
        council = self.council(org, body)
        return council.meeting if council else None

    def text_of(self, edition: int) -> str | None:
        """Return the text of a version; ``None`` if it was erased or never was."""
        texts = (one.text for one in self.editions if one.edition == edition)
        return next(texts, None)

    def edition_marked(self, printed: str) -> int | None:
        """Return the newest version whose paper has the mark ``printed``."""
        texts = {one.edition: Sealed(one.text) for one in self.editions}
        return marked(printed, texts)

    def body_called(self, org: str, name: str) -> str:
        """Return by what the log knows the body of ``org`` that is called ``name``."""
        called = usual(name)
        low = (name.casefold(), called.casefold())
        for one in self.bodies:
            known = (one.body.casefold(), one.name.casefold())
            if one.org == org and any(said.startswith(low) for said in known):
                return one.body
        keys = [one.body for one in self.councils_of(org)]
        same = (key for key in keys if usual(key).casefold() == called.casefold())
        return next(same, called)

    def body_name(self, org: str, body: str) -> str:
        """Return what the body of ``org`` is called; empty: nobody named it yet."""
        found = (one for one in self.bodies if (one.org, one.body) == (org, body))
        return next((one.name or one.kind for one in found), "")

    def paper_due(self, org: str, body: str) -> date | None:
        """Return the last day for a paper to reach a meeting before the deadline."""
        council = next((c for c in self.councils_of(org) if c.body == body), None)
        known = next((b for b in self.bodies if (b.org, b.body) == (org, body)), None)
        if known is None or council is None or council.deadline is None:
            return None
        meeting = decisions.last_before(known, council.deadline, self.today)
        return meeting.paper_due if meeting else None

    def declined(self, org: str) -> bool:
        """Whether ``org`` said anything but yes."""
        known = self.position(org)
        return known is not None and known.stance in {Stance.NO, Stance.ABSTAIN}


def stage(row: DecisionRow) -> int:
    """Return the number that changes when a card no longer says what it said.

    Whoever presses a button on a card answers to the version that it showed.
    """
    at = [n for n, states in enumerate(_STATES) if row.state in states]
    return 100 * row.edition + (at[0] if at else len(_STATES))


def load(db: Reader, viewer: Viewer, ref: str, today: date) -> Matter | None:
    """Return the decision ``ref`` as ``viewer`` may see it."""
    row = decisions.get(db, viewer, ref)
    if row is None:
        return None
    positions = decisions.positions(db, viewer, row)
    councils = decisions.councils(db, viewer, [ref], today)
    orgs = {one.org for one in councils} | {one.org for one in positions}
    return Matter(
        row=row,
        positions=positions,
        objections=decisions.objections(db, [ref]),
        councils=councils,
        bodies=people.bodies(db, orgs),
        conditions=decisions.conditions(db, row),
        editions=decisions.editions(db, row),
        holds=decisions.holds(db, row),
        today=today,
    )
