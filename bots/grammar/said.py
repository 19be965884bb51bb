"""What all intents share: a name on the wire, and whether they bind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bots.grammar.answers import OnBehalf


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Base of every intent.

    ``NAME`` is the key ``intent`` of the wire form. ``BINDS`` tells that the intent
    binds an organisation and is echoed before it is written (rule 3 of the chat).
    """

    NAME: ClassVar[str]
    BINDS: ClassVar[bool] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfItem(Said):
    """An intent about one item, perhaps in the name of another organisation."""

    ref: str
    on_behalf: OnBehalf | None = None
