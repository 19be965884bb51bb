"""Regional: names of a region, read beside whoever has it open."""

from __future__ import annotations

import sqlite3

from adapters.cli.call import Call
from adapters.cli.trouble import not_founded
from bots.grammar import Names


def names(call: Call, named: str) -> Names:
    """Return the names of the region in the data folder ``named``.

    Raises:
        Trouble: there is no region in it.
    """
    folder = call.folder(named)
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
            found = people.names(db)
    except sa.exc.DatabaseError as error:
        raise not_founded(folder) from error
    finally:
        engine.dispose()
    return Names(
        organisations=tuple(found.organisations.values()),
        forums=tuple(found.forums.values()),
    )
