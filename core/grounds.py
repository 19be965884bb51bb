"""Grounds: for which reason of the law something personal goes (*Löschgrund*).

Sources: General Data Protection Regulation (DSGVO), Art. 5, 16 and 17; Hessian
archives act (HArchivG), § 4: records are offered to the archive before they go.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Final


@unique
class Ground(StrEnum):
    """Why it goes; the values are permanent."""

    NOT_NEEDED = "not_needed"
    WITHDRAWN = "consent_withdrawn"
    OBJECTION = "objection"
    UNLAWFUL = "unlawful"
    DUTY = "legal_duty"
    CORRECTION = "correction"
    PERIOD_OVER = "period_over"


SECTIONS: Final[Mapping[Ground, str]] = MappingProxyType(
    {
        Ground.NOT_NEEDED: "Art. 17 Abs. 1 Buchst. a DSGVO",
        Ground.WITHDRAWN: "Art. 17 Abs. 1 Buchst. b DSGVO",
        Ground.OBJECTION: "Art. 17 Abs. 1 Buchst. c DSGVO",
        Ground.UNLAWFUL: "Art. 17 Abs. 1 Buchst. d DSGVO",
        Ground.DUTY: "Art. 17 Abs. 1 Buchst. e DSGVO",
        Ground.CORRECTION: "Art. 16 DSGVO",
        Ground.PERIOD_OVER: "Art. 5 Abs. 1 Buchst. e DSGVO, § 4 HArchivG",
    }
)
"""On which section each stands, as it is cited."""

UNOFFERED: Final = frozenset({Ground.UNLAWFUL})
"""What must never have been stored is not offered to the archive either."""
