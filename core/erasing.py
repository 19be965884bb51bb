"""Erasing: what must be known before something personal goes (*Löschen*)."""

from __future__ import annotations

from datetime import date
from typing import cast, get_args

from core import hold, keeping, organisation, person, text
from core.catalogue import DECIDERS
from core.facts import Entry
from core.grounds import Ground
from core.retention import Keeping
from core.world import World


def entry(command: object, ref: str, world: World) -> Entry | None:
    """Return the entry of which ``command`` would erase a text."""
    if not isinstance(command, get_args(text.Command)):
        return None
    number = int(ref) if ref.isascii() and ref.isdecimal() else 0
    return world.entry(number) if str(number) == ref else None


def kept(
    command: object, entry: Entry | None, today: date, world: World
) -> Keeping | None:
    """Return what keeps the text that ``command`` lets go when its period is over."""
    match command:
        case text.Erase(ground=Ground.PERIOD_OVER) if entry is not None:
            return keeping.keeping(entry, today, world)
        case _:
            return None


def there(command: object, ref: str, world: World) -> bool:
    """Tell whether there is the item whose texts ``command`` would hold back."""
    known = ref.partition(":")[0] in DECIDERS
    return isinstance(command, hold.Hold) and known and world.load(ref).version > 0


def mandates(command: object, ref: str, today: date, world: World) -> tuple[str, ...]:
    """Return for whom the person that ``command`` would forget still acts."""
    if not isinstance(command, person.Forget):
        return ()
    return tuple(
        org
        for org in (s.partition(":")[2] for s in world.streams("organisation"))
        if organisation.has_mandate(
            cast("organisation.State", world.load(f"organisation:{org}").state),
            ref,
            frozenset(),
            today,
        )
    )
