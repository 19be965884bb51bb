"""Forecast: between what and what a decision may come out (*Aussicht*).

::

    readiness asked (dafür, dagegen) + a yes in the forum
        + what its bodies resolved before --> leaning
    leaning for      --> in the pessimistic group and in the optimistic one
    leaning for a bit, open, unknown --> in the optimistic group only
    leaning against  --> in neither

Both groups are put to each rule, so what comes out is a band and never a certainty;
every leaning names what it rests on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, func, select

from core.decision.councils import Step
from core.effect import EffectKind, Member, Position, Rule, Stance, effect
from projections import people
from projections.asks import readiness
from projections.decisions import tables as t
from projections.decisions.leaning import Leaning, Voice, voice_of
from projections.decisions.matrix import Line
from projections.decisions.rows import DecisionRow
from projections.decisions.tables import C, G, P, visible
from projections.viewer import Viewer

_WON: Final = (Step.APPROVED.value, Step.PROVISIONAL.value)
_LOST: Final = (Step.REFUSED.value, Step.EXPIRED.value)
_WHOLE: Final = 1_000  # per mille


_LOW: Final = frozenset({Leaning.FOR})
_HIGH: Final = frozenset(
    {Leaning.FOR, Leaning.RATHER_FOR, Leaning.OPEN, Leaning.UNKNOWN}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What a rule comes to: for how many at least and at most, and of what share.

    Shares are per mille of the inhabitants of those on the list, ``None`` where
    they are not known.
    """

    rule: Rule
    low: int
    high: int
    low_share: int | None
    high_share: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The voices, the band under each rule (its own first), and the basis.

    ``ask`` is the readiness ask that was heard, ``resolved`` how many resolutions
    of bodies were.
    """

    voices: Sequence[Voice]
    bands: Sequence[Band]
    ask: str | None
    asked_at: date | None
    resolved: int


def forecast(db: Connection, viewer: Viewer, line: Line) -> Forecast:
    """Return between what and what the decision of ``line`` may come out."""
    row, members = line.row, _members(db, line)
    asked = next(iter(readiness(db, viewer, row.forum, 1)), None)
    past = _past(db, viewer, row.ref)
    agreed = _agreed(db, row)
    voices = [
        voice_of(line, cell, agreed, asked, past.get(cell.org, (0, 0)))
        for cell in line.cells
    ]
    own, zone = row.rule, people.zone(db)
    others = [Rule(kind) for kind in _OTHERS if kind is not own.kind]
    return Forecast(
        voices=voices,
        bands=[_band(rule, voices, members) for rule in (own, *others)],
        ask=asked.ref if asked else None,
        asked_at=asked.published_at.astimezone(zone).date() if asked else None,
        resolved=sum(one.approved + one.refused for one in voices),
    )


_OTHERS: Final = (EffectKind.EACH_FOR_ITSELF, EffectKind.ALL_OR_NOTHING)


def _members(db: Connection, line: Line) -> Sequence[Member]:
    """Return the list as the effect function wants it."""
    seats = select(P.org, P.inhabitants, P.cents, P.late).where(P.ref == line.row.ref)
    found = db.execute(seats.where(P.recused.is_(False)).order_by(P.org))
    return [Member(*seat) for seat in found]


def _agreed(db: Connection, row: DecisionRow) -> frozenset[str]:
    """Return who said yes in the forum."""
    yes = select(P.org).where(P.ref == row.ref, P.stance == Stance.YES.value)
    return frozenset(db.scalars(yes))


def _past(db: Connection, viewer: Viewer, but: str) -> Mapping[str, tuple[int, int]]:
    """Return how often the bodies of each organisation approved and refused before."""
    both = t.COUNCIL.join(t.DECISION, C.ref == G.ref)
    query = (
        select(G.org, G.step, func.count())
        .select_from(both)
        .where(G.step.in_((*_WON, *_LOST)), G.ref != but, visible(viewer))
        .group_by(G.org, G.step)
    )
    found: dict[str, tuple[int, int]] = {}
    for org, step, n in db.execute(query):
        won, lost = found.get(org, (0, 0))
        found[org] = (won + n, lost) if step in _WON else (won, lost + n)
    return found


def _band(rule: Rule, voices: Sequence[Voice], members: Sequence[Member]) -> Band:
    low, high = (_outcome(rule, voices, members, group) for group in (_LOW, _HIGH))
    return Band(
        rule=rule,
        low=len(low),
        high=len(high),
        low_share=_share(members, low),
        high_share=_share(members, high),
    )


def _outcome(
    rule: Rule,
    voices: Sequence[Voice],
    members: Sequence[Member],
    group: frozenset[Leaning],
) -> frozenset[str]:
    """Return who is bound if everybody who leans like ``group`` is ready."""
    yes = {one.org for one in voices if one.leaning in group}
    said = {org: Position(Stance.YES, date.min) for org in yes}
    return effect(rule, members, said, [], [], date.max).bound


def _share(members: Sequence[Member], bound: frozenset[str]) -> int | None:
    whole = sum(member.inhabitants for member in members)
    part = sum(member.inhabitants for member in members if member.org in bound)
    return part * _WHOLE // whole if whole else None
