"""The bodies of an organisation and their meetings, one sentence per test."""

from __future__ import annotations

from dataclasses import replace

from core import organisation as o
from core.errors import Code
from tests.core.test_organisation import (
    TOMORROW,
    YESTERDAY,
    add_body,
    body,
    cancelled,
    meeting,
    organisation,
    registered,
)
from tests.given import TODAY


def test_a_body_is_described_once() -> None:
    organisation.given(registered, body).when(add_body).then()
    larger = replace(add_body, statutory_number=25)
    organisation.given(registered, body).when(larger).refused(Code.EXISTS_ALREADY)


def test_a_body_meets_today_at_the_earliest() -> None:
    known = organisation.given(registered, body)
    today = o.ScheduleBodyMeeting(body="gv", on=TODAY)
    known.when(today).then(o.BodyMeetingScheduled(body="gv", on=TODAY))
    past = o.ScheduleBodyMeeting(body="gv", on=YESTERDAY)
    known.when(past).refused(Code.DUE_IN_THE_PAST, due=YESTERDAY, today=TODAY)


def test_a_meeting_is_scheduled_and_cancelled_once() -> None:
    schedule = o.ScheduleBodyMeeting(body="gv", on=TOMORROW)
    cancel = o.CancelBodyMeeting(body="gv", on=TOMORROW)
    organisation.given(registered, body, meeting).when(schedule).then()
    organisation.given(registered, body, meeting).when(cancel).then(cancelled)
    organisation.given(registered, body, meeting, cancelled).when(cancel).then()
    organisation.given(registered).when(cancel).refused(Code.UNKNOWN_BODY, body="gv")
