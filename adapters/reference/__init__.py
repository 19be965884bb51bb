"""Reference: official data that the project reads and ships (*Amtliche Daten*)."""

from __future__ import annotations

from adapters.reference.gv100 import (
    ATTRIBUTION,
    Directory,
    DirectoryError,
    Fault,
    Place,
    PlaceKind,
    extract,
    read,
)

__all__ = [
    "ATTRIBUTION",
    "Directory",
    "DirectoryError",
    "Fault",
    "Place",
    "PlaceKind",
    "extract",
    "read",
]
