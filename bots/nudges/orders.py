"""Orders: what is due, as commands of the hour (*Fristen*).

The command id is made of the timer and the day: whoever turns the same timer again,
after a crash or in another process, gives the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Final, TypeAlias

from bots.nudges import recipients
from bots.nudges.recipients import Recipient
from bots.ports import Office
from core import ask, commitment, nudge
from core.catalogue import noun_of
from core.commitment import settling
from core.facts import OPERATOR
from core.nudge import About, Step
from core.ports import Order, Via
from projections import entries, timers
from projections.timers import Timer, What


@dataclass(frozen=True, slots=True)
class Hour:
    """The office at an instant (aware, UTC), and which local day that is."""

    office: Office
    now: datetime
    today: date

    def order(self, command: object, stream: str, *parts: object) -> Order:
        """Return ``command`` as an order of the hour; ``parts`` tell it apart."""
        said = "\n".join(map(str, (type(command).__name__, stream, *parts)))
        return Order(
            command_id=f"timer/{sha256(said.encode()).hexdigest()[:32]}",
            command=command,
            stream=stream,
            actor=OPERATOR,
            org="",
            today=self.today,
            now=self.now,
            via=Via.POLICY,
            holidays=self.office.holidays(self.today),
        )


def hour(office: Office, now: datetime) -> Hour:
    """Return the hour that it is at ``now``."""
    calendar = office.calendar(now.date())
    return Hour(office, now, calendar.day(now))


Ordered: TypeAlias = tuple[Order, Sequence[Timer]]
"""An order, and the timers that led to it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One kind of timers: which are due, and what is ordered because of them."""

    due: Callable[[Hour], Sequence[Timer]]
    orders: Callable[[Hour, Sequence[Timer]], Sequence[Ordered]]


def _over(at: Hour) -> Sequence[Timer]:
    with at.office.reading() as db:
        return timers.consequences(db, at.today)


def _consequences(at: Hour, due: Sequence[Timer]) -> Sequence[Ordered]:
    """Return what follows because a period is over."""
    return [(order, [timer]) for timer in due for order in _consequence(at, timer)]


def _consequence(at: Hour, timer: Timer) -> Iterable[Order]:
    noun = noun_of(timer.ref)
    stream, ref = f"{noun}:{timer.ref}", timer.ref
    match timer.what, noun:
        case What.SILENCE, _:
            yield from _silence(at, timer)
        case What.STANDS, "commitment":
            stands: object = settling.LetOnBehalfStand()
            yield at.order(stands, stream, ref, timer.due)
        case What.STANDS, _:
            stands = ask.commands.LetOnBehalfStand(org=timer.org)
            yield at.order(stands, stream, ref, timer.org, timer.due)
        case What.GO_ON, _:
            yield at.order(ask.commands.GoOn(), stream, ref, timer.due)
        case What.CLOSE, _:
            yield at.order(ask.commands.Close(), stream, ref, timer.due)
        case _:
            raise ValueError(timer)


def _silence(at: Hour, timer: Timer) -> Iterable[Order]:
    """Accept what was reported, if the notice of it has been there long enough."""
    with at.office.reading() as db:
        position = entries.reported_at(db, timer.ref)
    notice = None if position is None else at.office.notice(position)
    if notice is None:
        return
    key, noticed_on = notice
    if at.today >= max(noticed_on + commitment.SILENCE, timer.due):
        command = commitment.commands.AcceptBySilence(notice=key, noticed_on=noticed_on)
        yield at.order(command, f"commitment:{timer.ref}", position, noticed_on)


def _unplanned(at: Hour) -> Sequence[Timer]:
    with at.office.reading() as db:
        return timers.unplanned(db, at.today)


def _plans(at: Hour, due: Sequence[Timer]) -> Sequence[Ordered]:
    """Return the ladders to be fixed, in one order for each organisation."""
    orders: list[Ordered] = []
    for org, some in _by_org(due).items():
        fixed = tuple(
            nudge.ladder(
                one.ref, at.today, one.due, at.office.calendar(max(one.due, at.today))
            )
            for one in some
        )
        command = nudge.Schedule(org=org, plans=fixed)
        parts = [f"{one.ref} {one.due}" for one in some]
        orders.append((at.order(command, f"nudge:{org}", at.today, *parts), some))
    return orders


def _reminding(at: Hour) -> Sequence[Timer]:
    with at.office.reading() as db:
        return timers.reminders(db, at.today)


def _reminders(at: Hour, due: Sequence[Timer]) -> Sequence[Ordered]:
    """Return who is to be reminded of what now, and what needs no reminder."""
    said = {(one.ref, one.org, one.step): one for one in due if _is_said(one)}
    told: Sequence[Recipient] = ()
    if said:
        with at.office.reading() as db:
            some = list(said.values())
            told = recipients.choose(at.office, db, some, at.now, at.today)
    orders = [*_forgotten(at, due), *_passed_by(at, due)]
    for one in told:
        command = nudge.Remind(
            to=one.person,
            about=one.about,
            hour=at.office.calendar(at.today, one.person or "").hour(at.now),
            instead=one.instead,
            digest=one.digest,
        )
        parts = [f"{a.ref} {a.org} {int(a.step)}" for a in one.about]
        order = at.order(command, f"nudge:{one.home}", at.today, *parts)
        orders.append((order, [said[a.ref, a.org, a.step] for a in one.about]))
    return orders


TURNS: Final = (
    Turn(_over, _consequences),
    Turn(_unplanned, _plans),
    Turn(_reminding, _reminders),
)
"""One after the other, each on views that know what the one before led to."""


_SAID: Final = {Step.WISHED, Step.DIRECT, Step.COORDINATION}


def _is_said(one: Timer) -> bool:
    return one.what is What.REMIND and one.step in _SAID


def _forgotten(at: Hour, due: Sequence[Timer]) -> Iterable[Ordered]:
    for org, some in _by_org(t for t in due if t.what is What.FORGET).items():
        refs = tuple(one.ref for one in some)
        stop = nudge.Stop(org=org, refs=refs)
        yield at.order(stop, f"nudge:{org}", at.today, *refs), some


def _passed_by(at: Hour, due: Sequence[Timer]) -> Iterable[Ordered]:
    if at.office.calendar(at.today).allowed(at.now) > at.now:
        return
    silent = (t for t in due if t.what is What.REMIND and t.step is Step.SILENT)
    for org, some in _by_org(silent).items():
        about = tuple(About(ref=o.ref, org=org, step=Step.SILENT) for o in some)
        parts = [f"{one.ref} {one.until}" for one in some]
        passed = nudge.PassBy(about=about)
        yield at.order(passed, f"nudge:{org}", at.today, *parts), some


def _by_org(due: Iterable[Timer]) -> dict[str, list[Timer]]:
    found: dict[str, list[Timer]] = {}
    for one in due:
        found.setdefault(one.org, []).append(one)
    return found
