"""Who may act for whom, and for whom a query is answered (*Mandate*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, or_, select, true

from core.facts import Power
from core.organisation import Mandate, Role
from core.organisation.mandates import acting
from core.person import Preferences
from projections.memory import remembered, remembers
from projections.packing import unpacked
from projections.people.away import lent
from projections.people.fold import mandate_of
from projections.people.places import heir, predecessors
from projections.people.rows import MandateRow
from projections.people.tables import MANDATE, PREFERENCE
from projections.viewer import Viewer


@remembered
def mandates_of(db: Connection, person: str, today: date) -> Sequence[MandateRow]:
    """Return by which mandates ``person`` acts today, by organisation.

    Those of somebody who is away follow the own ones, and what an organisation took
    over: its people act for that too.
    """
    own = _still(_held_by(db, person), today)
    own += [row for row in _lent(db, own, today) if row.person == person]
    before = {row.org: predecessors(db, row.org) for row in own}
    return own + [replace(row, org=old) for row in own for old in before[row.org]]


@remembered
def persons_of(
    db: Connection, org: str, forum: str | None, today: date
) -> Sequence[MandateRow]:
    """Return who acts for ``org`` in ``forum``, each with the mandate that counts.

    Without a forum: who acts for the whole organisation. For one that was replaced
    its successor's people act.
    """
    found = _still(_given_by(db, heir(db, org)), today)
    held: dict[str, tuple[Mandate, ...]] = {}
    for row in found:
        held[row.person] = (*held.get(row.person, ()), _core(row))
    who = acting(MappingProxyType(held), forum, today)
    own = [_row(person, org, mandate) for person, mandate in who]
    return _joined(own, lent(db, own, today, held))


def answering(
    db: Connection, org: str, forum: str | None, today: date
) -> Sequence[MandateRow]:
    """Return who may answer for ``org`` in ``forum``; nobody else receives an ask."""
    acting_ = persons_of(db, org, forum, today)
    return [row for row in acting_ if Power.ANSWER.value in row.powers]


@remembered
def coordinators(db: Connection, today: date) -> Sequence[MandateRow]:
    """Return who coordinates today, by organisation and person."""
    found = _still(_coordinating(db), today)
    return sorted(found, key=lambda row: (row.org, row.person))


def given_by(db: Connection, org: str, today: date) -> Sequence[MandateRow]:
    """Return the mandates that ``org`` has given and that count today."""
    return _still(_given_by(db, org), today)


def until_between(
    db: Connection, first: date, last: date, limit: int
) -> Sequence[MandateRow]:
    """Return the mandates whose last day lies between these, the next one first."""
    c = MANDATE.c
    query = select(MANDATE).where(c.until >= first, c.until <= last)
    found = db.execute(query.order_by(c.until, c.org, c.n).limit(limit)).mappings()
    return [_row(row["person"], row["org"], mandate_of(dict(row))) for row in found]


def still_acting(today: date) -> ColumnElement[bool]:
    """Return the condition that a mandate counts today."""
    return or_(MANDATE.c.until.is_(None), MANDATE.c.until >= today)


def everybody(db: Connection) -> Sequence[str]:
    """Return every person with a mandate, past its last day or not."""
    query = select(MANDATE.c.person).distinct().order_by(MANDATE.c.person)
    return db.scalars(query).all()


def language_of(db: Connection, person: str) -> str | None:
    """Return the language that ``person`` chose (ISO 639-1), if any."""
    if remembers(db):
        return _languages(db).get(person)
    query = select(PREFERENCE.c.language).where(PREFERENCE.c.person == person)
    return db.scalar(query)


@remembered
def _languages(db: Connection) -> Mapping[str, str | None]:
    found = db.execute(select(PREFERENCE.c.person, PREFERENCE.c.language))
    return {row.person: row.language for row in found}


def preferences_of(db: Connection, person: str) -> Preferences:
    """Return what ``person`` chose, and what holds where nothing was chosen."""
    if remembers(db):
        return all_preferences(db).get(person, Preferences())
    query = select(PREFERENCE.c.chosen).where(PREFERENCE.c.person == person)
    chosen = db.scalar(query)
    found: Preferences = unpacked(chosen) if chosen else Preferences()
    return found


@remembered
def all_preferences(db: Connection) -> Mapping[str, Preferences]:
    """Return what everybody chose who has chosen anything, by person."""
    found = db.execute(select(PREFERENCE.c.person, PREFERENCE.c.chosen))
    return {person: unpacked(chosen) for person, chosen in found}


@remembered
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
        rows = _still(_given_by(db, org), today)
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


def _held_by(db: Connection, person: str) -> Sequence[MandateRow]:
    if remembers(db):
        return _all(db).persons.get(person, ())
    return _mandates(db, MANDATE.c.person == person)


def _given_by(db: Connection, org: str) -> Sequence[MandateRow]:
    if remembers(db):
        return _all(db).orgs.get(org, ())
    return _mandates(db, MANDATE.c.org == org)


class _Mandates(NamedTuple):
    """All mandates, by person and by organisation."""

    persons: Mapping[str, Sequence[MandateRow]]
    orgs: Mapping[str, Sequence[MandateRow]]


@remembered
def _all(db: Connection) -> _Mandates:
    persons: dict[str, list[MandateRow]] = {}
    orgs: dict[str, list[MandateRow]] = {}
    for row in _mandates(db, true()):
        persons.setdefault(row.person, []).append(row)
        orgs.setdefault(row.org, []).append(row)
    return _Mandates(persons, orgs)


@remembered
def _coordinating(db: Connection) -> Sequence[MandateRow]:
    return _mandates(db, MANDATE.c.powers.contains(f'"{Power.COORDINATE}"'))


def _still(rows: Sequence[MandateRow], today: date) -> list[MandateRow]:
    return [row for row in rows if row.until is None or row.until >= today]


def _mandates(db: Connection, wanted: ColumnElement[bool]) -> Sequence[MandateRow]:
    query = select(MANDATE).where(wanted).order_by(MANDATE.c.org, MANDATE.c.n)
    found = db.execute(query).mappings()
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
