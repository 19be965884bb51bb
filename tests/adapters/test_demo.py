"""The story of the invented county, told to the real conversation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.demo import StoryClock, fill
from adapters.demo.county import ACTORS, person_id
from adapters.main import Faden
from bots.message import Message
from projections import commitments, decisions
from projections.viewer import MACHINE
from tests.auenland import Watch

NOW = datetime(2027, 3, 17, 8, 0, tzinfo=UTC)  # a Wednesday


def _quiet(_said: int, _lines: int) -> None:
    """Show no progress."""


def _told(folder: Path, now: datetime = NOW) -> Faden:
    clock = StoryClock(Watch(now))
    faden = Faden.open(folder, clock=clock)
    fill(faden, clock, _quiet)
    return faden


def _read(faden: Faden) -> list[str]:
    """Return everything that anybody was told."""
    outbox = faden.store.office.outbox
    posted = [one for who in ACTORS for one in outbox.thread(person_id(who), limit=999)]
    return [Message.model_validate(one.letter.payload).plain for one in posted]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the story was told."""
    where = tmp_path_factory.mktemp("demo")
    _told(where).close()
    return where


@pytest.fixture
def faden(folder: Path) -> Iterator[Faden]:
    opened = Faden.open(folder, clock=Watch(NOW))
    yield opened
    opened.close()


def test_every_line_of_the_story_is_understood(faden: Faden) -> None:
    read = _read(faden)
    assert len(read) > 100
    lost = ("nicht verstanden", "nichts geändert", "Meinen Sie", "Bitte ergänzen")
    assert [one for one in read if any(words in one for words in lost)] == []


def test_one_decision_waits_for_councils_and_one_for_positions(faden: Faden) -> None:
    with faden.reading() as db:
        first, second = (decisions.get(db, MACHINE, ref) for ref in ("B1", "B2"))
    assert first is not None and second is not None  # noqa: PT018
    assert first.state == "decision_ratifying"
    assert second.deciding


@pytest.mark.parametrize("by_an_earlier_program", [False, True])
def test_a_story_that_was_told_is_not_told_again(
    folder: Path,
    faden: Faden,
    by_an_earlier_program: bool,  # noqa: FBT001  (of pytest)
) -> None:
    with faden.reading() as db:
        before = commitments.counts(db, MACHINE, ())
    if by_an_earlier_program:
        faden.store.office.outbox.put([], NOW, ("demo.v2", 0)).result()
    faden.close()
    again = _told(folder)
    try:
        with again.reading() as db:
            assert commitments.counts(db, MACHINE, ()) == before
    finally:
        again.close()
