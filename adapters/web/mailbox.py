"""Mailbox: where somebody gets links by mail, entered and confirmed (*Mailadresse*).

::

    one's own --typed--> a code goes there --typed--> it holds
    a newcomer's, by coordination --> it holds
    of whoever has been here, by coordination --> a code goes there, which they type

So nobody who coordinates can enter unnoticed as somebody who has acted already; of the
link that they give by hand, ``by_hand`` tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.office import Confirmed
from adapters.office.entering import confirmation
from adapters.office.identities import plausible, small
from adapters.office.outbox import put_letters
from adapters.office.signins import Seen, What
from adapters.web import by_hand, wishes
from adapters.web.door import DOOR
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.limits import LIMITS, SENT, TooOften
from adapters.web.members import members_page
from adapters.web.seen import seen_of
from adapters.web.typed import form as typed_form
from adapters.web.visit import Visit, visiting
from bots.heard import clean
from bots.locale import N_
from projections import people

OWN: Final = f"{wishes.PLACE}/mail"
OTHERS: Final = "/mitglieder/mail"
LINK: Final = "/mitglieder/link"
NO_ADDRESS: Final = N_(
    "{mail} is no mail address. Please write it like name@town.example."
)
TAKEN: Final = N_(
    "Somebody else is known by that address. Please take another one, or ask your "
    "coordination."
)
_VOID: Final[Mapping[Confirmed, str]] = {
    Confirmed.WRONG: N_("That is not the code. Please look at the newest mail."),
    Confirmed.OVER: N_("That code is void. Please have a new one sent to you."),
    Confirmed.TAKEN: TAKEN,
}


def routes() -> Sequence[web.RouteDef]:
    """Return the addresses of all that is said about mailboxes."""
    return [
        web.post(OWN, own),
        web.post(OTHERS, others),
        web.post(LINK, by_link),
    ]


async def own(request: web.Request) -> web.StreamResponse:
    """Take one's own address, the code that went there, or that it is not wanted."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    if not request.app[DOOR].mail:
        raise web.HTTPNotFound
    fields, faden = await typed_form(request), request.app[FADEN]
    if "code" in fields:
        return await _typed(request, visit, fields["code"])
    if "drop" in fields:
        await apart(request, faden.store.office.mailboxes.drop(visit.person).result)
        return see_other(f"{wishes.PLACE}#mail")
    said = clean(fields.get("address", ""))
    if not plausible(said):
        wrong = visit.speech.words(NO_ADDRESS, mail=said or "–")
        return await wishes.with_mail(request, visit, wrong, said)
    await _ask_for_code(request, visit.person, said)
    return see_other(f"{wishes.PLACE}#mail")


async def others(request: web.Request) -> web.StreamResponse:
    """Take the address of somebody, from whoever coordinates."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    if not visit.viewer.coordinates:
        raise web.HTTPNotFound
    fields, faden = await typed_form(request), request.app[FADEN]
    person, said = fields.get("person", ""), clean(fields.get("address", ""))
    if not await apart(request, _acts, faden, person):
        raise web.HTTPNotFound
    identities = faden.store.office.identities
    if not said:
        await apart(request, _end, faden, visit, person, seen_of(request))
        return see_other("/mitglieder")
    if not plausible(said):
        return await members_page(request, visit, NO_ADDRESS, said, person)
    holder = await apart(request, identities.by_mail, said)
    if holder not in {None, person}:
        return await members_page(request, visit, TAKEN, said, person)
    if not await apart(request, by_hand.been_here, faden, person):
        await apart(request, identities.put_mail(person, said, faden.clock()).result)
    elif holder is None and request.app[DOOR].mail:
        await _ask_for_code(request, person, said)
    elif holder is None:
        return await members_page(request, visit, _BY_HAND, said, person)
    return see_other("/mitglieder")


async def by_link(request: web.Request) -> web.StreamResponse:
    """Show coordination a link for somebody who has no other way in."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    if not visit.viewer.coordinates:
        raise web.HTTPNotFound
    faden, person = request.app[FADEN], (await typed_form(request)).get("person", "")
    if not await apart(request, _acts, faden, person):
        raise web.HTTPNotFound
    if await apart(request, by_hand.comes_alone, faden, request.app[DOOR], person):
        return await members_page(request, visit, _ALONE, person=person)
    seen, by = seen_of(request), visit.person
    told = await apart(request, by_hand.been_here, faden, person)
    token = await apart(request, by_hand.give, faden, person, by, seen)
    link = by_hand.address(request, token)
    return await members_page(request, visit, person=person, link=link, told=told)


_ALONE: Final = N_(
    "This person signs in without help: they get links at the mail address or in "
    "Slack, or come through the sign-in of your house. If the address is not theirs "
    "any more, please empty and save it; then you can give them a link."
)
_BY_HAND: Final = N_(
    "Whoever has been here confirms an address by a code, and no mail is set up here. "
    "On the machine itself it is entered with “faden mail”."
)


async def _typed(request: web.Request, visit: Visit, code: str) -> web.StreamResponse:
    faden = request.app[FADEN]
    mailboxes, now = faden.store.office.mailboxes, faden.clock()
    told = mailboxes.confirm(visit.person, clean(code)[:40], now)
    found = await apart(request, told.result)
    if found is Confirmed.DONE:
        return see_other(f"{wishes.PLACE}?bestaetigt#mail")
    wrong = visit.speech.translate(_VOID[found])
    return await wishes.with_mail(request, visit, wrong, "")


async def _ask_for_code(request: web.Request, person: str, address: str) -> None:
    """Let a code go to ``address``.

    Raises:
        TooOften: it got some just now.
    """
    if not request.app[LIMITS].allows(SENT, small(address)):
        raise TooOften
    await apart(request, _send, request.app[FADEN], person, address)


def _send(faden: Faden, person: str, address: str) -> None:
    now, office = faden.clock(), faden.store.office
    office.mailboxes.want(person, address, now).result()
    one = confirmation(person, faden.speech(person))
    faden.store.writer.run(lambda db: put_letters(db, [one], now)).result()
    faden.send()


def _end(faden: Faden, visit: Visit, person: str, seen: Seen) -> None:
    """Send ``person`` no more links by mail, and let them see who said so."""
    office = faden.store.office
    if office.identities.end_mail(person).result():
        note = office.signins.note
        note(person, What.UNMAILED, faden.clock(), seen, visit.person).result()


def _acts(faden: Faden, person: str) -> bool:
    with faden.reading() as db:
        return person in people.everybody(db)
