"""What follows from a command on a commitment: events, or a refusal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, assert_never

from core.authority import only_reads
from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import settling
from core.commitment import states as s
from core.commitment.authority import deferred, must_be, must_speak
from core.commitment.checks import not_past, said_maybe
from core.commitment.conversing import converse
from core.commitment.doubting import answer, lose_ground
from core.commitment.evolve import terms_of
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.texts import label

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
        case c.LoseGround():
            return [*lose_ground(command, state, facts)]
        case settling.ConfirmDraft() | settling.DiscardDraft():
            return _draft(command, state, facts)
        case settling.ConfirmOnBehalf() | settling.ContestOnBehalf():
            return _on_behalf(command, state, facts)
        case settling.LetOnBehalfStand():
            return _let_stand(state, facts)
        case _:
            return _converse(command, state, facts)


def _converse(command: c.Conversing, state: s.State, facts: Facts) -> list[e.Happening]:
    if only_reads(facts):
        must_speak(facts)  # first: whose turn it is, is not an auditor's question
    if isinstance(state.phase, s.Absent) and state.pending:
        if isinstance(command, c.Request | c.Offer):
            raise Refusal(Code.EXISTS_ALREADY)
        if isinstance(state.pending, s.Provisional):
            raise Refusal(Code.NOT_POSSIBLE_NOW, state=s.name(state.pending))
    events = (
        answer(command, state, facts)
        if isinstance(command, c.Uphold | c.SeekRelease)
        else converse(command, state.phase, facts)
    )
    return [act for e in events for act in deferred(e, command, state, facts)]


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
    if command.noticed_on > facts.today:
        raise Refusal(Code.DATE_IN_THE_FUTURE, on=command.noticed_on, today=facts.today)
    until = max(command.noticed_on, phase.on) + SILENCE
    if facts.today < until:
        raise Refusal(Code.SILENCE_TOO_SHORT, until=until)
    return [
        e.CompletionAcceptedBySilence(
            on=facts.today,
            notice=label(command.notice),
            noticed_on=command.noticed_on,
        )
    ]


def _draft(
    command: settling.ConfirmDraft | settling.DiscardDraft, state: s.State, facts: Facts
) -> list[e.Happening]:
    draft = state.pending
    if not isinstance(draft, s.Draft):
        raise Refusal(Code.NOTHING_PENDING)
    _must_be_own(draft.org, facts)
    match command:
        case settling.ConfirmDraft():
            _must_hold(facts)
            return [_still_good(draft.event, state, facts)]
        case settling.DiscardDraft(reason=reason):
            must_speak(facts)
            return [e.DraftDiscarded(reason=said_maybe(reason))]
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
    _must_be_own(entry.org, facts)
    _must_hold(facts)
    match command:
        case settling.ConfirmOnBehalf():
            return [e.OnBehalfConfirmed(), _still_good(entry.event, state, facts)]
        case settling.ContestOnBehalf(reason=reason):
            if facts.today > entry.contest_until:
                raise Refusal(Code.CONTEST_PERIOD_OVER, until=entry.contest_until)
            return [e.OnBehalfContested(reason=said_maybe(reason))]
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


def _must_be_own(org: str, facts: Facts) -> None:
    """Require ``org`` itself: nobody settles on behalf of others (rule D5)."""
    if facts.org != org:
        raise Refusal(Code.OTHER_SIDE_MOVES, org=org)


def _must_hold(facts: Facts) -> None:
    """Require the power to bind the organisation."""
    if Power.PROMISE not in facts.powers:
        raise Refusal(Code.NOT_THE_HOLDER, org=facts.org, persons=tuple(facts.holders))


def _still_good(event: e.Conversing, state: s.State, facts: Facts) -> e.Conversing:
    """Return what was prepared, unless its day has gone by meanwhile (rule Z3)."""
    match event:
        case e.ChangeProposed(due=due) | e.ChangeAccepted(due=due):
            return event if due == terms_of(state).due else _timely(event, due, facts)
        case (
            e.Requested(due=due)
            | e.Offered(due=due)
            | e.Promised(due=due)
            | e.PromisedUnderReservation(due=due)
            | e.ReservationConditioned(due=due)
            | e.CounterProposed(due=due)
            | e.CounterAccepted(due=due)
            | e.OfferAccepted(due=due)
        ):
            return _timely(event, due, facts)
        case _:
            return event


def _timely(event: e.Conversing, due: date, facts: Facts) -> e.Conversing:
    not_past(due, facts)
    return event
