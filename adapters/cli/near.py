"""Near: what somebody may have meant (*Meinten Sie …?*)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_NEAR: Final = 60  # per cent; below, a suggestion would only confuse
_MOST: Final = 3  # suggestions


def near(typed: str, known: Iterable[str]) -> list[str]:
    """Return the known words nearest to ``typed``, best first."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        typed,
        list(dict.fromkeys(known)),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=_MOST,
        score_cutoff=_NEAR,
    )
    return [name for name, _, _ in found]
