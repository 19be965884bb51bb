"""Heard: the file after somebody said something in the forum. Total."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar, assert_never

from core.decision import saying_events as e
from core.decision.file import Counting, File, Objection, Voice, Work

K = TypeVar("K")
T = TypeVar("T")


def heard(file: File, event: e.Saying) -> File:
    """Return ``file`` after ``event``."""
    match event:
        case e.Prepared():
            return replace(file, prepared=with_(file.prepared, event.org, event))
        case e.PreparedDropped(org=org):
            return replace(file, prepared=without(file.prepared, org))
        case e.EnteredOnBehalf():
            return replace(file, entries=with_(file.entries, event.org, event))
        case e.OnBehalfConfirmed():
            return _counts(file, event.org, Counting.CONFIRMED)
        case e.OnBehalfStood():
            return _counts(file, event.org, Counting.STOOD)
        case e.OnBehalfContested(org=org):
            return replace(file, entries=without(file.entries, org))
        case (
            e.ObjectionIntegrated()
            | e.ObjectionWithdrawn()
            | e.ObjectionRuledNotParamount()
        ):
            return _worked(file, event)
        case _:
            return _said(spoken(file, event.org), event)


def _counts(file: File, org: str, how: Counting) -> File:
    """Return ``file`` once an entry counts; what it says follows."""
    entry = file.entries.get(org)
    voice = Voice(how, entry.basis if entry else None, heard=False)
    return replace(
        file,
        entries=without(file.entries, org),
        voices=with_(file.voices, org, voice),
    )


def spoken(file: File, org: str) -> File:
    """Return ``file`` without what waited for ``org``, which has spoken itself."""
    voice = file.voices.get(org)
    if voice is None or voice.heard:
        voices = without(file.voices, org)
    else:
        voices = with_(file.voices, org, replace(voice, heard=True))
    return replace(
        file,
        entries=without(file.entries, org),
        prepared=without(file.prepared, org),
        voices=voices,
    )


def _said(file: File, event: e.Said) -> File:
    org = event.org
    match event:
        case e.PositionGiven() | e.PositionCorrected():
            return replace(file, votes=with_(file.votes, org, event))
        case e.OptionsScored():
            return replace(file, scores=with_(file.scores, org, event))
        case e.ObjectionRaised(number=number):
            raised = with_(file.objections, number, Objection(event))
            return replace(file, objections=raised)
        case e.RecusalDeclared():
            return replace(
                file,
                recused=file.recused | {org},
                votes=without(file.votes, org),
                scores=without(file.scores, org),
            )
        case _:
            assert_never(event)


def _worked(file: File, event: e.Worked) -> File:
    known = file.objections.get(event.number)
    if known is None:
        return file
    match event:
        case e.ObjectionIntegrated():
            work = Work.INTEGRATED
        case e.ObjectionWithdrawn():
            work = Work.WITHDRAWN
        case e.ObjectionRuledNotParamount():
            work = Work.NOT_PARAMOUNT
        case _:
            assert_never(event)
    done = with_(file.objections, event.number, replace(known, work=work))
    return replace(file, objections=done)


def with_(known: Mapping[K, T], key: K, what: T) -> Mapping[K, T]:
    """Return ``known`` with one more, or another."""
    return MappingProxyType({**known, key: what})


def without(known: Mapping[K, T], key: K) -> Mapping[K, T]:
    """Return ``known`` without one."""
    if key not in known:
        return known
    return MappingProxyType({k: what for k, what in known.items() if k != key})
