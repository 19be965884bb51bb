"""What several processes on one PostgreSQL promise to each other."""

from __future__ import annotations

from threading import Event, Thread

import pytest
import sqlalchemy as sa

from adapters.journal import leaf
from adapters.journal.postgres import PostgresDatabase
from core.errors import Code, Refusal
from tests.adapters.notebook import Write, order
from tests.contract.process import PATIENCE, Process, made, notes, running
from tests.contract.rivals import COMMANDS, PROCESSES, WRITERS, racing
from tests.server import serving


def test_rival_processes_leave_no_gap_and_lose_nothing(database: str) -> None:
    """Each takes in what the other wrote before it decides."""
    made(PostgresDatabase(database)).close()
    with (
        running(PostgresDatabase(database)) as one,
        running(PostgresDatabase(database)) as other,
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
        written = notes(one)
        assert [position for position, _, _ in written] == list(range(1, 1601))
        shared = [version for _, stream, version in written if stream == "note:N1"]
        assert shared == list(range(1, 801))
        assert len({stream for _, stream, _ in written}) == 801
        assert one.tell(order(Write(("end",)), "note:N1")).version == 801
        assert other.tell(order(Write(("end",)), "note:N1")).version == 802


def test_eight_writers_in_four_processes_leave_no_gap(database: str) -> None:
    """A reader that follows sees every position once, in order."""
    made(PostgresDatabase(database)).close()
    seen: list[tuple[int, str, int]] = []
    with running(PostgresDatabase(database)) as reading:

        def follow() -> None:
            after = seen[-1][0] if seen else 0
            news = reading.journal.since(after)
            seen.extend((e.position, e.stream, e.version) for e in news)

        with racing(database) as rivals:
            while any(rival.is_alive() for rival in rivals):
                follow()
        follow()
    own = PROCESSES * WRITERS * (COMMANDS - 1)
    assert [position for position, _, _ in seen] == list(range(1, 2 * own + 3))
    versions = [version for _, stream, version in seen if stream == "note:N1"]
    assert versions == list(range(1, len(versions) + 1))
    assert len({stream for _, stream, _ in seen}) == len(seen) - len(versions) + 1


def test_a_lost_server_refuses_what_it_lost_and_is_found_again() -> None:
    with serving() as server:
        url = server.fresh()
        with running(made(PostgresDatabase(url))) as process:
            assert process.tell(order(Write(("before",)))).position == 1
            server.kill()
            for _ in range(3):  # it stays away for a while
                lost = process.tell(order(Write(("during",)), id="again"))
                assert lost.refusal
                assert lost.refusal.code is Code.STORE_UNAVAILABLE
            server.start()
            assert process.tell(order(Write(("during",)), id="again")).position == 2
            assert notes(process) == [(1, "note:N1", 1), (2, "note:N2", 1)]


def test_a_connection_cut_in_the_middle_of_a_transaction_is_replaced(
    database: str,
) -> None:
    """All of the group is refused, nothing of it is there, and it may come again."""
    with running(made(PostgresDatabase(database))) as process:
        go_on = Event()
        process.journal.run(lambda _: go_on.wait(PATIENCE))  # the next ones wait
        asked = process.journal.submit(order(Write(("one",)), id="cut"))
        cut = process.journal.run(_cut)
        go_on.set()
        lost = asked.result(PATIENCE)
        assert lost.refusal
        assert lost.refusal.code is Code.STORE_UNAVAILABLE
        with pytest.raises(Refusal):
            cut.result(PATIENCE)
        assert process.journal.head() == 0
        assert process.tell(order(Write(("one",)), id="cut")).position == 1


def _cut(connection: sa.Connection) -> None:
    connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")


def test_other_processes_are_told_of_a_commit(database: str) -> None:
    told: list[int] = []
    made(PostgresDatabase(database)).close()
    listening = PostgresDatabase(database)
    with running(PostgresDatabase(database)) as process:
        listening.listen(told.append)
        while not told:  # until the listener has begun, nobody hears
            process.tell(order(Write(("news",))))
        assert told[0] <= process.journal.head()
    listening.close()


def test_known_commands_are_looked_up_by_index_in_a_server_that_knows_no_sizes(
    database: str,
) -> None:
    """Else every group reads the whole log until the server has looked it over."""
    there = made(PostgresDatabase(database))
    wanted = leaf.canonical([f"c{n}" for n in range(64)]).decode()
    asked = f"EXPLAIN {there.statements.known_of_many}"
    plan = [line for (line,) in there.find(asked, (wanted,))]
    conditions = [line for line in plan if "Index Cond" in line]
    assert len([line for line in conditions if "command_id = ANY" in line]) == 2
    there.close()
