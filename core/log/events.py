"""What can happen to the log itself: other keys sign it, or bear witness to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from core.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyAnnounced(Event):
    """From the next checkpoint but one on, the log is signed with ``key`` (a *vkey*).

    The key before signs once more, a checkpoint that covers this entry, unless it was
    ``lost``: then nothing vouches for the new one but whoever hands it on.
    """

    KIND = "log.key_announced.v1"
    key: str
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessNamed(Event):
    """What ``key`` (a *vkey*) cosigns counts as witnessed by ``org``.

    The key that ``org`` named before bears witness no more; what it signed stays.
    """

    KIND = "log.witness_named.v1"
    org: str
    key: str


Happening: TypeAlias = KeyAnnounced | WitnessNamed
