"""Opening a data folder, and all the reasons why that may not go."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.store import FILE, Store, open_store
from adapters.unopened import (
    NotAFolderError,
    StoreCorruptError,
    StoreError,
    StoreForbiddenError,
    StoreInUseError,
    StoreNewerError,
    StoreReadOnlyError,
)
from tests.adapters.notebook import Write, open_notebook, order, tell, texts

NOBODY = 65534


def test_a_new_folder_is_for_its_owner_only(store: Store) -> None:
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((store.folder / FILE).stat().st_mode) == 0o600


def test_what_was_written_is_there_after_reopening(store: Store) -> None:
    tell(store, order(Write(("one", "two"))))
    store.close()
    again = open_notebook(store.folder)
    assert texts(again) == ["one", "two"]
    assert tell(again, order(Write(("three",)), "note:N1")).version == 3
    again.close()


def test_a_second_server_on_the_same_folder_is_refused(store: Store) -> None:
    with pytest.raises(StoreInUseError) as refused:
        open_notebook(store.folder)
    assert refused.value.where == store.folder
    code = (
        "import sys; from pathlib import Path\n"
        "from tests.adapters.notebook import open_notebook\n"
        "try: open_notebook(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, store.folder],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "StoreInUseError\n"


def test_after_closing_the_folder_is_free(store: Store) -> None:
    store.close()
    open_notebook(store.folder).close()
    store.close()


def test_a_folder_of_a_newer_version_is_refused_and_left_alone(store: Store) -> None:
    store.close()
    _execute(store, "UPDATE meta SET value = '2'")
    before = (store.folder / FILE).read_bytes()
    with pytest.raises(StoreNewerError, match="version 2"):
        open_notebook(store.folder)
    assert (store.folder / FILE).read_bytes() == before


def test_a_log_with_newer_events_is_refused_by_name(store: Store) -> None:
    tell(store, order(Write(("one",))))
    store.close()
    with pytest.raises(StoreNewerError, match=r"note\.noted\.v1"):
        open_store(store.folder, events=())
    again = open_notebook(store.folder)
    assert texts(again) == ["one"]
    again.close()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(NotAFolderError):
            open_notebook(folder)


@pytest.mark.parametrize("bytes_", [b"not a database at all" * 100, b"\0" * 5000])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, bytes_: bytes) -> None:
    (tmp_path / FILE).write_bytes(bytes_)
    with pytest.raises(StoreCorruptError):
        open_notebook(tmp_path)
    assert (tmp_path / FILE).read_bytes() == bytes_


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("CREATE TABLE kraut (rueben)")
    other.close()
    with pytest.raises(StoreCorruptError):
        open_notebook(tmp_path)


def test_a_damaged_page_is_refused(store: Store) -> None:
    store.close()
    damaged = bytearray((store.folder / FILE).read_bytes())
    damaged[100:4096] = b"\xff" * 3996  # the schema, behind the file's header
    (store.folder / FILE).write_bytes(damaged)
    with pytest.raises(StoreCorruptError):
        open_notebook(store.folder)


@pytest.fixture
def foreign() -> Iterator[Path]:
    """A folder that everybody may enter and nobody but its owner may write."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def _as_ordinary_user() -> Iterator[None]:
    """Root may write everywhere; for this test it is somebody else."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    yield
    if me == 0:
        os.seteuid(0)


@pytest.mark.usefixtures("foreign", "_as_ordinary_user")
def test_a_folder_in_which_one_may_not_write_is_refused(foreign: Path) -> None:
    for folder in (foreign, foreign / "new"):
        with pytest.raises(StoreForbiddenError):
            open_notebook(folder)


@pytest.mark.usefixtures("_as_ordinary_user")
def test_a_database_that_one_may_not_write_is_refused() -> None:
    folder = Path(tempfile.mkdtemp())
    open_notebook(folder).close()
    (folder / FILE).chmod(0o400)
    with pytest.raises((StoreForbiddenError, StoreReadOnlyError)):
        open_notebook(folder)
    (folder / FILE).chmod(0o600)
    shutil.rmtree(folder)


def test_a_file_system_that_can_only_be_read_is_refused() -> None:
    with pytest.raises(StoreError) as refused:
        open_notebook(Path("/proc/self/task"))
    assert isinstance(refused.value, StoreForbiddenError | NotAFolderError)


def _execute(store: Store, statement: str) -> None:
    database = sqlite3.connect(store.folder / FILE)
    database.execute(statement)
    database.commit()
    database.close()
