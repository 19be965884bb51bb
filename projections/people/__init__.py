"""Who is who: organisations, mandates, forums and seats (*Wer ist wer*).

Persons are opaque ids here; names lie in the vault.
"""

from __future__ import annotations

from projections.people.acting import (
    MandateRow,
    coordinators,
    everybody,
    language_of,
    mandates_of,
    persons_of,
    preferences_of,
    viewer_of,
)
from projections.people.fold import PEOPLE
from projections.people.places import (
    FieldRow,
    ForumRow,
    Names,
    OrganisationRow,
    RegionRow,
    SeatRow,
    devices,
    fields,
    forum,
    forums,
    line,
    names,
    organisation,
    organisations,
    region,
    seats,
    shared_forums,
)

__all__ = [
    "PEOPLE",
    "FieldRow",
    "ForumRow",
    "MandateRow",
    "Names",
    "OrganisationRow",
    "RegionRow",
    "SeatRow",
    "coordinators",
    "devices",
    "everybody",
    "fields",
    "forum",
    "forums",
    "language_of",
    "line",
    "mandates_of",
    "names",
    "organisation",
    "organisations",
    "persons_of",
    "preferences_of",
    "region",
    "seats",
    "shared_forums",
    "viewer_of",
]
