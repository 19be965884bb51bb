"""Every view there is. A new one adds one line here."""

from __future__ import annotations

from typing import Final

from projections.asks import ASKS
from projections.commitments import COMMITMENTS
from projections.decisions import DECISIONS
from projections.digest.sent import SENT
from projections.erasures import ERASURES
from projections.history import HISTORY
from projections.indexing import SEARCH
from projections.information import INFORMATION
from projections.meetings import MEETINGS
from projections.nudges import NUDGES
from projections.people import PEOPLE
from projections.pulse import PULSE
from projections.view import View

VIEWS: Final[tuple[View, ...]] = (
    PEOPLE,
    MEETINGS,
    COMMITMENTS,
    INFORMATION,
    ASKS,
    DECISIONS,
    NUDGES,
    PULSE,
    HISTORY,
    SEARCH,
    SENT,
    ERASURES,
)
