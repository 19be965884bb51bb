"""Orders: what the operator at this machine sets up (*Einrichtung*).

Every order says what shall be so. What is so already causes no event, therefore
the same command may be given twice.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Final

from adapters.main import Faden
from core.facts import OPERATOR
from core.ports import Answer, Card, Circle, Order, Via

_PATIENCE: Final = 30.0  # seconds an order may wait for its answer


def give(
    faden: Faden,
    stream: str,
    command: object,
    *,
    on: date | None = None,
    card: Card | None = None,
    circle: Circle = Circle.INTERNAL,
) -> Answer:
    """Give ``command`` to ``stream`` as the operator; return what became of it.

    ``on`` is the day from which it counts, without it today.

    Raises:
        Refusal: the rules say no.
    """
    answer = faden.desk.submit(
        order(faden, stream, command, on=on, card=card, circle=circle)
    )
    if answer.refusal is not None:
        raise answer.refusal
    return answer


def order(
    faden: Faden,
    stream: str,
    command: object,
    *,
    on: date | None = None,
    card: Card | None = None,
    via: Via = Via.CLI,
    circle: Circle = Circle.INTERNAL,
) -> Order:
    """Return ``command`` as an order of the operator."""
    return Order(
        command_id=f"cli-{secrets.token_hex(12)}",
        command=command,
        stream=stream,
        actor=OPERATOR,
        org="",
        today=faden.today(),
        now=faden.clock(),
        via=via,
        effective_on=on,
        card=card,
        circle=circle,
    )


def give_all(faden: Faden, orders: Iterable[Order]) -> None:
    """Give many orders at once, in this sequence; wait until the views know them.

    Raises:
        Refusal: the rules say no to one of them; the others were given.
    """
    waiting = [faden.store.journal.submit(one) for one in orders]
    answers = [future.result(_PATIENCE) for future in waiting]
    faden.worker.wait(max((a.position for a in answers), default=0), _PATIENCE)
    for answer in answers:
        if answer.refusal is not None:
            raise answer.refusal
