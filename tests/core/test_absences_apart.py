"""Absences that lie apart stand beside each other (rule O3)."""

from __future__ import annotations

from datetime import date
from typing import Final

from core.person import (
    AbsenceDeclared,
    AbsenceEnded,
    Admitted,
    DeclareAbsence,
    EndAbsence,
)
from core.sealed import Sealed
from tests.core.test_person_absence import herself, person
from tests.given import TODAY

HOLIDAY: Final = AbsenceDeclared(
    org="lindgrund", period=Sealed("2027-04-05/2027-04-16"), deputy=Sealed("p-3")
)
SICK: Final = DeclareAbsence(until=TODAY)
sick: Final = AbsenceDeclared(org="lindgrund", period=Sealed("2027-03-15/2027-03-15"))


def test_a_day_off_leaves_a_holiday_that_lies_apart() -> None:
    given = person.by(herself).given(Admitted(), HOLIDAY)
    given.when(SICK).then(sick)
    again = DeclareAbsence(
        start=date(2027, 4, 5), until=date(2027, 4, 16), deputy="p-3"
    )
    person.by(herself).given(Admitted(), HOLIDAY, sick).when(again).then()


def test_whoever_is_back_from_one_absence_keeps_the_other() -> None:
    back = AbsenceEnded(org="lindgrund")
    given = person.by(herself).given(Admitted(), HOLIDAY, sick)
    given.when(EndAbsence()).then(back, HOLIDAY)
    given.when(EndAbsence(start=date(2027, 4, 5))).then(back, sick)
    person.by(herself).given(Admitted(), HOLIDAY).when(EndAbsence()).then(back)
