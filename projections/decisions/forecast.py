"""Forecast: between what and what a decision may come out (*Aussicht*).

::

    readiness asked (dafür, dagegen) + what its bodies resolved before --> leaning
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
from enum import StrEnum, unique
from typing import Final

from sqlalchemy import Connection, func, select

from core.decision.councils import Step
from core.effect import EffectKind, Member, Position, Rule, Stance, effect
from projections import people
from projections.asks import Readiness, readiness
from projections.decisions import tables as t
from projections.decisions.matrix import Cell, Line, Mark
from projections.decisions.tables import C, G, P, visible
from projections.viewer import Viewer

_WON: Final = (Step.APPROVED.value, Step.PROVISIONAL.value)
_LOST: Final = (Step.REFUSED.value, Step.EXPIRED.value)
_HALF: Final = 2
_WHOLE: Final = 1_000  # per mille


@unique
class Leaning(StrEnum):
    """Where an organisation leans (*Neigung*)."""

    FOR = "for"  # dafür
    RATHER_FOR = "rather_for"  # eher dafür
    OPEN = "open"  # offen
    RATHER_AGAINST = "rather_against"  # eher dagegen
    AGAINST = "against"  # dagegen
    UNKNOWN = "unknown"  # unbekannt


_LOW: Final = frozenset({Leaning.FOR})
_HIGH: Final = frozenset(
    {Leaning.FOR, Leaning.RATHER_FOR, Leaning.OPEN, Leaning.UNKNOWN}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Where ``org`` leans, and on what that rests.

    ``settled``: it is no guess, its bodies have resolved. ``said`` is what it
    answered to the readiness ask, if that may be told; ``approved`` and ``refused``
    count what its bodies resolved about other decisions.
    """

    org: str
    leaning: Leaning
    settled: bool
    said: bool | None
    approved: int
    refused: int


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
    voices = [_voice(cell, asked, past.get(cell.org, (0, 0))) for cell in line.cells]
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


def _voice(cell: Cell, asked: Readiness | None, past: tuple[int, int]) -> Voice:
    won, lost = past
    said = _said(cell.org, asked)
    leaning, settled = _SETTLED.get(cell.mark, (None, False))
    return Voice(
        org=cell.org,
        leaning=leaning or _leaning(cell, said, won, lost),
        settled=settled,
        said=said,
        approved=won,
        refused=lost,
    )


_SETTLED: Final[Mapping[Mark, tuple[Leaning, bool]]] = {
    Mark.APPROVED: (Leaning.FOR, True),
    Mark.AGREED: (Leaning.FOR, True),
    Mark.REFUSED: (Leaning.AGAINST, True),
    Mark.EXPIRED: (Leaning.AGAINST, True),
    Mark.DECLINED: (Leaning.AGAINST, True),
    Mark.PROVISIONAL: (Leaning.RATHER_FOR, False),
}


def _said(org: str, asked: Readiness | None) -> bool | None:
    """Return whether ``org`` said that it takes part, if that may be told."""
    if asked is None or asked.ready is None or org not in asked.audience:
        return None
    if org in asked.ready:
        return True
    everybody = asked.answered == len(asked.audience)
    return False if everybody else None


def _leaning(cell: Cell, said: bool | None, won: int, lost: int) -> Leaning:  # noqa: FBT001  (heard or not)
    """Return where somebody leans whose bodies have not resolved.

    What it said weighs more than the past; a past without a majority says nothing.
    """
    mostly = won + lost > 0 and won >= _HALF * lost
    seldom = lost > won
    if cell.mark is Mark.CONDITIONAL:
        return Leaning.OPEN
    match said:
        case True:
            return Leaning.RATHER_FOR if seldom else Leaning.FOR
        case False:
            return Leaning.RATHER_AGAINST if mostly else Leaning.AGAINST
        case None if mostly:
            return Leaning.RATHER_FOR
        case None if seldom:
            return Leaning.RATHER_AGAINST
        case None:
            return Leaning.OPEN if won else Leaning.UNKNOWN


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
