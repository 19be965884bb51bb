"""A forum changes its rules by a decision of its own, and by nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core import forum as f
from core.errors import Code
from core.rulebook import FOUNDING, Mode, Rulebook
from tests.core.test_forum import DECIDED, at_work, forum
from tests.given import COORDINATION

WANTED = Rulebook(mode=Mode.MAJORITY, quorum=60, contest_days=5)
change = f.ChangeRulebook(rulebook=WANTED, decision="B1")
changed = f.RulebookChanged(rulebook=replace(WANTED, version=1), decision="B1")
here = forum.by(DECIDED)


def test_a_decision_of_the_forum_gives_it_the_next_version() -> None:
    here.given(*at_work).when(change).then(changed)
    more = f.ChangeRulebook(rulebook=replace(WANTED, quorum=70), decision="B1")
    then = replace(changed, rulebook=replace(WANTED, quorum=70, version=2))
    here.given(*at_work, changed).when(more).then(then)


def test_the_same_rules_are_no_new_version() -> None:
    here.given(*at_work, changed).when(change).then()


def test_it_has_the_founding_rules_until_then() -> None:
    before, after = (
        f.facts_of(f.FORUM.replay(past)) for past in (at_work, (*at_work, changed))
    )
    assert before is not None
    assert before.rulebook == FOUNDING
    assert after is not None
    assert after.rulebook == replace(WANTED, version=1)


def test_a_decision_that_nobody_knows_changes_nothing() -> None:
    forum.by(COORDINATION).given(*at_work).when(change).refused(
        Code.UNKNOWN_DECISION, other="B1"
    )


def test_it_must_be_accepted_and_of_this_forum() -> None:
    assert DECIDED.decision is not None
    for other in (
        replace(DECIDED.decision, accepted=False),
        replace(DECIDED.decision, forum="energie"),
    ):
        who = replace(DECIDED, decision=other)
        forum.by(who).given(*at_work).when(change).refused(Code.DECISION_NOT_ACCEPTED)


@pytest.mark.parametrize(
    "rules",
    [
        Rulebook(quorum=100),
        Rulebook(quorum=-1),
        Rulebook(notice_days=366),
        Rulebook(tacit_days=-1),
        Rulebook(contest_days=366),
        Rulebook(review_months=121),
        Rulebook(council_months=-1),
        Rulebook(at_least=501),
    ],
)
def test_what_cannot_be_kept_is_no_rule(rules: Rulebook) -> None:
    senseless = f.ChangeRulebook(rulebook=rules, decision="B1")
    here.given(*at_work).when(senseless).refused(Code.NUMBER_OUT_OF_RANGE)
