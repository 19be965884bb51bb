"""Visit: who looks at a page, in which language, and what frames every page.

In the demonstration a visitor without a session is the first clerk.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiohttp import web
from sqlalchemy import Connection

from adapters.asof import AsOf, as_of
from adapters.audit.checkpoints import newest
from adapters.main import Faden
from adapters.web import cookies
from adapters.web.keys import FADEN, apart
from bots.locale import LANGUAGES
from bots.speech import Speech
from core.checkpoint import Checkpoint
from core.facts import Power
from projections import people
from projections.commitments import CommitmentRow, overdue
from projections.people import ForumRow, MandateRow
from projections.viewer import Viewer

LANGUAGE_COOKIE: Final = "faden_language"
STAND: Final = "stand"  # in an address: the day or entry to be shown
_FIRST: Final = ("clerk", "coordinator", "mayor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A person with the mandates they hold today."""

    person: str
    name: str
    mandates: Sequence[MandateRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request of somebody who is signed in."""

    person: str
    name: str
    signed_in: bool
    speech: Speech
    spoken: str  # the language of chat and messages, else than that of the page
    viewer: Viewer
    region: str
    zone: ZoneInfo
    mandates: Sequence[MandateRow]
    forums: Sequence[ForumRow]
    cast: Sequence[Persona]  # whom one can be in the demonstration
    aside: int = 0  # how much is left lying, if that is the visitor's business
    checkpoint: Checkpoint | None = None  # the newest
    as_of: AsOf | None = None  # the earlier state to be shown; forums are those of then

    @property
    def position(self) -> int | None:
        """Up to where the log counts; ``None``: all of it."""
        return self.as_of.position if self.as_of else None

    @property
    def neighbour(self) -> str:
        """The name of another organisation, for examples."""
        return self.speech.neighbour(self.viewer.orgs)

    @property
    def coordinating(self) -> str:
        """For which organisation the visitor coordinates; empty: for none."""
        able = (one.org for one in self.mandates if Power.COORDINATE in one.powers)
        return next(able, "")

    @property
    def choosing(self) -> Speech:
        """The speech for lists to choose from: with the forums that may be seen."""
        seen = {one.forum: one.name for one in self.forums}
        return replace(self.speech, forums=seen)

    def way(self, address: str) -> str:
        """Return an address that shows the same state as this page."""
        if self.as_of is None:
            return address
        mark = "&" if "?" in address else "?"
        return f"{address}{mark}{STAND}={self.as_of.asked}"

    def late(self, row: CommitmentRow) -> bool:
        """Whether ``row`` is overdue, as far as that is the visitor's business."""
        return overdue(row, self.viewer, self.speech.today)

    def local(self, at: datetime) -> datetime:
        """Return ``at`` on the clocks of the region."""
        return at.astimezone(self.zone)


VISIT: Final = web.RequestKey("visit", Visit)
SESSION: Final = "faden"  # the cookie
FRAGMENT: Final = "Faden-Fragment"  # a header of our script, which wants no page


def session_of(request: web.Request) -> str:
    """Return the token of the session that the browser named."""
    return cookies.read(request, SESSION)


def language_of(request: web.Request) -> str | None:
    """Return the language this browser was last asked to speak, if it was."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "").partition(".")[0]
    return chosen if chosen in LANGUAGES else None


def _unrecorded(request: web.Request) -> tuple[str | None, str]:
    """Return language and person of a wish that could not be recorded."""
    chosen, _, person = request.cookies.get(LANGUAGE_COOKIE, "").partition(".")
    return (chosen if chosen in LANGUAGES else None), person


async def visiting(request: web.Request) -> Visit | None:
    """Return who is there; ``None``: nobody is signed in."""
    faden, token = request.app[FADEN], session_of(request)
    wish, sessions = _unrecorded(request), faden.store.office.sessions
    alone = request.method == "GET" and FRAGMENT in request.headers
    look = sessions.whose if alone else sessions.person_of
    visit = await apart(request, _visit, faden, lambda now: look(token, now), wish)
    if visit is not None:
        request[VISIT] = visit
    return visit


async def visiting_then(request: web.Request) -> Visit | None:
    """Return who is there, and as of when they look if the address names it.

    Raises:
        AsOfError: nothing can be shown as of then.
    """
    visit = await visiting(request)
    asked = request.query.get(STAND, "")
    if visit is None or not asked:
        return visit
    return await apart(request, _then, request.app[FADEN], visit, asked)


def _then(faden: Faden, visit: Visit, asked: str) -> Visit:
    then = as_of(faden, asked)
    with faden.reading(then.position) as db:
        forums = _shown(db, visit.viewer)
    speech = then.spoken(faden, visit.speech)
    return replace(visit, as_of=then, speech=speech, forums=forums)


def _shown(db: Connection, viewer: Viewer) -> Sequence[ForumRow]:
    return [row for row in people.forums(db, viewer) if row.state != "absorbed"]


def _visit(
    faden: Faden,
    look: Callable[[datetime], str | None],
    wish: tuple[str | None, str],
) -> Visit | None:
    now = faden.clock()
    person = look(now)
    if person is not None and wish[1] != person:
        wish = (None, "")  # of somebody else, and nothing to this page
    return faden.desk.recent.get(
        "visit", _stamp(faden, now), (person, wish), lambda: _seen(faden, person, wish)
    )


def _stamp(faden: Faden, now: datetime) -> Hashable:
    """Return what changes with everything of which a page's frame tells.

    Other processes are heard of when they write into the log, and within a second.
    """
    seen, commits = faden.worker.seen(), faden.desk.recent.commits
    return seen, commits, faden.today(), int(now.timestamp())


def _seen(
    faden: Faden, person: str | None, wish: tuple[str | None, str]
) -> Visit | None:
    today = faden.today()
    with faden.store.reading() as log:
        signed = newest(log)
    with faden.reading() as db:
        cast = _cast(db, faden, faden.speech(None)) if faden.demo else ()
        who = person or _default(cast)
        if who is None:
            return None
        recorded = faden.speech(who)
        language = wish[0] if wish[1] == who else None
        speech = replace(recorded, language=language or recorded.language)
        viewer, region = faden.viewer(who), people.region(db)
        return Visit(
            person=who,
            name=speech.person(who),
            signed_in=person is not None,
            speech=speech,
            spoken=recorded.language,
            viewer=viewer,
            region=region.name if region else "",
            zone=ZoneInfo(region.time_zone if region else "Europe/Berlin"),
            mandates=people.mandates_of(db, who, today),
            forums=_shown(db, viewer),
            cast=cast,
            checkpoint=signed.checkpoint if signed else None,
            aside=faden.store.office.stuck.count() if viewer.coordinates else 0,
        )


def _cast(db: Connection, faden: Faden, speech: Speech) -> Sequence[Persona]:
    today = faden.today()
    found = [
        Persona(
            person=person,
            name=speech.person(person),
            mandates=people.mandates_of(db, person, today),
        )
        for person in people.everybody(db)
    ]
    return sorted(
        (persona for persona in found if persona.mandates),
        key=lambda p: (speech.org(p.mandates[0].org), p.mandates[0].role, p.name),
    )


def _default(cast: Sequence[Persona]) -> str | None:
    for role in _FIRST:
        for persona in cast:
            if persona.mandates[0].role == role:
                return persona.person
    return cast[0].person if cast else None
