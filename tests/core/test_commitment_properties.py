"""What holds for a commitment whatever is said, in whatever order."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, TypeAlias, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from core.commitment import COMMITMENT, duty, events, next_mover, states, terms_of
from core.commitment import commands as c
from core.commitment import settling as w
from core.errors import Refusal
from core.facts import Facts, LastAct
from core.sealed import Sealed
from tests.adapters.journal.specimen import specimen
from tests.core.commitment_offers import DOUBTS, OFFERS, PEOPLE
from tests.core.test_commitment import (
    asker,
    countered,
    offered,
    promised,
    requested,
)
from tests.given import TODAY

_NESTED: Final = (requested, offered, promised, countered)
HAPPENINGS: Final = tuple(
    replace(event, event=inner)
    if isinstance(event, events.Drafted | events.EnteredOnBehalf)
    else event
    for event in map(specimen, get_args(events.Happening))
    for inner in _NESTED
)
_OFFER: Final = st.sampled_from([*OFFERS, *DOUBTS])
_DAYS: Final = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from((0, 0, 0, 1, 16))), max_size=12
)
Days: TypeAlias = list[tuple[int, int]]
Step: TypeAlias = tuple[states.State, c.Command, list[events.Happening], states.State]
_PAST: Final = st.lists(st.sampled_from(HAPPENINGS), max_size=12)
_ENDS: Final = (states.Absent, states.Fulfilled, states.Ended)
LATE: Final = date(2040, 1, 1)


def play(days: Days) -> list[Step]:
    """Return what was said and accepted, with the state before and after.

    Each day is a choice among what is possible then, and a pause in days.
    """
    told: list[Step] = []
    state, today, last = COMMITMENT.initial, TODAY, None
    for choice, pause in days:
        today += timedelta(days=pause)
        possible = [*_possible(state, today, last, len(told))]
        if not possible:
            break
        command, who, happened = possible[choice % len(possible)]
        before, state = state, _after(state, happened)
        told.append((before, command, happened, state))
        last = LastAct(who.actor, who.now, len(told))
    return told


def _possible(
    state: states.State, today: date, last: LastAct | None, minute: int
) -> Iterator[tuple[c.Command, Facts, list[events.Happening]]]:
    for command, who in (*OFFERS, *DOUBTS):
        now = who.now + (today - TODAY) + timedelta(minutes=minute)
        facts = replace(who, today=max(today, who.today), now=now, last=last)
        with contextlib.suppress(Refusal):
            if happened := [*COMMITMENT.decide(command, state, facts)]:
                yield command, facts, happened


def _after(state: states.State, happened: list[events.Happening]) -> states.State:
    for event in happened:
        state = COMMITMENT.evolve(state, event)
    return state


@given(_DAYS)
def test_what_was_accepted_replays_to_the_same_state(days: Days) -> None:
    told = play(days)
    past = [event for _, _, happened, _ in told for event in happened]
    if told:
        assert COMMITMENT.replay(past) == told[-1][3]


@given(_DAYS)
def test_in_every_open_state_exactly_one_side_moves(days: Days) -> None:
    for _, _, _, state in play(days):
        mover, terms = next_mover(state.phase), terms_of(state)
        assert (mover is None) == isinstance(state.phase, _ENDS)
        assert (duty("Z1", state) is None) == (mover is None)
        assert mover in {None, terms.asker, terms.holder, "steintal"}


@given(_DAYS)
@settings(max_examples=50)
def test_whoever_moves_can_move_even_years_later(days: Days) -> None:
    for _, _, _, state in play(days):
        mover = next_mover(state.phase)
        if mover is None:
            continue
        ways = [
            command
            for command, who in OFFERS
            if who in PEOPLE and who.org == mover
            if not isinstance(command, w.TakeBack)
            and _moves(command, state, replace(who, today=LATE))
        ]
        assert ways, state.phase


def _moves(command: c.Command, state: states.State, facts: Facts) -> bool:
    with contextlib.suppress(Refusal):
        happened = [*COMMITMENT.decide(command, state, facts)]
        return _after(state, happened).phase != state.phase
    return False


@given(_DAYS)
def test_an_end_is_an_end_unless_it_is_taken_back(days: Days) -> None:
    for before, command, _, _ in play(days):
        if isinstance(before.phase, states.Ended):
            assert isinstance(command, w.TakeBack)


@given(_DAYS)
def test_taking_back_restores_what_was_before(days: Days) -> None:
    for (before, _, _, _), (_, command, _, after) in pairwise(play(days)):
        if not isinstance(command, w.TakeBack):
            continue
        if before == states.State():
            assert isinstance(after.phase, states.Ended)
        else:
            assert (after.phase, after.pending) == (before.phase, before.pending)


@given(_PAST, _OFFER, st.integers(min_value=-40, max_value=4_000))
def test_any_past_can_be_replayed_and_any_command_is_answered(
    past: list[events.Happening], offer: tuple[c.Command, Facts], days: int
) -> None:
    state = COMMITMENT.replay(past)
    command, who = offer
    with contextlib.suppress(Refusal):
        facts = replace(who, today=TODAY + timedelta(days=days))
        for event in COMMITMENT.decide(command, state, facts):
            state = COMMITMENT.evolve(state, event)
    assert isinstance(state, states.State)


@given(st.text(), _PAST)
def test_any_text_is_taken_or_refused(text: str, past: list[events.Happening]) -> None:
    for command in (
        c.Counter(scope=Sealed(text)),
        c.Renege(reason=Sealed(text)),
        c.PromiseUnderReservation(body=text, deadline=LATE),
        c.HandOverTo(org=text),
    ):
        for who in (asker, *PEOPLE):
            with contextlib.suppress(Refusal):
                COMMITMENT.decide(command, COMMITMENT.replay(past), who)
