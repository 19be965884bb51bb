"""Judging: who is bound by a decision on a day (German: *Wirkung*).

To be checked by hand, in three steps:

1. Everything is listed that a member lacks. A member lacks a *position* until it has
   said something and *consent* if that was anything but yes; both are left out where
   a majority binds everybody. It lacks whatever its bodies and conditions have not
   given by that day. What concerns everybody, everybody lacks.
2. Whoever lacks nothing is *ready*. Whoever lacks nothing that is final (no consent, a
   refusal, an expired term) is *possible*: outstanding answers can still make it ready.
3. The rule is put to the ready: all or nothing carries if every member of the
   beginning is among them, a threshold if they reach it, each for itself always. If it
   carries, the ready are bound: *in force*, or *partly* while another member of the
   beginning is possible. If not, the rule is put to the possible: if it would carry,
   the decision is *ratifying*, else it has *failed*.

An answer dated behind the day has not been given yet. Source: domain.md section 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from core.effect.terms import (
    BINDING,
    EVERYBODY,
    FINAL,
    Answer,
    Condition,
    Effect,
    EffectKind,
    Lack,
    Measure,
    Member,
    Missing,
    Position,
    Ratification,
    Rule,
    Stance,
    Status,
)

_LACK: Final[Mapping[Answer, Lack | None]] = {
    Answer.OPEN: Lack.RESOLUTION,
    Answer.PROVISIONAL: Lack.EVIDENCE,
    Answer.CONDITIONAL: Lack.ACCEPTANCE,
    Answer.APPROVED: None,
    Answer.WAIVED: None,
    Answer.REFUSED: Lack.REFUSAL,
    Answer.EXPIRED: Lack.EXPIRY,
}
_WHOLE: Final = 1_000  # per mille


def effect(
    rule: Rule,
    roster: Sequence[Member],
    positions: Mapping[str, Position],
    ratifications: Iterable[Ratification],
    conditions: Iterable[Condition],
    on: date,
) -> Effect:
    """Return what a decision is on the day ``on``, whom it binds, what is missing.

    ``roster`` is without those who declared themselves recused or have left.
    """
    lacking = [
        *_unsaid(rule, roster, positions, on),
        *_unresolved(ratifications, on),
        *_unmet(conditions, on),
    ]
    hindered = {missing.org for missing in lacking}
    lost = {missing.org for missing in lacking if missing.what in FINAL}
    ready = _free(roster, hindered)
    possible = _free(roster, lost)
    free = frozenset([member.org for member in ready])
    bound = free if _carries(rule, roster, ready) else frozenset[str]()
    status = Status.FAILED
    if bound:
        more = any(not member.late and member.org not in free for member in possible)
        status = Status.PARTLY_IN_FORCE if more else Status.IN_FORCE
    elif possible and _carries(rule, roster, possible):
        status = Status.RATIFYING
    return Effect(status, bound, tuple(sorted(lacking)), free)


def _unsaid(
    rule: Rule, roster: Sequence[Member], positions: Mapping[str, Position], on: date
) -> list[Missing]:
    if rule.binds_all and rule.form in BINDING:
        return []
    found: list[Missing] = []
    for member in roster:
        position = positions.get(member.org)
        if position is None or position.on > on:
            found.append(Missing(member.org, Lack.POSITION))
        elif position.stance is not Stance.YES:
            found.append(Missing(member.org, Lack.CONSENT))
    return found


def _unresolved(ratifications: Iterable[Ratification], on: date) -> list[Missing]:
    found: list[Missing] = []
    for org, body, answer, day in ratifications:
        lack = _LACK[answer] if day <= on else Lack.RESOLUTION
        if lack is not None:
            found.append(Missing(org, lack, body))
    return found


def _unmet(conditions: Iterable[Condition], on: date) -> list[Missing]:
    each = [Ratification(c.org, c.name, c.answer, c.on) for c in conditions]
    return _unresolved(each, on)


def _free(roster: Sequence[Member], hindered: set[str]) -> list[Member]:
    """Return the members that nothing of their own or of everybody's hinders."""
    if EVERYBODY in hindered:
        return []
    return [member for member in roster if member.org not in hindered]


def _carries(rule: Rule, roster: Sequence[Member], group: Sequence[Member]) -> bool:
    """Whether the rule lets ``group`` be bound."""
    match rule.kind:
        case EffectKind.EACH_FOR_ITSELF:
            return True
        case EffectKind.ALL_OR_NOTHING:
            there = {member.org for member in group}
            return all(member.org in there for member in roster if not member.late)
        case EffectKind.THRESHOLD:
            return _reached(rule, roster, group)


def _reached(rule: Rule, roster: Sequence[Member], group: Sequence[Member]) -> bool:
    """Whether ``group`` reaches the threshold; a share of nothing is never reached."""
    if rule.measure is Measure.MEMBERS:
        return len(group) >= rule.at_least
    whole = sum(_weight(rule, member) for member in roster if not member.late)
    part = sum(_weight(rule, member) for member in group)
    return whole > 0 and part * _WHOLE >= rule.at_least * whole


def _weight(rule: Rule, member: Member) -> int:
    return member.cost if rule.measure is Measure.COST else member.inhabitants
