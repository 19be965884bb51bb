"""Deadlines: which meeting a paper still reaches, and by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from core import organisation
from core.decision import events as e
from projections import decisions, people
from projections.decisions import Way
from projections.people import BodyRow
from tests.projections.decided import IN_COUNCILS, body, later, paper
from tests.projections.given import COORDINATOR, Tale, founded

both = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)

COUNCIL = BodyRow(
    org="birkfeld",
    body="gv",
    kind="Gemeindevertretung",
    name="Gemeindevertretung",
    rhythm_days=42,
    paper_deadline_days=15,
    meetings=(later(40), later(80)),
    main=True,
)


def seated() -> Tale:
    """Return B1 in the councils, and the calendar of Birkfeld's."""
    tale = founded().tell("decision:B1", *IN_COUNCILS)
    tale.tell(
        "organisation:birkfeld",
        body("gv", "Gemeindevertretung"),
        body("ha", "Ausschuss"),
    )
    return meets(tale, "gv", 40, 80)


def meets(tale: Tale, name: str, *days: int) -> Tale:
    """Let a body of Birkfeld meet."""
    for day in days:
        on = organisation.BodyMeetingScheduled(body=name, on=later(day))
        tale.tell("organisation:birkfeld", on)
    return tale


def way(tale: Tale, engine: Engine, today: date) -> Way:
    """Return what lies before the council of Birkfeld."""
    tale.seen(engine)
    with engine.connect() as db:
        councils = decisions.councils(db, COORDINATOR, ["B1"], today)
        first, *_ = decisions.ways(db, councils, today)
    assert first.org == "birkfeld"
    return first


@both
def test_the_bodies_of_an_organisation_are_known_with_their_days(
    engine: Engine,
) -> None:
    tale = seated()
    tale.tell(
        "organisation:birkfeld",
        organisation.BodyMeetingCancelled(body="gv", on=later(80)),
    )
    tale.seen(engine)
    with engine.connect() as db:
        council, committee = people.bodies(db, ["birkfeld", "lindgrund"])
    assert (council.body, council.main, committee.main) == ("gv", True, False)
    assert (council.meetings, committee.meetings) == ((later(40),), ())


@both
def test_a_paper_reaches_the_next_meeting_up_to_its_own_deadline(
    engine: Engine,
) -> None:
    for day, meeting in ((25, 40), (26, 80)):  # papers are due 15 days before
        found = way(seated(), engine, later(day))
        assert found.meeting is not None
        assert (found.meeting.on, found.meeting.estimated) == (later(meeting), False)
        assert found.paper_due == later(meeting - 15)
        engine.dispose()


@both
def test_a_paper_that_is_there_waits_for_the_next_meeting(engine: Engine) -> None:
    found = way(seated().tell("decision:B1", paper("birkfeld")), engine, later(38))
    assert found.meeting is not None
    assert (found.meeting.on, found.paper_due) == (later(40), None)


@both
def test_an_item_on_the_agenda_has_its_day(engine: Engine) -> None:
    item = e.ItemScheduled(org="birkfeld", body="gv", on=later(70))
    tale = seated().tell("decision:B1", paper("birkfeld"), item)
    found = way(tale, engine, later(38))
    assert found.meeting is not None
    assert found.meeting.on == later(70)


@both
def test_a_committee_that_meets_in_between_is_named(engine: Engine) -> None:
    found = way(meets(seated(), "ha", 20, 33, 41), engine, later(1))
    assert (found.committee, found.committee_on) == ("Ausschuss", later(33))


@both
def test_what_is_in_time_is_counted_in_meetings(engine: Engine) -> None:
    found = way(seated(), engine, later(1))
    assert (found.deadline, found.in_time, found.rounds) == (later(90), True, 2)
    sooner = e.DeadlineSet(org="birkfeld", body="gv", deadline=later(39))
    found = way(seated().tell("decision:B1", sooner), engine, later(1))
    assert (found.in_time, found.rounds) == (False, 0)


@both
def test_of_a_body_without_a_calendar_nothing_is_claimed(engine: Engine) -> None:
    found = way(founded().tell("decision:B1", *IN_COUNCILS), engine, later(1))
    assert (found.meeting, found.paper_due, found.in_time) == (None, None, None)
    assert found.rounds == 0


def test_a_rhythm_goes_on_behind_the_last_known_day_and_says_so() -> None:
    coming = decisions.meetings(COUNCIL, later(90))
    assert (coming[0].on, coming[0].estimated) == (later(80 + 42), True)
    long_ago = replace(COUNCIL, meetings=(later(-4_200),))
    first = decisions.meetings(long_ago, later(0))[0]
    assert later(0) <= first.on < later(0) + timedelta(days=42)
    assert decisions.meetings(replace(COUNCIL, rhythm_days=0), later(90)) == []


def test_the_last_meeting_before_a_term_is_found() -> None:
    last = decisions.last_before(COUNCIL, later(80), later(1))
    assert last is not None
    assert (last.on, last.paper_due) == (later(80), later(65))
    before = decisions.last_before(COUNCIL, later(79), later(1))
    assert before is not None
    assert before.on == later(40)
    assert decisions.last_before(COUNCIL, later(79), later(26)) is None
