"""What an ask is after an event. Total: it never refuses the past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar, assert_never

from core.ask import events as e
from core.ask import states as s
from core.ask.figures import counted

T = TypeVar("T")


def evolve(state: s.State, event: e.Happening) -> s.State:
    """Return the state after ``event``."""
    if isinstance(event, e.Opened):
        return s.Open(s.Round(event, event.deadline, event.promised))
    if isinstance(state, s.Absent):
        return state
    match event:
        case e.Extended(deadline=deadline, promised=promised):
            moved = replace(state.round, deadline=deadline, promised=promised)
            return s.Open(moved, state.result)
        case e.WentOn(deadline=deadline):
            return s.Open(replace(state.round, deadline=deadline), state.result)
        case e.Closed():
            return s.Closed(state.round, state.result)
        case e.Published():
            return s.Published(state.round, _result(state, event))
        case e.Concluded():
            return s.Concluded(state.round, state.result or s.Result())
        case e.Cancelled():
            return s.Cancelled(state.round, state.result)
        case _:
            return replace(state, round=_heard(state.round, event))


def _result(state: s.Present, event: e.Published) -> s.Result:
    """Return what is out now; questions that were kept stay as they were counted."""
    before = state.result.counted if state.result else {}
    now = counted(state.round)
    kept = {question: before.get(question, {}) for question in event.kept}
    return s.Result(event.figures, MappingProxyType({**now, **kept}))


def _heard(
    round_: s.Round,
    event: e.Reply | e.AnswerTakenBack | e.Delegated | e.OnEntry,
) -> s.Round:
    org = event.org
    match event:
        case e.Answered() | e.Revised() | e.NothingReported() | e.AnswerDeclined():
            return replace(
                round_,
                replies=_with(round_.replies, org, event),
                before=_with(round_.before, org, round_.replies.get(org)),
                entries=_without(round_.entries, org),
            )
        case e.AnswerTakenBack():
            earlier = round_.before.get(org)
            rest = _without(round_.replies, org)
            return replace(
                round_,
                replies=_with(rest, org, earlier) if earlier else rest,
                before=_without(round_.before, org),
            )
        case e.Delegated(person=person):
            return replace(round_, persons=_with(round_.persons, org, person))
        case e.EnteredOnBehalf():
            return replace(round_, entries=_with(round_.entries, org, event))
        case e.OnBehalfConfirmed() | e.OnBehalfContested() | e.OnBehalfStood():
            return replace(round_, entries=_without(round_.entries, org))
        case _:
            assert_never(event)


def _with(known: Mapping[str, T], org: str, what: T) -> Mapping[str, T]:
    return MappingProxyType({**known, org: what})


def _without(known: Mapping[str, T], org: str) -> Mapping[str, T]:
    return MappingProxyType({o: what for o, what in known.items() if o != org})
