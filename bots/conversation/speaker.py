"""Speaker: who talks, for which organisations, and what may be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bots.grammar.names import Names
from bots.speech import Speech
from core.calendar import working_day_from
from core.facts import OnBehalf, Power
from core.ports import Circle, Order, Via
from core.sealed import Sealed
from projections import people
from projections.commitments import CommitmentRow
from projections.people import MandateRow
from projections.viewer import Reader, Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The person of one message, with everything known about them just now."""

    person: str
    via: Via
    ref: str  # of the message
    link: str  # where the platform shows the message, if it does
    beside: str  # the forum whose board stood next to the message, if one did
    today: date
    now: datetime
    mandates: Sequence[MandateRow]
    viewer: Viewer
    speech: Speech
    holidays: frozenset[date]

    @property
    def orgs(self) -> tuple[str, ...]:
        """Return the organisations spoken for, the first being the usual one."""
        return tuple(dict.fromkeys(row.org for row in self.mandates))

    def org_among(self, *parties: str | None) -> str:
        """Return for which of ``parties`` the person speaks, else the usual one."""
        return next((org for org in parties if org in self.orgs), self.orgs[0])

    def may(self, power: Power, org: str, forum: str | None) -> bool:
        """Whether the person has ``power`` for ``org`` in ``forum``."""
        return any(
            row.org == org
            and power.value in row.powers
            and (not row.forums or forum in row.forums)
            for row in self.mandates
        )

    def nearest(self, forums: list[str]) -> list[str]:
        """Return of ``forums`` the one whose board stood beside, else all."""
        return [self.beside] if self.beside in forums else forums

    def working(self, day: date | None) -> date | None:
        """Return the working day to which core moves a term, to say it back."""
        return None if day is None else working_day_from(day, self.holidays)

    def names(self) -> Names:
        """Return the names the grammar may meet."""
        return Names(
            organisations=tuple(self.speech.organisations.values()),
            forums=tuple(self.speech.forums.values()),
        )

    def org_named(self, name: str) -> str | None:
        """Return the id of the organisation called ``name``."""
        found = (o for o, known in self.speech.organisations.items() if known == name)
        return next(found, None)

    def order(
        self,
        command: object,
        *,
        step: str,
        org: str,
        stream: str | None = None,
        on_behalf: OnBehalf | None = None,
        after: int | None = None,
        circle: str = Circle.INTERNAL.value,
    ) -> Order:
        """Return ``command`` as an order of this message; ``step`` tells them apart."""
        return Order(
            command_id=f"{self.ref}/{step}",
            command=command,
            stream=stream,
            actor=self.person,
            org=org,
            today=self.today,
            now=self.now,
            via=self.via,
            source=Sealed(self.link or self.ref),
            on_behalf=on_behalf,
            circle=Circle(circle),
            after=after,
            holidays=self.holidays,
        )


def colleagues(db: Reader, org: str, forum: str, today: date) -> Sequence[MandateRow]:
    """Return who acts for ``org`` in ``forum``."""
    return people.persons_of(db, org, forum, today)


def deciding(db: Reader, row: CommitmentRow, today: date) -> tuple[str, ...]:
    """Return who may confirm what waits in ``row`` (rules O1 and D5)."""
    if row.pending_org is None:
        return ()
    acting = colleagues(db, row.pending_org, row.forum, today)
    return tuple(m.person for m in acting if Power.PROMISE.value in m.powers)
