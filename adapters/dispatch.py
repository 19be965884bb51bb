"""Dispatch: from the inbox through the conversation to the outbox.

::

    new --hear--> settled (answers posted, echo kept, message closed, one commit)
    new --an error--> again after a pause, at last put aside (office/stuck.py)
    new --the store is away--> new, until it is back; that counts as no failure

One message of a person at a time, several persons at once. A message whose process
died is heard again: its acts are known by their command ids, its answers by their
keys, so that every act counts once and every answer is given once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Final

import structlog

from adapters import orders
from adapters.desk import Desk
from adapters.handing import said_in_chat
from adapters.keeping import at_home
from adapters.letters import answer
from adapters.office import Arrival, Echo
from adapters.office.inbox import State
from adapters.office.reason import reason_of
from adapters.store import Store
from bots.conversation import Conversation
from bots.heard import HEARD, Heard
from bots.locale import N_
from bots.message import Message
from bots.ports import Outcome, Post
from core.errors import OF_THE_PROGRAM, Refusal
from core.ports import Clock

THREADS: Final = 8  # persons answered at once
POLL: Final = 1.0  # seconds between two looks when nobody wakes it
ECHO: Final = timedelta(days=3)  # how long something said back waits for a yes

_ASKED: Final = "chat"  # how a question of whoever examines is noted

log = structlog.get_logger()


class Dispatcher:
    """Works off the inbox, in threads of its own."""

    def __init__(
        self, store: Store, desk: Desk, clock: Clock, changed: Callable[[], None]
    ) -> None:
        """Call ``changed`` after each message that was settled."""
        self._store = store
        self._desk = desk
        self._clock = clock
        self._changed = changed
        self._conversation = Conversation(desk)
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="talk")
        self._busy: dict[str, str] = {}  # person, ref
        self._turn = threading.Condition()
        self._woken = False
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="dispatch", daemon=True)

    def start(self) -> None:
        """Begin with whatever was left over."""
        self._thread.start()

    def close(self) -> None:
        """Finish what has begun."""
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        if self._thread.is_alive():
            self._thread.join()
        self._pool.shutdown()

    def hear(self, heard: Heard) -> bool:
        """Keep ``heard`` and wake up; ``False`` if it was brought before."""
        stored = self._store.office.inbox.store(
            ref=heard.ref,
            channel=heard.via.value,
            person=heard.person,
            place="",
            payload=HEARD.dump_python(heard, mode="json"),
            now=self._clock(),
        ).result()
        self.wake()
        return stored == "stored"

    def wake(self) -> None:
        """Say that something is to be dealt with."""
        with self._turn:
            self._woken = True
            self._turn.notify_all()

    def settled(self, ref: str, timeout: float) -> bool:
        """Wait until the message ``ref`` has been worked off."""
        with self._turn:
            return self._turn.wait_for(lambda: self._done(ref), timeout)

    def _done(self, ref: str) -> bool:
        arrival = self._store.office.inbox.get(ref)
        return arrival is not None and arrival.state is not State.NEW

    def _run(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._woken or self._closing, POLL)
                if self._closing:
                    return
                self._woken = False
            try:
                if self._store.leads():
                    self._hand_out()
            except Refusal as refusal:  # the store is away; it is tried again
                log.warning("inbox unreadable", code=refusal.code.value)

    def _hand_out(self) -> None:
        for arrival in self._store.office.inbox.waiting(self._clock(), THREADS * 8):
            with self._turn:
                if arrival.person in self._busy:
                    continue
                self._busy[arrival.person] = arrival.ref
            self._pool.submit(self._work, arrival)

    def _work(self, arrival: Arrival) -> None:
        answered = False
        try:
            self._answer(arrival)
            answered = True
        except Exception as error:  # noqa: BLE001  (it must not stop the others)
            self._failed(arrival, error)
        finally:
            with self._turn:
                self._busy.pop(arrival.person, None)
                self._woken = self._woken or answered  # else the next look is in time
                self._turn.notify_all()
            self._changed()

    def _answer(self, arrival: Arrival) -> None:
        heard = HEARD.validate_python(arrival.payload)
        at = arrival.received_at
        today = at.astimezone(self._desk.zone()).date()
        if self._desk.viewer(arrival.person).is_noted:
            looked = f"{_ASKED} ({arrival.channel})"
            lookups, now = self._store.office.lookups, self._clock()
            lookups.note(arrival.person, looked, now).result()
        handed = said_in_chat(self._store, self._desk, heard, self._clock())
        outcome = handed or self._conversation.hear(heard, at, today)
        self._settle(arrival, at_home(self._store, self._desk, outcome))

    def _settle(self, arrival: Arrival, outcome: Outcome) -> None:
        now = self._clock()
        echoes = [
            Echo(
                ref=echo.ref,
                person=echo.person,
                number=echo.number,
                orders=orders.encode(echo.orders),
                message=echo.message.model_dump(mode="json"),
                created_at=now,
                expires_at=now + ECHO,
            )
            for echo in outcome.echoes
        ]
        addresses = self._store.office.addresses
        letters = [answer(post, arrival, addresses) for post in outcome.posts]
        self._store.office.inbox.settle(
            arrival.ref, letters, echoes, now, outcome.answered
        ).result()

    def _failed(self, arrival: Arrival, error: Exception) -> None:
        if isinstance(error, Refusal) and error.code in OF_THE_PROGRAM:
            log.warning("message waits", code=error.code.value)
            return
        reason = reason_of(error)
        log.error("message failed", ref=arrival.ref, reason=reason, exc_info=error)
        office, now = self._store.office, self._clock()
        sorry = answer(self._apology(arrival), arrival, office.addresses)
        try:
            office.inbox.fail(arrival.ref, reason, sorry, now).result()
        except Refusal as refusal:
            log.warning("failure not noted", code=refusal.code.value)

    def _apology(self, arrival: Arrival) -> Post:
        speech = self._desk.speech(arrival.person)
        text = speech.text(
            N_(
                "Something went wrong on our side. Your message is kept, and "
                "coordination can see it. Please look at “What is open?” before you "
                "try again."
            )
        )
        return Post(
            key=f"{arrival.ref}/sorry",
            person=arrival.person,
            message=Message(parts=(text,)),
        )
