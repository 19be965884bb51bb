"""Stored: the bytes of an entry, as they are read (*Eintrag*).

Source of the format: ``audit.md``, section "Leaf".
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec

from core.facts import Basis
from core.ports import Circle, Origin, Via
from core.sealed import Sealed


class OnBehalf(msgspec.Struct, forbid_unknown_fields=True):
    """For whom it was entered, and on what it rests."""

    org: str
    basis: Basis | None = None


class Stored(msgspec.Struct, forbid_unknown_fields=True):
    """An entry as its bytes say it."""

    v: Literal[1]
    circle: Circle = msgspec.field(name="class")
    nonce: str
    effective: date
    actor: str
    mandate: str
    via: Via
    command: str
    body: dict[str, Any]
    on_behalf: OnBehalf | None = None
    cause: int | None = None
    sealed: dict[str, str | None] = {}


def origin_of(stored: Stored, source: Sealed | None) -> Origin:
    """Return who said it, when and how; ``source`` lies in the vault."""
    on_behalf = stored.on_behalf
    return Origin(  # by position: made once per event that is read
        stored.actor,
        stored.mandate,
        stored.effective,
        stored.via,
        stored.command,
        stored.circle,
        None if on_behalf is None else on_behalf.org,
        None if on_behalf is None else on_behalf.basis,
        stored.cause,
        source,
    )
