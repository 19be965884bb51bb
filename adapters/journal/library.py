"""Library: what the recorder needs to fit into ``eventsourcing``, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event as Signal
from typing import Protocol

from eventsourcing.persistence import (
    ApplicationRecorder,
    DatabaseError,
    IntegrityError,
    ListenNotifySubscription,
    OperationalError,
)


class Listened(ApplicationRecorder):
    """A recorder that wakes whoever waits for new events in this process."""

    def __init__(self) -> None:
        """Begin with nobody listening."""
        self._listeners: set[Signal] = set()

    def listen(self, signal: Signal) -> None:
        """Set ``signal`` after every commit from now on."""
        self._listeners.add(signal)

    def unlisten(self, signal: Signal) -> None:
        """Leave ``signal`` alone again."""
        self._listeners.discard(signal)

    def wake(self) -> None:
        """Tell whoever listens that there is something new."""
        for signal in tuple(self._listeners):
            signal.set()


class Waker(ListenNotifySubscription[Listened]):
    """Yields what is recorded, and waits for more."""

    def __init__(
        self, recorder: Listened, gt: int | None, topics: Sequence[str]
    ) -> None:
        """Start behind position ``gt``."""
        super().__init__(recorder=recorder, gt=gt, topics=topics)
        recorder.listen(self._has_been_notified)

    def stop(self) -> None:
        """End the iteration."""
        super().stop()
        self._recorder.unlisten(self._has_been_notified)


class Driver(Protocol):
    """The errors of a database driver, by their names in PEP 249."""

    @property
    def IntegrityError(self) -> type[Exception]:  # noqa: N802
        """A constraint does not hold."""

    @property
    def OperationalError(self) -> type[Exception]:  # noqa: N802
        """The database cannot work."""

    @property
    def DatabaseError(self) -> type[Exception]:  # noqa: N802
        """Anything else."""


@contextmanager
def library_errors(driver: Driver) -> Iterator[None]:
    """Turn the driver's errors into those of the library's interface."""
    try:
        yield
    except driver.IntegrityError as error:
        raise IntegrityError(error) from error
    except driver.OperationalError as error:
        raise OperationalError(error) from error
    except driver.DatabaseError as error:
        raise DatabaseError(error) from error
