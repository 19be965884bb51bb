"""Batch: orders decided one after the other in one transaction.

Nothing here is durable, or remembered by the writer, before ``commit`` has been
told so: a batch that fails is dropped as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

import sqlalchemy as sa

from adapters.journal import answers, leaf, sqlite, statements
from adapters.journal.codec import Codec, VaultText
from adapters.journal.recorder import Draft, SqliteRecorder
from adapters.journal.world import Memory, Nouns, Scene
from core.desk import Decided
from core.errors import Code, Refusal
from core.facts import LastAct
from core.ports import Answer, Order, Origin, StreamMoved
from core.world import Loaded, World

T = TypeVar("T")
Decide: TypeAlias = Callable[[Order, World], Decided]

_STREAM: Final = re.compile(r"[a-z_]+:[A-Za-z0-9_.:-]+")  # architecture.md, "core/"
_PURGE_EVERY: Final = 3600 * 1_000_000  # microseconds


@dataclass(slots=True)
class Desk:
    """What every batch of a writer works with."""

    database: sqlite.Database
    recorder: SqliteRecorder
    codec: Codec
    nouns: Nouns
    decide: Decide
    memory: Memory
    purged: int = 0  # when old answers were last thrown away


class Batch:
    """The orders of one transaction, which has begun."""

    def __init__(self, desk: Desk, command_ids: Sequence[str] = ()) -> None:
        """Look at the end of the log, and which orders are known, under its lock."""
        self._desk = desk
        self._raw = desk.database.raw
        tail = desk.recorder.tail()
        self._known = answers.known(self._raw, command_ids)
        if tail.position != desk.memory.position:  # somebody else wrote
            desk.memory.forget()
            desk.memory.position = tail.position
        self._clock: Refusal | None = None
        try:
            self._now = desk.recorder.stamp(tail)
        except Refusal as refusal:
            self._clock = refusal
            self._now = tail.recorded
        self._scene = Scene(desk.memory, self._raw, desk.codec, desk.nouns)
        self._written = tail.position
        self._drafts: list[Draft] = []
        self._texts: list[VaultText] = []
        self._given: dict[str, Answer] = {}

    @property
    def position(self) -> int:
        """Return the newest position once everything is written."""
        return self._written + len(self._drafts)

    def answer(self, order: Order) -> Answer:
        """Decide ``order``, or return the answer it got before.

        Raises:
            Exception: the program is wrong; the other orders are not affected.
        """
        if order.command_id in self._given:
            return self._given[order.command_id]
        if order.command_id in self._known:
            return answers.find(self._raw, self._desk.codec, order.command_id)
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
            kept = answers.row(order.command_id, answer, self._now)
            self._raw.execute(statements.INSERT_ANSWER, kept)
        self._given[order.command_id] = answer
        return answer

    def weigh(self, order: Order) -> Refusal | None:
        """Return why ``order`` would be refused just now; nothing is kept of it."""
        self._scene.begin()
        try:
            self._desk.decide(order, self._scene)
        except StreamMoved as moved:
            return Refusal(Code.ITEM_MOVED, ref=str(moved).partition(":")[2])
        except Refusal as refusal:
            return refusal
        finally:
            self._scene.begin()
        return None

    def flush(self) -> None:
        """Write what has been decided so far."""
        if self._drafts:
            self._desk.recorder.append(
                self._drafts, self._texts, self._written, self._now
            )
            self._written += len(self._drafts)
            self._drafts, self._texts = [], []
        if self._now - self._desk.purged > _PURGE_EVERY:
            self._raw.execute(statements.PURGE_ANSWERS, (self._now - answers.KEPT,))
            self._desk.purged = self._now

    def do(self, job: Callable[[sa.Connection], T]) -> T:
        """Let a job of the office write; its own failure undoes only itself."""
        self.flush()
        self._raw.execute("SAVEPOINT job")
        try:
            result = job(self._desk.database.connection)
        except BaseException:
            if self._raw.in_transaction:
                self._raw.execute("ROLLBACK TO job")
                self._raw.execute("RELEASE job")
            raise
        self._raw.execute("RELEASE job")
        return result

    def is_lost(self, error: Exception) -> bool:
        """Whether ``error`` concerns the whole transaction, not one item of it."""
        blamed = sqlite.refusal_code(error) is not None
        return blamed or not self._raw.in_transaction

    def committed(self) -> None:
        """Remember what is durable now."""
        self._scene.committed(self._written)

    def _decide(self, order: Order) -> Answer:
        self._scene.begin()
        decided = self._desk.decide(order, self._scene)
        stream = decided.stream
        before = self._scene.load(stream)
        if not _STREAM.fullmatch(stream):
            raise ValueError(f"{stream!r} is no name of a stream")
        if not decided.events:
            return Answer(stream=stream, version=before.version, position=self.position)
        drafts, texts = self._drafted(order, decided, before.version)
        decider = self._desk.nouns.of(stream)
        state = before.state
        for event in decided.events:
            state = decider.evolve(state, event)
        version = before.version + len(drafts)
        last = LastAct(order.actor, leaf.instant(self._now), version)
        if order.card is not None:
            person = stream.partition(":")[2]
            card = (person, order.card.name, order.card.salutation)
            self._raw.execute(statements.UPSERT_PERSON, card)
        self._drafts += drafts
        self._texts += texts
        self._scene.change(stream, Loaded(state, version, last))
        return Answer(
            stream=stream,
            version=version,
            position=self.position,
            events=decided.events,
        )

    def _drafted(
        self, order: Order, decided: Decided, after: int
    ) -> tuple[list[Draft], list[VaultText]]:
        origin = _origin(order, decided.mandate)
        effective = origin.effective_on.isoformat()
        drafts: list[Draft] = []
        texts: list[VaultText] = []
        for n, event in enumerate(decided.events):
            version = after + 1 + n
            encoded = self._desk.codec.encode(event, origin, decided.stream, version)
            drafts.append(
                Draft(
                    decided.stream,
                    version,
                    encoded.kind,
                    encoded.state,
                    effective,
                    order.command_id,
                    n,
                )
            )
            texts += encoded.texts
        return drafts, texts


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
