"""What every store promises to whoever gives orders, on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Final

import pytest

from adapters.clock import SetClock
from adapters.journal.batch import Desk
from adapters.journal.codec import Codec
from adapters.journal.database import Database
from adapters.journal.journal import SqlJournal
from adapters.journal.postgres import PostgresDatabase
from adapters.journal.recorder import Recorder
from adapters.journal.sqlite import SqliteDatabase
from adapters.journal.world import Memory, Nouns
from adapters.journal.writer import Writer
from core.errors import Code
from core.ports import Answer, Order
from tests.adapters.notebook import (
    MORNING,
    NOTEBOOK,
    Broken,
    Forbidden,
    Insist,
    Noted,
    Write,
    decide,
    order,
)
from tests.server import serving

_PATIENCE: Final = 30  # seconds


@dataclass(frozen=True)
class Process:
    """What one process has of a store."""

    journal: SqlJournal
    memory: Memory

    def tell(self, asked: Order) -> Answer:
        """Give ``asked`` and wait for the answer."""
        return self.journal.submit(asked).result(_PATIENCE)


@contextmanager
def _process(database: Database) -> Iterator[Process]:
    codec = Codec((Noted,))
    nouns = Nouns({"note": NOTEBOOK, "region": NOTEBOOK}, {"note": "N"})
    recorder = Recorder(database, SetClock(MORNING))
    memory = Memory()
    writer = Writer(Desk(database, recorder, codec, nouns, decide, memory))
    yield Process(SqlJournal(database, writer, codec), memory)
    writer.close()
    database.close()


def _made(database: Database) -> Database:
    database.start()
    database.make()
    database.commit(0)
    return database


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def process(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Process]:
    """One process on an empty store of each kind."""
    if request.param == "SQLite":
        database: Database = SqliteDatabase(tmp_path / "faden.db")
    else:
        database = PostgresDatabase(request.getfixturevalue("database"))
    with _process(_made(database)) as opened:
        yield opened


def _notes(process: Process) -> list[tuple[int, str, int]]:
    return [(e.position, e.stream, e.version) for e in process.journal.since(0)]


def test_orders_are_written_in_order_and_read_with_their_texts(
    process: Process,
) -> None:
    assert process.tell(order(Write(("one", "two")))).position == 2
    assert process.tell(order(Write(("three",)), "note:N1")).version == 3
    assert process.tell(order(Write(("four",)))).stream == "note:N2"
    assert _notes(process) == [
        (1, "note:N1", 1),
        (2, "note:N1", 2),
        (3, "note:N1", 3),
        (4, "note:N2", 1),
    ]
    events = [entry.event for entry in process.journal.stream("note:N1")]
    assert [e.text.text for e in events if isinstance(e, Noted)] == [
        "one",
        "two",
        "three",
    ]
    assert process.journal.head() == 4


def test_the_same_order_gets_the_same_answer_and_is_written_once(
    process: Process,
) -> None:
    first = process.tell(order(Write(("one",)), id="click"))
    assert process.tell(order(Write(("one",)), id="click")) == first
    together = [process.journal.submit(order(Write(("x",)), id="b")) for _ in range(20)]
    assert len({answer.result(_PATIENCE).position for answer in together}) == 1
    assert process.journal.head() == 2


def test_a_refusal_is_kept_and_said_again(process: Process) -> None:
    refused = process.tell(order(Forbidden(), id="no"))
    again = process.tell(order(Write(("now it would do",)), id="no"))
    assert refused.refusal
    assert again.refusal
    assert again.refusal.code is refused.refusal.code is Code.DUE_IN_THE_PAST
    assert again.refusal.facts == refused.refusal.facts
    assert process.journal.head() == 0


def test_a_mistake_of_one_order_does_not_touch_the_others(process: Process) -> None:
    asked = [order(Write(("a",))), order(Broken()), order(Write(("b",)))]
    given = [process.journal.submit(each) for each in asked]
    with pytest.raises(RuntimeError):
        given[1].result(_PATIENCE)
    assert given[2].result(_PATIENCE).position == 2


def test_whoever_insists_on_an_old_version_is_told(process: Process) -> None:
    process.tell(order(Write(("one",)), "note:N1"))
    process.tell(order(Write(("two",)), "note:N1"))
    late = process.tell(order(Insist(), "note:N1", after=1))
    assert late.refusal
    assert late.refusal.code is Code.ITEM_MOVED


def test_a_failing_job_undoes_only_itself(process: Process) -> None:
    def fail(_: object) -> None:
        raise LookupError

    given = process.journal.submit(order(Write(("one",))))
    with pytest.raises(LookupError):
        process.journal.run(fail).result(_PATIENCE)
    assert given.result(_PATIENCE).position == 1
    assert process.tell(order(Write(("two",)))).position == 2


def test_rival_processes_leave_no_gap_and_lose_nothing(database: str) -> None:
    """Each takes in what the other wrote before it decides."""
    _made(PostgresDatabase(database)).close()
    with (
        _process(PostgresDatabase(database)) as one,
        _process(PostgresDatabase(database)) as other,
    ):

        def write(process: Process) -> None:
            for _ in range(100):
                process.tell(order(Write(("same page",)), "note:N1"))
                process.tell(order(Write(("a page of its own",))))

        threads = [Thread(target=write, args=(p,)) for p in (one, other) * 4]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        notes = _notes(one)
        assert [position for position, _, _ in notes] == list(range(1, 1601))
        shared = [version for _, stream, version in notes if stream == "note:N1"]
        assert shared == list(range(1, 801))
        assert len({stream for _, stream, _ in notes}) == 801
        assert one.tell(order(Write(("end",)), "note:N1")).version == 801
        assert other.tell(order(Write(("end",)), "note:N1")).version == 802


def test_a_lost_server_refuses_what_it_lost_and_is_found_again() -> None:
    with serving() as server:
        url = server.fresh()
        with _process(_made(PostgresDatabase(url))) as process:
            assert process.tell(order(Write(("before",)))).position == 1
            server.kill()
            lost = process.tell(order(Write(("during",)), id="again"))
            assert lost.refusal
            assert lost.refusal.code is Code.STORE_UNAVAILABLE
            server.start()
            assert process.tell(order(Write(("during",)), id="again")).position == 2
            assert _notes(process) == [(1, "note:N1", 1), (2, "note:N2", 1)]


def test_other_processes_are_told_of_a_commit(database: str) -> None:
    told: list[int] = []
    _made(PostgresDatabase(database)).close()
    listening = PostgresDatabase(database)
    with _process(PostgresDatabase(database)) as process:
        listening.listen(told.append)
        while not told:  # until the listener has begun, nobody hears
            process.tell(order(Write(("news",))))
        assert told[0] <= process.journal.head()
    listening.close()
