"""What is erased is gone from every file, and the proofs hold."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.store import FILE
from tests.adapters.erasing.scene import (
    NEW,
    WORDS,
    again,
    bring_back,
    entries,
    erase,
    forget,
    left,
    promise,
)
from tests.auenland import Auenland, found

NAMES = (*WORDS, "BM Vogt")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """The county, in which somebody was named."""
    county = found(tmp_path / "data")
    promise(county)
    yield county
    county.faden.close()


def test_it_was_everywhere(here: Auenland) -> None:
    names = {one.partition(" in ")[2] for one in left(here.faden.store.folder)}
    assert {"faden.db-wal", "views.db-wal"} <= names


def test_after_erasure_no_file_holds_a_byte_of_it(here: Auenland) -> None:
    erase(here)
    assert here.faden.erasing.carry_out()
    assert left(here.faden.store.folder) == []
    assert entries(here) == []
    here = again(here)
    assert left(here.faden.store.folder) == []
    assert "[…]" in "\n".join(m.plain for _, m in here.thread("p-lange"))
    here.faden.close()


def test_other_words_stand_where_it_stood(here: Auenland) -> None:
    erase(here, NEW)
    assert here.faden.erasing.carry_out()
    assert left(here.faden.store.folder) == []
    assert NEW in "\n".join(here.say("p-lange", "Z1"))


def test_the_ticker_goes_on_with_what_was_begun(here: Auenland) -> None:
    erase(here)
    assert here.faden.tick()
    assert left(here.faden.store.folder) == []


def test_the_next_start_goes_on_with_what_was_begun(here: Auenland) -> None:
    erase(here)
    here = again(here)
    assert left(here.faden.store.folder) == []
    here.faden.close()


def test_an_older_vault_is_erased_again_before_anybody_is_served(
    here: Auenland, tmp_path: Path
) -> None:
    folder = here.faden.store.folder
    here.faden.close()
    shutil.copy(folder / FILE, tmp_path / "before.db")
    here = again(here)
    erase(here)
    forget(here, "p-vogt", "birkfeld")
    assert here.faden.erasing.carry_out()
    here.faden.close()
    assert left(folder, NAMES) == []
    bring_back(tmp_path / "before.db", folder)
    assert left(folder, NAMES) != []
    here = again(here)
    assert left(folder, NAMES) == []
    here.faden.close()
