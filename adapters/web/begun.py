"""Begun: how far the first steps of a region have come (*erste Schritte*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from adapters import reference
from adapters.founding import steps
from adapters.founding.official import foundation
from adapters.main import Faden
from adapters.web.visit import Visit
from projections import people
from projections.people import ForumRow, OrganisationRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """How far it has come: whom one can ask, who takes part, forums, people by org."""

    places: Sequence[tuple[str, str]]  # ids and names of whom one can ask
    elsewhere: str  # the county whose directory is there for the asking
    unasked: int  # of them, in no state yet
    paths: Mapping[str, str | None]
    members: Sequence[OrganisationRow]
    forums: Sequence[ForumRow]
    people: Mapping[str, Sequence[str]]


def begun(faden: Faden, visit: Visit, asked: bool) -> Begun:  # noqa: FBT001  (of one address)
    """Return who takes part, which forums there are, and who acts for whom.

    The municipalities of the directory are there where its county is, else if
    ``asked`` for.
    """
    whole = foundation(reference.read(reference.extract()), "")
    speech = faden.speech(visit.person)  # it knows the name of who was just let in
    with faden.reading() as db:
        rows = people.organisations(db, visit.viewer)
        members = [row for row in rows if row.path not in steps.OUTSIDE]
        held = {
            row.org: [
                speech.person(one.person)
                for one in people.given_by(db, row.org, visit.speech.today)
            ]
            for row in rows
        }
    known = {row.org: row.name for row in rows}
    at_home = whole.county.org in known
    listed = whole.municipalities if at_home or asked else ()
    places = {one.org: one.name for one in listed}
    places |= {o: name for o, name in known.items() if o != visit.coordinating}
    paths = {row.org: row.path for row in rows}
    return Begun(
        places=sorted(places.items(), key=lambda one: one[1].casefold()),
        elsewhere="" if at_home else whole.county.name,
        unasked=sum(paths.get(org) is None for org in places),
        paths=paths,
        members=members,
        forums=visit.forums,
        people=held,
    )
