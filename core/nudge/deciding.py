"""What follows from a command on the reminders to an organisation: the policy.

In this order (domain.md section 14): over already? somebody there? quiet hours? wants
none? written to today? touched just now? enough? budget? told by the digest? The
grace lies in the ladder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final, assert_never

from core.authority import coordinating
from core.calendar import working_days_after
from core.errors import Code, Refusal
from core.facts import Facts, Listener
from core.nudge.commands import (
    Command,
    PassBy,
    Remind,
    Schedule,
    Snooze,
    Stop,
    Wake,
)
from core.nudge.events import (
    About,
    Delegated,
    Happening,
    Scheduled,
    Sent,
    Snoozed,
    Stopped,
    Suppressed,
    Woken,
)
from core.nudge.kinds import Step, Why
from core.nudge.state import WEEK, Minding, Rung, State, key
from core.sealed import Sealed

MOST: Final = 2  # messages per item nobody asked for; source: chat.md rule 7
JUST_NOW: Final = timedelta(hours=24)  # then it is known; source: "recently touched"
LONGEST: Final = timedelta(days=366)  # of a snooze


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return the events that ``command`` causes in ``state``.

    What may not be sent just now, but later, causes nothing: it stays due.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``NOTHING_TO_SNOOZE``, ``DUE_IN_THE_PAST`` or
            ``TOO_FAR_AHEAD``.
    """
    if isinstance(command, Snooze):
        return _snooze(command, state, facts)
    if isinstance(command, Wake):
        return _wake(command, state, facts)
    coordinating(facts)
    known = state if isinstance(state, Minding) else Minding()
    match command:
        case Schedule(org=org, plans=plans):
            return [Scheduled(org=org, plans=plans)] if plans else []
        case PassBy(about=about):
            left = _left(about, known, facts)
            return [Sent(about=left, on=facts.today)] if left else []
        case Remind():
            return _remind(command, known, facts)
        case Stop(org=org, refs=refs):
            ended = tuple(ref for ref in refs if (ref, org) in known.rungs)
            return [Stopped(org=org, refs=ended)] if ended else []
        case _:
            assert_never(command)


def _snooze(command: Snooze, state: State, facts: Facts) -> list[Happening]:
    ref, until = command.ref, command.until
    matter = facts.matters.get(ref)
    if matter is None or facts.org not in matter.waits:
        raise Refusal(Code.NOTHING_TO_SNOOZE, ref=ref)
    if until <= facts.today:
        raise Refusal(Code.DUE_IN_THE_PAST, due=until, today=facts.today)
    if until > facts.today + LONGEST:
        latest = facts.today + LONGEST
        raise Refusal(Code.TOO_FAR_AHEAD, until=until, latest=latest)
    rungs = state.rungs if isinstance(state, Minding) else {}
    rung = rungs.get((ref, facts.org), Rung())
    if rung.asked and rung.again == until:
        return []
    by = Sealed(facts.actor)
    return [Snoozed(ref=ref, org=facts.org, until=until, by=by)]


def _wake(command: Wake, state: State, facts: Facts) -> list[Happening]:
    rungs = state.rungs if isinstance(state, Minding) else {}
    rung = rungs.get((command.ref, facts.org), Rung())
    return [Woken(ref=command.ref, org=facts.org)] if rung.asked else []


def _remind(command: Remind, known: Minding, facts: Facts) -> list[Happening]:
    about = _left(command.about, known, facts)
    listener = facts.listener
    if not about:
        return []
    if command.to is None or listener is None:
        return [_withheld(about, Why.ABSENCE, facts)]
    written = known.written.get(command.to, ())
    if not _reachable(listener, command.hour, facts) or facts.today in written:
        return []
    if not listener.wants:
        return [_dropped(about, Why.RESTING, facts)]
    events: list[Happening] = []
    about = _sort_out(about, events, _rules(command, known, written, facts))
    if about:
        to = Sealed(command.to)
        if command.instead:
            events.append(Delegated(about=about, on=facts.today, to=to))
        events.append(Sent(about=about, on=facts.today, to=to))
    return events


_Rule = tuple[Callable[[About], bool], Callable[[tuple[About, ...]], Suppressed]]
_UNASKED: Final = {Step.DIRECT, Step.COORDINATION}


def _rules(
    command: Remind, known: Minding, written: tuple[date, ...], facts: Facts
) -> list[_Rule]:
    """Return which reminders give way, and what is noted of them."""
    recent = [day for day in written if day > facts.today - WEEK]
    listener = facts.listener
    spent = listener is not None and len(recent) >= listener.weekly

    def withheld(why: Why) -> Callable[[tuple[About, ...]], Suppressed]:
        return lambda about: _withheld(about, why, facts)

    def dropped(why: Why) -> Callable[[tuple[About, ...]], Suppressed]:
        return lambda about: _dropped(about, why, facts)

    return [
        (lambda one: _is_direct(one) and _touched(one, facts), withheld(Why.TOUCHED)),
        (
            lambda one: (
                _is_direct(one) and known.rungs.get(key(one), Rung()).sent >= MOST
            ),
            dropped(Why.ENOUGH),
        ),
        (lambda one: _is_direct(one) and spent, withheld(Why.BUDGET)),
        (lambda one: command.digest and one.step in _UNASKED, dropped(Why.DIGEST)),
    ]


def _sort_out(
    about: tuple[About, ...], events: list[Happening], rules: Iterable[_Rule]
) -> tuple[About, ...]:
    """Apply ``rules``, and note in ``events`` what gave way to them."""
    for gives_way, noted in rules:
        caught = tuple(one for one in about if gives_way(one))
        if caught:
            events.append(noted(caught))
            about = tuple(one for one in about if one not in caught)
    return about


def _left(about: tuple[About, ...], known: Minding, facts: Facts) -> tuple[About, ...]:
    """Return what still waits and was not told yet."""
    return tuple(
        one
        for one in about
        if _waits(one, facts) and not _told(one, known.rungs.get(key(one), Rung()))
    )


def _is_direct(one: About) -> bool:
    """Whether it goes to the member; coordination is not spared."""
    return one.step is Step.DIRECT


def _waits(one: About, facts: Facts) -> bool:
    matter = facts.matters.get(one.ref)
    return matter is not None and one.org in matter.waits


def _told(one: About, rung: Rung) -> bool:
    if one.step is Step.WISHED:
        return not rung.asked
    waits = rung.asked and one.step is not Step.COORDINATION
    return waits or one.step <= rung.done


def _reachable(listener: Listener, hour: int, facts: Facts) -> bool:
    working = working_days_after(facts.today - timedelta(days=1), 1, facts.holidays)
    return listener.present and working == facts.today and listener.hours.hold(hour)


def _touched(one: About, facts: Facts) -> bool:
    touched = facts.matters[one.ref].touched
    return touched is not None and facts.now - touched < JUST_NOW


def _withheld(about: tuple[About, ...], why: Why, facts: Facts) -> Suppressed:
    """Return that another look is taken on the next working day."""
    again = working_days_after(facts.today, 1, facts.holidays)
    return Suppressed(about=about, why=why, on=facts.today, again=again)


def _dropped(about: tuple[About, ...], why: Why, facts: Facts) -> Suppressed:
    return Suppressed(about=about, why=why, on=facts.today)
