"""Company: the other processes on the same server (*Gesellschaft*).

::

    following --nobody leads--> leading --its connection is lost--> following

One of them leads, by a lock that its session holds; all hear what the others
commit. Both have a connection of their own, which is made again when it is lost.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from math import inf
from threading import Event, Lock, Thread
from typing import Any, Final, TypeAlias

import psycopg
from psycopg import sql

OF_THE_STORE: Final = (psycopg.OperationalError, psycopg.InterfaceError)
_LOOK: Final = 1.0  # seconds between two looks: who leads, and whether to stop

Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]


class Company:
    """What one process knows of the others."""

    def __init__(
        self, connect: Callable[[], Connection], lock: int, channel: str
    ) -> None:
        """Take note; ``lock`` is held by the one that leads."""
        self._connect = connect
        self._lock = lock
        self._channel = channel
        self._closing = Event()
        self._listener: Thread | None = None
        self._turn = Lock()
        self._leading: Connection | None = None
        self._lead = False
        self._looked = -inf

    def leads(self) -> bool:
        """Take the lead if nobody has it; looked at once a second at most."""
        with self._turn:
            if time.monotonic() >= self._looked + _LOOK:
                self._lead = self._take_lead()
                self._looked = time.monotonic()
            return self._lead

    def listen(self, heard: Callable[[int], None], own: Callable[[], int]) -> None:
        """Call ``heard`` with positions, in a thread, but not with our ``own``.

        ``own`` returns the process of the server that writes for us.
        """
        self._listener = Thread(
            target=self._listen, args=(heard, own), name="faden-listener", daemon=True
        )
        self._listener.start()

    def close(self) -> None:
        """Leave; whoever follows may lead. A last message ends the listener at once."""
        self._closing.set()
        if self._listener is not None:
            self._listener.join()
        with self._turn:
            self._lead, self._looked = False, inf
            if self._leading is not None:
                self._leading.close()

    def _listen(self, heard: Callable[[int], None], own: Callable[[], int]) -> None:
        channel = sql.SQL("LISTEN {}").format(sql.Identifier(self._channel))
        while not self._closing.is_set():
            try:
                with self._connect() as listening:
                    listening.execute(channel)
                    while not self._closing.is_set():
                        for told in listening.notifies(timeout=_LOOK, stop_after=1):
                            position = int(told.payload)
                            if position and told.pid != own():
                                heard(position)
            except OF_THE_STORE:  # whoever reads looks by itself meanwhile
                self._closing.wait(_LOOK)

    def _take_lead(self) -> bool:
        try:
            if self._lead and self._leading is not None:
                self._leading.execute("SELECT true")  # the lock lives as long as it
                return True
            if self._leading is None or self._leading.closed:
                self._leading = self._connect()
            asked = "SELECT pg_try_advisory_lock(%s)"
            ((lead,),) = self._leading.execute(asked, (self._lock,)).fetchall()
        except OF_THE_STORE:
            if self._leading is not None:
                self._leading.close()
            return False
        return bool(lead)
