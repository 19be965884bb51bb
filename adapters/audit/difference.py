"""Difference: something that is not as it was written (*Abweichung*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final, TypeAlias

Fact: TypeAlias = str | int


@unique
class What(StrEnum):
    """What differs; its words are those of whoever shows it."""

    DAMAGED_FILE = "damaged file"
    UNREADABLE = "unreadable"
    TABLES_VERSION = "tables version"
    MISSING = "missing entries"
    TIME = "time went back"
    VERSION = "version"
    COMMAND = "command"
    NOT_CANONICAL = "not canonical"
    LEAF = "leaf hash"
    COLUMN = "column"
    CONTENT = "content"
    KIND_UNKNOWN = "kind unknown"
    KIND_UNLISTED = "kind unlisted"
    KIND_UNUSED = "kind unused"
    TEXT_MISSING = "text missing"
    TEXT_CHANGED = "text changed"
    TEXT_SURPLUS = "text surplus"
    TEXT_ERASED = "text erased"
    TEXT_PERIOD = "text period"
    PERSON_MISSING = "person missing"
    PERSON_SURPLUS = "person surplus"
    PERSON_ERASED = "person erased"
    CHECKPOINT_MISSING = "checkpoint missing"
    CHECKPOINT = "checkpoint"
    CHECKPOINT_SIGNATURE = "checkpoint signature"
    CHECKPOINT_ROOT = "checkpoint root"
    COSIGNATURE = "cosignature"
    ANSWER_TWICE = "answer twice"
    AHEAD_OF_LOG = "ahead of the log"
    VIEW_MISSING = "view missing"
    VIEW_VERSION = "view version"
    VIEW_INDEX = "view index"
    ROW_MISSING = "row missing"
    ROW_SURPLUS = "row surplus"
    ROW_CHANGED = "row changed"


OF_VIEWS: Final = frozenset(
    {
        What.VIEW_MISSING,
        What.VIEW_VERSION,
        What.VIEW_INDEX,
        What.ROW_MISSING,
        What.ROW_SURPLUS,
        What.ROW_CHANGED,
    }
)
"""What building anew from the log mends."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, with the facts that tell where it is."""

    what: What
    facts: Mapping[str, Fact]


def different(what: What, **facts: Fact) -> Difference:
    """Return a difference."""
    return Difference(what, facts)
