"""Wishes: how one is spoken to and what is brought (*Einstellungen*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.web.door import DOOR
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.typed import form as typed_form
from adapters.web.typed import number
from adapters.web.visit import Visit, visiting
from bots import refusals
from bots.chronicle import choosing
from bots.locale import N_
from bots.speech import Speech
from core.calendar import Hours
from core.errors import Refusal
from core.person import (
    EVERYWHERE,
    Choosing,
    Language,
    Mute,
    Muted,
    Preferences,
    Register,
    Rest,
    Rhythm,
    SetPreferences,
    Unasked,
    Unmute,
    Weekday,
)
from core.ports import Order, Via
from projections import people
from projections.people import AwayRow

PLACE: Final = "/einstellungen"
_ON: Final = "1"
NOTHING: Final[Mapping[str, str]] = MappingProxyType({"wrong": "", "typed": ""})
_NOT_A_NUMBER: Final = N_("Please write hours and reminders as whole numbers.")
_NOT_OFFERED: Final = N_("Please choose among what is offered.")
_NOT_A_DAY: Final = N_("Please choose a day from the calendar.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What holds, and who stands in if the visitor is away."""

    wishes: Preferences
    away: Sequence[AwayRow]
    channels: Sequence[str]
    mail: str | None
    wanted_mail: str | None  # a code is on its way there


async def show(request: web.Request) -> web.Response:
    """Show what holds for the visitor."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    kept = request.query.get("gespeichert") is not None
    shown = await apart(request, _shown, request.app[FADEN], visit)
    return _page(request, visit, shown, _filled(shown.wishes), kept=kept)


async def with_mail(
    request: web.Request, visit: Visit, wrong: str, typed: str
) -> web.Response:
    """Show the page with what is wrong about a mail address."""
    shown = await apart(request, _shown, request.app[FADEN], visit)
    mail = {"wrong": wrong, "typed": typed}
    return _page(request, visit, shown, _filled(shown.wishes), mail=mail)


async def save(request: web.Request) -> web.StreamResponse:
    """Record what is different now; what is wrong is said, and nothing is lost."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    fields = await typed_form(request)
    ref, faden = number(fields), request.app[FADEN]
    shown = await apart(request, _shown, faden, visit)
    try:
        wanted = list(_wanted(fields, shown.wishes))
    except ValueError as error:
        wrong = visit.speech.translate(str(error))
        return _page(request, visit, shown, fields, wrong=wrong)
    refusal = await apart(request, _record, faden, visit, wanted, ref)
    if refusal is not None:
        wrong = refusals.explain(refusal, visit.speech).plain
        return _page(request, visit, shown, fields, wrong=wrong)
    return see_other(f"{PLACE}?gespeichert")


def _page(
    request: web.Request,
    visit: Visit,
    shown: Shown,
    fields: Mapping[str, str],
    *,
    wrong: str = "",
    kept: bool = False,
    mail: Mapping[str, str] = NOTHING,
) -> web.Response:
    return page(
        request,
        "wishes.html",
        visit,
        status=409 if wrong or mail["wrong"] else 200,
        shown=shown,
        fields=fields,
        switches=_switches(shown.channels, visit.speech),
        days=choosing.DAYS,
        wrong=wrong,
        kept=kept,
        mail=mail,
        sends_mail=request.app[DOOR].mail,
        confirmed=request.query.get("bestaetigt") is not None,
    )


def _shown(faden: Faden, visit: Visit) -> Shown:
    today = visit.speech.today
    with faden.reading() as db:
        wishes = people.preferences_of(db, visit.person)
        away = people.absences(db, visit.person, today)
    linked = faden.store.office.addresses.channel_of(visit.person)
    channels = ("web",) if linked in {"", "web"} else ("web", linked)
    office = faden.store.office
    return Shown(
        wishes=wishes,
        away=away,
        channels=channels,
        mail=office.identities.mail_of(visit.person),
        wanted_mail=office.mailboxes.wanted(visit.person),
    )


def _filled(wishes: Preferences) -> Mapping[str, str]:
    rest = wishes.rest_until
    return {
        "language": wishes.language.value,
        "register": wishes.register.value,
        "digest": wishes.digest.value,
        "digest_day": wishes.digest_day.value,
        "start": str(wishes.hours.start),
        "end": str(wishes.hours.end),
        "weekly": str(wishes.weekly),
        "rest": rest.isoformat() if rest else "",
        **{_switch(one): _ON for one in wishes.muted},
    }


def _switch(one: Muted) -> str:
    return f"off.{one.kind}.{one.channel}"


def _switches(channels: Sequence[str], speech: Speech) -> Sequence[tuple[str, str]]:
    """Return every switch by which something is not brought, and its words."""
    every = [
        Muted(kind=kind, channel=channel)
        for kind in Unasked
        for channel in (EVERYWHERE, *(channels if len(channels) > 1 else ()))
    ]
    return [(_switch(one), choosing.muted(one, speech)) for one in every]


def _wanted(fields: Mapping[str, str], now: Preferences) -> Iterator[Choosing]:
    """Yield what makes the wishes those of the form.

    Raises:
        ValueError: a field holds none of what can be chosen; its text says so.
    """
    try:
        hours = Hours(int(fields.get("start", "")), int(fields.get("end", "")))
        weekly = int(fields.get("weekly", ""))
    except ValueError as error:
        raise ValueError(_NOT_A_NUMBER) from error
    try:
        yield SetPreferences(
            language=Language(fields.get("language", now.language)),
            register=Register(fields.get("register", now.register)),
            digest=Rhythm(fields.get("digest", now.digest)),
            digest_day=Weekday(fields.get("digest_day", now.digest_day)),
            hours=hours,
            weekly=weekly,
        )
        switched = list(_switched(fields, now))
    except ValueError as error:
        raise ValueError(_NOT_OFFERED) from error
    rest = _day(fields.get("rest", ""))
    if rest != now.rest_until:
        yield Rest(until=rest)
    yield from switched


def _switched(fields: Mapping[str, str], now: Preferences) -> Iterator[Choosing]:
    off = {name for name in fields if name.startswith("off.")}
    known = {_switch(one): one for one in now.muted}
    for name in sorted(known.keys() - off):
        yield Unmute(kind=known[name].kind, channel=known[name].channel)
    for name in sorted(off - known.keys()):
        _, kind, channel = name.split(".", 2)
        yield Mute(kind=Unasked(kind), channel=channel)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ValueError(_NOT_A_DAY) from error


def _record(
    faden: Faden, visit: Visit, wanted: Sequence[Choosing], ref: str
) -> Refusal | None:
    for step, command in enumerate(wanted):
        order = Order(
            command_id=f"web/{visit.person}/{ref}/{step}",
            command=command,
            stream=f"person:{visit.person}",
            actor=visit.person,
            org="",
            today=visit.speech.today,
            now=faden.clock(),
            via=Via.WEB,
        )
        answer = faden.desk.submit(order)
        if answer.refusal is not None:
            return answer.refusal
    return None
