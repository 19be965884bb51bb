"""The conversation itself: who may say what, when (domain.md section 7).

Each function returns one event, or none where the thing is so already: a second
click and a redelivered message are not mistakes.
"""

from __future__ import annotations

from typing import assert_never

from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import promising, settling
from core.commitment import states as s
from core.commitment.authority import must_be_party, must_move
from core.commitment.checks import not_past, said, said_maybe
from core.commitment.performing import perform
from core.errors import Code, Refusal
from core.facts import Facts, Seat


def converse(
    command: c.Proceeding | settling.Thank, phase: s.Phase, facts: Facts
) -> list[e.Conversing]:
    """Return what ``command`` would change, whoever has to confirm it.

    Raises:
        Refusal: a rule says no.
    """
    if isinstance(command, c.Request | c.Offer):
        return [_open(command, phase, facts)]
    if isinstance(phase, s.Absent):
        raise Refusal(Code.UNKNOWN_REFERENCE)
    if not (isinstance(command, settling.Thank) and facts.may_coordinate):
        must_be_party(facts, phase)
    match command:
        case (
            c.Promise()
            | c.PromiseUnderReservation()
            | c.LiftReservation()
            | c.RefuseReservation()
            | c.ConditionReservation()
            | c.Counter()
            | c.AcceptCounter()
            | c.AcceptOffer()
            | c.Decline()
            | c.Withdraw()
        ):
            return promising.agree(command, phase, facts)
        case _:
            return perform(command, phase, facts)


def _open(command: c.Request | c.Offer, phase: s.Phase, facts: Facts) -> e.Opening:
    if not isinstance(phase, s.Absent):
        raise Refusal(Code.EXISTS_ALREADY)
    opener = command.asker if isinstance(command, c.Request) else command.holder
    must_move(facts, opener)
    _seated(command, facts)
    not_past(command.due, facts)
    _follows_from(command.cites, facts)
    match command:
        case c.Request():
            return e.Requested(
                forum=command.forum,
                asker=command.asker,
                holder=command.holder,
                what=said(command.what),
                due=command.due,
                measure=said_maybe(command.measure),
                cites=command.cites,
            )
        case c.Offer():
            return e.Offered(
                forum=command.forum,
                asker=command.asker,
                holder=command.holder,
                what=said(command.what),
                due=command.due,
                cites=command.cites,
            )
        case _:
            assert_never(command)


def _follows_from(cited: str | None, facts: Facts) -> None:
    """Require that the decision that is cited was accepted and is not over (Z6)."""
    if cited is None:
        return
    known = facts.decision
    if known is None:
        raise Refusal(Code.UNKNOWN_DECISION, other=cited)
    if not known.accepted:
        raise Refusal(Code.NOTHING_FOLLOWS, other=cited)


def _seated(command: c.Request | c.Offer, facts: Facts) -> None:
    forum = facts.forum
    if forum is None:
        raise Refusal(Code.UNKNOWN_FORUM, forum=command.forum)
    if not forum.open:
        raise Refusal(Code.FORUM_NOT_OPEN, forum=command.forum)
    if command.asker == command.holder and command.asker != forum.lead:
        raise Refusal(Code.SAME_ORGANISATION, org=command.asker)
    for org in (command.asker, command.holder):
        seat = Seat.VOTE if org == forum.lead else forum.seats.get(org)
        if seat is None:
            raise Refusal(Code.NO_SEAT, org=org, forum=command.forum)
        if seat is Seat.OBSERVE:
            raise Refusal(Code.OBSERVERS_DO_NOT_BIND, org=org, forum=command.forum)
