"""Openings: a request or an offer becomes a numbered item (*Bitte*, *Angebot*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bots.conversation import behalf, echoes
from bots.conversation.grounds import grounded, known, placed
from bots.conversation.talk import Talk
from bots.grammar import intents
from bots.locale import N_
from core.commitment import commands as c
from core.errors import Code, Refusal
from core.facts import Seat
from core.ports import Order
from core.sealed import Sealed
from projections import people


def request(talk: Talk, intent: intents.Request) -> None:
    """Say back ``Bitte an …``: one item for each organisation."""
    entry = behalf.entry(talk, intent.on_behalf, None)
    if isinstance(entry, behalf.Asked):
        return
    speaker = talk.speaker
    asker = entry.org if entry else speaker.orgs[0]
    if (due := _due(talk, intent)) is None or not known(talk, intent.cites):
        return
    orders: list[Order] = []
    place = intent.forum or _place(talk, intent.audience) or placed(talk, intent.cites)
    holders = _holders(talk, intent.audience, asker)
    if not holders:
        nobody(talk, intent.audience)
    for holder in holders:
        forum = forum_of(talk, place, asker, holder)
        if forum is None:
            return
        command = c.Request(
            forum=forum,
            asker=asker,
            holder=holder,
            what=_what(intent.text),
            due=due,
            measure=Sealed(intent.measure) if intent.measure else None,
            cites=intent.cites or None,
        )
        orders.append(
            speaker.order(
                command,
                step=str(len(orders)),
                org=behalf.speaking_org(talk, entry, asker),
                on_behalf=entry,
            )
        )
    _echo(talk, orders)


def offer(talk: Talk, intent: intents.Offer) -> None:
    """Say back ``Angebot: …``; without an addressee it goes to whoever convenes."""
    entry = behalf.entry(talk, intent.on_behalf, None)
    if isinstance(entry, behalf.Asked):
        return
    speaker = talk.speaker
    holder = entry.org if entry else speaker.orgs[0]
    if (due := _due(talk, intent)) is None or not known(talk, intent.cites):
        return
    named = _holders(talk, intent.audience, holder) if intent.audience else []
    place = intent.forum or placed(talk, intent.cites)
    forum = forum_of(talk, place, holder, named[0] if named else None)
    if forum is None:
        return
    asker = named[0] if named else talk.lead(forum)
    command = c.Offer(
        forum=forum,
        asker=asker,
        holder=holder,
        what=_what(intent.text),
        due=due,
        cites=intent.cites or None,
    )
    org = behalf.speaking_org(talk, entry, holder)
    _echo(talk, [speaker.order(command, step="0", org=org, on_behalf=entry)])


def restate(talk: Talk, orders: Sequence[Order], measure: str) -> bool:
    """Say the open requests back again, with what "done" means."""
    changed = [
        talk.speaker.order(
            c.Request(
                forum=order.command.forum,
                asker=order.command.asker,
                holder=order.command.holder,
                what=order.command.what,
                due=order.command.due,
                measure=Sealed(measure),
                cites=order.command.cites,
            ),
            step=str(n),
            org=order.org,
            on_behalf=order.on_behalf,
        )
        for n, order in enumerate(orders)
        if isinstance(order.command, c.Request)
    ]
    if changed:
        _echo(talk, changed)
    return bool(changed)


def _what(text: str) -> Sealed:
    """Return what is asked for, as it stands within a sentence."""
    return Sealed(text.strip().removesuffix("."))


def _echo(talk: Talk, orders: Sequence[Order]) -> None:
    speech = talk.speaker.speech
    opened = [o.command for o in orders if isinstance(o.command, c.Request | c.Offer)]
    texts = [echoes.opening(command, speech) for command in opened]
    if opened and opened[0].cites is not None:
        texts.append(grounded(talk, opened[0].cites))
    if orders and (entry := orders[0].on_behalf):
        texts.append(behalf.said(talk, entry, opened[0].due, opened[0].forum))
    if orders:
        talk.echo(orders, texts)


def until_when(
    talk: Talk, intent: intents.Request | intents.Offer | intents.OpenAsk
) -> None:
    """Ask for the day that is missing."""
    speech = talk.speaker.speech
    talk.say(
        speech.text(
            N_("Until when? I know no next meeting; please name a day, for example:")
            if intent.session
            else N_("Until when? Please name a day, for example:")
        ),
        speech.text(N_("{text} by 30 April"), text=talk.text.rstrip(" .")),
    )


def _due(talk: Talk, intent: intents.Request | intents.Offer) -> date | None:
    if intent.due is None:
        until_when(talk, intent)
        return None
    if intent.due < talk.speaker.today:
        today = talk.speaker.today
        talk.refuse(Refusal(Code.DUE_IN_THE_PAST, due=intent.due, today=today))
        return None
    return intent.due


def _holders(talk: Talk, audience: Sequence[str], asker: str) -> list[str]:
    """Return the organisations that ``audience`` names, without the asker."""
    speaker = talk.speaker
    with talk.office.reading() as db:
        known = people.organisations(db, speaker.viewer)
    found: list[str] = []
    for name in audience:
        match name:
            case "alle":
                found += [o.org for o in known if o.path == "member"]
            case "Kreis":
                found += [o.org for o in known if o.kind == "Landkreis"]
            case _:
                org = speaker.org_named(name)
                found += [org] if org else []
    if not found and (forum := _place(talk, audience)):
        found = _seated(talk, forum)
    unique = list(dict.fromkeys(found))
    return [o for o in unique if o != asker] or unique


def _place(talk: Talk, audience: Sequence[str]) -> str:
    """Return the forum that is named like an addressee."""
    known = talk.speaker.speech.forums.values()
    return next((name for name in audience if name in known), "")


def _seated(talk: Talk, name: str) -> list[str]:
    """Return who can be asked for something in the forum called ``name``."""
    forums = talk.speaker.speech.forums
    place = next(forum for forum, known in forums.items() if known == name)
    with talk.office.reading() as db:
        seats = people.seats(db, place)
    return [seat.org for seat in seats if seat.seat != Seat.OBSERVE.value]


def nobody(talk: Talk, audience: Sequence[str]) -> None:
    """Ask for names: who belongs to a word such as "Umland" is not entered."""
    talk.say(
        talk.speaker.speech.text(
            N_(
                "Who belongs to “{words}” I do not know yet. Please name the "
                "organisations, for example:"
            ),
            words=", ".join(audience),
        ),
        talk.speaker.speech.text(N_("request to {names}: … by …"), names=_some(talk)),
    )


def _some(talk: Talk) -> str:
    own = talk.speaker.orgs
    named = talk.speaker.speech.organisations.items()
    return ", ".join([name for org, name in named if org not in own][:2])


def forum_of(talk: Talk, said: str, org: str, other: str | None) -> str | None:
    """Return the forum ``said``, else the nearest one that both share; else ask."""
    speaker, speech = talk.speaker, talk.speaker.speech
    with talk.office.reading() as db:
        shared = people.shared_forums(db, org, other or org)
        named = people.forums(db, speaker.viewer)
    if said:
        meant = [row.forum for row in named if row.name == said]
        candidates = [row.forum for row in shared if row.forum in meant]
        named = [row for row in named if row.forum in meant] or named
    else:
        low = talk.text.casefold()
        spoken = [row.forum for row in shared if row.name.casefold() in low]
        candidates = spoken or speaker.nearest([row.forum for row in shared])
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        forum = named[0].forum if named else "–"
        talk.refuse(Refusal(Code.NO_SEAT, org=other or org, forum=forum))
        return None
    names = ", ".join(speech.forum(forum) for forum in candidates)
    talk.say(
        speech.text(
            N_("For which forum? Both sit in: {forums}. Please add it, for example:")
            if other
            else N_("For which forum: {forums}? Please add it, for example:"),
            forums=names,
        ),
        speech.text(
            N_("{text} ({place})"),
            text=talk.text.strip(),
            place=speech.forum_called(candidates[0]),
        ),
    )
    return None
