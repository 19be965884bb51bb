"""Official: what a region out of the official directory begins with (*Amtlich*)."""

from __future__ import annotations

from typing import Final

from adapters import reference
from adapters.founding.foundation import Field, Foundation, Member
from adapters.reference import Place, PlaceKind
from core.organisation import OrganisationKind

KINDS: Final = {
    PlaceKind.COUNTY: OrganisationKind.COUNTY,
    PlaceKind.TOWN: OrganisationKind.TOWN,
    PlaceKind.MUNICIPALITY: OrganisationKind.MUNICIPALITY,
}
FIELDS: Final = (
    Field(
        field="wasser",
        name="Wasser",
        forum="Strategisches Forum Wasser",
        purpose="Wasserversorgung und Abwasser gemeinsam sichern",
    ),
    Field(
        field="wohnen",
        name="Wohnen",
        forum="Strategisches Forum Wohnen",
        purpose="Wohnraum und Ortskerne gemeinsam entwickeln",
    ),
    Field(
        field="nahraum",
        name="Nahraum",
        forum="Strategisches Forum Nahraum",
        purpose="Wege, Flächen und Nahversorgung gemeinsam gestalten",
    ),
)


def foundation(directory: reference.Directory, name: str) -> Foundation:
    """Return what the region ``name`` begins with."""
    return Foundation(
        name=name,
        day=directory.day,
        county=member(directory.county),
        municipalities=tuple(member(place) for place in directory.municipalities),
        fields=FIELDS,
    )


def member(place: Place) -> Member:
    """Return a place of the directory as an organisation."""
    return Member(
        org=place.ags,
        name=place.name,
        kind=KINDS[place.kind],
        inhabitants=place.inhabitants,
        ags=place.ags,
    )
