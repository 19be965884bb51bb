"""What was erased after a backup does not come back with it."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import NoReturn

import pytest
import sqlalchemy as sa

from adapters.backup.reading import head
from adapters.journal.tables import event
from adapters.store import open_store
from core import text
from core.grounds import Ground
from tests.adapters.backup.county import Home, closed, kept
from tests.adapters.erasing.scene import (
    NEW,
    WORDS,
    entries,
    erase,
    forget,
    left,
    promise,
)
from tests.adapters.erasing.test_on_a_server import tables_of
from tests.auenland import Auenland

NAMES = (*WORDS, "BM Vogt")


@pytest.fixture
def here(home: Home, tmp_path: Path) -> Auenland:
    """A county with a backup from a time when somebody was named."""
    county = home.founded()
    promise(county)
    county.faden.reactor.settle()
    home.saved(tmp_path / "early", county.watch)
    return county


@pytest.mark.parametrize("instead", [None, NEW])
def test_it_is_erased_again_before_anybody_is_served(
    here: Auenland, home: Home, tmp_path: Path, instead: str | None
) -> None:
    erase(here, instead)
    forget(here, "p-vogt", "birkfeld")
    assert here.faden.erasing.carry_out()
    closed(here)
    ready = home.restored(tmp_path / "early", here.watch)
    assert ready.erased
    again = home.opened(here.watch)
    assert entries(again) == []
    assert (entries(again, NEW) != []) == (instead is not None)
    worker = again.faden.worker
    assert worker.wait(again.faden.store.journal.head(), 20)
    assert "BM Vogt" not in again.faden.speech(None).person("p-vogt")
    assert again.faden.erasing.carry_out()
    closed(again)
    assert left(home.folder, NAMES) == []


def test_no_file_of_the_store_holds_a_byte_of_it_afterwards(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    erase(here)
    forget(here, "p-vogt", "birkfeld")
    assert here.faden.erasing.carry_out()
    closed(here)
    home.restored(tmp_path / "early", here.watch)
    for _ in range(2):  # the first start ends it, the second finds nothing
        again = home.opened(here.watch)
        assert again.faden.worker.wait(again.faden.store.journal.head(), 20)
        assert again.faden.erasing.carry_out()
        if home.server is not None:
            assert left(tables_of(again), NAMES) == []
        closed(again)
        assert left(home.folder, NAMES) == []


def test_a_backup_made_afterwards_holds_none_of_it(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    erase(here)
    forget(here, "p-vogt", "birkfeld")
    assert here.faden.erasing.carry_out()
    home.saved(tmp_path / "late", here.watch)
    closed(here)
    for name, holds in (("early", True), ("late", False)):
        unpacked = tmp_path / f"{name} unpacked"
        unpacked.mkdir()
        packed = (tmp_path / name).read_bytes()
        (unpacked / "lines").write_bytes(gzip.decompress(packed))
        assert bool(left(unpacked, NAMES)) is holds


def test_whoever_dies_before_the_erasure_has_put_nothing_in_place(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    erase(here)
    assert here.faden.erasing.carry_out()
    here.faden.reactor.settle()
    before = kept(here.faden.store)
    closed(here)

    def dies() -> NoReturn:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), home.loaded(tmp_path / "early") as ready:
        ready.place(dies)
    again = home.opened(here.watch)
    assert kept(again.faden.store) == before
    closed(again)


def test_a_second_restore_erases_again_what_a_first_one_did(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    erase(here)
    closed(here)
    for _ in range(2):
        assert home.restored(tmp_path / "early", here.watch).erased
    again = home.opened(here.watch)
    assert entries(again) == []
    closed(again)


def test_it_stays_erased_when_another_branch_of_the_log_is_put_back(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    here.say("p-lange", "Info: Die neue Waage steht in Auenburg")
    late = home.saved(tmp_path / "late", here.watch)
    early = head(tmp_path / "early")
    erase(here)
    forget(here, "p-vogt", "birkfeld")
    closed(here)
    assert not home.restored(tmp_path / "early", here.watch).is_parted
    ready = home.restored(tmp_path / "late", here.watch)
    assert ready.is_parted
    assert (ready.common, ready.head.entries) == (early.entries, late.entries)
    again = home.opened(here.watch)
    assert entries(again) == []
    assert again.faden.worker.wait(again.faden.store.journal.head(), 20)
    assert "BM Vogt" not in again.faden.speech(None).person("p-vogt")
    closed(again)


def test_what_nobody_knew_then_is_not_asked_for(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    here.say("p-lange", "Bitte an Birkfeld: Fotos von Quirin bis 30.4.")
    here.say("p-lange", "ja")
    for entry, field in entries(here, "Fotos", noun="commitment:"):
        here.order(f"text:{entry}", text.Offer(field=field))
        gone = text.Erase(field=field, ground=Ground.OBJECTION)
        here.order(f"text:{entry}", gone)
    closed(here)
    assert home.restored(tmp_path / "early", here.watch).erased == []


def test_what_is_refused_is_told(here: Auenland, home: Home, tmp_path: Path) -> None:
    forget(here, "p-vogt", "birkfeld")
    closed(here)
    with home.loaded(tmp_path / "early") as ready:
        assert isinstance(ready.erased, list)
        ready.erased[0] = ready.erased[0]._replace(stream="organisation:nirgends")
        (ended, *others) = ready.place(here.watch)
    assert ended.stream == "organisation:nirgends"
    assert [one.stream for one in others] == ["person:p-vogt"]
    open_store(home.folder, server=home.server).close()


def test_what_cannot_be_read_any_more_does_not_stand_in_the_way(
    here: Auenland, home: Home, tmp_path: Path
) -> None:
    erase(here)
    of = event.c.kind == text.Erased.KIND
    here.faden.store.writer.run(
        lambda db: db.execute(sa.update(event).where(of).values(state=b"{}"))
    ).result()
    closed(here)
    ready = home.restored(tmp_path / "early", here.watch)
    assert (ready.there, ready.common) == (None, 0)
