"""Rebuild: a view built anew beside its live tables (*Neuaufbau*).

::

    begun --run--> read up to the end --finish--> switched
    begun or read --somebody else switches--> done

Commands and the live tables go on meanwhile; when both know the same, the new
ones take their place in one transaction. Several processes that begin at once, as
after an update, and one that begins where another has died, build the same tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from core.ports import Journal, Recorded
from projections import view as views
from projections.rows import BESIDE
from projections.view import View

BATCH: Final = 500  # events per read and transaction


class GivenUpError(Exception):
    """A rival could not go on and gave up what both built; it is begun anew."""


class Rebuild:
    """One view on its way; ``run`` reads, ``finish`` switches."""

    def __init__(self, journal: Journal, engine: Engine, view: View) -> None:
        """Begin with empty tables beside the live ones, or join whoever has begun."""
        self._journal = journal
        self._engine = engine
        self._view = view
        begun = views.beside(engine, view, journal.head())
        self._seen = begun.position
        self._generation = begun.generation
        self._done = False

    def run(self) -> Iterator[int]:
        """Read up to the newest event; yield the position after every batch.

        Raises whatever the fold raises; what was built is then gone.
        """
        while not self._done:
            batch = list(self._journal.since(self._seen, self._seen + BATCH))
            if not batch:
                return
            if self._is_ours(batch):
                self._seen = batch[-1].position
            else:
                self._follow()
            yield self._seen

    def finish(self) -> int:
        """Read the rest and switch; return the position that is live now."""
        while True:
            for _ in self.run():
                pass
            if self._done or views.switch(self._engine, self._view, self._seen):
                return self._seen
            self._follow()

    def _is_ours(self, batch: Sequence[Recorded]) -> bool:
        """Fold ``batch``; ``False`` if somebody else has done so."""
        before = self._seen
        try:
            return views.advance(self._engine, self._view, before, batch, BESIDE)
        except OperationalError:  # lost, or both at the same moment
            self._follow()
            if self._done or self._seen != before:
                return False
            views.give_up(self._engine, self._view)
            raise
        except BaseException:
            views.give_up(self._engine, self._view)
            raise

    def _follow(self) -> None:
        """See how far it is that somebody else builds the same, or has switched."""
        with self._engine.connect() as db:
            going = views.stand(db, self._view, BESIDE)
            live = views.stand(db, self._view)
        ours = (self._view.version, self._generation)
        if going and (going.version, going.generation) == ours:
            self._seen = going.position
        elif live and (live.version, live.generation) == ours:
            self._seen, self._done = live.position, True
        elif going is None:
            raise GivenUpError(self._view.name)
        else:  # another version is being built
            raise InterruptedError(self._view.name)
