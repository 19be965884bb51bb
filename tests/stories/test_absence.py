"""Somebody is away: who is told instead, who may act, and what coordination reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.settings import Server
from core import nudge
from tests.auenland import Auenland, found


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def here(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Auenland]:
    """Auenland on a Wednesday at nine, on a file and on a server."""
    server = None
    if request.param == "PostgreSQL":
        server = Server(request.getfixturevalue("database"))
    county = found(tmp_path / "data", server=server)
    yield county
    county.faden.close()


def kinds(here: Auenland, stream: str) -> list[str]:
    return [one.event.KIND for one in here.faden.store.journal.stream(stream)]


def ask(here: Auenland, who: str = "p-kern") -> None:
    here.say(who, "Bitte an Lindgrund: Mengen liefern bis 30.4.")
    here.say(who, "ja")


def test_the_deputy_is_told_and_may_promise_only_meanwhile(here: Auenland) -> None:
    (said,) = here.say("p-lange", "Urlaub bis 26.3., Vertretung Frau Lindner")
    assert "Sie sind bis Fr, 26.03. abwesend" in said
    assert "Frau Lindner" in said
    ask(here)
    here.say("p-lindner", "Z1 machen wir")
    assert "Lindgrund hat Z1 zugesagt." in " ".join(
        [*here.say("p-lindner", "ja"), *here.news("p-kern")]
    )
    ask(here)
    here.watch.now = datetime(2027, 3, 30, 8, 0, tzinfo=UTC)
    here.say("p-lindner", "Z2 machen wir")
    assert kinds(here, "commitment:Z2")[-1] == "commitment.drafted.v1"


def test_taking_it_back_makes_one_present_again(here: Auenland) -> None:
    here.say("p-lindner", "Urlaub vom 22.3. bis 26.3.")
    (said,) = here.choose("p-lindner", "zurücknehmen")
    assert said == "Zurückgenommen: Sie gelten nicht als abwesend."
    assert kinds(here, "person:p-lindner")[-1] == "person.absence_ended.v1"


@pytest.mark.parametrize("line", ["Bin wieder da", "Urlaub beenden", "Back again!"])
def test_whoever_is_back_says_so(here: Auenland, line: str) -> None:
    here.say("p-lindner", "Urlaub bis 26.3.")
    here.watch.forward(hours=20)
    (said,) = here.say("p-lindner", line)
    assert said.startswith("Willkommen zurück!")
    (said,) = here.say("p-lindner", line)
    assert "schon so" in said


def test_a_deputy_who_is_away_as_well_is_named(here: Auenland) -> None:
    here.say("p-lange", "Urlaub bis 26.3.")
    (said,) = here.say("p-lindner", "Urlaub bis 30.3., Vertretung BM Lange")
    assert "BM Lange ist in diesen Tagen selbst als abwesend eingetragen" in said


def test_days_the_wrong_way_round_are_asked_about(here: Auenland) -> None:
    before = here.faden.store.journal.head()
    (said,) = here.say("p-lindner", "Urlaub vom 26.3. bis 18.3.")
    assert "Welcher Tag ist mit" in said
    assert here.faden.store.journal.head() == before


def test_an_unknown_deputy_is_asked_about_and_nothing_is_written(
    here: Auenland,
) -> None:
    before = here.faden.store.journal.head()
    (said,) = here.say("p-lange", "Urlaub bis 26.3., Vertretung Frau Birke")
    assert "„Frau Birke“ kenne ich bei Lindgrund nicht" in said
    assert here.faden.store.journal.head() == before


def test_the_others_of_the_office_are_told_then_coordination(here: Auenland) -> None:
    here.say("p-lindner", "Urlaub bis 26.3.")
    ask(here)
    (card,) = here.news("p-lange")
    assert "Lindgrund" in card
    here.say("p-lange", "Urlaub bis 26.3.")
    here.news("p-kern")
    ask(here, "p-vogt")
    (told,) = here.news("p-kern")
    assert "Bei Lindgrund ist niemand da (abwesend)" in told


def test_a_promise_comes_back_when_it_was_put_off(here: Auenland) -> None:
    ask(here)
    here.faden.tick()
    said = here.say("p-lindner", "Z1 später in zwei Tagen")[-1]
    assert said.startswith("Gut, zu Z1 melde ich mich Fr, 19.03. wieder")
    here.watch.now = datetime(2027, 3, 18, 9, 0, tzinfo=UTC)
    here.faden.tick()
    assert here.news("p-lindner") == []
    here.watch.now = datetime(2027, 3, 19, 9, 0, tzinfo=UTC)
    here.faden.tick()
    here.faden.reactor.settle()
    (reminder,) = here.news("p-lindner")
    assert "Kreis Auenland wartet auf Ihre Antwort zu Z1" in reminder
    here.faden.tick()
    here.faden.reactor.settle()
    assert here.news("p-lindner") == []


def test_one_tap_puts_it_off_and_another_takes_that_back(here: Auenland) -> None:
    ask(here)
    here.faden.tick()
    here.watch.now = datetime(2027, 4, 29, 8, 0, tzinfo=UTC)
    here.faden.tick()
    here.faden.reactor.settle()
    said = here.choose("p-lindner", "Später")[-1]
    assert "Mo, 03.05." in said
    (said,) = here.choose("p-lindner", "zurücknehmen")
    assert said == "Zurückgenommen: An Z1 erinnere ich wie geplant."
    assert kinds(here, "nudge:lindgrund")[-2:] == [
        nudge.Snoozed.KIND,
        nudge.Woken.KIND,
    ]


def test_what_is_not_ones_own_cannot_be_put_off(here: Auenland) -> None:
    ask(here)
    (said,) = here.say("p-birke", "Z1 später in zwei Tagen")
    assert "wird von Ihnen gerade nichts erwartet" in said
    (said,) = here.say("p-birke", "Z9 später in zwei Tagen")
    assert "Z9" in said
