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
