"""Deadlines as people write them, and numbers that are none."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.grammar.dates import Found, Impossible, Session, Unsure, find_date
from bots.grammar.days import Sense, add_months, easter

DATA = Path(__file__).parent / "data" / "dates.jsonl"
TODAY = date(2027, 3, 17)  # a Wednesday
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()
]


def due(text: str, today: date = TODAY) -> date | None:
    found = find_date(text, today)
    return found.day if isinstance(found, Found) else None


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["text"])
def test_a_phrase_means_its_last_day_or_none(row: dict[str, Any]) -> None:
    found = due(row["text"])
    assert (found.isoformat() if found else None) == row["due"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bis 31.2.", Impossible),
        ("am 30. Februar", Impossible),
        ("bis KW 60", Impossible),
        ("Do, 30.4.", Unsure),
        ("30.4. oder 7.5.", Unsure),
        ("05/04/2027", Unsure),
        ("bis zum Sommer", Unsure),
        ("bis zur nächsten Sitzung", Session),
        ("by the next meeting", Session),
        ("12.500 €", type(None)),
        ("Fassung 2.1", type(None)),
    ],
)
def test_what_is_no_day_says_why(text: str, kind: type) -> None:
    assert isinstance(find_date(text, TODAY), kind)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("am 3.6.", "2026-06-03"),
        ("am 17.3.", "2027-03-17"),
        ("am 18.3.", "2026-03-18"),
        ("am Freitag", "2027-03-12"),
        ("heute", "2027-03-17"),
        ("gestern", "2027-03-16"),
        ("letzten Montag", "2027-03-15"),
        ("im Februar", "2027-02-28"),
        ("Ende März", "2026-03-31"),
        ("29.2.", "2024-02-29"),
        ("vom 3.3.", "2027-03-03"),
    ],
)
def test_what_has_happened_was_the_last_such_day(text: str, day: str) -> None:
    found = find_date(text, TODAY, sense=Sense.HAPPENED)
    assert isinstance(found, Found)
    assert found.day.isoformat() == day


def test_a_weekday_is_the_next_one_after_today() -> None:
    friday = date(2027, 3, 19)
    assert due("bis Freitag", friday - timedelta(days=1)) == friday
    assert due("bis Freitag", friday) == friday + timedelta(days=7)
    assert due("bis heute", friday) == friday


def test_a_day_of_the_month_is_today_on_that_day() -> None:
    assert due("30.4.", date(2027, 4, 30)) == date(2027, 4, 30)
    assert due("30.4.", date(2027, 5, 1)) == date(2028, 4, 30)


def test_easter_and_months_are_computed() -> None:
    assert easter(2027) == date(2027, 3, 28)
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)


DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@given(DAYS, DAYS)
def test_a_written_day_is_read_back(day: date, today: date) -> None:
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        assert due(f"bis {day.strftime(form)}", today) == day


@given(st.integers(1, 31), st.integers(1, 12), DAYS)
def test_a_day_without_a_year_is_never_before_today(
    d: int, m: int, today: date
) -> None:
    found = due(f"bis {d}.{m}.", today)
    assert found is None or (found >= today and (found.day, found.month) == (d, m))


@given(st.integers(2, 12), DAYS)
def test_a_day_that_does_not_exist_is_never_a_date(month: int, today: date) -> None:
    days = {2: 30, 4: 31, 6: 31, 9: 31, 11: 31}.get(month, 32)
    for text in (
        f"{days}.{month}.",
        f"bis {days}.{month:02}.2027",
        f"2027-{month:02}-{days}",
    ):
        assert due(text, today) is None


@given(st.text(max_size=200), DAYS)
def test_any_text_is_read_without_an_error(text: str, today: date) -> None:
    find_date(text, today)
    find_date(f"bis {text}", today, sense=Sense.HAPPENED)


@given(
    st.from_regex(r"(bis|am|by)? ?[0-9./:§ -]{1,24}(uhr|mai|kw|€)?", fullmatch=True),
    DAYS,
)
def test_any_figures_are_read_without_an_error(text: str, today: date) -> None:
    find_date(text, today)
