"""On a server, too, no file of a table holds a byte of what was erased."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.settings import Server
from tests.adapters.erasing.scene import (
    NEW,
    WORDS,
    again,
    entries,
    erase,
    forget,
    left,
    promise,
)
from tests.adapters.erasing.test_retaining import go_to, release
from tests.auenland import Auenland, found

NAMES = (*WORDS, "BM Vogt")


@pytest.fixture
def here(tmp_path: Path, database: str) -> Iterator[Auenland]:
    """The county on a server, in which somebody was named."""
    county = found(tmp_path / "data", server=Server(database))
    promise(county)
    yield county
    county.faden.close()


def tables_of(here: Auenland) -> Path:
    """Return the folder in which the server keeps the tables of this database."""
    with here.faden.store.reading() as db:
        db.exec_driver_sql("CHECKPOINT")
        folder = db.exec_driver_sql("SHOW data_directory").scalar_one()
        own = "SELECT oid FROM pg_database WHERE datname = current_database()"
        number = db.exec_driver_sql(own).scalar_one()
    return Path(folder) / "base" / str(number)


@pytest.mark.parametrize("instead", [None, NEW])
def test_it_is_gone_from_every_table(here: Auenland, instead: str | None) -> None:
    assert left(tables_of(here), NAMES) != []
    erase(here, instead)
    forget(here, "p-vogt", "birkfeld")
    assert here.faden.erasing.carry_out()
    assert left(tables_of(here), NAMES) == []
    here = again(here)
    assert left(tables_of(here), NAMES) == []
    here.faden.close()


def test_what_the_archive_releases_goes_from_every_table_after_ten_years(
    here: Auenland,
) -> None:
    for line in ("Z1 zurückziehen", "ja"):
        here.say("p-lange", line)
    go_to(here, 2037, 4)
    assert left(tables_of(here), WORDS[:1]) != []
    release(here, taken=False)
    go_to(here, 2037, 5)
    assert left(tables_of(here), WORDS[:1]) == []
    assert entries(here, "", "commitment:") == []


def test_another_process_keeps_nothing_in_memory(
    here: Auenland, tmp_path: Path
) -> None:
    beside = found(tmp_path / "beside", server=here.faden.store.server)
    assert "BM Vogt" in beside.faden.speech(None).person("p-vogt")
    forget(here, "p-vogt", "birkfeld")
    assert here.faden.erasing.carry_out()
    beside.faden.erasing.follow()
    assert "BM Vogt" not in beside.faden.speech(None).person("p-vogt")
    beside.faden.close()
