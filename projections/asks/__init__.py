"""Asks: what was asked of many, who has answered, and what came of it (*Abfragen*)."""

from __future__ import annotations

from projections.asks.fold import ASKS
from projections.asks.queries import (
    Asked,
    awaited,
    get,
    listing,
    minutes_of_week,
    owed,
    replies,
    reply_of,
    running,
    several,
)
from projections.asks.table import AskRow, ReplyRow

__all__ = [
    "ASKS",
    "AskRow",
    "Asked",
    "ReplyRow",
    "awaited",
    "get",
    "listing",
    "minutes_of_week",
    "owed",
    "replies",
    "reply_of",
    "running",
    "several",
]
