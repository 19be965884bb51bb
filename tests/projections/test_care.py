"""The desk of coordination, by its five verbs."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine

from core import forum, organisation, region
from core.commitment import events as e
from core.facts import Power
from core.nudge import Plan, Scheduled
from projections.care import Care, care
from tests.projections.given import (
    COORDINATOR,
    DUE,
    HOLDER,
    PROMISED,
    REQUESTED,
    TODAY,
    Tale,
    founded,
)

DAY = timedelta(days=1)
KEPT = (e.CompletionReported(on=TODAY), e.CompletionAccepted(on=TODAY))


def given(person: str, until: object = None) -> organisation.MandateGiven:
    return organisation.MandateGiven(
        person=person,
        role=organisation.Role.CLERK,
        powers=(Power.ANSWER,),
        forums=(),
        until=until,  # type: ignore[arg-type]  # a day or nothing
    )


def shown(engine: Engine, tale: Tale, days: int = 0) -> Care:
    tale.seen(engine)
    with engine.connect() as db:
        found = care(db, COORDINATOR, TODAY + days * DAY)
    assert found is not None
    return found


def test_only_coordination_has_a_desk(engine: Engine) -> None:
    founded().seen(engine)
    with engine.connect() as db:
        assert care(db, HOLDER, TODAY) is None


def test_a_thread_is_loose_when_nobody_acts_for_whoever_must_move(
    engine: Engine,
) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)  # Birkfeld has a mayor
    to_steintal = e.Requested(
        forum="wasser",
        asker="lindgrund",
        holder="steintal",
        what=REQUESTED.what,
        due=DUE,
    )
    tale.tell("commitment:Z2", to_steintal)
    tale.tell("organisation:birkfeld", given("neu", TODAY))
    tale.tell("commitment:Z3", REQUESTED, PROMISED, e.HandedOver(person="neu"))
    assert [one.row.ref for one in shown(engine, tale).loose.rows] == ["Z2"]
    tomorrow = shown(engine, tale, days=1).loose
    assert [(one.row.ref, one.gone) for one in tomorrow.rows] == [
        ("Z2", None),
        ("Z3", "neu"),
    ]


def test_mandates_that_end_are_known_two_months_before(engine: Engine) -> None:
    tale = founded()
    for n in (0, 60, 61):
        tale.tell("organisation:steintal", given(f"p{n}", TODAY + n * DAY))
    ending = shown(engine, tale).ending
    assert [row.person for row in ending.rows] == ["p0", "p60"]
    assert not ending.more


def test_members_without_a_sign_of_life_are_quiet(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED, mandate="lindgrund/clerk")
    for org in ("lindgrund", "steintal"):
        tale.tell(
            "region:aue", region.OrganisationJoined(org=org, basis=REQUESTED.what)
        )
    assert [one.org for one in shown(engine, tale).quiet.rows] == ["steintal"]
    later = shown(engine, tale, days=92).quiet.rows
    assert [one.org for one in later] == ["steintal", "lindgrund"]


def test_a_forum_cools_behind_one_and_a_half_of_its_rhythm(engine: Engine) -> None:
    tale = founded().tell("forum:wasser", forum.CadenceSet(days=10))
    assert not shown(engine, tale, days=15).cooling.rows
    (cold,) = shown(engine, tale, days=17).cooling.rows
    assert (cold.forum, cold.cadence_days) == ("wasser", 10)


def test_whoever_kept_something_is_to_be_thanked_until_somebody_did(
    engine: Engine,
) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED, PROMISED, *KEPT)
    tale.tell("commitment:Z2", REQUESTED, PROMISED, *KEPT, e.Thanked(org="kreis"))
    tale.tell("commitment:Z3", REQUESTED, PROMISED)
    found = shown(engine, tale)
    assert [row.ref for row in found.to_thank.rows] == ["Z1"]
    assert [(w.forum, w.begun, w.kept) for w in found.weeks] == [("wasser", 3, 2)]
    assert not shown(engine, tale, days=31).to_thank.rows


def test_the_next_reminders_are_those_that_will_come(engine: Engine) -> None:
    tale = founded()
    for n in range(1, 9):
        tale.tell(f"commitment:Z{n}", REQUESTED, *([PROMISED] if n % 2 else []))
        plan = Plan(
            ref=f"Z{n}",
            due=DUE,
            silent=None if n % 3 else DUE - 9 * DAY,
            direct=None if n == 5 else DUE - n * DAY,
            coordination=DUE + n * DAY,
        )
        tale.tell("nudge:birkfeld", Scheduled(org="birkfeld", plans=(plan,)))
    found = shown(engine, tale.tell("commitment:Z1", *KEPT)).planned
    assert found.more
    assert [one.due for one in found.rows] == sorted(one.due for one in found.rows)
    assert "Z1" not in {one.ref for one in found.rows}
