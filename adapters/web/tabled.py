"""Tabled: the rows of every list, all of them, for the visitor and filter (*Tabellen*).

The same queries as those of the pages, without their pages; ``None`` where the page is
not for the visitor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias

from aiohttp import web

from adapters.main import Faden
from adapters.web import examining as examination
from adapters.web import lists, members, nudges, register, stuck
from adapters.web.clocks import valid_on
from adapters.web.visit import Visit
from bots import examining as wording
from bots.examining import Line
from bots.heard import clean
from bots.sheets import Sheet, councils, items, watching
from projections import (
    asks,
    decisions,
    deletions,
    erasures,
    examining,
    people,
    search,
)
from projections import commitments as c
from projections.examining import Kind

MOST: Final = 100_000  # rows; more fit on no sheet
_OWN: Final = 1_000  # rows of each part of one's own list

Made: TypeAlias = Callable[[Faden, Visit, web.Request], Sheet | None]


def _commitments(faden: Faden, visit: Visit, request: web.Request) -> Sheet:
    wanted = lists.Asked.of(request).filter
    with faden.reading(visit.position) as db:
        found = c.listing(db, visit.viewer, wanted, MOST)
    return items.commitments(found.rows, visit.viewer, visit.speech)


def _own(faden: Faden, visit: Visit, _request: web.Request) -> Sheet:
    rows = {}
    with faden.reading() as db:
        for org in sorted(visit.viewer.orgs):
            wanted = c.Filter(org=org, open_only=True)
            found = c.listing(db, visit.viewer, wanted, _OWN).rows
            rows.update({row.ref: row for row in found})
    ordered = sorted(rows.values(), key=lambda row: (row.due, int(row.ref[1:])))
    return items.commitments(ordered, visit.viewer, visit.speech)


def _found(faden: Faden, visit: Visit, request: web.Request) -> Sheet:
    query = clean(request.query.get("q", ""))[:200]
    with faden.reading() as db:
        hits = search.find(db, visit.viewer, query, lists.HITS) if query else []
    return items.hits(hits, visit.speech)


def _asks(faden: Faden, visit: Visit, request: web.Request) -> Sheet:
    forum = request.query.get("forum", "")[:60]
    with faden.reading(visit.position) as db:
        rows = asks.listing(db, visit.viewer, forum or None, MOST)
    return items.asks(rows, visit.speech)


def _decisions(faden: Faden, visit: Visit, request: web.Request) -> Sheet:
    asked = register.Asked.of(request, visit.speech.today)
    with faden.reading(visit.position) as db:
        found = register.entries(db, visit.viewer, replace(asked, before=None), MOST)
    return items.decisions(found.entries, visit.speech)


def _matrix(faden: Faden, visit: Visit, request: web.Request) -> Sheet:
    with faden.reading(visit.position) as db:
        found = decisions.matrix(
            db, visit.viewer, visit.speech.today, _forums(request), MOST
        )
    return councils.matrix(found.lines, visit.speech)


def _owed(faden: Faden, visit: Visit, request: web.Request) -> Sheet:
    with faden.reading(visit.position) as db:
        rows, _ = decisions.follow_up(
            db, visit.viewer, visit.speech.today, _forums(request), MOST
        )
        known = people.bodies(db, {one.mover for one in rows})
    bodies = {f"{body.org}/{body.body}": body.name for body in known}
    return councils.owed(rows, bodies, visit.speech)


def _members(faden: Faden, visit: Visit, request: web.Request) -> Sheet | None:
    if not visit.viewer.inside:
        return None
    day = valid_on(request) or visit.speech.today
    found = members.known(faden, visit, day)
    rows = ((one.org, one.path, one.mandates) for one in found)
    return watching.members(rows, visit.speech)


def _reminders(faden: Faden, visit: Visit, _request: web.Request) -> Sheet | None:
    if not _watches(visit):
        return None
    return watching.reminders(*nudges.lines(faden, visit, MOST), visit.speech)


def _deletions(faden: Faden, visit: Visit, _request: web.Request) -> Sheet | None:
    if not _watches(visit):
        return None
    with faden.reading() as db:
        gone = deletions.register(db, visit.viewer, MOST)
        left = erasures.exports(db, visit.viewer, MOST)
    return watching.deletions(gone, left, visit.speech, visit.zone)


def _examined(faden: Faden, visit: Visit, request: web.Request) -> Sheet | None:
    if not _watches(visit):
        return None
    known = [kind for kind in Kind if examining.there(kind)]
    asked = request.query.get("liste", "")
    kind = Kind(asked) if asked in known else known[0]
    lines: list[Line] = []
    before: int | None = None
    with faden.reading() as db:
        while len(lines) < MOST:
            shown = examination.SHOWN
            found = examining.listing(db, visit.viewer, kind, visit.zone, shown, before)
            lines += wording.lines(found, visit.speech, visit.zone)
            before = found.next
            if before is None:
                break
    return watching.examined(kind, lines, visit.speech)


def _stuck(faden: Faden, visit: Visit, _request: web.Request) -> Sheet | None:
    if not visit.viewer.coordinates:
        return None
    rows = (
        (
            one.stuck.number,
            one.what,
            visit.local(one.stuck.since),
            one.state,
            one.stuck.reason,
            one.why,
        )
        for one in stuck.lines(faden, visit)
    )
    return watching.stuck(rows, visit.speech)


def _forums(request: web.Request) -> list[str]:
    forum = request.query.get("forum", "")[:60]
    return [forum] if forum else []


def _watches(visit: Visit) -> bool:
    return visit.viewer.coordinates or visit.viewer.audits


SHEETS: Final[dict[str, Made]] = {
    "zusagen": _commitments,
    "meine": _own,
    "suche": _found,
    "abfragen": _asks,
    "beschluesse": _decisions,
    "raete": _matrix,
    "nachverfolgung": _owed,
    "mitglieder": _members,
    "erinnerungen": _reminders,
    "loeschungen": _deletions,
    "pruefung": _examined,
    "liegen": _stuck,
}
"""By the word in the address."""
TEXTLESS: Final = frozenset({"mitglieder", "erinnerungen", "loeschungen", "liegen"})
"""Those in which stands nothing that people have written."""
