"""Foundation: a region with its members, fields and forums (*Grundlage*).

Laid by ``faden init`` and by the demo. Only what is missing is added, so that
laying it twice changes nothing and one that was interrupted is completed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from adapters.founding import orders
from adapters.main import Faden
from core import forum, organisation, region
from core.ports import Order, Via
from core.sealed import Sealed
from projections import people
from projections.people import ForumRow
from projections.viewer import MACHINE

Give: TypeAlias = Callable[[str, object], object]

UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
CADENCE: Final = 56  # days; eight weeks, until a forum decides otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An organisation that is asked to take part, or the county."""

    org: str
    name: str
    kind: organisation.OrganisationKind
    inhabitants: int | None = None
    ags: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of cooperation and its forum; without ``lead`` the county convenes."""

    field: str
    name: str
    forum: str
    purpose: str
    cadence: int = CADENCE
    lead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foundation:
    """What a region begins with; inhabitants were counted on ``day``."""

    name: str
    day: date
    county: Member
    municipalities: tuple[Member, ...]
    fields: tuple[Field, ...]

    @property
    def members(self) -> tuple[Member, ...]:
        """The county and the municipalities."""
        return (self.county, *self.municipalities)


def lay(faden: Faden, foundation: Foundation, via: Via = Via.IMPORT) -> None:
    """Found the region, or add what is missing.

    Raises:
        Refusal: something of it exists already and is different.
    """
    given: list[Order] = []

    def give(stream: str, command: object) -> None:
        given.append(orders.order(faden, stream, command, via=via))

    with faden.reading() as db:
        known = people.region(db)
        present = {row.org: row for row in people.organisations(db, MACHINE)}
        fields = {row.field for row in people.fields(db)}
        forums = {row.forum: row for row in people.forums(db, MACHINE)}
    here = f"region:{known.region if known else key(foundation.name)}"
    give(here, region.FoundRegion(name=foundation.name))
    for member in foundation.members:
        if member.org not in present:
            give(f"organisation:{member.org}", registered(member, foundation.day))
        row = present.get(member.org)
        if row is None or row.path is None:
            county = member is foundation.county
            step = region.Support if county else region.InviteOrganisation
            give(here, step(org=member.org))
    if known is None or known.lead is None:
        give(here, region.NameLeadOrganisation(org=foundation.county.org))
    for field in foundation.fields:
        if field.field not in fields:
            give(here, region.AddField(field=field.field, name=field.name))
        lead = field.lead or foundation.county.org
        _convene(give, field, lead, forums.get(field.field))
    orders.give_all(faden, given)


def registered(member: Member, day: date) -> organisation.Register:
    """Return how a member is made known; inhabitants were counted on ``day``."""
    return organisation.Register(
        name=member.name,
        kind=member.kind,
        inhabitants=member.inhabitants,
        inhabitants_on=None if member.inhabitants is None else day,
        ags=member.ags,
    )


def _convene(give: Give, field: Field, lead: str, known: ForumRow | None) -> None:
    stream = f"forum:{field.field}"
    if known is None:
        proposed = forum.Propose(
            name=field.forum,
            kind=forum.ForumKind.FIELD,
            fields=(field.field,),
            purpose=Sealed(field.purpose),
            lead=lead,
        )
        give(stream, proposed)
    if known is None or known.state == "planned":
        give(stream, forum.Constitute())
    if known is None or known.cadence_days is None:
        give(stream, forum.SetCadence(days=field.cadence))


def key(name: str) -> str:
    """Return ``name`` as it may stand in a stream name: "Werra-Meißner" has no ß."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(UMLAUTS))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "region"
