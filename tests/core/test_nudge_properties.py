"""Whatever happens: nobody is reminded when, how often or of what they must not be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from core import nudge
from core.calendar import Calendar, Hours
from core.facts import Facts, Listener, Matter
from core.nudge import NUDGE, About, Step
from tests.core.nudge_offers import TICK, TOWN

BEGIN: Final = datetime(2027, 3, 22, tzinfo=UTC)  # a week before summer time
WEEKS: Final = 33  # so that it ends behind winter time
REFS: Final = ("Z1", "Z2", "F1")
PERSONS: Final = ("p-1", "p-2")
HOLIDAYS: Final = frozenset({date(2027, 3, 26), date(2027, 3, 29), date(2027, 10, 3)})
HERE: Final = Calendar(ZoneInfo("Europe/Berlin"), HOLIDAYS)


@st.composite
def moments(draw: st.DrawFn) -> tuple[datetime, nudge.Command, Facts]:
    """Return an instant, what the hour wants then, and how things stand."""
    minutes = draw(st.integers(0, WEEKS * 7 * 24 * 60))
    now = BEGIN + timedelta(minutes=minutes)
    waits = draw(st.sets(st.sampled_from(REFS)))
    matters = {ref: Matter(frozenset({TOWN} if ref in waits else ())) for ref in REFS}
    listener = Listener(
        present=draw(st.booleans()),
        wants=draw(st.booleans()),
        hours=draw(st.sampled_from((Hours(), Hours(start=6, end=12)))),
        weekly=draw(st.integers(0, 5)),
    )
    facts = replace(
        TICK,
        now=now,
        today=HERE.day(now),
        matters=matters,
        listener=listener,
        holidays=HOLIDAYS,
    )
    return now, _command(draw, HERE.day(now), HERE.hour(now)), facts


def _command(draw: st.DrawFn, today: date, hour: int) -> nudge.Command:
    ref = draw(st.sampled_from(REFS))
    if draw(st.integers(0, 4)) == 0:
        plan = nudge.ladder(ref, today, today + timedelta(days=9), HERE)
        return nudge.Schedule(org=TOWN, plans=(plan,))
    about = tuple(
        About(ref=one, org=TOWN, step=draw(st.sampled_from(Step)))
        for one in draw(st.sets(st.sampled_from(REFS), min_size=1))
    )
    return nudge.Remind(
        to=draw(st.sampled_from((*PERSONS, None))),
        about=about,
        hour=hour,
        digest=draw(st.booleans()),
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(moments(), max_size=40))
def test_nobody_is_reminded_against_the_rules(
    some: list[tuple[datetime, nudge.Command, Facts]],
) -> None:
    state: nudge.State = NUDGE.initial
    written: list[tuple[str, date]] = []
    unasked: dict[str, int] = {}
    for now, command, facts in sorted(some, key=lambda one: one[0]):
        for event in NUDGE.decide(command, state, facts):
            state = NUDGE.evolve(state, event)
            if isinstance(event, nudge.Sent) and event.to is not None:
                _judge(event, now, facts)
                written.append((event.to.text or "", facts.today))
                for one in event.about:
                    unasked[one.ref] = unasked.get(one.ref, 0) + (
                        one.step is Step.DIRECT
                    )
    assert len(written) == len(set(written)), "twice on one day"
    assert all(count <= nudge.MOST for count in unasked.values())


def _judge(event: nudge.Sent, now: datetime, facts: Facts) -> None:
    listener = facts.listener
    assert listener is not None
    assert listener.present
    assert listener.wants
    assert HERE.working(HERE.day(now))
    assert listener.hours.hold(HERE.hour(now))
    assert HERE.allowed(now, listener.hours) == now
    for one in event.about:
        assert one.org in facts.matters[one.ref].waits
