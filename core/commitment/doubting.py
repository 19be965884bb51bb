"""Doubting: what becomes of a commitment whose decision holds no more (rule Z6)."""

from __future__ import annotations

from typing import assert_never

from core.authority import coordinating
from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import states as s
from core.commitment.authority import acting_org, must_be_party, must_move, unfit
from core.commitment.checks import said_maybe
from core.errors import Code, Refusal
from core.facts import Facts


def lose_ground(
    command: c.LoseGround, state: s.State, facts: Facts
) -> list[e.GroundGone]:
    """Return that both sides are asked; once, and only what is still open.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``UNKNOWN_DECISION`` if it cites another one, or
            ``DECISION_HOLDS``.
    """
    coordinating(facts)
    phase = state.phase
    if isinstance(phase, s.Absent):
        raise unfit(phase)
    if state.doubt is not None or s.next_mover(phase) is None:
        return []
    if phase.terms.cites != command.decision:
        raise Refusal(Code.UNKNOWN_DECISION, other=command.decision)
    if facts.decision is None or facts.decision.ended_by is None:
        raise Refusal(Code.DECISION_HOLDS, other=command.decision)
    by = facts.decision.ended_by
    return [e.GroundGone(decision=command.decision, ended_by=by)]


def answer(
    command: c.Uphold | c.SeekRelease, state: s.State, facts: Facts
) -> list[e.Conversing]:
    """Return what one side says to that.

    Raises:
        Refusal: ``NOT_A_PARTY``, ``OTHER_SIDE_MOVES``, or ``NOT_IN_DOUBT``.
    """
    phase, doubt = state.phase, state.doubt
    if isinstance(phase, s.Absent) or s.next_mover(phase) is None:
        raise unfit(phase)
    must_be_party(facts, phase)
    terms = phase.terms
    if doubt is None:
        raise Refusal(Code.NOT_IN_DOUBT)
    match command:
        case c.Uphold():
            must_move(facts, terms.holder, terms.asker)
            org = acting_org(facts)
            return [] if org in doubt.upheld else [e.Upheld(by=org)]
        case c.SeekRelease(reason=reason):
            must_move(facts, terms.holder)
            if isinstance(phase, s.Requested | s.Offered | s.Countered):
                raise unfit(phase)
            why = said_maybe(reason)
            return [] if doubt.sought else [e.ReleaseSought(reason=why)]
        case _:
            assert_never(command)
