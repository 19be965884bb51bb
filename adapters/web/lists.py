"""Lists: what is expected of me, commitments by filter, search."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from aiohttp import web

from adapters.main import Faden
from adapters.office import Saved
from adapters.web.entering import own_place, see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.typed import form
from adapters.web.visit import Visit, visiting, visiting_then
from adapters.web.wording import marked
from bots.heard import clean
from projections import commitments, mylist, people, search
from projections.commitments import Cursor, Filter, Page
from projections.mylist import MyList
from projections.people import OrganisationRow
from projections.search import Hit

HITS: Final = 30  # items; more make no better answer
STATES: Final = (
    "requested",
    "offered",
    "countered",
    "reserved",
    "promised",
    "handing_over",
    "renegotiating",
    "reported",
    "fulfilled",
    "declined",
    "withdrawn",
    "released",
    "reneged",
)
_FILTER: Final = frozenset({"forum", "org", "state", "until", "all"})
_CURSOR: Final = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d{1,12})")


async def mine(request: web.Request) -> web.Response:
    """Show what is expected of the visitor's organisations and owed to them."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    found = await apart(request, _mine, request.app[FADEN], visit)
    return page(request, "mine.html", visit, list=found)


async def listing(request: web.Request) -> web.Response:
    """Show commitments by filter, a page at a time."""
    visit = await visiting_then(request)
    if visit is None:
        return welcome(request)
    asked = Asked.of(request)
    faden = request.app[FADEN]
    found, orgs = await apart(request, _listing, faden, visit, asked)
    filters = await apart(request, faden.store.office.filters.of, visit.person)
    return page(
        request,
        "commitments.html",
        visit,
        found=found,
        orgs=orgs,
        asked=asked,
        states=STATES,
        filters=filters,
        full=request.query.get("voll") is not None,
        next=visit.way(asked.behind(found.next)) if found.next else None,
    )


async def keep_filter(request: web.Request) -> web.StreamResponse:
    """Keep the filter of the page that was shown, or forget one."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    fields = await form(request)
    back = urlsplit(fields.get("back", ""))
    name, gone = clean(fields.get("name", "")), fields.get("drop", "")
    filters = request.app[FADEN].store.office.filters
    kept = True
    if gone:
        await apart(request, filters.drop(visit.person, gone).result)
    elif name:
        query = urlencode([p for p in parse_qsl(back.query) if p[0] in _FILTER])
        one = Saved(name, query)
        kept = await apart(request, filters.keep(visit.person, one).result)
    query = back.query if kept else f"{back.query}&voll".lstrip("&")
    return see_other(own_place(f"/zusagen?{query}"))


async def find(request: web.Request) -> web.Response:
    """Show in which items the words stand."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    query = clean(request.query.get("q", ""))[:200]
    hits = await apart(request, _find, request.app[FADEN], visit, query)
    return page(request, "search.html", visit, query=query, hits=hits, marked=marked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filter as it stands in the address; what is not understood is left out."""

    forum: str
    org: str
    state: str
    until: str  # ISO day or nothing
    open_only: bool
    after: Cursor | None

    @classmethod
    def of(cls, request: web.Request) -> Asked:
        """Read the filter from the address."""
        query = request.query
        state = query.get("state", "")
        until = _day(query.get("until", ""))
        return cls(
            forum=query.get("forum", "")[:60],
            org=query.get("org", "")[:60],
            state=state if state in STATES else "",
            until=until.isoformat() if until else "",
            open_only=query.get("all") is None,
            after=_cursor(query.get("after", "")),
        )

    @property
    def filter(self) -> Filter:
        """The filter as the view takes it."""
        return Filter(
            forum=self.forum or None,
            org=self.org or None,
            state=self.state or None,
            open_only=self.open_only and not self.state,
            due_until=_day(self.until),
        )

    def behind(self, cursor: Cursor) -> str:
        """Return the address of the page that begins behind ``cursor``."""
        words = {
            "forum": self.forum,
            "org": self.org,
            "state": self.state,
            "until": self.until,
            "all": "" if self.open_only else "1",
            "after": f"{cursor.due.isoformat()}.{cursor.number}",
        }
        return f"/zusagen?{urlencode({k: v for k, v in words.items() if v})}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _cursor(text: str) -> Cursor | None:
    match = _CURSOR.fullmatch(text)
    due = _day(match[1]) if match else None
    return Cursor(due, int(match[2])) if match and due else None


def _mine(faden: Faden, visit: Visit) -> MyList:
    with faden.reading() as db:
        return mylist.mine(db, visit.viewer, faden.today())


def _listing(
    faden: Faden, visit: Visit, asked: Asked
) -> tuple[Page, list[OrganisationRow]]:
    with faden.reading(visit.position) as db:
        found = commitments.listing(db, visit.viewer, asked.filter, after=asked.after)
        return found, list(people.organisations(db, visit.viewer))


def _find(faden: Faden, visit: Visit, query: str) -> list[Hit]:
    with faden.reading() as db:
        return list(search.find(db, visit.viewer, query, HITS)) if query else []
