"""Decisions of the hour: what happens to them because a term is over (*Fristen*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bots.nudges.orders import Hour, Ordered, Turn
from core.commitment import commands as commitment
from core.decision import commands as c
from core.ports import Order
from projections import decisions, entries, people, terms
from projections.timers import Timer, What
from projections.viewer import MACHINE, Reader

CHANNEL: Final = "chat"


def _due(at: Hour) -> Sequence[Timer]:
    with at.office.reading() as db:
        return terms.due(db, at.today)


def _orders(at: Hour, due: Sequence[Timer]) -> Sequence[Ordered]:
    """Return what follows for decisions today."""
    with at.office.reading() as db:
        return [(order, [timer]) for timer in due for order in _ordered(at, db, timer)]


TURN: Final = Turn(_due, _orders)


def _ordered(at: Hour, db: Reader, timer: Timer) -> Iterator[Order]:
    org, body = timer.org, timer.body
    stream, parts = f"decision:{timer.ref}", (timer.due, org, body)
    match timer.what:
        case What.DELIVER:
            yield from _delivered(at, db, timer)
        case What.STANDS:
            yield at.order(c.LetOnBehalfStand(org=org), stream, *parts)
        case What.COUNT:
            yield at.order(c.Close(), stream, *parts, at.today)
        case What.START:
            yield at.order(c.StartRatification(), stream, *parts, at.today)
        case What.EXPIRE:
            expire = c.ExpireRatification(org=org, body=body)
            yield at.order(expire, stream, *parts)
        case What.REVIEW:
            yield at.order(c.CallReview(), stream, *parts)
        case What.PROMISES:
            yield at.order(c.AskForPromises(org=org), stream, *parts)
        case What.GROUND:
            lost = commitment.LoseGround(decision=timer.because)
            yield at.order(lost, f"commitment:{timer.ref}", timer.because)
        case What.CHANGE:
            called = c.CallReview(because=timer.because)
            yield at.order(called, stream, timer.because)
        case _:
            raise ValueError(timer)


def _delivered(at: Hour, db: Reader, timer: Timer) -> Iterator[Order]:
    """Note that the newest version has reached somebody who acts for ``org``.

    The proof names the message, not who got it: that stays with the office.
    """
    position = entries.put_to_vote_at(db, timer.ref)
    row = decisions.get(db, MACHINE, timer.ref)
    if position is None or row is None:
        return
    acting = people.persons_of(db, timer.org, row.forum, at.today)
    persons = [one.person for one in acting]
    notice = at.office.notice(position, persons) if persons else None
    if notice is None:
        return
    deliver = c.Deliver(
        org=timer.org, channel=CHANNEL, proof=notice[0].rpartition("/")[0]
    )
    yield at.order(deliver, f"decision:{timer.ref}", position, timer.org)
