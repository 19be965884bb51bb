"""What is asked of a forum about its meetings, and what can have happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core import forum as f
from core.facts import Facts, ForumFacts, Seat
from core.sealed import Sealed
from tests.given import COORDINATION, TODAY

TOMORROW: Final = TODAY + timedelta(days=1)
TOWN_HALL: Final = Sealed("Rathaus Birkfeld")
FOLDER: Final = Sealed("Ordner Wasser, Niederschrift 3/2027")
SEATS: Final = {
    "lindgrund": Seat.VOTE,
    "birkfeld": Seat.VOTE,
    "steintal": Seat.VOTE,
    "landkreis": Seat.ADVISE,
}
SEATED: Final = replace(
    COORDINATION,
    forum=ForumFacts(open=True, lead="landkreis", seats=SEATS),
)
SAMPLES: Final[tuple[f.Happening, ...]] = (
    f.MeetingScheduled(on=TODAY, at="14:00", place=TOWN_HALL),
    f.MeetingCancelled(on=TODAY, reason=TOWN_HALL),
    f.MeetingHeld(on=TODAY, attended=("birkfeld", "lindgrund"), quorate=True),
    f.MinutesFiled(on=TODAY, where=FOLDER),
    f.MinutesApproved(on=TODAY),
)
OFFERS: Final[list[tuple[f.Command, Facts]]] = [
    (f.ScheduleMeeting(on=TODAY, at="14:00", place=TOWN_HALL), SEATED),
    (f.CancelMeeting(on=TODAY), SEATED),
    (f.MoveMeeting(on=TODAY, to=TODAY + timedelta(days=2)), SEATED),
    (f.RecordMeeting(on=TODAY, attended=("lindgrund", "birkfeld")), SEATED),
    (f.FileMinutes(on=TODAY, where=FOLDER), SEATED),
    (f.ApproveMinutes(on=TODAY), SEATED),
]
