"""Asks: the list, and one ask with its answers, result and form (*Abfragen*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from urllib.parse import quote, urlencode
from uuid import UUID

from aiohttp import web
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.slips import Filled, asked_again, leads_on, say
from adapters.web.steps import Told, erased, steps_of
from adapters.web.typed import form as typed_form
from adapters.web.typed import number
from adapters.web.visit import Visit, visiting, visiting_then
from bots import forms
from bots.asks import cards, wording
from bots.chronicle import asking
from bots.heard import clean
from bots.message import Choice, Form, Text
from projections import asks
from projections.asks import AskRow, ReplyRow

PAGE: Final = 30  # asks
FIELD: Final = "field."
SLIPS: Final = {
    "ask_publish": "veroeffentlichen",
    "ask_again": "veroeffentlichen",
    "ask_extend": "verlaengern",
    "ask_close": "schliessen",
    "ask_follows": "folgt",
}
"""The forms for what whoever asks can do; the rest is asked back before it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many gave one answer; ``share`` of the largest in per cent."""

    name: str
    count: int
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The published figures of one question."""

    label: str
    bars: Sequence[Bar]
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one organisation said, in one line."""

    org: str
    said: str
    late: bool
    at: datetime | None
    person: str | None
    pending_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What the page of an ask shows; ``form`` only to whoever may answer."""

    ref: str
    title: str
    row: AskRow
    standing: Text
    org: str
    form: Form | None
    runs: Sequence[Choice]
    charts: Sequence[Chart]
    answers: Sequence[Answer]
    questions: Sequence[str]
    kind: str
    state: str
    follows: str
    who_sees: str
    steps: Sequence[Told]


async def listing(request: web.Request) -> web.Response:
    """Show asks, the newest first, a page at a time."""
    visit = await visiting_then(request)
    if visit is None:
        return welcome(request)
    forum = request.query.get("forum", "")[:60]
    before = request.query.get("before", "")
    last = int(before) if before.isdecimal() and len(before) < 10 else None  # noqa: PLR2004
    rows = await apart(request, _listing, request.app[FADEN], visit, forum, last)
    shown, more = rows[:PAGE], len(rows) > PAGE
    words = {"forum": forum, "before": shown[-1].ref[1:] if more else ""}
    address = f"/abfragen?{urlencode({k: v for k, v in words.items() if v})}"
    return page(
        request,
        "asks.html",
        visit,
        rows=shown,
        forum=forum,
        next=visit.way(address) if more else None,
    )


async def show(request: web.Request, visit: Visit, ref: str) -> web.Response:
    """Show one ask, and what became of the form that was sent."""
    found = await apart(request, _item, request.app[FADEN], visit, ref)
    if found is None:
        raise web.HTTPNotFound
    said = await apart(
        request, _replied, request.app[FADEN], visit, request.query.get("said", "")
    )
    return page(request, "ask.html", visit, item=found, said=said, slips=SLIPS)


async def answer(request: web.Request) -> web.StreamResponse:
    """Take an answer that was filled in on the page: it is said as its typed line."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    ref = request.match_info["ref"]
    fields = await typed_form(request)
    found = await apart(request, _item, request.app[FADEN], visit, ref)
    if found is None or found.form is None:
        raise web.HTTPNotFound
    key, faden = number(fields), request.app[FADEN]
    values = {
        name.removeprefix(FIELD): clean(value)
        for name, value in fields.items()
        if name.startswith(FIELD)
    }
    line = visit.speech.words(cards.BUTTONS["nothing"][1], ref=ref)
    if "nothing" not in fields:
        if wrong := forms.mistakes(found.form, values, visit.speech):
            again = Filled(values=values, mistakes=wrong, status=422)
            return _again(request, visit, found.form, again)
        line = forms.typed(found.form, values)
    told = await apart(request, say, faden, visit, f"web/{visit.person}/{key}", line)
    if told is not None and not leads_on(told):
        again = Filled(values=values, said=told.plain, status=409)
        return _again(request, visit, found.form, again)
    return see_other(f"/item/{quote(ref, safe='')}?said={key}")


def _again(
    request: web.Request, visit: Visit, form: Form, filled: Filled
) -> web.Response:
    """Give back what was typed, with what is to be mended beside it."""
    ref = request.match_info["ref"]
    known = forms.with_values(form, filled.values)
    ways = (f"/answer/{quote(ref, safe='')}", f"/item/{quote(ref, safe='')}")
    return asked_again(request, visit, known, filled, ways)


def _replied(faden: Faden, visit: Visit, said: str) -> str:
    """Return what was answered to the form that this visitor has just sent."""
    try:
        key = str(UUID(said))
    except ValueError:
        return ""
    post = faden.desk.posted(f"web/{visit.person}/{key}/reply/0")
    texts = [p for p in post.message.parts if isinstance(p, Text)] if post else []
    return " ".join(text.plain for text in texts)


def _listing(
    faden: Faden, visit: Visit, forum: str, before: int | None
) -> Sequence[AskRow]:
    with faden.reading(visit.position) as db:
        return asks.listing(db, visit.viewer, forum or None, PAGE + 1, before)


def _item(faden: Faden, visit: Visit, ref: str) -> Item | None:
    with faden.reading(visit.position) as db:
        row = asks.get(db, visit.viewer, ref)
        return None if row is None else _shown(faden, db, visit, row)


def _shown(faden: Faden, db: Connection, visit: Visit, row: AskRow) -> Item:
    speech = visit.speech
    told = asks.replies(db, visit.viewer, row)
    own = [one for one in told if one.org in visit.viewer.orgs]
    mine = next((one for one in own if not one.reply), own[0] if own else None)
    steps = steps_of(faden, db, visit, row.ref)
    runs = row.org in visit.viewer.orgs or visit.viewer.coordinates
    answerable = mine is not None and row.going and mine.pending_until is None
    return Item(
        ref=row.ref,
        title=row.text or erased(steps, visit),
        row=row,
        standing=cards.standing(row, speech),
        org=mine.org if mine else "",
        form=cards.form(row, mine, speech) if answerable else None,
        runs=cards.running(row, speech) if runs else (),
        charts=_charts(row, visit) if row.published_at else (),
        answers=[_answer(row, one, visit) for one in told],
        questions=[wording.question(one, speech) for one in row.questions],
        kind=asking.named(row.kind, speech),
        state=wording.state(row, speech),
        follows=asking.named(row.follows, speech) if row.follows else "",
        who_sees=wording.who_sees(row.disclosure, speech),
        steps=steps,
    )


def _answer(row: AskRow, one: ReplyRow, visit: Visit) -> Answer:
    return Answer(
        org=one.org,
        said=wording.reply(row, one, visit.speech),
        late=one.late,
        at=one.at,
        person=one.person,
        pending_until=one.pending_until,
    )


def _charts(row: AskRow, visit: Visit) -> Sequence[Chart]:
    """Return a chart for each question, with the figures that were published."""
    lines = dict(wording.result(row, visit.speech))
    found: list[Chart] = []
    for question in row.questions:
        groups = wording.groups(question, row)
        most = max((figure.count for figure in groups), default=1)
        bars = [
            Bar(
                name=wording.named(question, figure, visit.speech),
                count=figure.count,
                share=figure.count * 100 // most,
            )
            for figure in groups
        ]
        several = wording.counted(sum(bar.count for bar in bars), visit.speech)
        told = several if bars else lines[question.label]
        found.append(Chart(label=question.label, bars=bars, told=told))
    return found
