"""Lending: what each organisation can help with, entered and asked for (*Geräte*)."""

from __future__ import annotations

from itertools import groupby

from bots.asks.devices import fitting
from bots.conversation import knowing
from bots.conversation.talk import Talk
from bots.locale import N_
from bots.message import Message, Part
from core import organisation
from projections import entries, people


def name_devices(talk: Talk, devices: tuple[str, ...]) -> None:
    """Enter what the own organisation can lend, at once; it binds nobody."""
    speaker, speech = talk.speaker, talk.speaker.speech
    own = speaker.orgs[0]
    order = speaker.order(
        organisation.NameDevices(devices=devices),
        step="0",
        org=own,
        stream=f"organisation:{own}",
    )
    answer = talk.office.submit(order)
    if answer.refusal is not None:
        talk.refuse(answer.refusal)
        return
    talk.say(
        speech.text(
            N_("Noted for **{org}**, to lend or to help with: {devices}."),
            org=speech.org(own),
            devices=", ".join(devices) or speech.translate(N_("nothing")),
        )
    )


def take_back(talk: Talk, stream: str) -> None:
    """Enter again what was entered before."""
    with talk.office.reading() as db:
        earlier = entries.devices_before(db, stream)
    name_devices(talk, earlier)


def who_has(talk: Talk, device: str) -> None:
    """Say who lends ``device``, or who lends what; else what else is known of it."""
    speech = talk.speaker.speech
    with talk.office.reading() as db:
        listed = people.devices(db)
    names = [name for _, name in listed]
    meant = set(fitting(device, names) if device else names)
    if device and not meant:
        knowing.what_known(talk, device)
        return
    if not meant:
        talk.say(
            speech.text(
                N_("Nobody has entered devices or skills yet; “devices: …” does it.")
            )
        )
        return
    having = groupby((one for one in listed if one[1] in meant), lambda one: one[0])
    lines: list[Part] = [
        speech.text(
            N_("**{org}**: {devices}"),
            org=speech.org(org),
            devices=", ".join(name for _, name in some),
        )
        for org, some in having
    ]
    head = speech.text(N_("To lend or to help with:"))
    then = speech.text(
        N_("“request to …: … by …” asks for it; in an emergency “emergency: …”.")
    )
    talk.messages.append(Message(parts=(head, *lines, then)))
