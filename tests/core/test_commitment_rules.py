"""Z1 to Z7 of domain.md section 7, each by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final, get_args

import pytest

from core.commitment import COMMITMENT, next_mover
from core.commitment import commands as c
from core.commitment import events as e
from core.errors import Code, Refusal
from core.facts import Facts
from tests.core.commitment_offers import COMMANDS
from tests.core.test_commitment import (
    CHANGING,
    COUNTERED,
    DUE,
    HANDING,
    LATER,
    MAYORS,
    OFFERED,
    OPEN,
    PROMISED,
    REPORTED,
    REQUESTED,
    RESERVED,
    Past,
    asker,
    commitment,
    coordination,
    handing,
    holder,
    on,
    promised,
    request,
    requested,
    speaking,
    third,
)
from tests.given import OPERATOR

BREAKING: Final = (e.Reneged, e.Released, e.Declined, e.Withdrawn)


def test_z1_nobody_owes_itself_but_the_coordination_unit() -> None:
    own = replace(request, holder="birkfeld")
    commitment.by(asker).when(own).refused(Code.SAME_ORGANISATION, org="birkfeld")
    lead = replace(request, asker="kreis", holder="kreis")
    commitment.by(speaking("kreis", *MAYORS)).when(lead).then(
        replace(requested, asker="kreis", holder="kreis")
    )
    back = c.HandOverTo(org="birkfeld")
    commitment.given(*PROMISED).when(back).refused(Code.SAME_ORGANISATION)


def test_z2_only_the_holder_promises_and_only_the_asker_accepts() -> None:
    for who in (asker, third):
        with pytest.raises(Refusal):
            COMMITMENT.decide(c.Promise(), COMMITMENT.replay(REQUESTED), who)
    for past, accept in (
        (OFFERED, c.AcceptOffer()),
        (COUNTERED, c.AcceptCounter()),
        (REPORTED, c.AcceptCompletion()),
    ):
        for who in (holder, third):
            with pytest.raises(Refusal):
                COMMITMENT.decide(accept, COMMITMENT.replay(past), who)
        assert COMMITMENT.decide(accept, COMMITMENT.replay(past), asker)


@pytest.mark.parametrize(
    ("who", "past", "command"),
    [
        (holder, REQUESTED, c.Promise()),
        (asker, OFFERED, c.AcceptOffer()),
        (asker, COUNTERED, c.AcceptCounter()),
        (asker, CHANGING, c.AcceptChange()),
    ],
)
def test_z3_the_day_of_a_promise_is_to_come(
    who: Facts, past: Past, command: c.Command
) -> None:
    due = LATER if past in {COUNTERED, CHANGING} else DUE
    assert COMMITMENT.decide(command, COMMITMENT.replay(past), on(due, who))
    late = commitment.by(on(due + timedelta(days=1), who)).given(*past)
    late.when(command).refused(Code.DUE_IN_THE_PAST, due=due)


def test_z3_every_change_keeps_the_old_day_in_the_history() -> None:
    past: Past = (*CHANGING, e.ChangeAccepted(due=LATER))
    assert [event.due for event in past if isinstance(event, e.Promised)] == [DUE]


def test_z4_another_organisation_takes_over_only_by_its_own_word() -> None:
    commitment.given(*PROMISED).when(c.HandOverTo(org="steintal")).then(handing)
    state = COMMITMENT.replay(HANDING)
    for who in (asker, holder, coordination):
        with pytest.raises(Refusal):
            COMMITMENT.decide(c.TakeOver(), state, who)
    assert COMMITMENT.decide(c.TakeOver(), state, third)


@pytest.mark.parametrize("past", [*OPEN, (requested, promised)])
def test_z5_no_timer_and_no_coordination_breaks_a_word(past: Past) -> None:
    state = COMMITMENT.replay(past)
    for who in (coordination, OPERATOR, asker):
        for command in COMMANDS:
            for event in _accepted(command, past, on(LATER, who)):
                assert not isinstance(event, e.Reneged)
                if who is not asker:
                    assert not isinstance(event, BREAKING)
    assert next_mover(state.phase)


def _accepted(command: c.Command, past: Past, who: Facts) -> list[e.Happening]:
    try:
        return [*COMMITMENT.decide(command, COMMITMENT.replay(past), who)]
    except Refusal:
        return []


def test_z6_nothing_ends_a_commitment_but_a_word_about_it() -> None:
    kinds = {kind.__name__ for kind in get_args(e.Happening)}
    assert not {name for name in kinds if "Expired" in name or "Cancelled" in name}


@pytest.mark.parametrize(
    ("past", "mover"),
    [
        (REQUESTED, "lindgrund"),
        (OFFERED, "birkfeld"),
        (COUNTERED, "birkfeld"),
        (RESERVED, "lindgrund"),
        (PROMISED, "lindgrund"),
        (HANDING, "steintal"),
        (CHANGING, "birkfeld"),
        (REPORTED, "birkfeld"),
    ],
)
def test_z7_exactly_one_side_is_the_next_mover(past: Past, mover: str) -> None:
    assert next_mover(COMMITMENT.replay(past).phase) == mover
    waiting = [*past, e.Drafted(org="lindgrund", event=promised)]
    assert next_mover(COMMITMENT.replay(waiting).phase) == mover


def test_z7_who_proposed_a_change_waits_for_the_other_side() -> None:
    wish = e.ChangeProposed(by="birkfeld", due=LATER)
    assert next_mover(COMMITMENT.replay([*PROMISED, wish]).phase) == "lindgrund"
