"""Worker: one thread that drives all views (*Nachführung*).

::

    idle --wake, or one second--> reading --nothing new--> idle
    reading --fold fails--> that view stopped, the others go on
    begun, tables of another version--> renewing --built anew--> reading
    begun, empty tables or far behind--> filling --all is read--> reading

It is woken after every commit and looks by itself all the same. What a command
has written is waited for with ``wait``; the views themselves know no clock. Views
of another version are renewed in a thread of their own, and not to be read before.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from core.ports import Journal, Recorded
from projections import moving
from projections import view as views_
from projections.rebuild import Rebuild
from projections.renewal import Progress, Renewal
from projections.view import View

BATCH: Final = 500  # events per read and transaction
POLL: Final = 1.0  # seconds between two looks when nobody wakes it


@dataclass(frozen=True, slots=True)
class Health:
    """How one view does: position, events behind the log, why it stopped."""

    position: int
    lag: int
    error: str | None


class Worker:
    """Drives ``views`` along ``journal``; several may run, each event counts once."""

    def __init__(self, journal: Journal, engine: Engine, views: Sequence[View]) -> None:
        """Take note; nothing is read before ``start`` or ``catch_up``."""
        self._journal = journal
        self._engine = engine
        self._views = {view.noun: view for view in views}
        self._seen: dict[str, int] = {}
        self._errors: dict[str, str] = {}
        self._stopped: set[str] = set()
        self._renewal = Renewal(self._rebuild, self._stop)
        self._full = 0  # up to here views are filled before anybody reads them
        self._turn = threading.Lock()  # one reader of the log, one switch at a time
        self._news = threading.Condition()
        self._woken = threading.Event()
        self._closing = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Make what is missing, then follow, and renew what changed, in threads."""
        self._begin()
        works = [("views", self._run)]
        if self.renewing() is not None:
            works.append(("renewal", self._renewal.run))
        for name, work in works:
            thread = threading.Thread(target=work, name=name, daemon=True)
            self._threads.append(thread)
            thread.start()

    def close(self) -> None:
        """Stop the threads after the batch at hand."""
        self._closing.set()
        self._renewal.end()
        self._woken.set()
        while self._threads:
            self._threads.pop().join()

    def wake(self) -> None:
        """Say that something was written; returns at once."""
        self._woken.set()

    def prepare(self) -> None:
        """Make missing tables and renew those of another version, without threads.

        Tables that know more than the log, which then is another one, begin anew.
        """
        self._begin()
        self._renewal.run()

    def renewing(self) -> int | None:
        """Return how much of renewing or filling is done, in percent; ``None``: all."""
        percent = self._renewal.percent()
        low = min((self._seen.get(n, 0) for n in self.going()), default=self._full)
        filled = percent is not None or low >= self._full
        return percent if filled else 100 * low // self._full

    def catch_up(self) -> int:
        """Read everything there is, without the thread; return the lowest position."""
        if not self._seen:
            self.prepare()
        while self._step():
            pass
        return min(self._seen.values(), default=0)

    def wait(
        self, position: int, timeout: float, views: Iterable[str] | None = None
    ) -> bool:
        """Wait until ``views`` (all of them) know ``position``; say whether they do.

        A view that has stopped is not waited for: the answer is then ``False``.
        """
        nouns = list(self._views if views is None else map(_noun, views))
        deadline = time.monotonic() + timeout
        with self._news:
            while waiting := [n for n in nouns if self._seen.get(n, 0) < position]:
                left = deadline - time.monotonic()
                if left <= 0 or self._stopped.issuperset(waiting):
                    return False
                self._news.wait(left)
        return True

    def going(self) -> Sequence[str]:
        """Return the nouns of the views that have not stopped."""
        return [noun for noun in self._views if noun not in self._stopped]

    def seen(self) -> int:
        """Return a number that rises whenever any view moves."""
        return sum(self._seen.values())

    def health(self) -> Mapping[str, Health]:
        """Tell of every view where it is and what stopped it."""
        head = self._journal.head()
        return {
            view.name: Health(
                self._seen.get(noun, 0),
                max(head - self._seen.get(noun, 0), 0),
                self._errors.get(noun),
            )
            for noun, view in self._views.items()
        }

    def rebuild(
        self,
        views: Iterable[str] | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Build ``views`` (all of them) anew beside the live tables, then switch.

        ``progress`` gets name, position and head of the log after every batch.
        Commands and the thread go on meanwhile. What a fold raises comes out here,
        and the live tables stay.
        """
        for noun in list(self._views if views is None else map(_noun, views)):
            self._rebuild(noun, progress or (lambda _view, _position, _head: None))

    def _rebuild(self, noun: str, progress: Progress) -> None:
        view = self._views[noun]
        building = Rebuild(self._journal, self._engine, view)
        for position in building.run():
            progress(view.name, position, self._journal.head())
        with self._turn:
            reached = building.finish()
            self._stopped.discard(noun)
            self._errors.pop(noun, None)
            self._arrived({noun: reached})

    def _begin(self) -> None:
        head = self._journal.head()
        for noun, view in self._views.items():
            stand = views_.prepare(self._engine, view)
            if stand.position > head:
                stand = views_.reset(self._engine, view)
            if stand.version == view.version:
                if not stand.position or head - stand.position > BATCH:
                    self._full = head
                self._seen[noun] = stand.position
            else:
                self._renewal.want(noun)

    def _run(self) -> None:
        while not self._closing.is_set():
            self._woken.wait(POLL)
            self._woken.clear()
            while not self._closing.is_set() and self._look():
                pass

    def _look(self) -> bool:
        """Take a step; a log that cannot be read now is shown and tried again."""
        try:
            return self._step()
        except Exception as error:  # noqa: BLE001  (the thread must outlive it)
            self._errors.update(dict.fromkeys(self._views, _sentence(error)))
            return False

    def _step(self) -> bool:
        """Bring all views that lag by one batch further; say whether one moved."""
        with self._turn:
            going = {n: p for n, p in self._seen.items() if n not in self._stopped}
            if not going:
                return False
            low = min(going.values())
            batch = list(self._journal.since(low, low + BATCH))
            for noun in going:
                self._errors.pop(noun, None)
            if not batch:
                return False
            reached = moving.together(self._engine, self._views, going, batch) or {
                noun: self._advance(noun, seen, batch) for noun, seen in going.items()
            }
            self._arrived(reached)
            return any(reached[noun] > seen for noun, seen in going.items())

    def _advance(self, noun: str, seen: int, batch: Sequence[Recorded]) -> int:
        """Return the position of a view after ``batch``; never raises."""
        view = self._views[noun]
        news = [recorded for recorded in batch if recorded.position > seen]
        if not news or news[0].position != seen + 1:
            return seen
        try:
            return moving.alone(self._engine, view, seen, news)
        except OperationalError as error:  # busy or lost: try again
            self._errors[noun] = _sentence(error)
        except Exception as error:  # noqa: BLE001  (one view must not stop the others)
            self._stop(noun, error)
        return seen

    def _stop(self, noun: str, error: Exception) -> None:
        self._stopped.add(noun)
        self._errors[noun] = _sentence(error)
        self._arrived({noun: self._seen.get(noun, 0)})

    def _arrived(self, reached: Mapping[str, int]) -> None:
        with self._news:
            self._seen.update(reached)
            self._news.notify_all()


def _noun(name: str) -> str:
    return name.partition(".")[0]


def _sentence(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
