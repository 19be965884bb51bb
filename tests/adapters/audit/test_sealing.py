"""Every night the log is signed, never two ways, and never what was rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from adapters.audit.checkpoints import OtherKeyError, Signed, add, stored
from adapters.audit.leaves import DamagedError
from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place, Signer
from adapters.journal.tables import event
from core.checkpoint import Checkpoint
from tests.auenland import Auenland, found

NAME = "auenland.example/log"
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, founded."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


@pytest.fixture
def sealing(here: Auenland, tmp_path: Path) -> Sealing:
    """What signs its log."""
    place = Place(tmp_path / "log.key", NAME)
    return Sealing(here.faden.store, here.faden.desk, place)


def kept(here: Auenland) -> list[Signed]:
    """Return what is stored."""
    with here.faden.store.reading() as db:
        return stored(db)


def sizes(here: Auenland) -> list[int]:
    """Return how long the log was each time."""
    return [each.checkpoint.size for each in kept(here)]


def grow(here: Auenland) -> int:
    """Let something happen; return how long the log is then."""
    here.say("p-lange", "Info: Der Spülwagen ist verkauft")
    return here.faden.store.journal.head()


def at(day: int, hour: int) -> datetime:
    """Return an instant in March 2027."""
    return datetime(2027, 3, day, hour, tzinfo=BERLIN)


def test_what_is_signed_is_stored_once(here: Auenland, sealing: Sealing) -> None:
    first = sealing.make()
    assert sealing.make() == first
    assert first.checkpoint.origin == NAME
    size = grow(here)
    assert sealing.make().checkpoint.size == size
    assert kept(here) == [first, sealing.make()]


def test_another_process_signs_the_same(here: Auenland, sealing: Sealing) -> None:
    other = Sealing(here.faden.store, here.faden.desk, sealing.place)
    assert other.make() == sealing.make()
    grow(here)
    assert sealing.make() == other.make()
    assert len(kept(here)) == 2


def test_whoever_comes_late_takes_what_was_signed(
    here: Auenland, sealing: Sealing
) -> None:
    early = sealing.make()
    grow(here)
    late = sealing.make()
    assert here.faden.store.writer.run(partial(add, new=early)).result() == late
    assert kept(here) == [early, late]


def test_two_roots_of_one_size_are_never_kept(here: Auenland, sealing: Sealing) -> None:
    made = sealing.make()
    signer = Signer.parse(sealing.place.file.read_text())
    fork = Checkpoint(NAME, made.checkpoint.size, bytes(32))
    other = Signed(signer.note(fork.text()), signer.key, fork)
    with pytest.raises(DamagedError):
        here.faden.store.writer.run(partial(add, new=other)).result()
    assert kept(here) == [made]


def test_a_log_that_was_rewritten_is_not_signed_again(
    here: Auenland, sealing: Sealing
) -> None:
    sealing.make()
    change = sa.update(event).where(event.c.position == 5).values(leaf_hash=bytes(32))
    here.faden.store.writer.run(lambda db: db.execute(change).rowcount).result()
    grow(here)
    again = Sealing(here.faden.store, here.faden.desk, sealing.place)
    with pytest.raises(DamagedError):
        again.make()
    assert len(kept(here)) == 1


def test_another_key_does_not_sign(here: Auenland, sealing: Sealing) -> None:
    sealing.make()
    grow(here)
    sealing.place.file.write_text(Signer.of(NAME, bytes(32)).written())
    with pytest.raises(OtherKeyError):
        sealing.make()


def test_each_night_at_two_it_is_signed(here: Auenland, sealing: Sealing) -> None:
    sealing.tick(at(18, 1))
    assert sizes(here) == []
    sealing.tick(at(18, 2))
    first = here.faden.store.journal.head()
    assert sizes(here) == [first]
    second = grow(here)
    sealing.tick(at(18, 3))
    sealing.tick(at(19, 1))
    assert sizes(here) == [first]
    sealing.tick(at(19, 7))  # nobody was awake at two
    assert sizes(here) == [first, second]
    sealing.tick(at(20, 2))  # nothing is new
    assert sizes(here) == [first, second]


def test_a_night_in_which_it_cannot_be_signed_is_tried_again(
    here: Auenland, sealing: Sealing
) -> None:
    sealing.place.file.write_text("no key")
    sealing.tick(at(18, 2))
    assert sizes(here) == []
    sealing.place.file.unlink()
    sealing.tick(at(18, 3))
    assert sizes(here) == [here.faden.store.journal.head()]
