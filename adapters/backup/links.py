"""Links: by what platforms and providers know somebody (*Verknüpfungen*).

They let somebody in, so what was ended since the backup stays ended, as far as the
store that is replaced knows of it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final, TypeAlias

import sqlalchemy as sa

from adapters.audit.checkpoints import has_table
from adapters.journal.entry_tables import identity, mail, wanted_mail
from adapters.journal.tables import address, profile

Link: TypeAlias = tuple[str, ...]
"""The name of its table, and what makes it this one."""

_NAMED: Final = {
    address: ("person", "channel", "address"),
    mail: ("person", "address"),
    wanted_mail: ("person", "address"),
    identity: ("person", "issuer", "subject"),
}


def links(db: sa.Connection) -> frozenset[Link]:
    """Return all that are there."""
    return frozenset(
        (table.name, *row)
        for table, names in _NAMED.items()
        if has_table(db, table)
        for row in db.execute(sa.select(*(table.c[name] for name in names)))
    )


def end(db: sa.Connection, ended: AbstractSet[Link]) -> None:
    """End these, with what a platform said of its person."""
    for table, names in _NAMED.items():
        for said, *values in ended:
            if said != table.name:
                continue
            its = dict(zip(names, values, strict=True))
            db.execute(sa.delete(table).filter_by(**its))
            if table is address:
                its.pop("address")
                db.execute(sa.delete(profile).filter_by(**its))
