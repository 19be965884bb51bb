"""Reactions: the one message in which somebody is reminded of everything due.

The silent step writes none: it changes the card that stands there already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bots.bundles import bundle
from bots.choices import Onlooker
from bots.conversation.speaker import deciding
from bots.decisions.choices import Look
from bots.decisions.matter import load
from bots.locale import N_
from bots.message import Link, Message
from bots.nudges import recipients, wording
from bots.nudges.deciding import of_decision
from bots.ports import Office, Post
from bots.reached import Told, day_of, noted
from bots.speech import Speech
from core.catalogue import noun_of
from core.facts import Power
from core.nudge import About, Sent, Step
from core.person import Unasked
from core.ports import Recorded
from projections import asks, commitments, people
from projections.viewer import MACHINE, Reader


def react(office: Office, recorded: Recorded, event: Sent) -> tuple[Post, ...]:
    """Return the message that ``event`` records; what is over meanwhile is left out."""
    if event.to is None:
        return tuple(_silent(office, recorded, event))
    person = event.to.text
    if person is None:  # erased
        return ()
    speech = office.speech(person)
    with office.reading() as db:
        found = [_of(db, recorded, one, person, speech) for one in event.about]
    messages = [message for message in found if message is not None]
    if not messages:
        return ()
    message = _one(messages, speech)
    return (
        Post(
            key=f"reaction/{recorded.position}/{person}",
            person=person,
            message=message,
            kind=Unasked.NUDGE,
        ),
    )


def _silent(office: Office, recorded: Recorded, event: Sent) -> Iterator[Post]:
    """Yield the present card of each item, for everybody who looks after it."""
    with office.reading() as db:
        today = day_of(db, recorded)
        items = recipients.items_of(db, {one.ref for one in event.about}, today)
        for about in event.about:
            item = items.get(about.ref)
            for person in item.told(db, about.org, today) if item else ():
                speech = office.speech(person)
                message = _of(db, recorded, about, person, speech)
                if message is not None:
                    yield Post(
                        key=f"reaction/{recorded.position}/{person}/{about.ref}",
                        person=person,
                        message=message.model_copy(update={"urgency": "silent"}),
                        kind=Unasked.NUDGE,
                    )


def _one(messages: Sequence[Message], speech: Speech) -> Message:
    if len(messages) > 1:
        text = wording.greeting(len(messages), speech)
        return bundle(messages, text.plain)
    (message,) = messages
    link = Link(label=speech.translate(N_("History")), item=message.item or "")
    return message.model_copy(update={"parts": (*message.parts, link)})


def _of(
    db: Reader, recorded: Recorded, about: About, person: str, speech: Speech
) -> Message | None:
    """Return what is said of one item; ``None`` if it waits no more."""
    told = _told(db, about, person, recorded)
    today = day_of(db, recorded)
    match noun_of(about.ref):
        case "commitment":
            message = _of_commitment(db, about, person, told, today, speech)
        case "decision":
            message = _of_decision(db, about, person, today, speech)
        case _:
            message = _of_ask(db, about, speech)
    return noted(message, told, speech) if message is not None else None


def _of_commitment(
    db: Reader, about: About, person: str, told: Told, today: date, speech: Speech
) -> Message | None:
    row = commitments.get(db, MACHINE, about.ref)
    if row is None or row.mover != about.org:
        return None
    forum = people.forum(db, row.forum)
    onlooker = Onlooker(
        person=person,
        org=told.org,
        lead=forum.lead if forum else "",
        deciding=deciding(db, row, today),
    )
    return wording.of_commitment(row, onlooker, about.step, speech)


def _of_decision(
    db: Reader, about: About, person: str, today: date, speech: Speech
) -> Message | None:
    matter = load(db, MACHINE, about.ref, today)
    if matter is None:
        return None
    acting = people.persons_of(db, about.org, matter.row.forum, today)
    mine = [row for row in acting if row.person == person]
    look = Look(
        org=about.org,
        able=any(Power.CONSENT.value in row.powers for row in mine),
        runs=any(Power.COORDINATE.value in row.powers for row in mine),
    )
    later = wording.later(about.ref, speech)
    return of_decision(matter, look, about.step, later, speech)


def _of_ask(db: Reader, about: About, speech: Speech) -> Message | None:
    dossier = asks.dossier(db, about.ref)
    asked = dossier.ask(MACHINE) if dossier else None
    if dossier is None or asked is None:
        return None
    if asked.state not in {"ask_open", "ask_closed"}:
        return None
    reply = dossier.reply_of(MACHINE, about.org)
    if reply is not None and reply.reply:
        return None
    return wording.of_ask(asked, reply, about.org, about.step, speech)


def _told(db: Reader, about: About, person: str, recorded: Recorded) -> Told:
    """Return for which organisation ``person`` reads it, and whether instead."""
    held = people.mandates_of(db, person, day_of(db, recorded))
    orgs = [row.org for row in held]
    if about.org in orgs or about.step is Step.COORDINATION:
        return Told(about.org if about.org in orgs else orgs[0] if orgs else "")
    return Told(orgs[0] if orgs else "", away=about.org)
