"""Nudging: the turn of the ticker that lets periods end and reminds (*Erinnern*).

::

    timers due --orders, one commit--> what they lead to is written, once
    a timer --an error--> left lying alone (office/stuck.py): the others go on, it is
        tried again when its pause is over
    left lying --no longer due--> forgotten
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import date, datetime
from typing import Final, TypeAlias

import structlog

from adapters.desk import PATIENCE, Desk
from adapters.office import Kind
from adapters.office.reason import is_away, reason_of
from adapters.office.rows import Payload
from adapters.store import Store
from bots.bundles import bundle
from bots.locale import N_
from bots.message import Message
from bots.nudges import decisions, orders
from bots.nudges.orders import Hour, Ordered, Turn
from core.ports import Answer, Order
from projections.timers import Timer
from projections.worker import Worker

TURNS: Final = (*orders.TURNS[:1], decisions.TURN, *orders.TURNS[1:])
"""One after the other, each on views that know what the one before led to."""

GROUP: Final = 500  # orders handed to the writer at once

Failed: TypeAlias = tuple[Sequence[Timer], Exception]

log = structlog.get_logger()


class Nudging:
    """Turns what is due into orders, and gives them."""

    def __init__(
        self, store: Store, desk: Desk, worker: Worker, turns: Sequence[Turn] = TURNS
    ) -> None:
        """Take note; tests replace ``turns``."""
        self._store = store
        self._desk = desk
        self._worker = worker
        self._turns = turns
        self._idle: tuple[date, int] | None = None  # when nothing at all was due

    def tick(self, now: datetime) -> None:
        """Do what is due at ``now``, and put together what waits for the morning.

        Raises:
            Refusal: the store is away; what was not done stays due.
        """
        rows = self._store.office.stuck
        self._store.office.held.put_together(self._bundle, now)
        lying = rows.keys(Kind.TIMER)
        late = rows.keys(Kind.TIMER, now) if lying else lying
        here = (orders.hour(self._desk, now).today, self._worker.seen())
        if here == self._idle and not lying:
            return  # nothing is due before the day or a view is another
        self._idle, still = here, set[str]()
        for turn in self._turns:
            still |= self._take(turn, now, late)
        if mended := lying - still:
            rows.forget(Kind.TIMER, mended).result()

    def _take(self, turn: Turn, now: datetime, late: frozenset[str]) -> set[str]:
        """Do what is due but ``late``; return the keys of what is left lying."""
        at = orders.hour(self._desk, now)
        with self._desk.remembering({}):
            due = turn.due(at)
        if due:
            self._idle = None
        still = {one.key for one in due if one.key in late}
        tried = [one for one in due if one.key not in still]
        if not tried:
            return still
        given, failed = self._ordered(turn, at, tried)
        for begin in range(0, len(given), GROUP):
            failed += self._give(given[begin : begin + GROUP])
        for timers, error in failed:
            self._lay(timers, error, now)
            still |= {one.key for one in timers}
        return still

    def _ordered(
        self, turn: Turn, at: Hour, due: Sequence[Timer]
    ) -> tuple[Sequence[Ordered], list[Failed]]:
        """Return what is ordered, without what fails when it is looked at alone."""
        try:
            with self._desk.remembering({}):
                return turn.orders(at, due), []
        except Exception as error:
            if is_away(error):
                raise
            if len(due) <= 1:
                return [], [(due, error)]
        good: list[Timer] = []
        failed: list[Failed] = []
        for one in due:
            _, wrong = self._ordered(turn, at, [one])
            failed += wrong
            good += [] if wrong else [one]
        with self._desk.remembering({}):
            return turn.orders(at, good), failed

    def _bundle(self, person: str, payloads: Sequence[Payload]) -> Payload:
        title = self._desk.speech(person).translate(N_("What came in meanwhile"))
        messages = [Message.model_validate(payload) for payload in payloads]
        return bundle(messages, title).model_dump(mode="json")

    def _give(self, due: Sequence[Ordered]) -> list[Failed]:
        """Give orders in one go, so that they share a commit; return what failed."""
        waiting: list[Future[Answer]] = [
            self._store.journal.submit(order) for order, _ in due
        ]
        failed: list[Failed] = []
        position = 0
        for (order, timers), future in zip(due, waiting, strict=True):
            try:
                answer = _answer(future, order)
            except Exception as error:
                if is_away(error):
                    raise
                failed.append((timers, error))
            else:
                position = max(position, answer.position)
        self._worker.wait(position, PATIENCE)
        return failed

    def _lay(self, timers: Sequence[Timer], error: Exception, now: datetime) -> None:
        reason = reason_of(error)
        for one in timers:
            log.error("timer failed", timer=one.key, reason=reason, exc_info=error)
            rows = self._store.office.stuck
            rows.lay(Kind.TIMER, one.key, reason, now).result()


def _answer(future: Future[Answer], order: Order) -> Answer:
    """Wait for an answer; what was refused by the rules is not asked again.

    Raises:
        Exception: the store is away, or the program is wrong.
    """
    answer = future.result(PATIENCE)
    if answer.refusal is not None:
        if is_away(answer.refusal):
            raise answer.refusal
        kind, code = type(order.command).__name__, answer.refusal.code.value
        log.warning("timer refused", command=kind, code=code, stream=order.stream)
    return answer
