"""Nudging: the turn of the ticker that lets periods end and reminds (*Erinnern*)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Final, TypeAlias

import structlog

from adapters.desk import PATIENCE, Desk
from adapters.office.rows import Payload
from adapters.store import Store
from bots.bundles import bundle
from bots.locale import N_
from bots.message import Message
from bots.nudges import orders
from bots.nudges.orders import Hour
from core.errors import OF_THE_PROGRAM
from core.ports import Answer, Order
from projections.worker import Worker

Step: TypeAlias = Callable[[Hour], Sequence[Order]]
STEPS: Final[Sequence[Step]] = (orders.consequences, orders.plans, orders.reminders)
"""One after the other, each on views that know what the one before led to."""

GROUP: Final = 500  # orders handed to the writer at once

log = structlog.get_logger()


class Nudging:
    """Turns what is due into orders, and gives them."""

    def __init__(self, store: Store, desk: Desk, worker: Worker) -> None:
        """Take note."""
        self._store = store
        self._desk = desk
        self._worker = worker

    def tick(self, now: datetime) -> None:
        """Do what is due at ``now``, and put together what waits for the morning.

        Raises:
            Refusal: the store is away; what was not done stays due.
        """
        self._store.office.held.put_together(self._bundle, now)
        for step in STEPS:
            with self._desk.remembering({}):
                due = step(orders.hour(self._desk, now))
            for begin in range(0, len(due), GROUP):
                self._give(due[begin : begin + GROUP])

    def _bundle(self, person: str, payloads: Sequence[Payload]) -> Payload:
        title = self._desk.speech(person).translate(N_("What came in meanwhile"))
        messages = [Message.model_validate(payload) for payload in payloads]
        return bundle(messages, title).model_dump(mode="json")

    def _give(self, due: Sequence[Order]) -> None:
        """Give orders in one go, so that they share a commit, and wait for all."""
        waiting: list[Future[Answer]] = [
            self._store.journal.submit(order) for order in due
        ]
        answers = [future.result(PATIENCE) for future in waiting]
        for order, answer in zip(due, answers, strict=True):
            if answer.refusal is None:
                continue
            if answer.refusal.code in OF_THE_PROGRAM:
                raise answer.refusal
            kind, code = type(order.command).__name__, answer.refusal.code.value
            log.warning("timer refused", command=kind, code=code, stream=order.stream)
        self._worker.wait(max(answer.position for answer in answers), PATIENCE)
