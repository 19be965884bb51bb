"""Orders: what the operator at this machine sets up (*Einrichtung*).

Every order says what shall be so. What is so already causes no event, therefore
the same command may be given twice.
"""

from __future__ import annotations

import secrets
from datetime import date

from adapters.main import Faden
from core.facts import OPERATOR
from core.ports import Answer, Card, Order, Via


def give(
    faden: Faden,
    stream: str,
    command: object,
    *,
    on: date | None = None,
    card: Card | None = None,
    via: Via = Via.CLI,
) -> Answer:
    """Give ``command`` to ``stream`` as the operator; return what became of it.

    ``on`` is the day from which it counts, without it today.

    Raises:
        Refusal: the rules say no.
    """
    answer = faden.desk.submit(
        Order(
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
        )
    )
    if answer.refusal is not None:
        raise answer.refusal
    return answer
