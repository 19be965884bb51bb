"""Reactions: the one message in which somebody is reminded of everything due.

The silent step writes none: it changes the card that stands there already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bots.bundles import bundle
from bots.choices import Onlooker
from bots.conversation.speaker import deciding
from bots.locale import N_
from bots.message import Link, Message
from bots.nudges import recipients, wording
from bots.ports import Office, Post
from bots.reached import Told, day_of, noted
from bots.speech import Speech
from core.catalogue import noun_of
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
    today = day_of(db, recorded)
    told = _told(db, about, person, recorded)
    row = commitments.get(db, MACHINE, about.ref) if _is_commitment(about) else None
    if row is not None:
        if row.mover != about.org:
            return None
        forum = people.forum(db, row.forum)
        onlooker = Onlooker(
            person=person,
            org=told.org,
            lead=forum.lead if forum else "",
            deciding=deciding(db, row, today),
        )
        message = wording.of_commitment(row, onlooker, about.step, speech)
        return noted(message, told, speech)
    dossier = asks.dossier(db, about.ref)
    asked = dossier.ask(MACHINE) if dossier else None
    if dossier is None or asked is None:
        return None
    if asked.state not in {"ask_open", "ask_closed"}:
        return None
    reply = dossier.reply_of(MACHINE, about.org)
    if reply is not None and reply.reply:
        return None
    message = wording.of_ask(asked, reply, about.org, about.step, speech)
    return noted(message, told, speech)


def _is_commitment(about: About) -> bool:
    return noun_of(about.ref) == "commitment"


def _told(db: Reader, about: About, person: str, recorded: Recorded) -> Told:
    """Return for which organisation ``person`` reads it, and whether instead."""
    held = people.mandates_of(db, person, day_of(db, recorded))
    orgs = [row.org for row in held]
    if about.org in orgs or about.step is Step.COORDINATION:
        return Told(about.org if about.org in orgs else orgs[0] if orgs else "")
    return Told(orgs[0] if orgs else "", away=about.org)
