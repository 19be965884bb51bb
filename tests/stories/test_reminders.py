"""Weeks in Auenland: who is reminded of what, and who is left in peace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core import nudge
from core.ports import Recorded
from tests.auenland import Auenland, found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland on a Wednesday at nine."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


def day(here: Auenland, text: str, hour: int = 9) -> list[Recorded]:
    """Let time pass, three hours at once; return which reminders were written down."""
    head = here.faden.store.journal.head()
    end = datetime.fromisoformat(f"{text}T{hour:02}:00").replace(tzinfo=UTC)
    while here.watch.now + timedelta(hours=3) < end:
        here.watch.forward(hours=3)
        here.faden.tick()
    here.watch.now = end
    here.faden.tick()
    here.faden.reactor.settle()
    events = here.faden.store.journal.since(head)
    return [one for one in events if isinstance(one.event, nudge.Happening)]


def sent(some: list[Recorded]) -> list[nudge.Sent]:
    events = (one.event for one in some)
    return [one for one in events if isinstance(one, nudge.Sent) and one.to]


def test_a_promise_is_reminded_of_silently_then_once_then_coordination(
    here: Auenland,
) -> None:
    here.say("p-kern", "Bitte an Birkfeld: Mengen liefern bis 30.4.")
    here.say("p-kern", "ja")
    here.say("p-vogt", "Z1 machen wir")
    here.say("p-vogt", "ja")
    for who in ("p-birke", "p-vogt", "p-kern"):
        here.news(who)
    assert not sent(day(here, "2027-04-28"))
    (event,) = sent(day(here, "2027-04-29"))
    assert event.about == (
        nudge.About(ref="Z1", org="birkfeld", step=nudge.Step.DIRECT),
    )
    *_, told = here.news("p-vogt") or here.news("p-birke")  # digests came before it
    assert "Z1" in told
    assert not sent(day(here, "2027-04-30"))
    assert not sent(day(here, "2027-05-03"))  # a Monday: the digest tells it
    assert "Z1 Mengen liefern – Birkfeld" in here.news("p-kern")[-1]
    assert not day(here, "2027-05-17")


def test_coordination_is_told_the_day_after_where_no_digest_comes(
    here: Auenland,
) -> None:
    here.say("p-stein", "Bitte an Birkfeld: Mengen liefern bis 28.4.")
    here.say("p-stein", "ja")
    day(here, "2027-04-28")
    (event,) = sent(day(here, "2027-04-29"))
    assert event.to is not None
    assert event.to.text == "p-kern"
    assert "Z1" in here.news("p-kern")[-1]


def test_on_the_day_of_the_month_coordination_gets_one_message(here: Auenland) -> None:
    here.say("p-stein", "Bitte an Birkfeld: Mengen liefern bis 31.3.")
    here.say("p-stein", "ja")
    day(here, "2027-03-31")
    here.news("p-kern")
    assert not sent(day(here, "2027-04-01"))
    (told,) = here.news("p-kern")
    assert "Z1 Mengen liefern – Birkfeld für Steintal" in told


def test_whose_word_is_missing_is_reminded_of_what_was_prepared(
    here: Auenland,
) -> None:
    here.say("p-kern", "Bitte an Birkfeld: Mengen liefern bis 29.4.")
    here.say("p-kern", "ja")
    here.say("p-birke", "Z1 machen wir")
    for who in ("p-birke", "p-vogt"):
        here.news(who)
    (event,) = sent(day(here, "2027-04-28"))
    assert event.to is not None
    assert event.to.text == "p-vogt"
    *_, told = here.news("p-vogt")
    assert "Für Birkfeld vorbereitet" in told
    assert "[Zusagen]" in told
    assert not any("wartet" in line for line in here.news("p-birke"))


def test_whoever_says_no_hears_nothing_more(here: Auenland) -> None:
    here.say("p-kern", "Bitte an Birkfeld: Mengen liefern bis 30.4.")
    here.say("p-kern", "ja")
    here.say("p-vogt", "Z1 geht nicht, keine Leute")
    here.say("p-vogt", "ja")
    assert not sent(day(here, "2027-05-10"))


def test_what_was_reported_counts_as_accepted_after_two_weeks_of_silence(
    here: Auenland,
) -> None:
    here.say("p-kern", "Bitte an Birkfeld: Mengen liefern bis 30.4.")
    here.say("p-kern", "ja")
    here.say("p-vogt", "Z1 machen wir")
    here.say("p-vogt", "ja")
    here.say("p-vogt", "Z1 erledigt: liegt im Ordner")
    day(here, "2027-03-30")
    events = here.faden.store.journal.stream("commitment:Z1")
    assert events[-1].event.KIND == "commitment.completion_reported.v1"
    day(here, "2027-03-31")
    events = here.faden.store.journal.stream("commitment:Z1")
    assert events[-1].event.KIND == "commitment.completion_accepted_by_silence.v1"
    assert here.watch.now - events[-1].recorded_at < timedelta(days=1)
