"""Extent: what goes into a bundle, and up to where (*Umfang*).

A bundle may end before something that explains it was recorded: that a text went, or
with which key somebody signed. What explains it then follows from later on, with the
checkpoints up to there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from adapters.audit.checkpoints import Signed, behind, chain_of, up_to
from adapters.audit.keys import Chain, Named, named, witnesses
from adapters.audit.leaves import grow
from adapters.audit.signing import Place
from adapters.erasing.gone import goings
from core.bundle.head import Scope
from core.note import Key
from core.tree import Tree


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be in the file.

    ``streams`` are those of a part; the entries that explain something come along.
    """

    scope: Scope
    streams: frozenset[str] = frozenset()

    @property
    def texts(self) -> bool:
        """Whether texts are opened."""
        return self.scope is not Scope.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The entries up to the last of ``known``, and what explains them from ``later``.

    ``tree`` reaches as far as the last of both; ``witnesses`` are those that an entry
    names which is shown, with their organisation.
    """

    tree: Tree
    known: Sequence[Signed]
    later: Sequence[Signed]
    entries: Sequence[int]  # behind the end
    keys: Chain
    witnesses: Mapping[Key, str]

    @property
    def newest(self) -> Signed:
        """The checkpoint of all entries that are shown."""
        return self.known[-1]


def extent(
    log: sa.Engine, place: Place, request: Request, at: int | None = None
) -> Extent:
    """Return the first ``at`` entries, else all, with what was signed of them.

    Raises as ``checkpoints.up_to``.
    """
    tree, known = up_to(log, place, at)
    size = len(tree)
    with log.connect() as db:
        all_named = named(db)
        keys = chain_of(db) or [(0, known[0].key)]
        signing = {key for _, key in keys}
        known = [each for each in known if each.key in signing]
        needed = {*_erased(db, request, size), *_named(all_named, known, size)}
    later = behind(log, place, size, max(needed)) if needed else []
    end = later[-1].checkpoint.size if later else size
    keys = [(entry, key) for entry, key in keys if entry <= end]
    needed |= {entry for entry, _ in keys if entry > size}
    if later:
        with log.connect() as db:
            grow(tree, db, end)
    return Extent(
        tree=tree,
        known=known,
        later=later,
        entries=sorted(needed),
        keys=keys,
        witnesses={
            key: one.org or ""
            for key, one in witnesses(all_named).items()
            if one.entry <= size or one.entry in needed
        },
    )


def _erased(db: sa.Connection, request: Request, size: int) -> Iterator[int]:
    """Yield the later entries that say why a text of the bundle is gone."""
    for going in goings(db) if request.texts else ():
        ours = request.scope is Scope.FULL or going.item in request.streams
        if ours and going.leaf <= size < going.entry:
            yield going.entry


def _named(
    all_named: Sequence[Named], known: Sequence[Signed], size: int
) -> Iterator[int]:
    """Yield the later entries that name whoever bore witness."""
    ids = {(one.name, one.key_id) for each in known for one in each.note.signatures}
    for key, one in witnesses(all_named).items():
        if one.entry > size and (key.name, key.id) in ids:
            yield one.entry
