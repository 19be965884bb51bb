"""Orders about asks, and what is said when they were carried out (*Auftrag*)."""

from __future__ import annotations

from bots.asks import replies
from bots.conversation.talk import Talk
from bots.locale import N_
from bots.message import Message
from core.ask import commands as c
from core.facts import OnBehalf
from core.ports import Order
from core.sealed import Sealed
from projections.asks import AskRow


def ordered(
    talk: Talk,
    row: AskRow,
    command: c.Command,
    org: str,
    entry: OnBehalf | None = None,
) -> Order:
    """Return ``command`` about ``row`` as an order of the speaker for ``org``."""
    return talk.speaker.order(
        command,
        step="0",
        org=org,
        stream=f"ask:{row.ref}",
        on_behalf=entry,
        circle=row.circle,
    )


def carry_out(talk: Talk, order: Order) -> None:
    """Give ``order`` and say what became of it."""
    speech = talk.speaker.speech
    answer = talk.office.submit(order)
    if answer.refusal is not None:
        talk.refuse(answer.refusal)
        return
    row = talk.ask(answer.ref)
    if row is None:
        talk.say(speech.text(N_("{ref} is stored; the view follows."), ref=answer.ref))
    elif not answer.events:
        same = speech.text(N_("That is so already; nothing was changed."))
        talk.messages.append(Message(parts=(same,), item=row.ref, version=row.stage))
        talk.show(row.ref)
    else:
        acting = order.on_behalf.org if order.on_behalf else order.org
        reply = talk.ask_reply(row, acting)
        talk.messages.append(replies.done(answer.events, row, reply, speech))


def sealed(text: str) -> Sealed | None:
    """Return ``text`` if anything was said."""
    return Sealed(text) if text.strip() else None
