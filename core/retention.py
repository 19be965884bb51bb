"""Retention: how long a text is kept, and what the archive sees before it goes.

German: *Aufbewahrung*. One table for every kind of event; a kind that is not named
follows its noun. Periods are whole years; from which day they count says
``core/keeping.py``. They are defaults of this program: the law sets none for such
records, so a region's file plan may differ. Sources of offer and release: § 4 Abs. 1
and 3 HArchivG (GVBl. 2022 S. 493).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Until when a text is kept: with the day ``until``, ``None`` while it binds.

    ``item`` is the stream it belongs to, ``held`` whether somebody keeps it longer.
    """

    item: str
    until: date | None
    held: bool

    def over(self, today: date) -> bool:
        """Tell whether nothing keeps it any more."""
        return self.until is not None and self.until < today and not self.held


@unique
class Retention(StrEnum):
    """The class of a text; the values are stored (*Aufbewahrungsklasse*)."""

    RECORD = "akte"  # what was asked, promised, answered, and why
    AID = "hilfsmittel"  # what Faden told somebody, or reminded them of
    PERSONAL = "person"  # what concerns one person alone


YEARS: Final[Mapping[Retention, int]] = MappingProxyType(
    {Retention.RECORD: 10, Retention.AID: 1, Retention.PERSONAL: 1}
)
CLASSES: Final[Mapping[str, Retention]] = MappingProxyType(
    {
        "region": Retention.RECORD,
        "organisation": Retention.RECORD,
        "forum": Retention.RECORD,
        "commitment": Retention.RECORD,
        "information": Retention.RECORD,
        "ask": Retention.RECORD,
        "decision": Retention.RECORD,
        "text": Retention.RECORD,
        "export": Retention.RECORD,  # who has a text is to be told (Art. 19 DSGVO)
        "hold": Retention.RECORD,
        "log": Retention.RECORD,
        "nudge": Retention.AID,
        "digest": Retention.AID,
        "person": Retention.PERSONAL,
        "organisation.contact_desk_set.v1": Retention.PERSONAL,
    }
)
"""The class of each noun, and of kinds that differ from it."""

ANSWER_MONTHS: Final = 6
"""How long an archive usually has to answer an offer; then it is asked again.

Sources: the usual half year of archives acts (§ 5 Abs. 3 BbgArchivG). In Hesse silence
frees nothing: only what the archive has released may go (§ 4 Abs. 3 HArchivG).
"""
FORESIGHT_MONTHS: Final = 6
"""How far ahead coordination is shown what will go."""


def class_of(kind: str) -> Retention | None:
    """Return the class of the texts of ``kind``; ``None``: nobody set one."""
    return CLASSES.get(kind) or CLASSES.get(kind.partition(".")[0])


def offered_first(kind: str) -> bool:
    """Tell whether texts of ``kind`` are offered to the archive before they go."""
    return class_of(kind) is Retention.RECORD


def kept_until(retention: Retention, entered: date) -> date:
    """Return the last day on which a text that was ``entered`` then is kept."""
    year = entered.year + YEARS[retention]
    try:
        return entered.replace(year=year)
    except ValueError:  # the 29th of February
        return date(year, 2, 28)
