"""A digest that fails holds back nobody else's, and is not lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from adapters import stuck as words
from adapters.composing import NAME
from adapters.office import Kind, Stuck
from adapters.office.stuck import TRIES, pause
from bots import digests
from bots.message import Message, Text
from bots.speech import Speech
from core.digest import Reach
from core.errors import Code, Refusal
from projections.digest import Digest
from tests.adapters.digesting.rounds import LINDNER, MONDAY, Office, after, events
from tests.auenland import Auenland
from tests.bots.digested import promised


class Moody:
    """The real words, but nobody finds any for Frau Lindner as long as it stands."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error or LookupError("Frau Kern sagte: geheim")
        self.well = False

    def __call__(self, digest: Digest, speech: Speech, hello: Text) -> Message | None:
        """Put it into words, or fail."""
        if "Lindner" in hello.plain and not self.well:
            raise self.error
        return digests.person(digest, speech, hello)


@pytest.fixture
def moody(here: Auenland, office: Office) -> Moody:
    """Something is promised by Lindgrund, and words are hard to find."""
    promised(here)
    moody = Moody()
    office.wording = moody
    return moody


def lying(here: Auenland) -> Sequence[Stuck]:
    return here.faden.store.office.stuck.all()


def test_one_bad_digest_holds_back_nobody_elses(
    here: Auenland, office: Office, moody: Moody
) -> None:
    office.at(MONDAY)
    assert not moody.well
    assert office.told("p-lange") == ["Lindgrund, KW 12"]
    assert office.told("p-kern") == ["Kreis Auenland, KW 12"]
    assert office.told(LINDNER) == []
    (stuck,) = lying(here)
    assert (stuck.kind, stuck.person, stuck.attempts) == (Kind.DIGEST, LINDNER, 1)
    assert stuck.reason.startswith("LookupError, ")
    assert "geheim" not in stuck.reason


def test_it_is_sent_once_as_soon_as_it_works(
    here: Auenland, office: Office, moody: Moody
) -> None:
    office.at(MONDAY)
    moody.well = True
    office.at(MONDAY)  # its pause is not over
    assert office.told(LINDNER) == []
    office.at(MONDAY + pause(1))
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]
    assert office.told("p-lange") == ["Lindgrund, KW 12"]
    assert lying(here) == []
    assert here.faden.store.office.outbox.cursors(f"{NAME}/") == {}


def test_after_five_failures_it_waits_for_coordination(
    here: Auenland, office: Office, moody: Moody
) -> None:
    moment = MONDAY
    for attempt in range(1, TRIES[Kind.DIGEST] + 1):
        office.at(moment)
        moment += pause(attempt)
    (stuck,) = lying(here)
    speech, zone = here.faden.speech("p-kern"), here.faden.desk.zone()
    assert words.what(stuck, speech) == "der Überblick für Frau Lindner"
    assert words.state(stuck, speech, zone) == "5-mal versucht, wartet auf Sie"
    moody.well = True
    office.at(moment)
    assert office.told(LINDNER) == []
    assert here.faden.again(stuck.number)
    office.at(moment)
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]
    assert lying(here) == []


def test_the_next_round_is_another_try_and_tells_the_whole_week(
    office: Office, moody: Moody
) -> None:
    office.at(MONDAY)
    moody.well = True
    office.at(after(1))
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]
    assert [(e.reach, e.period) for e in events(office, LINDNER)] == [
        (Reach.ALL, "2027-W12")
    ]
    assert office.told("p-lange") == ["Lindgrund, KW 12"]


def test_killed_before_the_failure_was_forgotten_nobody_hears_it_twice(
    here: Auenland, office: Office, moody: Moody
) -> None:
    office.at(MONDAY)
    moody.well = True
    office.at(MONDAY + pause(1))
    rows, friday = here.faden.store.office.stuck, MONDAY.toordinal() - 3
    own = (f"{NAME}/{LINDNER}", friday)
    rows.lay(Kind.DIGEST, LINDNER, "as it was", MONDAY, own).result()
    office.at(after(1))
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]
    assert lying(here) == []


def test_nothing_is_tried_again_in_quiet_hours(
    here: Auenland, office: Office, moody: Moody
) -> None:
    office.at(MONDAY)
    moody.well = True
    office.at(after(0, 9))  # six o'clock
    assert office.told(LINDNER) == []
    assert len(lying(here)) == 1


def test_whoever_is_away_by_now_is_told_nothing(
    here: Auenland, office: Office, moody: Moody
) -> None:
    office.at(MONDAY)
    moody.well = True
    here.say(LINDNER, "Urlaub bis 26.3.")
    office.at(MONDAY + pause(1))
    assert office.told(LINDNER) == []
    assert lying(here) == []


def test_while_the_store_is_away_nothing_is_counted_as_failed(
    here: Auenland, office: Office, moody: Moody
) -> None:
    moody.error = Refusal(Code.STORE_UNAVAILABLE)
    with pytest.raises(Refusal):
        office.at(MONDAY)
    assert lying(here) == []
    moody.well = True
    office.at(MONDAY)
    assert office.told(LINDNER) == ["Lindgrund, KW 12"]
