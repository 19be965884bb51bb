"""By when the councils are to resolve: said before they have it, kept once they do."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from core.decision import commands as c
from core.decision import events as e
from core.errors import Code
from tests.core.decision_world import (
    AFTER,
    UNTIL,
    A,
    accepted,
    decision,
    drafted,
    office,
    opened,
    past,
    ratifying,
    town,
)

DAY: Final = date(2027, 9, 30)
NAMED: Final = e.TermSet(deadline=DAY)


def test_the_bodies_get_the_day_that_was_named() -> None:
    decision().given(*opened()).when(c.SetTerm(deadline=DAY)).then(NAMED)
    decision().given(*opened(), NAMED).when(c.SetTerm(deadline=DAY)).then()
    asked = (c.StartRatification(), office(AFTER))
    started = past(asked, start=(*accepted(), NAMED))
    days = {one.deadline for one in started if isinstance(one, e.RatificationRequired)}
    assert days == {DAY}


def test_the_councils_come_after_the_forum() -> None:
    decision().given(*opened()).when(c.SetTerm(deadline=UNTIL)).refused(
        Code.NOTICE_TOO_SHORT, until=UNTIL, earliest=UNTIL + timedelta(days=1)
    )


def test_only_coordination_names_it_and_only_before_they_have_it() -> None:
    wanted = c.SetTerm(deadline=DAY)
    decision(town(A)).given(*drafted()).when(wanted).refused(Code.ONLY_COORDINATION)
    late = decision(office(AFTER)).given(*ratifying())
    late.when(wanted).refused(Code.NOT_POSSIBLE_NOW)


def test_a_body_that_its_town_names_without_a_day_gets_that_of_the_forum() -> None:
    mayor, named = decision(town(A)), c.Reserve(body="ha")
    required = e.RatificationRequired(org=A, body="ha", deadline=DAY)
    mayor.given(*opened(), NAMED).when(named).then(required)
    own = c.Reserve(body="ha", deadline=UNTIL)
    required = e.RatificationRequired(org=A, body="ha", deadline=UNTIL)
    mayor.given(*opened(), NAMED).when(own).then(required)
    required = e.RatificationRequired(org=A, body="ha")
    mayor.given(*opened()).when(named).then(required)
