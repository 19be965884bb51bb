"""Resolving: orders about a decision given one after the other, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from bots.conversation.speaker import colleagues
from bots.conversation.talk import Talk
from bots.decisions import replies
from bots.decisions.matter import Matter
from bots.decisions.replies import Done
from bots.locale import N_
from bots.message import Choice, Choices, Message
from bots.ports import CHANGE
from core.decision import commands as c
from core.decision import events as e
from core.errors import Code
from core.event import Event
from core.facts import Power
from core.ports import Order
from core.rulebook import Mode


def carry_out(talk: Talk, orders: Sequence[Order]) -> None:
    """Give ``orders`` one after the other until one is refused; say what came of it.

    What has no item yet belongs to the one that the order before it opened.
    """
    happened: list[Event] = []
    ref, told = "", False
    for order in orders:
        stream = order.stream or (f"decision:{ref}" if ref else None)
        answer = talk.office.submit(order._replace(stream=stream))
        if answer.refusal is not None:
            if happened:
                _reply(talk, ref, happened, orders[0])
            talk.refuse(answer.refusal)
            if answer.refusal.code is Code.ITEM_MOVED:
                _give_back(talk, order)
            told = True
            break
        ref = answer.ref
        happened += answer.events
    if told:
        return
    happened += _to_the_councils(talk, ref, happened, orders[-1])
    _reply(talk, ref, happened, orders[0])


def _give_back(talk: Talk, order: Order) -> None:
    """Give back the text of a version before which another one came."""
    command, speech = order.command, talk.speaker.speech
    if not isinstance(command, c.Revise):
        return
    facts = {
        "ref": str(order.stream).partition(":")[2],
        "what": command.text.text or "",
    }
    said = speech.text(
        N_(
            "Your text was not put in its place and is not lost: {what} If it is still "
            "to hold, take it up in the new text and send it once more."
        ),
        **facts,
    )
    again = Choice(
        id=CHANGE,
        label=speech.translate(N_("Send it once more")),
        twin=speech.words(N_("{ref} new version: {what}"), **facts),
        fill=True,
    )
    talk.messages.append(Message(parts=(said, Choices(options=(again,)))))


def _to_the_councils(
    talk: Talk, ref: str, happened: Sequence[Event], after: Order
) -> Sequence[Event]:
    """Let what the forum accepted go to the councils, by whoever counted."""
    matter = talk.matter(ref)
    accepted = any(isinstance(event, e.Accepted) for event in happened)
    if not accepted or matter is None or matter.row.mode is Mode.RECOMMENDATION:
        return ()
    order = after._replace(
        command_id=f"{talk.speaker.ref}/start",
        command=c.StartRatification(),
        stream=f"decision:{ref}",
    )
    answer = talk.office.submit(order)
    return answer.events if answer.refusal is None else ()


def _reply(talk: Talk, ref: str, happened: Sequence[Event], order: Order) -> None:
    speech = talk.speaker.speech
    matter = talk.matter(ref)
    if matter is None:  # the view is behind, or it is not for these eyes
        talk.say(speech.text(N_("{ref} is stored; the view follows."), ref=ref))
        return
    if not happened:
        talk.say(speech.text(N_("That is so already; nothing was changed.")))
        talk.show(ref)
        return
    done = Done(
        events=happened,
        org=order.on_behalf.org if order.on_behalf else order.org,
        holders=_holders(talk, matter, happened),
        at=talk.speaker.now.astimezone(talk.office.zone()),
    )
    look = talk.look(matter)
    talk.messages.append(replies.done(done, matter, look, speech))


def _holders(talk: Talk, matter: Matter, happened: Sequence[Event]) -> tuple[str, ...]:
    """Return who may say what was only prepared (rule O1)."""
    for event in happened:
        if isinstance(event, e.Prepared):
            speaker = talk.speaker
            with talk.office.reading() as db:
                acting = colleagues(db, event.org, matter.row.forum, speaker.today)
            able = (m.person for m in acting if Power.CONSENT.value in m.powers)
            return tuple(dict.fromkeys(able))
    return ()
