"""The tables of who is who."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table

from projections.columns import METADATA, ordered

REGION: Final = Table(
    "region",
    METADATA,
    Column("region", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("lead", String),
    Column("law_profile", String, nullable=False),
    Column("time_zone", String, nullable=False),
)
FIELD: Final = Table(
    "field",
    METADATA,
    Column("field", ordered(), primary_key=True),
    Column("name", String, nullable=False),
    Column("retired", Boolean, nullable=False),
)
MEMBERSHIP: Final = Table(
    "membership",
    METADATA,
    Column("org", String, primary_key=True),
    Column("path", String, nullable=False),
    Column("left_on", Date),  # first day without membership
)
ORGANISATION: Final = Table(
    "organisation",
    METADATA,
    Column("org", String, primary_key=True),
    Column("name", ordered(), nullable=False),
    Column("kind", String, nullable=False),
    Column("inhabitants", Integer),
    Column("ags", String),
    Column("successor", String),
)
DEVICE: Final = Table(
    "device",
    METADATA,
    Column("org", ordered(), primary_key=True),
    Column("name", ordered(), primary_key=True),
)
MANDATE: Final = Table(
    "mandate",
    METADATA,
    Column("org", ordered(), primary_key=True),
    Column("n", Integer, primary_key=True),  # order within the organisation
    Column("person", ordered(), nullable=False),
    Column("role", String, nullable=False),
    Column("powers", String, nullable=False),
    Column("forums", String, nullable=False),
    Column("until", Date),
)
BODY: Final = Table(
    "body",
    METADATA,
    Column("org", ordered(), primary_key=True),
    Column("n", Integer, primary_key=True),  # order within the organisation
    Column("body", ordered(), nullable=False),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("rhythm_days", Integer, nullable=False),
    Column("paper_deadline_days", Integer, nullable=False),
    Column("meetings", String, nullable=False),  # days, in order
)
FORUM: Final = Table(
    "forum",
    METADATA,
    Column("forum", String, primary_key=True),
    Column("name", ordered(), nullable=False),
    Column("kind", String, nullable=False),
    Column("lead", String, nullable=False),
    Column("state", String, nullable=False),
    Column("cadence_days", Integer),
    Column("fields", String, nullable=False),
    Column("successor", String),
    Column("resting_until", Date),
    Column("since", Date),
    Column("rulebook", String),  # core's, packed, once it was changed
    Column("circle", String, nullable=False),
)
SEAT: Final = Table(
    "seat",
    METADATA,
    Column("forum", ordered(), primary_key=True),
    Column("org", ordered(), primary_key=True),
    Column("seat", String, nullable=False),
)
PREFERENCE: Final = Table(
    "preference",
    METADATA,
    Column("person", String, primary_key=True),
    Column("language", String, nullable=False),
    Column("chosen", String, nullable=False),  # core's preferences, packed
)
AWAY: Final = Table(
    "away",
    METADATA,
    Column("person", String, primary_key=True),
    Column("first", Date, primary_key=True),
    Column("last", Date, nullable=False),  # the last day away
    Column("deputy", String),
)
TABLES: Final = (
    REGION,
    FIELD,
    MEMBERSHIP,
    ORGANISATION,
    DEVICE,
    MANDATE,
    BODY,
    FORUM,
    SEAT,
    PREFERENCE,
    AWAY,
)

Index("mandate_by_person", MANDATE.c.person)
Index("seat_by_org", SEAT.c.org)
