"""Findings: what an examination may come to (*Befund*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final, TypeAlias

Fact: TypeAlias = str | int


@unique
class Sign(StrEnum):
    """What was found; its words are those of whoever shows it."""

    SETTINGS_WELL = "settings well"
    VARIABLE_UNKNOWN = "variable unknown"
    VARIABLE_UNUSABLE = "variable unusable"
    VARIABLE_MISSING = "variable missing"
    PROXY_UNSAID = "proxy unsaid"
    STORE_WELL = "store well"
    STORE_CLOSED = "store closed"
    TIME_WELL = "time well"
    TIME_BEHIND = "time behind"
    TIME_APART = "time apart"
    VIEWS_BEHIND = "views behind"
    LEFT_LYING = "left lying"
    SIGNED_WELL = "signed well"
    NEVER_SIGNED = "never signed"
    SIGNED_LONG_AGO = "signed long ago"
    KEY_MISSING = "key missing"
    KEY_OTHER = "key other"
    KEY_NONE = "key none"
    KEY_OPEN = "key open"
    FOLDER_WELL = "folder well"
    FOLDER_OPEN = "folder open"
    FOLDER_FOREIGN = "folder foreign"
    DISK_WELL = "disk well"
    DISK_LOW = "disk low"
    DISK_FULL = "disk full"
    RUNNING = "running"
    NOT_RUNNING = "not running"
    SLACK_WELL = "slack well"
    SLACK_REFUSES = "slack refuses"
    SLACK_AWAY = "slack away"
    MAIL_WELL = "mail well"
    MAIL_REFUSES = "mail refuses"
    MAIL_OPEN = "mail open"
    MAIL_AWAY = "mail away"
    OIDC_WELL = "oidc well"
    OIDC_REFUSES = "oidc refuses"
    OIDC_AWAY = "oidc away"
    ENTRANCE_WELL = "entrance well"
    NO_WAY_IN = "no way in"
    NOBODY_KNOWN = "nobody known"
    WITNESSED_WELL = "witnessed well"
    WITNESSES_LATE = "witnesses late"


WELL: Final = frozenset(
    {
        Sign.SETTINGS_WELL,
        Sign.STORE_WELL,
        Sign.TIME_WELL,
        Sign.SIGNED_WELL,
        Sign.FOLDER_WELL,
        Sign.DISK_WELL,
        Sign.RUNNING,
        Sign.SLACK_WELL,
        Sign.MAIL_WELL,
        Sign.OIDC_WELL,
        Sign.ENTRANCE_WELL,
        Sign.WITNESSED_WELL,
    }
)
WORTH_KNOWING: Final = frozenset(
    {
        Sign.PROXY_UNSAID,
        Sign.VIEWS_BEHIND,
        Sign.LEFT_LYING,
        Sign.NEVER_SIGNED,
        Sign.SIGNED_LONG_AGO,
        Sign.DISK_LOW,
        Sign.NOT_RUNNING,
        Sign.SLACK_AWAY,
        Sign.MAIL_AWAY,
        Sign.OIDC_AWAY,
        Sign.NO_WAY_IN,
        Sign.NOBODY_KNOWN,
        Sign.WITNESSES_LATE,
    }
)
"""What is no mistake yet, and does not make the examination fail."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A sign, with what belongs to it."""

    sign: Sign
    facts: Mapping[str, Fact]

    @property
    def is_grave(self) -> bool:
        """Whether something does not work, or not safely."""
        return self.sign not in WELL and self.sign not in WORTH_KNOWING


def found(sign: Sign, /, **facts: Fact) -> Finding:
    """Return a finding."""
    return Finding(sign, facts)
