"""Reception: many messages of one moment, kept in one go (*Annahme*).

::

    waiting --one insert for all that wait--> kept, under the person at the address
                                          --> nobody, where none has linked it

For platforms that hand over message by message and wait for each to be kept: what
comes while one group is written is the next group. Belongs to one event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from adapters.journal.tables import inbox
from adapters.journal.writer import Writer
from adapters.office.addresses import persons_at
from adapters.office.inbox import State
from adapters.office.rows import Payload, insert_new
from core.errors import Refusal

GROUP: Final = 256  # messages in one insert at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A message from an address of ``channel``; ``of`` makes its payload of a person.

    ``place`` says where the answer belongs, if not where the person always is told.
    """

    ref: str
    channel: str
    address: str
    place: str = ""
    of: Callable[[str], Payload]
    at: datetime


class Reception:
    """Takes messages in, group by group."""

    def __init__(self, writer: Writer) -> None:
        """Keep them through ``writer``."""
        self._writer = writer
        self._waiting: list[tuple[Incoming, asyncio.Future[str | None]]] = []
        self._bringing: asyncio.Task[None] | None = None

    async def take(self, incoming: Incoming) -> str | None:
        """Keep ``incoming``; return whose it is, ``None`` if nobody is at the address.

        What was brought before is kept once. From nobody nothing is kept.

        Raises:
            Refusal: too much waits, or the store is away; nothing was kept.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[str | None] = loop.create_future()
        self._waiting.append((incoming, future))
        if self._bringing is None or self._bringing.done():
            self._bringing = loop.create_task(self._bring())
        return await future

    async def _bring(self) -> None:
        while self._waiting:
            some, self._waiting = self._waiting[:GROUP], self._waiting[GROUP:]
            try:
                await self._keep(some)
            except Exception as error:  # noqa: BLE001  (it is told to whoever waits)
                _tell(some, error)

    async def _keep(
        self, some: Sequence[tuple[Incoming, asyncio.Future[str | None]]]
    ) -> None:
        group = [incoming for incoming, _ in some]
        try:
            persons = await self._writer.do(lambda connection: _put(connection, group))
        except Refusal:
            raise
        except Exception:
            if len(some) == 1:
                raise
            for one in some:  # one may be to blame: the others must not suffer
                try:
                    await self._keep([one])
                except Exception as error:  # noqa: BLE001  (as above)
                    _tell([one], error)
            return
        for (_, future), person in zip(some, persons, strict=True):
            if not future.done():
                future.set_result(person)


def _tell(
    some: Sequence[tuple[Incoming, asyncio.Future[str | None]]], error: Exception
) -> None:
    for _, future in some:
        if not future.done():
            future.set_exception(error)


def _put(connection: sa.Connection, group: Sequence[Incoming]) -> list[str | None]:
    """Insert what somebody sent; return who it was, in the same order."""
    at = {
        channel: persons_at(
            connection,
            channel,
            {one.address for one in group if one.channel == channel},
        )
        for channel in {one.channel for one in group}
    }
    persons = [at[one.channel].get(one.address) for one in group]
    rows = [
        {
            "ref": one.ref,
            "channel": one.channel,
            "person": person,
            "place": one.place,
            "payload": dict(one.of(person)),
            "received_at": one.at,
            "state": State.NEW,
            "attempts": 0,
        }
        for one, person in zip(group, persons, strict=True)
        if person is not None
    ]
    insert_new(connection, inbox, rows)
    return persons
