"""Digest: how things stand for one person, and what is new (*Überblick*).

Danke · Von Ihnen · Ihnen zugesagt · Von Ihnen erbeten · Neu. Only what the
viewer may see; lateness is told to the two parties, and to coordination.
Source: chat.md, dialogue D16.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Generic, TypeVar

from projections.asks import AskRow
from projections.commitments import CommitmentRow
from projections.decisions import DecisionRow, FollowUp
from projections.information import InformationRow
from projections.meetings import MeetingRow

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Some(Generic[T]):
    """Some rows of how many there are."""

    rows: Sequence[T]
    total: int

    @property
    def more(self) -> int:
        """How many are not among the rows."""
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """From when on something is new: behind this entry, at this time or later.

    ``thanked`` are the commitments for which this person was thanked already.
    """

    at: datetime
    behind: int = 0
    thanked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """All of it; ``stand`` is the position in the log up to which it tells.

    ``org`` is for whom the viewer speaks first, ``forums`` are those of all of them.
    ``thanks``: what the viewer's organisation has kept. ``answers``: asks that wait
    for it; ``results``: what it owes to those it asked. ``confirm``: what waits for the
    viewer's own word. ``todo``: what it must move, ``owed``: what others promised
    it, ``requested``: what they were only asked for.
    ``late``: what others have let pass, for coordination; ``missing``: asks of others
    whose answers or result did. ``decide``: decisions that wait for its position;
    ``councils``: what its bodies owe soon; ``stuck``: decisions that objections hinder
    behind their term, and ``overdue``: what bodies have let pass, both for
    coordination. ``meetings``: when its forums meet soon. ``learnt``, ``told`` and
    ``concluded`` are the news of its forums.
    """

    org: str
    forums: tuple[str, ...]
    today: date
    thanks: Some[CommitmentRow]
    answers: Some[AskRow]
    results: Some[AskRow]
    confirm: Some[CommitmentRow]
    todo: Some[CommitmentRow]
    owed: Some[CommitmentRow]
    requested: Some[CommitmentRow]
    late: Some[CommitmentRow]
    missing: Some[AskRow]
    decide: Some[DecisionRow]
    councils: Some[FollowUp]
    stuck: Some[DecisionRow]
    overdue: Some[FollowUp]
    meetings: Some[MeetingRow]
    learnt: Some[InformationRow]
    told: Some[AskRow]
    concluded: Some[AskRow]
    stand: int

    @property
    def needs_a_hand(self) -> bool:
        """Whether there is anything that waits for the viewer."""
        asked = (self.answers, self.results, self.decide, self.councils)
        parts = (*asked, self.confirm, self.todo)
        return any(part.total for part in parts)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        news = (self.learnt, self.told, self.concluded)
        late = (self.late, self.missing, self.stuck, self.overdue)
        others = (self.thanks, self.owed, self.requested, self.meetings, *late, *news)
        return not self.needs_a_hand and not any(part.total for part in others)


def by_hand(whole: Digest) -> Digest:
    """Return only what needs a hand, for the days between two whole digests.

    What is late needs that of coordination.
    """
    return replace(
        whole,
        thanks=_NO_ROWS,
        owed=_NO_ROWS,
        requested=_NO_ROWS,
        meetings=Some((), 0),
        learnt=Some((), 0),
        told=_NO_ASKS,
        concluded=_NO_ASKS,
    )


_NO_ROWS: Final[Some[CommitmentRow]] = Some((), 0)
_NO_ASKS: Final[Some[AskRow]] = Some((), 0)
