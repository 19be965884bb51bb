"""Aside: let a message fail until it is left lying."""

from __future__ import annotations

import sqlalchemy as sa

from adapters.journal.tables import inbox
from adapters.office import Letter
from tests.auenland import Auenland

UNREADABLE = {"kind": "nonsense", "text": "Schlamm?"}


def leave_lying(here: Auenland, ref: str, person: str = "p-kern") -> str:
    """Bring a message that nobody can read; return its number once it lies there."""
    office = here.faden.store.office
    office.inbox.store(
        ref=ref,
        channel="web",
        person=person,
        place="",
        payload=UNREADABLE,
        now=here.watch(),
    ).result()
    fail_again(here, ref)
    return next(s.number for s in office.stuck.all() if s.key == ref)


def refuse(here: Auenland, key: str, reason: str, person: str = "p-kern") -> None:
    """Let a platform refuse a letter for good."""
    office, now = here.faden.store.office, here.watch()
    payload = {"parts": [], "title": "Z34"}
    letter = Letter(key=key, channel="slack", person=person, payload=payload)
    office.outbox.put([letter], now).result()
    (posted,) = office.deliveries.lease("slack", now, 1).result()
    office.deliveries.refuse(posted, reason, now).result()


def fail_again(here: Auenland, ref: str) -> None:
    """Let time go by until nobody tries the message by itself any more."""
    for _ in range(200):
        here.faden.dispatcher.wake()
        if here.faden.settled(ref, 0.1):
            return
        if any(
            s.key == ref and s.again_at for s in here.faden.store.office.stuck.all()
        ):
            here.watch.forward(minutes=1)
    raise AssertionError(here.faden.store.office.stuck.all())


def mend(here: Auenland, ref: str) -> None:
    """Let the message be one that can be read."""
    good = {"kind": "text", "ref": ref, "person": "p-kern", "via": "web"}
    here.faden.store.journal.run(
        lambda connection: (
            connection.execute(
                sa.update(inbox)
                .where(inbox.c.ref == ref)
                .values(payload={**good, "text": "Hilfe"})
            ).rowcount
        )
    ).result()
