"""Bodies: councils and committees of the organisations, and when they meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from core.law import PROFILES
from projections.columns import names as named
from projections.people.places import region
from projections.people.tables import BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRow:
    """A council, committee or assembly (*Gremium*).

    Papers are due ``paper_deadline_days`` before a meeting; ``rhythm_days`` usually
    lie between two. ``main``: it represents the organisation by law.
    """

    org: str
    body: str
    kind: str
    name: str
    rhythm_days: int
    paper_deadline_days: int
    meetings: tuple[date, ...]
    main: bool


def bodies(db: Connection, orgs: Iterable[str]) -> Sequence[BodyRow]:
    """Return the bodies of ``orgs``, by organisation, as they were named."""
    query = select(BODY).where(BODY.c.org.in_(sorted(set(orgs))))
    found = db.execute(query.order_by(BODY.c.org, BODY.c.n)).mappings().all()
    place = region(db) if found else None
    profile = PROFILES.get(place.law_profile) if place else None
    main = profile.representative if profile else ()
    return [
        BodyRow(
            org=row["org"],
            body=row["body"],
            kind=row["kind"],
            name=row["name"],
            rhythm_days=row["rhythm_days"],
            paper_deadline_days=row["paper_deadline_days"],
            meetings=tuple(date.fromisoformat(day) for day in named(row["meetings"])),
            main=row["kind"] in main,
        )
        for row in found
    ]
