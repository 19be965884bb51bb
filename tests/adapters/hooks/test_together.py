"""Receivers are called side by side, and their secrets stay with them."""

from __future__ import annotations

import asyncio

import pytest

from adapters.hooks.caller import Caller
from tests.adapters.hooks.receiver import LOOPBACK, Receiver
from tests.auenland import Auenland


async def test_one_that_answers_slowly_holds_nobody_up(
    here: Auenland, receiver: Receiver
) -> None:
    slow = Receiver(here)
    slow.ready.clear()
    await slow.start()
    caller = Caller(here.faden, LOOPBACK, "https://faden.example")
    calling = asyncio.create_task(caller.run())
    for said in ("Bitte an Birkfeld: Schlammmengen bis 30.4.", "ja"):
        await asyncio.to_thread(here.say, "p-lange", said)
    caller.wake()
    await asyncio.wait_for(receiver.came.get(), 10)
    await asyncio.wait_for(slow.came.get(), 10)
    for said in ("Z1 machen wir", "ja"):
        await asyncio.to_thread(here.say, "p-vogt", said)
    caller.wake()
    await asyncio.wait_for(receiver.came.get(), 10)
    assert len(slow.got) == 1
    calling.cancel()
    slow.ready.set()
    await slow.server.close()


async def _turns(count: int) -> None:
    """Let the loop do what it has to, so many times."""
    for _ in range(count):
        await asyncio.sleep(0)


@pytest.mark.parametrize("turns", range(6))
async def test_a_sign_that_comes_with_the_end_does_not_keep_it_going(
    here: Auenland, turns: int
) -> None:
    caller = Caller(here.faden, LOOPBACK, "https://faden.example")
    calling = asyncio.create_task(caller.run())
    await _turns(5_000)  # it rests by now
    caller.wake()
    await _turns(turns)
    calling.cancel()
    _, going_on = await asyncio.wait([calling], timeout=20)
    assert not going_on


async def test_no_secret_is_printed(here: Auenland, receiver: Receiver) -> None:
    (one,) = here.faden.store.office.hooks.all()
    assert receiver.secret not in repr(one)
