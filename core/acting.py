"""Acting: by which right a person acts for an organisation (German: *Vollmacht*).

A deputy has the powers of the person stood in for on the days that were declared, not
before and not after (rule O3), and only where they have a mandate themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias, cast

from core import circumstances, organisation, person
from core.errors import Code, Refusal
from core.facts import ONESELF, OPERATOR, Power
from core.organisation import Mandate, Role
from core.person import OF_ONESELF
from core.ports import Order
from core.world import World

Places: TypeAlias = tuple[str, ...]
_NOT_LENT = frozenset({Power.AUDIT})  # whoever examines is meant in person


def authority(
    order: Order, ref: str, places: Places, world: World
) -> tuple[str, frozenset[Power]]:
    """Return the function and powers of the actor for the organisation named.

    For one that was replaced act the mandate holders of its successor, on whom its
    duties went over (KGG § 28). How one wants to be spoken to, and when one is away,
    is nobody's mandate: it binds no organisation.

    Raises:
        Refusal: ``NO_MANDATE``.
    """
    if order.actor == OPERATOR:
        return OPERATOR, frozenset()
    if isinstance(order.command, OF_ONESELF) and order.actor == ref:
        return ONESELF, frozenset()
    state = _acting_for(order.org, world)
    own = _mandate(state, order.actor, places, order.today)
    lent = _lent(state, order.actor, places, order.today, world)
    powers = frozenset[Power]() if own is None else own.powers
    if lent - powers:
        return Role.DEPUTY.value, powers | lent
    if own is None:
        raise Refusal(Code.NO_MANDATE, org=order.org)
    return own.role.value, powers


def holders(
    org: str, places: Places, today: date, world: World, power: Power = Power.PROMISE
) -> dict[str, str]:
    """Return who has ``power`` for ``org``, deputies included, with their function."""
    state = _acting_for(org, world)
    if not isinstance(state, organisation.Active):
        return {}
    found: dict[str, str] = {}
    for who in state.mandates:
        own = _mandate(state, who, places, today)
        if own is not None and power in own.powers:
            found[who] = own.role.value
        elif power in _lent(state, who, places, today, world):
            found[who] = Role.DEPUTY.value
    return found


def _acting_for(org: str, world: World) -> organisation.State:
    heir = circumstances.heir(org, world)
    return cast("organisation.State", world.load(f"organisation:{heir}").state)


def _mandate(
    state: organisation.State, who: str, places: Places, today: date
) -> Mandate | None:
    """Return by which mandate ``who`` acts in the newest of ``places``."""
    for place in (*places, None):
        mandate = organisation.mandate_for(state, who, place, today)
        if mandate is not None:
            return mandate
    return None


def _lent(
    state: organisation.State, who: str, places: Places, today: date, world: World
) -> frozenset[Power]:
    """Return the powers that ``who`` has today from those who are away (O3)."""
    if not organisation.has_mandate(state, who, frozenset(), today):
        return frozenset()
    away = _stood_in_for(state, who, today, world)
    mandates = (_mandate(state, absent, places, today) for absent in away)
    lent = frozenset(p for m in mandates if m is not None for p in m.powers)
    return lent - _NOT_LENT


def _stood_in_for(
    state: organisation.State, who: str, today: date, world: World
) -> Sequence[str]:
    if not isinstance(state, organisation.Active):
        return ()
    return [
        other
        for other in state.mandates
        if other != who
        and person.stand_in(
            cast("person.State", world.load(f"person:{other}").state), today
        )
        == who
    ]
