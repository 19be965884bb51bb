"""A digest is sent once, by the program alone; when it is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final, get_args
from zoneinfo import ZoneInfo

import pytest

from core.calendar import Calendar
from core.digest import DIGEST, Absent, Command, Given, Happening, Reach, Send, Sent
from core.errors import Code
from core.facts import Facts
from core.person import (
    Muted,
    Preferences,
    Rhythm,
    Unasked,
    Weekday,
    begins_month,
    digest_due,
)
from core.sealed import Sealed
from tests.core.walk import dead_ends, explore, survive
from tests.given import COORDINATION, OPERATOR, Spec

SEND: Final = Send(
    org="lindgrund",
    reach=Reach.ALL,
    period="2027-W11",
    upto=41,
    to=Sealed("p-1"),
    wording=Sealed("{}"),
    items=("Z34", "F12"),
    thanked=("Z34",),
)
SENT: Final = Sent(
    org="lindgrund",
    reach=Reach.ALL,
    period="2027-W11",
    upto=41,
    to=Sealed("p-1"),
    wording=Sealed("{}"),
    items=("Z34", "F12"),
    thanked=("Z34",),
)
digest = Spec(DIGEST).by(OPERATOR)
OFFERS: Final[list[tuple[Command, Facts]]] = [(SEND, OPERATOR)]
EASTER_MONDAY: Final = date(2027, 3, 29)
CALENDAR: Final = Calendar(ZoneInfo("Europe/Berlin"), frozenset({EASTER_MONDAY}))
WEEKLY: Final = Preferences()
DAILY: Final = replace(WEEKLY, digest=Rhythm.DAILY)


def due_on(wanted: Preferences, first: int, last: int) -> list[int]:
    """Return on which days of March 2027 a digest is due."""
    days = [date(2027, 3, day) for day in range(first, last + 1)]
    return [day.day for day in days if digest_due(wanted, CALENDAR, day)]


def test_what_was_said_is_recorded_once() -> None:
    digest.when(SEND).then(SENT)
    digest.given(SENT).when(SEND).then()


def test_nobody_but_the_program_records_it() -> None:
    digest.by(COORDINATION).when(SEND).refused(Code.ONLY_THE_PROGRAM)


def test_every_state_is_reached_and_the_last_one_stays() -> None:
    follows = explore(DIGEST, OFFERS)
    assert set(follows) == {Absent, Given}
    assert dead_ends(follows) == {Given}


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    assert type(SENT) in (get_args(Happening) or (Happening,))
    survive(DIGEST, (SENT,), OFFERS, seed)


def test_once_a_week_it_comes_on_monday() -> None:
    assert due_on(WEEKLY, 8, 21) == [8, 15]


def test_after_a_holiday_it_comes_on_the_next_working_day() -> None:
    assert due_on(WEEKLY, 29, 31) == [30]


def test_it_comes_on_the_day_one_chose_or_on_the_working_day_after_it() -> None:
    fridays = replace(WEEKLY, digest_day=Weekday.FRIDAY)
    assert due_on(fridays, 8, 25) == [12, 19]
    assert due_on(fridays, 26, 31) == [26]
    mourned = Calendar(CALENDAR.zone, frozenset({date(2027, 3, 26), EASTER_MONDAY}))
    days = [date(2027, 3, day) for day in range(22, 32)]
    assert [d.day for d in days if digest_due(fridays, mourned, d)] == [30]


def test_daily_means_on_working_days() -> None:
    assert due_on(DAILY, 26, 31) == [26, 30, 31]


def test_switched_off_means_never() -> None:
    assert due_on(replace(WEEKLY, digest=Rhythm.OFF), 8, 21) == []


def test_neither_whoever_rests_nor_whoever_muted_it_gets_one() -> None:
    resting = replace(WEEKLY, rest_until=date(2027, 3, 8))
    assert due_on(resting, 8, 21) == [15]
    assert due_on(replace(WEEKLY, muted=(Muted(kind=Unasked.DIGEST),)), 8, 21) == []
    nudges = replace(WEEKLY, muted=(Muted(kind=Unasked.NUDGE),))
    assert due_on(nudges, 8, 21) == [8, 15]


def test_a_month_begins_with_its_first_working_day() -> None:
    may = [date(2027, 5, day) for day in range(1, 5)]  # the 1st is a Saturday
    assert [begins_month(CALENDAR, day) for day in may] == [False, False, True, False]
