"""Who asks the views, about what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from core.ports import Circle
from projections import asks, decisions, people
from projections.span import Span
from projections.viewer import MACHINE, STRANGER, Viewer
from tests.access.county import World
from tests.access.roles import FORUMS, ROLES, WORDS

_START: Final = datetime(2020, 1, 1, tzinfo=UTC)
_END: Final = datetime(2030, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    """Who asks, and about which of three confidentialities."""

    county: World
    db: Connection
    viewer: Viewer
    circle: Circle

    @property
    def refs(self) -> Mapping[str, str]:
        """The items, by letter."""
        return self.county.refs[self.circle]

    @property
    def forum(self) -> str:
        """Where they lie."""
        return FORUMS[self.circle]

    @property
    def today(self) -> date:
        """The day."""
        return self.county.here.faden.today()

    @property
    def late(self) -> date:
        """A day on which all is late."""
        return self.today + timedelta(days=100)

    @property
    def span(self) -> Span:
        """All times, in the forum."""
        return Span(forums=(self.forum,), start=_START, end=_END)

    @property
    def ask(self) -> asks.AskRow:
        """The ask, whoever may see it."""
        row = asks.get(self.db, MACHINE, self.refs["F"])
        assert row is not None
        return row

    @property
    def decision(self) -> decisions.DecisionRow:
        """The decision, whoever may see it."""
        row = decisions.get(self.db, MACHINE, self.refs["B"])
        assert row is not None
        return row

    def sees(self, found: object) -> bool:
        """Whether something of that confidentiality is in what was found."""
        text = repr(found)
        known = (f"'{ref}'" in text for ref in self.refs.values())
        return WORDS[self.circle] in text or any(known)


def viewer(county: World, db: Connection, role: str) -> Viewer:
    """Return for whom ``role`` looks; a stranger is nobody."""
    if role == "operator":
        return MACHINE
    if role == "stranger":
        return STRANGER
    return people.viewer_of(db, ROLES[role], county.here.faden.today())
