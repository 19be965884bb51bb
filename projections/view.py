"""View: tables, how events change them, and how far it has read (*Ansicht*).

::

    nothing --prepare--> live at 0 --advance--> live at n
    live at n --beside--> live at n, beside at 0 --advance--> beside at m >= n
    beside at m --switch--> live at m

Every view has one row in the register ``view`` for its live tables, and a second
one while a new set is built beside them. The first statement of each transaction
compares and sets the position there, so no event counts twice, whoever races.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    Connection,
    Engine,
    MetaData,
    Table,
    delete,
    insert,
    inspect,
    quoted_name,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from core.ports import Recorded
from projections import register
from projections.register import REGISTER, Stand
from projections.rows import BESIDE, Rows, placed


@dataclass(frozen=True, slots=True)
class View:
    """A read model: its name with version, its tables, its fold.

    ``fold`` changes the rows that a batch touches; it takes times and ids from the
    events only, so that building again gives the same rows.
    """

    name: str  # "commitments.v1"
    tables: tuple[Table, ...]
    fold: Callable[[Rows, Sequence[Recorded]], None]

    @property
    def noun(self) -> str:
        """The name without the version."""
        return self.name.partition(".")[0]

    @property
    def version(self) -> str:
        """The version; a changed one means that the tables must be rebuilt."""
        return self.name.partition(".")[2]


def stand(db: Connection, view: View, suffix: str = "") -> Stand | None:
    """Return how far ``view`` has read; ``None``: it has no tables yet."""
    return register.stand(db, view.noun + suffix)


def position(db: Connection, view: View) -> int:
    """Return the newest position that the live tables of ``view`` know, or 0."""
    known = stand(db, view)
    return known.position if known else 0


def prepare(engine: Engine, view: View) -> Stand:
    """Return the stand of the live tables, which are made if there are none."""
    try:
        return _prepared(engine, view)
    except (IntegrityError, ProgrammingError):  # somebody made them at this moment
        return _prepared(engine, view)


def _prepared(engine: Engine, view: View) -> Stand:
    with engine.begin() as db:
        REGISTER.create(db, checkfirst=True)
        known = stand(db, view)
        if known is not None:
            return known
        _make(db, view, "", generation=1)
        return Stand(view.version, 0, 1)


def reset(engine: Engine, view: View) -> Stand:
    """Begin the live tables anew."""
    with engine.begin() as db:
        _drop(db, view, "")
        _make(db, view, "", generation=1)
    return Stand(view.version, 0, 1)


def advance(
    engine: Engine, view: View, seen: int, batch: Sequence[Recorded], suffix: str = ""
) -> bool:
    """Fold ``batch``, which begins right behind ``seen``.

    Returns ``False``, with nothing changed, if somebody else was faster.
    """
    return advance_all(engine, [view], seen, batch, suffix)


def advance_all(
    engine: Engine,
    views: Sequence[View],
    seen: int,
    batch: Sequence[Recorded],
    suffix: str = "",
) -> bool:
    """Fold ``batch``, which begins right behind ``seen``, into all ``views`` at once.

    Returns ``False``, with nothing changed, if somebody else was faster with one of
    them. Likewise nothing is changed if a fold raises.
    """
    with engine.connect() as db:
        if not _moved(db, views, suffix, seen, batch[-1].position):
            return False
        for view in views:
            rows = Rows(db, suffix)
            view.fold(rows, batch)
            rows.write()
        db.commit()
    return True


def beside(engine: Engine, view: View, head: int) -> Stand:
    """Return the stand of a new set of tables beside the live ones.

    It is empty, unless one of this version, which knows no more than ``head``, was
    begun already.
    """
    try:
        return _beside(engine, view, head)
    except (IntegrityError, OperationalError, ProgrammingError):  # begun just now
        return _beside(engine, view, head)


def _beside(engine: Engine, view: View, head: int) -> Stand:
    with engine.begin() as db:
        going, live = stand(db, view, BESIDE), stand(db, view)
        fresh = Stand(view.version, 0, live.generation + 1 if live else 1)
        same = going is not None and going._replace(position=0) == fresh
        if going is not None and same and going.position <= head:
            return going
        _drop(db, view, BESIDE)
        _make(db, view, BESIDE, fresh.generation)
        return fresh


def give_up(engine: Engine, view: View) -> None:
    """Remove what was built beside the live tables."""
    with engine.begin() as db:
        _drop(db, view, BESIDE)


def switch(engine: Engine, view: View, seen: int) -> bool:
    """Let the tables beside, which have read up to ``seen``, be the live ones.

    Returns ``False``, with nothing changed, if the live tables know more.
    """
    with engine.begin() as db:
        if not _moved(db, [view], BESIDE, seen, seen):
            return False
        live = stand(db, view)
        if live and live.version == view.version and live.position > seen:
            return False
        _drop(db, view, "")
        for table in view.tables:
            old, new = placed(table, BESIDE).name, table.name
            db.execute(text(f'ALTER TABLE "{old}" RENAME TO "{new}"'))
        db.execute(
            update(REGISTER)
            .where(REGISTER.c.name == view.noun + BESIDE)
            .values(name=view.noun)
        )
    return True


def _moved(
    db: Connection, views: Sequence[View], suffix: str, seen: int, new: int
) -> bool:
    named = [(view.noun + suffix, view.version) for view in views]
    return register.move(db, named, seen, new)


def _make(db: Connection, view: View, suffix: str, generation: int) -> None:
    """Create tables; index names carry the generation, as they outlive a rename."""
    db.execute(
        insert(REGISTER).values(
            name=view.noun + suffix,
            version=view.version,
            position=0,
            generation=generation,
        )
    )
    for table in view.tables:
        real = table.to_metadata(MetaData(), name=table.name + suffix)
        for index in real.indexes:
            index.name = quoted_name(f"{index.name}_{generation}", quote=None)
        real.create(db)


def _drop(db: Connection, view: View, suffix: str) -> None:
    db.execute(delete(REGISTER).where(REGISTER.c.name == view.noun + suffix))
    there = set(inspect(db).get_table_names())
    for table in view.tables:
        if table.name + suffix in there:
            placed(table, suffix).drop(db)
