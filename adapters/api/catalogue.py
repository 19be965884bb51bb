"""Catalogue: every question that can be asked (*Abfragekatalog*)."""

from __future__ import annotations

from adapters.api import (
    asks,
    commitments,
    decisions,
    information,
    persons,
    record,
    structure,
)
from adapters.api.operation import QUERIES, Operation

ROOMS = (commitments, asks, decisions, information, structure, persons, record)
"""Where they stand; to be imported is what makes them known."""


def queries() -> tuple[Operation, ...]:
    """Return all of them."""
    return tuple(QUERIES)
