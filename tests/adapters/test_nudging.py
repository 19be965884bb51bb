"""A timer that fails holds back no other, and is not lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from adapters import stuck as words
from adapters.nudging import Nudging
from adapters.office import Kind, Stuck
from adapters.office.stuck import TRIES, pause
from bots.nudges.orders import TURNS, Hour, Ordered, Turn
from core import nudge
from core.errors import Code, Refusal
from projections.timers import Timer, What
from tests.auenland import Auenland, found

THE_DAY: Final = datetime(2027, 4, 29, 9, 0, tzinfo=UTC)  # one before both are due


@dataclass
class Moody:
    """The real turns, but reminding of one item fails as long as it stands."""

    here: Auenland
    bad: str = "Z1"
    error: Exception = field(default_factory=lambda: LookupError("geheim"))
    undecidable: bool = False

    def tick(self, moment: datetime) -> None:
        """Let the hour come round."""
        self.here.watch.now = moment
        faden = self.here.faden
        faden.worker.wait(faden.store.journal.head(), 10)
        turns = [self._moody(turn) for turn in TURNS]
        Nudging(faden.store, faden.desk, faden.worker, turns).tick(moment)
        faden.reactor.settle()

    def _moody(self, turn: Turn) -> Turn:
        def orders(at: Hour, due: Sequence[Timer]) -> Sequence[Ordered]:
            if not any(self._is_bad(one) for one in due):
                return turn.orders(at, due)
            if not self.undecidable:
                raise self.error
            return [
                (
                    order._replace(command=object())
                    if _about(self.bad, some)
                    else order,
                    some,
                )
                for order, some in turn.orders(at, due)
            ]

        return Turn(turn.due, orders)

    def _is_bad(self, one: Timer) -> bool:
        return one.ref == self.bad and one.what is What.REMIND


def _about(ref: str, some: Sequence[Timer]) -> bool:
    return any(one.ref == ref for one in some)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, in which two have promised something by the same day."""
    county = found(tmp_path / "data")
    for town, who in (("Birkfeld", "p-vogt"), ("Lindgrund", "p-lange")):
        county.say("p-kern", f"Bitte an {town}: Mengen liefern bis 30.4.")
        county.say("p-kern", "ja")
        ref = "Z1" if who == "p-vogt" else "Z2"
        county.say(who, f"{ref} machen wir")
        county.say(who, "ja")
    yield county
    county.faden.close()


@pytest.fixture
def moody(here: Auenland) -> Moody:
    """The ladders are fixed."""
    moody = Moody(here)
    moody.tick(here.watch())
    return moody


def reminded(here: Auenland) -> list[tuple[str, nudge.Step]]:
    """Return of what was reminded in words, in order."""
    events = (one.event for one in here.faden.store.journal.since(0))
    sent = (one for one in events if isinstance(one, nudge.Sent))
    return [(a.ref, a.step) for one in sent if one.to for a in one.about]


def lying(here: Auenland) -> Sequence[Stuck]:
    return here.faden.store.office.stuck.all()


@pytest.mark.parametrize("undecidable", [False, True])
def test_one_bad_timer_holds_back_no_other(
    here: Auenland, moody: Moody, *, undecidable: bool
) -> None:
    moody.undecidable = undecidable
    moody.tick(THE_DAY)
    assert reminded(here) == [("Z2", nudge.Step.DIRECT)]
    (stuck,) = lying(here)
    assert (stuck.kind, stuck.attempts) == (Kind.TIMER, 1)
    assert "geheim" not in stuck.reason
    said = words.what(stuck, here.faden.speech("p-kern"))
    assert said == "was bei Z1 fällig ist"


def test_it_is_done_once_as_soon_as_it_works(here: Auenland, moody: Moody) -> None:
    moody.tick(THE_DAY)
    moody.bad = ""
    moody.tick(THE_DAY)  # its pause is not over
    assert len(reminded(here)) == 1
    for _ in range(2):
        moody.tick(THE_DAY + pause(1))
    assert [ref for ref, _ in reminded(here)] == ["Z2", "Z1"]
    assert lying(here) == []


def test_after_five_failures_it_waits_for_coordination(
    here: Auenland, moody: Moody
) -> None:
    moment = THE_DAY
    for attempt in range(1, TRIES[Kind.TIMER] + 1):
        moody.tick(moment)
        moment += pause(attempt)
    (stuck,) = lying(here)
    assert (stuck.attempts, stuck.again_at) == (TRIES[Kind.TIMER], None)
    moody.bad = ""
    moody.tick(moment)
    assert len(reminded(here)) == 1
    assert here.faden.again(stuck.number)
    moody.tick(moment)
    assert len(reminded(here)) == 2
    assert lying(here) == []


def test_what_is_no_longer_due_lies_there_no_more(here: Auenland, moody: Moody) -> None:
    moody.tick(THE_DAY)
    assert len(lying(here)) == 1
    here.say("p-vogt", "Z1 erledigt: liegt im Ordner")
    here.say("p-kern", "Z1 passt")
    here.say("p-kern", "ja")
    moody.tick(THE_DAY)
    assert lying(here) == []


def test_while_the_store_is_away_nothing_is_counted_as_failed(
    here: Auenland, moody: Moody
) -> None:
    moody.error = Refusal(Code.STORE_UNAVAILABLE)
    with pytest.raises(Refusal):
        moody.tick(THE_DAY)
    assert lying(here) == []


def test_where_nothing_is_due_nobody_asks_again_before_something_changes(
    here: Auenland,
) -> None:
    asked: list[datetime] = []

    def due(at: Hour) -> Sequence[Timer]:
        asked.append(at.now)
        return TURNS[2].due(at)

    faden, morning = here.faden, THE_DAY.replace(day=5)
    turns = [Turn(due, TURNS[2].orders)]
    nudging = Nudging(faden.store, faden.desk, faden.worker, turns)
    for hour in (8, 9, 10):
        nudging.tick(morning.replace(hour=hour))
    assert asked == [morning.replace(hour=8)]
    here.say("p-stein", "Info: Förderbescheide dauern neun Monate")
    nudging.tick(morning.replace(hour=11))
    nudging.tick(morning.replace(day=6))
    assert len(asked) == 3
