"""Regional: names of a region, read beside whoever has it open."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from adapters.cli.call import Call
from adapters.cli.trouble import not_founded
from bots.grammar import Names

if TYPE_CHECKING:
    from sqlalchemy import Connection


def names(call: Call, named: str) -> Names:
    """Return the names of the region in the data folder ``named``.

    Raises:
        Trouble: there is no region in it.
    """
    folder = call.folder(named)
    if call.server is not None:
        with call.opened(named) as faden, faden.reading() as db:
            return _names(db)
    if not (folder / "views.db").is_file():
        raise not_founded(folder)
    import sqlalchemy as sa

    from projections import people

    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            f"file:{folder / 'views.db'}?mode=ro", uri=True
        ),
    )
    try:
        with engine.connect() as db:
            if people.region(db) is None:
                raise not_founded(folder)
            return _names(db)
    except sa.exc.DatabaseError as error:
        raise not_founded(folder) from error
    finally:
        engine.dispose()


def _names(db: Connection) -> Names:
    from projections import people

    found = people.names(db)
    return Names(
        organisations=tuple(found.organisations.values()),
        forums=tuple(found.forums.values()),
    )
