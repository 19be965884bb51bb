"""Kinds: how somebody is reminded, and why at times not (*Art und Grund*)."""

from __future__ import annotations

from enum import IntEnum, StrEnum, unique


@unique
class Step(IntEnum):
    """A rung of the ladder, in order (*Stufe*; source: chat.md rule 9)."""

    WISHED = 0  # somebody asked to be reminded
    SILENT = 1  # in card and digest only
    DIRECT = 2  # a message to whoever looks after it
    COORDINATION = 3  # to coordination, not to the member


@unique
class Why(StrEnum):
    """Why nothing was sent on a day on which something would have been due."""

    ABSENCE = "absence"  # nobody is there who could be told
    RESTING = "resting"  # does not want to be reminded, or not just now
    TOUCHED = "touched"  # something has just happened there
    BUDGET = "budget"  # enough was sent in these days
    DIGEST = "digest"  # the digest of the day tells it
    ENOUGH = "enough"  # was reminded as often as the rules allow
