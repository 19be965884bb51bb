"""As of: an earlier state that somebody asks to see (*Stand*).

A day stands for everything known at its end, in the region's time zone; a number
for everything known right behind that entry of the log.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from adapters.day import day as day_of
from adapters.main import Faden
from bots.locale import N_
from bots.speech import Speech
from core.checkpoint import Checkpoint
from projections import people

_DIGITS: Final = 12  # of an entry's number; no log is longer
BANNER: Final = N_("As of {day} (entry {entry}), as known then")


class AsOfError(Exception):
    """Nothing can be shown as of then; ``sentence`` is an entry of the catalogue."""

    def __init__(self, sentence: str, /, **facts: str | int | date) -> None:
        """Keep the sentence and what belongs into it."""
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """A position in the log, and the local day that it then was.

    ``asked`` is how one asks for the same again.
    """

    position: int
    day: date
    asked: str
    checkpoint: Checkpoint | None  # the first that covers it, if one does

    def spoken(self, faden: Faden, speech: Speech) -> Speech:
        """Return ``speech`` with the day and the names of then."""
        with faden.reading(self.position) as db:
            names = people.names(db)
        return replace(
            speech,
            today=self.day,
            organisations=names.organisations,
            forums=names.forums,
        )


def as_of(faden: Faden, asked: str) -> AsOf:
    """Return what ``asked``, a day or the number of an entry, stands for.

    Raises:
        AsOfError: it is neither, still to come, or before the region was founded.
    """
    text = asked.strip()
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS:
        return _behind(faden, int(text))
    day = day_of(text)
    if day is None:
        raise AsOfError(
            N_(
                "{value} is neither a day nor an entry. Please write a day like "
                "2027-04-30 or 30.4.2027, or the number of an entry."
            ),
            value=asked,
        )
    return _at_the_end_of(faden, day)


def _behind(faden: Faden, entry: int) -> AsOf:
    head = faden.store.journal.head()
    if not 1 <= entry <= head:
        raise AsOfError(
            N_(
                "There is no entry {entry}; the newest is {head}. Please name one up "
                "to it, or a day."
            ),
            entry=entry,
            head=head,
        )
    return AsOf(
        position=entry,
        day=_local_day(faden, entry),
        asked=str(entry),
        checkpoint=faden.proving.covering(entry),
    )


def _at_the_end_of(faden: Faden, day: date) -> AsOf:
    today = faden.today()
    if day > today:
        raise AsOfError(
            N_(
                "{day} is still to come, so nothing is known of it. Please name today "
                "or an earlier day."
            ),
            day=day,
        )
    position = faden.desk.known_at(day)
    if not position:
        raise AsOfError(
            N_(
                "On {day} nothing was recorded yet; the region was founded on "
                "{founded}. Please name that day or a later one."
            ),
            day=day,
            founded=_local_day(faden, 1),
        )
    return AsOf(
        position=position,
        day=day,
        asked=day.isoformat(),
        checkpoint=faden.proving.covering(position),
    )


def _local_day(faden: Faden, entry: int) -> date:
    recorded = next(faden.store.journal.since(entry - 1, entry))
    return recorded.recorded_at.astimezone(faden.desk.zone()).date()
