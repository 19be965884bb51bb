"""What follows from a command on an ask: events, or a refusal."""

from __future__ import annotations

from typing import assert_never

from core.ask import answering, running
from core.ask import commands as c
from core.ask import events as e
from core.ask import states as s
from core.ask.opening import open_
from core.errors import Code, Refusal
from core.facts import Facts


def decide(command: c.Command, state: s.State, facts: Facts) -> list[e.Happening]:
    """Return the events that ``command`` causes in ``state``.

    Raises:
        Refusal: a rule says no; its code says which.
    """
    if isinstance(command, c.Open):
        if not isinstance(state, s.Absent):
            raise Refusal(Code.EXISTS_ALREADY, id=facts.ref)
        return [open_(command, facts)]
    if isinstance(state, s.Absent):
        raise Refusal(Code.UNKNOWN_REFERENCE)
    match command:
        case c.ConfirmOnBehalf() | c.ContestOnBehalf() | c.LetOnBehalfStand():
            return answering.settle(command, _going(state), facts)
        case c.Answer() | c.ReportNothing() | c.DeclineAnswer():
            return answering.reply(command, _going(state), facts)
        case c.TakeBackAnswer():
            return answering.take_back(_going(state), facts)
        case c.Delegate():
            return answering.delegate(command, _going(state), facts)
        case (
            c.Extend() | c.GoOn() | c.Close() | c.Publish() | c.Conclude() | c.Cancel()
        ):
            return running.run(command, _going(state), facts)
        case _:
            assert_never(command)


def _going(state: s.Present) -> s.Going:
    """Return ``state`` unless it has ended."""
    if isinstance(state, s.Concluded | s.Cancelled):
        raise Refusal(Code.ASK_ENDED, state=s.name(state))
    return state
