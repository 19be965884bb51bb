"""Running: what coordination does with a decision while the forum has it."""

from __future__ import annotations

from typing import assert_never

from core.authority import coordinating
from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.checks import entitled, must_be, said, unfit
from core.decision.counting import shown, tally
from core.decision.explaining import explain
from core.decision.file import File
from core.decision.kinds import Outcome
from core.decision.opening import open_, reconvened, revise
from core.decision.timing import set_term
from core.errors import Code, Refusal
from core.facts import Facts
from core.texts import label


def run(command: c.Running, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return what follows from a command of coordination.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``OBJECTIONS_STAND``, ``TOO_EARLY_TO_CLOSE``,
            ``ENTRIES_DECIDE``, or that it cannot be done now.
    """
    if isinstance(command, c.Revise):
        return revise(command, state, facts)
    if isinstance(command, c.Explain):
        return explain(command, state, facts)
    if isinstance(command, c.SetTerm):
        return set_term(command, state, facts)
    if isinstance(command, c.Withdraw):
        return _withdraw(command, state, facts)
    coordinating(facts)
    file = state.file
    match command:
        case c.Open():
            must_be(state, s.Draft)
            return [open_(command, file, facts)]
        case c.Deliver():
            return _deliver(command, state, facts)
        case c.Escalate(to=to, reason=reason):
            must_be(state, s.Objected)
            return [e.Escalated(to=label(to), reason=said(reason))]
        case c.Close():
            return _close(state, facts)
        case c.Reconvene(until=until):
            must_be(state, s.Lapsed)
            return [reconvened(until, file, facts)]
        case _:
            assert_never(command)


def _withdraw(command: c.Withdraw, state: s.Present, facts: Facts) -> list[e.Happening]:
    file = state.file
    if isinstance(state, s.Withdrawn):
        return []
    if not (isinstance(state, s.Draft) and facts.org == file.drafted.org):
        coordinating(facts)
    open_ = s.Draft | s.InForum | s.Lapsed | s.Resolved | s.Ratifying
    if not isinstance(state, open_):
        raise unfit(state)
    reason = said(command.reason)
    if file.taking_up is None:
        return [e.Withdrawn(reason=reason)]
    org, body = file.taking_up
    return [e.ConditionsRefused(org=org, body=body, reason=reason)]


def _deliver(command: c.Deliver, state: s.Present, facts: Facts) -> list[e.Happening]:
    if not isinstance(state, s.InForum):
        raise unfit(state)
    file = state.file
    org = entitled(command.org, file)
    if org in file.delivered:
        return []
    return [
        e.Delivered(
            org=org,
            text=file.text,
            channel=label(command.channel),
            proof=label(command.proof),
            on=facts.today,
        )
    ]


def _close(state: s.Present, facts: Facts) -> list[e.Happening]:
    if isinstance(state, s.Objected | s.Escalated):
        numbers = state.file.open_objections
        orgs = {state.file.objections[number].raised.org for number in numbers}
        raise Refusal(
            Code.OBJECTIONS_STAND,
            numbers=tuple(map(str, numbers)),
            orgs=tuple(sorted(orgs)),
        )
    file = must_be(state, s.Open).file
    if file.silent and facts.today <= file.until:
        raise Refusal(Code.TOO_EARLY_TO_CLOSE, until=file.until, orgs=file.silent)
    counted = tally(file)
    if shown(file).outcome is not counted.outcome:
        until = max(entry.contest_until for entry in file.entries.values())
        raise Refusal(
            Code.ENTRIES_DECIDE, orgs=tuple(sorted(file.entries)), until=until
        )
    return _counted(file, facts)


def _counted(file: File, facts: Facts) -> list[e.Happening]:
    """Return the count, and what it means for conditions the forum decided about."""
    counted = tally(file)
    match counted.outcome:
        case Outcome.ACCEPTED:
            kind: type[e.Counted] = e.Accepted
        case Outcome.REJECTED:
            kind = e.Rejected
        case Outcome.LAPSED:
            kind = e.Lapsed
        case _:
            assert_never(counted.outcome)
    version = file.rulebook.version
    count = kind(text=file.text, rulebook=version, tally=counted, on=facts.today)
    if file.taking_up is None or counted.outcome is Outcome.LAPSED:
        return [count]
    org, body = file.taking_up
    if counted.outcome is Outcome.ACCEPTED:
        return [count, e.ConditionsAccepted(org=org, body=body, text=file.text)]
    return [count, e.ConditionsRefused(org=org, body=body)]
