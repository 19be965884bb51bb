"""Keys: what the interface carries for all its handlers (*Schalterhalle*)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple, ParamSpec, TypeAlias, TypeVar

from aiohttp import web

from adapters.api.limits import Limits, Rate
from adapters.hub import Hub
from adapters.main import Faden
from adapters.office.api_tokens import Scope, Token
from adapters.office.tokens import hashed
from projections.viewer import STRANGER, Viewer

P = ParamSpec("P")
T = TypeVar("T")
Stamp: TypeAlias = tuple[int, int]

_KNOWN: Final = timedelta(seconds=5)  # a token revoked elsewhere opens so long still
_TOKENS: Final = 1_000
_ANSWERS: Final = 256
_LARGEST: Final = 262_144  # bytes of an answer that is kept


class Answered(NamedTuple):
    """An answer as it goes out."""

    body: bytes
    etag: str


class Api:
    """One per application; used on its event loop."""

    def __init__(
        self,
        faden: Faden,
        threads: ThreadPoolExecutor,
        rate: Rate,
        address_of: Callable[[web.Request], str],
    ) -> None:
        """Answer from ``faden``; what reads or waits is done in ``threads``.

        ``address_of`` says from where a request comes, behind a proxy, too.
        """
        self.faden = faden
        self.address_of = address_of
        self.hub = Hub()
        self.limits = Limits(rate)
        self._threads = threads
        self._tokens: dict[bytes, tuple[Token, datetime, int]] = {}
        self._viewers: dict[tuple[str, date], Viewer] = {}
        self._answers: dict[tuple[object, ...], Answered] = {}
        self._running: dict[object, Any] = {}
        self._forgotten = 0
        self._stamp: Stamp = (0, -1)
        faden.memory.append(self.forget)

    async def apart(
        self, work: Callable[P, T], *arguments: P.args, **named: P.kwargs
    ) -> T:
        """Do ``work``, which reads or waits, in a thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._threads, lambda: work(*arguments, **named)
        )

    async def once(self, at: object, work: Callable[[], T]) -> T:
        """Do ``work`` in a thread; whoever wants the same meanwhile shares it."""
        running: asyncio.Task[T] | None = self._running.get(at)
        if running is None:
            running = asyncio.ensure_future(self.apart(work))
            self._running[at] = running
            running.add_done_callback(lambda _: self._running.pop(at, None))
        return await asyncio.shield(running)

    async def token(self, secret: str) -> Token | None:
        """Return what ``secret`` is, if it opens anything now."""
        tokens, now = self.faden.store.office.tokens, self.faden.clock()
        digest = hashed(secret)
        known = self._tokens.get(digest)
        if known and now - known[1] < _KNOWN and known[2] == tokens.changes:
            return known[0] if known[0].expires_at > now else None
        changes = tokens.changes
        found = await self.apart(tokens.named, secret, now)
        if found is None:
            self._tokens.pop(digest, None)
            return None
        if len(self._tokens) >= _TOKENS:
            self._tokens.clear()
        self._tokens[digest] = (found, now, changes)
        return found

    async def viewer(self, token: Token | None) -> Viewer:
        """Return what the bearer of ``token`` may see: never more than its person."""
        if token is None:
            return STRANGER
        stamp, at = self.stamp(), (token.person, self.faden.today())
        known = self._viewers.get(at)
        if known is None:
            known = await self.apart(self.faden.viewer, token.person)
            if stamp == self.stamp():
                self._viewers[at] = known
        audits = known.audits and Scope.AUDIT in token.scopes
        return replace(known, audits=audits)

    def stamp(self) -> Stamp:
        """Return what changes whenever an answer may be another one."""
        stamp = (self._forgotten, self.faden.worker.seen())
        if stamp != self._stamp:
            self._answers.clear()
            self._viewers.clear()
            self._stamp = stamp
        return stamp

    def answered(self, at: tuple[object, ...]) -> Answered | None:
        """Return what was answered to the same, if nothing has moved since."""
        if self.faden.worker.renewing() is not None:
            return None
        self.stamp()
        return self._answers.get(at)

    def keep(self, at: tuple[object, ...], answer: Answered, stamp: Stamp) -> None:
        """Keep an answer that was made at ``stamp``."""
        if stamp != self.stamp() or len(answer.body) > _LARGEST:
            return
        if len(self._answers) >= _ANSWERS:
            self._answers.clear()
        self._answers[at] = answer

    def forget(self) -> None:
        """Keep nothing: texts in it may have been erased. From any thread."""
        self._forgotten += 1


API: Final = web.AppKey("api", Api)
