"""Sender: brings letters to a platform, one round after the other (*Versand*).

::

    round: lease --post--> its name  --> sent
                           Later     --> back; the whole channel pauses
                           Away      --> back, perhaps taken; the channel pauses
                           Broken    --> put aside, for coordinators to see
                           an error  --> again after a pause, at last put aside

A round takes few letters and at most one per recipient; rounds do not follow each
other faster than ``PACE``. So a long backlog does not burst upon people.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol, TypeAlias

import structlog

from adapters.office.delivery import LEASE, Deliveries
from adapters.office.outbox import Posted
from adapters.office.reason import reason_of
from core.errors import Refusal
from core.ports import Clock

PACE: Final = timedelta(seconds=1)  # between two rounds, hence between two letters
ROUND: Final = 20  # letters in one round at most
POLL: Final = 1.0  # seconds between two looks when nobody wakes it

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Later:
    """The platform takes nothing just now, whatever the letter (*Retry-After*)."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Away:
    """The platform does not answer; it may have taken the letter all the same."""

    seconds: float  # until it is asked again


@dataclass(frozen=True, slots=True)
class Broken:
    """The letter will never be taken; ``reason`` is a code, without any text."""

    reason: str


Result: TypeAlias = (
    str | Later | Away | Broken
)  # str: what the platform calls the message


_Note: TypeAlias = Callable[[Posted, str, datetime], Future[bool]]


class Channel(Protocol):
    """A platform to which letters are brought; ``Faden.open`` takes them.

    What comes in goes to ``Faden.hear``, under the platform's event id, as the
    person whom ``office.addresses`` finds; once that returns, it may be acknowledged.
    What goes out comes to ``post``, as the neutral message (``posted.letter.payload``)
    with its person, whose address there ``office.addresses`` knows. Linking the two
    makes this the channel in which the person is told what they did not ask for.
    """

    @property
    def name(self) -> str:
        """The channel of its letters, such as ``slack``: the value of its ``Via``."""
        ...

    def post(self, posted: Posted) -> Result:
        """Bring one letter, within twenty seconds; called in the sender's thread.

        The process may die behind the platform's yes: then the same letter comes
        again, under the same key; ``attempts`` is above one if it may have been
        taken before. What is raised is tried again after a pause.
        """
        ...


class Sender:
    """Drives one channel; several processes may have one each."""

    def __init__(self, deliveries: Deliveries, channel: Channel, clock: Clock) -> None:
        """Take note; nothing is sent before ``start`` or ``step``."""
        self._deliveries = deliveries
        self._channel = channel
        self._clock = clock
        self._not_before: datetime | None = None
        self._unmarked: list[tuple[Posted, str, datetime]] = []
        self._woken = threading.Event()
        self._closing = False
        self._thread = threading.Thread(
            target=self._run, name=f"send-{channel.name}", daemon=True
        )

    def start(self) -> None:
        """Begin with whatever is due, in a thread."""
        self._thread.start()

    def wake(self) -> None:
        """Say that something was posted."""
        self._woken.set()

    def close(self) -> None:
        """Stop after the letter at hand."""
        self._closing = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()

    def step(self) -> int:
        """Do one round, if it is time for one; return how many letters were sent.

        Raises:
            Refusal: the store is away; the next step goes on where this one was.
        """
        now = self._clock()
        self._mark()
        if self._not_before is not None and now < self._not_before:
            return 0
        if not self._deliveries.waiting(self._channel.name, now):
            return 0
        self._not_before = now + PACE
        letters = self._deliveries.lease(self._channel.name, now, ROUND).result()
        return self._round(letters, until=now + LEASE / 2)

    def _round(self, letters: Sequence[Posted], until: datetime) -> int:
        sent = 0
        for n, posted in enumerate(letters):
            if self._closing or self._clock() >= until:  # others may have the rest
                self._deliveries.give_back(letters[n:]).result()
                break
            match self._posted(posted):
                case str() as message:
                    self._unmarked.append((posted, message, self._clock()))
                    self._mark()
                    sent += 1
                case Later(seconds=seconds):
                    self._pause(seconds)
                    self._deliveries.give_back(letters[n:]).result()
                    break
                case Away(seconds=seconds):
                    self._pause(seconds)
                    others = letters[n + 1 :]
                    self._deliveries.give_back(others, tried=[posted]).result()
                    break
                case Broken(reason=reason):
                    self._fail(self._deliveries.refuse, posted, reason)
                case Exception() as error:
                    self._fail(self._deliveries.fail, posted, reason_of(error))
        return sent

    def _pause(self, seconds: float) -> None:
        self._not_before = self._clock() + timedelta(seconds=seconds)
        log.warning("sending pauses", channel=self._channel.name, seconds=seconds)

    def _posted(self, posted: Posted) -> Result | Exception:
        try:
            return self._channel.post(posted)
        except Exception as error:  # noqa: BLE001  (counted; see stuck.py)
            return error

    def _mark(self) -> None:
        """Note what was sent; until that works nothing else is."""
        while self._unmarked:
            self._deliveries.mark_sent(*self._unmarked[0]).result()
            del self._unmarked[0]

    def _fail(self, note: _Note, posted: Posted, reason: str) -> None:
        aside = note(posted, reason, self._clock()).result()
        log.warning(
            "letter not sent", channel=self._channel.name, reason=reason, aside=aside
        )

    def _run(self) -> None:
        while not self._closing:
            self._woken.wait(POLL)
            self._woken.clear()
            try:
                while self.step() and not self._closing:
                    self._woken.wait(PACE.total_seconds())
            except Refusal as refusal:  # the store is away; it is tried again
                log.warning("sending waits", code=refusal.code.value)
            except Exception:  # the thread must outlive it
                log.exception("sending failed", channel=self._channel.name)
