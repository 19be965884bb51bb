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

    places: Sequence[tuple[str, str]]  # ids and names in the directory
    paths: Mapping[str, str | None]
    members: Sequence[OrganisationRow]
    forums: Sequence[ForumRow]
    people: Mapping[str, Sequence[str]]


def begun(faden: Faden, visit: Visit) -> Begun:
    """Return who takes part, which forums there are, and who acts for whom."""
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
    return Begun(
        places=[(one.org, one.name) for one in whole.municipalities],
        paths={row.org: row.path for row in rows},
        members=members,
        forums=visit.forums,
        people=held,
    )
