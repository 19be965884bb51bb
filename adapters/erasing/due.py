"""Due: which texts go next, and what is awaited before (*fällig*).

What comes of a text is said in ``core/keeping.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from adapters.erasing.shelf import Lying, Shelf
from core.calendar import months_after
from core.keeping import Offered, Stage, after, goes_on, keeping
from core.retention import FORESIGHT_MONTHS, Keeping, offered_first
from projections import erasures


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

    ``item`` is a stream; it is empty for aids and for what concerns one person. What
    is kept longer before its period is over is not counted; it may have no last day.
    """

    on: date | None
    item: str
    stage: Stage
    texts: int


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
                asked = offer and Offered(offer.at.date(), offer.released)
                came = after(lying.entry.kind, kept, asked, today)
                found.append(Fate(lying, kept, *came))
        yield found


def coming(shelf: Shelf, views: sa.Connection, today: date) -> Sequence[Due]:
    """Return what goes, or is offered, within the next months, by day.

    At the end stands what is kept longer, however far its period still goes.
    """
    horizon = months_after(today, FORESIGHT_MONTHS)
    counts: Counter[tuple[date, str, Stage]] = Counter()
    for page in fates(shelf, views, horizon, today):
        for fate in page:
            until = fate.kept.until or horizon
            on = fate.answer_by or max(goes_on(until), goes_on(today))
            record = offered_first(fate.lying.entry.kind)
            named = fate.kept.item if record or fate.kept.held else ""
            counts[on, named, fate.stage] += 1
    found = [
        Due(on=on, item=item, stage=stage, texts=texts)
        for (on, item, stage), texts in sorted(counts.items())
    ]
    shown = {due.item for due in found if due.stage is Stage.HELD}
    kept = [
        Due(on=until, item=item, stage=Stage.KEPT, texts=0)
        for item, until in shelf.held(today)
        if item not in shown
    ]
    return [*found, *kept]
