"""Upcasters: what an older version wrote, as it is read today.

Only here the older kinds are still known. Each leads to the next version, so that
they are chained; a body comes with its texts in place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

Upcaster: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes the stored body (texts in place as ``Sealed``), returns the newer one."""
Upcasters: TypeAlias = Mapping[str, tuple[str, Upcaster]]


def _with_digest(body: dict[str, Any]) -> dict[str, Any]:
    """Whoever chose a language before there was a digest gets it once a week."""
    return {**body, "digest": "weekly", "muted": [], "rest_until": None}


def _as_it_was(body: dict[str, Any]) -> dict[str, Any]:
    """Leave out what nobody could say then, such as the decision that is cited."""
    return body


UPCASTERS: Final[Upcasters] = MappingProxyType(
    {
        "person.preferences_set.v1": ("person.preferences_set.v2", _with_digest),
        "commitment.requested.v1": ("commitment.requested.v2", _as_it_was),
        "commitment.offered.v1": ("commitment.offered.v2", _as_it_was),
        "decision.review_fell_due.v1": ("decision.review_fell_due.v2", _as_it_was),
    }
)
