"""Table: the effect function as cases that a lawyer can check by hand.

Three members, every combination of what may have become of them, under each rule;
and, for one member alone, every single answer there is. The handbook page is made
from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum, unique
from itertools import combinations_with_replacement
from types import MappingProxyType
from typing import Final, NamedTuple

from core.effect.judging import effect
from core.effect.terms import (
    Answer,
    Condition,
    Effect,
    EffectKind,
    Form,
    Measure,
    Member,
    Position,
    Ratification,
    Rule,
    Stance,
)

_DAY: Final = date(2027, 6, 30)
_NAMES: Final = ("A", "B", "C")
_BODY: Final = "GV"  # Gemeindevertretung


@unique
class Case(StrEnum):
    """What became of one member."""

    SILENT = "silent"  # hat sich im Forum nicht geäußert
    REJECTS = "rejects"  # hat nein gesagt
    ABSTAINS = "abstains"  # hat sich enthalten
    AGREES = "agrees"  # ja, ohne Gremienvorbehalt
    AWAITS = "awaits"  # ja, Gremium steht aus
    TOLD = "told"  # ja, Gremium zugestimmt, nur mündlich
    CONDITIONAL = "conditional"  # ja, Gremium mit Maßgabe
    APPROVED = "approved"  # ja, Gremium zugestimmt
    WAIVED = "waived"  # ja, Gremium nicht nötig
    REFUSED = "refused"  # ja, Gremium abgelehnt
    EXPIRED = "expired"  # ja, Frist des Gremiums verstrichen
    SUPERVISED = "supervised"  # ja, Aufsicht steht aus
    PROHIBITED = "prohibited"  # ja, Aufsicht hat abgelehnt


_STANCE: Final[Mapping[Case, Stance | None]] = MappingProxyType(
    {Case.SILENT: None, Case.REJECTS: Stance.NO, Case.ABSTAINS: Stance.ABSTAIN}
)
_COUNCIL: Final[Mapping[Case, Answer]] = MappingProxyType(
    {
        Case.AWAITS: Answer.OPEN,
        Case.TOLD: Answer.PROVISIONAL,
        Case.CONDITIONAL: Answer.CONDITIONAL,
        Case.APPROVED: Answer.APPROVED,
        Case.WAIVED: Answer.WAIVED,
        Case.REFUSED: Answer.REFUSED,
        Case.EXPIRED: Answer.EXPIRED,
    }
)
_SUPERVISION: Final[Mapping[Case, Answer]] = MappingProxyType(
    {Case.SUPERVISED: Answer.OPEN, Case.PROHIBITED: Answer.REFUSED}
)
RULES: Final[tuple[Rule, ...]] = (
    Rule(EffectKind.ALL_OR_NOTHING),
    Rule(EffectKind.EACH_FOR_ITSELF),
    Rule(EffectKind.THRESHOLD, Measure.MEMBERS, 2),
    Rule(EffectKind.THRESHOLD, Measure.INHABITANTS, 600),
    Rule(EffectKind.THRESHOLD, Measure.COST, 600),
    Rule(EffectKind.EACH_FOR_ITSELF, binds_all=True, form=Form.WORKING_GROUP),
    Rule(EffectKind.EACH_FOR_ITSELF, binds_all=True, form=Form.SPECIAL_PURPOSE),
)
_TOGETHER: Final = (Case.APPROVED, Case.AWAITS, Case.REFUSED, Case.REJECTS)
_WEIGHTS: Final = (5_000, 3_000, 2_000)  # inhabitants, and cents of the cost


class Line(NamedTuple):
    """One line: under ``rule``, ``cases`` of the members give ``effect``."""

    rule: Rule
    cases: Mapping[str, Case]
    effect: Effect


def table() -> tuple[Line, ...]:
    """Return all lines: one member alone first, then three of them."""
    return (*_alone(), *_together())


def _alone() -> Iterator[Line]:
    for case in Case:
        yield _line(Rule(EffectKind.EACH_FOR_ITSELF), (case,))


def _together() -> Iterator[Line]:
    for rule in RULES:
        for cases in combinations_with_replacement(_TOGETHER, len(_NAMES)):
            yield _line(rule, cases)


def _line(rule: Rule, cases: tuple[Case, ...]) -> Line:
    members = dict(zip(_NAMES, cases, strict=False))
    stances = {org: _STANCE.get(case, Stance.YES) for org, case in members.items()}
    judged = effect(
        rule,
        [
            Member(org, weight, weight)
            for org, weight in zip(members, _WEIGHTS, strict=False)
        ],
        {org: Position(said, _DAY) for org, said in stances.items() if said},
        [
            Ratification(org, _BODY, _COUNCIL[case], _DAY)
            for org, case in members.items()
            if case in _COUNCIL
        ],
        [
            Condition("supervision", _SUPERVISION[case], _DAY, org)
            for org, case in members.items()
            if case in _SUPERVISION
        ],
        _DAY,
    )
    return Line(rule, MappingProxyType(members), judged)
