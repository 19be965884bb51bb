"""Reactor: runs the reactions behind the views, each event once.

::

    new --react--> told (letters posted, cursor moved, one commit)
    new --an error--> stuck (noted, cursor moved, one commit): what comes behind goes on
    stuck --its pause is over, react--> told, or stuck again (office/stuck.py)

Its cursor lies in the office and moves in one transaction with what is posted. On
a fresh store it begins at the head; where it is missing later on, it stops
with a sentence instead of telling everybody everything again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Final, TypeAlias, get_args

import structlog

from adapters.desk import Desk
from adapters.journal.tables import OF_LOG
from adapters.letters import unasked
from adapters.office import Kind, Letter
from adapters.office.addresses import WEB
from adapters.office.reason import is_away, reason_of
from adapters.store import Store
from bots.ports import Office, Post
from bots.reactions import react
from core import forum, organisation, person, region
from core.errors import Refusal
from core.ports import Clock, Recorded
from projections.memory import Memory
from projections.worker import Worker

NAME: Final = OF_LOG
POLL: Final = 1.0  # seconds between two looks when nobody wakes it

PATIENCE: Final = 10.0  # seconds
GROUP: Final = 100  # events whose messages are posted in one commit

_REMEMBERED: Final = 10_000  # answers about who is who, kept between two groups
_WHO_IS_WHO: Final = (
    *get_args(region.Happening),
    *get_args(organisation.Happening),
    *get_args(person.Happening),
    *get_args(forum.Happening),
)

React: TypeAlias = Callable[[Office, Recorded], Sequence[Post]]

log = structlog.get_logger()


class Reactor:
    """Tells others what somebody did."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        worker: Worker,
        clock: Clock,
        changed: Callable[[], None],
        *,
        reaction: React = react,
        holding: bool = True,
    ) -> None:
        """Call ``changed`` after something was posted; tests replace ``reaction``.

        With ``holding`` nothing but the urgent goes out in quiet hours.
        """
        self._store = store
        self._desk = desk
        self._worker = worker
        self._clock = clock
        self._changed = changed
        self._react = reaction
        self._holding = holding
        self._memory: Memory = {}
        self._woken = threading.Event()
        self._news = threading.Condition()
        self._seen = 0
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="reactor", daemon=True)

    def start(self) -> None:
        """Begin where it stopped."""
        position = self._store.office.outbox.cursor(NAME)
        self._seen = position or 0
        if position is None:
            if self._store.journal.head():
                log.error("reactions have no cursor and stay silent", name=NAME)
                return
            self._store.office.outbox.put([], self._clock(), (NAME, 0)).result()
        self._thread.start()

    def wake(self) -> None:
        """Say that something was written."""
        self._woken.set()

    def close(self) -> None:
        """Stop after the event at hand."""
        self._closing = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()

    def forget(self) -> None:
        """Keep no name, as some were erased; what is being told goes out."""
        self._memory = {}

    def settle(self, timeout: float = PATIENCE) -> bool:
        """Wait until everything recorded so far was reacted to; whether it was."""
        head = self._store.journal.head()
        with self._news:
            return self._news.wait_for(lambda: self._seen >= head, timeout)

    def catch_up(self) -> None:
        """React to everything recorded so far, and to what is to be tried again."""
        position = self._store.office.outbox.cursor(NAME) or 0
        self._arrived(position)
        for group in _groups(self._store.journal.since(position)):
            if self._closing or not self._known(group[-1].position):
                return
            self._tell(group)
            self._arrived(group[-1].position)
            self._changed()
        self._again()

    def _follow(self) -> None:
        """See how far the process that leads has come."""
        self._arrived(self._store.office.outbox.cursor(NAME) or 0)

    def _arrived(self, position: int) -> None:
        if position != self._seen:
            with self._news:
                self._seen = position
                self._news.notify_all()

    def _known(self, position: int) -> bool:
        """Wait for the views that go on; a stopped one must not silence everybody."""
        return self._worker.wait(position, POLL, self._worker.going())

    def _tell(self, group: Sequence[Recorded]) -> None:
        """Post what ``group`` leads to; an event that fails is left lying alone."""
        head = group[-1].position
        try:
            self._forget(group)
            with self._desk.remembering(self._memory):
                letters = self._letters(group)
            self._store.office.outbox.put(letters, self._clock(), (NAME, head)).result()
        except Exception as error:
            if is_away(error):
                raise
            if len(group) > 1:
                for recorded in group:
                    self._tell([recorded])
            else:
                self._lay(head, error, moved=True)

    def _forget(self, group: Sequence[Recorded]) -> None:
        """Ask anew who is who if that has changed, or too much is remembered."""
        changed = any(isinstance(one.event, _WHO_IS_WHO) for one in group)
        if changed or len(self._memory) > _REMEMBERED:
            self._memory.clear()

    def _again(self) -> None:
        """Try what failed once more, where its pause is over."""
        stuck = self._store.office.stuck
        for key in stuck.due(Kind.REACTION, self._clock()):
            position = int(key.rpartition("/")[2])
            try:
                (recorded,) = self._store.journal.since(position - 1, position)
                letters = self._letters([recorded])
                stuck.tell(key, letters, self._clock()).result()
            except Exception as error:
                if is_away(error):
                    raise
                self._lay(position, error, moved=False)
            else:
                self._changed()

    def _letters(self, group: Iterable[Recorded]) -> list[Letter]:
        addresses, now = self._store.office.addresses, self._clock()
        posts = [post for one in group for post in self._react(self._desk, one)]
        persons = {post.person for post in posts}
        channels = addresses.channels_of(persons)
        allowed = {person: self._not_before(person, now) for person in persons}
        return [
            unasked(
                post,
                self._channel(post, channels),
                None if _at_once(post) else allowed[post.person],
            )
            for post in posts
        ]

    def _channel(self, post: Post, channels: Mapping[str, str]) -> str:
        """Return where ``post`` goes; what is muted there waits in the web."""
        channel = channels[post.person]
        wanted = self._desk.wants(post.person, post.kind, channel)
        return channel if wanted else WEB

    def _not_before(self, person: str, now: datetime) -> datetime | None:
        """Return the end of the quiet hours, ``None`` if there are none."""
        return self._desk.allowed(person, now) if self._holding else None

    def _lay(self, position: int, error: Exception, *, moved: bool) -> None:
        reason = reason_of(error)
        log.error("reaction failed", position=position, reason=reason, exc_info=error)
        cursor = (NAME, position) if moved else None
        key = f"{NAME}/{position}"
        rows, kind = self._store.office.stuck, Kind.REACTION
        rows.lay(kind, key, reason, self._clock(), cursor).result()

    def _run(self) -> None:
        while not self._closing:
            self._woken.wait(POLL)
            self._woken.clear()
            try:
                if self._store.leads():
                    self.catch_up()
                else:
                    self._follow()
            except Refusal as refusal:  # the store is away; it is tried again
                log.warning("reactions wait", code=refusal.code.value)
            except Exception as error:  # the thread must outlive it
                log.exception("reactions failed", kind=type(error).__name__)


def _at_once(post: Post) -> bool:
    """Whether ``post`` waits for no morning: it is urgent, or disturbs nobody."""
    return post.urgent or post.message.urgency == "silent"


def _groups(news: Iterable[Recorded]) -> Iterator[list[Recorded]]:
    left = iter(news)
    while group := list(islice(left, GROUP)):
        yield group
