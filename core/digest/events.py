"""What can happen to a digest: it is sent, once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TypeAlias

from core.event import Event
from core.sealed import Sealed


@unique
class Reach(StrEnum):
    """How much it tells (*Umfang*)."""

    ALL = "all"  # once a week
    HAND = "hand"  # what needs a hand, on the other days
    MONTH = "month"  # the month of forums alone, to their coordination
    PROOF = "proof"  # the checkpoint of the week alone, to an organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(Event):
    """Faden told somebody of ``org`` how things stand; ``wording`` is what it said.

    ``to`` is the person and stays sealed, as do the words: they are the neutral
    message in JSON, so that it can be shown again as it was. ``period`` is "2027-W20",
    "2027-05-18" or "2027-05"; ``upto`` the position in the log up to which it tells;
    ``thanked`` the commitments for which it thanked; ``forums`` those of which it also
    told the month; ``kept`` is the size of the checkpoint that is to be kept.
    """

    KIND = "digest.sent.v1"
    org: str
    reach: Reach
    period: str
    upto: int
    to: Sealed
    wording: Sealed
    items: tuple[str, ...] = ()
    thanked: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    kept: int | None = None


Happening: TypeAlias = Sent
