"""Region: who says what in a year that is played, for the bench of a year."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from adapters.clock import SetClock
from adapters.main import Faden
from core import ask, commitment, person
from core.ask.kinds import AskKind, Meant
from core.ask.questions import Question, QuestionKind, Value
from core.facts import OPERATOR
from core.ports import Answer, Card, Order, Via
from core.sealed import Sealed
from tests.bench.founding import OFFICE, ORGS, founding, who

_KINDS: Final = (AskKind.NEED, AskKind.EXPERT, AskKind.STATUS, AskKind.MEETING)
_ASKED: Final = 6  # organisations that an ask is for
_PATIENCE: Final = 600.0  # seconds


@dataclass(slots=True)
class Year:
    """A region while it is played; ``agenda`` is who will say what on which day."""

    faden: Faden
    clock: SetClock
    chance: random.Random
    agenda: dict[date, list[Order]] = field(default_factory=dict)
    given: int = 0
    circles: list[tuple[str, ...]] = field(default_factory=list)

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
        self.circles = list(combinations(ORGS[1:], _ASKED))
        self.chance.shuffle(self.circles)  # no two asks are for the same
        here = founding()
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
        order = self.order(command, stream, who(number), org)
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
        return self.order(command, None, who(ORGS.index(asker)), asker)

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
        orgs = self.circles.pop()
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
        return self.order(command, None, who(0), OFFICE)

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
            OFFICE,
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


def _working(day: date) -> date:
    return day + timedelta(
        days=max(0, 7 - day.weekday()) % 7 if day.weekday() > 4 else 0
    )
