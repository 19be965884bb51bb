"""Oracle: the effect told a second time, by trying everything out.

Slow and plain: whether a decision is hopeless is found by giving every outstanding
answer in every way there is. Only small rosters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Final, NamedTuple

from core.effect import (
    Answer,
    Condition,
    EffectKind,
    Form,
    Measure,
    Member,
    Position,
    Ratification,
    Rule,
    Stance,
    Status,
)

ON: Final = date(2027, 6, 30)
LATER: Final = ON + timedelta(days=1)
GOOD: Final = {Answer.APPROVED, Answer.WAIVED}
OUTSTANDING: Final = {Answer.OPEN, Answer.PROVISIONAL, Answer.CONDITIONAL}


class Case(NamedTuple):
    """Everything on which the effect depends."""

    rule: Rule
    roster: tuple[Member, ...]
    positions: Mapping[str, Position]
    ratifications: tuple[Ratification, ...] = ()
    conditions: tuple[Condition, ...] = ()
    on: date = ON


class Verdict(NamedTuple):
    """What the oracle says of a case."""

    status: Status
    bound: frozenset[str]


def judge(case: Case) -> Verdict:
    """Return what must come out."""
    now = as_of(case)
    bound = bound_by(now)
    ends = [bound_by(end) for end in endings(now)]
    if not bound:
        hope = any(ends)
        return Verdict(Status.RATIFYING if hope else Status.FAILED, bound)
    begun = {member.org for member in case.roster if not member.late}
    more = any((end - bound) & begun for end in ends)
    return Verdict(Status.PARTLY_IN_FORCE if more else Status.IN_FORCE, bound)


def as_of(case: Case) -> Case:
    """Return ``case`` without the answers that are still to come."""
    return case._replace(
        positions={o: p for o, p in case.positions.items() if p.on <= case.on},
        ratifications=tuple(
            one if one.on <= case.on else one._replace(answer=Answer.OPEN)
            for one in case.ratifications
        ),
        conditions=tuple(
            one if one.on <= case.on else one._replace(answer=Answer.OPEN)
            for one in case.conditions
        ),
    )


def bound_by(case: Case) -> frozenset[str]:
    """Return whom the answers that are there bind."""
    ready = {m.org for m in case.roster if _willing(case, m) and _cleared(case, m)}
    begun = [member for member in case.roster if not member.late]
    if case.rule.kind is EffectKind.ALL_OR_NOTHING:
        return frozenset(ready if {m.org for m in begun} <= ready else ())
    if case.rule.kind is EffectKind.THRESHOLD:
        there = [member for member in case.roster if member.org in ready]
        return frozenset(ready if _enough(case.rule, begun, there) else ())
    return frozenset(ready)


def _enough(rule: Rule, begun: Sequence[Member], there: Sequence[Member]) -> bool:
    if rule.measure is Measure.MEMBERS:
        return len(there) >= rule.at_least
    weigh = (
        (lambda m: m.inhabitants)
        if rule.measure is Measure.INHABITANTS
        else (lambda m: m.cost)
    )
    whole = sum(map(weigh, begun))
    return bool(whole) and sum(map(weigh, there)) / whole >= rule.at_least / 1_000


def _willing(case: Case, member: Member) -> bool:
    joint = case.rule.form in {Form.JOINT_AGENCY, Form.SPECIAL_PURPOSE}
    said = case.positions.get(member.org)
    yes = said is not None and said.stance is Stance.YES
    return yes or (case.rule.binds_all and joint)


def _cleared(case: Case, member: Member) -> bool:
    own = [r.answer for r in case.ratifications if r.org == member.org]
    own += [c.answer for c in case.conditions if c.org in {"", member.org}]
    return GOOD.issuperset(own)


def endings(case: Case) -> Iterator[Case]:
    """Yield every way in which the outstanding answers may turn out."""
    silent = [m.org for m in case.roster if m.org not in case.positions]
    answers = (Answer.APPROVED, Answer.REFUSED)
    told = [*(one.answer for one in case.ratifications)]
    told += [one.answer for one in case.conditions]
    given = [answers if one in OUTSTANDING else (one,) for one in told]
    count = len(case.ratifications)
    for said in product((Stance.YES, Stance.NO), repeat=len(silent)):
        positions = {o: Position(s, case.on) for o, s in zip(silent, said, strict=True)}
        for turn in product(*given):
            yield case._replace(
                positions={**case.positions, **positions},
                ratifications=tuple(
                    one._replace(answer=answer)
                    for one, answer in zip(
                        case.ratifications, turn[:count], strict=True
                    )
                ),
                conditions=tuple(
                    one._replace(answer=answer)
                    for one, answer in zip(case.conditions, turn[count:], strict=True)
                ),
            )
