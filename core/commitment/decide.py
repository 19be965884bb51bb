"""What follows from a command on a commitment: events, or a refusal."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, assert_never

from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import settling
from core.commitment import states as s
from core.commitment.authority import acting_org, deferred, must_be, must_move
from core.commitment.conversing import converse
from core.errors import Code, Refusal
from core.facts import Facts, Power

TAKE_BACK: Final = timedelta(minutes=15)  # source: chat.md rule 5
SILENCE: Final = timedelta(days=14)  # calendar days; source: chat.md, dialogue D7


def decide(command: c.Command, state: s.State, facts: Facts) -> list[e.Happening]:
    """Return the events that ``command`` causes in ``state``.

    What the actor may not bind becomes a draft; what coordination enters for
    others stays provisional (rules O1 and D5).

    Raises:
        Refusal: a rule says no; its code says which.
    """
    match command:
        case settling.TakeBack():
            return _take_back(state, facts)
        case c.AcceptBySilence():
            return _by_silence(command, state, facts)
        case settling.ConfirmDraft() | settling.DiscardDraft():
            return _draft(command, state, facts)
        case settling.ConfirmOnBehalf() | settling.ContestOnBehalf():
            return _on_behalf(command, state, facts)
        case settling.LetOnBehalfStand():
            return _let_stand(state, facts)
        case _:
            events = converse(command, state.phase, facts)
            return [deferred(event, command, state, facts) for event in events]


def _take_back(state: s.State, facts: Facts) -> list[e.Happening]:
    if facts.last is None or state.undo is None:
        raise Refusal(Code.NOTHING_TO_TAKE_BACK)
    if facts.last.actor != facts.actor:
        raise Refusal(Code.NOT_YOURS_TO_TAKE_BACK, person=facts.last.actor)
    if facts.now - facts.last.at > TAKE_BACK:
        minutes = int(TAKE_BACK.total_seconds()) // 60
        raise Refusal(Code.TOO_LATE_TO_TAKE_BACK, minutes=minutes)
    return [e.TakenBack(version=facts.last.version)]


def _by_silence(
    command: c.AcceptBySilence, state: s.State, facts: Facts
) -> list[e.Happening]:
    if isinstance(state.phase, s.Fulfilled):
        return []
    if not facts.may_coordinate:
        raise Refusal(Code.ONLY_COORDINATION)
    phase = must_be(state.phase, s.Reported)
    until = max(command.noticed_on, phase.on) + SILENCE
    if facts.today < until:
        raise Refusal(Code.SILENCE_TOO_SHORT, until=until)
    return [
        e.CompletionAcceptedBySilence(
            on=facts.today, notice=command.notice, noticed_on=command.noticed_on
        )
    ]


def _draft(
    command: settling.ConfirmDraft | settling.DiscardDraft, state: s.State, facts: Facts
) -> list[e.Happening]:
    draft = state.pending
    if not isinstance(draft, s.Draft):
        raise Refusal(Code.NOTHING_PENDING)
    must_move(facts, draft.org)
    match command:
        case settling.ConfirmDraft():
            _must_hold(facts)
            return [_still_good(draft.event, facts)]
        case settling.DiscardDraft(reason=reason):
            return [e.DraftDiscarded(reason=reason)]
        case _:
            assert_never(command)


def _on_behalf(
    command: settling.ConfirmOnBehalf | settling.ContestOnBehalf,
    state: s.State,
    facts: Facts,
) -> list[e.Happening]:
    entry = state.pending
    if not isinstance(entry, s.Provisional):
        raise Refusal(Code.NOTHING_PENDING)
    must_move(facts, entry.org)
    _must_hold(facts)
    match command:
        case settling.ConfirmOnBehalf():
            return [e.OnBehalfConfirmed(), _still_good(entry.event, facts)]
        case settling.ContestOnBehalf(reason=reason):
            if facts.today > entry.contest_until:
                raise Refusal(Code.CONTEST_PERIOD_OVER, until=entry.contest_until)
            return [e.OnBehalfContested(reason=reason)]
        case _:
            assert_never(command)


def _let_stand(state: s.State, facts: Facts) -> list[e.Happening]:
    entry = state.pending
    if not isinstance(entry, s.Provisional):
        raise Refusal(Code.NOTHING_PENDING)
    if not facts.may_coordinate:
        raise Refusal(Code.ONLY_COORDINATION)
    if facts.today <= entry.contest_until:
        raise Refusal(Code.CONTEST_PERIOD_RUNS, until=entry.contest_until)
    return [e.OnBehalfStood(), entry.event]


def _must_hold(facts: Facts) -> None:
    """Require the power to bind the organisation."""
    if Power.PROMISE not in facts.powers:
        raise Refusal(
            Code.NOT_THE_HOLDER, org=acting_org(facts), persons=tuple(facts.holders)
        )


def _still_good(event: e.Conversing, facts: Facts) -> e.Conversing:
    """Return what was prepared, unless its day has gone by meanwhile (rule Z3)."""
    match event:
        case (
            e.Requested(due=due)
            | e.Offered(due=due)
            | e.Promised(due=due)
            | e.PromisedUnderReservation(due=due)
            | e.CounterProposed(due=due)
            | e.ChangeProposed(due=due)
        ) if due < facts.today:
            raise Refusal(Code.DUE_IN_THE_PAST, due=due, today=facts.today)
        case _:
            return event
