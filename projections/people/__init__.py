"""Who is who: organisations, mandates, forums and seats (*Wer ist wer*).

Persons are opaque ids here; names lie in the vault.
"""

from __future__ import annotations

from projections.people.acting import (
    all_preferences,
    answering,
    coordinators,
    everybody,
    given_by,
    language_of,
    mandates_of,
    persons_of,
    preferences_of,
    viewer_of,
)
from projections.people.away import AwayRow, absences, away
from projections.people.bodies import BodyRow, bodies
from projections.people.fold import PEOPLE
from projections.people.places import (
    FieldRow,
    ForumRow,
    Names,
    OrganisationRow,
    RegionRow,
    SeatRow,
    devices,
    every_seat,
    fields,
    forum,
    forums,
    line,
    members,
    names,
    organisation,
    organisations,
    region,
    seats,
    shared_forums,
    zone,
)
from projections.people.rows import MandateRow

__all__ = [
    "PEOPLE",
    "AwayRow",
    "BodyRow",
    "FieldRow",
    "ForumRow",
    "MandateRow",
    "Names",
    "OrganisationRow",
    "RegionRow",
    "SeatRow",
    "absences",
    "all_preferences",
    "answering",
    "away",
    "bodies",
    "coordinators",
    "devices",
    "every_seat",
    "everybody",
    "fields",
    "forum",
    "forums",
    "given_by",
    "language_of",
    "line",
    "mandates_of",
    "members",
    "names",
    "organisation",
    "organisations",
    "persons_of",
    "preferences_of",
    "region",
    "seats",
    "shared_forums",
    "viewer_of",
    "zone",
]
