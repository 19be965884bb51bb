"""What can happen to an export: it is made, once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from core.bundle.head import Scope
from core.event import Event
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Made(Event):
    """Texts up to entry ``upto`` were written into a file, of one ``item`` or of all.

    ``to`` is who gets it, as far as that was said.
    """

    KIND = "export.made.v1"
    scope: Scope
    upto: int
    item: str | None = None
    to: Sealed | None = None


Happening: TypeAlias = Made
