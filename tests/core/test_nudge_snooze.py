"""What is put off, stopped, erased; and that no past breaks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final, get_args

import pytest

from core import nudge
from core.calendar import Calendar
from core.errors import Code
from core.facts import Facts
from core.nudge import NUDGE, Sent, Step, Suppressed, Why
from core.sealed import Sealed
from tests.core.nudge_offers import (
    HERSELF,
    LISTENER,
    OFFERS,
    PLAN,
    TICK,
    TOWN,
    about,
    on,
    remind,
)
from tests.core.walk import explore, survive
from tests.given import COORDINATION, TODAY, Spec, member

reminding = Spec(NUDGE).by(TICK)
scheduled: Final = nudge.Scheduled(org=TOWN, plans=(PLAN,))
sent: Final = Sent(about=(about(),), on=TODAY, to=Sealed("p-1"))
TOMORROW: Final = TODAY + timedelta(days=1)
ZONE: Final = Calendar(UTC)


def suppressed(why: Why, again: date | None = None) -> Suppressed:
    return Suppressed(about=(about(),), why=why, on=TODAY, again=again)


SNOOZE: Final = nudge.Snooze(ref="Z1", until=TODAY + timedelta(days=2))
snoozed: Final = nudge.Snoozed(
    ref="Z1", org=TOWN, until=SNOOZE.until, by=Sealed("p-lindgrund")
)


def test_somebody_wants_to_be_reminded_later() -> None:
    reminding.by(HERSELF).when(SNOOZE).then(snoozed)
    reminding.by(HERSELF).given(snoozed).when(SNOOZE).then()


def test_until_then_nothing_comes_and_then_it_does() -> None:
    later = about(step=Step.WISHED)
    reminding.given(snoozed).when(remind()).then()
    told = Sent(about=(later,), on=SNOOZE.until, to=Sealed("p-1"))
    facts = on(SNOOZE.until)
    reminding.by(facts).given(snoozed).when(remind(later)).then(told)
    reminding.by(facts).given(snoozed, told).when(remind(later)).then()


def test_what_was_put_off_by_mistake_is_taken_back() -> None:
    woken = nudge.Woken(ref="Z1", org=TOWN)
    reminding.by(HERSELF).given(snoozed).when(nudge.Wake(ref="Z1")).then(woken)
    reminding.by(HERSELF).given(snoozed, woken).when(nudge.Wake(ref="Z1")).then()
    reminding.given(snoozed, woken).when(remind()).then(sent)


def test_coordination_does_not_sleep_along() -> None:
    after = about(step=Step.COORDINATION)
    told = Sent(about=(after,), on=TODAY, to=Sealed("p-1"))
    reminding.given(snoozed).when(remind(after)).then(told)


@pytest.mark.parametrize(
    ("command", "facts", "code"),
    [
        (replace(SNOOZE, until=TODAY), HERSELF, Code.DUE_IN_THE_PAST),
        (replace(SNOOZE, until=date(2029, 1, 1)), HERSELF, Code.TOO_FAR_AHEAD),
        (replace(SNOOZE, ref="Z2"), HERSELF, Code.NOTHING_TO_SNOOZE),
        (
            SNOOZE,
            replace(member("birkfeld"), matters=HERSELF.matters),
            Code.NOTHING_TO_SNOOZE,
        ),
    ],
)
def test_only_what_one_owes_can_be_put_off(
    command: nudge.Snooze, facts: Facts, code: Code
) -> None:
    reminding.by(facts).when(command).refused(code)


def test_what_has_ended_is_forgotten_once() -> None:
    stop = nudge.Stop(org=TOWN, refs=("Z1", "Z2"))
    stopped = nudge.Stopped(org=TOWN, refs=("Z1",))
    reminding.given(scheduled).when(stop).then(stopped)
    reminding.given(scheduled, stopped).when(stop).then()


def test_only_the_hour_and_coordination_remind() -> None:
    reminding.by(HERSELF).when(remind()).refused(Code.ONLY_COORDINATION)
    by = replace(COORDINATION, matters=TICK.matters, listener=LISTENER)
    reminding.by(by).when(remind()).then(sent)


def test_an_erased_recipient_counts_for_nobody() -> None:
    erased = replace(sent, to=Sealed(None))
    reminding.given(erased).when(remind(about("F1"))).then(
        Sent(about=(about("F1"),), on=TODAY, to=Sealed("p-1"))
    )


def test_once_there_is_something_it_goes_on() -> None:
    assert set(explore(NUDGE, OFFERS)) == set(get_args(nudge.State))


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    samples: list[nudge.Happening] = [
        scheduled,
        sent,
        snoozed,
        suppressed(Why.BUDGET, TOMORROW),
        nudge.Woken(ref="Z1", org=TOWN),
        nudge.Stopped(org=TOWN, refs=("Z1",)),
        nudge.Delegated(about=(about(),), on=TODAY, to=Sealed("p-1")),
    ]
    assert {type(sample) for sample in samples} == set(get_args(nudge.Happening))
    survive(NUDGE, samples, OFFERS, seed)


def test_the_hour_is_local() -> None:
    assert Calendar(UTC).hour(datetime(2027, 3, 15, 9, 30, tzinfo=UTC)) == 9
