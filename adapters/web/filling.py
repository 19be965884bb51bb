"""Filling: what somebody filled in about a decision, said as its line (*Formulare*).

The answer is read in the chat: what binds is said back there.
"""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import web
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.web.chat import FIELD, PATIENCE
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.slips import Filled, asked_again
from adapters.web.typed import form as sent_form
from adapters.web.typed import number
from adapters.web.visit import Visit, visiting
from bots import forms
from bots.decisions import changes, filled, promising
from bots.decisions import forms as decisions
from bots.decisions import matter as matters
from bots.decisions.choices import Look
from bots.decisions.matter import Matter
from bots.heard import TextSaid, clean
from bots.message import Form
from core.facts import Power
from core.ports import Via
from projections import decisions as decided
from projections import people
from projections.decisions import DecisionRow
from projections.people import MandateRow

NEW = "neu"  # in the place of a reference


async def fill(request: web.Request) -> web.StreamResponse:
    """Take a form about a decision, or about a new one."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    ref, fields = request.match_info["ref"], await sent_form(request)
    found = await apart(request, _found, request.app[FADEN], visit, ref)
    named = next((one for one in found if one.id == fields.get("form")), None)
    if named is None:
        raise web.HTTPNotFound
    values = {
        name.removeprefix(FIELD): clean(value)
        for name, value in fields.items()
        if name.startswith(FIELD)
    }
    line = forms.typed(named, values)
    if wrong := forms.mistakes(named, values, visit.speech) or filled.unread(
        named, values, line, visit.speech
    ):
        again = Filled(values=values, mistakes=wrong, status=422)
        back = "/beschluesse" if ref == NEW else f"/item/{ref}"
        ways = (f"/beschluss/{ref}", back)
        return asked_again(
            request, visit, forms.with_values(named, values), again, ways
        )
    await apart(request, _say, request.app[FADEN], visit, number(fields), line)
    return web.Response(status=303, headers={"Location": "/#newest"})


def forms_of(db: Connection, visit: Visit, ref: str) -> Sequence[Form]:
    """Return the forms that the visitor may fill in now."""
    matter = matters.load(db, visit.viewer, ref, visit.speech.today)
    held = people.mandates_of(db, visit.person, visit.speech.today)
    if matter is None or not held or visit.as_of is not None:
        return ()
    own = _own(matter, held)
    look = Look(
        org=own.org,
        able=Power.CONSENT.value in own.powers,
        runs=visit.viewer.coordinates,
    )
    return decisions.of(matter, look, visit.speech)


def more_of(visit: Visit, row: DecisionRow) -> Sequence[Form]:
    """Return the forms that lead on from what holds: a promise, what has changed."""
    if not row.holds or visit.as_of is not None:
        return ()
    return promising.form(row.ref, visit.speech), changes.form(row.ref, visit.speech)


def _own(matter: Matter, held: Sequence[MandateRow]) -> MandateRow:
    """Return by which mandate the visitor has a say: first where it is awaited."""
    silent = [one for one in held if one.org in matter.row.silent]
    listed = [one for one in held if matter.position(one.org) is not None]
    return [*silent, *listed, *held][0]


def _found(faden: Faden, visit: Visit, ref: str) -> Sequence[Form]:
    if ref == NEW:
        return (decisions.propose(visit.choosing),)
    with faden.reading() as db:
        row = decided.get(db, visit.viewer, ref)
        more = () if row is None else more_of(visit, row)
        return [*forms_of(db, visit, ref), *more]


def _say(faden: Faden, visit: Visit, key: str, line: str) -> None:
    ref = f"web/{visit.person}/{key}"
    faden.hear(TextSaid(ref=ref, person=visit.person, via=Via.WEB, text=line))
    faden.settled(ref, PATIENCE)
