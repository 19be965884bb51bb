"""Succession, repeal, and what others must know of a decision (D8, F1)."""

from __future__ import annotations

from dataclasses import replace

from core.decision import DECISION, duty, forum_of, name, past_decision, states
from core.decision import commands as c
from core.decision import events as e
from core.errors import Code
from core.facts import Duty
from tests.core.decision_world import (
    WHY,
    A,
    B,
    L,
    accepted,
    decision,
    drafted,
    office,
    opened,
    past,
    ratifying,
    town,
)
from tests.core.test_decision_living import LATER, NEW, holds, recommended

replacing = decision(replace(office(LATER), decision=NEW))
supersede = c.Supersede(by="B9")
repeal = c.Repeal(by="B9", reason=WHY)


def test_a_successor_covers_everybody_or_releases_them() -> None:
    superseded = e.Superseded(by="B9", on=LATER)
    replacing.given(*holds).when(supersede).then(superseded)
    replacing.given(*holds, superseded).when(supersede).then()
    small = replace(office(LATER), decision=replace(NEW, bound=frozenset({A, B})))
    decision(small).given(*holds).when(supersede).refused(
        Code.NOT_COVERED, orgs=(L,), other="B9"
    )
    releasing = replace(supersede, release=(L, A))
    decision(small).given(*holds).when(releasing).then(
        replace(superseded, released=(L,))
    )


def test_a_successor_is_known_in_force_and_no_circle() -> None:
    decision(office(LATER)).given(*holds).when(supersede).refused(
        Code.UNKNOWN_DECISION, other="B9"
    )
    idle = replace(office(LATER), decision=replace(NEW, bound=frozenset()))
    decision(idle).given(*holds).when(supersede).refused(Code.DECISION_NOT_IN_FORCE)
    circle = replace(office(LATER), decision=replace(NEW, successors=("B8", "B7")))
    decision(circle).given(*holds).when(supersede).refused(Code.SUPERSEDES_ITSELF)
    own = c.Supersede(by="B7")
    replacing.given(*holds).when(own).refused(Code.SUPERSEDES_ITSELF)
    replacing.given(*ratifying()).when(supersede).refused(Code.NOT_POSSIBLE_NOW)
    decision(town(A)).given(*holds).when(supersede).refused(Code.ONLY_COORDINATION)


def test_only_a_decision_of_the_forum_repeals() -> None:
    repealed = e.Repealed(by="B9", on=LATER, reason=WHY)
    replacing.given(*holds).when(repeal).then(repealed)
    replacing.given(*holds, repealed).when(repeal).then()
    replacing.given(*recommended).when(repeal).then(repealed)
    for other in (replace(NEW, accepted=False), replace(NEW, forum="energie")):
        who = replace(office(LATER), decision=other)
        decision(who).given(*holds).when(repeal).refused(Code.DECISION_NOT_ACCEPTED)
    decision(office(LATER)).given(*holds).when(repeal).refused(Code.UNKNOWN_DECISION)
    replacing.given(*accepted()).when(repeal).refused(Code.NOT_POSSIBLE_NOW)


def test_others_learn_whether_it_is_accepted_and_whom_it_binds() -> None:
    known = past_decision("B7", DECISION.replay(holds), ("B9",))
    assert known is not None
    assert known.accepted
    assert known.bound == {A, B, L}
    assert (known.forum, known.successors) == ("wasser", ("B9",))
    draft = past_decision("B7", DECISION.replay(drafted()))
    assert draft is not None
    assert not draft.accepted
    assert past_decision("B7", states.Absent()) is None
    assert forum_of(states.Absent()) is None
    assert forum_of(DECISION.replay(drafted())) == "wasser"


def test_a_forum_owes_what_is_neither_in_force_nor_over() -> None:
    owed = Duty(ref="B7", forum="wasser", asker="landkreis", holder="landkreis")
    for going in (opened(), accepted(), ratifying()):
        assert duty("B7", DECISION.replay(going)) == owed
    gone = past((c.Withdraw(reason=WHY), office()), start=opened())
    for over in (drafted(), holds, recommended, gone):
        assert duty("B7", DECISION.replay(over)) is None


def test_every_state_has_a_name_for_ever() -> None:
    assert name(DECISION.replay(())) == "decision_absent"
    assert name(DECISION.replay(holds)) == "decision_in_force"
    under = past((c.CallReview(), office(LATER)), start=holds)
    assert name(DECISION.replay(under)) == "decision_under_review"
