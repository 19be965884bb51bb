"""Moving a meeting to another day is calling off and convening at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core import forum as f
from core.errors import Code
from tests.core.test_forum import at_work, closed
from tests.core.test_forum_meetings import called_off, here, scheduled
from tests.given import TODAY


def test_a_meeting_is_moved_by_calling_off_and_convening_at_once() -> None:
    then = TODAY + timedelta(days=2)
    move = f.MoveMeeting(on=TODAY, to=then, at="14:00")
    there = f.MeetingScheduled(on=then, at="14:00")
    here.given(*at_work, scheduled).when(move).then(called_off, there)
    here.given(*at_work, scheduled, there).when(move).then(called_off)
    here.given(*at_work).when(move).refused(Code.UNKNOWN_MEETING, on=TODAY)
    off = (*at_work, scheduled, called_off)
    here.given(*off).when(move).refused(Code.MEETING_CANCELLED, on=TODAY)
    here.given(*at_work, scheduled, closed).when(move).refused(Code.NOT_POSSIBLE_NOW)
    later = replace(move, to=TODAY, at="16:30")
    again = f.MeetingScheduled(on=TODAY, at="16:30")
    here.given(*at_work, scheduled).when(later).then(again)
