"""Feeds: one's own addresses for calendars and readers, and what they bring (*Abos*).

The address is the whole key to it, so it is shown once, stands in no log, and can be
ended here. Whoever has no mandate any more gets nothing there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Final

from aiohttp import web

from adapters.feeds import calendar
from adapters.feeds.content import GoneError, agenda_of, news_of
from adapters.main import Faden
from adapters.office import Feed, FeedKind
from adapters.web.entering import see_other, welcome
from adapters.web.https import origin
from adapters.web.keys import FADEN, apart
from adapters.web.render import RENDERER, page
from adapters.web.typed import form
from adapters.web.visit import Visit, visiting
from bots.locale import N_

KINDS: Final = {
    FeedKind.MINE: N_("Calendar: what concerns my organisations"),
    FeedKind.FORUM: N_("Calendar: what concerns a forum"),
    FeedKind.REGION: N_("Calendar: everything that I may see"),
    FeedKind.DECISIONS: N_("News: decisions"),
}
_AGE: Final = "private, max-age=300"
_CALENDAR: Final = "text/calendar"
_NEWS: Final = "application/atom+xml"


async def listing(request: web.Request) -> web.Response:
    """Show one's own addresses, and how to make another."""
    visit = await visiting(request)
    return welcome(request) if visit is None else await _page(request, visit)


async def make(request: web.Request) -> web.Response:
    """Make an address and show it, this once.

    Raises:
        HTTPBadRequest: no such kind, or no forum of one's own.
    """
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    fields = await form(request)
    try:
        kind = FeedKind(fields.get("kind", ""))
    except ValueError as error:
        raise web.HTTPBadRequest from error
    forum = fields.get("forum", "") if kind is not FeedKind.MINE else ""
    known = {one.forum for one in visit.forums}
    if (forum or kind is FeedKind.FORUM) and forum not in known:
        raise web.HTTPBadRequest
    token = await apart(request, _give, request.app[FADEN], visit, kind, forum)
    ending = "atom" if kind is FeedKind.DECISIONS else "ics"
    new = token and f"{origin(request)}/abo/{token}.{ending}"
    return await _page(request, visit, new=new, full=token is None)


async def end(request: web.Request) -> web.Response:
    """Let an address show nothing any more."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    number = (await form(request)).get("number", "")
    await apart(request, _end, request.app[FADEN], visit, number)
    return see_other("/abos")


async def fetch_calendar(request: web.Request) -> web.Response:
    """Bring the calendar of an address."""
    return await _fetched(request, _CALENDAR, _calendar)


async def fetch_news(request: web.Request) -> web.Response:
    """Bring the news of an address."""
    return await _fetched(request, _NEWS, _news)


async def _page(
    request: web.Request, visit: Visit, *, new: str | None = None, full: bool = False
) -> web.Response:
    feeds = await apart(request, _own, request.app[FADEN], visit)
    return page(
        request, "feeds.html", visit, feeds=feeds, kinds=KINDS, new=new, full=full
    )


async def _fetched(
    request: web.Request,
    content_type: str,
    made: Callable[[web.Request, Faden, Feed], bytes],
) -> web.Response:
    """Answer whoever has the address; unchanged content is not sent twice.

    Raises:
        HTTPNotFound: there is no such address, or it brings something else.
        HTTPGone: its person has no mandate any more.
    """
    token, faden = request.match_info["token"], request.app[FADEN]
    feed = await apart(request, faden.store.office.feeds.of, token, faden.clock())
    news = feed is not None and feed.kind is FeedKind.DECISIONS
    if feed is None or news != (content_type == _NEWS):
        raise web.HTTPNotFound
    try:
        body = await apart(request, made, request, faden, feed)
    except GoneError as error:
        raise web.HTTPGone from error
    tag = sha256(body).hexdigest()[:32]
    headers = {"Cache-Control": _AGE, "ETag": f'"{tag}"'}
    asked = request.if_none_match or ()
    if any(one.value == tag for one in asked):
        return web.Response(status=304, headers=headers)
    return web.Response(
        body=body, content_type=content_type, charset="utf-8", headers=headers
    )


def _calendar(request: web.Request, faden: Faden, feed: Feed) -> bytes:
    return calendar.written(agenda_of(faden, feed), origin(request))


def _news(request: web.Request, faden: Faden, feed: Feed) -> bytes:
    found = news_of(faden, feed)
    context = {"news": found, "pages": origin(request)}
    return request.app[RENDERER].html("decisions.atom", found.speech, context).encode()


def _own(faden: Faden, visit: Visit) -> Sequence[Feed]:
    return faden.store.office.feeds.of_person(visit.person)


def _give(faden: Faden, visit: Visit, kind: FeedKind, forum: str) -> str | None:
    feeds = faden.store.office.feeds
    return feeds.give(visit.person, kind, forum, faden.clock()).result()


def _end(faden: Faden, visit: Visit, number: str) -> None:
    faden.store.office.feeds.end(visit.person, number).result()
