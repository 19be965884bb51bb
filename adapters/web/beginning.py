"""Beginning: a page that leads from nothing to a forum with people (*erste Schritte*).

::

    founded (founding.py) --invite, open, let in, in any order, again--> the desk

Going back or sending twice adds nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from aiohttp import web

from adapters.founding import admitting, inviting, steps
from adapters.founding.foundation import Member, key
from adapters.founding.inviting import Wanted
from adapters.founding.steps import Acting
from adapters.main import Faden
from adapters.office.identities import plausible
from adapters.office.signins import Seen
from adapters.web import by_hand
from adapters.web.begun import begun
from adapters.web.door import DOOR, Door
from adapters.web.entering import see_other, welcome
from adapters.web.founding import NAME
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.seen import seen_of
from adapters.web.signin import send_link
from adapters.web.typed import form as typed_form
from adapters.web.typed import number
from adapters.web.visit import Visit, visiting
from bots import refusals
from bots.heard import clean
from core.errors import Refusal
from core.organisation import OrganisationKind, Role
from core.texts import KEY_LIMIT

PLACE: Final = "/anfang"
DIRECTORY: Final = "verzeichnis"  # whether that of another county is asked for
ROLES: Final = (Role.MAYOR, Role.CLERK, Role.EXPERT, Role.COORDINATOR, Role.AUDITOR)
_CADENCES: Final = ("28", "56", "91")  # days


def routes() -> Sequence[web.RouteDef]:
    """Return the addresses of all steps."""
    return [
        web.get(PLACE, show),
        web.post(f"{PLACE}/mitglieder", invite),
        web.post(f"{PLACE}/forum", open_forum),
        web.post(f"{PLACE}/personen", let_in),
    ]


async def show(request: web.Request) -> web.Response:
    """Show the steps, and which are done."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    _acting(visit, "")
    return await _page(request, visit, {}, "")


async def invite(request: web.Request) -> web.StreamResponse:
    """Ask organisations, and note who takes part already."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    fields, faden = await typed_form(request), request.app[FADEN]
    by, other = _acting(visit, number(fields)), _other(fields)
    wanted = _wanted(fields, other)
    if not wanted.orgs:
        return await _page(request, visit, fields, "nobody", 422)
    try:
        entered = await apart(request, inviting.invite, faden, by, wanted, other)
    except Refusal as refusal:
        return await _refused(request, visit, fields, refusal)
    if entered:
        return await _page(request, visit, {}, "", 409, entered=entered)
    return see_other(f"{PLACE}#forum")


def _wanted(fields: Mapping[str, str], other: Member | None) -> Wanted:
    chosen = {
        name.removeprefix("org."): value or ("ask" if "all" in fields else "")
        for name, value in fields.items()
        if name.startswith("org.")
    }
    if other is not None:
        chosen[other.org] = fields.get("other.state", "") or "ask"
    return Wanted(
        invited=[org for org, value in chosen.items() if value == "ask"],
        joined=[org for org, value in chosen.items() if value == "joins"],
        basis=clean(fields.get("basis", "")),
    )


def _other(fields: Mapping[str, str]) -> Member | None:
    """Return the organisation that was typed beside those of the list, if any."""
    name, kind = clean(fields.get("other.name", "")), fields.get("other.kind", "")
    if not name or kind not in set(OrganisationKind):
        return None
    return Member(org=key(name)[:KEY_LIMIT], name=name, kind=OrganisationKind(kind))


async def open_forum(request: web.Request) -> web.StreamResponse:
    """Open a forum."""

    def step(faden: Faden, by: Acting, fields: Mapping[str, str]) -> str:
        orgs = [n.removeprefix("seat.") for n in fields if n.startswith("seat.")]
        days = fields.get("days", "")
        steps.open_forum(
            faden,
            by,
            clean(fields.get("name", "")),
            clean(fields.get("purpose", "")),
            int(days) if days in _CADENCES else int(_CADENCES[1]),
            orgs,
        )
        return f"{PLACE}#people"

    return await _take(request, step)


async def let_in(request: web.Request) -> web.StreamResponse:
    """Let somebody act for an organisation, and show the link by which they enter."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    fields = await typed_form(request)
    by, faden = _acting(visit, number(fields)), request.app[FADEN]
    name, org = clean(fields.get("name", "")), fields.get("org", "")
    if not name or fields.get("role") not in set(ROLES):
        return await _page(request, visit, fields, "missing", 422)
    if len(name) > NAME:
        return await _page(request, visit, fields, "long", 422)
    role, door = Role(fields["role"]), request.app[DOOR]
    mail = clean(fields.get("mail", "")) if door.knows_mail else ""
    if mail and not plausible(mail):
        return await _page(request, visit, fields, "mail", 422)
    if await apart(request, admitting.taken, faden, mail, name):
        return await _page(request, visit, fields, "taken", 409)
    try:
        person = await apart(request, steps.let_in, faden, by, org, name, role)
    except Refusal as refusal:
        return await _refused(request, visit, fields, refusal)
    here = await apart(request, by_hand.been_here, faden, person)
    link = await apart(request, _link, faden, door, by, person, mail, seen_of(request))
    return await _page(
        request,
        visit,
        {},
        "",
        link=by_hand.address(request, link or ""),
        newcomer=name,
        mailed=mail if link is None else "",
        told=name if here else "",
    )


async def _take(
    request: web.Request, step: Callable[[Faden, Acting, Mapping[str, str]], str]
) -> web.StreamResponse:
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    fields = await typed_form(request)
    by = _acting(visit, number(fields))
    try:
        place = await apart(request, step, request.app[FADEN], by, fields)
    except Refusal as refusal:
        return await _refused(request, visit, fields, refusal)
    return see_other(place)


def _acting(visit: Visit, form: str) -> Acting:
    """Return for whom the visitor begins; only coordination does.

    Raises:
        HTTPNotFound: the visitor does not coordinate.
    """
    if not visit.coordinating:
        raise web.HTTPNotFound
    return Acting(visit.person, visit.coordinating, form)


async def _refused(
    request: web.Request, visit: Visit, fields: Mapping[str, str], refusal: Refusal
) -> web.Response:
    said = refusals.explain(refusal, visit.speech).plain
    return await _page(request, visit, fields, said, 409)


async def _page(
    request: web.Request,
    visit: Visit,
    fields: Mapping[str, str],
    wrong: str,
    status: int = 200,
    **more: object,
) -> web.Response:
    asked = DIRECTORY in request.query or DIRECTORY in fields
    found = await apart(request, begun, request.app[FADEN], visit, asked)
    context = {"link": "", "newcomer": "", "mailed": "", "told": "", "entered": ()}
    return page(
        request,
        "beginning.html",
        visit,
        status=status,
        begun=found,
        fields=fields,
        wrong=wrong,
        roles=ROLES,
        cadences=_CADENCES,
        kinds=[
            kind for kind in OrganisationKind if kind is not OrganisationKind.COUNTY
        ],
        **{**context, **more},
    )


def _link(
    faden: Faden, door: Door, by: Acting, person: str, mail: str, seen: Seen
) -> str | None:
    """Return a one-time link, ``None`` if it went by mail.

    It is empty for whoever was here and signs in without help.
    """
    if by_hand.been_here(faden, person):
        if by_hand.comes_alone(faden, door, person):
            return ""
        return by_hand.give(faden, person, by.person, seen)
    if mail:
        identities = faden.store.office.identities
        identities.put_mail(person, mail, faden.clock()).result()
    if mail and door.mail:
        send_link(faden, person, "mail")
        return None
    return by_hand.give(faden, person, by.person, seen)
