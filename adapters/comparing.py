"""Comparing: two states side by side, and that the later continues the earlier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from adapters.asof import AsOf
from adapters.audit.proving import Continued
from adapters.main import Faden
from projections import comparing
from projections.comparing import Change, Scope
from projections.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What became of all items between ``old`` and ``new``."""

    old: AsOf
    new: AsOf
    changes: Sequence[Change]
    continued: Continued


def compare(
    faden: Faden, viewer: Viewer, old: AsOf, new: AsOf, scope: Scope
) -> Comparison:
    """Compare two states, whichever of them is named first.

    Raises:
        DamagedError: an entry is missing, so that nothing is proved.
    """
    if old.position > new.position:
        old, new = new, old
    if old.position == new.position:
        new = replace(new, day=max(old.day, new.day))
    continued = faden.proving.between(old.position, new.position)
    found = []
    for then in (old, new):
        with faden.reading(then.position) as db:
            found.append(comparing.things(db, viewer, scope, then.day))
    changes = comparing.compared(*found)
    return Comparison(old=old, new=new, changes=changes, continued=continued)
