"""Content: what a feed shows, read as its person would (*Inhalt*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from adapters.main import Faden
from adapters.office import Feed, FeedKind
from bots.speech import Speech
from projections import agenda, decisions, entries, people
from projections.agenda import Day, Scope
from projections.decisions import DecisionRow
from projections.viewer import Viewer

NEWS: Final = 50  # decisions


class GoneError(Exception):
    """Its person has no mandate any more, so it shows nothing to anybody."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Days, in the words of ``speech``; ``forum`` is empty where it is not of one."""

    id: str  # of the region
    region: str
    kind: FeedKind
    forum: str
    days: Sequence[Day]
    speech: Speech
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class News:
    """Decisions, the one that changed last first; ``since`` the region is there."""

    id: str  # of the region
    region: str
    forum: str
    rows: Sequence[DecisionRow]
    since: datetime
    speech: Speech


def agenda_of(faden: Faden, feed: Feed) -> Agenda:
    """Return what falls on a day.

    Raises:
        GoneError: there is nobody who may see it.
    """
    viewer = _viewer(faden, feed)
    orgs = viewer.orgs if feed.kind is FeedKind.MINE else frozenset[str]()
    speech = faden.speech(feed.person)
    with faden.reading() as db:
        days = agenda.agenda(db, viewer, speech.today, Scope(orgs, feed.forum))
        region = people.region(db)
    named = (region.region, region.name) if region else ("", "")
    zone = ZoneInfo(region.time_zone if region else "UTC")
    return Agenda(*named, feed.kind, feed.forum, days, speech, zone)


def news_of(faden: Faden, feed: Feed) -> News:
    """Return what was decided, or is being decided; raises as ``agenda_of``."""
    viewer = _viewer(faden, feed)
    with faden.reading() as db:
        places = people.line(db, feed.forum) if feed.forum else ()
        found = decisions.listing(db, viewer, places, (), NEWS)
        region, since = people.region(db), founded(faden)
    rows = sorted(found.rows, key=lambda row: row.changed_at, reverse=True)
    speech = faden.speech(feed.person)
    named = (region.region, region.name) if region else ("", "")
    return News(*named, feed.forum, rows, since, speech)


def founded(faden: Faden) -> datetime:
    """Return when the first entry was made; now, if there is none."""
    with faden.reading() as db:
        return entries.recorded_at(db, 1) or faden.clock()


def _viewer(faden: Faden, feed: Feed) -> Viewer:
    viewer = faden.viewer(feed.person)
    if not viewer.inside:
        raise GoneError
    return viewer
