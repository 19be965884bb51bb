"""What was settled is signed at once, and everybody who is told can keep that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.audit.checkpoints import stored
from adapters.audit.signing import Place
from adapters.main import Faden
from adapters.settled import sealed
from bots.reactions import react
from bots.verdicts import SHORT
from core.decision.events import SETTLED
from core.forum import MeetingHeld
from tests.auenland import Auenland, found
from tests.bots.deciding import MAYORS, accepted, both


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """The county, which signs its log."""
    county = found(tmp_path / "data")
    county.faden.close()
    key = Place(tmp_path / "log.key", "auenland.example/log")
    folder, clock = county.faden.store.folder, county.watch
    county.faden = Faden.open(folder, clock=clock, key=key)
    yield county
    county.faden.close()


def settle(here: Auenland) -> int:
    """Let the forum agree; return the entry that settles it."""
    accepted(here)
    entries = here.faden.store.journal.stream("decision:B1")
    return next(one.position for one in entries if isinstance(one.event, SETTLED))


def sizes(here: Auenland) -> list[int]:
    """Return the sizes of all checkpoints."""
    with here.faden.store.reading() as db:
        return [one.checkpoint.size for one in stored(db)]


def short(size: int) -> str:
    """Return how a checkpoint begins in a message."""
    assert SHORT.startswith("Checkpoint {size}")
    return f"Prüfstand {size} · "


def test_it_is_signed_once_and_told_to_everybody(here: Auenland) -> None:
    entry = settle(here)
    (size,) = sizes(here)
    assert size >= entry
    told = [text for who in MAYORS for text in here.news(who) if short(size) in text]
    assert len(told) >= len(MAYORS) - 1
    assert "bitte bewahren Sie diese Nachricht auf" in told[0]


def test_a_meeting_that_was_held_is_signed_at_once(here: Auenland) -> None:
    here.say("p-kern", "Sitzung am 12.4. um 14 Uhr")
    here.say("p-kern", "ja")
    assert sizes(here) == []
    here.say("p-kern", "Sitzung vom 15.3. fand statt: anwesend alle")
    here.say("p-kern", "ja")
    entries = here.faden.store.journal.stream("forum:wasser")
    held = next(one for one in entries if isinstance(one.event, MeetingHeld))
    (size,) = sizes(here)
    assert size >= held.position


def test_what_is_done_again_signs_nothing_more(here: Auenland) -> None:
    entry = settle(here)
    before = sizes(here)
    reaction = sealed(here.faden.sealing)
    (again,) = here.faden.store.journal.since(entry - 1, entry)
    posts = reaction(here.faden.desk, again)
    assert all(short(before[0]) in post.message.plain for post in posts)
    assert sizes(here) == before


def test_without_its_key_the_news_goes_out_all_the_same(here: Auenland) -> None:
    assert here.faden.sealing is not None
    here.faden.sealing.make()
    here.faden.sealing.place.file.unlink()
    before = sizes(here)
    settle(here)
    assert sizes(here) == before
    assert any("B1" in text for text in here.news("p-lange"))


def test_nothing_else_is_signed_at_once(here: Auenland) -> None:
    both(here, "p-lange", "Bitte an Birkfeld: Mengen liefern bis 30.4.")
    assert sizes(here) == []


def test_where_nothing_is_signed_it_is_told_as_ever() -> None:
    assert sealed(None) is react
