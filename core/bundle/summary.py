"""Summary: what was seen in a sound bundle, and what follows from it (*Befund*)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from core.bundle.head import Checkpoints, Head, Scope
from core.bundle.kept import Kept
from core.bundle.leaf import Announced, Erasure
from core.bundle.verdict import Exit, Facts, RefusedError, Said, Verdict
from core.checkpoint import Checkpoint
from core.merkle import EMPTY


@dataclass(slots=True)
class Seen:
    """What a bundle showed, counted."""

    disclosed: int = 0
    withheld: int = 0
    texts: int = 0
    roots: dict[int, bytes] = field(default_factory=dict)
    missing: set[tuple[int, str]] = field(default_factory=set)
    erased: dict[tuple[int, str], tuple[int, str]] = field(default_factory=dict)
    announced: dict[int, Announced] = field(default_factory=dict)
    head: Head | None = None
    newest: Checkpoint | None = None
    witnessed: dict[int, int] = field(default_factory=dict)

    def miss(self, entry: int, fields: Iterable[str]) -> None:
        """Note texts that were sealed and not opened."""
        self.missing.update((entry, one) for one in fields)

    def explain(self, erasure: Erasure, by: int) -> None:
        """Note why a text is gone; nobody can say so before it is there."""
        if erasure.entry < by:
            self.erased[erasure.entry, erasure.field] = (by, erasure.ground)

    def anew(self) -> tuple[int, str] | None:
        """Return the last entry that says that a key was lost, and the one instead."""
        lost = [(entry, one.key) for entry, one in self.announced.items() if one.lost]
        return max(lost, default=None)

    def close(self, head: Head, checkpoints: Checkpoints) -> None:
        """Take what the first lines said, if the log says so, too.

        Raises:
            RefusedError: no entry announces a key, or names a witness; or it is
                signed with one that was lost.
        """
        first = head.keys[0][1].written()
        since, instead = self.anew() or (0, first)
        if instead != first:
            raise RefusedError(Said.KEY_LOST, entry=since, key=instead)
        for entry, key in head.keys[1:]:
            if self.announced.get(entry) != Announced(key.written(), None):
                raise RefusedError(Said.KEY_UNKNOWN, key=key.written())
        for key, org in head.witnesses.items():
            if Announced(key.written(), org) not in self.announced.values():
                raise RefusedError(Said.WITNESS_UNKNOWN, key=key.written(), org=org)
        self.head, self.newest = head, checkpoints.last
        self.witnessed = {
            size: len(orgs) for size, orgs in checkpoints.witnessed.items()
        }
        self.roots.update({0: EMPTY, **checkpoints.roots})


def summary(seen: Seen, against: Sequence[Kept], quorum: int) -> Verdict:
    """Return what is to be said of a bundle in which every proof holds.

    Raises:
        RefusedError: what was kept is no measure.
    """
    head, newest = seen.head, seen.newest
    assert head is not None and newest is not None  # noqa: S101, PT018  (at its end)
    most = max(seen.witnessed.values(), default=0)
    compared = list(_compared(seen, head, against))
    gone = sorted(seen.missing - seen.erased.keys()) if head.texts else []
    unexplained: list[tuple[Said, Facts]] = [
        (Said.UNEXPLAINED, {"entry": entry, "field": name}) for entry, name in gone
    ]
    if seen.withheld and head.scope is Scope.FULL:
        unexplained.append((Said.HIDDEN, {"count": seen.withheld}))
    few: Facts = {"count": most, "quorum": quorum}
    asked = [(Said.QUORUM, few)] if most < quorum else []
    sound = (*_overall(seen, head, newest),)
    result = _exit({code for code, _ in (*compared, *unexplained, *asked)})
    match result:  # nobody is to read "sound" first where something is not
        case Exit.CONTRADICTED:
            said = (*compared, *unexplained, *sound, *asked)
        case Exit.UNEXPLAINED:
            said = (*unexplained, *sound, *compared, *asked)
        case _:
            said = (*sound, *compared, *unexplained, *asked)
    return Verdict(result, said)


def _exit(said: Collection[Said]) -> Exit:
    if Said.CONTRADICTS in said or Said.SHORTER in said:
        return Exit.CONTRADICTED
    if Said.INCOMPARABLE in said:
        return Exit.UNREADABLE
    if Said.UNEXPLAINED in said or Said.HIDDEN in said:
        return Exit.UNEXPLAINED
    return Exit.TOO_FEW if Said.QUORUM in said else Exit.SOUND


def _overall(
    seen: Seen, head: Head, newest: Checkpoint
) -> Iterator[tuple[Said, Facts]]:
    digits = newest.digits()
    sound: Facts = {"origin": head.origin, "size": head.size, "digits": digits}
    yield Said.SOUND, sound
    yield Said.KEY, {"key": head.key.written()}
    for entry, key in filter(None, [seen.anew()]):
        yield Said.KEY_ANEW, {"entry": entry, "key": key}
    for entry, _ in head.keys[1:]:
        yield Said.KEY_CHANGED, {"entry": entry, "key": head.keys[0][1].written()}
    if not head.whole:
        yield Said.PART, {"count": seen.disclosed, "size": head.size}
    if seen.withheld and head.scope is not Scope.FULL:
        yield Said.WITHHELD, {"count": seen.withheld}
    yield (Said.TEXTS, {"count": seen.texts}) if head.texts else (Said.NO_TEXTS, {})
    for (entry, name), (by, ground) in sorted(seen.erased.items()):
        facts: Facts = {"entry": entry, "field": name, "by": by, "ground": ground}
        yield (Said.ERASED if by <= head.size else Said.ERASED_LATER), facts
    most = max(seen.witnessed.values())
    if most:
        size = max(size for size, count in seen.witnessed.items() if count == most)
        orgs = len(set(head.witnesses.values()))
        yield Said.WITNESSED, {"count": most, "all": orgs, "size": size}
    else:
        yield Said.UNWITNESSED, {}


def _compared(
    seen: Seen, head: Head, against: Sequence[Kept]
) -> Iterator[tuple[Said, Facts]]:
    """Compare with what was kept of this log."""
    ours = [kept for kept in against if kept.origin in {None, head.origin}]
    if against and not ours:
        other = str(against[0].origin)
        raise RefusedError(
            Said.OTHER_LOG, Exit.UNREADABLE, origin=head.origin, other=other
        )
    for kept in ours:
        facts: Facts = {"size": kept.size, "newest": head.size}
        root = seen.roots.get(kept.size)
        if root is not None:
            yield Said.AGREES if kept.fits(root) else Said.CONTRADICTS, facts
        else:
            yield Said.SHORTER if kept.size > head.size else Said.INCOMPARABLE, facts
