"""Digesting: once a week, or once a day, everybody hears how things stand (*Versand*).

::

    tick --day not done, nine o'clock is past--> a digest for each who wants one,
        a month's summary for coordination --all written--> the day is done

What was sent is an event; the letter is its reaction. The command is known by person
and period, so a day that was begun and not finished is begun again, and nobody hears
anything twice. After an outage the week's digest comes on the next working day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from adapters.desk import Desk
from adapters.store import Store
from bots import digests
from bots.locale import N_
from bots.message import Text
from bots.speech import Speech
from core.calendar import USUAL, Calendar
from core.digest import HOUR, Reach, Send
from core.facts import OPERATOR, Power
from core.person import EVERYWHERE, Preferences, Rhythm, Unasked
from core.ports import Circle, Order, Via
from core.sealed import Sealed
from projections import digest as views
from projections import people
from projections.commitments import COMMITMENTS
from projections.digest import Digest, ForumSummary
from projections.people import MandateRow
from projections.view import position
from projections.viewer import Viewer

NAME: Final = "digests"
NOON: Final = 11  # o'clock; from then on it is no morning any more
GROUP: Final = 50  # digests that are written in one go


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What is due now: on ``day``, the whole of it, and the month's summaries."""

    day: date
    now: datetime
    calendar: Calendar
    whole: bool
    monthly: bool

    @property
    def period(self) -> str:
        """The week as ISO 8601 writes it, 2027-W20, or the day."""
        year, week, _ = self.day.isocalendar()
        return f"{year}-W{week:02}" if self.whole else self.day.isoformat()

    @property
    def month(self) -> str:
        """The month that is over: 2027-04."""
        return f"{self.day.replace(day=1) - timedelta(days=1):%Y-%m}"


class Digesting:
    """Sends what is due; one per open region."""

    def __init__(self, store: Store, desk: Desk) -> None:
        """Write through ``store``, read through ``desk``."""
        self._store = store
        self._desk = desk

    def tick(self, now: datetime) -> None:
        """Send what is due at ``now`` (aware, UTC) and was not sent yet.

        Raises:
            Refusal: the store is away; the day is not done.
        """
        due = self._due(now)
        if due is None:
            return
        if due.day.toordinal() > (self._done() or 0):
            self._send(due)
            moved = (NAME, due.day.toordinal())
            self._store.office.outbox.put([], now, moved).result()

    def _done(self) -> int | None:
        return self._store.office.outbox.cursor(NAME)

    def _due(self, now: datetime) -> Round | None:
        """Return what this is the time for; ``None``: nothing today, or not yet."""
        calendar = self._desk.calendar(now.date())
        day, hour = calendar.day(now), calendar.hour(now)
        if not calendar.working(day) or not HOUR <= hour < USUAL.end:
            return None
        done = self._done()
        last = day.toordinal() - 1 if done is None else done
        monday = day - timedelta(days=day.weekday())
        return Round(
            day=day,
            now=now,
            calendar=calendar,
            whole=last < monday.toordinal(),
            monthly=last < day.replace(day=1).toordinal(),
        )

    def _send(self, due: Round) -> None:
        with self._desk.remembering({}), self._desk.reading() as db:
            everybody = people.everybody(db)
            gone = people.away(db, everybody, due.day)
            chosen = people.all_preferences(db)
            here = {
                person: chosen.get(person, Preferences())
                for person in everybody
                if person not in gone
            }
            told = (self._order(db, due, *one) for one in here.items())
            orders = [order for order in told if order is not None]
        for start in range(0, len(orders), GROUP):
            group = orders[start : start + GROUP]
            for answer in [self._store.journal.submit(order) for order in group]:
                refusal = answer.result().refusal
                if refusal is not None:
                    raise refusal

    def _order(
        self, db: Connection, due: Round, person: str, chosen: Preferences
    ) -> Order | None:
        """Return what is to be recorded of what ``person`` is told today, if anything.

        A digest and the month of the forums are one message: nobody gets two a day.
        """
        daily = chosen.digest is Rhythm.DAILY
        if not (due.whole or due.monthly or daily):
            return None
        held = people.mandates_of(db, person, due.day)
        if not _acts(held):
            return None
        viewer = people.viewer_of(db, person, due.day)
        speech = replace(self._desk.speech(person), today=due.day)
        found = self._digest(db, due, viewer, chosen)
        forums = self._forums(db, due, viewer, chosen) if due.monthly else ()
        months = [digests.forum(month, speech) for month in forums]
        hello = _hello(due, person, speech)
        own = digests.person(found, speech, hello) if found else None
        message = digests.joined(own, months)
        if message is None:
            return None
        command = Send(
            org=held[0].org,
            reach=_reach(due) if own else Reach.MONTH,
            period=due.period if own else due.month,
            upto=position(db, COMMITMENTS) if found is None else found.stand,
            to=Sealed(person),
            wording=Sealed(message.model_dump_json()),
            items=digests.items(message),
            thanked=tuple(row.ref for row in found.thanks.rows) if found else (),
            forums=tuple(month.forum for month in forums),
        )
        return self._recording(command, due, person)

    def _digest(
        self, db: Connection, due: Round, viewer: Viewer, chosen: Preferences
    ) -> Digest | None:
        """Return what ``viewer`` wants to be told today."""
        since = views.since_the_last(db, viewer.person, due.now)
        wanted = chosen.wants(Unasked.DIGEST, EVERYWHERE, due.day)
        if not wanted or not (due.whole or chosen.digest is Rhythm.DAILY):
            return None
        found = views.digest(db, viewer, due.day, due.now, since)
        return found if due.whole else views.by_hand(found)

    def _forums(
        self, db: Connection, due: Round, viewer: Viewer, chosen: Preferences
    ) -> Sequence[ForumSummary]:
        """Return last month of each forum that ``viewer`` coordinates."""
        if not chosen.wants(Unasked.SUMMARY, EVERYWHERE, due.day):
            return ()
        held = people.mandates_of(db, viewer.person, due.day)
        running = [row for row in held if Power.COORDINATE.value in row.powers]
        end = due.day.replace(day=1) - timedelta(days=1)
        days = (end.replace(day=1), end)
        found = [
            views.summary(db, viewer, row.forum, *days, self._desk.zone())
            for row in people.forums(db, viewer)
            if row.state == "active"
            and any(not own.forums or row.forum in own.forums for own in running)
        ]
        return [month for month in found if month.silent or not month.empty]

    def _recording(self, command: Send, due: Round, person: str) -> Order:
        parts = (command.reach.value, command.period)
        opaque = self._store.office.pseudonyms.of(NAME, person, *parts)
        return Order(
            command_id=f"digest/{opaque}",
            command=command,
            stream=f"digest:{opaque}",
            actor=OPERATOR,
            org="",
            today=due.day,
            now=due.now,
            via=Via.POLICY,
            circle=Circle.CLOSED,
        )


def _reach(due: Round) -> Reach:
    return Reach.ALL if due.whole else Reach.HAND


def _hello(due: Round, person: str, speech: Speech) -> Text:
    morning = due.calendar.hour(due.now) < NOON
    hello = N_("Good morning, {name}.") if morning else N_("Good day, {name}.")
    return speech.text(hello, name=speech.person(person))


def _acts(held: Sequence[MandateRow]) -> bool:
    """Whether somebody speaks for an organisation, and does not only examine."""
    return any(row.powers != {Power.AUDIT.value} for row in held)
