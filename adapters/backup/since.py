"""Since: what was erased behind the end of a backup goes again (*Nachholen*).

The entries that said so are not in the file, so the same orders are given once more,
in the transaction that puts the file in place or before it: whoever is served finds
both. Source: Art. 17 DSGVO; ``audit.md``, "Erasure".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import sqlalchemy as sa

from adapters.journal.batch import Batch, Desk
from adapters.journal.codec import Codec
from adapters.journal.database import Database, Opened
from adapters.journal.reading import recorded
from adapters.journal.recorder import Recorder
from adapters.journal.tables import event, text
from adapters.journal.upcasters import UPCASTERS
from adapters.journal.world import Memory, Nouns
from core import organisation, person
from core import text as of_text
from core.catalogue import DECIDERS, EVENTS, LETTERS
from core.desk import decide
from core.facts import OPERATOR
from core.ports import Clock, Order, Recorded, Via

_KINDS: Final = (
    organisation.MandateEnded,  # nobody is forgotten who still acts for somebody
    person.Forgotten,
    of_text.Offered,
    of_text.Released,
    of_text.Erased,
    of_text.Replaced,
)


class Since(NamedTuple):
    """An order to give again, by the entry that said so."""

    entry: int
    stream: str
    command: object


def since(db: sa.Connection, entries: int, codec: Codec) -> Sequence[Since]:
    """Return what let go of something that the first ``entries`` of the log hold."""
    same = sa.and_(text.c.stream == event.c.stream, text.c.version == event.c.version)
    columns = ("position", "stream", "version", "kind", "recorded_at", "state")
    wanted = (
        sa.select(*(event.c[name] for name in columns), text.c.field, text.c.text)
        .select_from(event.outerjoin(text, same))
        .where(event.c.position > entries)
        .where(event.c.kind.in_([kind.KIND for kind in _KINDS]))
        .order_by(event.c.position)
    )
    rows = [tuple(row) for row in db.execute(wanted)]
    found = list(recorded(codec, rows))
    gone = [one.stream for one in found if isinstance(one.event, person.Forgotten)]
    known = sa.select(event.c.stream).where(event.c.position <= entries)
    forgotten = set(db.scalars(known.where(event.c.stream.in_(gone))))
    orders = []
    for one in found:
        command = _command(one, entries, forgotten)
        if command is not None:
            orders.append(Since(one.position, one.stream, command))
    return orders


def give(
    database: Database, head: int, orders: Sequence[Since], clock: Clock
) -> Sequence[Since]:
    """Give them behind entry ``head`` in the transaction begun; return the refused."""
    ((last, recorded, _),) = database.find(database.statements.opening, (None, None))
    nouns = Nouns(DECIDERS, LETTERS)
    parts = Recorder(database, clock), Codec(EVENTS, UPCASTERS), nouns
    desk = Desk(database, *parts, decide, Memory())
    batch = Batch(desk, Opened(last or 0, recorded or 0, frozenset()))
    now, refused = clock(), []
    for one in orders:
        order = Order(
            command_id=f"restored/{head}/{one.entry}",  # no file that long holds it
            command=one.command,
            stream=one.stream,
            actor=OPERATOR,
            org="",
            today=now.date(),
            now=now,
            via=Via.POLICY,
        )
        if batch.answer(order).refusal is not None:
            refused.append(one)
        batch.flush()
    return refused


def _command(
    one: Recorded, entries: int, forgotten: set[str]
) -> of_text.Command | person.Command | organisation.Command | None:
    match one.event:
        case organisation.MandateEnded(person=who, forums=forums):
            ended = organisation.EndMandate(person=who, forums=frozenset(forums))
            return ended if f"person:{who}" in forgotten else None
        case person.Forgotten(ground=ground) if one.stream in forgotten:
            return person.Forget(ground=ground)
        case of_text.Offered(leaf=leaf, field=field) if leaf <= entries:
            return of_text.Offer(field=field)
        case of_text.Released(leaf=leaf, field=field, taken=taken) if leaf <= entries:
            return of_text.Release(field=field, taken=taken)
        case of_text.Erased(leaf=leaf, field=field, ground=ground) if leaf <= entries:
            return of_text.Erase(field=field, ground=ground)
        case of_text.Replaced(leaf=leaf, field=field) if leaf <= entries:
            return _instead(one.event)
        case _:
            return None


def _instead(event: of_text.Replaced) -> of_text.Erase | of_text.Replace:
    """Say the same again; what was said instead may have gone since."""
    if event.text.text is None:
        return of_text.Erase(field=event.field, ground=event.ground)
    return of_text.Replace(field=event.field, ground=event.ground, text=event.text)
