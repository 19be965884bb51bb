"""Entrance: whether anybody can sign in without help (*Eingang*)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

import sqlalchemy as sa

from adapters.health.findings import Finding, Sign, found
from adapters.journal.entry_tables import identity, mail
from adapters.journal.tables import address
from core.ports import Via

_BY_MAIL: Final = sa.select(mail.c.person)
_KNOWN: Final[Mapping[str, sa.Executable]] = {
    "mail": _BY_MAIL,
    "slack": sa.select(address.c.person).where(address.c.channel == Via.SLACK.value),
    "oidc": sa.union(_BY_MAIL, sa.select(identity.c.person)),
}


def of_entrance(db: sa.Connection, ways: Collection[str]) -> Iterator[Finding]:
    """Yield how many people come in by the ``ways`` that are set up."""
    people = {str(person) for way in sorted(ways) for person in db.scalars(_KNOWN[way])}
    if not ways:
        yield found(Sign.NO_WAY_IN)
    elif not people:
        yield found(Sign.NOBODY_KNOWN)
    else:
        yield found(Sign.ENTRANCE_WELL, count=len(people))
