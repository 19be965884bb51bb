"""Seats: who sits in which forum, and what it is called (*Beteiligung*).

Everybody reads it; whoever coordinates gives seats, takes them away, and renames.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from aiohttp import web

from adapters.founding import steps
from adapters.founding.steps import Acting
from adapters.main import Faden
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.typed import form as typed_form
from adapters.web.typed import number
from adapters.web.visit import Visit, visiting
from bots import refusals
from bots.heard import clean
from bots.locale import N_
from core.errors import Refusal
from core.facts import Seat
from projections import people
from projections.people import OrganisationRow

PLACE: Final = "/beteiligung"
CHOOSE: Final = N_("Please choose who it is about, and which seat.")
NONE: Final = "none"  # instead of a seat
SEATS: Final[Mapping[str, Seat | None]] = {
    **{seat.value: seat for seat in Seat},
    NONE: None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """Why something was not done in ``forum``, and the name that was typed."""

    forum: str
    said: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Who sits anywhere, what they may do where, and who could get a seat."""

    rows: Sequence[OrganisationRow]
    seats: Mapping[tuple[str, str], str]
    able: Sequence[OrganisationRow]


def routes() -> Sequence[web.RouteDef]:
    """Return the addresses of what is read and changed here."""
    return [
        web.get(PLACE, show),
        web.post(f"{PLACE}/sitz", give),
        web.post(f"{PLACE}/name", rename),
    ]


async def show(request: web.Request) -> web.StreamResponse:
    """Show who sits in which forum."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    return await _page(request, visit)


async def give(request: web.Request) -> web.StreamResponse:
    """Give a seat, or take it away."""
    visit, fields = await _coordinating(request)
    if visit is None:
        return welcome(request, status=403)
    org, seat = fields.get("org", ""), fields.get("seat", "")
    forum, by = _forum(visit, fields), _acting(visit, fields)
    if not org or seat not in SEATS:
        said = visit.speech.translate(CHOOSE)
        wrong = Wrong(forum=forum, said=said)
        return await _page(request, visit, wrong)
    faden = request.app[FADEN]
    try:
        await apart(request, steps.seat, faden, by, forum, org, SEATS[seat])
    except Refusal as refusal:
        said = refusals.explain(refusal, visit.speech).plain
        return await _page(request, visit, Wrong(forum=forum, said=said))
    return _done(forum)


async def rename(request: web.Request) -> web.StreamResponse:
    """Call a forum otherwise."""
    visit, fields = await _coordinating(request)
    if visit is None:
        return welcome(request, status=403)
    forum, by = _forum(visit, fields), _acting(visit, fields)
    name = clean(fields.get("name", ""))
    try:
        await apart(request, steps.rename, request.app[FADEN], by, forum, name)
    except Refusal as refusal:
        said = refusals.explain(refusal, visit.speech).plain
        return await _page(request, visit, Wrong(forum=forum, said=said, name=name))
    return _done(forum)


async def _coordinating(
    request: web.Request,
) -> tuple[Visit | None, Mapping[str, str]]:
    """Return who is there with what they sent.

    Raises:
        HTTPNotFound: they do not coordinate.
    """
    visit = await visiting(request)
    if visit is not None and not visit.coordinating:
        raise web.HTTPNotFound
    return visit, await typed_form(request)


def _forum(visit: Visit, fields: Mapping[str, str]) -> str:
    """Return the forum that is meant.

    Raises:
        HTTPNotFound: the visitor sees none of that id.
    """
    forum = fields.get("forum", "")
    if forum not in {one.forum for one in visit.forums}:
        raise web.HTTPNotFound
    return forum


def _acting(visit: Visit, fields: Mapping[str, str]) -> Acting:
    return Acting(visit.person, visit.coordinating, number(fields))


def _done(forum: str) -> web.Response:
    named = quote(forum, safe="")
    return see_other(f"{PLACE}?forum={named}&gespeichert#f-{named}")


async def _page(
    request: web.Request, visit: Visit, wrong: Wrong | None = None
) -> web.Response:
    found = await apart(request, _sitting, request.app[FADEN], visit)
    return page(
        request,
        "taking_part.html",
        visit,
        status=409 if wrong else 200,
        rows=found.rows,
        seats=found.seats,
        able=found.able,
        choices=tuple(SEATS),
        wrong=wrong,
        opened=wrong.forum if wrong else request.query.get("forum", ""),
        saved="gespeichert" in request.query,
    )


def _sitting(faden: Faden, visit: Visit) -> Sitting:
    with faden.reading() as db:
        rows = people.organisations(db, visit.viewer)
        known = {forum.forum for forum in visit.forums}
        seats = {
            (one.org, one.forum): one.seat
            for one in people.every_seat(db)
            if one.forum in known
        }
    seats |= {(forum.lead, forum.forum): "lead" for forum in visit.forums}
    sitting = {org for org, _ in seats}
    able = [row for row in rows if row.path not in steps.OUTSIDE or row.org in sitting]
    return Sitting(
        rows=[row for row in rows if row.org in sitting], seats=seats, able=able
    )
