"""Retaining: once a month goes what nothing keeps any more (*Aufbewahrung*).

::

    tick --month not done--> texts without a period get theirs
                         --> records whose period is over are offered to the archive
                         --> what it released, and what is no record, is erased
                         --> the month is done

Every order has an id made of month, entry and field, so a month that was begun and
not finished is begun again, and nothing is recorded twice. What is recorded here is
carried out by the purge (``purge.py``).
"""

from __future__ import annotations

import operator
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final, assert_never

import sqlalchemy as sa
import structlog

from adapters.desk import PATIENCE, Desk
from adapters.erasing.due import Due, Fate, coming, fates
from adapters.erasing.shelf import Shelf
from adapters.journal import leaf
from adapters.journal.tables import event, text
from adapters.office.reason import is_away
from adapters.store import Store
from core.facts import OPERATOR
from core.grounds import Ground
from core.keeping import Stage, first_of
from core.ports import Order, Via
from core.retention import CLASSES, kept_until
from core.text import Erase, Offer

NAME: Final = "retention"  # of the cursor: the last month that is done
GROUP: Final = 500  # rows or orders handed to the writer at once
_KEY: Final = ("stream", "version", "field")

log = structlog.get_logger()


class Retaining:
    """Lets periods end in one open region."""

    def __init__(self, store: Store, desk: Desk) -> None:
        """Read and write through ``store``, views through ``desk``."""
        self._store = store
        self._desk = desk

    def tick(self, now: datetime) -> None:
        """Do what the month of ``now`` (aware, UTC) brings, if that is not done yet.

        Raises:
            Refusal: the store is away; the month is not done.
        """
        outbox = self._store.office.outbox
        today = now.astimezone(self._desk.zone()).date()
        month = first_of(today)
        if (outbox.cursor(NAME) or 0) >= month.toordinal():
            return
        while self._store.writer.run(_date).result():
            pass
        with self._desk.reading() as views, self._store.reading() as db:
            shelf = Shelf(db, self._store.journal)
            pages = fates(shelf, views, month - timedelta(days=1), today)
            orders = [each for page in pages for each in _orders(page, today, now)]
        for begin in range(0, len(orders), GROUP):
            self._give(orders[begin : begin + GROUP])
        outbox.put([], now, (NAME, month.toordinal())).result()
        if orders:
            log.info("periods over", month=month.isoformat(), texts=len(orders))

    def coming(self) -> Sequence[Due]:
        """Return what goes, or is offered, within the next months, by day."""
        with self._desk.reading() as views, self._store.reading() as db:
            shelf = Shelf(db, self._store.journal)
            return coming(shelf, views, self._desk.today())

    def offered(self, item: str) -> Sequence[tuple[int, str]]:
        """Return the texts of an item, a stream, about which the archive is asked."""
        today = self._desk.today()
        with self._desk.reading() as views, self._store.reading() as db:
            shelf = Shelf(db, self._store.journal)
            return [
                (fate.lying.entry.position, fate.lying.field)
                for page in fates(shelf, views, today, today)
                for fate in page
                if fate.kept.item == item and fate.answer_by is not None
            ]

    def _give(self, orders: Sequence[Order]) -> None:
        """Give orders that share a commit; what somebody kept meanwhile stays."""
        waiting = [self._store.journal.submit(order) for order in orders]
        for order, future in zip(orders, waiting, strict=True):
            refusal = future.result(PATIENCE).refusal
            if refusal is None:
                continue
            if is_away(refusal):
                raise refusal
            log.warning("kept", stream=order.stream, code=refusal.code.value)


def _orders(page: Sequence[Fate], today: date, now: datetime) -> Iterator[Order]:
    for fate in page:
        command = _command(fate)
        if command is None:
            continue
        at, field = fate.lying.entry.position, fate.lying.field
        yield Order(
            command_id=f"retention/{first_of(today)}/{at}/{field}",
            command=command,
            stream=f"text:{at}",
            actor=OPERATOR,
            org="",
            today=today,
            now=now,
            via=Via.POLICY,
        )


def _command(fate: Fate) -> Offer | Erase | None:
    match fate.stage:
        case Stage.OFFER:
            return Offer(field=fate.lying.field)
        case Stage.GO:
            return Erase(field=fate.lying.field, ground=Ground.PERIOD_OVER)
        case Stage.KEPT | Stage.HELD | Stage.AWAITED | Stage.OVERDUE:
            return None
        case _:
            assert_never(fate.stage)


def _date(db: sa.Connection) -> int:
    """Give texts that have none, or an older one, their class and period; how many."""
    place = [text.c[name] for name in _KEY]
    same = sa.and_(text.c.stream == event.c.stream, text.c.version == event.c.version)
    wanted = sa.select(*place, event.c.kind, event.c.recorded_at).join(event, same)
    rows = db.execute(wanted.where(sa.or_(*_undated())).limit(GROUP)).all()
    for *cells, kind, recorded in rows:
        here = sa.and_(*map(operator.eq, place, cells))
        retention = CLASSES.get(kind) or CLASSES[kind.partition(".")[0]]
        until = kept_until(retention, leaf.instant(recorded).date()).isoformat()
        values = {"retention_class": retention.value, "delete_after": until}
        db.execute(sa.update(text).where(here).values(values))
    return len(rows)


def _undated() -> Iterator[sa.ColumnElement[bool]]:
    """Yield, noun by noun, what its texts cannot say."""
    of_nouns: dict[str, set[str]] = {}
    for kind, retention in CLASSES.items():
        of_nouns.setdefault(kind.partition(".")[0], set()).add(retention.value)
    said = text.c.retention_class
    for noun, known in of_nouns.items():
        between = sa.and_(text.c.stream >= f"{noun}:", text.c.stream < f"{noun};")
        yield sa.and_(between, sa.or_(said.is_(None), said.not_in(known)))
