"""Binding: the effect of a decision on a day, and the event that says it changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from core.decision import events as e
from core.decision import states as s
from core.decision.file import File
from core.effect import (
    EVERYBODY,
    Condition,
    Effect,
    Position,
    Ratification,
    Rule,
    Status,
    effect,
)


def judged(file: File, on: date) -> Effect:
    """Return what the effect function says of ``file`` on ``on``.

    What somebody said to another version is not said to this one. Whoever has left
    still counts where members must be enough, and is not bound.
    """
    rule = file.opened.effect if file.opened else Rule(file.rulebook.effect)
    orgs = {member.org for member in file.entitled}
    found = effect(
        rule,
        file.entitled,
        {
            org: Position(vote.stance, vote.on)
            for org, vote in file.votes.items()
            if vote.text == file.text
        },
        [
            Ratification(key.org, key.body, council.answer(file.text), council.on)
            for key, council in file.councils.items()
            if key.org in orgs
        ],
        [
            Condition(key.kind.value, known.answer, known.on, key.org)
            for key, known in file.conditions.items()
            if key.org in {EVERYBODY, *orgs}
        ],
        on,
    )
    return found._replace(bound=found.bound - file.left)


def changed(state: s.State, on: date) -> Iterator[e.Effects]:
    """Yield the event that says what the effect is now, if it is another one."""
    if not isinstance(state, s.Binding | s.Failed):
        return
    found = judged(state.file, on)
    if (found.status, found.bound) == (_status(state), s.bound(state)):
        return
    orgs, since = tuple(sorted(found.bound)), _since(state.file, found, on)
    match found.status:
        case Status.RATIFYING:
            yield e.EffectRevoked(on=on)
        case Status.PARTLY_IN_FORCE:
            yield e.PartlyTookEffect(orgs=orgs, on=since)
        case Status.IN_FORCE:
            yield e.TookEffect(orgs=orgs, on=since)
        case Status.FAILED:
            yield e.Failed(on=since)
        case _:
            assert_never(found.status)


def _since(file: File, found: Effect, on: date) -> date:
    """Return since when it is so: never before it was given to the bodies."""
    days = {vote.on for vote in file.votes.values()}
    days |= {council.on for council in file.councils.values()}
    days |= {condition.on for condition in file.conditions.values()}
    started = file.started or on
    since = on
    told = {max(day, started) for day in days if day <= on}
    for day in sorted(told, reverse=True):
        then = judged(file, day)
        if (then.status, then.bound) != (found.status, found.bound):
            break
        since = day
    return since


def _status(state: s.Binding | s.Failed) -> Status:
    match state:
        case s.Ratifying():
            return Status.RATIFYING
        case s.PartlyInForce():
            return Status.PARTLY_IN_FORCE
        case s.InForce():
            return Status.IN_FORCE
        case s.UnderReview(before=before):
            partly = before is s.Standing.PARTLY_IN_FORCE
            return Status.PARTLY_IN_FORCE if partly else Status.IN_FORCE
        case s.Failed():
            return Status.FAILED
        case _:
            assert_never(state)
