"""The next meetings of one's forums: in the digest, and where one asks what is open."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland
from tests.bots.digested import overview


@pytest.mark.parametrize("line", ["Überblick", "Was steht an?"])
@pytest.mark.parametrize("who", ["p-lindner", "p-kern"])
def test_whoever_sits_in_a_forum_or_leads_it_reads_when_it_meets_within_two_weeks(
    here: Auenland, who: str, line: str
) -> None:
    for on in ("25.3. um 14 Uhr in Birkfeld", "22.3.", "12.4."):
        here.say("p-kern", f"Sitzung am {on}")
        here.say("p-kern", "ja")
    here.say("p-kern", "Sitzung am 22.3. fällt aus")
    here.say("p-kern", "ja")
    said = overview(here, who, line)
    at = said.index("Nächste Sitzungen:")
    assert said[at + 1 :] == ["Forum Wasser, Do, 25.03. um 14:00 Uhr"]


def test_too_few_with_a_vote_are_named_before_it_is_recorded(here: Auenland) -> None:
    line = "Sitzung vom 15.3. fand statt: anwesend Birkfeld, Lindgrund"
    said = here.say("p-kern", line)[0]
    assert "Das Forum war nicht beschlussfähig." in said
    assert "Nicht dabei: " in said
    for org in ("Auenburg", "Mühlau", "Steintal"):
        assert org in said.partition("Nicht dabei: ")[2]
    said = here.say("p-kern", "Sitzung vom 15.3. fand statt: anwesend alle")[0]
    assert "Das Forum war beschlussfähig." in said
    assert "Nicht dabei" not in said


def test_a_meeting_that_is_still_ahead_was_not_held_last_year(here: Auenland) -> None:
    here.say("p-kern", "Sitzung am 12.4. um 14 Uhr")
    here.say("p-kern", "ja")
    head = here.faden.store.journal.head()
    said = here.say("p-kern", "Sitzung vom 12.4. fand statt: anwesend alle")[0]
    assert "Mo, 12.04.2027" in said
    assert "liegt noch vor uns" in said
    assert "[Ja" not in said
    assert here.faden.store.journal.head() == head
    said = here.say("p-kern", "Sitzung vom 12.4.2026 fand statt: anwesend alle")[0]
    assert "So, 12.04.2026" in said


@pytest.mark.parametrize("county", ["Kreis", "Kreis Auenland"])
def test_the_county_that_convenes_is_recorded_as_present(
    here: Auenland, county: str
) -> None:
    line = f"Sitzung vom 15.3. fand statt: anwesend {county}, Birkfeld und Mühlau"
    said = here.say("p-kern", line)[0]
    assert "Anwesend: Kreis Auenland, Birkfeld und Mühlau." in said
    assert "Kreis Auenland" in here.say("p-kern", "ja")[0]


def test_where_none_is_convened_that_is_said(here: Auenland) -> None:
    here.say("p-kern", "Sitzung vom 15.3. fand statt: anwesend alle")
    here.say("p-kern", "ja")
    (told,) = here.say("p-vogt", "Wann ist die nächste Sitzung?")
    assert told.startswith("Es ist keine Sitzung einberufen.")
