"""What follows from a command to a piece of information."""

from __future__ import annotations

from typing import Final, assert_never

from core.authority import coordinating, empowered, entering
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.information.commands import (
    Command,
    Confirm,
    ConfirmOnBehalf,
    ContestOnBehalf,
    Correct,
    LetOnBehalfStand,
    Record,
    Retract,
    Settle,
    Tell,
)
from core.information.concern import worry
from core.information.events import (
    Confirmed,
    Corrected,
    EnteredOnBehalf,
    Funding,
    Happening,
    OnBehalfConfirmed,
    OnBehalfContested,
    OnBehalfStood,
    Recorded,
    Retracted,
    Saying,
)
from core.information.speaking import by_speaker, seated, speaker, unfit
from core.information.state import (
    Absent,
    Current,
    Plain,
    Provisional,
    State,
    Withdrawn,
    plain,
    said,
)
from core.texts import between, checked, key

_FIRST_YEAR: Final = 1949  # no programme in force is older than the republic
_YEARS_AHEAD: Final = 10  # programmes are announced up to so long before
_MOST_MONTHS: Final = 240  # twenty years; nobody waits longer for an answer


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return the events that ``command`` causes in ``state``.

    Raises:
        Refusal: the codes under "information" and "on behalf", ``NO_SEAT``,
            ``NO_POWER``, ``NOT_A_PARTY`` or a code of texts.
    """
    match command:
        case ConfirmOnBehalf() | ContestOnBehalf() | LetOnBehalfStand():
            return _settle(command, state, facts)
        case Record() | Confirm() | Correct() | Retract():
            said_now = _tell(command, plain(state), facts)
        case _:
            said_now = worry(command, plain(state), facts)
    if facts.on_behalf is None:
        if said_now and isinstance(plain(state), Absent) and state != Absent():
            raise Refusal(Code.EXISTS_ALREADY, id=facts.ref)
        return [*said_now]
    if said_now and isinstance(state, Provisional):
        raise Refusal(Code.NOT_POSSIBLE_NOW, state="provisional")
    return [_for_others(event, facts) for event in said_now]


def _tell(command: Tell, state: Plain, facts: Facts) -> list[Saying]:
    match command:
        case Record():
            return _record(command, state, facts)
        case Confirm():
            return _confirm(state, facts)
        case Correct():
            return _correct(command, state, facts)
        case Retract(reason=reason):
            by_speaker(state, facts)
            if isinstance(state, Withdrawn):
                return []
            event = Retracted(reason=checked(reason))
            if said(state, event) == state:
                raise unfit(state)
            return [event]
        case _:
            assert_never(command)


def _record(command: Record, state: Plain, facts: Facts) -> list[Saying]:
    if not isinstance(state, Absent):
        raise Refusal(Code.EXISTS_ALREADY, id=facts.ref)
    seated(facts)
    if facts.forum is None or not facts.forum.open:
        raise Refusal(Code.FORUM_NOT_OPEN)
    recorded = Recorded(
        kind=command.kind,
        forum=command.forum,
        org=speaker(facts),
        text=checked(command.text),
        about=tuple(dict.fromkeys(key(ref) for ref in command.about)),
        funding=_sound(command.funding, facts),
    )
    return [recorded]


def _sound(funding: Funding | None, facts: Facts) -> Funding | None:
    if funding is not None:
        for text in (funding.programme, funding.giver, funding.pitfalls):
            checked(text)
        between(_FIRST_YEAR, funding.year, facts.today.year + _YEARS_AHEAD)
        between(0, funding.share_percent, 100)
        between(0, funding.months_to_notice, _MOST_MONTHS)
    return funding


def _confirm(state: Plain, facts: Facts) -> list[Saying]:
    if not isinstance(state, Current):
        raise unfit(state)
    org = speaker(facts)
    if org in state.confirmed:
        return []
    seated(facts)
    if org == state.item.org:
        raise Refusal(Code.SAME_ORGANISATION, org=org)
    return [Confirmed(org=org)]


def _correct(command: Correct, state: Plain, facts: Facts) -> list[Saying]:
    by_speaker(state, facts)
    if not isinstance(state, Current):
        raise unfit(state)
    funding = _sound(command.funding, facts)
    if checked(command.text) == state.text and (funding or state.funding) == (
        state.funding
    ):
        raise Refusal(Code.CORRECTION_SAYS_NOTHING)
    reason = checked(command.reason)
    return [Corrected(text=command.text, reason=reason, funding=funding)]


def _for_others(event: Saying, facts: Facts) -> EnteredOnBehalf:
    entry, until = entering(facts)
    return EnteredOnBehalf(
        org=entry.org,
        basis=entry.basis,
        holder=entry.holder,
        contest_until=until,
        event=event,
        note=checked(entry.note) if entry.note and entry.note.text else None,
    )


def _settle(command: Settle, state: State, facts: Facts) -> list[Happening]:
    if not isinstance(state, Provisional):
        raise Refusal(Code.NOTHING_PENDING)
    if isinstance(command, LetOnBehalfStand):
        coordinating(facts)
        if facts.today <= state.until:
            raise Refusal(Code.CONTEST_PERIOD_RUNS, until=state.until)
        return [OnBehalfStood(), *_still(state)]
    if facts.org != state.org:
        raise Refusal(Code.NOT_A_PARTY, org=facts.org, orgs=(state.org,))
    empowered(Power.ANSWER, facts)
    match command:
        case ConfirmOnBehalf():
            return [OnBehalfConfirmed(), *_still(state)]
        case ContestOnBehalf(reason=reason):
            if facts.today > state.until:
                raise Refusal(Code.CONTEST_PERIOD_OVER, until=state.until)
            return [OnBehalfContested(reason=checked(reason) if reason else None)]
        case _:
            assert_never(command)


def _still(entry: Provisional) -> list[Saying]:
    """Return what was entered, unless it says nothing new by now."""
    return [] if said(entry.before, entry.event) == entry.before else [entry.event]
