"""Concern: what worries an organisation, and what is said to that (*Sorge*)."""

from __future__ import annotations

from typing import assert_never

from core.authority import coordinating, empowered
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.information.commands import (
    AcknowledgeConcern,
    AnswerConcern,
    RaiseConcern,
    RejectAnswer,
    SettleConcern,
    Worry,
)
from core.information.events import (
    AnswerRejected,
    ConcernAcknowledged,
    ConcernAnswered,
    ConcernRaised,
    ConcernSettled,
    Saying,
)
from core.information.speaking import item, seated, speaker, unfit
from core.information.state import (
    Absent,
    AcknowledgedConcern,
    AnsweredConcern,
    Current,
    Plain,
    SettledConcern,
    said,
)
from core.texts import checked, key


def worry(command: Worry, state: Plain, facts: Facts) -> list[Saying]:
    """Return what follows from a command about a concern.

    Raises:
        Refusal: ``NOT_A_CONCERN``, ``CONCERN_SETTLED``, ``NOT_A_PARTY``, …
    """
    match command:
        case RaiseConcern():
            return _raise(command, state, facts)
        case AnswerConcern(text=text):
            return _answer(ConcernAnswered(org=speaker(facts), text=text), state, facts)
        case RejectAnswer(missing=missing):
            _raiser(state, facts)
            return _fit(AnswerRejected(missing=checked(missing)), state)
        case AcknowledgeConcern():
            _convening(facts)
            if isinstance(state, AcknowledgedConcern):
                return []
            return _fit(ConcernAcknowledged(), state)
        case SettleConcern():
            _raiser(state, facts)
            if isinstance(state, SettledConcern):
                return []
            return _fit(ConcernSettled(), state)
        case _:
            assert_never(command)


def _raise(command: RaiseConcern, state: Plain, facts: Facts) -> list[Saying]:
    if not isinstance(state, Absent):
        raise Refusal(Code.EXISTS_ALREADY, id=facts.ref)
    seated(facts)
    raised = ConcernRaised(
        forum=command.forum,
        org=speaker(facts),
        text=checked(command.text),
        about=tuple(dict.fromkeys(key(ref) for ref in command.about)),
    )
    return [raised]


def _answer(answer: ConcernAnswered, state: Plain, facts: Facts) -> list[Saying]:
    seated(facts)
    checked(answer.text)
    if isinstance(state, AnsweredConcern) and state.answer == answer:
        return []
    if not isinstance(state, Current) and item(state).org == answer.org:
        raise Refusal(Code.SAME_ORGANISATION, org=answer.org)
    return _fit(answer, state)


def _fit(event: Saying, state: Plain) -> list[Saying]:
    if said(state, event) == state:
        raise unfit(state)
    return [event]


def _raiser(state: Plain, facts: Facts) -> None:
    """Require the organisation that worries; nobody else can say it is over."""
    org = item(state).org
    if isinstance(state, Current):
        raise unfit(state)
    empowered(Power.ANSWER, facts)
    if speaker(facts) != org:
        raise Refusal(Code.NOT_A_PARTY, org=speaker(facts), orgs=(org,))


def _convening(facts: Facts) -> None:
    """Require the lead of the forum or coordination."""
    lead = facts.forum is not None and facts.forum.lead == speaker(facts)
    if not lead:
        coordinating(facts)
        return
    if not facts.may_coordinate:
        empowered(Power.ANSWER, facts)
