"""Who may say something about a piece of information."""

from __future__ import annotations

from core.authority import empowered
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.information.state import (
    Absent,
    Current,
    Item,
    Plain,
    SettledConcern,
    Withdrawn,
)


def speaker(facts: Facts) -> str:
    """Return the organisation for which it counts."""
    return facts.on_behalf.org if facts.on_behalf else facts.org


def seated(facts: Facts) -> None:
    """Require a seat in the forum; the lead and coordination need none.

    Raises:
        Refusal: ``NO_POWER``, ``FORUM_NOT_OPEN`` or ``NO_SEAT``.
    """
    empowered(Power.ANSWER, facts)
    org = speaker(facts)
    if facts.forum is None:
        raise Refusal(Code.FORUM_NOT_OPEN)
    coordinates = facts.may_coordinate and facts.on_behalf is None
    if org not in facts.forum.seats and org != facts.forum.lead and not coordinates:
        raise Refusal(Code.NO_SEAT, org=org)


def by_speaker(state: Plain, facts: Facts) -> None:
    """Require the organisation that said it, or coordination.

    Raises:
        Refusal: ``NO_POWER``, ``NOT_A_PARTY`` or ``UNKNOWN_REFERENCE``.
    """
    org = item(state).org
    if facts.may_coordinate and facts.on_behalf is None:
        return
    empowered(Power.ANSWER, facts)
    if speaker(facts) != org:
        raise Refusal(Code.NOT_A_PARTY, org=speaker(facts), orgs=(org,))


def item(state: Plain) -> Item:
    """Return what stays.

    Raises:
        Refusal: ``UNKNOWN_REFERENCE``.
    """
    if isinstance(state, Absent):
        raise unfit(state)
    return state.item


def unfit(state: Plain) -> Refusal:
    """Return why something cannot be said now."""
    match state:
        case Absent():
            return Refusal(Code.UNKNOWN_REFERENCE)
        case Withdrawn():
            return Refusal(Code.INFORMATION_RETRACTED)
        case Current():
            return Refusal(Code.NOT_A_CONCERN)
        case SettledConcern():
            return Refusal(Code.CONCERN_SETTLED)
        case _:
            return Refusal(Code.NOT_POSSIBLE_NOW, state=_name(state))


def _name(state: Plain) -> str:
    """Return ``open_concern`` and the like, for the sentence."""
    name = type(state).__name__.removesuffix("Concern").lower()
    return f"{name}_concern"
