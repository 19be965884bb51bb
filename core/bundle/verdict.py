"""Verdict: what came of looking at a bundle, as codes with facts (*Ergebnis*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum, unique
from typing import TypeAlias

Facts: TypeAlias = Mapping[str, str | int]


@unique
class Exit(IntEnum):
    """How it went, as programs are told."""

    SOUND = 0
    UNREADABLE = 1  # it cannot be said
    INVALID = 2
    CONTRADICTED = 3  # valid, yet not what a kept checkpoint says
    UNEXPLAINED = 4  # valid, yet something is not there and nothing says why
    TOO_FEW = 5  # valid, yet fewer witnesses than were asked for


@unique
class Said(StrEnum):
    """What is said of a bundle; the words are those of whoever shows it."""

    # it cannot be read
    NO_BUNDLE = "no bundle"
    PROOF_ALONE = "proof without its bundle"
    NEWER = "newer format"
    NO_JSON = "no json"
    UNKNOWN_LINE = "unknown line"
    NO_KEPT = "nothing kept"
    OTHER_LOG = "other log"
    INCOMPARABLE = "incomparable"
    # it is not valid
    UNPROVED = "entry of a proof not proved"
    NOT_CANONICAL = "not canonical"
    MALFORMED = "malformed"
    ORDER = "order"
    ORIGIN = "origin"
    SIGNATURE = "signature"
    KEY_EARLY = "key early"
    KEY_UNKNOWN = "key unknown"
    KEY_LOST = "key lost"
    WITNESS_UNKNOWN = "witness unknown"
    FUTURE = "future"
    CONSISTENCY = "consistency"
    ROOT = "root"
    INCLUSION = "inclusion"
    TIME = "time"
    TEXT = "text"
    CUT = "cut"
    DIGEST = "digest"
    # it is valid, but
    CONTRADICTS = "contradicts"
    SHORTER = "shorter"
    UNEXPLAINED = "unexplained"
    HIDDEN = "hidden"
    QUORUM = "quorum"
    # what was seen
    SOUND = "sound"
    PART = "part"
    KEY = "key"
    KEY_ANEW = "key anew"
    KEY_CHANGED = "key changed"
    WITHHELD = "withheld"
    TEXTS = "texts"
    NO_TEXTS = "no texts"
    ERASED = "erased"
    ERASED_LATER = "erased later"
    WITNESSED = "witnessed"
    UNWITNESSED = "unwitnessed"
    AGREES = "agrees"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, and what is to be said of it, in order."""

    exit: Exit
    said: tuple[tuple[Said, Facts], ...]

    def shown(self) -> list[tuple[Said, Facts]]:
        """Return what is to be said, with nothing in it that moves a terminal."""
        return [
            (code, {name: _plain(fact) for name, fact in facts.items()})
            for code, facts in self.said
        ]


def _plain(fact: str | int) -> str | int:
    if isinstance(fact, int):
        return fact
    return "".join(sign if sign.isprintable() else "�" for sign in fact)


class RefusedError(Exception):
    """A bundle is not to be believed, or cannot be read."""

    def __init__(
        self, said: Said, exit_: Exit = Exit.INVALID, /, **facts: str | int
    ) -> None:
        """Keep why."""
        super().__init__(said.value)
        self.said = said
        self.exit = exit_
        self.facts = facts
