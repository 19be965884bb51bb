"""Rebuild: a view built anew beside its live tables (*Neuaufbau*).

Commands and the live tables go on meanwhile; when both know the same, the new
ones take their place in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Engine

from core.ports import Journal
from projections import view as views
from projections.rows import BESIDE
from projections.view import View

BATCH: Final = 500  # events per read and transaction


class Rebuild:
    """One view on its way; ``run`` reads, ``finish`` switches."""

    def __init__(self, journal: Journal, engine: Engine, view: View) -> None:
        """Begin with empty tables beside the live ones."""
        self._journal = journal
        self._engine = engine
        self._view = view
        self._seen = 0
        views.beside(engine, view)

    def run(self) -> Iterator[int]:
        """Read up to the newest event; yield the position after every batch.

        Raises whatever the fold raises; what was built is then gone.
        """
        while batch := list(self._journal.since(self._seen, self._seen + BATCH)):
            try:
                ours = views.advance(
                    self._engine, self._view, self._seen, batch, BESIDE
                )
            except BaseException:
                views.give_up(self._engine, self._view)
                raise
            if not ours:
                raise InterruptedError(self._view.name)  # somebody else began one
            self._seen = batch[-1].position
            yield self._seen

    def finish(self) -> int:
        """Read the rest and switch; return the position that is live now."""
        while True:
            for _ in self.run():
                pass
            if views.switch(self._engine, self._view, self._seen):
                return self._seen
