"""A commitment that cites a decision, and what becomes of it without (rule Z6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from core.commitment import COMMITMENT, doubting
from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import settling as w
from core.errors import Code
from core.facts import LastAct, PastDecision
from tests.core.test_commitment import (
    LATER,
    WHY,
    Past,
    asker,
    clerk,
    commitment,
    coordination,
    fulfilled,
    holder,
    offer,
    offered,
    promised,
    reported,
    request,
    requested,
    third,
)
from tests.core.test_commitment_waiting import calling

HELD: Final = PastDecision(
    ref="B7", forum="wasser", accepted=True, bound=frozenset({"lindgrund"})
)
OVER: Final = replace(HELD, accepted=False, bound=frozenset(), ended_by="B9")
citing = replace(requested, cites="B7")
STANDING: Final[Past] = (citing, promised)
gone = e.GroundGone(decision="B7", ended_by="B9")
DOUBTED: Final[Past] = (*STANDING, gone)
bureau = replace(coordination, decision=OVER)
lose = c.LoseGround(decision="B7")
mine, theirs = e.Upheld(by="lindgrund"), e.Upheld(by="birkfeld")
sought = e.ReleaseSought(reason=WHY)


def waits(*past: e.Happening) -> tuple[str, ...]:
    return doubting(COMMITMENT.replay(past))


def test_a_request_or_an_offer_may_cite_a_decision() -> None:
    knowing = commitment.given()
    knowing.by(replace(asker, decision=HELD)).when(replace(request, cites="B7")).then(
        citing
    )
    knowing.by(replace(holder, decision=HELD)).when(replace(offer, cites="B7")).then(
        replace(offered, cites="B7")
    )


def test_nothing_follows_from_what_is_unknown_or_over() -> None:
    asked = commitment.given().when(replace(request, cites="B7"))
    asked.by(asker).refused(Code.UNKNOWN_DECISION, other="B7")
    asked.by(replace(asker, decision=OVER)).refused(Code.NOTHING_FOLLOWS, other="B7")


def test_what_a_clerk_prepares_cites_it_as_well() -> None:
    offering = replace(clerk, decision=HELD)
    wanted = replace(offered, cites="B7")
    drafted = e.Drafted(org="lindgrund", event=wanted)
    commitment.by(offering).given().when(replace(offer, cites="B7")).then(drafted)
    commitment.by(holder).given(drafted).when(w.ConfirmDraft()).then(wanted)


@pytest.mark.parametrize("past", [(citing,), STANDING, (*STANDING, reported)])
def test_both_sides_are_asked_once_and_nothing_ends_by_itself(past: Past) -> None:
    commitment.by(bureau).given(*past).when(lose).then(gone)
    commitment.by(bureau).given(*past, gone).when(lose).then()
    before, after = COMMITMENT.replay(past), COMMITMENT.replay((*past, gone))
    assert before.phase == after.phase
    assert waits(*past, gone) == ("lindgrund", "birkfeld")


def test_what_is_over_or_cites_another_decision_is_not_asked_about() -> None:
    commitment.by(bureau).given(*STANDING, reported, fulfilled).when(lose).then()
    other = commitment.by(bureau).when(lose)
    other.given(requested, promised).refused(Code.UNKNOWN_DECISION)
    other.given().refused(Code.UNKNOWN_REFERENCE)
    holds = replace(coordination, decision=HELD)
    commitment.by(holds).given(*STANDING).when(lose).refused(Code.DECISION_HOLDS)
    commitment.by(replace(holder, decision=OVER)).given(*STANDING).when(lose).refused(
        Code.ONLY_COORDINATION
    )


def test_each_side_says_once_that_it_stands() -> None:
    doubted = commitment.given(*DOUBTED).when(c.Uphold())
    doubted.by(holder).then(mine)
    doubted.by(asker).then(theirs)
    doubted.by(third).refused(Code.NOT_A_PARTY)
    commitment.by(holder).given(*DOUBTED, mine).when(c.Uphold()).then()
    assert waits(*DOUBTED, mine) == ("birkfeld",)
    assert waits(*DOUBTED, mine, theirs) == ()
    commitment.by(holder).given(*STANDING).when(c.Uphold()).refused(Code.NOT_IN_DOUBT)
    ended = (*DOUBTED, e.Released())
    commitment.by(holder).given(*ended).when(c.Uphold()).refused(Code.COMMITMENT_ENDED)


def test_the_holder_seeks_its_release_and_the_asker_gives_it_or_not() -> None:
    seek = c.SeekRelease(reason=WHY)
    commitment.by(holder).given(*DOUBTED).when(seek).then(sought)
    commitment.by(holder).given(*DOUBTED, sought).when(seek).then()
    commitment.by(asker).given(*DOUBTED).when(seek).refused(Code.OTHER_SIDE_MOVES)
    commitment.by(holder).given(citing, gone).when(seek).refused(Code.NOT_POSSIBLE_NOW)
    assert waits(*DOUBTED, sought) == ("birkfeld",)
    commitment.by(asker).given(*DOUBTED, sought).when(c.Release()).then(e.Released())
    assert waits(*DOUBTED, sought, e.Released()) == ()
    assert waits(*DOUBTED, sought, theirs) == ()
    assert waits(*DOUBTED, sought, mine) == ("birkfeld",)


def test_whoever_agrees_on_something_new_is_asked_no_more() -> None:
    proposed = e.ChangeProposed(by="birkfeld", due=LATER)
    assert waits(*DOUBTED, proposed) == ("lindgrund", "birkfeld")
    assert waits(*DOUBTED, proposed, e.ChangeAccepted(due=LATER)) == ()


def test_whoever_takes_over_is_asked_anew() -> None:
    over = (e.HandOverProposed(to="steintal"), e.HandedOver(org="steintal"))
    assert waits(*DOUBTED, mine, theirs, *over) == ("steintal",)


def test_an_answer_can_be_taken_back() -> None:
    last = LastAct(holder.actor, holder.now, 4)
    back = e.TakenBack(version=4)
    mayor = commitment.by(replace(holder, last=last)).given(*DOUBTED, mine)
    mayor.when(w.TakeBack()).then(back)
    assert waits(*DOUBTED, mine, back) == ("lindgrund", "birkfeld")


def test_an_answer_by_phone_waits_for_its_organisation() -> None:
    phone = calling("lindgrund")
    entry = commitment.by(phone).given(*DOUBTED).when(c.Uphold())
    (entered,) = COMMITMENT.decide(c.Uphold(), COMMITMENT.replay(DOUBTED), phone)
    entry.then(entered)
    assert isinstance(entered, e.EnteredOnBehalf)
    assert waits(*DOUBTED, entered) == ("lindgrund", "birkfeld")
    confirming = commitment.by(holder).given(*DOUBTED, entered)
    confirming.when(w.ConfirmOnBehalf()).then(e.OnBehalfConfirmed(), mine)
    after = COMMITMENT.replay((*DOUBTED, entered, e.OnBehalfConfirmed(), mine))
    assert after.pending is None
    assert doubting(after) == ("birkfeld",)


def test_a_word_before_any_doubt_changes_nothing() -> None:
    assert COMMITMENT.replay((*STANDING, mine)).doubt is None
    assert COMMITMENT.replay((*STANDING, mine)).phase == (
        COMMITMENT.replay(STANDING).phase
    )
