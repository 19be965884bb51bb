"""What can be asked of a decision that the forum has accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.sealed import Sealed


@dataclass(frozen=True, slots=True)
class Join:
    """Say yes after the count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Take one's word back."""

    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForPromises:
    """Ask ``org``, which it binds, what it promises; once for all."""

    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallReview:
    """Look at it again; ``because`` is the change of framework that touches it."""

    reason: Sealed | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """Let it stay as it is, until ``review_on`` or for good."""

    review_on: date | None = None
    no_review: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Supersede:
    """Let decision ``by`` take its place; ``release`` whom that one leaves out."""

    by: str
    release: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeal:
    """End it, as decision ``by`` says."""

    by: str
    reason: Sealed


Moving: TypeAlias = Join | Leave
Reviewing: TypeAlias = AskForPromises | CallReview | Confirm | Supersede | Repeal
