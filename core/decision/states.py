"""Where a decision can stand; one class per state, around the file of the matter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TypeAlias

from core.decision.file import File


@dataclass(frozen=True, slots=True)
class Absent:
    """Nobody has proposed it yet."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Proposed; the text may change."""

    file: File


@dataclass(frozen=True, slots=True)
class Open:
    """The forum decides."""

    file: File


@dataclass(frozen=True, slots=True)
class Objected:
    """The forum decides, and objections hinder."""

    file: File


@dataclass(frozen=True, slots=True)
class Escalated:
    """Somebody else deals with the objections."""

    file: File


@dataclass(frozen=True, slots=True)
class Rejected:
    """The forum did not accept it."""

    file: File


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Too few took part; it may be called again."""

    file: File


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """It is not pursued any more."""

    file: File


@dataclass(frozen=True, slots=True)
class Resolved:
    """The forum accepted it; nobody is bound yet, by a recommendation never."""

    file: File


@dataclass(frozen=True, slots=True)
class Ratifying:
    """It lies before the bodies, and nobody is bound yet."""

    file: File


@dataclass(frozen=True, slots=True)
class PartlyInForce:
    """It binds some, and others are awaited."""

    file: File


@dataclass(frozen=True, slots=True)
class InForce:
    """It binds."""

    file: File


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing that is outstanding can bring it into force."""

    file: File


@dataclass(frozen=True, slots=True)
class UnderReview:
    """It is looked at again and holds meanwhile; then it is ``before`` again."""

    file: File
    before: Standing


@dataclass(frozen=True, slots=True)
class Reconsidered:
    """A recommendation is looked at again; then it is Resolved again."""

    file: File


@dataclass(frozen=True, slots=True)
class Superseded:
    """Decision ``by`` has taken its place."""

    file: File
    by: str


@dataclass(frozen=True, slots=True)
class Repealed:
    """It does not hold any more, as decision ``by`` says."""

    file: File
    by: str


@unique
class Standing(StrEnum):
    """As what a decision is looked at again."""

    PARTLY_IN_FORCE = "partly_in_force"
    IN_FORCE = "in_force"


InForum: TypeAlias = Open | Objected | Escalated
Binding: TypeAlias = Ratifying | PartlyInForce | InForce | UnderReview
Present: TypeAlias = (
    Draft
    | InForum
    | Rejected
    | Lapsed
    | Withdrawn
    | Resolved
    | Reconsidered
    | Binding
    | Failed
    | Superseded
    | Repealed
)
State: TypeAlias = Absent | Present


def name(state: State) -> str:
    """Return the permanent name of ``state``: ``decision_in_force``."""
    kind = type(state).__name__
    return "decision" + "".join(f"_{c.lower()}" if c.isupper() else c for c in kind)


def forum_of(state: State) -> str | None:
    """Return the forum to which it belongs."""
    return None if isinstance(state, Absent) else state.file.drafted.forum


def bound(state: State) -> frozenset[str]:
    """Return whom it binds now."""
    if isinstance(state, PartlyInForce | InForce | UnderReview):
        return state.file.bound
    return frozenset()
