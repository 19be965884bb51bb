"""Due: which texts go next, and what is awaited before (*fällig*).

::

    kept --its period is over--> record: offered --the archive releases it--> gone
                                 all else: gone

What is over goes with the first day of a month, so that files are emptied and views
built anew once a month, not every day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, unique
from typing import Final

import sqlalchemy as sa

from adapters.erasing.shelf import Lying, Shelf
from core.calendar import months_after
from core.keeping import keeping
from core.retention import ANSWER_MONTHS, FORESIGHT_MONTHS, Keeping, offered_first
from projections import erasures
from projections.erasures import Offer

_DAY: Final = timedelta(days=1)


@unique
class Stage(StrEnum):
    """What happens to a text next."""

    HELD = "held"  # somebody keeps it back
    OFFER = "offer"  # it will be offered to the archive
    AWAITED = "awaited"  # the archive has not answered yet
    OVERDUE = "overdue"  # it should have
    GO = "go"  # it will be gone


@dataclass(frozen=True, slots=True)
class Fate:
    """A text, until when it is kept, and what comes next."""

    lying: Lying
    kept: Keeping
    stage: Stage
    answer_by: date | None  # of the archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """So many ``texts`` of an item share a fate on a day.

    ``item`` is a stream; it is empty for aids and for what concerns one person.
    """

    on: date
    item: str
    stage: Stage
    texts: int


def first_of(day: date) -> date:
    """Return the first day of the month."""
    return day.replace(day=1)


def goes_on(until: date) -> date:
    """Return the day on which goes what is kept up to and with ``until``."""
    return first_of(months_after(first_of(until), 1))


def fates(
    shelf: Shelf, views: sa.Connection, until: date, today: date
) -> Iterator[Sequence[Fate]]:
    """Yield, in pages, what is kept no longer than ``until`` and is still there."""
    for page in shelf.lying(until):
        leaves = {lying.entry.position for lying in page}
        gone = erasures.gone(views, leaves)
        offers = erasures.offers(views, leaves)
        found: list[Fate] = []
        for lying in page:
            at = lying.entry.position
            kept = keeping(lying.entry, today, shelf)
            if kept is None or lying.field in gone.get(at, {}):
                continue
            if kept.until is not None and kept.until <= until:
                offer = offers.get((at, lying.field))
                found.append(_fate(lying, kept, offer, today))
        yield found


def coming(shelf: Shelf, views: sa.Connection, today: date) -> Sequence[Due]:
    """Return what goes, or is offered, within the next months, by day."""
    horizon = months_after(today, FORESIGHT_MONTHS)
    counts: Counter[tuple[date, str, Stage]] = Counter()
    for page in fates(shelf, views, horizon, today):
        for fate in page:
            until = fate.kept.until or horizon
            on = fate.answer_by or max(goes_on(until), goes_on(today))
            record = offered_first(fate.lying.entry.kind)
            named = fate.kept.item if record or fate.kept.held else ""
            counts[on, named, fate.stage] += 1
    return [
        Due(on=on, item=item, stage=stage, texts=texts)
        for (on, item, stage), texts in sorted(counts.items())
    ]


def _fate(lying: Lying, kept: Keeping, offer: Offer | None, today: date) -> Fate:
    if kept.held:
        return Fate(lying, kept, Stage.HELD, None)
    if not offered_first(lying.entry.kind):
        return Fate(lying, kept, Stage.GO, None)
    if offer is None:
        return Fate(lying, kept, Stage.OFFER, None)
    if offer.released:
        return Fate(lying, kept, Stage.GO, None)
    answer_by = months_after(offer.at.date(), ANSWER_MONTHS)
    late = Stage.OVERDUE if answer_by < today else Stage.AWAITED
    return Fate(lying, kept, late, answer_by)
