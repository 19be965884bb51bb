"""What a decision is after an event. Total: it never refuses the past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import assert_never

from core.decision import condition_events as x
from core.decision import events as e
from core.decision import states as s
from core.decision.councils import CouncilKey
from core.decision.explaining import explained
from core.decision.file import Counting, File, Objection, Voice, Work
from core.decision.heard import heard, with_
from core.decision.lived import lived
from core.decision.ratified import asked_again, conditioned, ratified, taken_over
from core.effect import Stance


def evolve(state: s.State, event: e.Happening) -> s.State:
    """Return the state after ``event``."""
    if isinstance(event, e.Drafted):
        texts = MappingProxyType({1: event.text})
        return s.Draft(File(drafted=event, texts=texts, review_on=event.review_on))
    if isinstance(state, s.Absent):
        return state
    if isinstance(event, e.Running):
        return _ran(state, event)
    if isinstance(event, e.Saying):
        return _stage(state, heard(state.file, event))
    if isinstance(event, e.InCouncils):
        return replace(state, file=ratified(state.file, event))
    if isinstance(event, e.Conditioned):
        return replace(state, file=conditioned(state.file, event))
    if isinstance(event, e.Conditional):
        return _conditional(state, event)
    return lived(state, event)


def _stage(state: s.Present, file: File) -> s.Present:
    """Return whether objections hinder, while the forum decides."""
    if not isinstance(state, s.InForum):
        return replace(state, file=file)
    if not file.open_objections:
        return s.Open(file)
    return s.Escalated(file) if isinstance(state, s.Escalated) else s.Objected(file)


def _ran(state: s.Present, event: e.Running) -> s.Present:
    file = state.file
    match event:
        case e.Revised():
            return _stage(state, _revised(file, event))
        case e.Explained():
            return replace(state, file=explained(file, event))
        case e.TermSet(deadline=deadline):
            return replace(state, file=replace(file, councils_by=deadline))
        case e.Opened():
            return s.Open(_opened(file, event))
        case e.Delivered(org=org, on=on):
            return replace(
                state, file=replace(file, delivered=with_(file.delivered, org, on))
            )
        case e.Escalated():
            return s.Escalated(file)
        case e.Accepted():
            return s.Resolved(_accepted(file, event))
        case e.Rejected():
            return s.Rejected(file)
        case e.Lapsed():
            return s.Lapsed(file)
        case e.SecondCallAnnounced(until=until):
            return _stage(s.Open(file), replace(file, until=until, second_call=True))
        case e.Withdrawn():
            return s.Withdrawn(file)
        case _:
            assert_never(event)


def _revised(file: File, event: e.Revised) -> File:
    """Let what was said to the old text rest (rule D1)."""
    objections = {
        number: replace(one, taken_up=event.version)
        if number in event.integrates
        else one
        for number, one in file.objections.items()
    }
    empty = MappingProxyType({})  # type: ignore[var-annotated]  # of every kind below
    return replace(
        file,
        text=event.version,
        texts=with_(file.texts, event.version, event.text),
        until=event.until or file.until,
        second_call=False,
        votes=empty,
        voices=empty,
        scores=empty,
        delivered=empty,
        entries=empty,
        prepared=empty,
        objections=MappingProxyType(objections),
    )


def _opened(file: File, event: e.Opened) -> File:
    return replace(
        file,
        opened=event,
        until=event.until,
        roster=event.roster,
        review_on=event.review_on,
    )


def _accepted(file: File, event: e.Accepted) -> File:
    """Count silence as a yes where it was counted as one (rule D4)."""
    votes, voices = dict(file.votes), dict(file.voices)
    for org in event.tally.tacit:
        votes[org] = e.PositionGiven(
            org=org, stance=Stance.YES, text=event.text, on=event.on
        )
        voices[org] = Voice(Counting.TACIT)
    return replace(file, votes=MappingProxyType(votes), voices=MappingProxyType(voices))


def _moot(file: File) -> Mapping[int, Objection]:
    """Return the objections once the text to which some were raised is not taken."""
    return MappingProxyType(
        {
            number: replace(one, work=Work.MOOT) if one.work is Work.OPEN else one
            for number, one in file.objections.items()
        }
    )


def _conditional(state: s.Present, event: x.Conditional) -> s.Present:
    file, key = state.file, CouncilKey(event.org, event.body)
    match event:
        case x.ConditionsTakenUp():
            return s.Open(replace(file, taking_up=key, before=file))
        case x.ConditionsAccepted(text=text):
            return replace(state, file=taken_over(file, key, text))
        case x.ConditionsRefused():
            if file.before is None:
                return replace(state, file=asked_again(file, key))
            back = replace(
                file.before,
                drafted=file.drafted,
                councils_by=file.councils_by,
                texts=file.texts,
                objections=_moot(file),
                councils=file.councils,
                conditions=file.conditions,
            )
            return s.Ratifying(asked_again(back, key))
        case _:
            assert_never(event)
