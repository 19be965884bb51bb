"""Calendar: days as a file that every calendar reads (iCalendar, RFC 5545).

Whole days have no time zone and no time; instants are UTC. There is no METHOD, so
nobody is asked to answer, and no recurrence. A day keeps its UID whatever changes, its
SEQUENCE rises with its item, and what was called off stays as CANCELLED.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from adapters.feeds.content import Agenda
from adapters.office import FeedKind
from bots import agenda as words
from bots.locale import N_
from projections.agenda import Day, Standing, What

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT: Final = "-//Faden//Faden//DE"
_FETCH: Final = timedelta(hours=1)
_SITTING: Final = timedelta(hours=2)  # shown where only the beginning is known
_STATUS: Final = {
    Standing.FIRM: "CONFIRMED",
    Standing.OPEN: "TENTATIVE",
    Standing.OFF: "CANCELLED",
}
_NAMES: Final = {
    FeedKind.MINE: N_("Faden {region}: mine"),
    FeedKind.FORUM: N_("Faden {region}: {forum}"),
    FeedKind.REGION: N_("Faden {region}"),
}


def written(agenda: Agenda, pages: str) -> bytes:
    """Return the calendar; ``pages`` is where people open our pages."""
    from icalendar import Calendar

    speech = agenda.speech
    name = speech.words(
        _NAMES[agenda.kind], region=agenda.region, forum=speech.forum(agenda.forum)
    )
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", name)  # RFC 7986
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _FETCH, parameters={"VALUE": "DURATION"})
    for day in agenda.days:
        calendar.add_component(_event(day, agenda, pages))
    return bytes(calendar.to_ical())


def _event(day: Day, agenda: Agenda, pages: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{day.key}@{agenda.id}.faden")
    event.add("sequence", day.version)
    event.add("dtstamp", day.changed_at)
    event.add("last-modified", day.changed_at)
    if day.at is None:
        event.add("dtstart", day.on)
        event.add("dtend", day.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # nobody is busy all day
    else:
        hour = time.fromisoformat(day.at)
        begins = datetime.combine(day.on, hour, agenda.zone).astimezone(UTC)
        event.add("dtstart", begins)
        event.add("dtend", begins + _SITTING)
    event.add("summary", words.title(day, agenda.speech))
    event.add("status", _STATUS[day.standing])
    if day.what is What.MEETING:
        if day.place:
            event.add("location", day.place)
        event.add("url", f"{pages}/?forum={quote(day.ref)}")
    else:
        event.add("url", f"{pages}/item/{day.ref}")
    return event
