"""Plan: what would go with a text or a person, before anybody says yes (*Vorschau*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import sqlalchemy as sa

from adapters.journal.tables import event, text

_SAME: Final = sa.and_(
    text.c.stream == event.c.stream, text.c.version == event.c.version
)
_FOUND: Final = (event.c.position, event.c.stream, text.c.field, text.c.text)


class Found(NamedTuple):
    """A text that is there, by the entry that sealed it."""

    entry: int
    stream: str
    field: str
    text: str


def copies(db: sa.Connection, entry: int, field: str) -> Sequence[Found]:
    """Return a text and its copies: what confirmed it said the same once more.

    Only texts of the same item are copies; nothing if there is no such text.
    """
    wanted = sa.select(*_FOUND).join(text, _SAME)
    here = wanted.where(event.c.position == entry, text.c.field == field)
    found = db.execute(here).first()
    if found is None:
        return []
    same = sa.and_(event.c.stream == found.stream, text.c.text == found.text)
    rows = db.execute(wanted.where(same).order_by(event.c.position, text.c.field))
    return [Found(*row) for row in rows]


def unknown(entry: int, field: str) -> Found:
    """Return what stands for a text that is not there; core says why it cannot go."""
    return Found(entry, "", field, "")


def quoting(db: sa.Connection, said: str, but: Sequence[Found]) -> Sequence[Found]:
    """Return other texts in which ``said``, if it is anything, stands word for word."""
    if not said:
        return []
    wanted = sa.select(*_FOUND).join(text, _SAME).order_by(event.c.position)
    holding = text.c.text.contains(said, autoescape=True)
    rows = [Found(*row) for row in db.execute(wanted.where(holding))]
    return [row for row in rows if row not in but]
