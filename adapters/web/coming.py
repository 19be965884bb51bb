"""Coming: what is due in the next eight weeks, week by week (*Termine*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting
from bots.locale import N_
from projections import coming
from projections.coming import AHEAD, Due, Entry

_NEAR: Final = timedelta(weeks=2)
KINDS: Final[Mapping[Due, str]] = {
    Due.COMMITMENT: N_("commitment due"),
    Due.REQUEST: N_("wished for by then"),
    Due.ANSWERS: N_("answers due"),
    Due.VOTE: N_("decided by then"),
    Due.COUNCIL: N_("council"),
    Due.REVIEW: N_("looked at again"),
    Due.MEETING: N_("meeting"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What is due from one Monday on; ``share`` of the fullest week in per cent.

    This and the next week are ``near``: open, while the others are folded.
    """

    monday: date
    entries: Sequence[Entry]
    share: int
    near: bool


async def timeline(request: web.Request) -> web.Response:
    """Show what is due."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    own = request.query.get("meine") is not None
    found = await apart(request, _coming, request.app[FADEN], visit)
    if own:
        found = [one for one in found if visit.viewer.is_party(*one.orgs)]
    return page(
        request,
        "coming.html",
        visit,
        weeks=weeks(found, visit.speech.today),
        own=own,
        kinds=KINDS,
        total=len(found),
    )


def weeks(entries: Sequence[Entry], today: date) -> Sequence[Week]:
    """Return ``entries`` by week, empty weeks too."""
    first = today - timedelta(days=today.weekday())
    by: dict[date, list[Entry]] = {}
    for one in entries:
        by.setdefault(one.day - timedelta(days=one.day.weekday()), []).append(one)
    most = max((len(some) for some in by.values()), default=1)
    mondays = [first + timedelta(weeks=n) for n in range(AHEAD.days // 7 + 1)]
    return [
        Week(
            monday=monday,
            entries=by.get(monday, []),
            share=len(by.get(monday, [])) * 100 // most,
            near=monday < first + _NEAR,
        )
        for monday in mondays
    ]


def _coming(faden: Faden, visit: Visit) -> Sequence[Entry]:
    with faden.reading() as db:
        return coming.coming(db, visit.viewer, visit.speech.today)
