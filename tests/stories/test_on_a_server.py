"""A region on PostgreSQL: the same conversation, in several processes at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import psycopg
import pytest

from adapters.journal import pool
from adapters.main import Faden
from adapters.office.codes import Linked, redeem
from adapters.office.reception import Incoming, Reception
from adapters.settings import Server
from projections import commitments
from projections.board import board
from projections.viewer import MACHINE
from tests.auenland import Auenland, found

REQUEST = "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4."


@pytest.fixture
def here(tmp_path: Path, database: str) -> Iterator[Auenland]:
    """Auenland on a server."""
    county = found(tmp_path / "one", server=Server(database))
    yield county
    county.faden.close()


def beside(here: Auenland, tmp_path: Path, database: str) -> Auenland:
    """Return the same county in another process of its own."""
    faden = Faden.open(tmp_path / "two", server=Server(database), clock=here.watch)
    return replace(here, faden=faden, said=1_000, read={})


def test_request_promise_and_completion_are_said_as_on_a_file(here: Auenland) -> None:
    here.say("p-kern", REQUEST)
    assert here.say("p-kern", "ja")[0].startswith("Notiert als Z1")
    assert "Z1" in here.news("p-lindner")[0]
    here.say("p-lange", "Z1 machen wir")
    assert here.say("p-lange", "ja")[0].startswith("Zugesagt: Z1")
    here.say("p-lange", "Z1 erledigt: Tabelle liegt im Ordner")
    here.say("p-kern", "Z1 passt")
    here.say("p-kern", "ja")
    assert any(
        "Schlammmengen" in line for line in here.say("p-kern", "Wer macht Schlamm?")
    )
    assert not here.faden.store.folder.exists()


def test_what_one_process_writes_the_other_knows(
    here: Auenland, tmp_path: Path, database: str
) -> None:
    other = beside(here, tmp_path, database)
    told = Event()
    other.faden.listen(told.set)
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    assert told.wait(10)
    head = here.faden.store.journal.head()
    assert other.faden.worker.wait(head, 10)
    with here.faden.reading() as one, other.faden.reading() as two:
        viewer, today = here.faden.viewer("p-kern"), here.faden.today()
        assert board(one, viewer, "wasser", today) == board(
            two, viewer, "wasser", today
        )
    other.faden.close()


def test_one_answers_what_the_other_heard_and_takes_over_when_it_ends(
    here: Auenland, tmp_path: Path, database: str
) -> None:
    other = beside(here, tmp_path, database)
    assert here.faden.store.leads()
    assert not other.faden.store.leads()
    assert other.say("p-kern", REQUEST)[0].startswith("Sie bitten für Kreis Auenland")
    here.faden.close()
    assert other.say("p-kern", "ja")[-1].startswith("Notiert als Z1")
    assert other.faden.store.leads()
    assert len(other.thread("p-lindner")) == 1
    here.faden = other.faden


def test_nobody_is_told_twice_by_two_processes(
    here: Auenland, tmp_path: Path, database: str
) -> None:
    other = beside(here, tmp_path, database)
    for number in range(1, 6):
        sayer = here if number % 2 else other
        sayer.say("p-kern", f"Bitte an Lindgrund: Plan {number} bis 30.4.")
        sayer.say("p-kern", "ja")
    assert len(here.thread("p-lindner")) == 5
    assert [item.position for item in here.faden.store.journal.since(0)] == list(
        range(1, here.faden.store.journal.head() + 1)
    )
    other.faden.close()


def test_two_regions_in_one_database_keep_apart_and_share_their_connections(
    here: Auenland, tmp_path: Path, database: str
) -> None:
    others = []
    for number in range(4):
        server = Server(database, f"region_{number}")
        county = found(tmp_path / server.region, server=server)
        county.say("p-kern", f"Bitte an Lindgrund: Plan {number} bis 30.4.")
        county.say("p-kern", "ja")
        with county.faden.reading() as db:
            row = commitments.get(db, MACHINE, "Z1")
            assert row
            assert row.what == f"Plan {number}"
        others.append(county.faden)
    with here.faden.reading() as db:
        assert commitments.get(db, MACHINE, "Z1") is None
    with psycopg.connect(database) as asking:
        wanted = (
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        )
        ((used,),) = asking.execute(wanted).fetchall()
    own = (1 + len(others)) * 3  # writer, lead and listener of each
    assert used <= pool.CONNECTIONS + own + 1
    for faden in others:
        faden.close()


async def test_what_a_platform_brings_is_kept_on_a_server_too(here: Auenland) -> None:
    store = here.faden.store
    code = store.office.codes.give("p-kern", "slack", here.watch()).result(20)
    for _ in range(2):
        found = store.writer.run(
            lambda db: redeem(db, "slack", code, "T1/U1", here.watch())
        ).result(20)
        assert found == Linked("p-kern")
    reception = Reception(store.writer)
    sent = [
        Incoming(
            ref=f"m{n % 3}",
            channel="slack",
            address=f"T1/U{1 + n % 2}",
            of=lambda person: {"kind": "home", "person": person},
            at=here.watch(),
        )
        for n in range(6)
    ]
    persons = await asyncio.gather(*(reception.take(one) for one in sent))
    assert persons == ["p-kern", None] * 3
    assert {store.office.inbox.get(f"m{n}") is None for n in range(3)} == {False}
