"""Asking: an ask with everything that can happen to it, as part of a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from core import organisation
from core.ask import commands as c
from core.ask.kinds import AskKind, Follows, Meant
from core.ask.questions import Question, QuestionKind, Value
from core.sealed import Sealed
from tests.projections.chance import ORGS, PERSONS
from tests.projections.world import Theatre

TOWN: Final = 2  # where it stands among the organisations and the persons
WHY: Final = Sealed("Gebühren")


def opening(today: date) -> c.Open:
    """Return the question to the town that is spared by chance."""
    return c.Open(
        kind=AskKind.NEED,
        forum="wasser",
        meant=Meant.NAMED,
        named=(ORGS[TOWN],),
        questions=(Question(key="need", kind=QuestionKind.YES_NO, label="Bedarf"),),
        text=Sealed("Kehrmaschine?"),
        deadline=today + timedelta(days=9),
        promised=today + timedelta(days=23),
        minutes=1,
    )


def call(theatre: Theatre) -> None:
    """Let the office call for help, and the hour ask whether that is still needed."""
    office = {"actor": PERSONS[0], "org": ORGS[0]}
    lent = organisation.NameDevices(devices=("Pumpe",))
    town = {"actor": PERSONS[TOWN], "org": ORGS[TOWN]}
    theatre.give(theatre.order(lent, f"organisation:{ORGS[TOWN]}", **town))
    known = set(theatre.streams("ask"))
    need = replace(opening(theatre.today), kind=AskKind.HELP, needs=("Pumpe",))
    named = replace(need, meant=Meant.ABLE, named=())
    theatre.give(theatre.order(named, None, **office))
    for stream in set(theatre.streams("ask")) - known:
        theatre.now += timedelta(days=10)
        theatre.give(theatre.order(c.GoOn(), stream, **office))
        theatre.give(theatre.order(c.Cancel(), stream, **office))


def _answer(said: str) -> c.Answer:
    return c.Answer(values=(Value(question="need", said=Sealed(said)),))


SAID: Final[tuple[tuple[c.Command, str], ...]] = (
    (_answer("ja"), "town"),
    (_answer("nein"), "town"),
    (c.TakeBackAnswer(), "town"),
    (c.Delegate(person=PERSONS[TOWN]), "town"),
    (c.ReportNothing(), "town"),
    (c.DeclineAnswer(reason=WHY), "town"),
    (_answer("ja"), "phone"),
    (c.ContestOnBehalf(reason=WHY), "town"),
    (_answer("nein"), "phone"),
    (c.ConfirmOnBehalf(), "town"),
    (c.ReportNothing(), "phone"),
)
"""What is said to the ask: by the town itself, or by phone."""


def afterwards(today: date) -> Iterator[c.Command]:
    """Return what the office does once nobody can contest any more."""
    yield c.LetOnBehalfStand(org=ORGS[TOWN])
    yield c.Extend(deadline=today + timedelta(days=9))
    yield c.Close()
    yield c.Publish()
    yield c.Conclude(follows=Follows.MEASURE, why=WHY)
