"""Batch: orders decided one after the other in one transaction.

Nothing here is durable, or remembered by the writer, before ``commit`` has been
told so: a batch that fails is dropped as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

import sqlalchemy as sa

from adapters.journal import answers, leaf
from adapters.journal.codec import Codec, VaultText
from adapters.journal.database import Database, Opened, Row
from adapters.journal.reading import recorded
from adapters.journal.recorder import Recorder, event_row
from adapters.journal.world import Memory, Nouns, Scene
from core.desk import Decided
from core.errors import Code, Refusal
from core.event import Event
from core.facts import LastAct
from core.ports import Answer, Order, Origin, StreamMoved
from core.retention import class_of, kept_until
from core.world import Loaded, World

T = TypeVar("T")
Decide: TypeAlias = Callable[[Order, World], Decided]
Foreseen: TypeAlias = tuple[Event, ...] | Refusal
"""What would follow from an order, or why it would be refused."""

_STREAM: Final = re.compile(r"[a-z_]+:[A-Za-z0-9_.:-]+")  # architecture.md, "core/"
_PURGE_EVERY: Final = 3600 * 1_000_000  # microseconds
_FOLLOWED: Final = 1_000  # events of other processes; beyond, states are read anew


@dataclass(slots=True)
class Desk:
    """What every batch of a writer works with."""

    database: Database
    recorder: Recorder
    codec: Codec
    nouns: Nouns
    decide: Decide
    memory: Memory
    purged: int = 0  # when old answers were last thrown away


class Batch:
    """The orders of one transaction, which has begun."""

    def __init__(self, desk: Desk, opened: Opened) -> None:
        """Go on from what was seen under the lock."""
        self._desk = desk
        self._database = desk.database
        self._known = opened.known
        self._follow(opened.position)
        self._clock: Refusal | None = None
        try:
            self._now = desk.recorder.begin(opened)
        except Refusal as refusal:
            self._clock = refusal
            self._now = opened.recorded
        self._instant = leaf.instant(self._now)
        self._scene = Scene(desk.memory, desk.database, desk.codec, desk.nouns)
        self._written = opened.position
        self._rows: list[Row] = []
        self._texts: list[VaultText] = []
        self._answers: list[Row] = []
        self._cards: dict[str, Row] = {}
        self._given: dict[str, Answer] = {}

    @property
    def position(self) -> int:
        """Return the newest position once everything is written."""
        return self._written + len(self._rows)

    def answer(self, order: Order) -> Answer:
        """Decide ``order``, or return the answer it got before.

        Raises:
            Exception: the program is wrong; the other orders are not affected.
        """
        if order.command_id in self._given:
            return self._given[order.command_id]
        if order.command_id in self._known:
            return answers.find(self._database, self._desk.codec, order.command_id)
        if self._clock is not None:
            return Answer(stream=order.stream or "", refusal=self._clock)
        try:
            answer = self._decide(order)
        except StreamMoved as moved:
            ref = str(moved).partition(":")[2]
            refusal = Refusal(Code.ITEM_MOVED, ref=ref)
            return Answer(stream=order.stream or "", refusal=refusal)
        except Refusal as refusal:
            answer = Answer(stream=order.stream or "", refusal=refusal)
        if not answer.events:
            self._answers.append(answers.row(order.command_id, answer, self._now))
        self._given[order.command_id] = answer
        return answer

    def foresee(self, order: Order) -> Foreseen:
        """Return what would follow from ``order`` just now; nothing is kept of it."""
        self._scene.begin()
        try:
            return self._desk.decide(order, self._scene).events
        except StreamMoved as moved:
            return Refusal(Code.ITEM_MOVED, ref=str(moved).partition(":")[2])
        except Refusal as refusal:
            return refusal
        finally:
            self._scene.begin()

    def flush(self) -> None:
        """Write what has been decided so far."""
        ask = self._database.statements
        if self._rows:
            self._desk.recorder.append(self._rows, self._texts)
            self._written += len(self._rows)
            self._rows, self._texts = [], []
        if self._answers:
            self._database.write(ask.insert_answer, self._answers)
            self._answers = []
        if self._cards:
            self._database.write(ask.upsert_person, list(self._cards.values()))
            self._cards = {}
        if self._now - self._desk.purged > _PURGE_EVERY:
            self._database.find(ask.purge_answers, (self._now - answers.KEPT,))
            self._desk.purged = self._now

    def do(self, job: Callable[[sa.Connection], T]) -> T:
        """Let a job of the office write; its own failure undoes only itself."""
        self.flush()
        with self._database.savepoint():
            return job(self._database.connection)

    def is_lost(self, error: Exception) -> bool:
        """Whether ``error`` concerns the whole transaction, not one item of it."""
        blamed = self._database.refusal_code(error) is not None
        return blamed or not self._database.in_transaction

    def committed(self) -> None:
        """Remember what is durable now."""
        self._scene.committed(self._written)

    def _follow(self, position: int) -> None:
        """Take in what other processes wrote up to ``position``."""
        memory = self._desk.memory
        if not 0 <= position - memory.position <= _FOLLOWED:
            memory.forget()
        elif position > memory.position:
            bounds = (memory.position, position)
            rows = self._database.find(self._database.statements.between, bounds)
            for entry in recorded(self._desk.codec, rows):
                memory.follow(entry, self._desk.nouns)
        memory.position = position

    def _decide(self, order: Order) -> Answer:
        self._scene.begin()
        decided = self._desk.decide(order, self._scene)
        stream = decided.stream
        before = self._scene.load(stream)
        if not _STREAM.fullmatch(stream):
            raise ValueError(f"{stream!r} is no name of a stream")
        if not decided.events:
            return Answer(stream=stream, version=before.version, position=self.position)
        rows, texts = self._encoded(order, decided, before.version)
        evolve = self._desk.nouns.of(stream).evolve
        state = before.state
        for event in decided.events:
            state = evolve(state, event)
        version = before.version + len(rows)
        if order.card is not None:
            person = stream.partition(":")[2]
            card = (person, order.card.name, order.card.salutation)
            self._cards[person] = card
        self._rows += rows
        self._texts += texts
        last = LastAct(order.actor, self._instant, version)
        self._scene.change(stream, Loaded(state, version, last))
        return Answer(
            stream=stream,
            version=version,
            position=self.position,
            events=decided.events,
        )

    def _encoded(
        self, order: Order, decided: Decided, after: int
    ) -> tuple[list[Row], list[VaultText]]:
        """Return the rows of an accepted order, which are not yet taken."""
        encode = self._desk.codec.encode
        origin = _origin(order, decided.mandate)
        effective = origin.effective_on.isoformat()
        before = self.position + 1
        rows: list[Row] = []
        texts: list[VaultText] = []
        for n, event in enumerate(decided.events):
            version = after + 1 + n
            kind, state, sealed = encode(event, origin, decided.stream, version)
            row = event_row(
                position=before + n,
                recorded=self._now,
                stream=decided.stream,
                version=version,
                kind=kind,
                state=state,
                effective=effective,
                command_id=order.command_id,
                n=n,
            )
            rows.append(row)
            texts += self._dated(kind, sealed) if sealed else sealed
        return rows, texts

    def _dated(self, kind: str, sealed: list[VaultText]) -> list[VaultText]:
        """Say how long texts are kept that are entered now."""
        retention = class_of(kind)
        if retention is None:
            return sealed
        until = kept_until(retention, self._instant.date()).isoformat()
        return [
            each._replace(retention_class=retention.value, delete_after=until)
            for each in sealed
        ]


def _origin(order: Order, mandate: str) -> Origin:
    on_behalf = order.on_behalf
    return Origin(
        actor=order.actor,
        mandate=mandate,
        effective_on=order.effective_on or order.today,
        via=order.via,
        command_id=order.command_id,
        circle=order.circle,
        on_behalf_org=None if on_behalf is None else on_behalf.org,
        basis=None if on_behalf is None else on_behalf.basis,
        cause=order.cause,
        source=order.source,
    )
