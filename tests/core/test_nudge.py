"""When somebody is reminded, and when not; one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, timedelta
from typing import Final

import pytest

from core import nudge
from core.calendar import Calendar, Hours
from core.facts import Matter
from core.nudge import NUDGE, Sent, Step, Suppressed, Why, ladder
from core.sealed import Sealed
from tests.core.nudge_offers import (
    LISTENER,
    PLAN,
    TICK,
    TOWN,
    about,
    on,
    remind,
)
from tests.given import TODAY, Spec

reminding = Spec(NUDGE).by(TICK)
scheduled: Final = nudge.Scheduled(org=TOWN, plans=(PLAN,))
sent: Final = Sent(about=(about(),), on=TODAY, to=Sealed("p-1"))
TOMORROW: Final = TODAY + timedelta(days=1)
ZONE: Final = Calendar(UTC)


def suppressed(why: Why, again: date | None = None) -> Suppressed:
    return Suppressed(about=(about(),), why=why, on=TODAY, again=again)


def test_the_ladder_is_three_days_before_one_before_and_one_after() -> None:
    plan = ladder("Z1", date(2027, 3, 1), date(2027, 3, 22), ZONE)  # a Monday
    assert plan.silent == date(2027, 3, 17)
    assert plan.direct == date(2027, 3, 19)
    assert plan.coordination == date(2027, 3, 23)


@pytest.mark.parametrize(
    ("made", "days"),
    [
        (date(2027, 3, 12), [17, 19]),  # half of ten days
        (date(2027, 3, 14), [19]),
        (date(2027, 3, 17), [19]),  # two days at least
        (date(2027, 3, 18), []),
        (date(2026, 1, 1), [17, 19]),  # ten days at most
    ],
)
def test_nobody_is_reminded_of_what_was_just_asked(made: date, days: list[int]) -> None:
    plan = ladder("Z1", made, date(2027, 3, 22), ZONE)
    assert [day.day for day in (plan.silent, plan.direct) if day] == days


def test_what_was_late_from_the_start_leads_to_coordination_later() -> None:
    plan = ladder("Z1", TODAY, TODAY - timedelta(days=9), ZONE)
    assert plan.coordination == TOMORROW


def test_one_message_tells_everything() -> None:
    both = (about(), about("F1"))
    together = Sent(about=both, on=TODAY, to=Sealed("p-1"))
    reminding.given(scheduled).when(remind(*both)).then(together)


def test_nothing_is_told_twice() -> None:
    reminding.by(on(TOMORROW)).given(scheduled, sent).when(remind()).then()


def test_nobody_is_written_to_twice_on_a_day() -> None:
    other = Sent(about=(about("F1"),), on=TODAY, to=Sealed("p-1"))
    reminding.given(other).when(remind()).then()
    later = replace(sent, on=TOMORROW)
    reminding.by(on(TOMORROW)).given(other).when(remind()).then(later)


def test_what_is_over_is_not_reminded_of() -> None:
    over = replace(TICK, matters={"Z1": Matter(frozenset())})
    reminding.by(over).given(scheduled).when(remind()).then()
    reminding.by(replace(TICK, matters={})).when(remind()).then()


@pytest.mark.parametrize("hour", [0, 7, 17, 23])
def test_nobody_is_written_to_in_quiet_hours(hour: int) -> None:
    reminding.when(remind(hour=hour)).then()


def test_quiet_hours_are_those_of_the_person() -> None:
    late = replace(TICK, listener=replace(LISTENER, hours=Hours(start=12, end=20)))
    reminding.by(late).when(remind(hour=9)).then()
    reminding.by(late).when(remind(hour=19)).then(sent)


@pytest.mark.parametrize("day", [date(2027, 3, 20), date(2027, 3, 21)])
def test_a_weekend_is_quiet(day: date) -> None:
    reminding.by(on(day)).when(remind()).then()


def test_a_public_holiday_is_quiet() -> None:
    holiday = replace(TICK, holidays=frozenset({TODAY}))
    reminding.by(holiday).when(remind()).then()


def test_nobody_who_is_away_is_written_to() -> None:
    away = replace(TICK, listener=replace(LISTENER, present=False))
    reminding.by(away).when(remind()).then()


def test_where_nobody_is_there_another_look_is_taken_tomorrow() -> None:
    noted = suppressed(Why.ABSENCE, TOMORROW)
    reminding.when(remind(to=None)).then(noted)
    unknown = replace(TICK, listener=None)
    reminding.by(unknown).when(remind()).then(noted)


def test_whoever_stands_in_is_told_and_it_is_noted() -> None:
    instead = replace(remind(), instead=True)
    noted = nudge.Delegated(about=(about(),), on=TODAY, to=Sealed("p-1"))
    reminding.when(instead).then(noted, sent)


def test_who_wants_no_reminders_gets_none() -> None:
    left_alone = replace(TICK, listener=replace(LISTENER, wants=False))
    reminding.by(left_alone).when(remind()).then(suppressed(Why.RESTING))


def test_where_something_has_just_happened_a_day_goes_by_first() -> None:
    just_now = Matter(frozenset({TOWN}), TICK.now - timedelta(hours=23))
    facts = replace(TICK, matters={"Z1": just_now})
    reminding.by(facts).when(remind()).then(suppressed(Why.TOUCHED, TOMORROW))
    long_ago = replace(just_now, touched=TICK.now - timedelta(hours=24))
    facts = replace(TICK, matters={"Z1": long_ago})
    reminding.by(facts).when(remind()).then(sent)


def test_two_reminders_of_the_same_are_enough() -> None:
    later = nudge.Scheduled(org=TOWN, plans=(replace(PLAN, due=TODAY),))
    days = [TODAY - timedelta(days=n) for n in (40, 20)]
    past = [x for day in days for x in (replace(sent, on=day), later)]
    reminding.given(*past).when(remind()).then(suppressed(Why.ENOUGH))


def test_three_in_seven_days_are_enough_for_anybody() -> None:
    others = [
        Sent(about=(about(f"F{n}"),), on=TODAY - timedelta(days=n), to=Sealed("p-1"))
        for n in (6, 5, 4)
    ]
    held = suppressed(Why.BUDGET, TOMORROW)
    reminding.given(*others).when(remind()).then(held)
    reminding.by(on(TOMORROW)).given(*others).when(remind()).then(
        replace(sent, on=TOMORROW)
    )


def test_the_digest_of_the_day_tells_it_instead() -> None:
    told = replace(remind(), digest=True)
    reminding.when(told).then(suppressed(Why.DIGEST))
    reminding.given(suppressed(Why.DIGEST)).when(remind()).then()


def test_coordination_is_told_whatever_the_budget() -> None:
    after = about(step=Step.COORDINATION)
    others = [
        Sent(about=(about(f"F{n}"),), on=TODAY - timedelta(days=n), to=Sealed("p-1"))
        for n in (6, 5, 4)
    ]
    expected = Sent(about=(after,), on=TODAY, to=Sealed("p-1"))
    reminding.given(*others).when(remind(after)).then(expected)


def test_on_the_day_of_its_digest_coordination_gets_no_second_message() -> None:
    after = about(step=Step.COORDINATION)
    told = replace(remind(after), digest=True)
    reminding.when(told).then(replace(suppressed(Why.DIGEST), about=(after,)))


def test_what_somebody_wished_for_comes_beside_the_digest() -> None:
    wished = about(step=Step.WISHED)
    snoozed = nudge.Snoozed(ref="Z1", org=TOWN, until=TODAY, by=Sealed("p-1"))
    expected = Sent(about=(wished,), on=TODAY, to=Sealed("p-1"))
    told = replace(remind(wished), digest=True)
    reminding.given(snoozed).when(told).then(expected)


def test_the_silent_step_writes_to_nobody() -> None:
    silent = about(step=Step.SILENT)
    reminding.when(nudge.PassBy(about=(silent,))).then(Sent(about=(silent,), on=TODAY))
    reminding.given(sent).when(nudge.PassBy(about=(silent,))).then()


def test_a_new_day_of_the_item_begins_a_new_ladder() -> None:
    moved = nudge.Schedule(org=TOWN, plans=(replace(PLAN, due=TOMORROW),))
    again = nudge.Scheduled(org=TOWN, plans=moved.plans)
    reminding.given(scheduled, sent).when(moved).then(again)
    reminding.when(nudge.Schedule(org=TOWN, plans=())).then()
