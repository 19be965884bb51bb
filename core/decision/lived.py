"""Lived: a decision after something that happened once it was accepted. Total."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from core.decision import living_events as e
from core.decision import states as s
from core.decision.file import File
from core.decision.heard import spoken, with_
from core.decision.ratified import restarted
from core.decision.saying_events import PositionGiven
from core.effect import Stance


def lived(state: s.Present, event: e.Living) -> s.Present:
    """Return the state after ``event``."""
    file = state.file
    match event:
        case e.RatificationStarted(on=on):
            return s.Ratifying(replace(file, started=on))
        case e.TookEffect(orgs=orgs):
            bound = replace(file, bound=frozenset(orgs))
            return _standing(state, s.InForce(bound))
        case e.PartlyTookEffect(orgs=orgs):
            bound = replace(file, bound=frozenset(orgs))
            return _standing(state, s.PartlyInForce(bound))
        case e.Failed():
            return s.Failed(replace(file, bound=frozenset()))
        case e.EffectRevoked():
            return s.Ratifying(replace(file, bound=frozenset()))
        case e.MemberJoined():
            return replace(state, file=_joined(file, event))
        case e.MemberLeft():
            return replace(state, file=_left(file, event))
        case e.PromisesAsked(org=org):
            return replace(state, file=replace(file, asked=file.asked | {org}))
        case _:
            return _reviewed(state, event)


def _standing(
    state: s.Present, now: s.InForce | s.PartlyInForce
) -> s.InForce | s.PartlyInForce | s.UnderReview:
    """Return ``now``, under review if it was."""
    if not isinstance(state, s.UnderReview):
        return now
    before = (
        s.Standing.IN_FORCE
        if isinstance(now, s.InForce)
        else s.Standing.PARTLY_IN_FORCE
    )
    return s.UnderReview(now.file, before)


def _joined(file: File, event: e.MemberJoined) -> File:
    org = event.org
    if org in file.left:
        file = restarted(file, org)
    known = any(member.org == org for member in file.roster)
    yes = PositionGiven(org=org, stance=Stance.YES, text=event.text, on=event.on)
    return replace(
        spoken(file, org),
        roster=file.roster if known else (*file.roster, event.member),
        votes=with_(file.votes, org, yes),
        left=file.left - {org},
    )


def _left(file: File, event: e.MemberLeft) -> File:
    org = event.org
    if org in file.bound:
        return replace(file, left=file.left | {org}, bound=file.bound - {org})
    no = PositionGiven(org=org, stance=Stance.NO, text=file.text, on=event.on)
    return replace(spoken(file, org), votes=with_(file.votes, org, no))


def _reviewed(
    state: s.Present, event: e.ReviewFellDue | e.Confirmed | e.Superseded | e.Repealed
) -> s.Present:
    file = state.file
    match event:
        case e.ReviewFellDue(because=because):
            if because is not None:
                file = replace(file, reviewed=file.reviewed | {because})
            before = _before(state)
            if before is None:
                return s.Reconsidered(file)
            return s.UnderReview(file, before)
        case e.Confirmed(review_on=review_on):
            return _again(replace(file, review_on=review_on), _before(state))
        case e.Superseded(by=by):
            return s.Superseded(file, by)
        case e.Repealed(by=by):
            return s.Repealed(file, by)
        case _:
            assert_never(event)


def _before(state: s.Present) -> s.Standing | None:
    match state:
        case s.UnderReview(before=before):
            return before
        case s.InForce():
            return s.Standing.IN_FORCE
        case s.PartlyInForce():
            return s.Standing.PARTLY_IN_FORCE
        case _:
            return None  # a recommendation


def _again(file: File, before: s.Standing | None) -> s.Present:
    match before:
        case s.Standing.IN_FORCE:
            return s.InForce(file)
        case s.Standing.PARTLY_IN_FORCE:
            return s.PartlyInForce(file)
        case None:
            return s.Resolved(file)
        case _:
            assert_never(before)
