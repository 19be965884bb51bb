"""Digesting: once a week, or once a day, everybody hears how things stand (*Versand*).

::

    tick --day not done, nine o'clock is past--> a digest for each who wants one,
        a month's summary for coordination --all written--> the day is done
    a digest --an error--> left lying alone (office/stuck.py): tried again when its
        pause is over, and in the next round

A day that was begun and not finished is begun again, and nobody hears anything twice
(``composing.py``). After an outage the week's digest comes on the next working day.
Whoever's digest failed has a cursor of their own until it is written: it is the last
day of which they were told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from datetime import date, datetime
from typing import Final, TypeAlias

import structlog

from adapters.audit.checkpoints import newest
from adapters.audit.cosigning import standing
from adapters.composing import NAME, Composer, Round, Wording
from adapters.desk import Desk
from adapters.keeping import letters
from adapters.office import Kind
from adapters.office.reason import is_away, reason_of
from adapters.store import Store
from bots import digests
from core.calendar import USUAL, Calendar
from core.digest import HOUR, Send
from core.person import Preferences
from core.ports import Answer, Order
from projections import people

GROUP: Final = 50  # digests that are written in one go
_OWN: Final = f"{NAME}/"  # and the person: a cursor of their own

Rounds: TypeAlias = Mapping[str, Round]
"""For each person what is due."""

log = structlog.get_logger()


class Digesting:
    """Sends what is due; one per open region."""

    def __init__(
        self, store: Store, desk: Desk, wording: Wording = digests.person
    ) -> None:
        """Write through ``store``, read through ``desk``; tests replace ``wording``."""
        self._store = store
        self._desk = desk
        self._composer = Composer(desk, store.office.pseudonyms, wording)

    def tick(self, now: datetime) -> None:
        """Send what is due at ``now`` (aware, UTC) and was not sent yet.

        Raises:
            Refusal: the store is away; the day is not done.
        """
        calendar = self._desk.calendar(now.date())
        day, hour = calendar.day(now), calendar.hour(now)
        if not calendar.working(day) or not HOUR <= hour < USUAL.end:
            return
        office = self._store.office
        done = office.outbox.cursor(NAME)
        if done is not None and done >= day.toordinal():
            again = office.stuck.due(Kind.DIGEST, now)
            self._send(self._rounds(again, done, now, calendar))
            return
        with self._desk.reading() as db:
            everybody = people.everybody(db)
        last = day.toordinal() - 1 if done is None else done
        rounds = self._rounds(everybody, last, now, calendar)
        self._prove(rounds, self._send(rounds))
        office.outbox.put([], now, (NAME, day.toordinal())).result()

    def _rounds(
        self, persons: Sequence[str], last: int, now: datetime, calendar: Calendar
    ) -> Rounds:
        """Return what is due for ``persons`` since ``last``, or since their own day."""
        if not persons:
            return {}
        own = self._store.office.outbox.cursors(_OWN)
        day = calendar.day(now)
        with self._desk.reading() as db:
            members = people.members(db, day)
        with self._store.reading() as db:
            signed, best = newest(db), standing(db, members, int(now.timestamp()))
        return {
            person: Round(
                day=day,
                last=date.fromordinal(own.get(person, last)),
                now=now,
                calendar=calendar,
                checkpoint=signed.checkpoint if signed else None,
                standing=best,
            )
            for person in persons
        }

    def _send(self, rounds: Rounds) -> Collection[str]:
        """Let everybody have theirs; one that fails is left lying alone.

        Returns for which organisations somebody keeps the checkpoint now.
        """
        if not rounds:
            return ()
        failed = self._store.office.stuck.keys(Kind.DIGEST)
        composed = self._composed(rounds)
        well: set[str] = set()
        for start in range(0, len(composed), GROUP):
            well.update(self._give(composed[start : start + GROUP], rounds))
        self._forget(failed & well)
        commands = [order.command for _, order in composed if order is not None]
        sent = [one for one in commands if isinstance(one, Send)]
        return {one.org for one in sent if one.kept is not None}

    def _prove(self, rounds: Rounds, reached: Collection[str]) -> None:
        """Let every other organisation have the checkpoint of the week as well."""
        for due in [*rounds.values()][:1]:
            with self._desk.reading() as db:
                orders = list(letters(db, self._composer, due, reached))
            waiting = [self._store.journal.submit(order) for order in orders]
            for refusal in (future.result().refusal for future in waiting):
                if refusal is not None:
                    log.error("no letter with a checkpoint", code=refusal.code.value)

    def _composed(self, rounds: Rounds) -> Sequence[tuple[str, Order | None]]:
        """Return what is to be recorded for whom; whose fails is left out."""
        try:
            with self._desk.remembering({}), self._desk.reading() as db:
                here = set(rounds) - set(people.away(db, rounds, _day(rounds)))
                chosen = people.all_preferences(db)
                return [
                    (
                        person,
                        self._composer.order(
                            db, due, person, chosen.get(person, Preferences())
                        )
                        if person in here
                        else None,
                    )
                    for person, due in rounds.items()
                ]
        except Exception as error:
            if is_away(error):
                raise
            if len(rounds) == 1:
                for person, due in rounds.items():
                    self._lay(person, due, error)
                return []
        alone = ({person: due} for person, due in rounds.items())
        return [found for one in alone for found in self._composed(one)]

    def _give(
        self, group: Iterable[tuple[str, Order | None]], rounds: Rounds
    ) -> Iterator[str]:
        """Record a group in one go; yield with whom all is well."""
        waiting: list[tuple[str, Future[Answer] | None]] = [
            (person, None if order is None else self._store.journal.submit(order))
            for person, order in group
        ]
        for person, future in waiting:
            try:
                refusal = future.result().refusal if future else None
                if refusal is not None:
                    raise refusal  # noqa: TRY301  (as if it had been thrown there)
            except Exception as error:
                if is_away(error):
                    raise
                self._lay(person, rounds[person], error)
            else:
                yield person

    def _lay(self, person: str, due: Round, error: Exception) -> None:
        reason = reason_of(error)
        log.error("digest failed", reason=reason, exc_info=error)
        own = (f"{_OWN}{person}", due.last.toordinal())
        rows = self._store.office.stuck
        rows.lay(Kind.DIGEST, person, reason, due.now, own).result()

    def _forget(self, mended: Iterable[str]) -> None:
        persons = list(mended)
        if persons:
            own = [f"{_OWN}{person}" for person in persons]
            self._store.office.stuck.forget(Kind.DIGEST, persons, own).result()


def _day(rounds: Rounds) -> date:
    return next(iter(rounds.values())).day
