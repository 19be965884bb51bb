"""Authority: who may give which kind of command (German: *Befugnis*).

Structure is changed by coordination. What an organisation says for itself is
said by a person with the power for it.
"""

from __future__ import annotations

from datetime import date

from core.errors import Code, Refusal
from core.facts import Facts, OnBehalf, Power


def coordinating(facts: Facts) -> None:
    """Refuse everybody but coordination and the operator.

    Raises:
        Refusal: ``ONLY_COORDINATION``.
    """
    if not facts.may_coordinate:
        raise Refusal(Code.ONLY_COORDINATION)


def empowered(power: Power, facts: Facts) -> None:
    """Refuse whoever may not do this for the organisation spoken for.

    Raises:
        Refusal: see ``powerless``.
    """
    if power not in facts.powers:
        raise powerless(power, facts)


def powerless(power: Power, facts: Facts) -> Refusal:
    """Return why the actor may not: ``NO_POWER``, for an auditor ``AUDITORS_READ``."""
    if only_reads(facts):
        return Refusal(Code.AUDITORS_READ, org=facts.org)
    return Refusal(Code.NO_POWER, org=facts.org, power=power.value)


def only_reads(facts: Facts) -> bool:
    """Tell whether the actor examines, and says nothing for anybody."""
    return facts.powers == {Power.AUDIT}


def speaking_for(org: str, power: Power, facts: Facts) -> None:
    """Allow what ``org`` says of itself, and what coordination sets up for it.

    Raises:
        Refusal: ``ONLY_COORDINATION`` or ``NO_POWER``.
    """
    if facts.may_coordinate:
        return
    if facts.org != org:
        raise Refusal(Code.ONLY_COORDINATION)
    empowered(power, facts)


def entering(facts: Facts) -> tuple[OnBehalf, date]:
    """Return the entry for another organisation, and until when it is contestable.

    Raises:
        Refusal: ``ON_BEHALF_ONLY_COORDINATION``, ``ON_BEHALF_OF_ONESELF`` or
            ``NOT_THE_HOLDER`` (rule D5).
    """
    entry, until = facts.on_behalf, facts.contest_until
    if entry is None or until is None:
        raise ValueError(entry)
    if Power.COORDINATE not in facts.powers:
        raise Refusal(Code.ON_BEHALF_ONLY_COORDINATION)
    if entry.org == facts.org:
        raise Refusal(Code.ON_BEHALF_OF_ONESELF, org=entry.org)
    if entry.holder not in facts.holders:
        raise Refusal(Code.NOT_THE_HOLDER, org=entry.org, persons=tuple(facts.holders))
    return entry, until
