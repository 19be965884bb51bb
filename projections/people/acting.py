"""Who may act for whom, and for whom a query is answered (*Mandate*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from sqlalchemy import ColumnElement, Connection, select

from core.facts import Power
from core.organisation import Mandate, Role
from core.organisation.mandates import acting
from core.person import Preferences
from projections.packing import unpacked
from projections.people.away import lent
from projections.people.fold import mandate_of
from projections.people.places import heir, predecessors
from projections.people.rows import MandateRow
from projections.people.tables import MANDATE, PREFERENCE
from projections.viewer import Viewer


def mandates_of(db: Connection, person: str, today: date) -> Sequence[MandateRow]:
    """Return by which mandates ``person`` acts today, by organisation.

    Those of somebody who is away follow the own ones, and what an organisation took
    over: its people act for that too.
    """
    own = _holding(db, today, MANDATE.c.person == person)
    own += [row for row in _lent(db, own, today) if row.person == person]
    before = {row.org: predecessors(db, row.org) for row in own}
    return own + [replace(row, org=old) for row in own for old in before[row.org]]


def persons_of(
    db: Connection, org: str, forum: str | None, today: date
) -> Sequence[MandateRow]:
    """Return who acts for ``org`` in ``forum``, each with the mandate that counts.

    Without a forum: who acts for the whole organisation. For one that was replaced
    its successor's people act.
    """
    found = _holding(db, today, MANDATE.c.org == heir(db, org))
    held: dict[str, tuple[Mandate, ...]] = {}
    for row in found:
        held[row.person] = (*held.get(row.person, ()), _core(row))
    who = acting(MappingProxyType(held), forum, today)
    own = [_row(person, org, mandate) for person, mandate in who]
    return _joined(own, lent(db, own, today, held))


def coordinators(db: Connection, today: date) -> Sequence[MandateRow]:
    """Return who coordinates today, by organisation and person."""
    found = _holding(db, today, MANDATE.c.powers.contains(f'"{Power.COORDINATE}"'))
    return sorted(found, key=lambda row: (row.org, row.person))


def everybody(db: Connection) -> Sequence[str]:
    """Return every person with a mandate, past its last day or not."""
    query = select(MANDATE.c.person).distinct().order_by(MANDATE.c.person)
    return db.scalars(query).all()


def language_of(db: Connection, person: str) -> str | None:
    """Return the language that ``person`` chose (ISO 639-1), if any."""
    query = select(PREFERENCE.c.language).where(PREFERENCE.c.person == person)
    return db.scalar(query)


def preferences_of(db: Connection, person: str) -> Preferences:
    """Return what ``person`` chose, and what holds where nothing was chosen."""
    query = select(PREFERENCE.c.chosen).where(PREFERENCE.c.person == person)
    chosen = db.scalar(query)
    found: Preferences = unpacked(chosen) if chosen else Preferences()
    return found


def viewer_of(db: Connection, person: str, today: date) -> Viewer:
    """Return for whom ``person`` may look today."""
    held = mandates_of(db, person, today)
    powers = {power for mandate in held for power in mandate.powers}
    return Viewer(
        person=person,
        orgs=frozenset(mandate.org for mandate in held),
        coordinates=Power.COORDINATE in powers,
        audits=Power.AUDIT in powers,
    )


def _lent(
    db: Connection, own: Sequence[MandateRow], today: date
) -> Sequence[MandateRow]:
    """Return what the people of those organisations act with for the absent."""
    found: list[MandateRow] = []
    for org in dict.fromkeys(row.org for row in own):
        rows = _holding(db, today, MANDATE.c.org == org)
        found += lent(db, rows, today, {row.person for row in rows})
    return found


def _joined(
    own: Sequence[MandateRow], more: Sequence[MandateRow]
) -> Sequence[MandateRow]:
    """Return one row for each person, with whatever is lent to them."""
    known = {row.person: row for row in own}
    for row in more:
        before = known.get(row.person, row)
        role = Role.DEPUTY.value if row.powers - before.powers else before.role
        powers = before.powers | row.powers
        known[row.person] = replace(before, role=role, powers=powers)
    return [known[person] for person in sorted(known)]


def _holding(
    db: Connection, today: date, condition: ColumnElement[bool]
) -> list[MandateRow]:
    holds = MANDATE.c.until.is_(None) | (MANDATE.c.until >= today)
    query = select(MANDATE).where(condition, holds)
    found = db.execute(query.order_by(MANDATE.c.org, MANDATE.c.n)).mappings()
    return [_row(row["person"], row["org"], mandate_of(dict(row))) for row in found]


def _row(person: str, org: str, mandate: Mandate) -> MandateRow:
    return MandateRow(
        person=person,
        org=org,
        role=mandate.role.value,
        powers=frozenset(power.value for power in mandate.powers),
        forums=mandate.forums,
        until=mandate.until,
    )


def _core(row: MandateRow) -> Mandate:
    return Mandate(
        role=Role(row.role),
        powers=frozenset(Power(power) for power in row.powers),
        forums=row.forums,
        until=row.until,
    )
