"""Running: what whoever asks does with the ask: close, publish, say what follows."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final, assert_never

from core.ask import commands as c
from core.ask import events as e
from core.ask import states as s
from core.ask.figures import figures
from core.authority import empowered
from core.calendar import working_day_from
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.texts import checked, key

AGAIN: Final = timedelta(days=7)  # until a call for help is asked after once more


def promised_then(
    deadline: date, promised: date, due: date, holidays: Collection[date]
) -> date:
    """Return when the result is promised if the deadline moves to ``due``.

    It moves along, to a working day.
    """
    if due <= deadline:
        return promised
    return working_day_from(promised + (due - deadline), holidays)


def run(command: c.Running, state: s.Going, facts: Facts) -> list[e.Happening]:
    """Return what follows from a command of whoever asks, or of coordination.

    Raises:
        Refusal: ``NOT_A_PARTY``, ``NO_POWER``, ``NOT_POSSIBLE_NOW``, ``NO_ANSWER_YET``
            or what is wrong with a text or a day.
    """
    _asking(state, facts)
    match command:
        case c.Extend():
            return _extend(command, state, facts)
        case c.GoOn():
            return _go_on(state, facts)
        case c.Close():
            return [e.Closed()] if isinstance(state, s.Open) else []
        case c.Publish():
            return _publish(command, state)
        case c.Conclude(follows=follows, why=why, ref=ref):
            if not isinstance(state, s.Published):
                raise Refusal(Code.NOT_POSSIBLE_NOW, state=s.name(state))
            named = None if ref is None else key(ref)
            return [e.Concluded(follows=follows, why=checked(why), ref=named)]
        case c.Cancel(reason=reason):
            if isinstance(state, s.Published):
                raise Refusal(Code.NOT_POSSIBLE_NOW, state=s.name(state))
            return [e.Cancelled(reason=checked(reason) if reason else None)]
        case _:
            assert_never(command)


def _asking(state: s.Going, facts: Facts) -> None:
    """Require the organisation that asks, or coordination."""
    org = state.round.opened.org
    if facts.on_behalf is not None:
        raise Refusal(Code.OTHER_SIDE_MOVES, org=org)
    if facts.org == org:
        empowered(Power.ANSWER, facts)
    elif not facts.may_coordinate:
        raise Refusal(Code.NOT_A_PARTY, org=facts.org, orgs=(org,))


def _extend(command: c.Extend, state: s.Going, facts: Facts) -> list[e.Happening]:
    if isinstance(state, s.Published):
        raise Refusal(Code.NOT_POSSIBLE_NOW, state=s.name(state))
    due, round_ = command.deadline, state.round
    if due < facts.today:
        raise Refusal(Code.DUE_IN_THE_PAST, due=due, today=facts.today)
    if due < round_.deadline and isinstance(state, s.Open):
        raise Refusal(Code.NOT_LATER, due=due, until=round_.deadline)
    promised = command.promised or promised_then(
        round_.deadline, round_.promised, due, facts.holidays
    )
    if promised < due:
        raise Refusal(Code.PROMISED_TOO_EARLY, promised=promised, due=due)
    same = (due, promised) == (round_.deadline, round_.promised)
    if same and isinstance(state, s.Open):
        return []
    return [e.Extended(deadline=due, promised=promised)]


def _go_on(state: s.Going, facts: Facts) -> list[e.Happening]:
    """Let a call for help run on; whoever called alone knows when it has ended."""
    round_ = state.round
    if not s.is_call(state):
        raise Refusal(Code.NOT_POSSIBLE_NOW, state=s.name(state))
    if not isinstance(state, s.Open) or facts.today <= round_.deadline:
        return []
    return [e.WentOn(deadline=facts.today + AGAIN)]


def _publish(command: c.Publish, state: s.Going) -> list[e.Happening]:
    round_ = state.round
    replies = s.current(round_)
    if not replies and command.summary is None:
        raise Refusal(Code.NO_ANSWER_YET)
    before = state.result
    found, kept = figures(round_, before)
    published = e.Published(
        answered=len(replies),
        asked=len(round_.opened.audience),
        figures=found,
        kept=kept,
        summary=checked(command.summary) if command.summary else None,
    )
    closing = [e.Closed()] if isinstance(state, s.Open) else []
    if isinstance(state, s.Published) and published.summary is None:
        same = before is not None and before.figures == found
        return [] if same else [published]
    return [*closing, published]
