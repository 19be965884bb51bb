"""Main: the one place that knows all classes and puts them together."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Final, Self, TypeAlias

from sqlalchemy import Connection

from adapters.audit.proving import Proving
from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from adapters.clock import system_clock
from adapters.desk import Desk
from adapters.digesting import Digesting
from adapters.dispatch import Dispatcher
from adapters.erasing.purge import Purge
from adapters.erasing.retaining import Retaining
from adapters.nudging import Nudging
from adapters.office.sender import Channel, Sender
from adapters.reactor import Reactor
from adapters.settings import BACKUP_DAYS, Server
from adapters.settled import sealed
from adapters.store import Store, open_store
from adapters.ticker import Ticker, Turn
from adapters.tidying import Tidying
from adapters.views import close_views, open_views
from bots.heard import Heard
from bots.speech import Speech
from core.ports import Clock
from projections.asof import Past
from projections.catalogue import VIEWS
from projections.viewer import Viewer
from projections.worker import Worker

FILE = "views.db"
Connect: TypeAlias = Callable[[Store, Desk], Channel]
"""Makes the channel to one platform: the store knows addresses, the desk words."""

_VIEWS: Final = 3.0  # seconds until pages are told, whether or not views know it


class Faden:
    """One open region: store, views, conversation, and the threads that drive them."""

    def __init__(
        self,
        store: Store,
        *,
        clock: Clock,
        demo: bool,
        channels: Iterable[Connect],
        key: Place | None,
        backup_days: int,
    ) -> None:
        """Put everything together on ``store`` and start it."""
        self.store = store
        self.clock = clock
        self.demo = demo
        self.backup_days = backup_days
        self._listeners: list[Callable[[], None]] = []
        self._lock = threading.Lock()
        self._newest = 0
        self.engine = open_views(store.folder / FILE, store.server)
        self.worker = Worker(store.journal, self.engine, VIEWS)
        self.past = Past(store.journal, VIEWS)
        self.proving = Proving(store)
        self.desk = Desk(store, self.engine, self.worker, clock, self.past)
        self.dispatcher = Dispatcher(store, self.desk, clock, self._changed)
        self.sealing = None if key is None else Sealing(store, self.desk, key)
        self.reactor = Reactor(
            store,
            self.desk,
            self.worker,
            clock,
            self._changed,
            reaction=sealed(self.sealing),
            holding=not demo,  # there one looks over everybody's shoulder
        )
        self.memory = [self.past.forget, self.desk.forget, self.reactor.forget]
        self.erasing = Purge(store, self.engine, self.worker, self.desk, self.memory)
        self.retaining = Retaining(store, self.desk)
        turns: list[Turn] = [self.retaining.tick, self.erasing.tick]
        turns.append(Nudging(store, self.desk, self.worker).tick)
        turns.append(Digesting(store, self.desk).tick)
        turns.append(Tidying(store.office, clock).tick)
        turns += [self.sealing.tick] if self.sealing else []
        self.ticker = Ticker(store, self.worker, clock, turns)
        self.senders = [
            Sender(store.office.deliveries, connect(store, self.desk), clock)
            for connect in channels
        ]
        store.journal.on_commit(self._committed)
        store.listen(self._heard)
        self.worker.start()
        self.erasing.begin()
        self.reactor.start()
        self.dispatcher.start()
        self.ticker.start()
        for sender in self.senders:
            sender.start()

    @classmethod
    def open(
        cls,
        data: Path,
        *,
        server: Server | None = None,
        clock: Clock = system_clock,
        demo: bool = False,
        channels: Iterable[Connect] = (),
        key: Place | None = None,
        backup_days: int = BACKUP_DAYS,
    ) -> Self:
        """Open the data folder, or ``server``, and all threads.

        Letters in a channel that is not among ``channels`` wait for a process that
        has it; the web chat needs none. Without a ``key`` nothing is signed. What is
        erased may be in backups for ``backup_days``.

        Raises:
            StoreError: one of its kinds says why not.
        """
        store = open_store(data, server=server, clock=clock)
        try:
            return cls(
                store,
                clock=clock,
                demo=demo,
                channels=channels,
                key=key,
                backup_days=backup_days,
            )
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Finish what is queued and release the folder."""
        self.ticker.close()
        self.dispatcher.close()
        self.reactor.close()
        for sender in self.senders:
            sender.close()
        self.worker.close()
        self.past.forget()
        close_views(self.engine, self.store.server)
        self.store.close()

    def hear(self, heard: Heard) -> bool:
        """Store ``heard`` durably in the inbox and wake the dispatcher.

        Returns ``False`` if it was known already (then nothing more happens).
        """
        return self.dispatcher.hear(heard)

    def settled(self, ref: str, timeout: float) -> bool:
        """Wait until the inbox row ``ref`` has been worked off."""
        return self.dispatcher.settled(ref, timeout)

    def again(self, number: str) -> bool:
        """Try what was left lying again now; ``False`` if it lies there no more."""
        stuck = self.store.office.stuck
        found = stuck.named(number)
        done = found is not None and stuck.again(*found, self.clock()).result()
        self._wake()
        return done

    def all_again(self) -> int:
        """Try everything that was left lying again now; return how much that is."""
        count = self.store.office.stuck.all_again(self.clock()).result()
        self._wake()
        return count

    def tick(self, now: datetime | None = None) -> bool:
        """Do what is due at ``now`` (aware), else by the clock; see ``Ticker``."""
        return self.ticker.tick(now)

    def today(self) -> date:
        """Return the calendar day in the region's time zone."""
        return self.desk.today()

    def reading(
        self, position: int | None = None
    ) -> AbstractContextManager[Connection]:
        """Open the views for reading, as they were at ``position`` if one is named."""
        return self.desk.reading() if position is None else self.past.reading(position)

    def rebuild(
        self, views: Iterable[str], progress: Callable[[str, int, int], None]
    ) -> None:
        """Build ``views`` anew; see ``Worker.rebuild``. Nothing old is kept beside."""
        self.worker.rebuild(views, progress)
        self.past.forget()

    def viewer(self, person: str | None) -> Viewer:
        """Return what ``person`` may see."""
        return self.desk.viewer(person)

    def speech(self, person: str | None, language: str | None = None) -> Speech:
        """Return how to speak to ``person`` (names, language, today)."""
        return self.desk.speech(person, language)

    def listen(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call ``callback`` after anything changed; returns how to stop that."""
        with self._lock:
            self._listeners.append(callback)

        def stop() -> None:
            with self._lock:
                if callback in self._listeners:
                    self._listeners.remove(callback)

        return stop

    def _committed(self, position: int) -> None:
        """Wake who follows the log; what only the office wrote is no news to them."""
        if position > self._newest:
            self._newest = position
            self.worker.wake()
            self.reactor.wake()

    def _heard(self, position: int) -> None:
        """Another process wrote."""
        self._committed(position)
        self.dispatcher.wake()
        self.worker.wait(position, _VIEWS, self.worker.going())
        self.erasing.follow()
        self._changed()

    def send(self) -> None:
        """Say that letters were put into the outbox."""
        for sender in self.senders:
            sender.wake()

    def _wake(self) -> None:
        self.dispatcher.wake()
        self.reactor.wake()
        self.send()

    def _changed(self) -> None:
        self.send()
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()
