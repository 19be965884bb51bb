"""Inviting: who is asked to take part, and who does already (*Einladen*).

::

    unknown --named--> registered --invite--> invited --joins, by a basis--> member

It is noted that somebody was asked; no letter goes out, as nobody acts there yet.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from adapters import reference
from adapters.founding import orders
from adapters.founding.foundation import Member, registered
from adapters.founding.official import foundation
from adapters.founding.steps import OUTSIDE, Acting, acting
from adapters.main import Faden
from core import region
from core.errors import Code, Refusal
from core.sealed import Sealed
from projections import people
from projections.viewer import MACHINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who is to be asked, and who takes part already, by what basis."""

    invited: Collection[str]
    joined: Collection[str]
    basis: str

    @property
    def orgs(self) -> Sequence[str]:
        """Everybody who is meant."""
        return sorted({*self.invited, *self.joined})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """That an organisation takes part was entered already, by whom and when."""

    org: str
    person: str
    at: datetime
    basis: str


def invite(
    faden: Faden, by: Acting, wanted: Wanted, other: Member | None = None
) -> Sequence[Entered]:
    """Note what is wanted; return who had been entered already on other grounds.

    ``other`` is registered if nobody knows it; what is wanted may name it.

    Raises:
        Refusal: the rules say no.
    """
    directory = foundation(reference.read(reference.extract()), "")
    named = {one.org: one for one in directory.municipalities}
    if other is not None:
        named[other.org] = other
    with faden.reading() as db:
        known = {row.org: row.path for row in people.organisations(db, MACHINE)}
        place = people.region(db)
    here = f"region:{place.region if place else ''}"
    given: list[tuple[str, object]] = []
    for org in wanted.orgs:
        if org not in known and org not in named:
            continue
        if org not in known:
            stream = f"organisation:{org}"
            given.append((stream, registered(named[org], directory.day)))
        if known.get(org) is None:
            given.append((here, region.InviteOrganisation(org=org)))
        if org in wanted.joined and known.get(org) in OUTSIDE:
            basis = Sealed(wanted.basis)
            given.append((here, region.Join(org=org, basis=basis)))
    try:
        orders.give_all(faden, acting(faden, by, given))
    except Refusal as refusal:
        entered = _entered(faden, here, wanted)
        if refusal.code is not Code.NOT_ON_THIS_PATH or not entered:
            raise
        return entered  # it was at the same moment
    return _entered(faden, here, wanted)


def _entered(faden: Faden, here: str, wanted: Wanted) -> Sequence[Entered]:
    """Return by whom those who take part were entered, on other grounds."""
    found: dict[str, Entered] = {}
    for one in faden.store.journal.stream(here) if wanted.joined else ():
        if isinstance(one.event, region.OrganisationJoined):
            found[one.event.org] = Entered(
                org=one.event.org,
                person=one.origin.actor,
                at=one.recorded_at,
                basis=one.event.basis.text or "",
            )
    known = (found[org] for org in sorted(wanted.joined) if org in found)
    return [one for one in known if one.basis.strip() != wanted.basis.strip()]
