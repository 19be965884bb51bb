"""Reserving: a council that resolves first, and how it gets its name (*Vorbehalt*).

One that is named by nobody is the only one its organisation has; else it is asked
for, and a line that names one then is taken for the answer.
"""

from __future__ import annotations

from typing import Final

from bots.conversation import councils
from bots.conversation.talk import Talk
from bots.decisions import council_echoes as echoes
from bots.decisions.matter import Matter
from bots.grammar import intents
from bots.grammar.reserves import named
from bots.locale import N_
from bots.message import Part
from bots.ports import Echo
from core.decision import commands as c
from core.decision.councils import SOME_BODY


def reserve(talk: Talk, matter: Matter, intent: intents.Reserve) -> None:
    """Say back that a body has to resolve first."""
    org = councils.whose(talk, matter, intent.on_behalf)
    known = matter.council(org, intent.body)
    body = matter.body_called(org, intent.body) if intent.body else ""
    if known is not None and not (body and councils.nameless(known)):
        body = known.body
    body = body or _only(matter, org)
    due = talk.speaker.working(intent.due)
    command: c.Terms = c.Reserve(body=body, deadline=due)
    if org not in talk.speaker.orgs and known is not None and due is not None:
        command = c.SetDeadline(org=org, body=known.body, deadline=due)
    order = councils.ordered(talk, matter, command, org, 0)
    said: list[Part] = [
        echoes.reserving(matter, org, body, due, talk.speaker.speech),
    ]
    if body == SOME_BODY:
        said.append(talk.speaker.speech.text(_WHICH))
    talk.echo([order], said)


def _only(matter: Matter, org: str) -> str:
    """Return the only body of ``org``; one without a name if there are others."""
    own = [one.body for one in matter.bodies if one.org == org]
    return own[0] if len(own) == 1 else SOME_BODY


def asks(echo: Echo) -> bool:
    """Whether ``echo`` asks which body resolves first."""
    command = echo.orders[0].command
    return isinstance(command, c.Reserve) and command.body == SOME_BODY


def restate(talk: Talk, echo: Echo) -> bool:
    """Say it back with the body that was named; ``False`` if none was."""
    order, body = echo.orders[0], named(talk.text)
    matter = talk.matter((order.stream or "").partition(":")[2])
    if not body or matter is None or not isinstance(order.command, c.Reserve):
        return False
    called = matter.body_called(order.org, body)
    due, speech = order.command.deadline, talk.speaker.speech
    anew = order._replace(
        command=c.Reserve(body=called, deadline=due),
        command_id=f"{talk.speaker.ref}/0",
    )
    talk.answered.append((echo.ref, "changed"))
    talk.echo([anew], [echoes.reserving(matter, order.org, called, due, speech)])
    return True


_WHICH: Final = N_("Which council or committee decides? Simply write its name.")
