"""Desk: what a conversation asks of the program around it (``bots.ports.Office``)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime, time, timedelta
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine

from adapters import orders
from adapters.directory import Directory
from adapters.holiday import holidays_of
from adapters.office.addresses import Profile, zone_of
from adapters.recent import Recent
from adapters.store import Store
from bots.locale import LANGUAGES
from bots.message import Message
from bots.ports import Echo, Post
from bots.speech import Speech
from core.calendar import Calendar
from core.errors import Code, Refusal
from core.person import Unasked
from core.ports import Answer, Clock, Order
from projections import people
from projections.asof import Past, known_before
from projections.memory import Memory, remembering
from projections.viewer import Viewer
from projections.worker import Worker

T = TypeVar("T")
PATIENCE: Final = 30.0  # seconds an order may wait for its answer
VIEWS: Final = 3.0  # seconds a reply waits for the views, then says so
_LANGUAGE: Final = "de"


class Desk:
    """One per open region; called from many threads."""

    def __init__(
        self, store: Store, engine: Engine, worker: Worker, clock: Clock, past: Past
    ) -> None:
        """Write through ``store``, read the views of ``engine``, earlier ones too."""
        self._past = past
        self._store = store
        self._engine = engine
        self._worker = worker
        self._clock = clock
        self._directory = Directory(store.vault, worker, self._connected)
        self._zone: ZoneInfo | None = None
        self._kept = threading.local()
        self.recent: Final = Recent(store.journal.on_commit)

    def submit(self, order: Order) -> Answer:
        """Give an order; wait for its answer and, shortly, for the views."""
        if (refusal := self._directory.named(order.command)) is not None:
            return Answer(order.stream or ":", refusal=refusal)
        answer = self._store.journal.submit(order).result(PATIENCE)
        if answer.position:
            self._worker.wait(answer.position, VIEWS)
        return answer

    def weigh(self, order: Order) -> Refusal | None:
        """Return why ``order`` would be refused just now, if it would."""
        found = self._store.journal.foresee(order).result(PATIENCE)
        named = self._directory.named(order.command)
        return found if isinstance(found, Refusal) else named

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open the views for reading.

        Raises:
            Refusal: ``STORE_UNAVAILABLE`` or another of those that blame the disk;
                ``VIEWS_RENEWING`` for a while after an update.
        """
        kept = getattr(self._kept, "db", None)
        if kept is not None:
            yield kept
            return
        with self._connected() as db:
            yield db

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        if (percent := self._worker.renewing()) is not None:
            raise Refusal(Code.VIEWS_RENEWING, percent=percent)
        with self._store.blaming(), self._engine.connect() as db:
            yield db

    def past(self, position: int) -> AbstractContextManager[Connection]:
        """Open the views as they were behind the entry ``position``."""
        return self._past.reading(position)

    def known_at(self, day: date) -> int:
        """Return the last entry that was recorded by the end of ``day``, or 0."""
        midnight = datetime.combine(day + timedelta(days=1), time(), self.zone())
        return known_before(self._store.journal, midnight)

    @contextmanager
    def remembering(self, memory: Memory) -> Iterator[None]:
        """Let this thread look at the views as they are now, and ask nothing twice."""
        with self.reading() as db, remembering(db, memory):
            self._kept.db, self._kept.memory = db, memory
            try:
                yield
            finally:
                del self._kept.db, self._kept.memory

    def forget(self) -> None:
        """Keep no name and no page, as something was erased."""
        self._directory.forget()
        self.recent.forget()

    def now(self) -> datetime:
        """Return the time, aware."""
        return self._clock()

    def today(self) -> date:
        """Return the calendar day in the region's time zone."""
        return self._clock().astimezone(self.zone()).date()

    def zone(self) -> ZoneInfo:
        """Return the region's time zone."""
        if self._zone is None:
            with self.reading() as db:
                row = people.region(db)
            if row is None:
                return ZoneInfo("Europe/Berlin")
            self._zone = ZoneInfo(row.time_zone)  # given once, with the founding
        return self._zone

    def viewer(self, person: str | None) -> Viewer:
        """Return what ``person`` may see."""
        with self.reading() as db:
            return people.viewer_of(db, person or "", self.today())

    def speech(self, person: str | None, language: str | None = None) -> Speech:
        """Return how to speak to ``person``."""
        at = (person, language, self.today())
        return self._once(("speech", *at), lambda: self._speech(*at))

    def _speech(self, person: str | None, language: str | None, today: date) -> Speech:
        who = self._once(("who", today), self._directory.now)
        return Speech(
            language=language or self._language(person, today) or _LANGUAGE,
            today=today,
            organisations=who.organisations,
            forums=who.forums,
            bodies=who.bodies,
            cards=who.cards,
            holidays=self.holidays(today),
        )

    def _once(self, at: tuple[object, ...], ask: Callable[[], T]) -> T:
        """Return what ``ask`` returns, which is asked once while one remembers."""
        kept: Memory | None = getattr(self._kept, "memory", None)
        if kept is None:
            return ask()
        if at not in kept:
            kept[at] = ask()
        known: T = kept[at]
        return known

    def wants(self, person: str, kind: Unasked | None, channel: str) -> bool:
        """Whether ``person`` wants what nobody asked for brought in ``channel``."""
        if kind is None:
            return True
        with self.reading() as db:
            chosen = people.preferences_of(db, person)
        return chosen.wants(kind, channel, self.today())

    def _language(self, person: str | None, today: date) -> str | None:
        """Return what ``person`` chose, else what their platform speaks, if we do."""
        with self.reading() as db:
            own = people.language_of(db, person) if person else None
        if own is not None or not person:
            return own
        profile = self._profile(person, today)
        return profile.language if profile and profile.language in LANGUAGES else None

    def _profile(self, person: str, today: date) -> Profile | None:
        addresses = self._store.office.addresses
        if getattr(self._kept, "memory", None) is None:
            return addresses.profile(person)
        return self._once(("profiles", today), addresses.profiles).get(person)

    def echoes(self, person: str) -> Sequence[Echo]:
        """Return the echoes that wait for ``person``, oldest first."""
        return [
            Echo(
                ref=echo.ref,
                person=echo.person,
                number=echo.number,
                orders=orders.decode(echo.orders),
                message=Message.model_validate(echo.message),
            )
            for echo in self._store.office.echoes.open_for(person, self._clock())
        ]

    def next_echo(self, person: str) -> int:
        """Return the next number for an echo to ``person``."""
        return self._store.office.echoes.next_number(person)

    def posted(self, key: str) -> Post | None:
        """Return what was said under ``key``."""
        found = self._store.office.outbox.get(key)
        if found is None:
            return None
        message = Message.model_validate(found.letter.payload)
        return Post(key=key, person=found.letter.person, message=message)

    def heard_before(self, ref: str, person: str) -> bool:
        """Whether the message ``ref`` of ``person`` has been worked off."""
        found = self._store.office.inbox.get(ref)
        return found is not None and found.person == person

    def notice(
        self, position: int, persons: Sequence[str] = ()
    ) -> tuple[str, date] | None:
        """Return the first message about the event at ``position`` that got there."""
        key = f"reaction/{position}/"
        found = self._store.office.outbox.arrived(key, self._clock(), persons)
        if found is None:
            return None
        return found[0], found[1].astimezone(self.zone()).date()

    def holidays(self, day: date) -> frozenset[date]:
        """Return the public holidays of the Land around ``day``."""
        return holidays_of(self._once(("law",), self._directory.law), day.year)

    def allowed(self, person: str, at: datetime) -> datetime:
        """Return when ``person`` may be written to unasked, at ``at`` or later."""
        with self.reading() as db:
            hours = people.preferences_of(db, person).hours
        return self.calendar(at.date(), person).allowed(at, hours)

    def calendar(self, day: date, person: str = "") -> Calendar:
        """Return working days and hours around ``day``, where ``person`` is."""
        at = (day, person, self.today())
        return self._once(("calendar", *at), lambda: self._calendar(*at))

    def _calendar(self, day: date, person: str, today: date) -> Calendar:
        profile = self._profile(person, today) if person else None
        zone = zone_of(profile.time_zone) if profile else None
        return Calendar(zone or self.zone(), self.holidays(day))
