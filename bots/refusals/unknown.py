"""What nobody knows by its number, or may not see: where the others are found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_

UNKNOWN: Final[Mapping[str, str]] = {
    "commitment": N_(
        "I do not know {ref}. “What is open?” shows all open commitments."
    ),
    "ask": N_(
        "I do not know {ref}. “What is open?” shows your asks that are still open."
    ),
    "decision": N_("I do not know {ref}. The page “Decisions” shows them all."),
}
