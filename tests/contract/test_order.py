"""Order and conflicts: ours behaves like the library's own recorders.

Those are the oracle for everything that the interface promises; what only our
log promises (no gap after a conflict) is asked of ours alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, product
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    StoredEvent,
)
from eventsourcing.popo import POPOApplicationRecorder
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore
from psycopg.conninfo import conninfo_to_dict

from adapters.clock import system_clock
from adapters.journal.database import Database
from adapters.journal.postgres import PostgresDatabase
from adapters.journal.recorder import Recorder
from adapters.journal.sqlite import SqliteDatabase
from tests.contract.process import made

Opened: TypeAlias = tuple[ApplicationRecorder, Callable[[], None]]
"""A recorder, and how to let go of it."""


def _memory(_: str) -> Opened:
    return POPOApplicationRecorder(), lambda: None


def _native(file: str) -> Opened:
    store = SQLiteDatastore(file, originator_id_type="text")
    recorder = SQLiteApplicationRecorder(store)
    recorder.create_table()
    return recorder, store.close


def _native_on_server(url: str) -> Opened:
    where = conninfo_to_dict(url)
    store = PostgresDatastore(
        dbname=str(where["dbname"]),
        host=str(where["host"]),
        port=str(where["port"]),
        user=str(where["user"]),
        password="none",  # noqa: S106  (nobody asks for it)
        originator_id_type="text",
    )
    recorder = PostgresApplicationRecorder(store, events_table_name="events")
    recorder.create_table()
    return recorder, store.close


def _ours(file: str) -> Opened:
    return _recording(SqliteDatabase(Path(file)))


def _ours_on_server(url: str) -> Opened:
    return _recording(PostgresDatabase(url))


def _recording(database: Database) -> Opened:
    return Recorder(made(database), system_clock), database.close


OURS: Final = {"ours": _ours, "ours on PostgreSQL": _ours_on_server}
ALL: Final = {
    "memory": _memory,
    "native": _native,
    "native on PostgreSQL": _native_on_server,
    **OURS,
}


@pytest.fixture
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where the recorder of the test has its log: a file or an empty database."""
    name = request.node.callspec.params["kind"]
    if name.endswith("PostgreSQL"):
        return str(request.getfixturevalue("database"))
    return str(tmp_path / "log.db")


@pytest.fixture(params=ALL)
def kind(request: pytest.FixtureRequest) -> str:
    """Whose recorder it is, and on what."""
    return str(request.param)


@pytest.fixture
def recorder(kind: str, where: str) -> Iterator[ApplicationRecorder]:
    """An empty recorder of each kind."""
    opened, close = ALL[kind](where)
    yield opened
    close()


def _events(stream: str, *versions: int) -> list[StoredEvent]:
    return [StoredEvent(stream, v, f"kind{v}", b"{}") for v in versions]


def _log(recorder: ApplicationRecorder) -> list[tuple[str, int]]:
    found = recorder.select_notifications(None, 1000)
    return [(str(n.originator_id), n.originator_version) for n in found]


def test_positions_follow_the_order_of_writing(recorder: ApplicationRecorder) -> None:
    recorder.insert_events(_events("a:1", 1, 2))
    recorder.insert_events([*_events("a:2", 1), *_events("a:1", 3)])
    assert _log(recorder) == [("a:1", 1), ("a:1", 2), ("a:2", 1), ("a:1", 3)]
    assert recorder.max_notification_id() == 4


def test_a_version_is_written_once(recorder: ApplicationRecorder) -> None:
    recorder.insert_events(_events("a:1", 1, 2))
    for again in ([2], [3, 2], [3, 3]):
        with pytest.raises(IntegrityError):
            recorder.insert_events(_events("a:1", *again))
    assert _log(recorder) == [("a:1", 1), ("a:1", 2)]


def test_streams_do_not_disturb_each_other(recorder: ApplicationRecorder) -> None:
    for stream in ("a:1", "a:10", "a:2", "A:1"):
        recorder.insert_events(_events(stream, 1))
    for stream in ("a:1", "a:10", "a:2", "A:1"):
        found = recorder.select_events(stream)
        assert [event.originator_id for event in found] == [stream]


def test_slices_of_a_stream(recorder: ApplicationRecorder) -> None:
    recorder.insert_events(_events("a:1", 1, 2, 3, 4))
    for gt, lte, limit, desc in product(
        (None, 0, 2, 9), (None, 0, 3, 9), (None, 1, 9), (False, True)
    ):
        wanted = [
            v
            for v in (1, 2, 3, 4)
            if v > (gt or 0) and v <= (9 if lte is None else lte)
        ]
        found = recorder.select_events("a:1", gt=gt, lte=lte, desc=desc, limit=limit)
        versions = [event.originator_version for event in found]
        wished = (wanted[::-1] if desc else wanted)[:limit]
        assert versions == wished, (gt, lte, limit, desc)


def test_a_reader_that_follows_sees_every_position_once(
    recorder: ApplicationRecorder,
) -> None:
    seen: list[int] = []
    for number in count():
        recorder.insert_events(_events(f"a:{number}", 1, 2, 3))
        start = seen[-1] if seen else 0
        page = recorder.select_notifications(start, 2, inclusive_of_start=False)
        seen += [notification.id for notification in page]
        if number == 50:
            break
    last = recorder.max_notification_id() or 0
    while seen[-1] < last:
        page = recorder.select_notifications(seen[-1], 7, inclusive_of_start=False)
        seen += [notification.id for notification in page]
    assert seen == list(range(1, 154))


@pytest.mark.parametrize("kind", OURS)
def test_ours_leaves_no_gap_after_a_conflict_and_knows_it_after_reopening(
    kind: str, where: str
) -> None:
    recorder, close = OURS[kind](where)
    recorder.insert_events(_events("a:1", 1))
    with pytest.raises(IntegrityError):
        recorder.insert_events(_events("a:1", 2, 1))
    close()
    recorder, close = OURS[kind](where)
    assert recorder.insert_events(_events("a:1", 2)) == [2]
    close()


@pytest.mark.parametrize("kind", OURS)
def test_ours_writes_a_command_once(kind: str, where: str) -> None:
    recorder, close = OURS[kind](where)
    recorder.insert_events(_events("a:1", 1), command_id="c")
    with pytest.raises(IntegrityError):
        recorder.insert_events(_events("a:1", 2), command_id="c")
    assert recorder.max_notification_id() == 1
    close()
