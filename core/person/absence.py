"""Absence: when somebody is away, and who stands in (*Abwesenheit, Vertretung*).

Both are sealed: the log says that somebody of an organisation is away, not when and
by whom they are replaced (``audit.md``). Once erased, nobody is away. Days are
calendar days in the region's time zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from core.errors import Code, Refusal
from core.facts import Facts
from core.person.commands import DeclareAbsence
from core.person.events import AbsenceDeclared
from core.sealed import Sealed

LONGEST: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Away:
    """An absence that was declared; see ``days`` for when."""

    period: Sealed  # "2027-05-03/2027-05-14", both included
    deputy: Sealed | None = None  # person id

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day, ``None`` if they were erased."""
        if self.period.text is None:
            return None
        first, _, last = self.period.text.partition("/")
        return date.fromisoformat(first), date.fromisoformat(last)

    @property
    def stand_in(self) -> str | None:
        """The person who acts instead."""
        return None if self.deputy is None else self.deputy.text

    def on(self, day: date) -> bool:
        """Whether ``day`` is one of the days away."""
        days = self.days
        return days is not None and days[0] <= day <= days[1]


def declared(
    command: DeclareAbsence, known: Away | None, facts: Facts
) -> list[AbsenceDeclared]:
    """Return that somebody will be away; it replaces what was declared before.

    Raises:
        Refusal: ``DUE_IN_THE_PAST``, ``TOO_FAR_AHEAD`` or ``OWN_DEPUTY``.
    """
    first, last = command.start or facts.today, command.until
    if last < facts.today or last < first:
        raise Refusal(Code.DUE_IN_THE_PAST, due=last, today=max(first, facts.today))
    if last > facts.today + LONGEST:
        latest = facts.today + LONGEST
        raise Refusal(Code.TOO_FAR_AHEAD, until=last, latest=latest)
    if command.deputy == facts.ref:
        raise Refusal(Code.OWN_DEPUTY)
    event = AbsenceDeclared(
        org=facts.org,
        period=Sealed(f"{first.isoformat()}/{last.isoformat()}"),
        deputy=None if command.deputy is None else Sealed(command.deputy),
    )
    return [] if known == away(event) else [event]


def away(event: AbsenceDeclared) -> Away:
    """Return what ``event`` declares."""
    return Away(event.period, event.deputy)
