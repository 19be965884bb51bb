"""Together: what may belong together, and what does not after all (*Bündeln*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from aiohttp import web
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.office import Office
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.typed import form as typed_form
from adapters.web.visit import Visit, visiting
from bots import joining
from projections import care
from projections.care import Together

PLACE: Final = "/passt-nicht"
APART: Final = "getrennt"  # in an address: which two were just set apart
_NAME: Final = "together"  # of the pseudonyms


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Two threads with the reasons in words, and the form that asks both sides."""

    pair: Together
    reasons: Sequence[str]
    ask: str | None


def hints(faden: Faden, db: Connection, visit: Visit) -> Sequence[Hint]:
    """Return what is worth a look, as far as nobody has set it apart.

    All texts are compared, so it is done once a minute, however much is written.
    """
    office = faden.store.office
    gone = office.apart.all()
    minute = faden.clock().replace(second=0, microsecond=0)
    found = faden.desk.recent.get(
        PLACE, minute, visit.person, lambda: care.together(db, visit.viewer)
    )
    fitting = (one for one in found if known(office, one) not in gone)
    return [
        Hint(
            pair=pair,
            reasons=list(joining.reasons(pair, visit.speech)),
            ask=_ask(pair, visit),
        )
        for pair, _ in zip(fitting, range(care.SHOWN), strict=False)
    ]


def known(office: Office, pair: Together) -> str:
    """Return by what a hint is remembered: its items, and the words both name."""
    refs = (pair.one.ref, pair.other.ref)
    return office.pseudonyms.of(_NAME, *refs, *sorted(pair.words))


async def decide(request: web.Request) -> web.StreamResponse:
    """Set two threads apart, or show them beside each other again."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    if not visit.viewer.coordinates:
        raise web.HTTPNotFound
    fields = await typed_form(request)
    pair = fields.get("pair", "")[:40]
    again = "again" in fields
    await apart(request, _decide, request.app[FADEN], visit, pair, again)
    shown = "" if again else f"?{urlencode({APART: pair})}"
    return see_other(f"/schreibtisch{shown}#bundle")


def _decide(faden: Faden, visit: Visit, pair: str, again: bool) -> None:  # noqa: FBT001  (of one form)
    """Remember it; the desk of everybody who coordinates is read anew."""
    office = faden.store.office
    with faden.reading() as db:
        named = [*_named(db, visit, pair)]
    if not named:
        raise web.HTTPNotFound
    for one in named:
        hint = known(office, one)
        (office.apart.drop(hint) if again else office.apart.put(hint)).result()
    faden.desk.recent.forget()


def _named(db: Connection, visit: Visit, pair: str) -> Iterator[Together]:
    for one in care.together(db, visit.viewer):
        if pair == f"{one.one.ref} {one.other.ref}":
            yield one


def _ask(pair: Together, visit: Visit) -> str | None:
    fields = joining.question(pair, visit.viewer.orgs, visit.speech)
    return None if fields is None else f"/tun/abfrage?{urlencode(fields)}"
