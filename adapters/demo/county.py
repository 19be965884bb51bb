"""County: the invented county, its people and its forums (*Kreis Auenland*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from adapters.founding import orders
from adapters.founding.foundation import Field, Foundation, Member, key, lay
from adapters.main import Faden
from core import forum, person, region
from core.facts import Power, Seat
from core.organisation import GiveMandate, OrganisationKind, Role
from core.ports import Card, Via
from core.sealed import Sealed

REGION: Final = "Kreis Auenland"
COUNTY: Final = "auenland"

_COUNTED: Final = date(2023, 11, 30)
_MUNICIPALITIES: Final = (
    ("auenburg", "Auenburg", OrganisationKind.TOWN, 14_200),
    ("lindgrund", "Lindgrund", OrganisationKind.MUNICIPALITY, 3_900),
    ("birkfeld", "Birkfeld", OrganisationKind.MUNICIPALITY, 5_300),
    ("steintal", "Steintal", OrganisationKind.MUNICIPALITY, 1_700),
    ("muehlau", "Mühlau", OrganisationKind.MUNICIPALITY, 6_100),
)
_FIELDS: Final = (
    Field(
        field="wasser",
        name="Wasser",
        forum="Strategisches Forum Wasser",
        purpose="Wasserversorgung und Abwasser gemeinsam sichern",
        cadence=42,
    ),
    Field(
        field="wohnen",
        name="Wohnen",
        forum="Forum Wohnen",
        purpose="Leerstand in den Ortskernen wieder nutzen",
        lead="auenburg",
    ),
    Field(
        field="nahraum",
        name="Nahraum",
        forum="Forum Nahraum",
        purpose="Radwege und Flächen zwischen den Orten gestalten",
        lead="steintal",
    ),
)
_SEATS: Final[Mapping[str, Mapping[str, Seat]]] = MappingProxyType(
    {
        "wasser": {org: Seat.VOTE for org, *_ in _MUNICIPALITIES},
        "wohnen": {"auenburg": Seat.VOTE, "muehlau": Seat.VOTE},
        "nahraum": {"steintal": Seat.VOTE, "muehlau": Seat.VOTE},
    }
)
_COORDINATING: Final = frozenset({Power.ANSWER, Power.PROMISE, Power.COORDINATE})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in the story; their id is the key they have there."""

    card: Card
    org: str
    role: Role
    powers: frozenset[Power] | None = None


def _actor(salutation: str, name: str, org: str, role: Role) -> Actor:
    powers = _COORDINATING if role is Role.COORDINATOR else None
    return Actor(Card(name=name, salutation=salutation), org, role, powers)


ACTORS: Final[Mapping[str, Actor]] = MappingProxyType(
    {
        "kern": _actor("Frau", "Petra Kern", COUNTY, Role.COORDINATOR),
        "sander": _actor("Herr", "Ulrich Sander", COUNTY, Role.AUDITOR),
        "hartwig": _actor("Frau", "Jutta Hartwig", "auenburg", Role.MAYOR),
        "brandt": _actor("Herr", "Timo Brandt", "auenburg", Role.CLERK),
        "ebel": _actor("Herr", "Ralf Ebel", "lindgrund", Role.MAYOR),
        "krueger": _actor("Frau", "Anja Krüger", "lindgrund", Role.CLERK),
        "vogt": _actor("Herr", "Karl Vogt", "birkfeld", Role.MAYOR),
        "lenz": _actor("Frau", "Mira Lenz", "birkfeld", Role.CLERK),
        "roth": _actor("Herr", "Jörg Roth", "steintal", Role.MAYOR),
        "dorn": _actor("Frau", "Heike Dorn", "steintal", Role.CLERK),
        "winkler": _actor("Frau", "Doris Winkler", "muehlau", Role.MAYOR),
        "paul": _actor("Herr", "Bernd Paul", "muehlau", Role.CLERK),
    }
)


def person_id(actor: str) -> str:
    """Return the id of somebody in the story."""
    return f"demo-{actor}"


def found(faden: Faden) -> None:
    """Found the county, or add what is missing of it."""
    lay(faden, _foundation(), Via.CLI)
    home = f"region:{key(REGION)}"
    basis = Sealed("Beschluss der Gemeindevertretung")
    given = [
        orders.order(faden, home, region.Join(org=org, basis=basis))
        for org, *_ in _MUNICIPALITIES
    ]
    for place, seats in _SEATS.items():
        command = forum.SetSeats(seats=seats)
        given.append(orders.order(faden, f"forum:{place}", command))
    for who, actor in ACTORS.items():
        stream, card = f"person:{person_id(who)}", actor.card
        given.append(orders.order(faden, stream, person.Admit(), card=card))
        end = date(faden.today().year + 1, 12, 31)
        mandate = GiveMandate(
            person=person_id(who),
            role=actor.role,
            powers=actor.powers,
            until=end if actor.role is Role.AUDITOR else None,
        )
        given.append(orders.order(faden, f"organisation:{actor.org}", mandate))
    orders.give_all(faden, given)


def _foundation() -> Foundation:
    return Foundation(
        name=REGION,
        day=_COUNTED,
        county=Member(
            org=COUNTY,
            name=REGION,
            kind=OrganisationKind.COUNTY,
            inhabitants=sum(people for *_, people in _MUNICIPALITIES),
        ),
        municipalities=tuple(
            Member(org=org, name=name, kind=kind, inhabitants=people)
            for org, name, kind, people in _MUNICIPALITIES
        ),
        fields=_FIELDS,
    )
