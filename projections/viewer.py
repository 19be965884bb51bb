"""Viewer: for whom a query is answered (*Betrachter*).

What a viewer may not see is left out in the query, never in a face. Lateness
is told to coordination and to the two parties; for others a promise is open.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, or_, true

from core.facts import OPERATOR
from core.ports import Circle

Reader: TypeAlias = Connection
"""What a query reads from; for those who hand it on without knowing SQL."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person, the organisations spoken for, and what goes beyond them.

    ``coordinates`` and ``audits`` tell of the powers *koordinieren* and *prüfen*.
    Without any mandate there are no ``orgs`` and neither of them.

    Whoever examines sees closed items, too: what is done behind closed doors is what
    nobody else could check. In return they change nothing, their mandate ends on a
    day, and every look is noted. What was said to one person alone stays theirs.
    """

    person: str
    orgs: frozenset[str]
    coordinates: bool
    audits: bool

    @property
    def oversees(self) -> bool:
        """Whether the viewer may see closed items of others."""
        return self.coordinates or self.audits

    @property
    def is_noted(self) -> bool:
        """Whether it is noted what the viewer looks at, by whatever way.

        That is so of all who see more because they examine, whatever else they are;
        who coordinates sees as much without it.
        """
        return self.audits and not self.coordinates

    @property
    def inside(self) -> bool:
        """Whether the viewer has any mandate in the region."""
        return bool(self.orgs) or self.coordinates or self.audits

    def is_party(self, *parties: str | None) -> bool:
        """Whether the viewer speaks for one of ``parties``."""
        return not self.orgs.isdisjoint(parties)

    def knows_of_lateness(self, *parties: str | None) -> bool:
        """Whether the viewer may learn that something is late (*überfällig*)."""
        return self.coordinates or self.is_party(*parties)

    def may_see(self, circle: str, *parties: str | None) -> bool:
        """Tell for one item what ``sees`` tells for a query."""
        if circle == Circle.PUBLIC or self.oversees:
            return True
        if circle == Circle.INTERNAL:
            return self.inside
        return self.is_party(*parties)


MACHINE: Final = Viewer(OPERATOR, frozenset(), coordinates=True, audits=True)
"""The operator at the machine's own command line, who sees everything."""

STRANGER: Final = Viewer("", frozenset(), coordinates=False, audits=False)
"""Somebody of whom nothing is known; sees what is public."""


def sees(
    viewer: Viewer, circle: ColumnElement[str], *parties: ColumnElement[str | None]
) -> ColumnElement[bool]:
    """Return the condition under which ``viewer`` may see an item."""
    if viewer.oversees:
        return true()
    if not viewer.inside:
        return circle == Circle.PUBLIC.value
    closed = Circle.CLOSED.value
    return or_(circle != closed, speaks_for(viewer, *parties))


def speaks_for(
    viewer: Viewer, *parties: ColumnElement[str | None]
) -> ColumnElement[bool]:
    """Return the condition that the viewer speaks for one of ``parties``."""
    return or_(*(among(party, viewer.orgs) for party in parties))


def among(
    column: ColumnElement[str | None], names: Collection[str]
) -> ColumnElement[bool]:
    """Return the condition that ``column`` is one of ``names``; often there is one."""
    if len(names) == 1:
        (only,) = names
        return column == only
    return column.in_(sorted(names))
