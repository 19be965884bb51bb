"""What can happen to the texts of an entry.

``leaf`` is the entry that sealed the text, 1-based as people count them, ``field``
its path there, such as ``reason`` or ``event.what``. The verifier reads these names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from core.event import Event
from core.grounds import Ground
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered(Event):
    """The archive was offered it before it goes (§ 4 HArchivG)."""

    KIND = "text.offered.v1"
    leaf: int
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Event):
    """The archive lets it go, having ``taken`` it over or not (§ 4 Abs. 3 HArchivG)."""

    KIND = "text.released.v1"
    leaf: int
    field: str
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased(Event):
    """It is gone, for good."""

    KIND = "text.erased.v1"
    leaf: int
    field: str
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced(Event):
    """It is gone, for good; ``text`` is said in its place."""

    KIND = "text.replaced.v1"
    leaf: int
    field: str
    ground: Ground
    text: Sealed


Happening: TypeAlias = Offered | Released | Erased | Replaced
