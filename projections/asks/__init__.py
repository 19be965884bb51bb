"""Asks: what was asked of many, who has answered, and what came of it (*Abfragen*)."""

from __future__ import annotations

from projections.asks.fold import ASKS
from projections.asks.pace import ending, minutes_of_week
from projections.asks.queries import (
    Asked,
    awaited,
    concluded_in,
    dossier,
    get,
    late,
    listing,
    opened_in,
    owed,
    replies,
    reply_of,
    running,
    several,
    told_in,
)
from projections.asks.readiness import Readiness, readiness
from projections.asks.shown import Dossier
from projections.asks.table import AskRow, ReplyRow

__all__ = [
    "ASKS",
    "AskRow",
    "Asked",
    "Dossier",
    "Readiness",
    "ReplyRow",
    "awaited",
    "concluded_in",
    "dossier",
    "ending",
    "get",
    "late",
    "listing",
    "minutes_of_week",
    "opened_in",
    "owed",
    "readiness",
    "replies",
    "reply_of",
    "running",
    "several",
    "told_in",
]
