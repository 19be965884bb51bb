"""What an ask hides, and when it takes what; a first look at the aggregate."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from core.ask import ASK, states
from core.ask import commands as c
from core.ask import events as e
from core.ask.kinds import AskKind, Disclosure, Meant
from core.ask.questions import Question, QuestionKind, Value
from core.errors import Code, Refusal
from core.facts import Facts, ForumFacts, PastAsk, Power, Seat
from core.sealed import Sealed
from tests.given import COORDINATION, TODAY, member

TOWNS: Final = tuple(f"town{n}" for n in range(7))
PLACE: Final = ForumFacts(
    open=True, lead="landkreis", seats=dict.fromkeys(TOWNS, Seat.VOTE)
)
OFFICE: Final = replace(COORDINATION, forum=PLACE, audience=TOWNS)
OPEN: Final = c.Open(
    kind=AskKind.NEED,
    forum="wasser",
    meant=Meant.EVERYBODY,
    questions=(
        Question(key="need", kind=QuestionKind.YES_NO, label="Bedarf"),
        Question(key="cost", kind=QuestionKind.NUMBER, label="Betrag", unit="€"),
    ),
    text=Sealed("Wer plant bis 2030 eine neue Kehrmaschine?"),
    deadline=TODAY + timedelta(days=9),
    promised=TODAY + timedelta(days=23),
    minutes=3,
    disclosure=Disclosure.AGGREGATED,
)


def after(state: states.State, command: c.Command, who: Facts) -> states.State:
    for event in ASK.decide(command, state, who):
        state = ASK.evolve(state, event)
    return state


def says(said: str, cost: str = "100", unit: str = "€") -> c.Answer:
    money = Value(question="cost", said=Sealed(cost), unit=unit)
    return c.Answer(values=(Value(question="need", said=Sealed(said)), money))


def answered(count: int) -> states.State:
    state = after(ASK.initial, OPEN, OFFICE)
    for town in TOWNS[:count]:
        state = after(state, says("ja"), member(town, Power.ANSWER))
    return state


def published(state: states.State) -> tuple[e.Figure, ...]:
    again = c.Publish(summary=Sealed("Danke"))
    events = ASK.decide(again, state, OFFICE)
    assert isinstance(events[-1], e.Published)
    return events[-1].figures


@pytest.mark.parametrize(("count", "shown"), [(4, False), (5, True)])
def test_fewer_than_five_are_never_shown(count: int, *, shown: bool) -> None:
    assert bool(published(answered(count))) is shown


def test_one_late_answer_cannot_be_found_by_subtracting() -> None:
    state = after(answered(6), c.Publish(), OFFICE)
    first = published(state)
    late = after(state, says("nein"), member(TOWNS[6], Power.ANSWER))
    assert published(late) == first


def test_the_same_answer_twice_is_recorded_once() -> None:
    who = member(TOWNS[0], Power.ANSWER)
    assert ASK.decide(says("ja"), answered(1), who) == []


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (says("vielleicht"), Code.VALUE_DOES_NOT_FIT),
        (says("ja", cost="viel"), Code.VALUE_DOES_NOT_FIT),
        (says("ja", unit="t"), Code.UNIT_DOES_NOT_FIT),
    ],
)
def test_what_does_not_fit_is_refused(answer: c.Answer, code: Code) -> None:
    with pytest.raises(Refusal) as caught:
        ASK.decide(answer, answered(0), member(TOWNS[0], Power.ANSWER))
    assert caught.value.code is code


def past(minutes: int, audience: tuple[str, ...], text: str | None = None) -> Facts:
    before = PastAsk(
        ref="F1",
        kind="bedarf",
        forum="wasser",
        audience=frozenset(audience),
        minutes=minutes,
        on=TODAY,
        owes_result=True,
        text=text,
    )
    return replace(OFFICE, asks=(before,))


@pytest.mark.parametrize(
    "before",
    [OPEN.text.text, "Hat jemand eine Kehrmaschine?", "kehrmaschine gesucht, wer hat?"],
)
def test_nobody_asks_the_same_while_the_result_is_owed(before: str) -> None:
    with pytest.raises(Refusal) as caught:
        ASK.decide(OPEN, ASK.initial, past(1, TOWNS, before))
    assert caught.value.code is Code.RESULT_OWED


@pytest.mark.parametrize(
    "before", ["Wie viele Kilometer Kanalnetz haben Sie?", "Wer hat eine Mensa?", None]
)
def test_something_else_may_be_asked_of_the_same_towns(before: str | None) -> None:
    assert ASK.decide(OPEN, ASK.initial, past(1, TOWNS, before))


def test_to_extend_is_never_to_shorten() -> None:
    earlier = c.Extend(deadline=OPEN.deadline - timedelta(days=1))
    with pytest.raises(Refusal) as caught:
        ASK.decide(earlier, answered(0), OFFICE)
    assert caught.value.code is Code.NOT_LATER


@pytest.mark.parametrize(("minutes", "fits"), [(12, True), (13, False)])
def test_a_week_has_fifteen_minutes(minutes: int, *, fits: bool) -> None:
    who = past(minutes, TOWNS[:1])
    if fits:
        assert ASK.decide(OPEN, ASK.initial, who)
        return
    with pytest.raises(Refusal) as caught:
        ASK.decide(OPEN, ASK.initial, who)
    assert caught.value.code is Code.BUDGET_EXCEEDED
    reason = replace(OPEN, override=Sealed("Förderfrist"))
    (opened,) = ASK.decide(reason, ASK.initial, who)
    assert isinstance(opened, e.Opened)
    assert opened.over == TOWNS[:1]
