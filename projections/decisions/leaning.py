"""Leaning: where one organisation leans before its bodies resolved (*Neigung*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from projections.asks import Readiness
from projections.decisions.matrix import Cell, Line, Mark

_HALF: Final = 2


@unique
class Leaning(StrEnum):
    """Where an organisation leans (*Neigung*)."""

    FOR = "for"  # dafür
    RATHER_FOR = "rather_for"  # eher dafür
    OPEN = "open"  # offen
    RATHER_AGAINST = "rather_against"  # eher dagegen
    AGAINST = "against"  # dagegen
    UNKNOWN = "unknown"  # unbekannt


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Where ``org`` leans, and on what that rests.

    ``settled``: it is no guess, its bodies have resolved, or none has to. ``agreed``:
    it said yes in the forum. ``said`` is what it answered to the readiness ask, if that
    may be told; ``approved`` and ``refused`` count what its bodies resolved about other
    decisions.
    """

    org: str
    leaning: Leaning
    settled: bool
    agreed: bool
    said: bool | None
    approved: int
    refused: int


def voice_of(
    line: Line,
    cell: Cell,
    agreed: frozenset[str],
    asked: Readiness | None,
    past: tuple[int, int],
) -> Voice:
    """Return where the organisation of ``cell`` leans.

    ``agreed`` said yes in the forum; ``past`` is what its bodies approved and refused.
    """
    won, lost = past
    said, yes = _said(cell.org, asked), cell.org in agreed
    leaning, settled = _SETTLED.get(cell.mark, (None, False))
    if cell.mark is Mark.AGREED and line.row.council and line.row.deciding:
        leaning, settled = None, False  # its council has not even been asked
    return Voice(
        org=cell.org,
        leaning=leaning or _leaning(cell, said, won, lost, agreed=yes),
        settled=settled,
        agreed=yes,
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


def _leaning(
    cell: Cell,
    said: bool | None,  # noqa: FBT001  (heard or not)
    won: int,
    lost: int,
    *,
    agreed: bool,
) -> Leaning:
    """Return where somebody leans whose bodies have not resolved.

    What it said weighs more than the past; a past without a majority says nothing. A
    yes in the forum is a sign, and newer than a no when it was asked.
    """
    mostly = won + lost > 0 and won >= _HALF * lost
    seldom = lost > won
    if cell.mark is Mark.CONDITIONAL:
        return Leaning.OPEN
    match said:
        case True:
            return Leaning.RATHER_FOR if seldom else Leaning.FOR
        case _ if agreed:
            return Leaning.OPEN if seldom else Leaning.RATHER_FOR
        case False:
            return Leaning.RATHER_AGAINST if mostly else Leaning.AGAINST
        case None if mostly:
            return Leaning.RATHER_FOR
        case None if seldom:
            return Leaning.RATHER_AGAINST
        case None:
            return Leaning.OPEN if won else Leaning.UNKNOWN
