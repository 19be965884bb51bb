"""Persons, and what is expected of oneself (*Personen*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.api.operation import Id, Listed, Nothing, Reading, Then, query
from core.person import Preferences
from projections import digest, mylist, people
from projections.digest import Digest
from projections.mylist import MyList
from projections.people import AwayRow, MandateRow


class One(Nothing):
    """One of them."""

    person: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a mandate; ``name`` is ``null`` where it was erased."""

    person: str
    name: str | None
    salutation: str | None
    away: AwayRow | None
    mandates: Sequence[MandateRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """Whose token it is, what they chose, and what they may see."""

    person: Person
    preferences: Preferences
    coordinates: bool
    audits: bool


@query("/persons", "persons", Person, listed=True, lasts=False)
def list_persons(at: Reading, asked: Nothing) -> Listed:  # noqa: ARG001  (no choice)
    """List who acts for whom today; without a mandate you see yourself alone."""
    everybody = people.everybody(at.db) if at.viewer.inside else [at.viewer.person]
    return Listed(_persons(at, everybody))


@query("/persons/me", "persons", Me, lasts=False)
def get_me(at: Reading, asked: Nothing) -> Me:  # noqa: ARG001  (no choice)
    """Return whose token this is."""
    (person,) = _persons(at, [at.viewer.person])
    return Me(
        person=person,
        preferences=people.preferences_of(at.db, at.viewer.person),
        coordinates=at.viewer.coordinates,
        audits=at.viewer.audits,
    )


@query("/persons/{person}", "persons", Person, lasts=False)
def get_person(at: Reading, asked: One) -> Person | None:
    """Return somebody who acts for an organisation, or whom you coordinate."""
    who, viewer = asked.person, at.viewer
    acts = viewer.inside and who in people.everybody(at.db)
    (person,) = _persons(at, [who])
    known = viewer.person == who or (viewer.coordinates and person.name is not None)
    return person if acts or known else None


@query("/persons/me/list", "persons", MyList)
def get_my_list(at: Reading, asked: Then) -> MyList:  # noqa: ARG001  (no choice)
    """Return what is expected of your organisations, and what is owed to them."""
    return mylist.mine(at.db, at.viewer, at.today)


@query("/persons/me/digest", "persons", Digest, lasts=False)
def get_my_digest(at: Reading, asked: Nothing) -> Digest:  # noqa: ARG001  (no choice)
    """Return how things stand for you, and what was new in the last week."""
    now = at.faden.clock()
    since = digest.since_a_week(now)
    return digest.digest(at.db, at.viewer, at.today, now, since)


def _persons(at: Reading, ids: Sequence[str]) -> Sequence[Person]:
    cards = at.faden.store.vault.cards(ids)
    away = people.away(at.db, ids, at.today)
    return [
        Person(
            person=one,
            name=cards[one].name if one in cards else None,
            salutation=cards[one].salutation if one in cards else None,
            away=away.get(one),
            mandates=people.mandates_of(at.db, one, at.today),
        )
        for one in ids
    ]
