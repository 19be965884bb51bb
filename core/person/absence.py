"""Absence: when somebody is away, and who stands in (*Abwesenheit, Vertretung*).

Absences that lie apart stand beside each other; what overlaps gives way to the newer.
Both are sealed: the log says that somebody of an organisation is away, not when and
by whom they are replaced (``audit.md``). Once erased, nobody is away. Days are
calendar days in the region's time zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from core.errors import Code, Refusal
from core.facts import Facts
from core.person.commands import DeclareAbsence, EndAbsence
from core.person.events import AbsenceDeclared, AbsenceEnded
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


def beside(known: Sequence[Away], new: Away) -> tuple[Away, ...]:
    """Return ``new`` and of ``known`` what does not overlap with it."""
    return (*(one for one in known if not _overlap(one, new)), new)


def _overlap(one: Away, other: Away) -> bool:
    if one.days is None or other.days is None:
        return one.days is None
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def declared(
    command: DeclareAbsence, known: Sequence[Away], facts: Facts
) -> list[AbsenceDeclared]:
    """Return that somebody will be away, once.

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
    return [] if away(event) in known else [event]


def ended(
    command: EndAbsence, known: Sequence[Away], facts: Facts
) -> list[AbsenceEnded | AbsenceDeclared]:
    """Return that somebody is there again; what is still to come is declared anew."""
    ahead = [one for one in known if one.days and one.days[1] >= facts.today]
    runs = [one for one in ahead if one.on(facts.today)] or ahead
    if command.start is not None:
        runs = [one for one in ahead if one.days and one.days[0] == command.start]
    if not runs:
        return []
    kept = [one for one in ahead if one not in runs]
    again = [
        AbsenceDeclared(org=facts.org, period=one.period, deputy=one.deputy)
        for one in kept
    ]
    return [AbsenceEnded(org=facts.org), *again]


def away(event: AbsenceDeclared) -> Away:
    """Return what ``event`` declares."""
    return Away(event.period, event.deputy)
