"""Caller: brings every hook what it has not got yet, in order (*Zustellung*).

::

    behind --called, 2xx--> the next entry
           --called, anything else--> waits, ever longer
           --for days, or 410--> given up, and coordination is told

A receiver may get an entry twice, under the same ``webhook-id``, never out of order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

import structlog
from aiohttp import (
    ClientError,
    ClientSession,
    ClientSSLError,
    ClientTimeout,
    TCPConnector,
)

from adapters.hooks import telling
from adapters.hooks.reach import ForbiddenError, Reach, Resolver
from adapters.letters import unasked
from adapters.main import Faden
from adapters.office import Letter
from adapters.office.hooks import GIVEN_UP, Hook
from bots import hooks as words
from core.errors import Refusal
from core.ports import Recorded

POLL: Final = 5.0  # seconds between two looks when nobody wakes it
_ROUND: Final = 50  # entries to one hook, before the others get their turn
_PATIENCE: Final = ClientTimeout(total=15, connect=5)

log = structlog.get_logger()


class Caller:
    """Calls all hooks, as long as it runs; of several processes the one that leads."""

    def __init__(self, faden: Faden, reach: Reach, pages: str) -> None:
        """Take note; ``pages`` is where people open our pages."""
        self._faden = faden
        self._reach = reach
        self._pages = pages
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Say that something happened; in the loop in which it runs."""
        self._woken.set()

    async def run(self) -> None:
        """Call whoever is behind, for ever, and nobody twice at once."""
        connector = TCPConnector(resolver=Resolver(self._reach), use_dns_cache=False)
        calls: dict[int, asyncio.Task[None]] = {}
        async with ClientSession(
            connector=connector, timeout=_PATIENCE, trust_env=False
        ) as session:
            try:
                while True:
                    await self._outliving(self._begin(session, calls))
                    await self._rest()
            finally:
                for call in calls.values():
                    call.cancel()
                await asyncio.gather(*calls.values(), return_exceptions=True)

    async def round(self, session: ClientSession) -> bool:
        """Bring each hook some entries; whether one of them has taken any."""
        found = await asyncio.to_thread(self._due)
        took = await asyncio.gather(*(self._bring(session, one) for one in found))
        return any(took)

    async def _begin(
        self, session: ClientSession, calls: dict[int, asyncio.Task[None]]
    ) -> None:
        """Begin to call whoever is behind and is not being called already."""

        async def call(one: Hook) -> None:
            took = await self._bring(session, one)
            if took:
                self._woken.set()  # there may be more for it

        for number in [number for number, begun in calls.items() if begun.done()]:
            del calls[number]
        for one in await asyncio.to_thread(self._due):
            if one.number not in calls:
                begun = asyncio.create_task(self._outliving(call(one)))
                calls[one.number] = begun

    async def _outliving(self, work: Coroutine[None, None, None]) -> None:
        """Do ``work``; what goes wrong there ends nothing, and is not done at once."""
        try:
            await work
        except Refusal as refusal:  # the store is away; it is tried again
            log.warning("hooks wait", code=refusal.code.value)
            await asyncio.sleep(POLL)
        except Exception:
            log.exception("hooks failed")
            await asyncio.sleep(POLL)

    async def _rest(self) -> None:
        """Wait for a sign; ``wait_for`` would lose an end that comes with one."""
        with suppress(TimeoutError):
            async with asyncio.timeout(POLL):
                await self._woken.wait()
        self._woken.clear()

    def _due(self) -> Sequence[Hook]:
        if not self._faden.store.leads():
            return ()
        head = self._faden.store.journal.head()
        return self._faden.store.office.hooks.due(head, self._faden.clock())

    async def _bring(self, session: ClientSession, one: Hook) -> bool:
        entries = await asyncio.to_thread(self._behind, one)
        reached = one.position
        for recorded in entries:
            wrong = await self._tell(session, one, recorded)
            if wrong is not None:
                if reached > one.position:
                    await self._wait_for(one, reached)
                    one = replace(one, attempts=0, failing_since=None)
                await asyncio.to_thread(self._fail, one, wrong)
                return False
            reached = recorded.position
        await self._wait_for(one, reached)
        return bool(entries)

    async def _wait_for(self, one: Hook, reached: int) -> None:
        taken = self._faden.store.office.hooks.taken
        await asyncio.wrap_future(taken(one, reached))

    def _behind(self, one: Hook) -> Sequence[Recorded]:
        return list(islice(self._faden.store.journal.since(one.position), _ROUND))

    async def _tell(
        self, session: ClientSession, one: Hook, recorded: Recorded
    ) -> str | None:
        """Tell an entry; return a code of what went wrong, if anything."""
        said = telling.body(recorded, self._pages)
        if said is None:
            return None
        if not self._reach.takes(one.url):
            return words.FORBIDDEN
        id_ = f"{one.number}-{recorded.position}"
        second = int(self._faden.clock().timestamp())
        try:
            async with session.post(
                one.url,
                data=said,
                headers=telling.headers(one.secret, id_, second, said),
                allow_redirects=False,
            ) as answer:
                well = answer.ok and answer.status < 300  # noqa: PLR2004
                return None if well else str(answer.status)
        except (ClientError, TimeoutError, OSError, ValueError) as error:
            return _cause(error)

    def _fail(self, one: Hook, reason: str) -> None:
        now = self._faden.clock()
        since = one.failing_since or now
        over = reason == words.GONE or now - since >= GIVEN_UP
        letters = self._letters(one, reason) if over else None
        log.warning("hook failed", hook=one.number, reason=reason, given_up=over)
        self._faden.store.office.hooks.failed(one, reason, now, letters).result()
        self._faden.send()

    def _letters(self, one: Hook, reason: str) -> Sequence[Letter]:
        host = urlsplit(one.url).netloc
        desk = self._faden.desk
        posts = words.given_up(desk, one.number, host, reason, desk.today())
        channel_of = self._faden.store.office.addresses.channel_of
        return [unasked(post, channel_of(post.person)) for post in posts]


def _cause(error: Exception) -> str:
    """Return a code of why nobody answered; ``bots.hooks`` has its words."""
    inner = error.__cause__ or getattr(error, "os_error", None)
    if isinstance(error, ForbiddenError) or isinstance(inner, ForbiddenError):
        return words.FORBIDDEN
    match error:
        case TimeoutError():
            return words.TIMEOUT
        case ClientSSLError():
            return words.UNSAFE
        case _:
            return words.AWAY
