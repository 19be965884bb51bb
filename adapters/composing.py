"""Composing: what one person is told in a round, as an order (*Verfassen*).

What was sent is an event; the letter is its reaction. The command is known by person
and period, so whoever composes it again gives the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias

from sqlalchemy import Connection

from adapters.audit.cosigning import Standing
from adapters.desk import Desk
from adapters.office import Pseudonyms
from bots import digests
from bots.locale import N_
from bots.message import Message, Text
from bots.speech import Speech
from core.calendar import Calendar
from core.checkpoint import Checkpoint
from core.digest import Reach, Send
from core.facts import OPERATOR, Power
from core.person import (
    EVERYWHERE,
    Preferences,
    Rhythm,
    Unasked,
    Weekday,
    week_start,
)
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

Wording: TypeAlias = Callable[[Digest, Speech, Text], Message | None]
"""Puts a digest into words, behind a greeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What somebody is told on ``day`` who was told everything up to ``last``."""

    day: date
    last: date
    now: datetime
    calendar: Calendar
    checkpoint: Checkpoint | None  # the newest, for whoever is to keep it
    standing: Standing | None = None  # how far others have witnessed the log

    def whole(self, first: Weekday) -> bool:
        """Whether the week's digest is due for whoever gets it on ``first``."""
        return self.last < week_start(self.day, first)

    @property
    def monthly(self) -> bool:
        """Whether the month's summaries are due."""
        return self.last < self.day.replace(day=1)

    def period(self, first: Weekday) -> str:
        """Name the week as ISO 8601 writes it, 2027-W20, or the day.

        One that does not begin on Monday is named by its first day, 2027-W20-4.
        """
        if not self.whole(first):
            return self.day.isoformat()
        year, week, number = week_start(self.day, first).isocalendar()
        day = "" if first is Weekday.MONDAY else f"-{number}"
        return f"{year}-W{week:02}{day}"

    @property
    def month(self) -> str:
        """The month that is over: 2027-04."""
        return f"{self.day.replace(day=1) - timedelta(days=1):%Y-%m}"


class Composer:
    """Composes digests."""

    def __init__(self, desk: Desk, pseudonyms: Pseudonyms, wording: Wording) -> None:
        """Read through ``desk``; ``pseudonyms`` name what is sent."""
        self._desk = desk
        self._pseudonyms = pseudonyms
        self._wording = wording

    def order(
        self, db: Connection, due: Round, person: str, chosen: Preferences
    ) -> Order | None:
        """Return what is to be recorded of what ``person`` is told today, if anything.

        A digest and the month of the forums are one message: nobody gets two a day.
        """
        daily = chosen.digest is Rhythm.DAILY
        whole = due.whole(chosen.digest_day)
        if not (whole or due.monthly or daily):
            return None
        held = people.mandates_of(db, person, due.day)
        if not acts(held):
            return None
        viewer = people.viewer_of(db, person, due.day)
        speech = replace(self._desk.speech(person), today=due.day)
        found = self._digest(db, due, viewer, chosen)
        forums = self._forums(db, due, viewer, chosen) if due.monthly else ()
        months = [digests.forum(month, speech) for month in forums]
        hello = _hello(due, person, speech)
        own = self._wording(found, speech, hello) if found else None
        message = digests.joined(own, months)
        if message is None:
            return None
        keeps = due.checkpoint if speaks(held) else None
        if keeps is not None:
            beside = _witnessed(due, speech)
            message = digests.kept(message, keeps, speech, *beside)
        command = Send(
            org=held[0].org,
            reach=_reach(whole=whole) if own else Reach.MONTH,
            period=due.period(chosen.digest_day) if own else due.month,
            upto=position(db, COMMITMENTS) if found is None else found.stand,
            to=Sealed(person),
            wording=Sealed(message.model_dump_json()),
            items=digests.items(message),
            thanked=tuple(row.ref for row in found.thanks.rows) if found else (),
            forums=tuple(month.forum for month in forums),
            kept=None if keeps is None else keeps.size,
        )
        return self._recording(command, due, person)

    def proof(
        self, due: Round, org: str, first: Weekday, person: str, keeps: Checkpoint
    ) -> Order:
        """Return what is to be recorded when ``org`` is sent the checkpoint alone.

        It is sent in the week of ``person``, that ``first`` begins.
        """
        speech = replace(self._desk.speech(person), today=due.day)
        letter = digests.proof(org, _hello(due, person, speech), keeps, speech)
        beside = _witnessed(due, speech)
        letter = letter.model_copy(update={"parts": (*letter.parts, *beside)})
        command = Send(
            org=org,
            reach=Reach.PROOF,
            period=due.period(first),
            upto=keeps.size,
            to=Sealed(person),
            wording=Sealed(letter.model_dump_json()),
            kept=keeps.size,
        )
        return self._recording(command, due, org)

    def _digest(
        self, db: Connection, due: Round, viewer: Viewer, chosen: Preferences
    ) -> Digest | None:
        """Return what ``viewer`` wants to be told today.

        To coordination the month comes with what needs a hand, as nothing else does.
        """
        since = views.since_the_last(db, viewer.person, due.now)
        wanted = chosen.wants(Unasked.DIGEST, EVERYWHERE, due.day)
        month = due.monthly and viewer.coordinates
        month = month and chosen.wants(Unasked.SUMMARY, EVERYWHERE, due.day)
        daily = chosen.digest is Rhythm.DAILY
        whole = due.whole(chosen.digest_day)
        if not month and not (wanted and (whole or daily)):
            return None
        found = views.digest(db, viewer, due.day, due.now, since)
        return found if wanted and whole else views.by_hand(found)

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
        opaque = self._pseudonyms.of(NAME, person, *parts)
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


def _reach(*, whole: bool) -> Reach:
    return Reach.ALL if whole else Reach.HAND


def _witnessed(due: Round, speech: Speech) -> Sequence[Text]:
    best = due.standing
    if best is None or not best.count:
        return ()
    size = best.checkpoint.size
    return (digests.witnessed(size, best.count, best.of_all, speech),)


def _hello(due: Round, person: str, speech: Speech) -> Text:
    morning = due.calendar.hour(due.now) < NOON
    hello = N_("Good morning, {name}.") if morning else N_("Good day, {name}.")
    return speech.text(hello, name=speech.person(person))


def speaks(held: Sequence[MandateRow]) -> bool:
    """Whether somebody gives the word of an organisation, and so keeps its proof."""
    return any(Power.PROMISE.value in row.powers for row in held)


def acts(held: Sequence[MandateRow]) -> bool:
    """Whether somebody speaks for an organisation, and does not only examine."""
    return any(row.powers != {Power.AUDIT.value} for row in held)
