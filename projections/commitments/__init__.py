"""Commitments: who owes what to whom, and where it stands (*Zusagen*)."""

from __future__ import annotations

from projections.commitments.fold import COMMITMENTS
from projections.commitments.queries import (
    Counts,
    Cursor,
    Filter,
    Page,
    citing,
    counts,
    doubted,
    get,
    listing,
    numbered,
    offers_in,
    overdue,
    several,
)
from projections.commitments.table import CommitmentRow

__all__ = [
    "COMMITMENTS",
    "CommitmentRow",
    "Counts",
    "Cursor",
    "Filter",
    "Page",
    "citing",
    "counts",
    "doubted",
    "get",
    "listing",
    "numbered",
    "offers_in",
    "overdue",
    "several",
]
