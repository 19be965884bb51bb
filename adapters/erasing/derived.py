"""Derived: what else goes once a person or a text has gone (*Abgeleitetes*).

Digests that named the item, and everything sealed that concerns only the person who
was forgotten. Each of these texts has an entry, so each gets one that says why it is
gone; what was ordered before is known by its command id.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from adapters.erasing.gone import Going, Lost
from adapters.journal.tables import event, text
from core.catalogue import LETTERS
from core.facts import OPERATOR
from core.grounds import Ground
from core.ports import Order, Via
from core.retention import offered_first
from core.text import Erase

_DIGESTS: Final = ("digest:", "digest;")
_WORDING: Final = "wording"
_SAME: Final = sa.and_(
    text.c.stream == event.c.stream, text.c.version == event.c.version
)


def of_text(
    db: sa.Connection, going: Going, today: date, now: datetime
) -> Iterator[Order]:
    """Yield orders to erase the wording of digests that named the item before."""
    noun, _, ref = going.item.partition(":")
    if noun not in LETTERS:  # digests name items, and quote nothing else
        return
    first, behind = _DIGESTS
    sent = (
        sa.select(event.c.position, event.c.state)
        .join(text, _SAME)
        .where(event.c.stream >= first, event.c.stream < behind)
        .where(event.c.position < going.entry, text.c.field == _WORDING)
    )
    for position, state in db.execute(sent):
        if f'"{ref}"'.encode() in state:
            ground = Ground(going.ground)
            yield _order(position, _WORDING, ground, going.entry, today, now)


def of_person(
    db: sa.Connection, one: Lost, today: date, now: datetime
) -> Iterator[Order]:
    """Yield orders to erase what concerns only whoever was forgotten."""
    naming = sa.select(text.c.stream, text.c.version).where(text.c.text == one.person)
    wanted = (
        sa.select(
            event.c.position, event.c.stream, event.c.kind, text.c.field, text.c.text
        )
        .join(text, _SAME)
        .where(
            sa.or_(
                event.c.stream == f"person:{one.person}",
                sa.tuple_(event.c.stream, event.c.version).in_(naming),
            )
        )
    )
    for position, stream, kind, field, said in db.execute(wanted):
        whole = stream.startswith(("person:", _DIGESTS[0])) or said == one.person
        if whole and not offered_first(kind):
            ground = Ground(one.ground)
            yield _order(position, field, ground, one.entry, today, now)


def _order(
    position: int, field: str, ground: Ground, cause: int, today: date, now: datetime
) -> Order:
    return Order(
        command_id=f"erasing/{position}/{field}",
        command=Erase(field=field, ground=ground),
        stream=f"text:{position}",
        actor=OPERATOR,
        org="",
        today=today,
        now=now,
        via=Via.POLICY,
        cause=cause,
    )
