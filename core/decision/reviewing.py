"""Reviewing: whether a decision stays, is replaced, or ends (rules D8 and D9)."""

from __future__ import annotations

from typing import assert_never

from core.authority import coordinating
from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.checks import said, said_maybe, unfit
from core.decision.opening import next_review
from core.errors import Code, Refusal
from core.facts import Facts, PastDecision
from core.rulebook import Mode


def review(command: c.Reviewing, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return what becomes of a decision that holds.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``REVIEW_MISSING``, ``NOT_COVERED``,
            ``SUPERSEDES_ITSELF``, ``DECISION_NOT_…``, or what the state says.
    """
    coordinating(facts)
    match command:
        case c.AskForPromises(org=org):
            if org in state.file.asked:
                return []
            if org not in s.bound(state):
                raise Refusal(Code.NOT_BOUND, org=org)
            return [e.PromisesAsked(org=org, on=facts.today)]
        case c.CallReview():
            return _called(command, state, facts)
        case c.Confirm():
            return [_confirmed(command, state, facts)]
        case c.Supersede():
            return _superseded(command, state, facts)
        case c.Repeal(by=by, reason=reason):
            if isinstance(state, s.Repealed):
                return []
            holding(state)
            other = _named(by, facts)
            if not other.accepted or other.forum != state.file.drafted.forum:
                raise Refusal(Code.DECISION_NOT_ACCEPTED, other=by)
            return [e.Repealed(by=by, on=facts.today, reason=said(reason))]
        case _:
            assert_never(command)


def _called(command: c.CallReview, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return that it is looked at; for each change of framework once."""
    because, looked_at = (
        command.because,
        isinstance(state, s.UnderReview | s.Reconsidered),
    )
    if because in state.file.reviewed or (because is None and looked_at):
        return []
    holding(state)
    if because is not None and facts.ref not in facts.affected:
        raise Refusal(Code.NOT_AFFECTED, other=because)
    reason = said_maybe(command.reason)
    return [e.ReviewFellDue(on=facts.today, reason=reason, because=because)]


def holding(state: s.Present) -> None:
    """Require that the decision holds, be it as a recommendation."""
    known = s.PartlyInForce | s.InForce | s.UnderReview | s.Reconsidered
    if isinstance(state, known):
        return
    opened = state.file.opened
    recommends = opened is not None and opened.mode is Mode.RECOMMENDATION
    if not (isinstance(state, s.Resolved) and recommends):
        raise unfit(state)


def _confirmed(command: c.Confirm, state: s.Present, facts: Facts) -> e.Confirmed:
    if not isinstance(state, s.UnderReview | s.Reconsidered):
        raise unfit(state)
    never = said_maybe(command.no_review)
    if never is not None:
        return e.Confirmed(on=facts.today, no_review=never)
    day = command.review_on or next_review(state.file.rulebook, facts)
    if day <= facts.today:
        raise Refusal(Code.DUE_IN_THE_PAST, due=day, today=facts.today)
    return e.Confirmed(on=facts.today, review_on=day)


def _named(by: str, facts: Facts) -> PastDecision:
    if facts.decision is None:
        raise Refusal(Code.UNKNOWN_DECISION, other=by)
    return facts.decision


def _superseded(
    command: c.Supersede, state: s.Present, facts: Facts
) -> list[e.Happening]:
    by = command.by
    if isinstance(state, s.Superseded) and state.by == by:
        return []
    holding(state)
    other = _named(by, facts)
    if facts.ref in {by, *other.successors}:
        raise Refusal(Code.SUPERSEDES_ITSELF, other=by)
    if not other.bound:
        raise Refusal(Code.DECISION_NOT_IN_FORCE, other=by)
    left_out = s.bound(state) - other.bound
    uncovered = left_out - {*command.release}
    if uncovered:
        raise Refusal(Code.NOT_COVERED, orgs=tuple(sorted(uncovered)), other=by)
    released = tuple(sorted(left_out))
    return [e.Superseded(by=by, on=facts.today, released=released)]
