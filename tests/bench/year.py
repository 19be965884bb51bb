"""Year: how long a year of a region takes, played by an injected clock.

16 organisations, 60 persons, 2,000 commitments and 300 asks go through the real
store, all views, reactions and the ticker; the ratio says how often such a year fits
into the minute it may take (source: issue 4, "Speed").
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Final

from adapters.clock import SetClock
from adapters.main import Faden
from core import ask, commitment, forum, organisation, person, region
from core.ask.kinds import AskKind, Meant
from core.ask.questions import Question, QuestionKind, Value
from core.facts import OPERATOR, Power, Seat
from core.forum import ForumKind
from core.organisation import OrganisationKind, Role
from core.ports import Answer, Card, Order, Via
from core.sealed import Sealed
from tests.bench.measure import Row, row

ALLOWED: Final = 60.0  # seconds; source: issue 4, "Speed"
ORGS: Final = tuple(f"gemeinde{n:02}" for n in range(16))
PERSONS: Final = 60
COMMITMENTS: Final = 2_000
ASKS: Final = 300
DAYS: Final = 365
_OFFICE: Final = ORGS[0]
_HOURS: Final = (8, 13)  # local hours at which the ticker looks; mostly nothing is due
_KINDS: Final = (AskKind.NEED, AskKind.EXPERT, AskKind.STATUS, AskKind.MEETING)
_ASKED: Final = 6  # organisations that an ask is for
_PATIENCE: Final = 60.0  # seconds

Due = tuple[date, int, Order]


@dataclass(slots=True)
class Year:
    """A region while it is played; ``agenda`` is who will say what on which day."""

    faden: Faden
    clock: SetClock
    chance: random.Random
    agenda: dict[date, list[Order]] = field(default_factory=dict)
    given: int = 0

    def order(self, command: object, stream: str | None, who: str, org: str) -> Order:
        """Return an order of now."""
        self.given += 1
        now = self.clock()
        return Order(
            command_id=f"year/{self.given}",
            command=command,
            stream=stream,
            actor=who,
            org=org,
            today=self.faden.desk.calendar(now.date()).day(now),
            now=now,
            via=Via.WEB if who != OPERATOR else Via.CLI,
            card=_card(command, stream or ""),
        )

    def give(self, orders: Sequence[Order]) -> list[Answer]:
        """Give orders in one go and wait until they are durable."""
        waiting = [self.faden.store.journal.submit(order) for order in orders]
        answers = [future.result(_PATIENCE) for future in waiting]
        refused = [a.refusal for a in answers if a.refusal is not None]
        assert not refused, refused[0]
        return answers

    def found(self) -> None:
        """Found the region with its organisations, people and one forum."""
        here: list[tuple[str, object]] = [
            ("region:jahr", region.FoundRegion(name="Jahr")),
            ("region:jahr", region.AddField(field="wasser", name="Wasser")),
        ]
        basis = Sealed("Schreiben")
        for n, org in enumerate(ORGS):
            kind = OrganisationKind.MUNICIPALITY if n else OrganisationKind.COUNTY
            here += [
                (f"organisation:{org}", organisation.Register(name=org, kind=kind)),
                ("region:jahr", region.InviteOrganisation(org=org)),
                ("region:jahr", region.Join(org=org, basis=basis)),
            ]
        proposed = forum.Propose(
            name="Wasser",
            kind=ForumKind.FIELD,
            fields=("wasser",),
            purpose=basis,
            lead=_OFFICE,
        )
        seats = forum.SetSeats(seats=dict.fromkeys(ORGS[1:], Seat.VOTE))
        place = "forum:wasser"
        here += [(place, proposed), (place, forum.Constitute()), (place, seats)]
        for n in range(PERSONS):
            org, role, powers = ORGS[n % len(ORGS)], Role.CLERK, None
            if n < len(ORGS):
                role = Role.COORDINATOR if org == _OFFICE else Role.MAYOR
            if role is Role.COORDINATOR:
                powers = frozenset({Power.ANSWER, Power.PROMISE, Power.COORDINATE})
            mandate = organisation.GiveMandate(person=_who(n), role=role, powers=powers)
            here += [
                (f"person:{_who(n)}", person.Admit()),
                (f"organisation:{org}", mandate),
            ]
        self.give([self.order(what, where, OPERATOR, "") for where, what in here])

    def day(self, new: int, asked: int) -> None:
        """Let a working day pass: open ``new`` and ``asked``, do what was planned."""
        today = self.clock().date()
        opened = self.give([self._request(today) for _ in range(new)])
        for answer in opened:
            self._lead_on(answer, today)
        for answer in self.give([self._ask(today) for _ in range(asked)]):
            self._answers(answer, today)
        self.say(today)

    def say(self, today: date) -> None:
        """Say what is planned for today."""
        for planned in _apart(self.agenda.pop(today, [])):
            fresh = [self._now(order) for order in planned]
            waiting = [self.faden.store.journal.submit(order) for order in fresh]
            for future in waiting:
                future.result(_PATIENCE)  # what is over meanwhile is refused

    def _now(self, order: Order) -> Order:
        return self.order(order.command, order.stream, order.actor, order.org)

    def _later(self, day: date, command: object, stream: str, org: str) -> None:
        number = ORGS.index(org)
        order = self.order(command, stream, _who(number), org)
        self.agenda.setdefault(_working(day), []).append(order)

    def _request(self, today: date) -> Order:
        asker, holder = self.chance.sample(ORGS, 2)
        due = _working(today + timedelta(days=self.chance.randrange(5, 60)))
        command = commitment.commands.Request(
            forum="wasser",
            asker=asker,
            holder=holder,
            what=Sealed("Mengen der Anlage"),
            due=due,
        )
        return self.order(command, None, _who(ORGS.index(asker)), asker)

    def _lead_on(self, answer: Answer, today: date) -> None:
        """Plan what becomes of a request: most promise, some forget."""
        (opened,) = answer.events
        assert isinstance(opened, commitment.events.Requested)
        stream, due, chance = answer.stream, opened.due, self.chance.random()
        holder, asker = opened.holder, opened.asker
        c = commitment.commands
        if chance < 0.1:
            self._later(today + timedelta(days=2), c.Decline(), stream, holder)
            return
        if chance < 0.95:
            self._later(today + timedelta(days=1), c.Promise(), stream, holder)
        if chance < 0.8:
            self._later(due - timedelta(days=2), c.ReportDone(), stream, holder)
        else:
            self._later(due + timedelta(days=9), c.ReportDone(), stream, holder)
        if self.chance.random() < 0.7:
            accepted = due + timedelta(days=10)
            self._later(accepted, c.AcceptCompletion(), stream, asker)

    def _ask(self, today: date) -> Order:
        orgs = tuple(self.chance.sample(ORGS[1:], _ASKED))
        command = ask.commands.Open(
            kind=self.chance.choice(_KINDS),
            forum="wasser",
            meant=Meant.NAMED,
            named=orgs,
            questions=(Question(key="need", kind=QuestionKind.YES_NO, label="Ja?"),),
            text=Sealed(f"Frage {self.given}?"),
            deadline=_working(today + timedelta(days=self.chance.randrange(7, 28))),
            promised=today + timedelta(days=40),
            minutes=1,
            override=Sealed("Es eilt"),
        )
        return self.order(command, None, _who(0), _OFFICE)

    def _answers(self, answer: Answer, today: date) -> None:
        (opened,) = answer.events
        assert isinstance(opened, ask.events.Opened)
        said = ask.commands.Answer(values=(Value(question="need", said=Sealed("ja")),))
        for org in opened.audience:
            if self.chance.random() < 0.7:
                day = today + timedelta(days=self.chance.randrange(1, 7))
                self._later(day, said, answer.stream, org)
        over = opened.deadline + timedelta(days=8)
        self._later(
            over,
            ask.commands.Publish(summary=said.values[0].said),
            answer.stream,
            _OFFICE,
        )

    def settle(self) -> None:
        """Wait until everybody was told."""
        assert self.faden.reactor.settle(_PATIENCE)


def _apart(orders: Sequence[Order]) -> Iterator[list[Order]]:
    """Yield orders in rounds that touch no stream twice."""
    left = list(orders)
    while left:
        seen: set[str | None] = set()
        now: list[Order] = []
        rest: list[Order] = []
        for order in left:
            (rest if order.stream in seen else now).append(order)
            seen.add(order.stream)
        yield now
        left = rest


def _card(command: object, stream: str) -> Card | None:
    admits = isinstance(command, person.Admit)
    return Card(name=stream.partition(":")[2]) if admits else None


def _who(n: int) -> str:
    return f"p{n:02}"


def _working(day: date) -> date:
    return day + timedelta(
        days=max(0, 7 - day.weekday()) % 7 if day.weekday() > 4 else 0
    )


def play(folder: Path, days: int = DAYS) -> tuple[Year, float]:
    """Play so many days; return the year and the seconds that it took."""
    clock = SetClock(datetime(2027, 1, 4, 7, 0, tzinfo=UTC))
    faden = Faden.open(folder, clock=clock)
    year = Year(faden, clock, random.Random(7))  # noqa: S311  (a story, not a secret)
    began = perf_counter()
    year.found()
    first, working = clock().date(), 0
    total = sum((first + timedelta(days=n)).weekday() < 5 for n in range(DAYS))
    for n in range(days):
        today = first + timedelta(days=n)
        for hour in _HOURS:
            clock.set(faden.desk.calendar(today).instant(today, hour))
            faden.tick()
        if today.weekday() < 5:
            before, working = working, working + 1
            new = COMMITMENTS * working // total - COMMITMENTS * before // total
            asked = ASKS * working // total - ASKS * before // total
            year.day(new, asked)
        year.settle()
    return year, perf_counter() - began


def rows() -> Iterator[Row]:
    """Yield how many such years fit into the time that one may take."""
    with tempfile.TemporaryDirectory() as folder:
        year, seconds = play(Path(folder))
        year.faden.close()
    name = (
        f"a year: {len(ORGS)} organisations, {PERSONS} persons, {COMMITMENTS} + {ASKS}"
    )
    yield row(name, "sqlite", [ALLOWED / seconds])
