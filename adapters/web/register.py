"""Register: the decisions, as they stood on any day (*Beschlussregister*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from aiohttp import web
from sqlalchemy import Connection

from adapters.clocks import standing
from adapters.main import Faden
from adapters.web.clocks import VALID, valid_on
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting_then
from bots.decisions import forms
from bots.locale import N_
from projections import decisions
from projections.decisions import Line, Register
from projections.viewer import Viewer

PAGE: Final = 30  # decisions
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "deciding": (*decisions.DRAFT, *decisions.DECIDING),
    "over": decisions.OVER,
}
"""What can be looked at alone, beside what holds."""
NAMES: Final = {
    "holds": N_("In force now"),
    "deciding": N_("Being decided"),
    "councils": N_("In the councils"),
    "over": N_("Over"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filter as it stands in the address; what is not understood is left out."""

    forum: str
    group: str
    on: date
    past: bool  # ``on`` was named
    before: int | None

    @classmethod
    def of(cls, request: web.Request, today: date) -> Asked:
        """Read the filter from the address."""
        query = request.query
        group, before = query.get("state", ""), query.get("before", "")
        on = valid_on(request)
        short = before.isdecimal() and len(before) < 10  # noqa: PLR2004
        return cls(
            forum=query.get("forum", "")[:60],
            group=group if group in NAMES else "",
            on=on or today,
            past=on is not None,
            before=int(before) if short else None,
        )

    def way(self, **changes: str) -> str:
        """Return the address of this page with ``changes``."""
        words = {
            "forum": self.forum,
            "state": self.group,
            VALID: self.on.isoformat() if self.past else "",
            **changes,
        }
        kept = {name: value for name, value in words.items() if value}
        return f"/beschluesse?{urlencode(kept)}" if kept else "/beschluesse"


async def listing(request: web.Request) -> web.Response:
    """Show the register as it stood on a day, the newest first, a page at a time."""
    visit = await visiting_then(request)
    if visit is None:
        return welcome(request)
    asked = Asked.of(request, visit.speech.today)
    found, lines = await apart(request, _listing, request.app[FADEN], visit, asked)
    shown, more = found.entries[:PAGE], len(found.entries) > PAGE
    behind = asked.way(before=str(shown[-1].row.number)) if more else ""
    return page(
        request,
        "decisions.html",
        visit,
        entries=shown,
        total=found.total,
        lines=lines,
        asked=asked,
        groups=NAMES,
        propose=forms.propose(visit.choosing),
        next=visit.way(behind) if behind else None,
    )


def entries(db: Connection, viewer: Viewer, asked: Asked, limit: int) -> Register:
    """Return what was ``asked`` for, as it stood on its day."""
    forums = [asked.forum] if asked.forum else []
    match asked.group:
        case "holds":
            find = decisions.holding
        case "councils":
            find = decisions.before_councils
        case group:
            states = GROUPS.get(group, ())
            return decisions.register(
                db, viewer, asked.on, forums, states, limit, asked.before
            )
    return find(db, viewer, asked.on, forums, limit, asked.before)


def _listing(
    faden: Faden, visit: Visit, asked: Asked
) -> tuple[Register, Mapping[str, Line]]:
    viewer = visit.viewer
    with faden.reading(visit.position) as db:
        found = entries(db, viewer, asked, PAGE + 1)
        rows = [one.row for one in found.entries if one.row.in_councils]
        lines = () if asked.past else decisions.lines(db, viewer, rows, asked.on)
        councils = (line for line in lines if line.in_councils)
        then = {line.row.ref: line for line in councils}
    if asked.past:
        lines = [
            standing(faden, visit.position, one, asked.on) for one in found.entries
        ]
        then = {line.row.ref: line for line in lines if line.in_councils}
    return found, then
