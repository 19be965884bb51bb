"""Who may move a commitment, and what becomes of an act that binds nobody yet."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from core.authority import entering, powerless
from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import states as s
from core.commitment.checks import said_maybe
from core.errors import Code, Refusal
from core.facts import Facts, Power

P = TypeVar("P", bound=s.Phase)


def acting_org(facts: Facts) -> str:
    """Return the organisation for which the act would count."""
    return facts.on_behalf.org if facts.on_behalf else facts.org


def must_be(phase: s.Phase, kind: type[P]) -> P:
    """Return ``phase`` if it is of ``kind``.

    Raises:
        Refusal: see ``unfit``.
    """
    if isinstance(phase, kind):
        return phase
    raise unfit(phase)


def unfit(phase: s.Phase) -> Refusal:
    """Return why something cannot be done in ``phase``.

    The code is ``UNKNOWN_REFERENCE``, ``COMMITMENT_ENDED`` or
    ``NOT_POSSIBLE_NOW``, with the name of the state.
    """
    match phase:
        case s.Absent():
            return Refusal(Code.UNKNOWN_REFERENCE)
        case s.Ended(by=by):
            return Refusal(Code.COMMITMENT_ENDED, state=by)
        case s.Fulfilled():
            return Refusal(Code.COMMITMENT_ENDED, state=s.name(phase))
        case _:
            return Refusal(Code.NOT_POSSIBLE_NOW, state=s.name(phase))


def must_move(facts: Facts, *movers: str) -> None:
    """Require that the act counts for one of ``movers``."""
    org = acting_org(facts)
    if org not in movers:
        raise Refusal(Code.OTHER_SIDE_MOVES, org=movers[0])


def must_be_party(facts: Facts, present: s.Present) -> str:
    """Return which party acts.

    Raises:
        Refusal: ``UNKNOWN_REFERENCE`` or ``NOT_A_PARTY``.
    """
    org = acting_org(facts)
    terms = present.terms
    parties: tuple[str, ...] = (terms.asker, terms.holder)
    if isinstance(present, s.HandingOver):
        parties = (*parties, present.to)
    if org not in parties:
        raise Refusal(Code.NOT_A_PARTY, org=org, orgs=parties)
    return org


def deferred(
    event: e.Conversing, command: c.Conversing, state: s.State, facts: Facts
) -> list[e.Happening]:
    """Return ``event``, or what stands for it until somebody confirms.

    Raises:
        Refusal: ``ON_BEHALF_…``, ``NOT_THE_HOLDER``, ``NO_POWER`` or, while the
            entry for another organisation waits, ``NOT_POSSIBLE_NOW``.
    """
    if facts.on_behalf is not None:
        entered = _for_others(event, facts)
        return _waiting(entered, s.Provisional, state)
    must_speak(facts)
    asker, holder = _parties(event, state.phase)
    able = may_bind(facts.powers, facts.org, asker, holder)
    if able or not binds(command, holder, facts.org):
        return [event]
    return _waiting(e.Drafted(org=facts.org, event=event), s.Draft, state)


def may_bind(powers: Collection[str], org: str, asker: str, holder: str) -> bool:
    """Whether ``powers`` suffice for ``org`` to bind itself between these two.

    What coordination promises to itself (rule Z1) binds nobody else.
    """
    itself = asker == holder == org and Power.COORDINATE in powers
    return Power.PROMISE in powers or itself


def _parties(event: e.Conversing, phase: s.Phase) -> tuple[str, str]:
    if isinstance(event, e.Requested | e.Offered):
        return event.asker, event.holder
    return (
        ("", "")
        if isinstance(phase, s.Absent)
        else (phase.terms.asker, phase.terms.holder)
    )


def must_speak(facts: Facts) -> None:
    """Require a power to say anything for the organisation.

    Raises:
        Refusal: ``NO_POWER`` or ``AUDITORS_READ``.
    """
    if not facts.powers & {Power.ANSWER, Power.PROMISE}:
        raise powerless(Power.ANSWER, facts)


def _waiting(
    act: e.Drafted | e.EnteredOnBehalf,
    kind: type[s.Draft | s.Provisional],
    state: s.State,
) -> list[e.Happening]:
    """Return ``act``, unless it waits already or may not replace what waits."""
    waits = state.pending
    if isinstance(waits, kind) and (waits.org, waits.event) == (act.org, act.event):
        return []
    if isinstance(waits, s.Provisional) and waits.org != act.org:
        raise Refusal(Code.NOT_POSSIBLE_NOW, state=s.name(waits))
    return [act]


def _for_others(event: e.Conversing, facts: Facts) -> e.EnteredOnBehalf:
    entry, until = entering(facts)
    return e.EnteredOnBehalf(
        org=entry.org,
        basis=entry.basis,
        holder=entry.holder,
        contest_until=until,
        event=event,
        note=said_maybe(entry.note),
    )


def binds(command: c.Command, holder: str, org: str) -> bool:
    """Whether the act of ``org`` needs the power *zusagen* (domain.md section 7).

    ``holder`` is the organisation that owes.
    """
    match command:
        case (
            c.Offer()
            | c.Promise()
            | c.PromiseUnderReservation()
            | c.Counter()
            | c.Decline()
            | c.Renege()
            | c.TakeOver()
        ):
            return True
        case c.HandOverTo(org=to):
            return to not in {None, holder}
        case c.AcceptChange() | c.ProposeChange():
            return holder == org
        case _:
            return False
