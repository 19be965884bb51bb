"""Days and hours in which people work, across both changes of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import USUAL, Calendar, Hours

BERLIN: Final = ZoneInfo("Europe/Berlin")
EASTER: Final = frozenset({date(2027, 3, 26), date(2027, 3, 29)})  # Friday and Monday
HERE: Final = Calendar(BERLIN, EASTER)
_BEGIN: Final = datetime(2027, 1, 1, tzinfo=UTC)
_INSTANTS: Final = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: _BEGIN + timedelta(minutes=minutes)
)
_HOURS: Final = st.tuples(st.integers(0, 23), st.integers(1, 24)).filter(
    lambda pair: pair[0] < pair[1]
)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("asked", "allowed"),
    [
        ("2027-03-17T09:00", "2027-03-17T09:00"),  # a Wednesday
        ("2027-03-17T07:59", "2027-03-17T08:00"),
        ("2027-03-17T08:00", "2027-03-17T08:00"),
        ("2027-03-17T16:59", "2027-03-17T16:59"),
        ("2027-03-17T17:00", "2027-03-18T08:00"),
        ("2027-03-19T17:00", "2027-03-22T08:00"),  # over a weekend
        ("2027-03-25T18:00", "2027-03-30T08:00"),  # Easter, and summer time begins
        ("2027-10-29T20:00", "2027-11-01T08:00"),  # and ends
    ],
)
def test_it_waits_for_the_next_working_hour(asked: str, allowed: str) -> None:
    assert HERE.allowed(local(asked)) == local(allowed)


def test_eight_o_clock_is_another_instant_in_summer_than_in_winter() -> None:
    assert HERE.instant(date(2027, 3, 25), 8).hour == 7
    assert HERE.instant(date(2027, 3, 30), 8).hour == 6


def test_the_end_of_a_day_is_the_beginning_of_the_next_one() -> None:
    whole = HERE.instant(date(2027, 3, 17), 24)
    assert whole == HERE.instant(date(2027, 3, 18), 0)


@given(_INSTANTS, _HOURS)
def test_what_is_allowed_is_a_working_hour_and_never_too_early(
    at: datetime, pair: tuple[int, int]
) -> None:
    hours = Hours(*pair)
    found = HERE.allowed(at, hours)
    assert found >= at
    assert HERE.working(HERE.day(found))
    assert hours.hold(HERE.hour(found))
    assert HERE.allowed(found, hours) == found


@given(_INSTANTS)
def test_nothing_earlier_would_have_been_allowed(at: datetime) -> None:
    found = HERE.allowed(at)
    between = at
    while between < found:
        open_ = HERE.working(HERE.day(between)) and USUAL.hold(HERE.hour(between))
        assert not open_
        between += timedelta(minutes=7)


@given(st.dates(date(2027, 1, 1), date(2028, 1, 1)), st.integers(0, 30))
def test_so_many_working_days_lie_between(day: date, count: int) -> None:
    later = HERE.after(day, count)
    days = [day + timedelta(days=n) for n in range(1, (later - day).days + 1)]
    assert sum(HERE.working(one) for one in days) == count
    assert HERE.before(later, count) <= day or not count
