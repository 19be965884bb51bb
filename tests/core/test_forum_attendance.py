"""Who was at a meeting: whoever has a seat, and whoever convenes."""

from __future__ import annotations

from core import forum as f
from tests.core.meeting_offers import SEATED
from tests.core.test_forum import at_work, forum
from tests.given import TODAY


def test_who_convenes_was_there_without_a_seat_and_does_not_count() -> None:
    attended = ("landkreis", "lindgrund")
    there = f.MeetingHeld(on=TODAY, attended=attended, quorate=False)
    with_it = f.RecordMeeting(on=TODAY, attended=attended)
    forum.by(SEATED).given(*at_work).when(with_it).then(there)
