"""Answering: yes, no or a change in reply to something that was said back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bots.conversation import (
    ask_orders,
    confirming,
    items,
    meetings,
    objecting,
    openings,
    reserving,
    resolving,
    telling,
)
from bots.conversation import waiting as open_questions
from bots.conversation.talk import Talk
from bots.grammar import cards as replies
from bots.grammar.redating import day_alone, redated
from bots.locale import N_
from bots.message import Choices
from bots.ports import CHANGE, Echo
from core.catalogue import NOUNS


def reply(talk: Talk) -> bool:
    """Handle an answer to an open echo; ``False`` if this is none."""
    said = replies.reply_to_card(talk.text)
    if said is None:
        return False
    waiting = talk.office.echoes(talk.speaker.person)
    match said:
        case replies.Pick(number=number):
            return _picked(talk, waiting, number)
        case replies.Change(text=text):
            return _changed(talk, waiting, text, said.card)
        case replies.Measure(text=text):
            return _measured(talk, waiting, text, said.card)
        case replies.Meant(text=text):
            return _redated(talk, waiting, text)
        case replies.Helps(text=text):
            return _explained(talk, waiting, said.card, proposal=text)
        case replies.Suffers(text=text):
            return _explained(talk, waiting, said.card, goal=text)
        case replies.Yes() | replies.No():
            chosen = _chosen(talk, waiting, said.card)
            if chosen is None:
                return True
            if isinstance(said, replies.No):
                talk.answered.append((chosen.ref, "no"))
                speech = talk.speaker.speech
                talk.say(speech.text(N_("All right, nothing was written.")))
            else:
                talk.answered.append((chosen.ref, "yes"))
                _carry_out(talk, chosen)
            return True


def _carry_out(talk: Talk, chosen: Echo) -> None:
    if NOUNS[type(chosen.orders[0].command)] == "decision":
        resolving.carry_out(talk, chosen.orders)
        return
    for order in chosen.orders:
        match NOUNS[type(order.command)]:
            case "ask":
                ask_orders.carry_out(talk, order)
            case "forum":
                meetings.carry_out(talk, order)
            case "information":
                telling.carry_out(talk, order)
            case _:
                items.carry_out(talk, [order])


def explained(talk: Talk) -> bool:
    """Take a line nobody understands for what was just asked: a name, or what helps."""
    waiting = talk.office.echoes(talk.speaker.person)
    if len(waiting) != 1:
        return False
    if reserving.asks(waiting[0]):
        return reserving.restate(talk, waiting[0])
    if not objecting.asks(waiting[0]):
        return False
    return _explained(talk, waiting, None, proposal=talk.text)


def contradicted(talk: Talk) -> bool:
    """Drop what waits if a line nobody understands contradicts it."""
    waiting = talk.office.echoes(talk.speaker.person)
    if not waiting or not replies.contradicted(talk.text):
        return False
    if len(waiting) > 1:
        open_questions.which(talk, waiting, open_questions.NO)
        return True
    talk.answered.append((waiting[0].ref, "no"))
    talk.say(talk.speaker.speech.text(_ONCE_MORE))
    return True


def _explained(
    talk: Talk,
    waiting: Sequence[Echo],
    number: int | None,
    *,
    goal: str = "",
    proposal: str = "",
) -> bool:
    """Add to an objection that waits for its yes; ``False`` if none is meant."""
    found = [echo for echo in waiting if number in {None, echo.number}]
    objections = [echo for echo in found if objecting.objects(echo)]
    if len(objections) != 1:
        return False
    talk.answered.append((objections[0].ref, "changed"))
    objecting.restate(talk, objections[0], goal=goal, proposal=proposal)
    return True


def _picked(talk: Talk, waiting: Sequence[Echo], number: int) -> bool:
    """Take a bare number as the button of the only open echo."""
    if len(waiting) != 1:
        return False
    options = [
        option
        for part in waiting[0].message.parts
        if isinstance(part, Choices)
        for option in part.options
    ]
    if not 1 <= number <= len(options) or options[number - 1].fill:
        return False
    talk.text = options[number - 1].twin
    return reply(talk)


def _chosen(talk: Talk, waiting: Sequence[Echo], number: int | None) -> Echo | None:
    """Return the echo that is meant; the only open one if none is named."""
    found = [echo for echo in waiting if number in {None, echo.number}]
    if len(found) == 1:
        return found[0]
    if waiting:
        open_questions.which(talk, found or waiting, open_questions.YES)
    else:
        confirming.point_out(talk)
    return None


def _changed(
    talk: Talk, waiting: Sequence[Echo], text: str, number: int | None
) -> bool:
    """Drop the echo and hear ``text`` in its place."""
    chosen = _chosen(talk, waiting, number)
    if chosen is None:
        return True
    talk.answered.append((chosen.ref, "changed"))
    talk.text = text
    return False


def _redated(talk: Talk, waiting: Sequence[Echo], text: str) -> bool:
    """Hear what was said back last, or prepared, with the day that was meant."""
    today = talk.speaker.today
    day = day_alone(text, today)
    if day is None:
        return False
    if waiting:
        newest = max(waiting, key=lambda echo: echo.number)
        change = newest.message.choice(CHANGE)
        if change is not None:
            talk.answered.append((newest.ref, "changed"))
            talk.text = redated(change.twin, day, today)
    elif ref := confirming.prepared(talk):
        talk.text = redated(f"{ref} erst", day, today)
    return False


def _measured(
    talk: Talk, waiting: Sequence[Echo], text: str, number: int | None
) -> bool:
    chosen = _chosen(talk, waiting, number)
    if chosen is None:
        return True
    if openings.restate(talk, chosen.orders, text):
        talk.answered.append((chosen.ref, "changed"))
    else:
        speech = talk.speaker.speech
        talk.say(speech.text(N_("That goes with a request; here nothing was changed.")))
    return True


_ONCE_MORE: Final = N_(
    "All right, that is discarded; nothing was written. Please write the whole line "
    "once more, as it should be."
)
