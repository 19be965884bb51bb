"""Who is away, and who stands in meanwhile (*Abwesenheit*)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from core.facts import Power
from core.organisation import Role
from projections.memory import remembered
from projections.people.rows import MandateRow
from projections.people.tables import AWAY

_NOT_LENT = frozenset({Power.AUDIT.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayRow:
    """Somebody is away up to ``last``; ``deputy`` acts instead, if anybody does."""

    person: str
    first: date
    last: date
    deputy: str | None


def away(db: Connection, persons: Iterable[str], today: date) -> Mapping[str, AwayRow]:
    """Return who of ``persons`` is away today."""
    known = _known(db)
    return {
        person: row
        for person in persons
        for row in known.get(person, ())
        if row.first <= today <= row.last
    }


def absences(db: Connection, person: str, today: date) -> Sequence[AwayRow]:
    """Return when somebody is away, today or later, the first one first."""
    return [row for row in _known(db).get(person, ()) if row.last >= today]


@remembered
def _known(db: Connection) -> Mapping[str, Sequence[AwayRow]]:
    query = select(AWAY).order_by(AWAY.c.first)
    found: dict[str, list[AwayRow]] = {}
    for row in db.execute(query).mappings():
        found.setdefault(row["person"], []).append(AwayRow(**row))
    return found


def lent(
    db: Connection, rows: Sequence[MandateRow], today: date, here: Collection[str]
) -> Sequence[MandateRow]:
    """Return what those who are ``here`` have from who is away of ``rows`` (O3)."""
    gone = away(db, (row.person for row in rows), today)
    return [
        replace(
            row,
            person=deputy,
            role=Role.DEPUTY.value,
            powers=row.powers - _NOT_LENT,
        )
        for row in rows
        if row.person in gone and (deputy := gone[row.person].deputy) in here and deputy
    ]
