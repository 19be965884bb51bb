"""Objecting: what suffers and what would help, before an objection is raised.

An objection that waits for its yes can be added to: it is said back anew each time.
"""

from __future__ import annotations

from bots.conversation.talk import Talk
from bots.decisions import echoes
from bots.message import Part
from bots.ports import Echo
from core.decision import commands as c
from core.sealed import Sealed


def objects(echo: Echo) -> bool:
    """Whether ``echo`` says back an objection."""
    return isinstance(echo.orders[0].command, c.Object)


def asks(echo: Echo) -> bool:
    """Whether ``echo`` asks what would help."""
    command = echo.orders[0].command
    own = echo.orders[0].on_behalf is None
    return isinstance(command, c.Object) and command.proposal is None and own


def restate(talk: Talk, echo: Echo, *, goal: str, proposal: str) -> None:
    """Say the objection back again, with what was added to it."""
    order = echo.orders[0]
    before = order.command
    matter = talk.matter((order.stream or "").partition(":")[2])
    if matter is None or not isinstance(before, c.Object):
        return
    command = c.Object(
        reason=before.reason,
        goal=goal or before.goal,
        proposal=Sealed(proposal) if proposal else before.proposal,
    )
    org = order.on_behalf.org if order.on_behalf else order.org
    speech = talk.speaker.speech
    texts: list[Part] = [*echoes.speaking(command, matter, org, speech)]
    texts += echoes.asked_of_objector(command, matter, speech)
    anew = order._replace(command=command, command_id=f"{talk.speaker.ref}/0")
    talk.echo([anew], texts)
