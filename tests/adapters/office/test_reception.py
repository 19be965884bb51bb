"""Many messages of one moment are kept together, each for whoever sent it."""

from __future__ import annotations

import asyncio

import pytest
import sqlalchemy as sa

from adapters.office.reception import GROUP, Incoming, Reception
from adapters.office.rows import Payload
from adapters.store import Store
from core.errors import Code, Refusal
from tests.adapters.notebook import MORNING


def _said(person: str) -> Payload:
    return {"person": person}


def _incoming(ref: str, address: str = "T1/U1") -> Incoming:
    return Incoming(ref=ref, channel="slack", address=address, of=_said, at=MORNING)


@pytest.fixture
def linked(store: Store) -> Store:
    """A store in which two persons are on the platform."""
    for n in (1, 2):
        address = store.office.addresses.link(f"p-{n}", "slack", f"T1/U{n}", MORNING)
        address.result(20)
    return store


async def test_what_comes_at_once_is_kept_for_whoever_sent_it(linked: Store) -> None:
    reception = Reception(linked.writer)
    count = GROUP + 10
    sent = [_incoming(f"m{n}", f"T1/U{1 + n % 2}") for n in range(count)]
    persons = await asyncio.gather(*(reception.take(one) for one in sent))
    assert persons == [f"p-{1 + n % 2}" for n in range(count)]
    kept = linked.office.inbox.waiting(MORNING, 1000)
    assert [(one.ref, one.payload["person"]) for one in kept] == [
        (f"m{n}", f"p-{1 + n % 2}") for n in range(count)
    ]


async def test_what_is_brought_twice_is_kept_once(linked: Store) -> None:
    reception = Reception(linked.writer)
    same = (reception.take(_incoming("m")) for _ in range(3))
    assert await asyncio.gather(*same) == ["p-1"] * 3
    assert await reception.take(_incoming("m")) == "p-1"
    assert len(linked.office.inbox.waiting(MORNING)) == 1


async def test_from_nobody_nothing_is_kept(linked: Store) -> None:
    reception = Reception(linked.writer)
    assert await reception.take(_incoming("m", "T2/U1")) is None
    assert linked.office.inbox.waiting(MORNING) == []


async def test_one_that_cannot_be_kept_does_not_hold_back_the_others(
    linked: Store,
) -> None:
    reception = Reception(linked.writer)

    def broken(_person: str) -> Payload:
        raise ValueError("broken")

    bad = Incoming(ref="b", channel="slack", address="T1/U1", of=broken, at=MORNING)
    found = await asyncio.gather(
        *(reception.take(one) for one in (_incoming("a"), bad, _incoming("c"))),
        return_exceptions=True,
    )
    assert (found[0], found[2]) == ("p-1", "p-1")
    assert isinstance(found[1], ValueError)
    assert [one.ref for one in linked.office.inbox.waiting(MORNING)] == ["a", "c"]


async def test_whoever_gives_up_waiting_harms_nobody(linked: Store) -> None:
    reception = Reception(linked.writer)
    gone = asyncio.ensure_future(reception.take(_incoming("a")))
    stays = asyncio.ensure_future(reception.take(_incoming("b")))
    await asyncio.sleep(0)
    gone.cancel()
    assert await stays == "p-1"


async def test_a_store_that_is_away_is_said_to_all_who_wait(linked: Store) -> None:
    reception = Reception(linked.writer)
    linked.close()
    found = await asyncio.gather(
        *(reception.take(_incoming(f"m{n}")) for n in range(3)), return_exceptions=True
    )
    assert [str(type(one)) for one in found] == [str(Refusal)] * 3
    assert {one.code for one in found if isinstance(one, Refusal)} == {
        Code.STORE_UNAVAILABLE
    }


def test_the_tables_came_later_than_some_folders(store: Store) -> None:
    names = store.writer.run(lambda db: set(sa.inspect(db).get_table_names())).result(
        20
    )
    assert {"code", "guess", "profile"} <= names
