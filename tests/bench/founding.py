"""Founding: the region whose year is played, with everybody in it."""

from __future__ import annotations

from typing import Final

from core import forum, organisation, person, region
from core.facts import Power, Seat
from core.forum import ForumKind
from core.organisation import OrganisationKind, Role
from core.sealed import Sealed

ORGS: Final = tuple(f"gemeinde{n:02}" for n in range(16))
PERSONS: Final = 60
OFFICE: Final = ORGS[0]


def who(n: int) -> str:
    """Return the person with that number; the first ones decide."""
    return f"p{n:02}"


def founding() -> list[tuple[str, object]]:
    """Return what founds it, in order: stream and command."""
    here: list[tuple[str, object]] = [
        ("region:jahr", region.FoundRegion(name="Jahr")),
        ("region:jahr", region.AddField(field="wasser", name="Wasser")),
    ]
    basis = Sealed("Schreiben")
    for n, org in enumerate(ORGS):
        kind = OrganisationKind.MUNICIPALITY if n else OrganisationKind.COUNTY
        here += [
            (f"organisation:{org}", organisation.Register(name=org, kind=kind)),
            ("region:jahr", region.InviteOrganisation(org=org)),
            ("region:jahr", region.Join(org=org, basis=basis)),
        ]
    proposed = forum.Propose(
        name="Wasser",
        kind=ForumKind.FIELD,
        fields=("wasser",),
        purpose=basis,
        lead=OFFICE,
    )
    seats = forum.SetSeats(seats=dict.fromkeys(ORGS[1:], Seat.VOTE))
    place = "forum:wasser"
    here += [(place, proposed), (place, forum.Constitute()), (place, seats)]
    for n in range(PERSONS):
        org, role, powers = ORGS[n % len(ORGS)], Role.CLERK, None
        if n < len(ORGS):
            role = Role.COORDINATOR if org == OFFICE else Role.MAYOR
        if role is Role.COORDINATOR:
            powers = frozenset({Power.ANSWER, Power.PROMISE, Power.COORDINATE})
        mandate = organisation.GiveMandate(person=who(n), role=role, powers=powers)
        here += [
            (f"person:{who(n)}", person.Admit()),
            (f"organisation:{org}", mandate),
        ]
    return here
