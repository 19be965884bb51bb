"""Stuck: what failed and waits for its next try, or for a person (*liegen geblieben*).

::

    (well) --fail--> waiting --fail, too often--> put aside --again--> waiting
                     waiting --it works--> (well)        with its count at nothing

One concept for messages to us, reactions to events, letters from us and what the
hour brings: a digest for a person, a timer. Pauses grow from try to try. What is put
aside holds nothing back, stays as it is and is shown to coordinators (``aside.py``).
Its reason says what was wrong (``reason.py``).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum, unique
from typing import Final

import sqlalchemy as sa

from adapters.journal.tables import stuck

FIRST: Final = timedelta(seconds=1)  # the pause before the second try
GROWTH: Final = 5  # times as long from pause to pause
LONGEST: Final = timedelta(hours=1)
_REASON: Final = 200  # characters


@unique
class Kind(StrEnum):
    """What it is; the values are stored."""

    MESSAGE = "message"  # key: its ref in the inbox
    REACTION = "reaction"  # key: name of the reactions/position of the event
    LETTER = "letter"  # key: its key in the outbox
    DIGEST = "digest"  # key: the person; see adapters/digesting.py
    TIMER = "timer"  # key: projections.timers.Timer.key


# With the pauses above: a message and a reaction for two and a half minutes, as
# somebody waits for it; a letter for four hours, as platforms are down that long.
TRIES: Final = {
    Kind.MESSAGE: 5,
    Kind.REACTION: 5,
    Kind.LETTER: 10,
    Kind.DIGEST: 5,
    Kind.TIMER: 5,
}


def note_failure(
    connection: sa.Connection,
    kind: Kind,
    key: str,
    reason: str,
    now: datetime,
    tries: int | None = None,
) -> bool:
    """Count a failure; whether it is put aside now, after ``tries`` of them."""
    what = (stuck.c.kind == kind, stuck.c.key == key)
    before = connection.scalar(sa.select(stuck.c.attempts).where(*what))
    attempts = (before or 0) + 1
    aside = attempts >= (TRIES[kind] if tries is None else tries)
    known = {
        "attempts": attempts,
        "again_at": None if aside else now + pause(attempts),
        "reason": reason[:_REASON],
    }
    if before is None:
        row = {"kind": kind, "key": key, "since": now, **known}
        connection.execute(stuck.insert().values(row))
    else:
        connection.execute(sa.update(stuck).where(*what).values(known))
    return aside


def note_success(connection: sa.Connection, kind: Kind, key: str) -> None:
    """Forget that it ever failed."""
    connection.execute(sa.delete(stuck).where(stuck.c.kind == kind, stuck.c.key == key))


def pause(attempts: int) -> timedelta:
    """Return how long to wait after so many failures."""
    length = FIRST
    for _ in range(attempts - 1):
        length = min(length * GROWTH, LONGEST)
    return length


def held(
    kind: Kind, key: sa.ColumnElement[str], now: datetime
) -> sa.ColumnElement[bool]:
    """Return the condition that a row is put aside or not yet to be tried again."""
    late = sa.or_(stuck.c.again_at.is_(None), stuck.c.again_at > now)
    return sa.exists().where(stuck.c.kind == kind, stuck.c.key == key, late)


def put_aside(kind: Kind, key: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Return the condition that a row is put aside."""
    aside = stuck.c.again_at.is_(None)
    return sa.exists().where(stuck.c.kind == kind, stuck.c.key == key, aside)
