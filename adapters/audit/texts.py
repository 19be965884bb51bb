"""Texts: what lies in the vault against what the log committed to.

A name cannot be compared: nothing in the log says what it was, so that it can be
forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

import sqlalchemy as sa

from adapters.audit.difference import Difference, Fact, What, different
from adapters.audit.entries import UNFIT, Entry, Kept
from adapters.erasing.gone import Going, Place, lost
from adapters.journal import leaf
from adapters.journal.tables import event, person, text
from core.bundle.leaf import commitment
from core.retention import class_of, kept_until

Gone: TypeAlias = Mapping[Place, Going]

_STREAM: Final = "person:"  # of a person; the rest of the name is the id


def of_texts(
    entry: Entry, sealed: Mapping[str, str | None], gone: Gone
) -> Iterator[Difference]:
    """Compare the texts of an entry with its commitments.

    A commitment of ``None`` says that the text had been erased before. Of those that
    are ``gone`` since, what is said instead is compared.
    """
    where: dict[str, Fact] = {"position": entry.position, "stream": entry.stream}
    for field, first in sealed.items():
        kept, committed = entry.texts.get(field), first
        place = Place(entry.stream, entry.version, field)
        if (going := gone.get(place)) is not None:
            if going.instead is None or going.committed is None:
                if kept is not None:
                    facts: dict[str, Fact] = {**where, "by": going.entry}
                    yield different(What.TEXT_ERASED, **facts, field=field)
                continue
            place, committed = going.instead, going.committed
        if committed is None:
            continue
        if kept is None:
            yield different(What.TEXT_MISSING, **where, field=field)
            continue
        if not opens(kept, place, committed):
            yield different(What.TEXT_CHANGED, **where, field=field)
    for field, kept in entry.texts.items():
        if sealed.get(field) is None:
            yield different(What.TEXT_SURPLUS, **where, field=field)
        if not _has_its_period(entry, kept):
            yield different(What.TEXT_PERIOD, **where, field=field)


def opens(kept: Kept, place: Place, committed: str | None) -> bool:
    """Whether a text with its salt is what was ``committed`` to at ``place``."""
    try:
        return commitment(kept.salt, *place, kept.text) == committed
    except (*UNFIT, AttributeError):  # another type than the column's
        return False


def _has_its_period(entry: Entry, kept: Kept) -> bool:
    """Tell whether a text is kept as long as its kind is; older ones say nothing."""
    said = (kept.retention_class, kept.delete_after)
    retention = class_of(entry.kind)
    if said == (None, None) or retention is None:
        return said == (None, None)
    day = leaf.instant(entry.recorded_at).date()
    return said == (retention.value, kept_until(retention, day).isoformat())


def of_vault(engine: sa.Engine) -> Iterator[Difference]:
    """Yield rows of the vault that belong to nothing, and persons without one."""
    owner = sa.select(event.c.position).where(
        event.c.stream == text.c.stream, event.c.version == text.c.version
    )
    orphans = sa.select(text.c.stream, text.c.version, text.c.field).where(
        ~owner.exists()
    )
    admitted = sa.select(event.c.position).where(
        event.c.stream == _STREAM + person.c.person
    )
    strangers = sa.select(person.c.person).where(~admitted.exists())
    card = sa.select(person.c.person).where(_STREAM + person.c.person == event.c.stream)
    nameless = sa.select(event.c.position, event.c.stream).where(
        event.c.stream >= _STREAM,
        event.c.stream < _STREAM[:-1] + ";",
        event.c.version == 1,
        ~card.exists(),
    )
    with engine.connect() as db:
        forgotten = {one.person: one.entry for one in lost(db)}
        there = sa.select(person.c.person).where(person.c.person.in_(forgotten))
        for who in db.scalars(there):
            yield different(What.PERSON_ERASED, person=who, by=forgotten[who])
        for stream, version, field in db.execute(orphans):
            place = f"{stream}/{version}"
            yield different(What.TEXT_SURPLUS, position=0, stream=place, field=field)
        for (who,) in db.execute(strangers):
            yield different(What.PERSON_SURPLUS, person=who)
        for position, stream in db.execute(nameless):
            if stream.removeprefix(_STREAM) in forgotten:
                continue
            yield different(What.PERSON_MISSING, position=position, person=stream)
