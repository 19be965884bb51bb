"""Ratifying: which bodies have to resolve, and how far they are (rule T3)."""

from __future__ import annotations

from datetime import date
from typing import Final, TypeAlias, assert_never

from core.authority import coordinating, empowered, speaking_for
from core.calendar import months_after, working_day_from
from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.binding import judged
from core.decision.checks import (
    council,
    council_key,
    entitled,
    in_body,
    in_councils,
    label_maybe,
    must_be,
    said,
    said_maybe,
    term,
    unfit,
)
from core.decision.councils import OUTSTANDING, Council, CouncilKey, Step
from core.decision.file import File
from core.effect import Stance, Status
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.rulebook import Mode
from core.texts import label

Happened: TypeAlias = (
    c.RecordConsultation | c.RecordPostponement | c.RecordReferral | c.RecordNotQuorate
)

_BEFORE: Final = frozenset({Step.SUBMITTED, Step.SCHEDULED})


def start(state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return that it goes to the bodies, and to which.

    Where it can bind nobody any more, whatever they resolve, none is asked.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``NOTHING_TO_RATIFY`` or what the state says.
    """
    coordinating(facts)
    if isinstance(state, s.Ratifying):
        return []
    file = must_be(state, s.Resolved).file
    if file.opened is not None and file.opened.mode is Mode.RECOMMENDATION:
        raise Refusal(Code.NOTHING_TO_RATIFY)
    started = e.RatificationStarted(on=facts.today)
    if judged(file, facts.today).status is Status.FAILED:
        return [started]
    orgs = [member.org for member in file.entitled if not _declined(member.org, file)]
    required = [one for org in orgs for one in required_of(org, file, facts)]
    return [*required, started]


def _declined(org: str, file: File) -> bool:
    vote = file.votes.get(org)
    return vote is not None and vote.stance is not Stance.YES


def required_of(org: str, file: File, facts: Facts) -> list[e.RatificationRequired]:
    """Return that the main body of ``org`` has to resolve, unless one has already."""
    body = facts.bodies.get(org)
    known = any(key.org == org for key in file.councils)
    if not file.drafted.council or body is None or known:
        return []
    usual = months_after(facts.today, file.rulebook.council_months)
    deadline = _named(file, facts) or working_day_from(usual, facts.holidays)
    return [e.RatificationRequired(org=org, body=body, deadline=deadline)]


def _named(file: File, facts: Facts) -> date | None:
    """Return up to when the forum said that bodies resolve, unless that is over."""
    last = file.councils_by
    if last is None or last <= facts.today:
        return None
    return working_day_from(last, facts.holidays)


def terms(command: c.Terms, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return that a body has to resolve, or need not, or by when.

    Raises:
        Refusal: ``BOUND_ALREADY``, ``UNKNOWN_RATIFICATION``, ``RESULT_KNOWN`` …
    """
    if not isinstance(state, s.InForum | s.Resolved | s.Binding):
        raise unfit(state)
    file = state.file
    match command:
        case c.Reserve():
            return _reserve(command, file, facts)
        case c.WaiveRatification(body=body, reason=reason):
            empowered(Power.CONSENT, facts)
            known = council(facts.org, body, file)
            if known.step is Step.WAIVED:
                return []
            outstanding(known, facts.org, body)
            why = said(reason)
            key = council_key(facts.org, body, file)
            return [e.RatificationWaived(org=key.org, body=key.body, reason=why)]
        case c.SetDeadline(org=org, body=body, deadline=deadline):
            speaking_for(org, Power.ANSWER, facts)
            return _deadline(council_key(org, body, file), deadline, file, facts)
        case _:
            assert_never(command)


def _reserve(command: c.Reserve, file: File, facts: Facts) -> list[e.Happening]:
    if Power.CONSENT not in facts.powers:
        empowered(Power.ANSWER, facts)
    org = entitled(facts.org, file)
    key = council_key(org, command.body, file)
    if key in file.councils:
        last = command.deadline
        return [] if last is None else _deadline(key, last, file, facts)
    if org in file.bound:
        raise Refusal(Code.BOUND_ALREADY, org=org)
    deadline = command.deadline
    return [
        e.RatificationRequired(
            org=org,
            body=key.body,
            deadline=term(deadline, facts) if deadline else _named(file, facts),
            reason=said_maybe(command.reason),
        )
    ]


def _deadline(
    key: CouncilKey, deadline: date, file: File, facts: Facts
) -> list[e.Happening]:
    known = council(key.org, key.body, file)
    outstanding(known, key.org, key.body)
    last = term(deadline, facts)
    if known.deadline == last:
        return []
    return [e.DeadlineSet(org=key.org, body=key.body, deadline=last)]


def outstanding(known: Council, org: str, body: str) -> None:
    """Require that the body has not resolved yet.

    Raises:
        Refusal: ``RESULT_KNOWN``.
    """
    if known.step not in OUTSTANDING:
        state = known.step.value
        raise Refusal(Code.RESULT_KNOWN, org=org, body=body, state=state)


def lies_before(known: Council, org: str, body: str) -> None:
    """Require that a paper lies before the body (rule T3).

    Raises:
        Refusal: ``NO_PAPER_YET`` or ``RESULT_KNOWN``.
    """
    outstanding(known, org, body)
    if known.step not in _BEFORE:
        raise Refusal(Code.NO_PAPER_YET, org=org, body=body)


def not_before(known: Council, on: date) -> date:
    """Return ``on`` unless the paper came later.

    Raises:
        Refusal: ``RESULT_BEFORE_PAPER``.
    """
    if known.since is not None and on < known.since:
        raise Refusal(Code.RESULT_BEFORE_PAPER, on=on, since=known.since)
    return on


def progress(command: c.Progress, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return how far a body is.

    Raises:
        Refusal: ``UNKNOWN_RATIFICATION``, ``NO_PAPER_YET``, ``RESULT_KNOWN``,
            ``RESULT_BEFORE_PAPER``, ``RESULT_BEFORE_DECISION`` or
            ``DATE_IN_THE_FUTURE``.
    """
    if not in_councils(state):
        raise unfit(state)
    org, body = council_key(command.org, command.body, state.file)
    speaking_for(org, Power.ANSWER, facts)
    known = council(org, body, state.file)
    if isinstance(command, c.SubmitPaper):
        return _submit(command, known, state.file, facts)
    lies_before(known, org, body)
    if isinstance(command, c.ScheduleItem):
        day = not_before(known, command.on)
        if (known.step, known.meeting) == (Step.SCHEDULED, day):
            return []
        item = label_maybe(command.item)
        return [e.ItemScheduled(org=org, body=body, on=day, item=item)]
    return [_happened(command, CouncilKey(org, body), known, state.file, facts)]


def _happened(
    command: Happened, key: CouncilKey, known: Council, file: File, facts: Facts
) -> e.Happening:
    """Return what happened in the body on a day, short of a result."""
    org, body = key
    on = not_before(known, in_body(command.on, file, facts))
    match command:
        case c.RecordConsultation(committee=committee, result=result):
            return e.ConsultationHeld(
                org=org,
                body=body,
                committee=label(committee),
                on=on,
                result=said(result),
            )
        case c.RecordPostponement(reason=reason):
            why = said_maybe(reason)
            return e.CouncilPostponed(org=org, body=body, on=on, reason=why)
        case c.RecordReferral(to=to):
            return e.CouncilReferred(org=org, body=body, on=on, to=label(to))
        case c.RecordNotQuorate():
            return e.CouncilNotQuorate(org=org, body=body, on=on)
        case _:
            assert_never(command)


def _submit(
    command: c.SubmitPaper, known: Council, file: File, facts: Facts
) -> list[e.Happening]:
    org, body = council_key(command.org, command.body, file)
    outstanding(known, org, body)
    on, paper = in_body(command.on, file, facts), label_maybe(command.paper)
    lies = known.step is not Step.REQUIRED and known.text == file.text
    if lies and command.on in {None, known.since}:
        return []
    return [e.PaperSubmitted(org=org, body=body, text=file.text, on=on, paper=paper)]
