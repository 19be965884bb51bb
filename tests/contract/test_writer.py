"""What every store promises to whoever gives orders, on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.journal.database import Database
from adapters.journal.postgres import PostgresDatabase
from adapters.journal.sqlite import SqliteDatabase
from core.errors import Code
from tests.adapters.notebook import Broken, Forbidden, Insist, Noted, Write, order
from tests.contract.process import PATIENCE, Process, made, notes, running


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def process(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Process]:
    """One process on an empty store of each kind."""
    if request.param == "SQLite":
        database: Database = SqliteDatabase(tmp_path / "faden.db")
    else:
        database = PostgresDatabase(request.getfixturevalue("database"))
    with running(made(database)) as opened:
        yield opened


def test_orders_are_written_in_order_and_read_with_their_texts(
    process: Process,
) -> None:
    assert process.tell(order(Write(("one", "two")))).position == 2
    assert process.tell(order(Write(("three",)), "note:N1")).version == 3
    assert process.tell(order(Write(("four",)))).stream == "note:N2"
    assert notes(process) == [
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
    assert len({answer.result(PATIENCE).position for answer in together}) == 1
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
        given[1].result(PATIENCE)
    assert given[2].result(PATIENCE).position == 2


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
        process.journal.run(fail).result(PATIENCE)
    assert given.result(PATIENCE).position == 1
    assert process.tell(order(Write(("two",)))).position == 2
