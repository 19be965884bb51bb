"""The meetings of a forum, one sentence per test."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from core import forum as f
from core.errors import Code, Refusal
from core.facts import ForumFacts, Power
from core.forum import meeting as states
from core.rulebook import Rulebook
from core.sealed import Sealed
from tests.core.meeting_offers import (
    FOLDER,
    OFFERS,
    SAMPLES,
    SEATED,
    SEATS,
    TOMORROW,
    TOWN_HALL,
)
from tests.core.test_forum import at_work, closed, forum, proposed
from tests.core.variants import variants
from tests.given import TODAY, member

YESTERDAY: Final = TODAY - timedelta(days=1)
scheduled, cancelled, held, filed, approved = SAMPLES
schedule, cancel, _, record, file, approve = (command for command, _ in OFFERS)
called_off = f.MeetingCancelled(on=TODAY)
here = forum.by(SEATED)


def test_a_meeting_is_convened_once_for_a_day_and_may_change_hour_and_place() -> None:
    here.given(*at_work).when(schedule).then(scheduled)
    here.given(*at_work, scheduled).when(schedule).then()
    later = f.ScheduleMeeting(on=TODAY, at="16:30")
    here.given(*at_work, scheduled).when(later).then(
        f.MeetingScheduled(on=TODAY, at="16:30")
    )


def test_a_forum_that_is_being_founded_meets_and_one_that_ended_does_not() -> None:
    here.given(proposed).when(schedule).then(scheduled)
    here.given(*at_work, closed).when(schedule).refused(Code.NOT_POSSIBLE_NOW)
    here.when(schedule).refused(Code.UNKNOWN_FORUM)


def test_what_was_convened_before_the_end_is_put_right_after_it() -> None:
    past = (*at_work, scheduled, closed)
    here.given(*past).when(cancel).then(called_off)
    here.given(*past).when(record).then(held)


def test_nobody_is_convened_for_yesterday_or_for_an_hour_that_is_none() -> None:
    past = f.ScheduleMeeting(on=YESTERDAY)
    here.given(*at_work).when(past).refused(Code.DUE_IN_THE_PAST, due=YESTERDAY)
    for at in ("24:00", "14.00", "2 Uhr", ""):
        odd = f.ScheduleMeeting(on=TODAY, at=at)
        here.given(*at_work).when(odd).refused(Code.TIME_INVALID, time=at)


def test_a_meeting_is_cancelled_once() -> None:
    here.given(*at_work, scheduled).when(cancel).then(called_off)
    here.given(*at_work, scheduled, called_off).when(cancel).then()
    here.given(*at_work).when(cancel).refused(Code.UNKNOWN_MEETING, on=TODAY)
    why = replace(called_off, reason=TOWN_HALL)
    asked = f.CancelMeeting(on=TODAY, reason=TOWN_HALL)
    here.given(*at_work, scheduled).when(asked).then(why)


def test_a_cancelled_meeting_stays_cancelled() -> None:
    past = (*at_work, scheduled, cancelled)
    for command in (record, file, approve):
        here.given(*past).when(command).refused(Code.MEETING_CANCELLED, on=TODAY)


def test_another_meeting_may_be_convened_for_the_day_of_a_cancelled_one() -> None:
    again = here.given(*at_work, scheduled, cancelled)
    again.when(schedule).then(scheduled)
    here.given(*at_work, scheduled, cancelled, scheduled).when(record).then(held)


def test_a_meeting_is_recorded_with_whoever_was_there_convened_or_not() -> None:
    here.given(*at_work, scheduled).when(record).then(held)
    here.given(*at_work).when(record).then(held)


def test_no_meeting_is_recorded_before_it_takes_place() -> None:
    ahead = f.RecordMeeting(on=TOMORROW, attended=("lindgrund",))
    here.given(*at_work).when(ahead).refused(Code.DATE_IN_THE_FUTURE, on=TOMORROW)


def test_only_who_has_a_seat_was_there() -> None:
    guest = f.RecordMeeting(on=TODAY, attended=("auenburg", "lindgrund"))
    here.given(*at_work).when(guest).refused(Code.NO_SEAT, org="auenburg")
    nobody = f.RecordMeeting(on=TODAY, attended=())
    here.given(*at_work).when(nobody).refused(Code.NOBODY_ATTENDED)


def test_a_meeting_is_recorded_once() -> None:
    here.given(*at_work, held).when(record).then()
    other = f.RecordMeeting(on=TODAY, attended=("lindgrund",))
    for past in ((held,), (held, filed), (held, filed, approved)):
        taken = here.given(*at_work, *past)
        taken.when(other).refused(Code.MEETING_HELD, on=TODAY)
        taken.when(schedule).refused(Code.MEETING_HELD, on=TODAY)
        taken.when(cancel).refused(Code.MEETING_HELD, on=TODAY)


@pytest.mark.parametrize(
    ("attended", "percent", "enough"),
    [
        (("birkfeld", "lindgrund"), 50, True),
        (("lindgrund", "landkreis"), 50, False),  # who advises has no vote
        (("birkfeld", "lindgrund"), 66, True),
        (("birkfeld", "lindgrund"), 67, False),
        (("landkreis",), 0, False),
    ],
)
def test_attendance_says_whether_the_forum_could_resolve(
    attended: tuple[str, ...], percent: int, *, enough: bool
) -> None:
    rules = ForumFacts(
        open=True, lead="landkreis", seats=SEATS, rulebook=Rulebook(quorum=percent)
    )
    asked = f.RecordMeeting(on=TODAY, attended=attended)
    there = f.MeetingHeld(on=TODAY, attended=tuple(sorted(attended)), quorate=enough)
    here.by(replace(SEATED, forum=rules)).given(*at_work).when(asked).then(there)


def test_minutes_are_filed_with_the_meeting_or_later() -> None:
    both = f.RecordMeeting(on=TODAY, attended=("lindgrund", "birkfeld"), minutes=FOLDER)
    here.given(*at_work).when(both).then(held, filed)
    here.given(*at_work, held).when(file).then(filed)
    here.given(*at_work, held, filed).when(file).then()
    here.given(*at_work, held).when(both).refused(Code.MEETING_HELD)
    here.given(*at_work, scheduled).when(file).refused(Code.UNKNOWN_MEETING)


def test_minutes_may_lie_elsewhere_until_they_are_approved() -> None:
    moved = f.FileMinutes(on=TODAY, where=Sealed("Ordner Sitzungen"))
    past = (*at_work, held, filed)
    here.given(*past).when(moved).then(f.MinutesFiled(on=TODAY, where=moved.where))
    here.given(*past, approved).when(moved).refused(Code.MINUTES_APPROVED, on=TODAY)
    here.given(*past, approved).when(file).then()


def test_minutes_are_approved_once_and_only_when_there_are_some() -> None:
    here.given(*at_work, held, filed).when(approve).then(approved)
    here.given(*at_work, held, filed, approved).when(approve).then()
    here.given(*at_work, held).when(approve).refused(Code.MINUTES_MISSING, on=TODAY)
    here.given(*at_work).when(approve).refused(Code.UNKNOWN_MEETING, on=TODAY)


@pytest.mark.parametrize("command", [schedule, cancel, _, record, file, approve])
def test_meetings_are_the_business_of_coordination(command: f.Command) -> None:
    mayor = member("lindgrund", Power.ANSWER, Power.PROMISE, Power.CONSENT)
    known = forum.by(replace(mayor, forum=SEATED.forum)).given(*at_work, scheduled)
    known.when(command).refused(Code.ONLY_COORDINATION)


def test_every_state_of_a_meeting_is_reached_and_only_an_approved_one_is_final() -> (
    None
):
    start = f.FORUM.replay(at_work)
    seen, final = [start], set()
    for state in seen:  # grows while we walk
        after = [*_following(state)]
        seen += [one for one in after if one not in seen]
        if all(type(_meeting(one)) is type(_meeting(state)) for one in after):
            final.add(type(_meeting(state)))
    reached = {type(_meeting(state)) for state in seen} - {type(None)}
    assert reached == variants(states.Meeting)
    assert final == {states.Approved}


def _following(state: f.State) -> list[f.State]:
    found = []
    for command, facts in OFFERS:
        with contextlib.suppress(Refusal):
            after = state
            for event in f.decide(command, state, facts):
                after = f.evolve(after, event)
            found.append(after)
    return found


def _meeting(state: f.State) -> states.Meeting | None:
    assert isinstance(state, f.Active)
    return state.profile.meetings.get(TODAY)
